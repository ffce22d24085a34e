#include <gtest/gtest.h>

#include "programme/agenda.hpp"
#include "programme/cohort.hpp"
#include "programme/question.hpp"
#include "programme/waits.hpp"

namespace lenig::programme {

namespace {

base::Date day(char const* text) { return base::Date::parse(text).value(); }

TEST(Participation, goes_from_invited_by_intake_and_commitment_to_active) {
  EXPECT_TRUE(can_take(Status::invited, Turn::intake_held));
  EXPECT_TRUE(can_take(Status::intake, Turn::committed));
  EXPECT_TRUE(can_take(Status::committed, Turn::started));
  EXPECT_FALSE(can_take(Status::invited, Turn::committed));
  EXPECT_FALSE(can_take(Status::invited, Turn::started));
  EXPECT_FALSE(can_take(Status::intake, Turn::started));
}

TEST(Participation, pauses_and_resumes_or_starts_anew) {
  EXPECT_TRUE(can_take(Status::active, Turn::paused));
  EXPECT_TRUE(can_take(Status::paused, Turn::resumed));
  EXPECT_TRUE(can_take(Status::paused, Turn::started_anew));
  EXPECT_FALSE(can_take(Status::paused, Turn::completed));
  EXPECT_EQ(status_after(Turn::resumed), Status::active);
  EXPECT_EQ(status_after(Turn::started_anew), Status::active);
}

TEST(Participation, that_ended_takes_no_turn) {
  EXPECT_TRUE(turns_from(Status::completed).empty());
  EXPECT_TRUE(turns_from(Status::withdrawn).empty());
}

TEST(Participation, may_withdraw_from_everywhere_before_its_end) {
  for (auto const status : {Status::invited, Status::intake, Status::committed, Status::active, Status::paused}) {
    EXPECT_TRUE(can_take(status, Turn::withdrawn));
  }
}

TEST(Turn, asks_a_reason_for_a_pause_and_an_end_only) {
  base::each_enumerator<Turn>(
      [](Turn turn) { EXPECT_EQ(asks_reason(turn), turn == Turn::paused || turn == Turn::withdrawn); });
}

TEST(Step, is_due_evenly_over_ten_months) {
  EXPECT_EQ(due_of_step(2003, 6, 6).text(), "2004-06-27");
  EXPECT_EQ(due_of_step(2003, 6, 3).text(), "2004-01-29");
  EXPECT_EQ(due_of_step(2003, 0, 1).text(), "2004-06-27");
}

TEST(Wait, of_an_invited_school_is_for_the_office_by_june) {
  auto const next = next_of({.status = Status::invited, .since = day("2003-04-02"), .school_year = 2004, .steps = 6},
                            day("2004-04-15"));
  ASSERT_TRUE(next);
  EXPECT_EQ(next->what, WaitsFor::intake);
  EXPECT_EQ(next->whom, WaitsOn::office);
  EXPECT_EQ(next->due.text(), "2004-06-01");
  EXPECT_FALSE(next->late);
}

TEST(Wait, of_an_invitation_that_came_late_gives_three_weeks) {
  auto const next = next_of({.status = Status::invited, .since = day("2004-08-20"), .school_year = 2004, .steps = 6},
                            day("2004-09-11"));
  ASSERT_TRUE(next);
  EXPECT_EQ(next->due.text(), "2004-09-10");
  EXPECT_TRUE(next->late);
}

TEST(Wait, after_an_intake_is_for_the_school_to_decide) {
  auto const next = next_of({.status = Status::intake, .since = day("2004-06-03"), .school_year = 2004, .steps = 6},
                            day("2004-07-02"));
  ASSERT_TRUE(next);
  EXPECT_EQ(next->what, WaitsFor::commitment);
  EXPECT_EQ(next->whom, WaitsOn::leader);
  EXPECT_TRUE(next->late);
}

TEST(Wait, of_a_committed_school_is_a_plan_and_then_a_start) {
  Way way{.status = Status::committed, .since = day("2004-06-20"), .school_year = 2004, .steps = 6};
  EXPECT_EQ(next_of(way, day("2004-06-21"))->what, WaitsFor::approach);
  way.has_approach = true;
  EXPECT_EQ(next_of(way, day("2004-06-21"))->what, WaitsFor::start);
  way.next_planned = day("2004-09-08");
  EXPECT_FALSE(next_of(way, day("2004-06-21")));
}

TEST(Wait, of_an_active_school_is_first_what_came_out_of_a_meeting) {
  Way way{.status = Status::active,
          .since = day("2003-09-10"),
          .school_year = 2003,
          .steps = 6,
          .done = 4,
          .past_unrecorded = day("2004-04-14"),
          .unrecorded_step = 5};
  auto const next = next_of(way, day("2004-04-15"));
  ASSERT_TRUE(next);
  EXPECT_EQ(next->what, WaitsFor::outcome_of_meeting);
  EXPECT_EQ(next->step, 5);
  EXPECT_FALSE(next->late);
  EXPECT_TRUE(next_of(way, day("2004-04-29"))->late);
}

TEST(Wait, of_an_active_school_without_a_day_names_the_next_step) {
  Way way{.status = Status::active, .since = day("2003-09-10"), .school_year = 2003, .steps = 6, .done = 5};
  auto const next = next_of(way, day("2004-04-15"));
  ASSERT_TRUE(next);
  EXPECT_EQ(next->what, WaitsFor::day_of_step);
  EXPECT_EQ(next->step, 6);
  EXPECT_EQ(next->due.text(), "2004-06-27");
  way.next_planned = day("2004-05-19");
  EXPECT_FALSE(next_of(way, day("2004-04-15")));
  way.done = 6;
  EXPECT_EQ(next_of(way, day("2004-06-28"))->what, WaitsFor::completion);
}

TEST(Wait, of_a_paused_school_is_late_from_the_next_school_year_on) {
  Way const way{.status = Status::paused, .since = day("2003-10-13"), .school_year = 2003, .steps = 6};
  EXPECT_FALSE(next_of(way, day("2004-09-01"))->late);
  EXPECT_TRUE(next_of(way, day("2004-09-02"))->late);
}

TEST(Wait, of_an_ended_way_is_nothing) {
  EXPECT_FALSE(next_of({.status = Status::completed}, day("2004-04-15")));
  EXPECT_FALSE(next_of({.status = Status::withdrawn}, day("2004-04-15")));
}

TEST(SchoolYear, begins_in_august) {
  EXPECT_EQ(school_year_of(day("2004-07-31")), 2003);
  EXPECT_EQ(school_year_of(day("2004-08-01")), 2004);
  EXPECT_EQ(school_year_text(2003), "2003-2004");
}

TEST(Agenda, shares_the_time_of_a_step_among_its_questions) {
  auto const items =
      agenda_from({.title = "Intervisietraining", .questions = "Eerste?\nTweede?\nDerde?", .minutes = 120},
                  i18n::Words(i18n::Language::nl));
  ASSERT_EQ(items.size(), 5U);
  EXPECT_EQ(items[1].title, "Eerste?");
  EXPECT_EQ(items[1].minutes, 30);
  int total = 0;
  for (auto const& item : items) total += item.minutes;
  EXPECT_EQ(total, 120);
}

TEST(Agenda, of_a_step_without_questions_holds_the_step_itself) {
  auto const items =
      agenda_from({.title = "Kennismaken", .aim = "Elkaar zien", .minutes = 60}, i18n::Words(i18n::Language::nl));
  ASSERT_EQ(items.size(), 3U);
  EXPECT_EQ(items[1].title, "Kennismaken");
  EXPECT_EQ(items[1].minutes, 30);
}

TEST(Library, holds_the_two_templates_of_the_cases) {
  ASSERT_EQ(library().size(), 2U);
  EXPECT_EQ(ready("intervisie")->steps.size(), 6U);
  EXPECT_EQ(ready("leernetwerk")->steps.size(), 5U);
  EXPECT_EQ(ready("leernetwerk")->audience, Audience::people);
  EXPECT_EQ(ready("no such"), nullptr);
}

TEST(CohortDraft, is_refused_without_a_name_and_with_a_year_that_is_none) {
  EXPECT_EQ(refusal(CohortDraft{.name = "", .school_year = 2004}), CohortRefusal::name_missing);
  EXPECT_EQ(refusal(CohortDraft{.name = "A", .school_year = 4}), CohortRefusal::year_out_of_range);
  EXPECT_EQ(refusal(CohortDraft{.name = "A", .school_year = 2004, .most = 0}), CohortRefusal::most_out_of_range);
  EXPECT_FALSE(refusal(CohortDraft{.name = "A", .school_year = 2004, .most = 8}));
}

}  // namespace

}  // namespace lenig::programme
