#pragma once

#include "platform/access/routes.hpp"
#include "platform/undo/undo.hpp"

namespace lenig::programme {

/// The pages of programmes. `address` is where browsers find the program: letters and calendars lead there.
void add_routes(access::Routes& routes, std::string const& address);

/// How this module's steps are undone.
undo::TakeBacks take_backs(std::string const& address);

}  // namespace lenig::programme
