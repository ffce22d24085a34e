#pragma once

#include "plan/action.hpp"
#include "plan/condition.hpp"
#include "plan/course.hpp"
#include "plan/goal.hpp"
#include "plan/indicator.hpp"
#include "plan/share.hpp"
#include "plan/wording.hpp"
#include "platform/access/visit.hpp"

// What the pages of this module say of refusals, and the ways back that they share.

namespace lenig::plan::pages {

std::vector<html::Link> own_crumb(i18n::Words const& tr);
std::vector<html::Link> course_crumb(UnitId const& unit, std::string const& name);

html::Objection objection_to(FormatRefusal why, i18n::Words const& tr);
html::Objection objection_to(PlanRefusal why, i18n::Words const& tr);
html::Objection objection_to(WordingRefusal why, i18n::Words const& tr);
html::Objection objection_to(ShareRefusal why, i18n::Words const& tr);
html::Objection objection_to(GoalRefusal why, i18n::Words const& tr);
html::Objection objection_to(ActionRefusal why, i18n::Words const& tr);
html::Objection objection_to(IndicatorRefusal why, i18n::Words const& tr);
html::Objection objection_to(ReadingRefusal why, i18n::Words const& tr);
html::Objection objection_to(ConditionRefusal why, i18n::Words const& tr);
html::Objection objection_to(ChangeRefusal why, i18n::Words const& tr);
html::Objection objection_to(CourseRefusal why, i18n::Words const& tr);
html::Objection objection_to(PeerGroupRefusal why, i18n::Words const& tr);

/// "vóór 1 september 2004", or nothing.
std::string by_day(std::optional<base::Date> const& day, i18n::Words const& tr);
/// The sign of how an indicator stands beside its line.
char const* dot_of(Progress progress);
/// How many days are left, or that the day has passed: for the dot beside a line.
bool is_late(std::optional<base::Date> const& day, base::Date today);

/// How something stands: the sign beside its line, and in words.
struct Sign {
  std::string dot;
  std::string text;
};
Sign sign_of(Goal const& goal, base::Date today, i18n::Words const& tr);
Sign sign_of(Condition const& condition, base::Date today, i18n::Words const& tr);
Sign sign_of(PlanAction const& action, base::Date today, i18n::Words const& tr);
/// By whom a condition is arranged, and by when or since when.
std::string note_of(Condition const& condition, i18n::Words const& tr);
/// Who does it (nothing where that is plain), and by when or since when.
std::string note_of(PlanAction const& action, std::string const& who, i18n::Words const& tr);

/// The names of people at the viewer's board, by id.
std::map<PersonId, std::string> names_of(db::Reading& reading, BoardId const& board, std::vector<PersonId> const& ids);
std::string name_of(std::map<PersonId, std::string> const& names, PersonId const& person, i18n::Words const& tr);
/// The names of units, by id.
std::map<UnitId, std::string> unit_names(db::Reading& reading, std::vector<UnitId> const& ids);
std::string name_of(std::map<UnitId, std::string> const& names, UnitId const& unit);

}  // namespace lenig::plan::pages
