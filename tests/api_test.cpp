// What programs read, asked of the whole program with the tokens of each persona.
#include <gtest/gtest.h>

#include <boost/json.hpp>

#include <set>

#include "app/programs.hpp"
#include "organisation/organisation.h"
#include "platform/access/account.hpp"
#include "platform/access/token.hpp"
#include "tests/support/browser.hpp"

namespace lenig::tests {

namespace {

/// A program that reads with the token of a persona.
class Program {
 public:
  Program(Case& in, std::string const& persona, std::string const& scope = "") : application_(&in.application()) {
    secret_ = in.database().write(db::every_board, [&](db::Transaction& tx) {
      auto const account = access::account_by_email(tx, in.email_of(persona)).value();
      auto const seats = organisation::seats(tx, account.person, base::Date::parse("2004-04-15").value());
      return access::make_token(tx, {account.person, seats.front().board, scope}, base::Instant::now());
    });
  }

  http::Response ask(std::string const& target) const {
    auto const question = target.find('?');
    http::Request request{.method = http::Method::get, .target = target, .path = target.substr(0, question)};
    if (question != std::string::npos) request.query = target.substr(question + 1);
    request.id = "request-4711";
    request.headers.emplace_back("host", "lenig.test");
    request.headers.emplace_back("authorization", "Bearer " + secret_);
    return application_->answer(request);
  }

  boost::json::object list(std::string const& name) const {
    auto const response = ask("/api/v1/" + name);
    EXPECT_EQ(response.status, 200) << name << response.body;
    return boost::json::parse(response.body).as_object();
  }

  /// All items of a list, part by part.
  boost::json::array all(std::string const& name, int limit = 200) const {
    boost::json::array items;
    auto target = "/api/v1/" + name + "?limit=" + std::to_string(limit);
    while (!target.empty()) {
      auto const part = boost::json::parse(ask(target).body).as_object();
      for (auto const& item : part.at("items").as_array()) items.push_back(item);
      EXPECT_LE(part.at("items").as_array().size(), static_cast<std::size_t>(limit));
      target = part.at("next").is_null() ? "" : std::string(part.at("next").as_string());
      if (!target.empty()) {
        EXPECT_TRUE(target.starts_with("http://lenig.test/api/v1/")) << target;
        target = target.substr(target.find("/api/"));
      }
    }
    return items;
  }

