// HR practices: written down by who answers for them, seen by everybody around, in the thread between goals and people.
#include "plan/practice.hpp"

#include <gtest/gtest.h>

#include "tests/support/browser.hpp"

namespace lenig::plan {

namespace {

using tests::Browser;
using tests::Case;
using Fields = std::vector<std::pair<std::string, std::string>>;

std::string course_of_school(Case& in) { return "/plannen/koers/" + in.unit("Theo Thijssenschool"); }
std::string practices_of_school(Case& in) { return "/plannen/praktijken/" + in.unit("Theo Thijssenschool"); }

std::string set_goal(Case& in, std::string const& words) {
  in.as("director").post(course_of_school(in) + "/doelen", {{"words", words}});
  return in.value("select id from plan_goal where words = '" + words + "'");
}

Fields buddy(Case& in, std::string const& goal = {}) {
  Fields fields{{"name", "Inwerken met een maatje"},
                {"kind", "training"},
                {"driver", "ability"},
                {"staff_groups", "starters"},
                {"staff_groups", "support"},
                {"owner", in.person("Kuipers")},
                {"since", "2003-08-01"},
                {"policy", "Elke starter heeft een jaar een maatje.\nNiet de leidinggevende."}};
  if (!goal.empty()) fields.emplace_back("goals", goal);
  return fields;
}

Fields with(Fields fields, std::string const& name, std::string const& value) {
  std::erase_if(fields, [&](auto const& one) { return one.first == name; });
  fields.emplace_back(name, value);
  return fields;
}

std::string add(Case& in, Browser& browser, std::string const& goal = {}) {
  EXPECT_EQ(browser.post(practices_of_school(in) + "/nieuw", buddy(in, goal)).status, 303);
  return "/plannen/praktijk/" + in.value("select id from plan_hr_practice where name = 'Inwerken met een maatje'");
}

TEST(HrPractice, stands_under_what_it_drives_with_its_goals_and_owner) {
  Case in;
  auto director = in.as("director");
  auto const goal = set_goal(in, "Starters blijven");
  auto const practice = add(in, director, goal);
  auto const list = director.get(practices_of_school(in));
  EXPECT_TRUE(list.says("Inwerken met een maatje"));
  EXPECT_TRUE(list.says("bij 1 doel"));
  EXPECT_LT(list.body.find("Inwerken met een maatje"), list.body.find(">Willen<")) << "it is about ability";
  auto const page = director.get(practice);
  EXPECT_TRUE(page.says("Wim Kuipers"));
  EXPECT_TRUE(page.says("ondersteunend personeel"));
  EXPECT_TRUE(page.says("Niet de leidinggevende."));
  EXPECT_TRUE(page.says("Starters blijven"));
  EXPECT_EQ(in.value("select act from audit_entry where object_id = '" + practice.substr(18) + "'"),
            "hr_practice.added");
}

TEST(HrPractice, stands_in_the_thread_between_goals_and_people) {
  Case in;
  auto director = in.as("director");
  auto const goal = set_goal(in, "Starters blijven");
  EXPECT_FALSE(director.get(course_of_school(in)).says("1 HR-praktijk"));
  auto const practice = add(in, director, goal);
  EXPECT_TRUE(director.get("/plannen/doel/" + goal).says(practice));
  EXPECT_TRUE(director.get(course_of_school(in)).says("1 HR-praktijk"));
  director.post(practice + "/beeindigen");
  EXPECT_FALSE(director.get("/plannen/doel/" + goal).says(practice));
  EXPECT_FALSE(director.get(course_of_school(in)).says("1 HR-praktijk"));
}

TEST(HrPractice, that_ended_can_be_taken_back_and_is_read_on) {
  Case in;
  auto director = in.as("director");
  auto const practice = add(in, director);
  EXPECT_EQ(director.post(practice + "/beeindigen").status, 303);
  EXPECT_TRUE(director.get(practices_of_school(in)).says("beëindigd op 15 april 2004"));
  EXPECT_EQ(director.get(practice).status, 200);
  EXPECT_EQ(director.post(practice + "/wijzigen", buddy(in)).status, 422) << "it is history";
  auto const step = in.value("select id from undo_step where kind = 'plan.end_practice'");
  EXPECT_EQ(director.post("/ongedaan/" + step).status, 303);
  EXPECT_FALSE(director.get(practices_of_school(in)).says("beëindigd op"));
}

TEST(HrPractice, is_refused_with_what_to_do_and_keeps_what_was_typed) {
  Case in;
  auto director = in.as("director");
  auto const path = practices_of_school(in) + "/nieuw";
  auto const nameless = director.post(path, with(buddy(in), "name", ""));
  EXPECT_EQ(nameless.status, 422);
  EXPECT_TRUE(nameless.says("Geef de praktijk een naam."));
  EXPECT_TRUE(nameless.says("Niet de leidinggevende."));
  auto fields = buddy(in);
  std::erase_if(fields, [](auto const& one) { return one.first == "staff_groups"; });
  EXPECT_TRUE(director.post(path, fields).says("Kies voor wie dit is"));
  EXPECT_TRUE(director.post(path, with(buddy(in), "owner", in.person("Dam"))).says("Deze persoon werkt hier niet meer"))
      << "of another board";
  EXPECT_TRUE(director.post(path, buddy(in, base::new_uuid())).says("Een van de gekozen doelen is er niet meer"));
  EXPECT_TRUE(director.post(path, with(buddy(in), "since", "sinds altijd")).says("sinds altijd"));
  EXPECT_TRUE(director.post(path, with(buddy(in), "kind", "zomaar")).says("Kies een van de mogelijkheden"));
  EXPECT_TRUE(director.post(path, with(buddy(in), "name", std::string(121, 'a'))).says("onder 120 tekens"));
  EXPECT_EQ(in.value("select cast(count(*) as text) from plan_hr_practice"), "0");
}

TEST(HrPractice, that_somebody_else_changed_is_not_overwritten_unseen) {
  Case in;
  auto director = in.as("director");
  auto const practice = add(in, director);
  auto const seen = director.get(practice + "/wijzigen").field("_seen");
  EXPECT_EQ(in.as("hr").post(practice + "/wijzigen", with(buddy(in), "name", "Maatjes")).status, 303);
  auto fields = with(buddy(in), "name", "Inwerken");
  fields.emplace_back("_seen", seen);
  auto const stale = director.post(practice + "/wijzigen", fields);
  EXPECT_EQ(stale.status, 422);
  EXPECT_TRUE(stale.says("Nu staat er: Maatjes"));
  EXPECT_TRUE(stale.says("Inwerken"));
}

TEST(HrPractice, keeps_its_tie_to_a_goal_that_was_dropped_for_a_while) {
  Case in;
  auto director = in.as("director");
  auto const goal = set_goal(in, "Starters blijven");
  auto const practice = add(in, director, goal);
  director.post("/plannen/doel/" + goal + "/loslaten");
  EXPECT_FALSE(director.get(practice).says("Starters blijven"));
  EXPECT_EQ(director.post(practice + "/wijzigen", buddy(in)).status, 303);
  director.post("/plannen/doel/" + goal + "/openen");
  EXPECT_TRUE(director.get(practice).says("Starters blijven"));
}

TEST(HrPractice, is_read_by_all_around_and_changed_by_who_answers_for_it) {
  Case in;
  auto director = in.as("director");
  auto const practice = add(in, director);
  for (auto const* const persona : {"hr", "board_member", "teacher", "support", "council", "supervisor", "trainer"}) {
    EXPECT_EQ(in.as(persona).get(practice).status, 200) << persona;
    EXPECT_EQ(in.as(persona).get(practices_of_school(in)).status, 200) << persona;
  }
  for (auto const* const persona : {"teacher", "support", "council", "supervisor", "trainer", "stranger"}) {
    auto browser = in.as(persona);
    EXPECT_EQ(browser.get(practice + "/wijzigen").status, 404) << persona;
    EXPECT_EQ(browser.post(practice + "/wijzigen", buddy(in)).status, 404) << persona;
    EXPECT_EQ(browser.post(practice + "/beeindigen").status, 404) << persona;
    EXPECT_EQ(browser.post(practices_of_school(in) + "/nieuw", buddy(in)).status, 404) << persona;
  }
  EXPECT_EQ(in.as("stranger").get(practice).status, 404);
  EXPECT_EQ(in.as("stranger").get(practices_of_school(in)).status, 404);
  EXPECT_EQ(in.as("board_member").post(practice + "/wijzigen", buddy(in)).status, 303);
}

}  // namespace

}  // namespace lenig::plan
