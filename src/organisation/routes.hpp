#pragma once

#include <string>

#include "platform/access/routes.hpp"
#include "platform/undo/undo.hpp"

namespace lenig::organisation {

/// The pages of units, people and finding them. `address` is where this program is found, for links in invitations.
void add_routes(access::Routes& routes, db::Database& database, std::string const& address);

/// How what was ended, taken out or added here is put back.
undo::TakeBacks take_backs();

}  // namespace lenig::organisation