 private:
  app::Application* application_;
  std::string secret_;
};

std::string header(http::Response const& response, std::string_view name) {
  for (auto const& [each, value] : response.headers) {
    if (each == name) return value;
  }
  return {};
}

boost::json::object const& named(boost::json::array const& items, std::string_view unit) {
  for (auto const& item : items) {
    if (item.at("unit").at("name").as_string() == unit) return item.as_object();
  }
  throw std::runtime_error("no such unit");
}

TEST(Api, gives_the_office_every_participation_with_its_history) {
  Case in;
  auto const ways = Program(in, "office").all("participations");
  EXPECT_EQ(ways.size(), 24U);
  auto const& tichel = named(ways, "Houwingaham");
  EXPECT_EQ(tichel.at("status").as_string(), "active");
  EXPECT_EQ(tichel.at("steps_completed").as_int64(), 5);
  EXPECT_EQ(tichel.at("cohort").at("name").as_string(), "Pilots");
  EXPECT_TRUE(tichel.at("reason").is_null());
  EXPECT_EQ(tichel.at("history").as_array().front().at("event").as_string(), "invited");
  auto const& paused = named(ways, "Drieborg");
  EXPECT_EQ(paused.at("status").as_string(), "paused");
  EXPECT_FALSE(paused.at("reason").is_null());
}

TEST(Api, gives_each_persona_what_their_pages_give) {
  Case in;
  for (auto const* persona : {"office", "hr", "director", "teacher", "support", "council", "trainer", "board_member",
                              "supervisor", "stranger"}) {
    std::set<std::string> listed;
    for (auto const& item : Program(in, persona).all("participations"))
      listed.insert(std::string(item.at("id").as_string()));
    auto browser = in.as(persona);
    for (auto const& way : Program(in, "office").all("participations")) {
      auto const id = std::string(way.at("id").as_string());
      bool const opens = browser.get("/programma/deelname/" + id).status == 200;
      EXPECT_EQ(listed.contains(id), opens) << persona << " " << way.at("unit").at("name").as_string();
    }
  }
}

TEST(Api, gives_the_goals_of_units_and_never_those_of_a_person) {
  Case in;
  auto const goals = Program(in, "teacher").all("goals", 2);
  auto const of_units = in.value("select cast(count(*) as text) from plan_goal where unit_id is not null");
  EXPECT_EQ(std::to_string(goals.size()), of_units);
  std::set<std::string> served;
  for (auto const& goal : goals) {
    EXPECT_NE(goal.at("level").as_string(), "person");
    for (auto const& wider : goal.at("serves").as_array()) served.insert(std::string(wider.at("name").as_string()));
  }
  EXPECT_TRUE(served.contains("Leren van en met elkaar"));
  EXPECT_TRUE(Program(in, "stranger").all("goals").empty());
}

TEST(Api, gives_each_persona_the_meetings_that_their_pages_give) {
  Case in;
  auto const every = Program(in, "office").all("meetings");
  EXPECT_GE(every.size(), 15U);
  for (auto const* persona : {"hr", "director", "teacher", "trainer", "council", "stranger"}) {
    std::set<std::string> listed;
    for (auto const& item : Program(in, persona).all("meetings")) listed.insert(std::string(item.at("id").as_string()));
    auto browser = in.as(persona);
    for (auto const& meeting : every) {
      auto const id = std::string(meeting.at("id").as_string());
      bool const opens = browser.get("/programma/bijeenkomst/" + id).status == 200;
      EXPECT_EQ(listed.contains(id), opens) << persona << " " << meeting.at("title").as_string();
    }
  }
}

TEST(Api, shows_nobody_of_another_board) {
  Case in;
  auto const text = boost::json::serialize(Program(in, "stranger").all("people"));
  EXPECT_EQ(text.find("Kuipers"), std::string::npos);
  EXPECT_NE(text.find("van Dam"), std::string::npos);
  EXPECT_TRUE(Program(in, "stranger").all("participations").empty());
  EXPECT_TRUE(Program(in, "stranger").all("meetings").empty());
}

TEST(Api, lists_part_by_part_what_it_lists_at_once) {
  Case in;
  Program const office(in, "office");
  for (auto const& resource : app::all_resources())
    EXPECT_EQ(office.all(resource.name, 3), office.all(resource.name, 200)) << resource.name;
}

TEST(Api, says_what_is_wrong_with_a_question) {
  Case in;
  Program const office(in, "office");
  for (auto const* target : {"/api/v1/units?limit=0", "/api/v1/units?limit=201", "/api/v1/units?limit=many",
                             "/api/v1/units?cursor=nonsense"}) {
    auto const response = office.ask(target);
    EXPECT_EQ(response.status, 400) << target;
    EXPECT_EQ(header(response, "Content-Type"), "application/problem+json");
    auto const problem = boost::json::parse(response.body).as_object();
    EXPECT_EQ(problem.at("status").as_int64(), 400);
    EXPECT_EQ(problem.at("instance").as_string(), "urn:request:request-4711");
  }
  EXPECT_EQ(office.ask("/api/v1/secrets").status, 404);
}

TEST(Api, is_for_holders_of_a_token_that_works) {
  Case in;
  http::Request bare{.method = http::Method::get, .target = "/api/v1/units", .path = "/api/v1/units"};
  auto const refused = in.application().answer(bare);
  EXPECT_EQ(refused.status, 401);
  EXPECT_EQ(header(refused, "WWW-Authenticate"), "Bearer");
  Program const of_units(in, "office", "units");
  EXPECT_EQ(of_units.ask("/api/v1/units").status, 200);
  EXPECT_EQ(of_units.ask("/api/v1/people").status, 403);
  in.as("office").post("/account/overal-afmelden");
  EXPECT_EQ(of_units.ask("/api/v1/units").status, 401) << "logging out everywhere ends tokens too";
}

TEST(Api, does_not_write) {
  Case in;
  http::Request request{.method = http::Method::post, .target = "/api/v1/units", .path = "/api/v1/units"};
  EXPECT_EQ(in.application().answer(request).status, 405);
}

/// Whether a value is what its schema says.
void expect_fits(boost::json::value const& value, boost::json::object const& schema, std::string const& at) {
  if (schema.contains("anyOf")) {
    if (!value.is_null()) expect_fits(value, schema.at("anyOf").as_array().at(0).as_object(), at);
    return;
  }
  auto const type = std::string(schema.at("type").as_string());
  if (type == "object") {
    ASSERT_TRUE(value.is_object()) << at;
    EXPECT_EQ(value.as_object().size(), schema.at("properties").as_object().size()) << at;
    for (auto const& [name, inner] : schema.at("properties").as_object())
      expect_fits(value.as_object().at(name), inner.as_object(), at + "/" + std::string(name));
  } else if (type == "array") {
    ASSERT_TRUE(value.is_array()) << at;
    for (auto const& one : value.as_array()) expect_fits(one, schema.at("items").as_object(), at + "/0");
  } else {
    EXPECT_EQ(type == "string", value.is_string()) << at;
    EXPECT_EQ(type == "integer", value.is_int64()) << at;
    EXPECT_EQ(type == "boolean", value.is_bool()) << at;
  }
}

TEST(OpenApi, describes_what_is_answered) {
  Case in;
  Program const office(in, "office");
  auto const document = boost::json::parse(office.ask("/api/v1/openapi.json").body).as_object();
  EXPECT_EQ(document.at("openapi").as_string(), "3.1.0");
  EXPECT_EQ(document.at("paths").as_object().size(), app::all_resources().size());
  auto const& schemas = document.at("components").at("schemas").as_object();
  for (auto const& resource : app::all_resources()) {
    auto const items = office.all(resource.name);
    EXPECT_FALSE(items.empty()) << resource.name;
    for (auto const& item : items) expect_fits(item, schemas.at(resource.schema_name).as_object(), resource.name);
  }
}

TEST(OpenApi, keeps_to_the_dutch_design_rules_that_a_description_can_keep) {
  Case in;
  auto const response = Program(in, "office").ask("/api/v1/openapi.json");
  EXPECT_EQ(header(response, "Access-Control-Allow-Origin"), "*");
  EXPECT_EQ(header(response, "API-Version"), "1.0.0");
  auto const document = boost::json::parse(response.body).as_object();
  for (auto const* field : {"name", "url", "email"})
    EXPECT_TRUE(document.at("info").at("contact").as_object().contains(field));
  for (auto const& server : document.at("servers").as_array())
    EXPECT_TRUE(std::string(server.at("url").as_string()).ends_with("/v1"));
  for (auto const& [path, item] : document.at("paths").as_object()) {
    EXPECT_FALSE(path.ends_with('/')) << path;
    EXPECT_TRUE(item.at("get").at("responses").at("200").at("headers").as_object().contains("API-Version")) << path;
  }
}

}  // namespace

}  // namespace lenig::tests
