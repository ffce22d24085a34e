#include <gtest/gtest.h>

#include <cstdlib>
#include <stdexcept>
#include <tuple>

#include "engine/schedule/tests/invented.hpp"

namespace lenig::schedule {
namespace {

using Kind = MeetingFault::Kind;

/// Long enough never to end by time.
constexpr std::chrono::minutes patient{5};

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
  auto const plan = plan_meetings(year, patient);
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
  auto const plan = plan_meetings(year, patient);
  ASSERT_EQ(plan.meetings.size(), 2);
  EXPECT_EQ(plan.meetings[0].start, at("2004-12-14T15:00"));
  EXPECT_TRUE(plan.meetings[0].regular);
  EXPECT_TRUE(faults_of(year, plan.meetings).empty());
}

TEST(Meetings, what_has_no_place_has_a_reason) {
  auto const first_reason = [](MeetingYear const& year) { return plan_meetings(year, patient).unplaced.at(0).why; };
  auto year = two_schools();
  year.trainers[0].may.erase("Incident");
  EXPECT_EQ(first_reason(year), Hindrance::nobody_leads);

  year = two_schools();
  year.trainers[1].may.erase("Incident");
  EXPECT_EQ(first_reason(year), Hindrance::nobody_grows);

  year = two_schools();
  year.units[0].after = day("2004-12-10");
  auto plan = plan_meetings(year, patient);
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
  auto const meetings = plan_meetings(year, patient).meetings;
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

/// A school year of four weeks: two units of two steps, a regular slot and another one, and two trainers.
MeetingYear four_weeks(unsigned seed) {
  Dice dice(seed);
  MeetingYear year{.first = day("2005-09-05"), .last = day("2005-09-30"), .minutes_between = 15};
  for (char const* unit : {"De Bouwte", "Delta"}) {
    auto& made = year.units.emplace_back(MeetingUnit{.id = unit});
    made.steps = {{.id = "Start", .least_days = 0},
                  {.id = "Incident", .least_days = dice.between(3, 8), .most_days = 20}};
    made.regular = {{.day = std::chrono::weekday(static_cast<unsigned>(dice.between(1, 2))), .minute_of_day = 15 * 60}};
    made.other = {{.day = std::chrono::Thursday, .minute_of_day = 15 * 60 + 15 * dice.between(0, 8)}};
    auto const holiday = year.first.plus_days(dice.between(0, 25));
    made.holidays = {{holiday, holiday.plus_days(2)}};
  }
  for (char const* trainer : {"Kor", "Matty"}) {
    auto& made = year.trainers.emplace_back(Trainer{.id = trainer, .may = {{"Start", Part::leads}}});
    made.may["Incident"] = dice.between(0, 2) > 0 ? Part::leads : Part::attends;
    for (int busy = 0; busy < 6; ++busy) {
      auto const date = year.first.plus_days(dice.between(0, 25));
      made.busy.push_back({{date, 12 * 60}, {date, 18 * 60}});
    }
  }
  return year;
}

/// Every meeting that a step of a unit could be by the slots of its unit, whoever leads.
std::vector<Meeting> all_meetings(MeetingYear const& year, MeetingUnit const& unit, Step const& step) {
  std::vector<Meeting> all;
  for (auto date = year.first; date <= year.last; date = date.plus_days(1)) {
    for (auto const* slots : {&unit.regular, &unit.other}) {
      for (auto const& slot : *slots) {
        if (slot.day != std::chrono::weekday(date.days())) continue;
        for (auto const& trainer : year.trainers)
          all.push_back({.unit = unit.id,
                         .step = step.id,
                         .start = {date, slot.minute_of_day},
                         .minutes = step.minutes,
                         .regular = slots == &unit.regular,
                         .leads = trainer.id});
      }
    }
  }
  return all;
}

/// School days of a unit before a day, counted one by one.
int school_days_before(MeetingYear const& year, MeetingUnit const& unit, base::Date before) {
  int days = 0;
  for (auto date = year.first; date < before; date = date.plus_days(1)) {
    auto const weekday = std::chrono::weekday(date.days()).iso_encoding();
    bool const off = date >= unit.holidays[0].first && date <= unit.holidays[0].last;
    days += weekday < 6 && !off ? 1 : 0;
  }
  return days;
}

/// The aims in their order, each turned so that less is better.
using Rank = std::tuple<int, int, int, int>;

Rank rank_of(MeetingYear const& year, std::vector<Meeting> const& meetings) {
  int regular = 0;
  int spacing = 0;
  std::map<Id, int> led;
  for (auto const& meeting : meetings) {
    auto const& unit = *std::ranges::find(year.units, meeting.unit, &MeetingUnit::id);
    int const days = school_days_before(year, unit, year.last.plus_days(1));
    int const even = meeting.step == "Start" ? days / 4 : 3 * days / 4;
    regular += meeting.regular ? 1 : 0;
    spacing += std::abs(school_days_before(year, unit, meeting.start.date) - even);
    ++led[meeting.leads];
  }
  int spread = 0;
  for (auto const& [trainer, meetings_led] : led) spread += meetings_led * meetings_led;
  return {-static_cast<int>(meetings.size()), -regular, spacing, spread};
}

/// Ways of one unit without a fault of its own: none, its first step, or both.
std::vector<std::vector<Meeting>> ways_of(MeetingYear const& year, MeetingUnit const& unit) {
  std::vector<std::vector<Meeting>> ways{{}};
  for (auto const& start : all_meetings(year, unit, unit.steps[0])) {
    if (!faults_of(year, {start}).empty()) continue;
    ways.push_back({start});
    for (auto const& second : all_meetings(year, unit, unit.steps[1])) {
      if (faults_of(year, {start, second}).empty()) ways.push_back({start, second});
    }
  }
  return ways;
}

Rank best_of_all(MeetingYear const& year) {
  Rank best{};
  for (auto const& one : ways_of(year, year.units[0])) {
    for (auto const& other : ways_of(year, year.units[1])) {
      auto both = one;
      both.insert(both.end(), other.begin(), other.end());
      if (auto const rank = rank_of(year, both); rank < best && faults_of(year, both).empty()) best = rank;
    }
  }
  return best;
}

TEST(Meetings, are_as_good_as_the_best_of_all_years) {
  for (unsigned seed = 1; seed <= 12; ++seed) {
    auto const year = four_weeks(seed);
    auto const plan = plan_meetings(year, patient);
    EXPECT_TRUE(faults_of(year, plan.meetings).empty()) << seed;
    auto const [placed, regular, spacing, spread] = best_of_all(year);
    EXPECT_EQ(plan.placed.value, -placed) << seed;
    EXPECT_EQ(plan.regular.value, -regular) << seed;
    EXPECT_EQ(plan.spacing.value, spacing) << seed;
    EXPECT_EQ(plan.spread.value, spread) << seed;
    EXPECT_LE(plan.spread.bound, spread) << seed;
    EXPECT_LE(plan.spacing.bound, spacing) << seed;
  }
}

TEST(Meetings, of_invented_years_keep_every_rule_and_no_bound_is_passed) {
  for (unsigned seed = 1; seed <= 12; ++seed) {
    auto const year = invented_year({.units = 4, .steps = 3, .trainers = 2, .seed = seed});
    auto const plan = plan_meetings(year, patient);
    EXPECT_TRUE(faults_of(year, plan.meetings).empty()) << seed;
    EXPECT_EQ(plan.meetings.size() + plan.unplaced.size(), 12) << seed;
    EXPECT_EQ(plan.placed.value, static_cast<double>(plan.meetings.size())) << seed;
    EXPECT_LE(plan.placed.value, plan.placed.bound) << seed;
    EXPECT_LE(plan.regular.value, plan.regular.bound) << seed;
    EXPECT_GE(plan.spacing.value, plan.spacing.bound) << seed;
    EXPECT_GE(plan.spread.value, plan.spread.bound) << seed;
    EXPECT_EQ(plan.meetings, plan_meetings(year, patient).meetings) << seed;
  }
}

}  // namespace
}  // namespace lenig::schedule
