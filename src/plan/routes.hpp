#pragma once

#include "plan/plan.h"
#include "platform/access/routes.hpp"
#include "platform/undo/undo.hpp"

namespace lenig::plan {

void add_routes(access::Routes& routes);

/// What weighs on who works at a unit, in lines, as this viewer may know it.
std::vector<std::string> weighs_on(access::Visit& visit, UnitId const& unit);
/// The page where this viewer may choose what goes for a programme of a unit; nothing when they may not.
std::optional<std::string> asks_what_goes(access::Visit& visit, UnitId const& unit, ProgrammeId const& programme);

/// How acts of this module are undone.
undo::TakeBacks take_backs();

}  // namespace lenig::plan
