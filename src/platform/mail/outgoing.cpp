#include "platform/mail/outgoing.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <cctype>

#include "mail/queries.hpp"
#include "platform/mail/mark_bounce.hpp"

namespace lenig::mail {

namespace {

using namespace std::chrono_literals;

// 1, 2, 4 … minutes, then every four hours: the 37th attempt is some five days after the first.
constexpr int most_attempts = 37;

std::chrono::minutes wait_after(int attempts) { return std::min(1min * (1 << std::min(attempts, 8)), 240min); }

std::string as_json(std::vector<std::string> const& ids) {
  return boost::json::serialize(boost::json::value_from(ids));
}

}  // namespace

std::string address_of(std::string const& recipient) {
  std::string address = recipient;
  std::ranges::transform(address, address.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return address;
}

std::vector<Outgoing> claim(db::Database& database, base::Instant now, base::Instant until, int most) {
  return database.write(db::no_board, [&](db::Transaction& tx) {
    auto letters = tx.all<Outgoing>(sql::due_messages, {{"now", now}, {"most", most}});
    std::vector<std::string> ids;
    for (auto const& letter : letters) ids.push_back(letter.id);
    if (!ids.empty()) tx.run(sql::claim_messages, {{"ids", as_json(ids)}, {"until", until}});
    return letters;
  });
}

void release(db::Database& database, std::vector<std::string> const& ids, base::Instant now) {
  if (ids.empty()) return;
  database.write(db::no_board,
                 [&](db::Transaction& tx) { tx.run(sql::release_messages, {{"ids", as_json(ids)}, {"now", now}}); });
}

void mark_sent(db::Database& database, Outgoing const& letter) {
  database.write(db::no_board, [&](db::Transaction& tx) {
    tx.run(sql::mark_sent, {{"id", letter.id}, {"at", base::Instant::now()}});
  });
}

void postpone(db::Database& database, Outgoing const& letter, base::Instant now, std::string const& status,
              std::string const& reason) {
  if (letter.attempts + 1 >= most_attempts) return give_up(database, letter, now, status, reason);
  database.write(db::no_board, [&](db::Transaction& tx) {
    tx.run(sql::postpone_message,
           {{"id", letter.id}, {"at", now.plus(wait_after(letter.attempts))}, {"failure", reason}});
  });
}

void give_up(db::Database& database, Outgoing const& letter, base::Instant now, std::string const& status,
             std::string const& reason) {
  database.write(db::every_board, [&](db::Transaction& tx) {
    mark_bounce(tx, letter.id, letter.recipient, status, reason, now);
    tx.run(sql::give_up_message, {{"id", letter.id}, {"at", now}, {"failure", reason}});
  });
}

}  // namespace lenig::mail
