// Plans: whose they are, what is shared with whom, and that nothing typed is lost.
#include "plan/plan.hpp"

#include <gtest/gtest.h>

#include "plan/share.hpp"
#include "tests/support/plans.hpp"

namespace lenig::plan {

namespace {

using tests::Answer;
using tests::Browser;
using tests::Case;
using tests::give_plans;

/// A plan of the demo's teacher at Houwingaham, whom the director of that school leads.
class PlanOwner : public ::testing::Test {
 protected:
  PlanOwner() {
    things_ = give_plans(in_, "Houwingaham", in_.person("Smid"));
    plan_ = "/plannen/eigen/" + things_.own_plan;
  }

  void share(std::vector<std::string> const& choices) {
    auto teacher = in_.as("teacher");
    teacher.get(plan_ + "/delen");
    std::vector<std::pair<std::string, std::string>> fields;
    for (auto const& one : choices) fields.emplace_back("share", one);
    ASSERT_EQ(teacher.post(plan_ + "/delen", fields).status, 303);
  }

  void write(std::string const& slot, std::string const& words, std::string const& was = "") {
    auto teacher = in_.as("teacher");
    teacher.get(plan_);
    ASSERT_EQ(teacher.post(plan_ + "/deel/" + slot, {{"words", words}, {"was", was}}).status, 303);
  }

  /// Makes a colleague the leader of the school.
  void lead(std::string const& persona) {
    in_.change(
        "update organisation_appointment_version set role = 'leader' where person_id = (select person_id from "
        "access_account where email = '" +
        in_.email_of(persona) + "') and role = 'employee'");
  }

