#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "app/application.hpp"
#include "platform/db/connection.hpp"

namespace lenig::tests {

/// What a page answered.
struct Answer {
  int status = 0;
  std::string location;  // of a redirect
  http::Headers headers;
  std::string body;

  bool says(std::string_view text) const { return body.find(text) != std::string::npos; }
  /// What a hidden field of the page holds.
  std::string field(std::string_view name) const;
};

/// Somebody's browser: keeps cookies, and sends a form with the tokens of the page that it stood on. It asks the
/// program itself, through all of its middleware; sockets are tested in platform/http.
class Browser {
 public:
  explicit Browser(app::Application& application) : application_(&application) {}

  Answer get(std::string const& path);
  /// Sends fields to a path, with the tokens of the last page that was read (or of the sign-in page).
  Answer post(std::string const& path, std::vector<std::pair<std::string, std::string>> fields = {});
  /// Sends just this, without tokens.
  Answer post_bare(std::string const& path, std::string const& body, http::Headers headers = {});
  /// Signs in; throws std::runtime_error when it is refused.
  void sign_in(std::string const& email, std::string const& password);

  std::string csrf;
  std::string once;
  std::map<std::string, std::string> cookies;
  std::string remote = "192.0.2.1";
  bool keep_once = false;  // sends the same key again, as a double click does

 private:
  Answer ask(http::Request request);

  app::Application* application_;
};

/// The demo's case, loaded once for a whole run of tests and served from a copy where a test changes it.
class Case {
 public:
  /// A program with a fresh copy of the case.
  Case();

  app::Application& application() { return *application_; }
  db::Database& database() { return application_->database(); }
  /// The browser of a persona of the demo ("office", "director", "teacher", "stranger", …), signed in.
  Browser as(std::string const& persona);
  Browser anybody() { return Browser(*application_); }
  std::string email_of(std::string const& persona) const;
  std::string password_of(std::string const& persona) const;

  /// The id of a unit or a person by name, a participation by its unit's name.
  std::string unit(std::string const& name);
  std::string person(std::string const& family_name);
  std::string participation(std::string const& unit_name);
  std::string programme();
  std::string cohort(std::string const& name);
  std::string meeting(std::string const& title);

  /// The only value of a query in plain SQL, asked as the owner of the tables.
  std::string value(std::string const& sql);
  /// Changes rows in plain SQL, as the owner of the tables.
  void change(std::string const& sql);

 private:
  db::Query const& kept(std::string const& sql);

  std::unique_ptr<app::Application> application_;
  std::mutex mutex_;  // of the owner's connection: tests ask from several threads
  std::shared_ptr<db::Connection> owner_;
  std::map<std::string, db::Query> asked_;
};

}  // namespace lenig::tests
