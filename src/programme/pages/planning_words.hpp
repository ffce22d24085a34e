#pragma once

#include "platform/html/form_page.hpp"
#include "programme/planning.hpp"

namespace lenig::programme::pages {

/// Where a unit says when it would like its turn in a programme.
std::string wish_path(UnitId const& unit, ProgrammeId const& programme);

/// What is wrong with a plan: "één te veel".
std::string words_for(PlanFault const& fault, i18n::Words const& tr);
using programme::words_for;

html::Objection objection_to(PlanRefusal why, i18n::Words const& tr);

}  // namespace lenig::programme::pages
