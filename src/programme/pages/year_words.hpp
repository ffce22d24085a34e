#pragma once

#include "platform/html/form_page.hpp"
#include "programme/year_plan.hpp"

namespace lenig::programme::pages {

/// What is wrong with a meeting of the plan, in a sentence.
std::string words_for(schedule::MeetingFault const& fault, YearSheet const& sheet, i18n::Words const& tr);
/// Why a step has no place.
std::string words_for(schedule::Hindrance why, i18n::Words const& tr);
/// How good the latest proposal was, and how we know; empty when there was none.
std::string quality_of(YearPlan const& plan, i18n::Words const& tr);

html::Objection objection_to(YearRefusal why, i18n::Words const& tr);

std::string year_path(CohortId const& cohort);

}  // namespace lenig::programme::pages
