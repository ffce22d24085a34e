#pragma once

#include "platform/mail/mail.hpp"

namespace lenig::mail {

/// Puts letters that may wait, and whose hour has come, together into one letter an address. A letter that is alone
/// stays as it is.
void gather(db::Database& database, base::Instant now);

}  // namespace lenig::mail
