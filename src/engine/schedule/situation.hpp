#pragma once

#include <vector>

#include "engine/schedule/places.hpp"
#include "engine/schedule/roll_out.hpp"

namespace lenig::schedule {

/// A roll-out with places in lists instead of ids, as planning and checking both read it. Lives no longer than its
/// source.
struct Situation {
  explicit Situation(RollOut const& source);

  int units() const { return static_cast<int>(roll_out.units.size()); }
  int cohorts() const { return static_cast<int>(roll_out.cohorts.size()); }

  bool suits(int unit, int cohort) const { return wishes[unit][cohort] == Wish::suits; }
  bool outside(int unit, int cohort) const { return wishes[unit][cohort] == Wish::does_not_suit; }
  /// Within its choice, or with its yes.
  bool may(int unit, int cohort) const { return !outside(unit, cohort) || yes[unit] == cohort; }

  RollOut const& roll_out;
  Places unit_places;
  Places cohort_places;
  std::vector<std::vector<Wish>> wishes;  // by unit, by cohort
  std::vector<int> fixed;                 // by unit: its cohort, or Places::none
  std::vector<int> yes;                   // by unit: a cohort, or Places::none
  std::vector<int> year;                  // by cohort: the first one of its school year
  /// By unit: others with whom its trainer would be double if both went in one year, in order.
  std::vector<std::vector<int>> clashing;
};

/// By unit its cohort, or Places::none.
using Choice = std::vector<int>;

/// What a choice takes of a cohort.
struct Load {
  int units = 0;
  int half_days = 0;
};
std::vector<Load> loads(Situation const& situation, Choice const& choice);

}  // namespace lenig::schedule
