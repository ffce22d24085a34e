#include "platform/access/session.hpp"

#include "access/queries.hpp"
#include "platform/base/random.hpp"

namespace lenig::access {

namespace {

using namespace std::chrono_literals;

constexpr auto longest = 30 * 24h;
constexpr auto longest_idle = 7 * 24h;
constexpr auto rotate_after = 1h;
constexpr auto previous_lives = 1min;
constexpr auto note_visit_after = 5min;

}  // namespace

std::string start_session(db::Transaction& tx, PersonId const& person, std::string const& device, base::Instant now) {
  auto const secret = base::new_secret();
  tx.run(sql::insert_session, {{"secret_hash", base::sha256_hex(secret)},
                               {"person", person},
                               {"csrf", base::new_secret()},
                               {"device", device},
                               {"now", now},
                               {"expires_at", now.plus(longest)}});
  return secret;
}

std::optional<Session> find_session(db::Reading& reading, std::string const& secret, base::Instant now) {
  auto const session = reading.one<Session>(
      sql::session_by_secret,
      {{"secret_hash", base::sha256_hex(secret)}, {"now", now}, {"idle_since", now.plus(-longest_idle)}});
  if (session && session->by_previous && session->rotated_at.plus(previous_lives) < now) return std::nullopt;
  return session;
}

bool needs_refresh(Session const& session, base::Instant now) {
  return !session.by_previous &&
         (session.seen_at.plus(note_visit_after) < now || session.rotated_at.plus(rotate_after) < now);
}

std::optional<std::string> refresh_session(db::Transaction& tx, Session const& session, std::string const& secret,
                                           base::Instant now) {
  auto const hash = base::sha256_hex(secret);
  if (session.rotated_at.plus(rotate_after) >= now) {
    tx.run(sql::note_visit, {{"secret_hash", hash}, {"now", now}});
    return std::nullopt;
  }
  auto fresh = base::new_secret();
  auto const rotated =
      tx.run(sql::rotate_session, {{"secret_hash", hash}, {"fresh_hash", base::sha256_hex(fresh)}, {"now", now}});
  return rotated == 1 ? std::optional(fresh) : std::nullopt;  // another request of the same browser was first
}

void end_session(db::Transaction& tx, std::string const& secret) {
  tx.run(sql::end_session, {{"secret_hash", base::sha256_hex(secret)}});
}

void end_all_sessions(db::Transaction& tx, PersonId const& person) {
  tx.run(sql::end_sessions_of_person, {{"person", person}});
  tx.run(sql::end_tokens_of_person, {{"person", person}});
  tx.run(sql::forget_devices_of_person, {{"person", person}});
}

std::vector<OpenSession> open_sessions(db::Reading& reading, PersonId const& person, base::Instant now) {
  return reading.all<OpenSession>(sql::open_sessions,
                                  {{"person", person}, {"now", now}, {"idle_since", now.plus(-longest_idle)}});
}

void choose_board(db::Transaction& tx, std::string const& csrf, BoardId const& board) {
  tx.run(sql::choose_board, {{"csrf", csrf}, {"board", board}});
}

void choose_language(db::Transaction& tx, PersonId const& person, i18n::Language language) {
  tx.run(sql::choose_language, {{"person", person}, {"language", language}});
}

void choose_theme(db::Transaction& tx, PersonId const& person, Theme theme) {
  tx.run(sql::choose_theme, {{"person", person}, {"theme", theme}});
}

void sweep(db::Transaction& tx, base::Instant now) {
  tx.run(sql::sweep_sessions, {{"now", now}, {"idle_since", now.plus(-longest_idle)}});
  tx.run(sql::sweep_tickets, {{"now", now}});
  tx.run(sql::sweep_tokens, {{"now", now}});
  tx.run(sql::sweep_throttles, {{"before", now.plus(-24h)}});
  tx.run(sql::sweep_forms, {{"before", now.plus(-24h)}});
}

std::string device_name(std::string_view user_agent) {
  struct Sign {
    std::string_view sign, name;
  };
  static constexpr Sign browsers[] = {
      {"Edg/", "Edge"}, {"OPR/", "Opera"}, {"Firefox/", "Firefox"}, {"Chrome/", "Chrome"}, {"Safari/", "Safari"}};
  static constexpr Sign systems[] = {{"iPhone", "iPhone"},   {"iPad", "iPad"},    {"Android", "Android"},
                                     {"Windows", "Windows"}, {"Mac OS", "macOS"}, {"Linux", "Linux"}};
  auto const first = [&](std::span<Sign const> signs) {
    for (auto const& one : signs) {
      if (user_agent.find(one.sign) != std::string_view::npos) return std::string(one.name);
    }
    return std::string();
  };
  auto const browser = first(browsers);
  auto const system = first(systems);
  return browser.empty() ? system : system.empty() ? browser : browser + " · " + system;
}

}  // namespace lenig::access
