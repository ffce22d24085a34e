// Programmes in the thread: which goals they serve, what goes for them, and that nobody is left unasked.
#include "plan/initiative.hpp"

#include <gtest/gtest.h>

#include "tests/support/plans.hpp"

namespace lenig::plan {

namespace {

using tests::Case;

constexpr char const* school = "Theo Thijssenschool";

std::string course(Case& in) { return "/plannen/koers/" + in.unit(school); }
std::string programme_at(Case& in, std::string const& unit) {
  return in.value("select max(programme_id) from programme_participation where unit_id = '" + in.unit(unit) + "'");
}
std::string page(Case& in) { return course(in) + "/programma/" + programme_at(in, school); }
std::string goal(Case& in, std::string const& words) {
  return in.value("select id from plan_goal where words = '" + words + "'");
}

TEST(Initiative, without_a_goal_invites_to_connect_and_then_stands_at_the_goal) {
  Case in;
  auto director = in.as("director");
  EXPECT_TRUE(director.get(course(in)).says("die nog bij geen doel horen"));
  auto const own = goal(in, "Intervisie staat vast in ons vergaderrooster");
  EXPECT_TRUE(director.get(page(in) + "/doelen").says("Intervisie staat vast in ons vergaderrooster"));
  auto const done = director.post(page(in) + "/doelen", {{"goals", own}});
  EXPECT_EQ(done.status, 303);
  EXPECT_TRUE(done.location.ends_with("/wat-stopt")) << "the next question is what goes for it";
  EXPECT_FALSE(director.get(course(in)).says("die nog bij geen doel horen"));
  EXPECT_TRUE(director.get(course(in)).says("1 programma"));
  EXPECT_TRUE(director.get("/plannen/doel/" + own).says("s hierbij"));
  EXPECT_EQ(director.post(page(in) + "/doelen").status, 303);
  EXPECT_TRUE(director.get(course(in)).says("die nog bij geen doel horen"));
}

TEST(Initiative, serves_no_goal_of_another_school_and_is_not_there_where_nobody_goes_through_it) {
  Case in;
  auto director = in.as("director");
  auto const elsewhere = goal(in, "Elke popgroep komt dit jaar zes keer bij elkaar");
  auto const refused = director.post(page(in) + "/doelen", {{"goals", elsewhere}});
  EXPECT_EQ(refused.status, 422);
  EXPECT_TRUE(refused.says("Een van de gekozen doelen is er niet meer"));
  EXPECT_EQ(
      in.value("select cast(count(*) as text) from plan_initiative_goal where unit_id = '" + in.unit(school) + "'"),
      "0");
  EXPECT_EQ(director.get(course(in) + "/programma/" + GoalId::make().text()).status, 404);
  EXPECT_EQ(director.post(course(in) + "/programma/" + GoalId::make().text() + "/doelen").status, 404);
  EXPECT_EQ(in.as("teacher").post(page(in) + "/doelen").status, 404);
  EXPECT_EQ(in.as("stranger").get(page(in)).status, 404);
}

TEST(Initiative, asks_what_goes_and_skipping_is_counted) {
  Case in;
  auto director = in.as("director");
  EXPECT_TRUE(director.get("/").says("Wat gaat eraf voor"));
  auto const asked = director.get(page(in) + "/wat-stopt");
  EXPECT_TRUE(asked.says("Dit programma raakt 5 mensen."));
  EXPECT_TRUE(asked.says("Van niemand is de jaartaak bekend"));
  EXPECT_EQ(director.post(page(in) + "/wat-stopt", {{"choice", "skipped"}, {"asks", "24"}}).status, 303);
  EXPECT_TRUE(director.get(course(in)).says("Bij 1 programma is niet gekozen wat eraf gaat."));
  EXPECT_FALSE(director.get("/").says("Wat gaat eraf voor")) << "who skips is not asked every day";
  EXPECT_TRUE(director.get(page(in) + "/wat-stopt").says("samen 24 uur per persoon per jaar"));
  auto const missing = director.post(page(in) + "/wat-stopt", {{"choice", "something_stops"}, {"asks", "24"}});
  EXPECT_EQ(missing.status, 422);
  EXPECT_TRUE(missing.says("Schrijf op wat er stopt."));
  auto const chosen = director.post(page(in) + "/wat-stopt",
                                    {{"choice", "something_stops"}, {"words", "De klassenkrant"}, {"freed", "10"}});
  EXPECT_EQ(chosen.status, 303);
  EXPECT_TRUE(director.get(page(in)).says("De klassenkrant (10 uur per persoon per jaar)"));
  EXPECT_FALSE(director.get(course(in)).says("programma is niet gekozen"));
}

TEST(Initiative, that_a_school_commits_to_shows_what_weighs_on_it) {
  Case in;
  in.change("update programme_participation set status = 'intake' where unit_id = '" + in.unit(school) + "'");
  auto const way = in.value("select max(id) from programme_participation where unit_id = '" + in.unit(school) + "'");
  auto office = in.as("office");
  auto const turn = "/programma/deelname/" + way + "/stand/committed";
  auto const asked = office.get(turn);
  EXPECT_TRUE(asked.says("Dit raakt 5 mensen."));
  EXPECT_TRUE(asked.says("Van niemand is de jaartaak bekend"));
  auto const taken = office.post(turn, {{"on_day", "2004-04-14"}});
  EXPECT_EQ(taken.status, 303);
  EXPECT_FALSE(taken.location.ends_with("/wat-stopt")) << "that is for who sets the school's course";
  EXPECT_TRUE(in.as("director").get("/").says("Wat gaat eraf voor"));
}

TEST(QuickGoal, of_a_unit_says_for_whom_and_asks_what_goes) {
  Case in;
  auto const things = tests::give_plans(in, school, in.person("Kuipers"));
  auto director = in.as("director");
  auto const plan = "/plannen/plan/" + things.unit_plan;
  auto const set = director.post(plan + "/doelen", {{"quick", "Stillere gangen"}, {"for_whom", "groep 7"}});
  EXPECT_EQ(set.status, 303);
  auto const shown = director.get(plan);
  EXPECT_TRUE(shown.says("Dit raakt 5 mensen.")) << "what weighs on them";
  auto const asked = "/plannen/doel/" + goal(in, "Stillere gangen") + "/wat-stopt?plan=1";
  EXPECT_TRUE(shown.says(asked));
  EXPECT_FALSE(in.as("teacher").get("/plannen/plan/" + things.unit_plan).says("/wat-stopt"));
  auto const skipped = director.post(asked, {{"choice", "skipped"}});
  EXPECT_EQ(skipped.location, plan) << "back to the plan that is filled";
  EXPECT_TRUE(director.get(plan).says("groep 7"));
}

TEST(QuickCondition, is_of_the_goal_that_was_chosen) {
  Case in;
  auto const things = tests::give_plans(in, school, in.person("Kuipers"));
  auto director = in.as("director");
  auto const plan = "/plannen/plan/" + things.unit_plan;
  EXPECT_FALSE(director.get(plan).says("Bij welk doel?")) << "there is one";
  director.post(plan + "/doelen", {{"quick", "Stillere gangen"}});
  EXPECT_TRUE(director.get(plan).says("Bij welk doel?"));
  auto const unsaid = director.post(plan + "/voorwaarden", {{"quick", "Een tweede surveillant"}});
  EXPECT_EQ(unsaid.status, 422);
  EXPECT_TRUE(unsaid.says("Kies bij welk doel dit hoort."));
  EXPECT_TRUE(unsaid.says("Een tweede surveillant"));
  auto const other = goal(in, "Stillere gangen");
  EXPECT_EQ(director.post(plan + "/voorwaarden", {{"quick", "Een tweede surveillant"}, {"goal", other}}).status, 303);
  EXPECT_EQ(in.value("select goal_id from plan_condition where what = 'Een tweede surveillant'"), other);
  EXPECT_EQ(director.post(plan + "/veranderingen", {{"quick", "Rust"}, {"goal", GoalId::make().text()}}).status, 422);
}

}  // namespace

}  // namespace lenig::plan
