// Every route × every persona × two schools, another board and the states that a thing can be in: what the program
// answers is what the one access table says for how that persona stands to the thing. How they stand is written down
// here by hand; the table is the program's own.
#include <gtest/gtest.h>

#include <map>

#include "organisation/unit.hpp"
#include "platform/access/relation.hpp"
#include "platform/document/document.hpp"
#include "programme/agreement.hpp"
#include "programme/cohort.hpp"
#include "programme/meeting.hpp"
#include "programme/participation.hpp"
#include "programme/question.hpp"
#include "programme/report.hpp"
#include "tests/support/browser.hpp"
#include "tests/support/furnished.hpp"
#include "tests/support/plans.hpp"

namespace lenig::tests {

namespace {

using access::Relation;
using access::Relations;

constexpr char const* personas[] = {"office",  "hr",           "director",   "teacher",  "support", "council",
                                    "trainer", "board_member", "supervisor", "stranger", "nobody"};

/// What kind of thing a path names.
enum class Kind { none, unit, course, person, programme, way, meeting, document, own };

/// A school with what is its own, and what its things are made to be before each request.
struct Sample {
  char const* name;
  char const* school;
  char const* person_of_school;
  std::vector<char const*> state = {};
  bool of_another_board = false;
  bool person_left = false;
};

constexpr char const* way_is = "update programme_participation set status = '{}' where id = '{way}'";
constexpr char const* meeting_is = "update programme_meeting set state = '{}' where id = '{meeting}'";

std::vector<Sample> const& samples() {
  static std::vector<Sample> const all{
      {"AsItIs", "Houwingaham", "Smid"},
      {"OfADirector", "Theo Thijssenschool", "Kuipers"},
      {"OfAnotherBoard", "De Strandloper", "Dam", {}, true},
      {"WayInvited", "Houwingaham", "Smid", {"invited", way_is}},
      {"WayActive", "Houwingaham", "Smid", {"active", way_is}},
      {"WayPaused", "Houwingaham", "Smid", {"paused", way_is}},
      {"WayWithdrawn", "Houwingaham", "Smid", {"withdrawn", way_is}},
      {"WayCompleted", "Houwingaham", "Smid", {"completed", way_is}},
      {"MeetingPlanned", "Houwingaham", "Smid", {"planned", meeting_is}},
      {"MeetingHeld", "Houwingaham", "Smid", {"held", meeting_is}},
      {"MeetingCancelled", "Houwingaham", "Smid", {"cancelled", meeting_is}},
      {"UnitEnded",
       "Houwingaham",
       "Smid",
       {"2004-01-01", "update organisation_unit set ended_on = '{}' where id = '{unit}'"}},
      {"PersonLeft",
       "Houwingaham",
       "",
       {"2003-12-31",
        "update organisation_appointment_version set ends_on = '{}', starts_on = '2003-01-01' where person_id = "
        "'{person}'"},
       false,
       true},
      {"ProgrammeInDraft",
       "Houwingaham",
       "Smid",
       {"null", "update programme_version set published_on = {} where programme_id = '{programme}'"}},
  };
  return all;
}

bool works_at(std::string const& persona, Sample const& sample) {
  if (sample.of_another_board) return persona == "stranger";
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

/// Whose the plans of a sample are.
bool owns_plans(std::string const& persona, Sample const& sample) {
  if (sample.person_left) return false;
  if (sample.of_another_board) return persona == "stranger";
  return persona == (std::string_view(sample.person_of_school) == "Kuipers" ? "director" : "teacher");
}

/// How a persona stands to a thing of a sample.
Relations standing(std::string const& persona, Kind kind, Sample const& sample) {
  Relations relations{Relation::anyone};
  if (persona == "nobody") return relations;
  relations.add(Relation::signed_in);
  if (kind == Kind::document) {  // whose it is, and nobody else
    if (sample.of_another_board ? persona == "stranger" : persona == "office") relations.add(Relation::self);
    return relations;
  }
  if (kind == Kind::own) {  // a plan that its owner shares with nobody
    if (owns_plans(persona, sample)) relations.add(Relation::self);
    return relations;
  }
  bool const at_own_board = kind == Kind::none || (persona == "stranger") == sample.of_another_board;
  if (!at_own_board) return relations;
  if (persona == "stranger") {
    relations.add(Relation::board_colleague);
    if (kind != Kind::none) relations.add(at_own_place(persona));
    if (kind == Kind::person) relations.add(Relation::self);
    return relations;
  }
  if (kind == Kind::person && sample.person_left) {
    if (persona == "hr") relations.add(Relation::hr);  // of who left, HR alone knows
    return relations;
  }
  relations.add(at_board(persona));
  // Who facilitates the network sets the network's course, not that of a school in it.
  if (kind != Kind::course || persona != "office") relations.add(at_network(persona));
  bool const of_programme = kind == Kind::programme;
  if (works_at(persona, sample) || ((kind == Kind::none || of_programme) && persona != "office" && persona != "hr" &&
                                    persona != "board_member" && persona != "supervisor" && persona != "trainer")) {
    relations.add(at_own_place(persona));
  }
  // The office takes part in the programme itself, as one of the pilots; the trainer works at the place that runs it.
  bool const of_office = persona == "office" || persona == "hr" || persona == "trainer";
  if (of_programme && of_office) relations.add(Relation::group_member);
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

std::string network_of(Case& in, Sample const& sample) {
  return in.value(
      "select id from organisation_unit where kind = 'network' and board_id = (select board_id from "
      "organisation_unit where id = '" +
      in.unit(sample.school) + "')");
}

/// Somebody of the school without an account, or the one who is named.
std::string person_of(Case& in, Sample const& sample) {
  if (*sample.person_of_school != '\0') return in.person(sample.person_of_school);
  return in.value("select min(a.person_id) from organisation_appointment a where a.unit_id = '" +
                  in.unit(sample.school) +
                  "' and not exists (select 1 from access_account c where c.person_id = a.person_id) and not exists "
                  "(select 1 from organisation_appointment o where o.person_id = a.person_id and o.id <> a.id)");
}

std::string programme_of(Case& in, Sample const& sample) {
  return in.value("select programme_id from programme_participation where id = '" + in.participation(sample.school) +
                  "'");
}

std::string meeting_of(Case& in, Sample const& sample) {
  return in.value(
      "select min(m.id) from programme_meeting m join programme_meeting_participation p on p.meeting_id = m.id where "
      "p.participation_id = '" +
      in.participation(sample.school) + "' and m.step = 5");
}

/// A trainer of the sample's programme who is none of the personas; a fresh one when the one before was ended.
std::string trainer_of(Case& in, Sample const& sample) {
  auto const programme = programme_of(in, sample);
  auto const known = "select min(id) from programme_trainer where programme_id = '" + programme +
                     "' and person_id not in (select person_id from access_account)";
  if (in.value(known).empty()) {
    in.change(
        "insert into programme_trainer (board_id, id, programme_id, person_id, since) select board_id, "
        "'01900000-0000-7000-8000-0000000000aa', id, '01900000-0000-7000-8000-0000000000ab', '2004-04-01' from "
        "programme_programme where id = '" +
        programme + "'");
  }
  in.change("update programme_trainer set ended_on = null where programme_id = '" + programme + "'");
  return in.value(known);
}

/// Makes the sample's things what the state says.
void bring_about(Case& in, Sample const& sample) {
  if (sample.state.empty()) return;
  std::string sql = sample.state[1];
  auto const put = [&](std::string const& name, std::string const& value) {
    if (auto const at = sql.find(name); at != std::string::npos) sql.replace(at, name.size(), value);
  };
  put("{}", sample.state[0]);
  put("{way}", in.participation(sample.school));
  put("{meeting}", meeting_of(in, sample));
  put("{unit}", in.unit(sample.school));
  put("{person}", person_of(in, sample));
  put("{programme}", programme_of(in, sample));
  in.change(sql);
}

/// A document that the office ordered, or the stranger at their own board.
std::string document_of(Case& in, Sample const& sample) {
  base::PersonId const person(in.value("select person_id from access_account where email = '" +
                                       in.email_of(sample.of_another_board ? "stranger" : "office") + "'"));
  base::BoardId const board(
      in.value("select min(board_id) from organisation_appointment where person_id = '" + person.text() + "'"));
  base::Actor const actor{.person = person, .board = board, .request = "test"};
  return in.database()
      .write(
          db::every_board,
          [&](db::Transaction& tx) { return document::order(tx, actor, {.title = "Verslag"}, document::Format::docx); })
      .text();
}

Thing thing_of(Case& in, std::string const& pattern, Sample const& sample, PlanThings const& plans) {
  if (pattern.starts_with("/plannen/")) {
    put_back(in, plans);
    auto const found = plans.of(pattern);
    if (!found) return {};
    return {found->whose == Whose::person   ? Kind::own
            : found->whose == Whose::course ? Kind::course
                                            : Kind::unit,
            found->id};
  }
  auto const starts = [&](char const* prefix) { return pattern.starts_with(prefix); };
  auto const way = in.participation(sample.school);
  auto const meeting = meeting_of(in, sample);
  if (starts("/organisatie/eenheid/{id}/leden")) return {Kind::unit, network_of(in, sample)};
  if (starts("/organisatie/eenheid/{id}")) return {Kind::unit, in.unit(sample.school)};
  if (starts("/organisatie/mens/{id}")) return {Kind::person, person_of(in, sample)};
  if (starts("/organisatie/aanstelling/{id}")) {
    return {Kind::person, in.value("select id from organisation_appointment where person_id = '" +
                                   person_of(in, sample) + "' order by id limit 1")};
  }
  if (starts("/document/{id}")) return {Kind::document, document_of(in, sample)};
  if (starts("/programma/groep/{id}"))
    return {Kind::programme, in.cohort(sample.of_another_board ? "Elders" : "Pilots")};
  if (starts("/programma/deelname/{id}")) return {Kind::way, way};
  if (starts("/programma/vraag/{id}")) {
    auto const question =
        "select id from programme_question where participation_id = '" + way + "' order by id limit 1";
    if (in.value(question).empty())  // the one before removed it
      in.as(sample.of_another_board ? "stranger" : "office")
          .post("/programma/deelname/" + way + "/vragen", {{"question", "Wat nu?"}});
    return {Kind::way, in.value(question)};
  }
  if (starts("/programma/wensen/{id}")) return {Kind::unit, in.unit(sample.school)};
  if (starts("/programma/les/{id}"))
    return {Kind::programme, fresh_lesson(in, programme_of(in, sample), sample.of_another_board ? "Elders" : "Pilots")};
  if (starts("/programma/verslag/{id}"))
    return {Kind::programme,
            in.value("select id from programme_report where programme_id = '" + programme_of(in, sample) + "'")};
  if (starts("/programma/begeleider/{id}")) return {Kind::programme, trainer_of(in, sample)};
  if (starts("/programma/afspraak/{id}"))
    return {Kind::programme, in.value("select min(id) from programme_agreement where programme_id = '" +
                                      programme_of(in, sample) + "'")};
  if (starts("/programma/bijeenkomst/{id}")) return {Kind::meeting, meeting};
  if (starts("/programma/agendapunt/{id}")) {
    return {Kind::meeting,
            in.value("select id from programme_agenda_item where meeting_id = '" + meeting + "' and position = 2")};
  }
  if (starts("/programma/{id}")) return {Kind::programme, programme_of(in, sample)};
  return {};
}

std::string with_parameters(std::string path, std::string const& id) {
  static std::map<std::string, std::string> const others{{"{turn}", "paused"},
                                                         {"{position}", "1"},
                                                         {"{secret}", "no-such-secret"},
                                                         {"{step_id}", "01900000-0000-7000-8000-000000000000"},
                                                         {"{message_id}", "01900000-0000-7000-8000-000000000000"},
                                                         {"{file_id}", "01900000-0000-7000-8000-000000000000"},
                                                         {"{cohort_id}", "01900000-0000-7000-8000-000000000000"},
                                                         {"{report_id}", "01900000-0000-7000-8000-000000000000"},
                                                         {"{entry_id}", "01900000-0000-7000-8000-000000000000"},
                                                         {"{reading_id}", "01900000-0000-7000-8000-000000000000"},
                                                         {"{programme_id}", "01900000-0000-7000-8000-000000000000"},
                                                         {"{moment}", "meeting"},
                                                         {"{section}", "positive"},
                                                         {"{region}", "noord"},
                                                         {"{slot}", "strengths"},
                                                         {"{year}", "2004"}};
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
         pattern.find("{file_id}") != std::string::npos || pattern.find("{cohort_id}") != std::string::npos ||
         pattern.find("{report_id}") != std::string::npos || pattern.find("{entry_id}") != std::string::npos ||
         pattern.find("{programme_id}") != std::string::npos || pattern.find("{reading_id}") != std::string::npos ||
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
    EXPECT_TRUE(answer.status == 404 || answer.status == 422 || answer.status == 200 || answer.status == 303)
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
  if (GetParam().of_another_board) furnish(in, GetParam().school);
  auto const plans = give_plans(in, GetParam().school, person_of(in, GetParam()));
  int cells = 0;
  for (std::string const persona : personas) {
    auto browser = persona == "nobody" ? in.anybody() : in.as(persona);
    if (persona == "nobody") browser.get("/aanmelden");
    for (auto const& route : in.application().routes().all()) {
      if (ends_the_session(route.pattern) && persona != "nobody") continue;
      bring_about(in, GetParam());
      auto const thing = thing_of(in, route.pattern, GetParam(), plans);
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

INSTANTIATE_TEST_SUITE_P(Of, AccessMatrix, ::testing::ValuesIn(samples()),
                         [](::testing::TestParamInfo<Sample> const& one) { return std::string(one.param.name); });

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
