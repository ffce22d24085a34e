#pragma once

#include "platform/access/routes.hpp"
#include "platform/undo/undo.hpp"

namespace lenig::plan {

void add_routes(access::Routes& routes);

/// How acts of this module are undone.
undo::TakeBacks take_backs();

}  // namespace lenig::plan
