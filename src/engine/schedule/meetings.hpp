#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <vector>

#include "engine/schedule/aim.hpp"
#include "platform/base/time.hpp"

namespace lenig::schedule {

struct Busy {
  base::LocalTime from;
  base::LocalTime until;  // free again
};

struct Holiday {
  base::Date first;
  base::Date last;
};

struct Step {
  Id id;
  int minutes = 150;
  int least_days = 14;  // after the step before
  int most_days = 77;
  bool accompanied = false;  // a second trainer comes along to grow
};

struct MeetingUnit {
  Id id;
  std::vector<Step> steps;          // those to plan, in order
  std::optional<base::Date> after;  // the day of the step before these
  std::vector<WeeklySlot> regular;  // its team meetings: first choice
  std::vector<WeeklySlot> other;    // else; see working_days
  std::vector<Holiday> holidays;
  std::vector<Busy> busy;
};

/// Monday to Friday at this time.
std::vector<WeeklySlot> working_days(int minute_of_day);

enum class Part { attends, co_leads, leads };

struct Trainer {
  Id id;
  std::map<Id, Part> may;  // by step; what is missing: not there at all
  std::vector<Busy> busy;
};

/// A year of one cohort; trainers who serve others too are busy then.
struct MeetingYear {
  base::Date first;
  base::Date last;
  std::vector<MeetingUnit> units;
  std::vector<Trainer> trainers;
  int minutes_between = 0;  // of two meetings of one trainer, to travel
};

struct Meeting {
  Id unit;
  Id step;
  base::LocalTime start;
  int minutes = 0;
  bool regular = false;     // in a regular slot of its unit
  Id leads;                 // a trainer who may lead the step
  std::optional<Id> grows;  // a trainer who attends or co-leads it, and may not lead it yet

  bool operator==(Meeting const&) const = default;
};

/// Of the first step of a unit that has no place, what is in the way, the first that holds:
/// nobody_leads, nobody_grows: no trainer may; no_slot: the unit has none that keeps the distances;
/// trainers_away: in all of them too few trainers are free; time: the search ended early.
/// Of the steps behind it: step_before.
enum class Hindrance { nobody_leads, nobody_grows, no_slot, trainers_away, time, step_before };

struct Unplaced {
  Id unit;
  Id step;
  Hindrance why = Hindrance::no_slot;
};

struct MeetingPlan {
  std::vector<Meeting> meetings;  // by unit in the order of the year, then by step
  std::vector<Unplaced> unplaced;
  Aim placed;   // 1. meetings: most
  Aim regular;  // 2. meetings in regular slots: most
  Aim spacing;  // 3. least Σ of school days away from an even spread of the unit's steps over its school days
  Aim spread;   // 4. least Σ over trainers of (meetings led)²
  Stopped stopped = Stopped::proof;
  double gap() const;  // the largest of the four
};

/// Nobody double or busy, all within the year and outside holidays, steps in order at their distances.
MeetingPlan plan_meetings(MeetingYear const& year, std::chrono::milliseconds limit = std::chrono::seconds(9));

struct MeetingFault {
  enum class Kind {
    outside_year,
    in_holidays,
    unit_busy,
    too_soon,  // after the step before, or before it
    too_late,
    trainer_busy,
    trainer_double,  // at `other` too, or without the time to travel
    may_not_lead,
    may_not_grow,
    nobody_grows
  };
  Kind kind = Kind::outside_year;
  Id unit;  // whose meeting
  Id step;
  Id trainer;  // about whom; else empty
  Id other;    // trainer_double: the unit of the other meeting

  bool operator==(MeetingFault const&) const = default;
};

/// What is wrong with meetings planned by hand, in their order. Steps without a meeting are no fault.
std::vector<MeetingFault> faults_of(MeetingYear const& year, std::vector<Meeting> const& meetings);

struct Shifted {
  std::vector<Meeting> meetings;
  std::vector<MeetingFault> faults;
};

/// All of it so many weeks later (below 0: earlier), and what is wrong with it then.
Shifted shifted(MeetingYear const& year, std::vector<Meeting> meetings, int weeks);

}  // namespace lenig::schedule
