// Trainers: how they grow, what the office says by hand, their half-days, and when they are away.
#include "programme/trainer.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "programme/away.hpp"
#include "programme/planning.hpp"
#include "tests/support/browser.hpp"

namespace lenig::programme {

namespace {

using tests::Case;

base::LocalTime at(char const* text) { return base::LocalTime::parse(text).value(); }

Trained trained(Part part, char const* when) { return {PersonId(), 2, part, at(when)}; }

std::string trainer_id(Case& in, std::string const& family_name) {
  return in.value("select id from programme_trainer where person_id = '" + in.person(family_name) + "'");
}

std::string trainer_page(Case& in, std::string const& family_name) {
  return "/programma/begeleider/" + trainer_id(in, family_name);
}

std::string trainers_page(Case& in) { return "/programma/" + in.programme() + "/begeleiders"; }

Trainers all_of(Case& in) {
  return in.database().read(db::every_board, [&](db::Reading& reading) {
    return trainers_of(reading, find_programme(reading, ProgrammeId(in.programme())).value());
  });
}

TEST(TrainersGrowth, goes_from_attending_through_co_leading_to_leading) {
  EXPECT_EQ(part_for({}, std::nullopt), Part::attends);
  EXPECT_EQ(part_for({trained(Part::attends, "2003-10-01T14:00")}, std::nullopt), Part::co_leads);
  EXPECT_EQ(part_for({trained(Part::co_leads, "2003-10-01T14:00")}, std::nullopt), Part::leads);
  EXPECT_EQ(
      part_for({trained(Part::leads, "2003-10-01T14:00"), trained(Part::attends, "2003-11-01T14:00")}, std::nullopt),
      Part::leads)
      << "who led once may lead, also after watching again";
}

TEST(TrainersGrowth, that_the_office_set_by_hand_counts_on_from_that_day) {
  PartByHand const by_hand{TrainerId(), 2, Part::attends, "Een jaar weggeweest",
                           base::Date::parse("2003-12-01").value()};
  EXPECT_EQ(part_for({trained(Part::leads, "2003-10-01T14:00")}, by_hand), Part::attends);
  EXPECT_EQ(part_for({trained(Part::leads, "2003-10-01T14:00"), trained(Part::attends, "2004-01-01T14:00")}, by_hand),
            Part::co_leads);
}

TEST(Trainers, of_the_case_grew_by_the_meetings_that_were_held) {
  Case in;
  auto const trainers = all_of(in);
  ASSERT_EQ(trainers.all.size(), 4U);
  auto const of = [&](char const* family_name) {
    return *std::ranges::find(trainers.all, PersonId(in.person(family_name)), &Trainer::person);
  };
  EXPECT_EQ(trainers.part_of(of("Bos"), 6), Part::leads) << "said by hand";
  EXPECT_EQ(trainers.part_of(of("Wolters"), 2), Part::leads) << "watched, then co-led";
  EXPECT_EQ(trainers.part_of(of("Wolters"), 6), Part::attends) << "nobody held step 6 yet";
  EXPECT_EQ(trainers.half_days_in(2004), 120);
  EXPECT_EQ(trainers.half_days_in(2003), std::nullopt);
}

TEST(Trainer, grows_when_a_meeting_says_that_they_were_there_and_it_is_held) {
  Case in;
  auto trainer = in.as("trainer");
  auto const meeting = in.value("select min(id) from programme_meeting where step = 6");
  auto const form = "/programma/bijeenkomst/" + meeting + "/begeleiders";
  EXPECT_EQ(in.as("director").get(form).status, 404) << "a school does not say who trained";
  EXPECT_EQ(trainer.post(form, {{"person-" + in.person("Wolters"), "co_leads"}}).status, 422) << "somebody leads";
  EXPECT_EQ(
      trainer.post(form, {{"person-" + in.person("Bos"), "leads"}, {"person-" + in.person("Wolters"), "co_leads"}})
          .status,
      303);
  EXPECT_TRUE(trainer.get("/programma/bijeenkomst/" + meeting).says("Begeleidde mee"));
  EXPECT_FALSE(in.as("director").get("/programma/bijeenkomst/" + meeting).says("Begeleidde mee"));
  auto const wolters = [&] {
    auto const trainers = all_of(in);
    return trainers.part_of(*std::ranges::find(trainers.all, PersonId(in.person("Wolters")), &Trainer::person), 6);
  };
  EXPECT_EQ(wolters(), Part::attends) << "it is planned, not held";
  in.change("update programme_meeting set state = 'held' where id = '" + meeting + "'");
  EXPECT_EQ(wolters(), Part::leads);
}

TEST(Office, says_by_hand_what_a_trainer_may_with_the_reason) {
  Case in;
  auto office = in.as("office");
  auto const step = trainer_page(in, "Wolters") + "/stap/6";
  EXPECT_EQ(office.post(step, {{"part", "leads"}, {"reason", ""}}).status, 422);
  EXPECT_EQ(office.post(step, {{"part", "leads"}, {"reason", "Gaf deze stap elders."}}).status, 303);
  EXPECT_TRUE(office.get(trainer_page(in, "Wolters")).says("Gaf deze stap elders."));
  EXPECT_EQ(in.as("trainer").post(step, {{"part", "leads"}, {"reason", "Ik kan het."}}).status, 404)
      << "not for oneself";
  EXPECT_EQ(office.get(trainer_page(in, "Wolters") + "/stap/9").status, 200);
  EXPECT_EQ(office.post(trainer_page(in, "Wolters") + "/stap/9", {{"part", "leads"}, {"reason", "Zomaar"}}).status, 422)
      << "there is no step 9";
}

TEST(Trainer, is_somebody_of_the_place_that_runs_it_and_can_stop) {
  Case in;
  auto office = in.as("office");
  EXPECT_EQ(office.post(trainers_page(in), {{"person", in.person("Smid")}}).status, 422) << "a teacher of a school";
  EXPECT_EQ(office.post(trainers_page(in), {{"person", in.person("Bos")}}).status, 422) << "she is one";
  auto const drenth = trainer_page(in, "Drenth");
  EXPECT_EQ(office.post(drenth + "/stoppen").status, 303);
  EXPECT_EQ(office.get(drenth).status, 404);
  auto const step = in.value("select id from undo_step where kind = 'programme.end_trainer'");
  EXPECT_EQ(office.post("/ongedaan/" + step).status, 303);
  EXPECT_EQ(office.get(drenth).status, 200);
  office.post(drenth + "/stoppen");
  EXPECT_EQ(office.post(trainers_page(in), {{"person", in.person("Drenth")}}).status, 303) << "and comes back";
  EXPECT_TRUE(office.get(drenth).says("tweedaagse")) << "what they grew into is still there";
}

TEST(Calendar, of_a_trainer_is_theirs_and_for_the_office_alone) {
  Case in;
  EXPECT_TRUE(in.as("office").get(trainer_page(in, "Wolters")).says("8 november 2004 tot en met 19 november 2004"));
  EXPECT_TRUE(in.as("trainer").get(trainer_page(in, "Wolters")).says("8 november 2004"));
  for (auto const* const persona : {"director", "teacher", "hr", "board_member", "stranger"})
    EXPECT_EQ(in.as(persona).get(trainer_page(in, "Wolters")).status, 404) << persona;
  EXPECT_EQ(in.as("trainer").get(trainer_page(in, "Bos")).status, 404) << "nor is another trainer's";
}

TEST(Calendar, and_growth_of_others_stand_on_no_trainers_list) {
  Case in;
  EXPECT_TRUE(in.as("office").get(trainers_page(in)).says("Marijke Bos"));
  auto const own = in.as("trainer").get(trainers_page(in));
  EXPECT_TRUE(own.says("8 november 2004"));
  EXPECT_FALSE(own.says(trainer_id(in, "Bos")));
  EXPECT_FALSE(own.says("12 januari 2005"));
}

TEST(Away, is_typed_in_days_or_hours_and_taken_back) {
  Case in;
  auto trainer = in.as("trainer");
  auto const page = trainer_page(in, "Wolters");
  EXPECT_EQ(trainer.post(page + "/weg", {{"first_day", "2004-05-03"}, {"last_day", "2004-05-01"}}).status, 422);
  auto const wrong = trainer.post(page + "/weg", {{"first_day", "2004-05-03"}, {"from_time", "na de middag"}});
  EXPECT_EQ(wrong.status, 422);
  EXPECT_TRUE(wrong.says("na de middag")) << "what was typed is still there";
  EXPECT_EQ(trainer.post(page + "/weg", {{"first_day", "2004-05-03"}, {"from_time", "13:00"}, {"until_time", "17:00"}})
                .status,
            303);
  EXPECT_TRUE(trainer.get(page).says("3 mei 2004, 13:00 tot 17:00 uur"));
  auto const away = in.value("select id from programme_away where from_at = '2004-05-03T13:00'");
  EXPECT_EQ(in.as("office").post(trainer_page(in, "Bos") + "/weg/" + away + "/verwijderen").status, 303)
      << "of somebody else, it is not there";
  EXPECT_TRUE(trainer.get(page).says("3 mei 2004"));
  EXPECT_EQ(trainer.post(page + "/weg/" + away + "/verwijderen").status, 303);
  EXPECT_FALSE(trainer.get(page).says("3 mei 2004"));
  EXPECT_EQ(
      trainer.post("/ongedaan/" + in.value("select id from undo_step where kind = 'programme.remove_away'")).status,
      303);
  EXPECT_TRUE(trainer.get(page).says("3 mei 2004"));
}

TEST(HalfDays, of_trainers_are_what_the_planning_goes_by) {
  Case in;
  auto const sheet = [&] {
    return in.database().read(db::every_board, [&](db::Reading& reading) {
      return sheet_of(reading, find_programme(reading, ProgrammeId(in.programme())).value());
    });
  };
  EXPECT_EQ(sheet().available.at(CohortId(in.cohort("Tranche 1"))), 120);
  EXPECT_FALSE(sheet().available.contains(CohortId(in.cohort("Pilots")))) << "nobody counted that year";
  auto office = in.as("office");
  EXPECT_EQ(office.post(trainer_page(in, "Bos") + "/dagdelen/2004", {{"half_days", "1000"}}).status, 422);
  for (auto const* const name : {"Bos", "Drenth", "Wolters"})
    EXPECT_EQ(office.post(trainer_page(in, name) + "/dagdelen/2004", {{"half_days", "4"}}).status, 303);
  EXPECT_TRUE(office.get("/programma/" + in.programme() + "/planning").says("dagdelen van begeleiders te weinig"));
  in.change("update programme_cohort set half_days = 60 where id = '" + in.cohort("Tranche 1") + "'");
  EXPECT_EQ(sheet().available.at(CohortId(in.cohort("Tranche 1"))), 60) << "what was noted for the cohort goes before";
}

}  // namespace

}  // namespace lenig::programme
