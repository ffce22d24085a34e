#pragma once

#include <vector>

#include "engine/schedule/places.hpp"
#include "engine/schedule/span.hpp"

namespace lenig::schedule {

/// Who leads, and who comes along to grow: places of trainers, or Places::none.
struct Pair {
  int leads = Places::none;
  int grows = Places::none;
};

/// A slot in which a step of a unit could be, and who could do it as their own calendars go.
struct Possibility {
  int day = 0;
  Span span;
  bool regular = false;
  int spacing = 0;  // school days away from where an even spread would have the step
  std::vector<Pair> pairs;
  int first_point = 0;  // of Timetable::points, those from its beginning until its end with the way to the next
  int end_point = 0;
};

/// A year with places in lists instead of ids, and all that is possible in it.
struct Timetable {
  explicit Timetable(MeetingYear const& source);

  int units() const { return static_cast<int>(year.units.size()); }
  int trainers() const { return static_cast<int>(year.trainers.size()); }
  int steps(int unit) const { return static_cast<int>(year.units[unit].steps.size()); }

  MeetingYear const& year;
  /// Every moment at which something may begin. Two meetings of a trainer collide when both hold the beginning of the
  /// later one; so nobody is double when they hold every point once at most.
  std::vector<int> points;
  std::vector<std::vector<std::vector<Possibility>>> possible;  // by unit, by step, in order of time
  int all_steps = 0;
};

}  // namespace lenig::schedule
