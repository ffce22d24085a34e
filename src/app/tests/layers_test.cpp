// What every answer goes through: headers that keep browsers safe, and pages for what broke.
#include <gtest/gtest.h>

#include <map>

#include "app/middleware.hpp"
#include "tests/support/browser.hpp"

namespace lenig::tests {

namespace {

using Handler = std::function<http::Response(access::Visit&)>;

http::Response through(app::Application& application, access::Visit& visit, std::size_t layer,
                       Handler const& innermost) {
  if (layer == app::layers().size()) return innermost(visit);
  return app::layers()[layer](application, visit, [&, layer](access::Visit& inner) {
    return through(application, inner, layer + 1, innermost);
  });
}

http::Request request_of(std::string const& path, http::Method method = http::Method::get) {
  return {.method = method,
          .target = path,
          .path = path,
          .headers = {{"host", "lenig.test"}},
          .remote = "192.0.2.1",
          .id = "request-4711"};
}

/// What the program answers when the page behind the sign-in page's route does this.
http::Response answer_when(app::Application& application, Handler const& page) {
  auto const request = request_of("/aanmelden");
  access::Visit visit(request, application.database(), [&]() -> vault::Vault& { return application.vault(); });
  return through(application, visit, 0, page);
}

std::string header(http::Response const& response, std::string const& name) {
  std::string found;
  for (auto const& [key, value] : response.headers) {
    if (key != name) continue;
    EXPECT_TRUE(found.empty()) << name << " stands there twice";
    found = value;
  }
  return found;
}

void expect_safe(http::Response const& response, std::string const& what) {
  auto const policy = header(response, "Content-Security-Policy");
  for (char const* const part : {"default-src 'none'", "script-src 'self'", "style-src 'self'", "form-action 'self'",
                                 "base-uri 'none'", "frame-ancestors 'none'"}) {
    EXPECT_NE(policy.find(part), std::string::npos) << what << " lacks " << part;
  }
  EXPECT_EQ(policy.find("unsafe"), std::string::npos) << what;
  EXPECT_EQ(header(response, "X-Content-Type-Options"), "nosniff") << what;
  EXPECT_EQ(header(response, "Referrer-Policy"), "same-origin") << what;
  EXPECT_EQ(header(response, "Cross-Origin-Opener-Policy"), "same-origin") << what;
  EXPECT_EQ(header(response, "Cross-Origin-Resource-Policy"), "same-origin") << what;
}

class Layers : public ::testing::Test {
 protected:
  http::Response ask(std::string const& path, http::Method method = http::Method::get) {
    return in.application().answer(request_of(path, method));
  }

