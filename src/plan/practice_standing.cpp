#include "plan/practice_standing.hpp"

#include "plan/lesson_visit.hpp"
#include "plan/practice.hpp"
#include "plan/standing.hpp"

namespace lenig::plan {

std::optional<access::Relations> relations_to_practice(db::Reading& reading, access::Viewer const& viewer,
                                                       std::string const& practice) {
  auto const found = find_practice(reading, HrPracticeId(practice));
  return found ? organisation::relations_to_unit(reading, viewer, found->unit.text()) : std::nullopt;
}

std::optional<access::Relations> relations_to_stop(db::Reading& reading, access::Viewer const& viewer,
                                                   std::string const& goal) {
  auto const found = find_sealed_goal(reading, GoalId(goal));
  if (!found || found->unit.empty()) return std::nullopt;
  return relations_to_course(reading, viewer, found->unit.text());
}

std::optional<access::Relations> relations_to_lesson_visit(db::Reading& reading, access::Viewer const& viewer,
                                                           std::string const& visit) {
  auto const found = find_sealed_visit(reading, LessonVisitId(visit));
  if (!found || (found->visited != viewer.person && found->visitor != viewer.person)) return std::nullopt;
  return access::Relations{access::Relation::self};
}

}  // namespace lenig::plan
