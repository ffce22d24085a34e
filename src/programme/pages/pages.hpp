#pragma once

#include "platform/access/routes.hpp"

// One file per page; each function answers one route.

namespace lenig::programme::pages {

using access::Visit;
using http::Response;

Response show_programmes(Visit& visit);
Response show_programme_new(Visit& visit);
Response post_programme(Visit& visit);
Response show_programme_change(Visit& visit);
Response post_programme_change(Visit& visit);

Response show_set_up(Visit& visit);
Response post_begin_version(Visit& visit);
Response post_publish(Visit& visit);
Response show_step_new(Visit& visit);
Response post_step(Visit& visit);
Response show_step_change(Visit& visit);
Response post_step_change(Visit& visit);
Response post_step_raise(Visit& visit);
Response post_step_remove(Visit& visit);

Response show_map(Visit& visit);
Response show_map_table(Visit& visit);

Response show_cohort_new(Visit& visit);
Response post_cohort(Visit& visit);
Response show_cohort_change(Visit& visit);
Response post_cohort_change(Visit& visit);
Response show_invitation(Visit& visit);
Response post_invitation(Visit& visit);

Response show_participation(Visit& visit);
Response show_turn(Visit& visit);
Response post_turn(Visit& visit);
Response show_completion(Visit& visit);
Response post_completion(Visit& visit);
Response show_approach(Visit& visit);
Response post_approach(Visit& visit);
Response show_question_new(Visit& visit);
Response post_question(Visit& visit);
Response show_fate(Visit& visit);
Response post_fate(Visit& visit);
Response post_question_remove(Visit& visit);

Response show_meeting_new(Visit& visit);
Response post_meeting(Visit& visit);
Response show_programme_meeting_new(Visit& visit);
Response post_programme_meeting(Visit& visit);
Response show_meeting(Visit& visit);
Response show_meeting_change(Visit& visit);
Response post_meeting_change(Visit& visit);
Response show_company(Visit& visit);
Response post_company(Visit& visit);
Response post_meeting_cancel(Visit& visit);
Response show_outcome(Visit& visit);
Response post_outcome(Visit& visit);
Response show_agenda_item_new(Visit& visit);
Response post_agenda_item(Visit& visit);
Response show_agenda_item_change(Visit& visit);
Response post_agenda_item_change(Visit& visit);
Response post_agenda_item_raise(Visit& visit);
Response post_agenda_item_remove(Visit& visit);
Response post_attendance(Visit& visit);

}  // namespace lenig::programme::pages
