#include "app/identity.hpp"

#include "organisation/organisation.h"
#include "platform/access/session.hpp"
#include "platform/base/random.hpp"
#include "platform/http/body.hpp"
#include "platform/http/cookies.hpp"

namespace lenig::app {

namespace {

using access::Relation;
using access::Visit;

struct Recognised {
  std::optional<access::Session> session;
  std::vector<organisation::Seat> seats;
};

/// The board that the session chose, when its holder still works there; else the first one.
base::BoardId board_of(Recognised const& found) {
  for (auto const& seat : found.seats) {
    if (seat.board == found.session->board) return seat.board;
  }
  return found.seats.empty() ? base::BoardId() : found.seats.front().board;
}

void take_seats(Visit& visit, Recognised const& found) {
  auto& viewer = visit.viewer;
  viewer.person = found.session->person;
  viewer.board = board_of(found);
  viewer.theme = found.session->theme;
  if (found.session->language) viewer.language = *found.session->language;
  for (auto const& seat : found.seats) {
    if (seat.board != viewer.board) continue;
    viewer.name = organisation::full_name(seat.given_name, seat.prefix, seat.family_name);
    viewer.roles.push_back(seat.role);
    visit.places.push_back({.unit = seat.unit.text(), .name = seat.unit_name, .role = seat.role});
    visit.board_name = seat.board_name;
  }
  for (auto const& seat : found.seats) {
    bool known = false;
    for (auto const& board : visit.frame.boards) known = known || board.value == seat.board.text();
    if (!known) visit.frame.boards.push_back({seat.board.text(), seat.board_name, seat.board == viewer.board});
  }
  visit.frame.has_boards = visit.frame.boards.size() > 1;
}

/// Finds where the viewer works; from there on the request touches what is in reach of the board that they look from.
void sit_down(db::Reading& reading, Visit& visit, Recognised& found) {
  auto const& person = found.session->person;
  reading.enter({.person = person.text()});
  auto const reach = organisation::reach_of(reading, person, visit.viewer.today);
  reading.enter(organisation::scope_anywhere(reach, person));
  found.seats = organisation::seats(reading, person, visit.viewer.today);
  take_seats(visit, found);
  visit.scope = organisation::scope_at(reach, person, visit.viewer.board);
  reading.enter(visit.scope);
}

/// How the viewer stands to the thing in the path; towards a path that names none, to their own board.
access::Relations standing(db::Reading& reading, Visit& visit, Recognised const& found) {
  access::Relations relations{Relation::anyone};
  if (!found.session) return relations;
  relations.add(Relation::signed_in);
  auto const* route = visit.match.route;
  if (route != nullptr && route->resolver) {
    if (auto const to_thing = route->resolver(reading, visit.viewer, visit.params.find("id")->second))
      relations.add(*to_thing);
  } else {
    relations.add(organisation::relations_to_own_board(found.seats, visit.viewer.board));
  }
  return relations;
}

/// Before somebody signs in, a secret of the browser ties forms to it.
std::string token_of_stranger(Visit& visit, bool secure) {
  auto secret = std::string(visit.request.cookie("lenig_form").value_or(""));
  if (secret.size() != 43) {
    secret = base::new_secret();
    visit.cookies.emplace_back(
        "Set-Cookie", http::set_cookie("lenig_form", secret, {.secure = secure, .same_site = http::SameSite::strict}));
  }
  return base::sha256_hex(secret);
}

void refresh(Application& application, Visit& visit, access::Session const& session, std::string const& secret,
             base::Instant now) {
  auto const fresh = application.database().write(
      db::no_board, [&](db::Transaction& tx) { return access::refresh_session(tx, session, secret, now); });
  if (!fresh) return;
  http::CookieOptions const options{.max_age = std::chrono::hours{30 * 24},
                                    .secure = application.settings().behind_https()};
  visit.cookies.emplace_back("Set-Cookie", http::set_cookie("lenig_session", *fresh, options));
}

void take_preferences_of_browser(Visit& visit) {
  auto& viewer = visit.viewer;
  viewer.language = i18n::preferred(visit.request.header("accept-language").value_or(""));
  if (auto const language = base::enum_from<i18n::Language>(visit.request.cookie("lenig_language").value_or("")))
    viewer.language = *language;
  if (auto const theme = base::enum_from<access::Theme>(visit.request.cookie("lenig_theme").value_or("")))
    viewer.theme = *theme;
}

}  // namespace

void recognise(Application& application, Visit& visit) {
  auto const now = base::Instant::now();
  if (auto match = application.routes().match(visit.request.method, visit.request.path)) {
    visit.match = *match;
    visit.params = match->params;
  }
  visit.query = html::Sent(http::parse_form(visit.request.query).value_or(http::Fields{}));
  visit.viewer.today = application.calendar().today();
  take_preferences_of_browser(visit);

  auto const secret = std::string(visit.request.cookie("lenig_session").value_or(""));
  Recognised found;
  application.database().read(db::no_board, [&](db::Reading& reading) {
    if (!secret.empty()) found.session = access::find_session(reading, secret, now);
    if (found.session) sit_down(reading, visit, found);
    visit.viewer.relations = standing(reading, visit, found);
  });
  visit.form_token =
      found.session ? found.session->csrf : token_of_stranger(visit, application.settings().behind_https());
  visit.context.csrf = base::masked(visit.form_token);
  if (found.session && access::needs_refresh(*found.session, now))
    refresh(application, visit, *found.session, secret, now);
}

}  // namespace lenig::app
