#include "platform/mail/mail.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <array>

#include "mail/queries.hpp"
#include "platform/base/random.hpp"
#include "platform/mail/insert.hpp"

namespace lenig::mail {

namespace {

constexpr std::string_view sending = "mail.send";
constexpr std::string_view looking = "mail.look";
constexpr std::chrono::minutes between_looks{1};
constexpr std::chrono::minutes longest_run{5};

void send(db::Database& database, Post const& post) {
  if (!deliver(database, post).more) return;
  database.write(db::no_board, [](db::Transaction& tx) { jobs::enqueue(tx, sending, ""); });
}

/// A server that is away does not stop the looking; what is due stays so until the next.
void look(db::Database& database, Post const& post) {
  try {
    send(database, post);
  } catch (std::runtime_error const& error) {
    spdlog::warn("letters wait: {}", error.what());
  }
  database.write(db::no_board,
                 [](db::Transaction& tx) { jobs::enqueue(tx, looking, "", base::Instant::now().plus(between_looks)); });
}

}  // namespace

std::string new_token() {
  std::array<unsigned char, 16> bytes{};
  base::random_bytes(bytes);
  std::string text;
  for (auto const byte : bytes) text += fmt::format("{:02x}", byte);
  return text;
}

void queue(db::Transaction& tx, Message const& message) { queue(tx, std::vector{message}); }

void queue(db::Transaction& tx, std::vector<Message> const& messages) {
  if (messages.empty()) return;
  insert(tx, messages, base::Instant::now());
  jobs::enqueue(tx, sending, "");
}

long long withdraw(db::Transaction& tx, std::string_view key) {
  return key.empty() ? 0 : tx.run(sql::withdraw, {{"key", key}});
}

jobs::Works works(Post const& post) {
  jobs::Works all;
  all.emplace(std::string(sending),
              jobs::Work([post](db::Database& database, std::string const&) { send(database, post); }, longest_run));
  all.emplace(std::string(looking),
              jobs::Work([post](db::Database& database, std::string const&) { look(database, post); }, longest_run));
  return all;
}

void start(db::Database& database) {
  database.write(db::no_board, [](db::Transaction& tx) { jobs::enqueue_once(tx, looking); });
}

std::vector<Sent> outbox(db::Reading& reading, int most) {
  return reading.all<Sent>(sql::newest_messages, {{"most", most}});
}

std::optional<Sent> message(db::Reading& reading, std::string const& id) {
  return reading.one<Sent>(sql::message_by_id, {{"id", id}});
}

}  // namespace lenig::mail