  Case in;
};

}  // namespace

TEST_F(Layers, put_safe_headers_on_every_kind_of_answer) {
  auto const asset = in.application().path_of_asset("main.css");
  ASSERT_FALSE(asset.empty());
  std::map<int, std::vector<http::Response>> answers;
  for (char const* const path : {"/aanmelden", "/", "/nergens", "/web/nothing.js"}) {
    auto response = ask(path);
    answers[response.status].push_back(response);
  }
  answers[400].push_back(ask("/aanmelden", http::Method::post));
  answers[200].push_back(ask(asset));
  answers[500].push_back(
      answer_when(in.application(), [](access::Visit&) -> http::Response { throw std::runtime_error("x"); }));
  answers[503].push_back(
      answer_when(in.application(), [](access::Visit&) -> http::Response { throw db::Unavailable("x"); }));
  for (int const status : {200, 303, 400, 404, 500, 503}) EXPECT_FALSE(answers[status].empty()) << status;
  for (auto const& [status, responses] : answers) {
    for (auto const& response : responses) {
      EXPECT_EQ(response.status, status);
      expect_safe(response, std::to_string(status));
    }
  }
}

TEST_F(Layers, put_safe_headers_on_a_refused_form) {
  auto const response = answer_when(in.application(), [](access::Visit& visit) {
    return visit.notice(422, {.heading = "x", .path = "/", .action = "y"});
  });
  EXPECT_EQ(response.status, 422);
  expect_safe(response, "422");
}

TEST_F(Layers, let_nobody_keep_a_page_and_everybody_a_built_in_file) {
  for (auto const& response : {ask("/aanmelden"), ask("/nergens"), ask("/web/nothing.js")})
    EXPECT_EQ(header(response, "Cache-Control"), "no-store");
  auto const kept = header(ask(in.application().path_of_asset("main.css")), "Cache-Control");
  EXPECT_NE(kept.find("immutable"), std::string::npos) << kept;
}

TEST_F(Layers, give_no_cookie_that_a_script_can_read) {
  auto const response = ask("/aanmelden");
  int cookies = 0;
  for (auto const& [name, value] : response.headers) {
    if (name != "Set-Cookie") continue;
    ++cookies;
    EXPECT_NE(value.find("HttpOnly"), std::string::npos) << value;
    EXPECT_NE(value.find("SameSite="), std::string::npos) << value;
  }
  EXPECT_GT(cookies, 0);
}

TEST_F(Layers, ask_for_https_only_where_the_program_stands_behind_it) {
  EXPECT_EQ(header(ask("/aanmelden"), "Strict-Transport-Security"), "");
  auto settings = in.application().settings();
  settings.address = "https://lenig.test";
  app::Application behind(settings);
  auto const response = behind.answer(request_of("/aanmelden"));
  EXPECT_NE(header(response, "Strict-Transport-Security"), "");
  for (auto const& [name, value] : response.headers) {
    bool const safe =
        name != "Set-Cookie" || !value.starts_with("lenig_form") || value.find("Secure") != std::string::npos;
    EXPECT_TRUE(safe) << value;
  }
}

TEST_F(Layers, show_the_id_of_a_request_that_broke_and_nothing_of_what_broke) {
  auto const response = answer_when(in.application(), [](access::Visit&) -> http::Response {
    throw std::runtime_error("column secret_hash of table access_session");
  });
  EXPECT_EQ(response.status, 500);
  EXPECT_NE(response.body.find("request-4711"), std::string::npos);
  EXPECT_EQ(response.body.find("secret_hash"), std::string::npos);
  EXPECT_NE(response.body.find("Hier ging iets mis"), std::string::npos);
}

TEST_F(Layers, ask_for_patience_when_the_database_is_away) {
  auto const response = answer_when(in.application(), [](access::Visit&) -> http::Response {
    throw db::Unavailable("server closed the connection to 10.0.0.7");
  });
  EXPECT_EQ(response.status, 503);
  EXPECT_EQ(header(response, "Retry-After"), "5");
  EXPECT_NE(response.body.find("even niet bereikbaar"), std::string::npos);
  EXPECT_NE(response.body.find("request-4711"), std::string::npos);
  EXPECT_EQ(response.body.find("10.0.0.7"), std::string::npos);
}

TEST_F(Layers, answer_when_even_the_session_can_not_be_read) {
  auto const request = request_of("/aanmelden");
  access::Visit visit(request, in.database(), [&]() -> vault::Vault& { return in.application().vault(); });
  auto const& catch_all = app::layers().at(3);
  auto const response =
      catch_all(in.application(), visit, [](access::Visit&) -> http::Response { throw db::Unavailable("away"); });
  EXPECT_EQ(response.status, 503);
  EXPECT_NE(response.body.find("<html lang=\"nl\""), std::string::npos);
  EXPECT_NE(response.body.find(in.application().path_of_asset("main.css")), std::string::npos);
}

TEST_F(Layers, leave_what_a_broken_page_wrote_undone) {
  static db::Query const insert{
      "test/insert",
      "insert into mail_message (id, recipient, subject, body, queued_at) values ('half', '', '', '', '')",
      {}};
  auto const response = answer_when(in.application(), [](access::Visit& visit) -> http::Response {
    visit.write([](db::Transaction& tx) {
      tx.run(insert);
      throw std::runtime_error("halfway");
    });
    return {};
  });
  EXPECT_EQ(response.status, 500);
  EXPECT_EQ(in.value("select cast(count(*) as text) from mail_message where id = 'half'"), "0");
}

}  // namespace lenig::tests
