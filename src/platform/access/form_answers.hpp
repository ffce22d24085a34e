#pragma once

#include <string>

#include "platform/db/database.hpp"

namespace lenig::access {

/// Keeps where a form that was done led to.
void remember_location(db::Transaction& tx, std::string const& key, std::string const& location);
/// Where it led; empty when that is not known (yet).
std::string remembered_location(db::Reading& reading, std::string const& key);

}  // namespace lenig::access
