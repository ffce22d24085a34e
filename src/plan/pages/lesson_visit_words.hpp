#pragma once

#include "plan/lesson_visit.hpp"
#include "plan/pages/words.hpp"

namespace lenig::plan::pages {

inline constexpr char const* visits_path = "/plannen/lesbezoeken";

html::Objection objection_to(VisitRefusal why, i18n::Words const& tr);
std::vector<html::Link> visits_crumbs(i18n::Words const& tr);
/// "Anneke Smid bezoekt u", as the viewer stands in it.
/// What became of it, in a word.
std::string state_of(LessonVisit const& visit, i18n::Words const& tr);
std::string heading_of(LessonVisit const& visit, PersonId const& viewer, std::map<PersonId, std::string> const& names,
                       i18n::Words const& tr);

}  // namespace lenig::plan::pages
