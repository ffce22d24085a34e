#pragma once

#include "platform/access/routes.hpp"
#include "platform/undo/undo.hpp"
#include "programme/joining.hpp"

namespace lenig::programme {

/// The pages of programmes. `address` is where browsers find the program: letters and calendars lead there.
void add_routes(access::Routes& routes, std::string const& address, Joining const& joining);

/// How this module's steps are undone.
undo::TakeBacks take_backs(std::string const& address);

}  // namespace lenig::programme
