#include <gtest/gtest.h>

#include <chrono>
#include <stdexcept>

#include "engine/schedule/schedule.h"

namespace lenig::schedule {
namespace {

using Kind = RollOutFault::Kind;

RollOut two_years() {
  return {.units = {{.id = "Drieborg", .half_days = 6},
                    {.id = "Houwingaham", .half_days = 6},
                    {.id = "ROB", .half_days = 4}},
          .cohorts = {{.id = "Pilots", .school_year = "2003-2004", .maximum = 2, .half_days = 12},
                      {.id = "Tranche 1", .school_year = "2004-2005", .maximum = 3, .half_days = 18}}};
}

TEST(RollOutFaults, a_plan_that_keeps_to_everything_has_none) {
  EXPECT_TRUE(faults_of(two_years(), {{"Drieborg", "Pilots"}, {"ROB", "Tranche 1"}}).empty());
}

TEST(RollOutFaults, tell_by_how_much_a_cohort_is_too_full) {
  auto const faults = faults_of(two_years(), {{"Drieborg", "Pilots"}, {"Houwingaham", "Pilots"}, {"ROB", "Pilots"}});
  EXPECT_EQ(faults, (std::vector<RollOutFault>{{.kind = Kind::over_maximum, .cohort = "Pilots", .by = 1},
                                               {.kind = Kind::half_days_short, .cohort = "Pilots", .by = 4}}));
}

TEST(RollOutFaults, tell_a_wish_from_a_refusal) {
  auto roll_out = two_years();
  roll_out.units[0].wishes = {{"Pilots", Wish::suits}};
  roll_out.units[1].wishes = {{"Tranche 1", Wish::does_not_suit}};
  CohortOf const plan{{"Drieborg", "Tranche 1"}, {"Houwingaham", "Tranche 1"}};
  EXPECT_EQ(faults_of(roll_out, plan),
            (std::vector<RollOutFault>{{.kind = Kind::wish_not_honoured, .cohort = "Tranche 1", .unit = "Drieborg"},
                                       {.kind = Kind::outside_choice, .cohort = "Tranche 1", .unit = "Houwingaham"}}));

  roll_out.units[0].fixed = "Tranche 1";
  roll_out.units[1].yes = "Tranche 1";
  EXPECT_TRUE(faults_of(roll_out, plan).empty());

  roll_out.units[0].fixed = "Pilots";
  EXPECT_EQ(faults_of(roll_out, plan),
            (std::vector<RollOutFault>{{.kind = Kind::not_where_fixed, .cohort = "Tranche 1", .unit = "Drieborg"}}));
}

TEST(RollOutFaults, a_trainer_is_double_within_a_school_year) {
  auto roll_out = two_years();
  for (auto& unit : roll_out.units) unit.trainer = "Kor";
  roll_out.units[0].slot = WeeklySlot{.day = std::chrono::Tuesday, .minute_of_day = 15 * 60};
  roll_out.units[1].slot = WeeklySlot{.day = std::chrono::Tuesday, .minute_of_day = 16 * 60};
  roll_out.units[2].slot = WeeklySlot{.day = std::chrono::Tuesday, .minute_of_day = 17 * 60};
  CohortOf const plan{{"Drieborg", "Tranche 1"}, {"Houwingaham", "Tranche 1"}, {"ROB", "Pilots"}};
  EXPECT_EQ(faults_of(roll_out, plan),
            (std::vector<RollOutFault>{
                {.kind = Kind::trainer_double, .cohort = "Tranche 1", .unit = "Houwingaham", .other = "Drieborg"}}));
  roll_out.cohorts[0].school_year = roll_out.cohorts[1].school_year;
  EXPECT_EQ(faults_of(roll_out, plan).size(), 2);
}

TEST(RollOutFaults, an_id_that_is_not_there_or_stands_twice_is_a_mistake_of_the_caller) {
  auto roll_out = two_years();
  EXPECT_THROW(faults_of(roll_out, {{"De Tweemaster", "Pilots"}}), std::invalid_argument);
  roll_out.units[1].id = "Drieborg";
  EXPECT_THROW(faults_of(roll_out, {}), std::invalid_argument);
}

TEST(RollOutFaults, are_there_at_once) {
  RollOut roll_out;
  CohortOf plan;
  for (int cohort = 0; cohort < 6; ++cohort)
    roll_out.cohorts.push_back({.id = std::to_string(cohort), .maximum = 10, .half_days = 60});
  for (int unit = 0; unit < 100; ++unit) {
    roll_out.units.push_back({.id = "unit " + std::to_string(unit),
                              .half_days = 6 + unit % 5,
                              .trainer = "Kor",
                              .slot = WeeklySlot{.day = std::chrono::weekday(1 + unit % 5), .minute_of_day = 900}});
    plan[roll_out.units.back().id] = std::to_string(unit % 6);
  }
  auto const begin = std::chrono::steady_clock::now();
  int runs = 0;
  for (; runs < 100; ++runs) ASSERT_FALSE(faults_of(roll_out, plan).empty());
  auto const each = (std::chrono::steady_clock::now() - begin) / runs;
  EXPECT_LT(each, std::chrono::milliseconds(5)) << "meant to take less than one, on a machine that does nothing else";
}

}  // namespace
}  // namespace lenig::schedule
