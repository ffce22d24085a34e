#include "platform/mail/bounce.hpp"

#include <algorithm>

#include "mail/queries.hpp"
#include "platform/base/text.hpp"
#include "platform/mail/mark_bounce.hpp"
#include "platform/mail/outgoing.hpp"

namespace lenig::mail {

namespace {

constexpr std::size_t longest_reason = 300;

/// Somebody else's words: in one line, of a length that fits on a screen.
std::string as_reason(std::string const& said) {
  auto reason = base::cleaned(said).value_or("");
  std::ranges::replace(reason, '\n', ' ');
  std::ranges::replace(reason, '\t', ' ');
  if (reason.size() <= longest_reason) return reason;
  auto end = longest_reason;
  while (end > 0 && (static_cast<unsigned char>(reason[end]) & 0xc0) == 0x80) --end;
  return reason.substr(0, end) + "…";
}

}  // namespace

void mark_bounce(db::Transaction& tx, std::string const& message, std::string const& address, std::string const& status,
                 std::string const& reason, base::Instant at) {
  for (auto const& board : tx.all<std::string>(sql::boards_of_message, {{"id", message}})) {
    tx.run(sql::upsert_bounce, {{"board", board},
                                {"address", address_of(address)},
                                {"status", status},
                                {"reason", as_reason(reason)},
                                {"at", at}});
  }
}

std::vector<Bounce> bounces(db::Reading& reading, base::BoardId const& board) {
  return reading.all<Bounce>(sql::bounces_of_board, {{"board", board}});
}

std::optional<Bounce> bounce_of(db::Reading& reading, base::BoardId const& board, std::string const& address) {
  return reading.one<Bounce>(sql::bounce_of_address, {{"board", board}, {"address", address_of(address)}});
}

bool clear_bounce(db::Transaction& tx, base::BoardId const& board, std::string const& address) {
  return tx.run(sql::clear_bounce, {{"board", board}, {"address", address_of(address)}}) > 0;
}

}  // namespace lenig::mail
