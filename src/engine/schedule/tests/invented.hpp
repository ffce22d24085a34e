#pragma once

// Invented roll-outs and years of any size; the same seed, the same invention.

#include <algorithm>
#include <random>

#include "engine/schedule/schedule.h"

namespace lenig::schedule {

inline base::Date day(char const* text) { return *base::Date::parse(text); }

/// Numbers that are the same on every machine: std::uniform_int_distribution is free to differ.
class Dice {
 public:
  explicit Dice(unsigned seed) : engine_(seed) {}
  int between(int least, int most) {
    return least + static_cast<int>(engine_() % static_cast<unsigned>(most - least + 1));
  }

 private:
  std::mt19937 engine_;
};

struct RollOutSize {
  int units = 24;
  int cohorts = 3;
  int spare = 1;  // places in a cohort beyond an even share
  unsigned seed = 1;
};

/// Schools of 6 to 12 half-days with wishes of all kinds, five trainers, places and half-days that just do.
inline RollOut invented_roll_out(RollOutSize const& size) {
  Dice dice(size.seed);
  int const share = (size.units + size.cohorts - 1) / size.cohorts + size.spare;
  RollOut roll_out;
  for (int cohort = 0; cohort < size.cohorts; ++cohort)
    roll_out.cohorts.push_back({.id = "tranche " + std::to_string(cohort),
                                .school_year = std::to_string(2003 + cohort),
                                .maximum = std::max(1, share),
                                .half_days = std::max(1, share) * 9});
  for (int unit = 0; unit < size.units; ++unit) {
    auto& made =
        roll_out.units.emplace_back(Unit{.id = "school " + std::to_string(unit), .half_days = dice.between(6, 12)});
    for (auto const& cohort : roll_out.cohorts) made.wishes[cohort.id] = static_cast<Wish>(dice.between(0, 2));
    made.trainer = "trainer " + std::to_string(dice.between(0, 4));
    made.slot = WeeklySlot{.day = std::chrono::weekday(static_cast<unsigned>(dice.between(1, 5))),
                           .minute_of_day = 15 * 60 + 30 * dice.between(0, 2)};
    if (dice.between(0, 9) == 0) made.yes = roll_out.cohorts[dice.between(0, size.cohorts - 1)].id;
    if (dice.between(0, 9) == 0) made.fixed = roll_out.cohorts[dice.between(0, size.cohorts - 1)].id;
  }
  return roll_out;
}

struct YearSize {
  int units = 11;
  int steps = 6;
  int trainers = 3;
  unsigned seed = 1;
};

/// The school year 2005-2006 of the north: a regular team meeting each, and trainers of whom the first two lead all.
inline MeetingYear invented_year(YearSize const& size) {
  Dice dice(size.seed);
  MeetingYear year{.first = day("2005-08-22"), .last = day("2006-06-30"), .minutes_between = 30};
  for (int unit = 0; unit < size.units; ++unit) {
    auto& made = year.units.emplace_back(MeetingUnit{.id = "school " + std::to_string(unit)});
    for (int step = 0; step < size.steps; ++step)
      made.steps.push_back({.id = "step " + std::to_string(step), .least_days = 21, .accompanied = step % 3 == 2});
    made.regular = {{.day = std::chrono::weekday(static_cast<unsigned>(dice.between(1, 4))),
                     .minute_of_day = 15 * 60 + 15 * dice.between(0, 2)}};
    made.other = working_days(15 * 60 + 30);
    made.holidays = {{day("2005-10-17"), day("2005-10-21")},
                     {day("2005-12-26"), day("2006-01-06")},
                     {day("2006-02-20"), day("2006-02-24")},
                     {day("2006-04-14"), day("2006-04-17")},
                     {day("2006-05-01"), day("2006-05-05")}};
  }
  for (int trainer = 0; trainer < size.trainers; ++trainer) {
    auto& made = year.trainers.emplace_back(Trainer{.id = "trainer " + std::to_string(trainer)});
    bool const last = trainer == size.trainers - 1;
    for (int step = 0; step < size.steps; ++step)
      made.may["step " + std::to_string(step)] = !last || step < 2 ? Part::leads : Part::co_leads;
    for (int busy = 0; busy < 30; ++busy) {
      auto const date = year.first.plus_days(dice.between(0, 300));
      made.busy.push_back({{date, 8 * 60}, {date, 18 * 60}});
    }
  }
  return year;
}

}  // namespace lenig::schedule
