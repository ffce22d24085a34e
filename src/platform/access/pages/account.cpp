#include "platform/access/account.hpp"

#include <algorithm>

#include "platform/access/pages/entrance_pages.hpp"
#include "platform/access/session.hpp"
#include "platform/http/cookies.hpp"

namespace lenig::access::pages {

namespace {

struct SessionLine {
  std::string device;
  std::string since;
  bool is_here = false;
};
BOOST_DESCRIBE_STRUCT(SessionLine, (), (device, since, is_here))

struct AccountView {
  static constexpr std::string_view view = "access/account";
  std::string name;
  std::string email;
  std::string here;
  std::vector<html::Choice> languages;
  std::vector<html::Choice> themes;
  std::vector<SessionLine> sessions;
};
BOOST_DESCRIBE_STRUCT(AccountView, (), (name, email, here, languages, themes, sessions))

SessionLine line_of(OpenSession const& session, Visit const& visit) {
  auto const seen = base::local_time(session.seen_at);
  return {.device = session.device.empty() ? visit.tr("Onbekende browser") : session.device,
          .since = visit.tr("laatst gebruikt op {}", visit.tr.day(seen.date) + ", " + seen.clock()),
          .is_here = session.csrf == visit.form_token};
}

/// Where the form was, when that is a path of this program. Browsers read a backslash as a slash, and pass over control
/// characters: what holds them could lead elsewhere.
std::string here(Visit const& visit) {
  auto const path = visit.form.value("here").value_or("/");
  bool const plain =
      std::none_of(path.begin(), path.end(), [](unsigned char c) { return c <= ' ' || c == 0x7f || c == '\\'; });
  return path.starts_with("/") && !path.starts_with("//") && plain ? path : "/";
}

void remember(Visit& visit, Entrance const& entrance, char const* name, std::string_view value) {
  http::CookieOptions const options{.max_age = std::chrono::hours{400 * 24}, .secure = entrance.secure_cookies};
  visit.cookies.emplace_back("Set-Cookie", http::set_cookie(name, value, options));
}

}  // namespace

http::Response show_account(Visit& visit) {
  struct Found {
    std::optional<Account> account;
    std::vector<OpenSession> sessions;
  };
  auto const found = visit.read([&](db::Reading& reading) {
    return Found{account_of(reading, visit.viewer.person),
                 open_sessions(reading, visit.viewer.person, base::Instant::now())};
  });
  AccountView view{.name = visit.viewer.name,
                   .email = found.account ? found.account->email : "",
                   .here = "/account",
                   .languages = visit.frame.languages,
                   .themes = visit.frame.themes};
  for (auto const& session : found.sessions) view.sessions.push_back(line_of(session, visit));
  return visit.page({.title = visit.tr("Mijn account"),
                     .holds = {Matter::own_account},
                     .content = visit.render(view),
                     .width = Width::narrow});
}

http::Response post_sign_out_everywhere(Visit& visit) {
  visit.write([&](db::Transaction& tx) { end_all_sessions(tx, visit.viewer.person); });
  return visit.see_other("/aanmelden", visit.tr("U bent op alle apparaten afgemeld."));
}

http::Response post_language(Visit& visit, Entrance const& entrance) {
  auto const chosen = base::enum_from<i18n::Language>(visit.form.value("language").value_or(""));
  if (!chosen) return visit.not_found();
  if (visit.viewer.is_signed_in())
    visit.write([&](db::Transaction& tx) { choose_language(tx, visit.viewer.person, *chosen); });
  remember(visit, entrance, "lenig_language", base::name_of(*chosen));
  return visit.see_other(here(visit));
}

http::Response post_theme(Visit& visit, Entrance const& entrance) {
  auto const chosen = base::enum_from<Theme>(visit.form.value("theme").value_or(""));
  if (!chosen) return visit.not_found();
  if (visit.viewer.is_signed_in())
    visit.write([&](db::Transaction& tx) { choose_theme(tx, visit.viewer.person, *chosen); });
  remember(visit, entrance, "lenig_theme", base::name_of(*chosen));
  return visit.see_other(here(visit));
}

http::Response post_board(Visit& visit) {
  auto const board = BoardId::parse(visit.form.value("board").value_or(""));
  bool known = false;
  for (auto const& one : visit.frame.boards) known = known || (board && one.value == board->text());
  if (!known) return visit.not_found();
  visit.write([&](db::Transaction& tx) { choose_board(tx, visit.form_token, *board); });
  return visit.see_other("/");
}

}  // namespace lenig::access::pages
