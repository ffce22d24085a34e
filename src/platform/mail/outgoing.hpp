#pragma once

#include <optional>
#include <string>
#include <vector>

#include "platform/mail/mail.hpp"

namespace lenig::mail {

/// A letter that is being sent.
struct Outgoing {
  std::string id;
  std::string recipient;
  std::string address;  // the recipient in lower case: what order and preferences go by
  std::string subject;
  std::string body;
  base::Instant queued_at;
  std::string token;
  std::optional<CalendarMethod> calendar_method;
  std::string calendar;
  int attempts = 0;  // before this one
};
BOOST_DESCRIBE_STRUCT(Outgoing, (),
                      (id, recipient, address, subject, body, queued_at, token, calendar_method, calendar, attempts))

/// The recipient as it is compared.
std::string address_of(std::string const& recipient);

/// Takes at most `most` letters that are due, in their order, so that no other node takes them until then.
std::vector<Outgoing> claim(db::Database& database, base::Instant now, base::Instant until, int most);

/// Gives back what was taken and not tried.
void release(db::Database& database, std::vector<std::string> const& ids, base::Instant now);

/// Notes that a letter left.
void mark_sent(db::Database& database, Outgoing const& letter);

/// Tries it again later; after five days (RFC 5321, 4.5.4.1) it is given up as below.
void postpone(db::Database& database, Outgoing const& letter, base::Instant now, std::string const& status,
              std::string const& reason);

/// Does not try it again, and marks its address at the boards whose letter it is.
void give_up(db::Database& database, Outgoing const& letter, base::Instant now, std::string const& status,
             std::string const& reason);

}  // namespace lenig::mail
