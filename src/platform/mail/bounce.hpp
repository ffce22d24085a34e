#pragma once

#include <string>
#include <vector>

#include "platform/base/actor.hpp"
#include "platform/db/database.hpp"

namespace lenig::mail {

/// An address that letters of a board don't reach.
struct Bounce {
  std::string address;
  std::string status;  // 5.1.1 (RFC 3463)
  std::string reason;  // what its mail server said, in the server's own words; somebody else's text, in one line
  base::Instant at;
};
BOOST_DESCRIBE_STRUCT(Bounce, (), (address, status, reason, at))

/// Addresses of this board's letters that bounced, the newest first. Letters to them are still tried: a letter that
/// arrives again does not clear the mark, the office does.
std::vector<Bounce> bounces(db::Reading& reading, base::BoardId const& board);

/// Whether letters of this board to this address bounced. Case does not matter.
std::optional<Bounce> bounce_of(db::Reading& reading, base::BoardId const& board, std::string const& address);

/// The office looked after it: the address is right again. Gives whether it was marked.
bool clear_bounce(db::Transaction& tx, base::BoardId const& board, std::string const& address);

}  // namespace lenig::mail
