#pragma once

#include "platform/mail/bounce.hpp"
#include "programme/programme.h"

namespace lenig::programme {

/// An address that letters of a board come back from, with whose it is as far as invitations tell.
struct Bounced {
  mail::Bounce bounce;
  std::vector<std::string> people;  // by name
};

/// The newest first.
std::vector<Bounced> bounced_of(db::Reading& reading, BoardId const& board);
/// The address is right again, or was put right: letters to it count anew. Gives whether it was marked.
bool clear_bounced(db::Transaction& tx, base::Actor const& actor, std::string const& address);

}  // namespace lenig::programme
