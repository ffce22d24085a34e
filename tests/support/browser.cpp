#include "tests/support/browser.hpp"

#include <filesystem>
#include <stdexcept>

#include "app/demo.hpp"
#include "app/keys.hpp"
#include "app/modules.hpp"
#include "platform/db/connection.hpp"
#include "platform/db/migrations.hpp"
#include "platform/http/body.hpp"
#include "tests/support/database.hpp"

namespace lenig::tests {

namespace {

std::string value_of_field(std::string const& body, std::string const& name) {
  auto const mark = "name=\"" + name + "\" value=\"";
  auto const from = body.find(mark);
  if (from == std::string::npos) return {};
  auto const begin = from + mark.size();
  return body.substr(begin, body.find('"', begin) - begin);
}

/// The case in a database with its keys; on SQLite loaded once and copied as files, on PostgreSQL loaded each time.
struct Loaded {
  app::Settings settings;
  app::DemoCase facts;
};

/// Keys in the folder, rows in the place.
app::Settings settings_in(std::filesystem::path const& folder, db::Place place) {
  app::Settings settings;
  settings.directory = folder;
  settings.master_key = folder / "master.key";
  settings.place = std::move(place);
  settings.address = "http://lenig.test";
  return settings;
}

Loaded load_fresh() {
  auto settings = settings_in(fresh_folder(), fresh_place());
  db::migrate(settings.place, app::all_migrations());
  db::Database database(settings.place);
  vault::Vault keys(app::key_store(settings), app::master_key(settings, vault::IfMissing::make));
  auto facts = app::load_oost_groningen(database, keys);
  settings.today = facts.today;
  return {settings, facts};
}

void copy_with_log(std::string const& from, std::string const& to) {
  for (char const* const suffix : {"", "-wal"}) {
    std::error_code missing;
    std::filesystem::copy_file(from + suffix, to + suffix, missing);
  }
}

Loaded load() {
  if (on_postgresql()) return load_fresh();
  static Loaded const first = load_fresh();
  auto settings = settings_in(fresh_folder(), fresh_place());
  settings.today = first.facts.today;
  copy_with_log(first.settings.place.sqlite_file, settings.place.sqlite_file);
  copy_with_log(first.settings.directory / "keys.sqlite", settings.directory / "keys.sqlite");
  std::filesystem::copy_file(first.settings.master_key, settings.master_key);
  return {settings, first.facts};
}

app::DemoCase& facts() {
  static app::DemoCase all;
  return all;
}

}  // namespace

std::string Answer::field(std::string_view name) const { return value_of_field(body, std::string(name)); }

Answer Browser::ask(http::Request request) {
  request.id = "test";
  request.remote = remote;
  request.headers.emplace_back("host", "lenig.test");
  std::string cookie;
  for (auto const& [name, value] : cookies) cookie += (cookie.empty() ? "" : "; ") + name + "=" + value;
  if (!cookie.empty()) request.headers.emplace_back("cookie", cookie);
  auto const response = application_->answer(request);
  Answer answer{.status = response.status, .headers = response.headers, .body = response.body};
  for (auto const& [name, value] : response.headers) {
    if (name == "Location") answer.location = value;
    if (name == "Set-Cookie") {
      auto const equals = value.find('=');
      auto const end = value.find(';');
      cookies[value.substr(0, equals)] = value.substr(equals + 1, end - equals - 1);
      if (value.find("Max-Age=0") != std::string::npos) cookies.erase(value.substr(0, equals));
    }
  }
  if (auto const token = value_of_field(answer.body, "_csrf"); !token.empty()) csrf = token;
  if (auto const key = value_of_field(answer.body, "_once"); !key.empty() && !keep_once) once = key;
  return answer;
}

Answer Browser::get(std::string const& path) {
  http::Request request{.method = http::Method::get, .target = path};
  auto const question = path.find('?');
  request.path = path.substr(0, question);
  if (question != std::string::npos) request.query = path.substr(question + 1);
  return ask(std::move(request));
}

Answer Browser::post_bare(std::string const& path, std::string const& body, http::Headers headers) {
  auto const question = path.find('?');
  http::Request request{.method = http::Method::post,
                        .target = path,
                        .path = path.substr(0, question),
                        .query = question == std::string::npos ? "" : path.substr(question + 1),
                        .headers = std::move(headers),
                        .body = body};
  return ask(std::move(request));
}

Answer Browser::post(std::string const& path, std::vector<std::pair<std::string, std::string>> fields) {
  if (csrf.empty()) get("/aanmelden");
  fields.emplace_back("_csrf", csrf);
  fields.emplace_back("_once", once);
  std::string body;
  for (auto const& [name, value] : fields)
    body += (body.empty() ? "" : "&") + http::url_encode(name) + "=" + http::url_encode(value);
  auto answer = post_bare(path, body, {{"content-type", "application/x-www-form-urlencoded"}});
  if (!keep_once) once += "1";  // the next form of a real page has a key of its own
  return answer;
}

void Browser::sign_in(std::string const& email, std::string const& password) {
  get("/aanmelden");
  auto const answer = post("/aanmelden", {{"email", email}, {"password", password}});
  if (answer.status != 303)
    throw std::runtime_error("signing in as " + email + " gave " + std::to_string(answer.status));
  get("/account");
}

Case::Case() {
  auto loaded = load();
  facts() = loaded.facts;
  application_ = std::make_unique<app::Application>(loaded.settings, loaded.facts.logins);
}

std::string Case::email_of(std::string const& persona) const {
  for (std::size_t i = 0; i < facts().personas.size(); ++i) {
    if (facts().personas[i] == persona) return facts().logins[i].email;
  }
  throw std::runtime_error("the demo has no " + persona);
}

std::string Case::password_of(std::string const& persona) const {
  for (std::size_t i = 0; i < facts().personas.size(); ++i) {
    if (facts().personas[i] == persona) return facts().logins[i].password;
  }
  throw std::runtime_error("the demo has no " + persona);
}

Browser Case::as(std::string const& persona) {
  Browser browser(*application_);
  browser.remote = "192.0.2." + std::to_string(2 + persona.size());
  browser.sign_in(email_of(persona), password_of(persona));
  return browser;
}

std::string Case::value(std::string const& sql) {
  std::lock_guard const lock(mutex_);
  std::string found;
  auto const& query = kept(sql);
  owner_->execute(query, {}, {db::Kind::text}, {},
                  [&](std::span<db::Value const> columns) { found = columns[0].text; });
  return found;
}

void Case::change(std::string const& sql) {
  std::lock_guard const lock(mutex_);
  auto const& query = kept(sql);
  owner_->execute(query, {}, {}, {}, [](std::span<db::Value const>) {});
}

/// A connection knows a query by its place.
db::Query const& Case::kept(std::string const& sql) {
  if (!owner_) owner_ = db::Connection::owner(application_->settings().place);
  auto const [at, fresh] = asked_.try_emplace(sql);
  if (fresh) at->second = {"test", at->first, {}};
  return at->second;
}

std::string Case::unit(std::string const& name) {
  return value("select id from organisation_unit where name = '" + name + "'");
}

std::string Case::person(std::string const& family_name) {
  return value("select id from organisation_person where family_name = '" + family_name + "' order by id limit 1");
}

std::string Case::participation(std::string const& unit_name) {
  return value(
      "select w.id from programme_participation w join organisation_unit u on u.id = w.unit_id where u.name = '" +
      unit_name + "'");
}

std::string Case::programme() { return value("select id from programme_programme order by id limit 1"); }

std::string Case::cohort(std::string const& name) {
  return value("select id from programme_cohort where name = '" + name + "'");
}

std::string Case::meeting(std::string const& title) {
  return value("select id from programme_meeting where title = '" + title + "' order by starts_at limit 1");
}

}  // namespace lenig::tests
