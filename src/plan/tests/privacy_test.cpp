// What a curious colleague or leader would try: to come into a group, to learn of one person by numbers, to write
// elsewhere.
#include <gtest/gtest.h>

#include "plan/share.hpp"
#include "tests/support/plans.hpp"

namespace lenig::plan {

namespace {

using tests::Case;

std::string account(Case& in, std::string const& persona) {
  return in.value("select person_id from access_account where email = '" + in.email_of(persona) + "'");
}

/// Anneke Smid shares a plan with a group that she is in with one other.
class SharedWithGroup : public ::testing::Test {
 protected:
  SharedWithGroup() : things_(tests::give_plans(in_, "Houwingaham", in_.person("Smid"))) {
    plan_ = "/plannen/eigen/" + things_.own_plan;
    group_ = "/plannen/popgroep/" + things_.peer_group;
    other_ =
        in_.value("select person_id from plan_peer_group_member where peer_group_id = '" + things_.peer_group + "'");
    in_.change("delete from plan_peer_group_member where peer_group_id <> '" + things_.peer_group + "'");
    members({other_, in_.person("Smid")});
    in_.as("teacher").post(plan_ + "/delen", {{"share", ".peer_group." + things_.peer_group}});
  }

  int members(std::vector<std::string> const& people, std::string const& by = "hr") {
    std::vector<std::pair<std::string, std::string>> fields{{"name", "Groep"}};
    for (auto const& one : people) fields.emplace_back("members", one);
    return in_.as(by).post(group_ + "/wijzigen", fields).status;
  }
  int reads(std::string const& persona) { return in_.as(persona).get(plan_).status; }

