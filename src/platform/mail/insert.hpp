#pragma once

#include "platform/mail/mail.hpp"

namespace lenig::mail {

/// The rows of these messages, as they leave from `now` on; gives their ids, in the same order.
std::vector<std::string> insert(db::Transaction& tx, std::vector<Message> const& messages, base::Instant now);

}  // namespace lenig::mail
