#pragma once

#include "plan/initiative.hpp"
#include "platform/access/routes.hpp"

// Pages of HR practices, of programmes as they stand in the thread, of what stops, and of lesson visits; each function
// answers one route.

namespace lenig::plan::pages {

using access::Visit;
using http::Response;

/// The programme that {programme_id} names.
ProgrammeId programme_in(Visit const& visit);

Response show_practices(Visit& visit);
Response show_practice(Visit& visit);
Response show_practice_new(Visit& visit);
Response post_practice(Visit& visit);
Response show_practice_change(Visit& visit);
Response post_practice_change(Visit& visit);
Response post_practice_end(Visit& visit);
Response show_stop(Visit& visit);
Response post_stop(Visit& visit);
Response show_initiative(Visit& visit);
Response show_initiative_change(Visit& visit);
Response post_initiative(Visit& visit);
Response show_initiative_stop(Visit& visit);
Response post_initiative_stop(Visit& visit);
Response show_load(Visit& visit);
Response show_load_typed(Visit& visit);
Response post_load_typed(Visit& visit);
Response show_load_pasted(Visit& visit);
Response post_load_pasted(Visit& visit);
Response show_lesson_visits(Visit& visit);
Response show_lesson_visit_new(Visit& visit);
Response post_lesson_visit(Visit& visit);
Response show_lesson_visit(Visit& visit);
Response post_lesson_visit_accept(Visit& visit);
Response post_lesson_visit_decline(Visit& visit);
Response post_lesson_visit_cancel(Visit& visit);
Response show_lesson_report(Visit& visit);
Response post_lesson_report(Visit& visit);
Response post_lesson_report_remove(Visit& visit);
Response show_lesson_consent(Visit& visit);
Response post_lesson_consent(Visit& visit);
Response post_lesson_consent_withdraw(Visit& visit);

}  // namespace lenig::plan::pages
