#include "platform/mail/insert.hpp"

#include <boost/json.hpp>

#include <algorithm>

#include "mail/queries.hpp"
#include "platform/mail/outgoing.hpp"
#include "platform/mail/rhythm.hpp"

namespace lenig::mail {

namespace {

// A statement takes as many at a time as make some hundred kilobytes.
constexpr std::size_t rows_at_once = 500;

bool may_wait(Message const& message) { return message.haste == Haste::may_wait && !message.calendar; }

/// What the addresses of letters that may wait chose; one question for all of them.
Preferences preferences_for(db::Transaction& tx, std::vector<Message> const& messages) {
  std::vector<std::string> addresses;
  for (auto const& message : messages) {
    if (may_wait(message)) addresses.push_back(address_of(message.to));
  }
  return preferences_of(tx, addresses);
}

base::Instant due_at(Message const& message, Preferences const& preferences, base::Instant now) {
  auto const earliest = std::max(message.not_before.value_or(now), now);
  return may_wait(message) ? next_hour(preference_in(preferences, address_of(message.to)), earliest) : earliest;
}

boost::json::object row_of(Message const& message, std::string const& id, base::Instant now, base::Instant due) {
  boost::json::object row{{"id", id},
                          {"recipient", message.to},
                          {"address", address_of(message.to)},
                          {"subject", message.subject},
                          {"body", message.text},
                          {"queued_at", now.text()},
                          {"board_id", message.board.text()},
                          {"language", base::name_of(message.language)},
                          {"haste", base::name_of(may_wait(message) ? Haste::may_wait : Haste::at_once)},
                          {"due_at", due.text()},
                          {"key", message.key},
                          {"token", message.token.empty() ? new_token() : message.token},
                          {"calendar", ""}};
  if (message.calendar) {
    row["calendar_method"] = base::name_of(message.calendar->method);
    row["calendar"] = message.calendar->text;
  }
  return row;
}

}  // namespace

std::vector<std::string> insert(db::Transaction& tx, std::vector<Message> const& messages, base::Instant now) {
  auto const preferences = preferences_for(tx, messages);
  std::vector<std::string> ids;
  boost::json::array rows;
  auto const write = [&] {
    if (!rows.empty()) tx.run(sql::insert_messages, {{"letters", boost::json::serialize(rows)}});
    rows.clear();
  };
  for (auto const& message : messages) {
    ids.push_back(base::new_uuid());
    rows.push_back(row_of(message, ids.back(), now, due_at(message, preferences, now)));
    if (rows.size() == rows_at_once) write();
  }
  write();
  return ids;
}

}  // namespace lenig::mail
