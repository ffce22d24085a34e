#include <gtest/gtest.h>

#include <optional>
#include <thread>
#include <tuple>

#include "engine/schedule/tests/invented.hpp"

namespace lenig::schedule {
namespace {

using Kind = RollOutFault::Kind;

/// The aims in their order, each turned so that less is better.
using Rank = std::tuple<double, double, double, double>;

Rank rank_of(RollOut const& roll_out, CohortOf const& cohort_of) {
  double placed = 0;
  double honoured = 0;
  double outside = 0;
  std::map<Id, double> half_days;
  for (auto const& unit : roll_out.units) {
    auto const at = cohort_of.find(unit.id);
    if (at == cohort_of.end()) continue;
    placed += 1;
    half_days[at->second] += unit.half_days;
    auto const wish = unit.wishes.find(at->second);
    if (wish == unit.wishes.end()) continue;
    honoured += wish->second == Wish::suits ? 1 : 0;
    outside += wish->second == Wish::does_not_suit ? 1 : 0;
  }
  double load = 0;
  for (auto const& cohort : roll_out.cohorts) load += half_days[cohort.id] * half_days[cohort.id] / cohort.half_days;
  return {-placed, -honoured, outside, load};
}

/// Long enough to end by proof on any machine.
constexpr std::chrono::minutes patient{5};

/// What a plan may not have. A fixed unit may break all of it; so plans are compared where none is.
bool is_allowed(RollOut const& roll_out, CohortOf const& cohort_of) {
  for (auto const& fault : faults_of(roll_out, cohort_of)) {
    if (fault.kind != Kind::wish_not_honoured) return false;
  }
  return true;
}

/// The best of all plans there are.
Rank best_of_all(RollOut const& roll_out) {
  std::optional<Rank> best;
  int const ways = static_cast<int>(roll_out.cohorts.size()) + 1;
  int plans = 1;
  for (std::size_t unit = 0; unit < roll_out.units.size(); ++unit) plans *= ways;
  for (int number = 0; number < plans; ++number) {
    CohortOf plan;
    int rest = number;
    for (auto const& unit : roll_out.units) {
      if (rest % ways > 0) plan[unit.id] = roll_out.cohorts[rest % ways - 1].id;
      rest /= ways;
    }
    if (!is_allowed(roll_out, plan)) continue;
    auto const rank = rank_of(roll_out, plan);
    if (!best || rank < *best) best = rank;
  }
  return *best;
}

RollOut without_fixed(RollOut roll_out) {
  for (auto& unit : roll_out.units) unit.fixed.reset();
  return roll_out;
}

TEST(RollOut, is_as_good_as_the_best_of_all_plans) {
  for (unsigned seed = 1; seed <= 30; ++seed) {
    auto const roll_out = without_fixed(
        invented_roll_out({.units = 6, .cohorts = 3, .spare = static_cast<int>(seed % 2) - 1, .seed = seed}));
    auto const plan = plan_roll_out(roll_out, patient);
    auto const [placed, honoured, outside, load] = best_of_all(roll_out);
    EXPECT_TRUE(is_allowed(roll_out, plan.cohort_of)) << seed;
    EXPECT_EQ(plan.placed.value, -placed) << seed;
    EXPECT_EQ(plan.honoured.value, -honoured) << seed;
    EXPECT_EQ(plan.outside.value, outside) << seed;
    EXPECT_NEAR(plan.load.value, load, 1e-6) << seed;
    EXPECT_EQ(plan.stopped, Stopped::proof) << seed;
    EXPECT_NEAR(plan.gap(), 0, 1e-6) << seed;
  }
}

TEST(RollOut, keeps_every_rule_and_tells_what_it_did) {
  for (unsigned seed = 1; seed <= 10; ++seed) {
    auto const roll_out = without_fixed(invented_roll_out({.units = 24, .cohorts = 3, .spare = -1, .seed = seed}));
    auto const plan = plan_roll_out(roll_out, patient);
    EXPECT_TRUE(is_allowed(roll_out, plan.cohort_of)) << seed;
    EXPECT_EQ(plan.cohort_of.size() + plan.left_out.size(), roll_out.units.size()) << seed;
    EXPECT_EQ((Rank{-plan.placed.value, -plan.honoured.value, plan.outside.value, plan.load.value}),
              rank_of(roll_out, plan.cohort_of))
        << seed;
    for (auto const& left_out : plan.left_out) {
      for (auto const& [cohort, obstacle] : left_out.obstacles) EXPECT_NE(obstacle, Obstacle::time) << seed;
    }
    EXPECT_EQ(plan.cohort_of, plan_roll_out(roll_out, patient).cohort_of) << seed;
  }
}

/// A fixed unit stays, and nothing that the plan adds makes a cohort break a limit that it kept or break it by more.
TEST(RollOut, leaves_fixed_units_where_they_are_and_adds_nothing_to_what_is_too_full) {
  for (unsigned seed = 1; seed <= 10; ++seed) {
    auto roll_out = invented_roll_out({.units = 24, .cohorts = 3, .spare = -2, .seed = seed});
    for (int unit = 0; unit < 8; ++unit) roll_out.units[unit].fixed = roll_out.cohorts[0].id;
    CohortOf fixed;
    for (auto const& unit : roll_out.units) {
      if (unit.fixed) fixed[unit.id] = *unit.fixed;
    }
    auto const plan = plan_roll_out(roll_out, patient);
    for (auto const& [unit, cohort] : fixed) EXPECT_EQ(plan.cohort_of.at(unit), cohort) << seed;
    auto const before = faults_of(roll_out, fixed);
    for (auto const& fault : faults_of(roll_out, plan.cohort_of)) {
      bool const of_cohort = fault.kind == Kind::over_maximum || fault.kind == Kind::half_days_short;
      bool const was_there = std::ranges::find(before, fault) != before.end();
      EXPECT_TRUE(!of_cohort || was_there) << seed;
    }
  }
}

TEST(RollOut, tells_what_stands_in_the_way_of_a_unit_that_is_left_out) {
  WeeklySlot const tuesday{.day = std::chrono::Tuesday, .minute_of_day = 15 * 60};
  RollOut const roll_out{
      .units = {{.id = "Drieborg", .half_days = 6, .fixed = "2003", .trainer = "Kor", .slot = tuesday},
                {.id = "ROB", .half_days = 6, .fixed = "2004"},
                {.id = "Delta",
                 .half_days = 6,
                 .wishes = {{"2006", Wish::does_not_suit}},
                 .trainer = "Kor",
                 .slot = tuesday}},
      .cohorts = {{.id = "2003", .school_year = "2003", .maximum = 5, .half_days = 60},
                  {.id = "2004", .school_year = "2004", .maximum = 1, .half_days = 60},
                  {.id = "2005", .school_year = "2005", .maximum = 5, .half_days = 5},
                  {.id = "2006", .school_year = "2006", .maximum = 5, .half_days = 60}}};
  auto const plan = plan_roll_out(roll_out, patient);
  ASSERT_EQ(plan.left_out.size(), 1);
  EXPECT_EQ(plan.left_out[0].unit, "Delta");
  EXPECT_EQ(plan.left_out[0].obstacles, (std::map<Id, Obstacle>{{"2003", Obstacle::trainer_double},
                                                                {"2004", Obstacle::full},
                                                                {"2005", Obstacle::half_days_short},
                                                                {"2006", Obstacle::does_not_suit}}));
}

TEST(RollOut, of_nobody_is_empty) {
  auto const plan = plan_roll_out({});
  EXPECT_TRUE(plan.cohort_of.empty());
  EXPECT_EQ(plan.stopped, Stopped::proof);
  EXPECT_EQ(plan.gap(), 0);
}

TEST(RollOut, is_the_same_when_two_are_planned_at_once) {
  auto const roll_out = invented_roll_out({.units = 16, .cohorts = 3, .spare = 0, .seed = 7});
  auto const alone = plan_roll_out(roll_out, patient).cohort_of;
  CohortOf beside;
  std::jthread other([&] { beside = plan_roll_out(roll_out, patient).cohort_of; });
  EXPECT_EQ(plan_roll_out(roll_out, patient).cohort_of, alone);
  other.join();
  EXPECT_EQ(beside, alone);
}

/// What is left to do when there is no time is at least allowed, and says that more may be possible.
TEST(RollOut, without_time_is_still_a_plan) {
  auto const roll_out = without_fixed(invented_roll_out({.units = 60, .cohorts = 5, .spare = -1, .seed = 3}));
  auto const plan = plan_roll_out(roll_out, std::chrono::milliseconds(1));
  EXPECT_TRUE(is_allowed(roll_out, plan.cohort_of));
  EXPECT_GE(plan.placed.bound, plan.placed.value);
}

}  // namespace
}  // namespace lenig::schedule
