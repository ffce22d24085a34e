// Every route × every persona, on two schools: what the program answers is what the one access table says for how that
// persona stands to the thing. How they stand is written down here by hand; the table is the program's own.
#include <gtest/gtest.h>

#include <map>

#include "platform/access/relation.hpp"
#include "tests/support/browser.hpp"

namespace lenig::tests {

namespace {

using access::Relation;
using access::Relations;

constexpr char const* personas[] = {"office",  "hr",           "director",   "teacher",  "support", "council",
                                    "trainer", "board_member", "supervisor", "stranger", "nobody"};

/// What kind of thing a path names.
enum class Kind { none, unit, person, programme, way, meeting };

struct Sample {
  char const* school;
  char const* person_of_school;
};
constexpr Sample samples[] = {{"Houwingaham", "Smid"}, {"Theo Thijssenschool", "Kuipers"}};

bool works_at(std::string const& persona, Sample const& sample) {
  bool const theo = std::string_view(sample.school) == "Theo Thijssenschool";
  return theo ? persona == "director" : persona == "teacher" || persona == "support" || persona == "council";
}

/// What a persona is at the board as a whole.
Relations at_board(std::string const& persona) {
  if (persona == "nobody") return {};
  Relations relations{Relation::board_colleague};
  if (persona == "hr") relations.add(Relation::hr);
  if (persona == "board_member") relations.add(Relation::board_member);
  if (persona == "supervisor") relations.add(Relation::supervisor);
  return relations;
}

/// The programme is run by the network: what a persona is there.
Relations at_network(std::string const& persona) {
  if (persona == "office") return {Relation::facilitator};
  if (persona == "trainer") return {Relation::trainer};
  return {};
}

Relations at_own_place(std::string const& persona) {
  if (persona == "director") return {Relation::group_member, Relation::leader};
  if (persona == "council") return {Relation::group_member, Relation::council};
  return {Relation::group_member};
}

/// How a persona stands to a thing of a sample.
Relations standing(std::string const& persona, Kind kind, Sample const& sample) {
  Relations relations{Relation::anyone};
  if (persona == "nobody") return relations;
  relations.add(Relation::signed_in);
  if (persona == "stranger") {
    if (kind == Kind::none) relations.add(Relation::board_colleague);  // at their own board
    return relations;
  }
  relations.add(at_board(persona));
  relations.add(at_network(persona));
  bool const of_programme = kind == Kind::programme;
  if (works_at(persona, sample) || ((kind == Kind::none || of_programme) && persona != "office" && persona != "hr" &&
                                    persona != "board_member" && persona != "supervisor" && persona != "trainer")) {
    relations.add(at_own_place(persona));
  }
  if (kind == Kind::person) {
    bool const own = (persona == "teacher" && std::string_view(sample.person_of_school) == "Smid") ||
                     (persona == "director" && std::string_view(sample.person_of_school) == "Kuipers");
    if (own) relations.add(Relation::self);
  }
  return relations;
}

struct Thing {
  Kind kind = Kind::none;
  std::string id;
};

Thing thing_of(Case& in, std::string const& pattern, Sample const& sample) {
  auto const starts = [&](char const* prefix) { return pattern.starts_with(prefix); };
  auto const way = in.participation(sample.school);
  auto const meeting =
      "select m.id from programme_meeting m join programme_meeting_participation p on p.meeting_id = m.id where "
      "p.participation_id = '" +
      way + "' and m.step = 5";
  if (starts("/organisatie/eenheid/{id}/leden"))
    return {Kind::unit, in.value("select id from organisation_unit where kind = 'network'")};
  if (starts("/organisatie/eenheid/{id}")) return {Kind::unit, in.unit(sample.school)};
  if (starts("/organisatie/mens/{id}")) return {Kind::person, in.person(sample.person_of_school)};
  if (starts("/organisatie/aanstelling/{id}")) {
    return {Kind::person, in.value("select id from organisation_appointment where person_id = '" +
                                   in.person(sample.person_of_school) + "' order by id limit 1")};
  }
  if (starts("/programma/groep/{id}")) return {Kind::programme, in.cohort("Pilots")};
  if (starts("/programma/deelname/{id}")) return {Kind::way, way};
  if (starts("/programma/vraag/{id}")) {
    auto const question =
        "select id from programme_question where participation_id = '" + way + "' order by id limit 1";
    if (in.value(question).empty())  // the one before removed it
      in.as("office").post("/programma/deelname/" + way + "/vragen", {{"question", "Wat nu?"}});
    return {Kind::way, in.value(question)};
  }
  if (starts("/programma/bijeenkomst/{id}")) return {Kind::meeting, in.value(meeting)};
  if (starts("/programma/agendapunt/{id}")) {
    return {Kind::meeting,
            in.value("select id from programme_agenda_item where meeting_id = (" + meeting + ") and position = 2")};
  }
  if (starts("/programma/{id}")) return {Kind::programme, in.programme()};
  return {};
}

std::string with_parameters(std::string path, std::string const& id) {
  static std::map<std::string, std::string> const others{{"{turn}", "paused"},
                                                         {"{position}", "1"},
                                                         {"{secret}", "no-such-secret"},
                                                         {"{step_id}", "01900000-0000-7000-8000-000000000000"},
                                                         {"{message_id}", "01900000-0000-7000-8000-000000000000"}};
  auto const put = [&](std::string const& name, std::string const& value) {
    if (auto const at = path.find(name); at != std::string::npos) path.replace(at, name.size(), value);
  };
  put("{id}", id);
  for (auto const& [name, value] : others) put(name, value);
  return path;
}

/// Pages that name something besides {id} which is not there answer 404 to whoever may look.
bool names_what_is_not_there(std::string const& pattern) {
  return pattern.find("{secret}") != std::string::npos || pattern.find("{message_id}") != std::string::npos ||
         pattern.ends_with("/stappen/{position}/wijzigen");
}

/// Preferences answer 404 when the form names no choice.
bool needs_a_choice(std::string const& pattern) { return pattern.starts_with("/voorkeuren/"); }

void expect_as_the_table_says(access::Route const& route, Answer const& answer, Relations const& relations,
                              bool signed_in, std::string const& what) {
  bool const may = access::permits(route.access.matter(), route.access.action(), relations);
  if (!may && !signed_in) {
    EXPECT_EQ(answer.status, 303) << what;
    EXPECT_EQ(answer.location, "/aanmelden") << what;
  } else if (!may) {
    EXPECT_EQ(answer.status, 404) << what;
  } else if (names_what_is_not_there(route.pattern) || needs_a_choice(route.pattern)) {
    EXPECT_TRUE(answer.status == 404 || answer.status == 422 || answer.status == 200)
        << what << " gave " << answer.status;
  } else {
    EXPECT_TRUE(answer.status == 200 || answer.status == 303 || answer.status == 422)
        << what << " gave " << answer.status;
    EXPECT_NE(answer.location, "/aanmelden") << what;
  }
}

class AccessMatrix : public ::testing::TestWithParam<Sample> {};

// Signing out ends the session that the other rows need.
bool ends_the_session(std::string const& pattern) {
  return pattern == "/afmelden" || pattern == "/account/overal-afmelden";
}

}  // namespace

TEST_P(AccessMatrix, answers_every_route_to_every_persona_as_the_table_says) {
  Case in;
  int cells = 0;
  for (std::string const persona : personas) {
    auto browser = persona == "nobody" ? in.anybody() : in.as(persona);
    if (persona == "nobody") browser.get("/aanmelden");
    for (auto const& route : in.application().routes().all()) {
      if (ends_the_session(route.pattern) && persona != "nobody") continue;
      auto const thing = thing_of(in, route.pattern, GetParam());
      ASSERT_EQ(thing.id.empty(), route.pattern.find("{id}") == std::string::npos) << "no sample for " << route.pattern;
      auto const path = with_parameters(route.pattern, thing.id);
      auto const answer = route.method == http::Method::post ? browser.post(path) : browser.get(path);
      expect_as_the_table_says(
          route, answer, standing(persona, thing.kind, GetParam()), persona != "nobody",
          persona + (route.method == http::Method::post ? " POST " : " GET ") + path + " " + route.pattern);
      ++cells;
    }
  }
  EXPECT_GT(cells, 600);
}

INSTANTIATE_TEST_SUITE_P(OnTwoSchools, AccessMatrix, ::testing::ValuesIn(samples),
                         [](::testing::TestParamInfo<Sample> const& one) {
                           return std::string(one.index == 0 ? "Houwingaham" : "TheoThijssenschool");
                         });

TEST(Refusal, looks_like_absence) {
  Case in;
  auto stranger = in.as("stranger");
  auto const refused = stranger.get("/programma/deelname/" + in.participation("Houwingaham"));
  auto const absent = stranger.get("/programma/deelname/01900000-0000-7000-8000-000000000000");
  EXPECT_EQ(refused.status, absent.status);
  auto const without_tokens = [](std::string body) {
    for (char const* name : {"_csrf", "_once", "here"}) {
      auto const mark = std::string("name=\"") + name + "\" value=\"";
      for (auto at = body.find(mark); at != std::string::npos; at = body.find(mark, at + 1)) {
        auto const begin = at + mark.size();
        body.erase(begin, body.find('"', begin) - begin);
      }
    }
    return body;
  };
  EXPECT_EQ(without_tokens(refused.body), without_tokens(absent.body));
}

}  // namespace lenig::tests
