#pragma once

#include "platform/access/routes.hpp"
#include "platform/undo/undo.hpp"

namespace lenig::programme {

/// The pages of programmes.
void add_routes(access::Routes& routes);

/// How this module's steps are undone.
undo::TakeBacks take_backs();

}  // namespace lenig::programme
