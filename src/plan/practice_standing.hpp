#pragma once

#include "plan/plan.h"

namespace lenig::plan {

// How a viewer stands to what belongs to practices, and to lesson visits.

/// To an instrument of personnel policy: as to the unit whose it is.
std::optional<access::Relations> relations_to_practice(db::Reading& reading, access::Viewer const& viewer,
                                                       std::string const& practice);
/// To what goes for a goal of a unit: as to the course of that unit.
std::optional<access::Relations> relations_to_stop(db::Reading& reading, access::Viewer const& viewer,
                                                   std::string const& goal);
/// To a lesson visit: it is for who is visited and who visits, and for nobody else, whoever leads them.
std::optional<access::Relations> relations_to_lesson_visit(db::Reading& reading, access::Viewer const& viewer,
                                                           std::string const& visit);

}  // namespace lenig::plan
