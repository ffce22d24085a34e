#include <gtest/gtest.h>

#include <stdexcept>

#include "engine/schedule/tests/invented.hpp"

namespace lenig::schedule {
namespace {

using Kind = MeetingFault::Kind;

base::LocalTime at(char const* text) { return *base::LocalTime::parse(text); }

/// Two schools, two steps; only Kor leads both, Matty is growing into the second.
MeetingYear two_schools() {
  std::vector<Step> const steps{{.id = "Start", .minutes = 120},
                                {.id = "Incident", .minutes = 120, .accompanied = true}};
  WeeklySlot const tuesday{.day = std::chrono::Tuesday, .minute_of_day = 15 * 60};
  return {.first = day("2004-09-01"),
          .last = day("2004-12-17"),
          .units = {{.id = "De Linde",
                     .steps = steps,
                     .regular = {tuesday},
                     .other = working_days(16 * 60),
                     .holidays = {{day("2004-10-18"), day("2004-10-22")}}},
                    {.id = "Jaarfke", .steps = steps, .regular = {tuesday}, .other = working_days(16 * 60)}},
          .trainers = {{.id = "Kor", .may = {{"Start", Part::leads}, {"Incident", Part::leads}}},
                       {.id = "Matty", .may = {{"Start", Part::leads}, {"Incident", Part::co_leads}}}}};
}

std::vector<Kind> kinds(std::vector<MeetingFault> const& faults) {
  std::vector<Kind> kinds;
  for (auto const& fault : faults) kinds.push_back(fault.kind);
  return kinds;
}

TEST(Meetings, are_in_regular_slots_spread_over_the_year_with_somebody_who_grows) {
  auto const year = two_schools();
  auto const plan = plan_meetings(year);
  EXPECT_EQ(plan.placed.value, 4);
  EXPECT_EQ(plan.regular.value, 4);
  EXPECT_TRUE(plan.unplaced.empty());
  EXPECT_TRUE(faults_of(year, plan.meetings).empty());
  for (auto const& meeting : plan.meetings) {
    if (meeting.step != "Incident") continue;
    EXPECT_EQ(meeting.leads, "Kor");
    EXPECT_EQ(meeting.grows, "Matty");
  }
  EXPECT_EQ(plan.stopped, Stopped::proof);
  EXPECT_EQ(plan.gap(), 0);
}

TEST(Meetings, keep_out_of_holidays_and_of_the_calendars_of_trainers) {
  auto year = two_schools();
  year.units[0].holidays = {{day("2004-09-01"), day("2004-12-05")}};
  year.trainers[0].busy = {{at("2004-12-07T00:00"), at("2004-12-07T23:00")}};
  for (auto& unit : year.units) unit.steps.pop_back();
  year.trainers[1].may.clear();
  auto const plan = plan_meetings(year);
  ASSERT_EQ(plan.meetings.size(), 2);
  EXPECT_EQ(plan.meetings[0].start, at("2004-12-14T15:00"));
  EXPECT_TRUE(plan.meetings[0].regular);
  EXPECT_TRUE(faults_of(year, plan.meetings).empty());
}

TEST(Meetings, what_has_no_place_has_a_reason) {
  auto const first_reason = [](MeetingYear const& year) { return plan_meetings(year).unplaced.at(0).why; };
  auto year = two_schools();
  year.trainers[0].may.erase("Incident");
  EXPECT_EQ(first_reason(year), Hindrance::nobody_leads);

  year = two_schools();
  year.trainers[1].may.erase("Incident");
  EXPECT_EQ(first_reason(year), Hindrance::nobody_grows);

  year = two_schools();
  year.units[0].after = day("2004-12-10");
  auto plan = plan_meetings(year);
  ASSERT_EQ(plan.unplaced.size(), 2);
  EXPECT_EQ(plan.unplaced[0].why, Hindrance::no_slot);
  EXPECT_EQ(plan.unplaced[1].why, Hindrance::step_before);

  year = two_schools();
  for (auto& trainer : year.trainers) trainer.busy = {{at("2004-09-01T00:00"), at("2004-12-31T00:00")}};
  EXPECT_EQ(first_reason(year), Hindrance::trainers_away);
}

TEST(Meetings, planned_by_hand_tell_what_is_wrong) {
  auto year = two_schools();
  year.minutes_between = 30;
  Meeting const start{
      .unit = "De Linde", .step = "Start", .start = at("2004-09-07T15:00"), .minutes = 120, .leads = "Kor"};
  auto const with = [&](auto change) {
    std::vector<Meeting> meetings{start};
    change(meetings);
    return kinds(faults_of(year, meetings));
  };
  using Kinds = std::vector<Kind>;
  EXPECT_EQ(with([](auto&) {}), Kinds{});
  EXPECT_EQ(with([](auto& all) { all[0].start = at("2004-08-31T15:00"); }), Kinds{Kind::outside_year});
  EXPECT_EQ(with([](auto& all) { all[0].start = at("2004-10-19T15:00"); }), Kinds{Kind::in_holidays});
  EXPECT_EQ(with([](auto& all) { all[0].step = "Incident"; }), Kinds{Kind::nobody_grows});
  EXPECT_EQ(with([](auto& all) { all[0].step = "Incident", all[0].leads = "Matty"; }),
            (Kinds{Kind::may_not_lead, Kind::nobody_grows}));
  EXPECT_EQ(with([](auto& all) { all[0].grows = "Matty"; }), Kinds{Kind::may_not_grow});
  auto const second = [](auto& all, char const* when) {
    all.push_back(
        {.unit = "De Linde", .step = "Incident", .start = at(when), .minutes = 120, .leads = "Kor", .grows = "Matty"});
  };
  EXPECT_EQ(with([&](auto& all) { second(all, "2004-09-21T15:00"); }), Kinds{});
  EXPECT_EQ(with([&](auto& all) { second(all, "2004-09-20T15:00"); }), Kinds{Kind::too_soon});
  EXPECT_EQ(with([&](auto& all) { second(all, "2004-09-06T15:00"); }), Kinds{Kind::too_soon});
  EXPECT_EQ(with([&](auto& all) { second(all, "2004-11-24T15:00"); }), Kinds{Kind::too_late});
  year.units[0].busy = {{at("2004-09-07T16:00"), at("2004-09-07T17:00")}};
  year.trainers[0].busy = year.units[0].busy;
  EXPECT_EQ(with([](auto&) {}), (Kinds{Kind::unit_busy, Kind::trainer_busy}));
}

TEST(Meetings, nobody_is_at_two_of_them_or_without_the_time_to_travel) {
  auto year = two_schools();
  std::vector<Meeting> meetings{
      {.unit = "De Linde", .step = "Start", .start = at("2004-09-07T13:00"), .minutes = 120, .leads = "Kor"},
      {.unit = "Jaarfke", .step = "Start", .start = at("2004-09-07T15:00"), .minutes = 120, .leads = "Kor"}};
  EXPECT_TRUE(faults_of(year, meetings).empty());
  year.minutes_between = 1;
  MeetingFault const expected{
      .kind = Kind::trainer_double, .unit = "Jaarfke", .step = "Start", .trainer = "Kor", .other = "De Linde"};
  EXPECT_EQ(faults_of(year, meetings), std::vector{expected});
  meetings[1].leads = "Matty";
  EXPECT_TRUE(faults_of(year, meetings).empty());
}

TEST(Meetings, are_shifted_as_a_whole_and_checked_again) {
  auto const year = two_schools();
  auto const meetings = plan_meetings(year).meetings;
  auto const later = shifted(year, meetings, 1);
  ASSERT_EQ(later.meetings.size(), meetings.size());
  for (std::size_t one = 0; one < meetings.size(); ++one) {
    EXPECT_EQ(later.meetings[one].start.date, meetings[one].start.date.plus_days(7));
    EXPECT_EQ(later.meetings[one].start.minute_of_day, meetings[one].start.minute_of_day);
  }
  EXPECT_EQ(later.faults, faults_of(year, later.meetings));
  EXPECT_EQ(shifted(year, later.meetings, -1).meetings, meetings);
  EXPECT_FALSE(shifted(year, meetings, 20).faults.empty());
}

TEST(Meetings, of_one_step_twice_are_a_mistake_of_the_caller) {
  Meeting const one{.unit = "De Linde", .step = "Start", .start = at("2004-09-07T15:00"), .leads = "Kor"};
  EXPECT_THROW(faults_of(two_schools(), {one, one}), std::invalid_argument);
}

TEST(Meetings, of_invented_years_keep_every_rule_and_no_bound_is_passed) {
  for (unsigned seed = 1; seed <= 12; ++seed) {
    auto const year = invented_year({.units = 4, .steps = 3, .trainers = 2, .seed = seed});
    auto const plan = plan_meetings(year);
    EXPECT_TRUE(faults_of(year, plan.meetings).empty()) << seed;
    EXPECT_EQ(plan.meetings.size() + plan.unplaced.size(), 12) << seed;
    EXPECT_EQ(plan.placed.value, static_cast<double>(plan.meetings.size())) << seed;
    EXPECT_LE(plan.placed.value, plan.placed.bound) << seed;
    EXPECT_LE(plan.regular.value, plan.regular.bound) << seed;
    EXPECT_GE(plan.spacing.value, plan.spacing.bound) << seed;
    EXPECT_GE(plan.spread.value, plan.spread.bound) << seed;
    EXPECT_EQ(plan.meetings, plan_meetings(year).meetings) << seed;
  }
}

}  // namespace
}  // namespace lenig::schedule
