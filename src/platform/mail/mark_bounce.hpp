#pragma once

#include <string>

#include "platform/db/database.hpp"

namespace lenig::mail {

/// Marks the address of a letter that did not arrive, at every board whose letter it is. Within every board's scope.
void mark_bounce(db::Transaction& tx, std::string const& message, std::string const& address, std::string const& status,
                 std::string const& reason, base::Instant at);

}  // namespace lenig::mail
