#include "app/stage.hpp"

#include <boost/json.hpp>

#include "platform/access/form_answers.hpp"
#include "platform/base/random.hpp"
#include "platform/base/text.hpp"
#include "platform/http/cookies.hpp"
#include "version.hpp"

namespace lenig::app {

namespace {

using access::Visit;

struct ResendView {
  static constexpr std::string_view view = "app/resend";
  std::string action;
  std::vector<html::Hidden> fields;
};
BOOST_DESCRIBE_STRUCT(ResendView, (), (action, fields))

/// Of the two places that begin with the same word, what is one's own and what is everybody's.
bool is_own_development(std::string_view path) {
  return path == "/plannen" || path.starts_with("/plannen/eigen") || path.starts_with("/plannen/snel") ||
         path.starts_with("/plannen/actie");
}

bool is_at(std::string_view here, std::string_view path) {
  if (path == "/") return here == "/";
  if (path == "/plannen") return is_own_development(here);
  if (path == "/plannen/koers") return here.starts_with("/plannen") && !is_own_development(here);
  return here.starts_with(path);
}

void add_navigation(Application const& application, Visit& visit) {
  auto const add = [&](std::string label, std::string path) {
    bool const here = is_at(visit.request.path, path);
    visit.frame.navigation.push_back({std::move(label), std::move(path), here});
  };
  add(visit.tr("Start"), "/");
  add(visit.tr("Mijn ontwikkeling"), "/plannen");
  add(visit.tr("Koers"), "/plannen/koers");
  add(visit.tr("Organisatie"), "/organisatie");
  add(visit.tr("Programma's"), "/programma");
  if (application.is_demo()) add(visit.tr("Post"), "/post");
}

void add_preferences(Visit& visit) {
  auto& frame = visit.frame;
  frame.languages = {{"nl", "Nederlands", visit.viewer.language == i18n::Language::nl},
                     {"en", "English", visit.viewer.language == i18n::Language::en}};
  frame.themes = {{"automatic", visit.tr("Apparaat"), visit.viewer.theme == access::Theme::automatic},
                  {"light", visit.tr("Licht"), visit.viewer.theme == access::Theme::light},
                  {"dark", visit.tr("Donker"), visit.viewer.theme == access::Theme::dark}};
}

std::string theme_attribute(access::Theme theme) {
  return theme == access::Theme::automatic ? "auto" : std::string(base::name_of(theme));
}

std::string initials_of(std::string const& name) {
  auto const words = base::split(name, ' ');
  auto const first = [](std::string const& word) {
    return word.substr(0, word.size() > 1 && (static_cast<unsigned char>(word[0]) & 0xe0) == 0xc0 ? 2 : 1);
  };
  return words.size() < 2 ? first(words.front()) : first(words.front()) + first(words.back());
}

void take_flash(Visit& visit) {
  auto const cookie = visit.request.cookie("lenig_flash");
  if (!cookie || visit.request.method == http::Method::post) return;
  auto const decoded = http::parse_form("f=" + std::string(*cookie));
  boost::system::error_code fault;
  auto const said = boost::json::parse(decoded && !decoded->empty() ? decoded->front().second : "", fault);
  if (!fault && said.is_object()) {
    html::Flash flash;
    if (auto const* text = said.as_object().if_contains("text"); text != nullptr && text->is_string())
      flash.text = text->as_string();
    if (auto const* undo = said.as_object().if_contains("undo"); undo != nullptr && undo->is_string())
      flash.undo = undo->as_string();
    if (!base::is_uuid(flash.undo)) flash.undo.clear();
    if (!flash.text.empty()) visit.frame.flash = flash;
  }
  if (visit.request.header("hx-request")) return;  // a part of a page shows no message, so it stays for the next page
  visit.cookies.emplace_back(
      "Set-Cookie", http::set_cookie("lenig_flash", "", {.max_age = std::chrono::seconds{0}, .secure = false}));
}

void set_texts(Application const& application, Visit& visit) {
  auto& frame = visit.frame;
  visit.tr = i18n::Words(visit.viewer.language);
  visit.context.language = visit.viewer.language;
  frame.language = base::name_of(visit.viewer.language);
  frame.theme = theme_attribute(visit.viewer.theme);
  frame.style = application.path_of_asset("main.css");
  frame.script = application.path_of_asset("main.js");
  frame.icon = application.path_of_asset("favicon.svg");
  frame.logo = application.path_of_asset("logo.svg");
  frame.version = version;
}

}  // namespace

void set_stage(Application& application, Visit& visit) {
  set_texts(application, visit);
  visit.context.once = base::new_secret();
  auto& frame = visit.frame;
  frame.signed_in = visit.viewer.is_signed_in();
  frame.name = visit.viewer.name;
  frame.first_name = visit.viewer.name.substr(0, visit.viewer.name.find(' '));
  frame.initials = frame.name.empty() ? "" : initials_of(frame.name);
  frame.place = visit.places.empty() ? "" : visit.places.front().name;
  frame.here = visit.request.method == http::Method::post ? "/" : visit.request.target;
  add_preferences(visit);
  if (frame.signed_in) add_navigation(application, visit);
  take_flash(visit);
}

http::Response broken(Application& application, Visit& visit, int status) {
  set_texts(application, visit);
  auto const& tr = visit.tr;
  if (status == 503) {
    return visit.notice(503, {.heading = tr("Lenig is even niet bereikbaar"),
                              .text = tr("De gegevens zijn nu niet te bereiken. Ga terug en probeer het over een paar "
                                         "tellen opnieuw; wat u typte staat er dan nog."),
                              .request = visit.request.id,
                              .path = "/",
                              .action = tr("Opnieuw proberen")});
  }
  return visit.notice(500, {.heading = tr("Hier ging iets mis"),
                            .text = tr("Dat ligt aan ons. Er is niets half bewaard. Ga terug en probeer het opnieuw, "
                                       "of geef het kenmerk door aan de beheerder."),
                            .request = visit.request.id,
                            .path = "/",
                            .action = tr("Naar start")});
}

http::Response unreadable_form(Visit& visit) {
  return visit.notice(400, {.heading = visit.tr("Dit formulier is niet te lezen"),
                            .text = visit.tr("De browser stuurde iets dat geen formulier is. Ga terug en verstuur het "
                                             "opnieuw; wat u typte staat er nog."),
                            .path = "/",
                            .action = visit.tr("Naar start")});
}

http::Response form_from_elsewhere(Visit& visit) {
  return visit.notice(
      403,
      {.heading = visit.tr("Niet verstuurd"),
       .text = visit.tr("Een andere website probeerde namens u een formulier te versturen. Er is niets veranderd."),
       .path = "/",
       .action = visit.tr("Naar start")});
}

http::Response stale_form(Visit& visit, http::Fields const& fields) {
  ResendView view{.action = visit.request.path};
  for (auto const& [name, value] : fields) {
    bool const secret = name.find("password") != std::string::npos || name == "again";
    if ((!name.starts_with("_") || name == html::seen_field) && !secret) view.fields.push_back({name, value});
  }
  return visit.page(
      {.title = visit.tr("Nog niet verstuurd"), .content = visit.render(view), .width = access::Width::narrow}, 403);
}

void remember_answer(Visit& visit, http::Response const& response) {
  auto const key = access::form_key(visit);
  if (key.empty() || !visit.has_claimed()) return;
  for (auto const& [name, value] : response.headers) {
    if (name == "Location") visit.write([&](db::Transaction& tx) { access::remember_location(tx, key, value); });
  }
}

http::Response repeated_answer(Visit& visit) {
  auto const led_to =
      visit.read([&](db::Reading& reading) { return access::remembered_location(reading, access::form_key(visit)); });
  return visit.see_other(led_to.empty() ? "/" : led_to, visit.tr("Dit was al verstuurd; het is één keer gedaan."));
}

}  // namespace lenig::app
