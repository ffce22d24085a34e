#include "plan/practice_standing.hpp"

#include "plan/practice.hpp"

namespace lenig::plan {

std::optional<access::Relations> relations_to_practice(db::Reading& reading, access::Viewer const& viewer,
                                                       std::string const& practice) {
  auto const found = find_practice(reading, HrPracticeId(practice));
  return found ? organisation::relations_to_unit(reading, viewer, found->unit.text()) : std::nullopt;
}

}  // namespace lenig::plan