  Case in_;
  tests::PlanThings things_;
  std::string plan_;
};

}  // namespace

TEST_F(PlanOwner, writes_one_intention_with_a_first_step_and_finds_both_on_one_page) {
  auto teacher = in_.as("teacher");
  teacher.get("/plannen/snel");
  auto const done = teacher.post("/plannen/snel", {{"words", "Vaker laten kiezen"}, {"step", "Maandag beginnen"}});
  EXPECT_EQ(done.status, 303);
  auto const page = teacher.get("/plannen");
  EXPECT_TRUE(page.says("Vaker laten kiezen"));
  EXPECT_TRUE(page.says("Maandag beginnen"));
}

TEST_F(PlanOwner, loses_nothing_of_an_intention_without_a_step) {
  auto teacher = in_.as("teacher");
  teacher.get("/plannen/snel");
  auto const refused = teacher.post("/plannen/snel", {{"words", "Vaker laten kiezen"}, {"step", ""}});
  EXPECT_EQ(refused.status, 422);
  EXPECT_TRUE(refused.says("Vaker laten kiezen"));
  EXPECT_EQ(in_.value("select cast(count(*) as text) from plan_plan where kind = 'action_plan'"), "0");
}

TEST_F(PlanOwner, has_words_that_the_database_does_not_show) {
  write("strengths", "Rust brengen");
  EXPECT_TRUE(in_.as("teacher").get(plan_).says("Rust brengen"));
  EXPECT_EQ(in_.value("select cast(count(*) as text) from plan_wording where words like '%Rust%'"), "0");
  EXPECT_EQ(in_.value("select cast(count(*) as text) from plan_goal where words like '%Stil doel%'"), "0");
  EXPECT_EQ(in_.value("select cast(count(*) as text) from plan_action where what like '%Bellen%'"), "0");
}

TEST_F(PlanOwner, shows_nobody_a_plan_that_is_not_shared) {
  write("strengths", "Rust brengen");
  lead("council");
  for (char const* const persona : {"support", "office", "hr", "trainer", "board_member", "supervisor", "stranger"})
    EXPECT_EQ(in_.as(persona).get(plan_).status, 404) << persona;
  auto const leader = in_.as("council").get(plan_);
  EXPECT_EQ(leader.status, 200) << "who leads sees that there is a plan";
  EXPECT_FALSE(leader.says("Rust brengen"));
  EXPECT_FALSE(leader.says("Eigen</h1>")) << "nor what it is called";
}

TEST_F(PlanOwner, shows_a_leader_the_part_that_is_shared_and_no_other) {
  write("strengths", "Rust brengen");
  write("wish", "Minder haast");
  lead("council");
  share({"wish.leader."});
  auto const leader = in_.as("council").get(plan_);
  EXPECT_TRUE(leader.says("Minder haast"));
  EXPECT_FALSE(leader.says("Rust brengen"));
  EXPECT_EQ(in_.as("support").get(plan_).status, 404) << "a colleague is no leader";
  EXPECT_TRUE(in_.as("teacher").get(plan_ + "/voorbeeld").says("Minder haast"));
  EXPECT_FALSE(in_.as("teacher").get(plan_ + "/voorbeeld").says("Rust brengen"));
}

TEST_F(PlanOwner, takes_back_what_was_shared_while_it_is_being_read) {
  write("wish", "Minder haast");
  share({"wish.school."});
  auto colleague = in_.as("support");
  EXPECT_TRUE(colleague.get(plan_).says("Minder haast"));
  EXPECT_EQ(colleague.get(plan_ + "/stand?na=0").status, 200);
  share({});
  EXPECT_EQ(colleague.get(plan_ + "/stand?na=0").status, 404) << "the open page is told so";
  EXPECT_EQ(colleague.get(plan_).status, 404);
}

TEST_F(PlanOwner, reads_who_read_the_plan) {
  share({".school."});
  EXPECT_FALSE(in_.as("teacher").get("/plannen").says("Geert Hovinga"));
  in_.as("support").get(plan_);
  EXPECT_TRUE(in_.as("teacher").get("/plannen").says("Geert Hovinga"));
}

TEST_F(PlanOwner, shares_with_no_group_that_they_are_not_in) {
  auto teacher = in_.as("teacher");
  teacher.get(plan_ + "/delen");
  auto const refused = teacher.post(plan_ + "/delen", {{"share", ".peer_group." + things_.peer_group}});
  EXPECT_EQ(refused.status, 422);
  EXPECT_EQ(in_.value("select cast(count(*) as text) from plan_share where plan_id = '" + things_.own_plan + "'"), "0");
}

TEST_F(PlanOwner, is_found_by_a_leader_as_somebody_with_a_plan_and_no_more) {
  lead("council");
  auto const page = in_.as("council").get("/plannen/van/" + in_.unit("Houwingaham"));
  EXPECT_TRUE(page.says("Anneke Smid"));
  EXPECT_FALSE(page.says("Stil doel"));
  EXPECT_FALSE(in_.as("support").get("/plannen/van/" + in_.unit("Houwingaham")).says("Plannen van collega"));
}

TEST_F(PlanOwner, merges_what_was_typed_in_two_tabs) {
  write("strengths", "Ik breng rust in de groep.");
  write("strengths", "Ik breng snel rust in de groep.", "Ik breng rust in de groep.");
  auto teacher = in_.as("teacher");
  teacher.get(plan_);
  teacher.post(plan_ + "/deel/strengths",
               {{"words", "Ik breng rust in de hele groep."}, {"was", "Ik breng rust in de groep."}});
  EXPECT_TRUE(teacher.get(plan_).says("Ik breng snel rust in de hele groep."));
}

TEST_F(PlanOwner, keeps_too_long_a_text_on_the_page) {
  auto teacher = in_.as("teacher");
  teacher.get(plan_);
  auto const refused = teacher.post(plan_ + "/deel/strengths", {{"words", std::string(10'001, 'x')}, {"was", ""}});
  EXPECT_EQ(refused.status, 422);
  EXPECT_TRUE(refused.says(std::string(10'001, 'x')));
}

TEST_F(PlanOwner, reads_how_the_plan_came_to_say_what_it_says) {
  write("strengths", "Ik breng rust.");
  in_.change("update plan_wording set written_at = '2004-04-01T10:00:00.000Z'");
  write("strengths", "Ik breng veel rust.", "Ik breng rust.");
  auto const page = in_.as("teacher").get(plan_ + "/geschiedenis");
  EXPECT_TRUE(page.says("<ins>veel </ins>") || page.says("<ins> veel</ins>")) << page.body;
}

TEST_F(PlanOwner, brings_a_plan_over_and_keeps_what_has_no_place_any_more) {
  write("means", "Tijd om te oefenen");
  auto const format = in_.value("select format_id from plan_plan where id = '" + things_.own_plan + "'");
  auto hr = in_.as("hr");
  hr.get("/plannen/format/" + format);
  hr.post("/plannen/format/" + format + "/versie");
  hr.post("/plannen/format/" + format + "/delen/4/verwijderen");
  EXPECT_EQ(hr.post("/plannen/format/" + format + "/vaststellen").status, 303);
  auto teacher = in_.as("teacher");
  EXPECT_TRUE(teacher.get(plan_).says("Wat ik nodig heb")) << "it keeps the version on which it was made";
  EXPECT_EQ(teacher.post(plan_ + "/overbrengen").status, 303);
  auto const page = teacher.get(plan_);
  EXPECT_FALSE(page.says("Wat ik nodig heb"));
  EXPECT_TRUE(page.says("Tijd om te oefenen"));
  EXPECT_TRUE(page.says("Uit een eerdere versie"));
}

TEST_F(PlanOwner, is_told_that_a_discussion_is_not_in_the_future) {
  auto teacher = in_.as("teacher");
  teacher.get(plan_ + "/wijzigen");
  auto const refused = teacher.post(plan_ + "/wijzigen", {{"name", "Anders"}, {"discussed_on", "2004-05-01"}});
  EXPECT_EQ(refused.status, 422);
  EXPECT_TRUE(refused.says("Deze dag moet nog komen"));
  EXPECT_EQ(in_.value("select name from plan_plan where id = '" + things_.own_plan + "'"), "Eigen");
}

TEST_F(PlanOwner, who_leaves_a_group_sees_nothing_more_of_it) {
  auto const support =
      in_.value("select person_id from access_account where email = '" + in_.email_of("support") + "'");
  in_.change("delete from plan_peer_group_member where peer_group_id <> '" + things_.peer_group + "'");
  for (auto const& person : {support, in_.person("Smid")})
    in_.change(
        "insert into plan_peer_group_member (board_id, peer_group_id, person_id, joined_on) select board_id, id, '" +
        person + "', '2004-01-01' from plan_peer_group where id = '" + things_.peer_group + "'");
  share({".peer_group." + things_.peer_group});
  EXPECT_EQ(in_.as("support").get(plan_).status, 200);
  in_.change("update plan_peer_group_member set left_on = '2004-04-02' where person_id = '" + support + "'");
  EXPECT_EQ(in_.as("support").get(plan_).status, 404);
}

TEST(ErasedKey, leaves_a_plan_without_words) {
  Case in;
  auto const things = give_plans(in, "Houwingaham", in.person("Smid"));
  in.application().vault().erase({vault::OwnerKind::person, in.person("Smid")});
  auto const page = in.as("teacher").get("/plannen/eigen/" + things.own_plan);
  EXPECT_EQ(page.status, 200);
  EXPECT_FALSE(page.says("Stil doel"));
}

TEST(CaseOfPlans, has_a_plan_of_everybody_at_De_Tweemaster_and_the_first_ones_at_two_other_pilots) {
  Case in;
  auto const with_plan = [&](char const* school) {
    return in.value(
        "select cast(count(distinct p.person_id) as text) from plan_plan p join organisation_appointment a on "
        "a.person_id = p.person_id where p.kind = 'development_plan' and a.unit_id = '" +
        in.unit(school) + "'");
  };
  auto const staff = in.value(
      "select cast(count(distinct person_id) as text) from organisation_appointment where ends_on is null and unit_id "
      "= "
      "'" +
      in.unit("De Tweemaster") + "'");
  EXPECT_EQ(with_plan("De Tweemaster"), staff);
  EXPECT_NE(with_plan("Houwingaham"), "0");
  EXPECT_NE(with_plan("Theo Thijssenschool"), "0");
  EXPECT_EQ(with_plan("Drieborg"), "0");
}

TEST(Plan, that_was_adopted_is_opened_again_by_who_could_adopt_it) {
  Case in;
  auto const things = give_plans(in, "Houwingaham", in.person("Smid"));
  in.change("update plan_plan set adopted_on = '2004-04-01' where id = '" + things.unit_plan + "'");
  auto const path = "/plannen/plan/" + things.unit_plan;
  auto teacher = in.as("teacher");
  EXPECT_FALSE(teacher.get(path).says("Open weer"));
  teacher.post(path + "/openen");
  EXPECT_TRUE(teacher.get(path).says("Vraag wie het vaststelde om het te openen"));
  EXPECT_EQ(in.value("select adopted_on from plan_plan where id = '" + things.unit_plan + "'"), "2004-04-01");
  auto hr = in.as("hr");
  EXPECT_TRUE(hr.get(path).says("Open weer"));
  hr.post(path + "/openen");
  EXPECT_EQ(in.value("select coalesce(adopted_on, '') from plan_plan where id = '" + things.unit_plan + "'"), "");
}

}  // namespace lenig::plan
