#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/schedule/aim.hpp"

namespace lenig::schedule {

enum class Wish { suits, no_preference, does_not_suit };

struct Unit {
  Id id;
  int half_days = 0;               // of trainers that it takes in its cohort
  std::map<Id, Wish> wishes;       // by cohort; what is missing is no preference
  std::optional<Id> fixed;         // it stays in this cohort, whatever its wish
  std::optional<Id> yes;           // it said yes to this cohort, outside its choice
  std::optional<Id> trainer;       // who would come to it
  std::optional<WeeklySlot> slot;  // and when: its regular team meeting
};

struct Cohort {
  Id id;
  std::string school_year;  // in one year, over all its cohorts, a trainer can be double
  int maximum = 0;          // of units
  int half_days = 0;        // that trainers have; the same large number in all when nobody counts them
};

struct RollOut {
  std::vector<Unit> units;
  std::vector<Cohort> cohorts;
};

using CohortOf = std::map<Id, Id>;  // by unit; who is missing goes nowhere

enum class Obstacle { does_not_suit, full, half_days_short, trainer_double, time };

struct LeftOut {
  Id unit;
  std::map<Id, Obstacle> obstacles;  // what stands in the way, by cohort; time: nothing but that the search ended early
};

struct RollOutPlan {
  CohortOf cohort_of;
  std::vector<LeftOut> left_out;
  Aim placed;    // 1. units: most
  Aim honoured;  // 2. units in a cohort that suits them: most
  Aim outside;   // 3. units in a cohort that does not, by their yes or fixed: fewest
  Aim load;  // 4. Σ over cohorts of (half-days placed)² ÷ max(1, half-days that trainers have): least, an even share
  Stopped stopped = Stopped::proof;
  double gap() const;  // the largest of the four
};

/// Never above a maximum, beyond the half-days, with a trainer double or against a choice; where units are fixed so
/// that it is already, the plan adds nothing to it.
RollOutPlan plan_roll_out(RollOut const& roll_out, std::chrono::milliseconds limit = std::chrono::seconds(9));

struct RollOutFault {
  enum class Kind { over_maximum, half_days_short, trainer_double, wish_not_honoured, outside_choice, not_where_fixed };
  Kind kind = Kind::over_maximum;
  Id cohort;   // where it is
  Id unit;     // whose it is; empty for over_maximum and half_days_short
  Id other;    // trainer_double: a unit before it, in any cohort of the year, with whose slot its own overlaps
  int by = 0;  // over_maximum: units too many; half_days_short: half-days too few

  bool operator==(RollOutFault const&) const = default;
};

/// What is wrong with a plan made by hand: of the cohorts in their order, then of the units in theirs.
/// wish_not_honoured: it has no preference here, and another cohort suits it. outside_choice: this one does not suit
/// it, and it did not say yes. Where it is fixed, its wishes are no fault.
std::vector<RollOutFault> faults_of(RollOut const& roll_out, CohortOf const& cohort_of);

}  // namespace lenig::schedule
