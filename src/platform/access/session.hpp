#pragma once

#include <optional>
#include <string>
#include <vector>

#include "platform/access/viewer.hpp"
#include "platform/db/database.hpp"

namespace lenig::access {

/// A session as a request finds it.
struct Session {
  PersonId person;
  BoardId board;  // empty until somebody of several boards chose one
  std::string email;
  std::string csrf;
  std::optional<i18n::Language> language;
  Theme theme = Theme::automatic;
  base::Instant rotated_at;
  base::Instant seen_at;
  bool by_previous = false;  // found by the secret before the last rotation
};
BOOST_DESCRIBE_STRUCT(Session, (), (person, board, email, csrf, language, theme, rotated_at, seen_at, by_previous))

/// A session as its owner sees it in the list.
struct OpenSession {
  std::string csrf;  // which one it is, without its secret
  std::string device;
  base::Instant made_at;
  base::Instant seen_at;
};
BOOST_DESCRIBE_STRUCT(OpenSession, (), (csrf, device, made_at, seen_at))

/// Starts a session and gives its secret, which is stored as a hash only. `device` is a short name of the browser.
std::string start_session(db::Transaction& tx, PersonId const& person, std::string const& device, base::Instant now);

/// The session of this secret, when it has not ended.
std::optional<Session> find_session(db::Reading& reading, std::string const& secret, base::Instant now);

/// Whether a session's secret has served its time, or its last visit should be noted.
bool needs_refresh(Session const& session, base::Instant now);

/// Notes the visit; gives a new secret when the old one has served its hour. The old one stays valid for a minute, for
/// requests that are under way.
std::optional<std::string> refresh_session(db::Transaction& tx, Session const& session, std::string const& secret,
                                           base::Instant now);

void end_session(db::Transaction& tx, std::string const& secret);
/// Log out everywhere: ends every session and every token of the person and forgets their browsers.
void end_all_sessions(db::Transaction& tx, PersonId const& person);
std::vector<OpenSession> open_sessions(db::Reading& reading, PersonId const& person, base::Instant now);

void choose_board(db::Transaction& tx, std::string const& csrf, BoardId const& board);
void choose_language(db::Transaction& tx, PersonId const& person, i18n::Language language);
void choose_theme(db::Transaction& tx, PersonId const& person, Theme theme);

/// Removes what has ended: sessions, tickets, throttles and remembered forms. A daily job.
void sweep(db::Transaction& tx, base::Instant now);

/// "Firefox op Windows": enough to recognise one's own browser in a list.
std::string device_name(std::string_view user_agent);

}  // namespace lenig::access