  Case in_;
  tests::PlanThings things_;
  std::string plan_;
  std::string group_;
  std::string other_;
};

TEST_F(SharedWithGroup, is_not_read_by_who_came_to_it_later_until_it_is_shared_anew) {
  ASSERT_EQ(members({other_, in_.person("Smid"), account(in_, "support")}), 303);
  EXPECT_EQ(reads("support"), 404);
  EXPECT_FALSE(in_.as("support").get("/plannen").says("Met mij gedeeld"));
  auto teacher = in_.as("teacher");
  teacher.post(plan_ + "/delen", {});
  teacher.post(plan_ + "/delen", {{"share", ".peer_group." + things_.peer_group}});
  EXPECT_EQ(reads("support"), 200);
  auto const own = in_.as("support").get("/plannen");
  EXPECT_TRUE(own.says("Met mij gedeeld"));
  EXPECT_TRUE(own.says("Anneke Smid"));
  EXPECT_TRUE(in_.as("support").get(plan_).says("Anneke Smid")) << "it says whose it is";
}

TEST_F(SharedWithGroup, ends_when_its_owner_leaves_the_group) {
  ASSERT_EQ(members({other_, in_.person("Smid"), account(in_, "support")}), 303);
  auto teacher = in_.as("teacher");
  teacher.post(plan_ + "/delen", {});
  teacher.post(plan_ + "/delen", {{"share", ".peer_group." + things_.peer_group}});
  ASSERT_EQ(reads("support"), 200);
  ASSERT_EQ(members({other_, account(in_, "support")}), 303);
  EXPECT_EQ(reads("support"), 404);
  EXPECT_EQ(in_.value("select cast(count(*) as text) from plan_share where ended_on is null and peer_group_id = '" +
                      things_.peer_group + "'"),
            "0");
}

TEST_F(SharedWithGroup, takes_in_nobody_who_adds_themselves) {
  EXPECT_EQ(members({other_, in_.person("Smid"), account(in_, "support")}, "support"), 404);
  in_.change("update organisation_appointment_version set role = 'leader' where role = 'employee' and person_id = '" +
             account(in_, "support") + "'");
  EXPECT_EQ(members({other_, in_.person("Smid"), account(in_, "support")}, "support"), 422);
  EXPECT_EQ(reads("support"), 200) << "that there is a plan";
  EXPECT_FALSE(in_.as("support").get(plan_).says("Stil doel"));
}

TEST_F(SharedWithGroup, lists_every_reading_that_gives_words) {
  ASSERT_EQ(members({other_, in_.person("Smid"), account(in_, "support")}), 303);
  auto teacher = in_.as("teacher");
  teacher.post(plan_ + "/delen", {});
  teacher.post(plan_ + "/delen", {{"share", ".peer_group." + things_.peer_group}});
  EXPECT_EQ(in_.as("support").get(plan_ + "/stand?na=0").status, 200);
  EXPECT_EQ(in_.value("select cast(count(*) as text) from audit_entry where act = 'plan.read'"), "1");
  EXPECT_TRUE(in_.as("teacher").get("/plannen").says("1 keer"));
}

TEST_F(SharedWithGroup, shows_its_owner_what_a_leader_reads_by_the_school_too) {
  auto teacher = in_.as("teacher");
  teacher.post(plan_ + "/delen", {{"share", ".school."}});
  EXPECT_TRUE(teacher.get(plan_ + "/voorbeeld").says("Stil doel"));
}

TEST(HrPractice, serves_no_goal_of_another_school) {
  Case in;
  auto const elsewhere =
      in.value("select id from plan_goal where words = 'Elke popgroep komt dit jaar zes keer bij elkaar'");
  auto director = in.as("director");
  auto const refused = director.post("/plannen/praktijken/" + in.unit("Theo Thijssenschool") + "/nieuw",
                                     {{"name", "Maatjes"},
                                      {"kind", "training"},
                                      {"driver", "ability"},
                                      {"staff_groups", "starters"},
                                      {"owner", account(in, "director")},
                                      {"since", "2004-01-01"},
                                      {"goals", elsewhere}});
  EXPECT_EQ(refused.status, 422);
  EXPECT_TRUE(refused.says("Een van de gekozen doelen is er niet meer"));
}

TEST(Goal, of_a_school_is_closed_by_who_sets_its_course) {
  Case in;
  auto const things = tests::give_plans(in, "Houwingaham", in.person("Smid"));
  auto const path = "/plannen/doel/" + things.goal;
  auto teacher = in.as("teacher");
  EXPECT_EQ(teacher.post(path + "/loslaten").status, 404);
  EXPECT_EQ(teacher.post(path + "/bereikt").status, 404);
  EXPECT_FALSE(teacher.get(path).says("Laat los"));
  EXPECT_EQ(in.as("hr").post(path + "/bereikt").status, 303);
}

TEST(Goal, of_somebody_else_is_as_absent_as_one_that_is_not_there) {
  Case in;
  auto const things = tests::give_plans(in, "Houwingaham", in.person("Smid"));
  auto support = in.as("support");
  support.post("/plannen/eigen-doelen", {{"words", "Rustig beginnen"}});
  auto const own = "/plannen/eigen-doel/" +
                   in.value("select max(id) from plan_goal where person_id = '" + account(in, "support") + "'");
  auto const hidden = support.post(own + "/hoort-bij", {{"wider", "goal." + things.own_goal}});
  auto const absent = support.post(own + "/hoort-bij", {{"wider", "goal." + GoalId::make().text()}});
  EXPECT_EQ(hidden.status, absent.status);
  EXPECT_TRUE(absent.says("is er niet meer"));
  EXPECT_TRUE(hidden.says("is er niet meer"));
}

TEST(Reading, that_nobody_can_have_counted_is_refused_and_a_wrong_one_taken_out_and_put_back) {
  Case in;
  auto const things = tests::give_plans(in, "Houwingaham", in.person("Smid"));
  auto const path = "/plannen/piketpaaltje/" + things.indicator;
  auto teacher = in.as("teacher");
  for (auto const* const value : {"-5", "101", "99999999999999999999"}) {
    auto const refused =
        teacher.post(path + "/metingen", {{"value", value}, {"on_day", "2004-04-15"}, {"source", "count"}});
    EXPECT_EQ(refused.status, 422) << value;
    EXPECT_TRUE(refused.says("Dit getal kan hier niet"));
  }
  EXPECT_EQ(teacher.post(path + "/metingen", {{"value", "45"}, {"on_day", "2004-04-15"}, {"source", "count"}}).status,
            303);
  auto const id = in.value("select max(id) from plan_reading where indicator_id = '" + things.indicator + "'");
  EXPECT_EQ(teacher.post(path + "/metingen/" + id + "/weghalen").status, 303);
  auto const number = [&] {
    return in.value("select cast(count(*) as text) from plan_reading where indicator_id = '" + things.indicator + "'");
  };
  EXPECT_EQ(number(), "0");
  EXPECT_EQ(
      teacher.post("/ongedaan/" + in.value("select max(id) from undo_step where kind = 'plan.remove_reading'")).status,
      303);
  EXPECT_EQ(number(), "1");
}

}  // namespace

}  // namespace lenig::plan
