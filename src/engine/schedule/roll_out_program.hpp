#pragma once

#include <vector>

#include "engine/schedule/situation.hpp"
#include "engine/schedule/solver.hpp"

namespace lenig::schedule {

/// A roll-out as a program: one column for every unit and every cohort that it may go to, those that are fixed left out
/// (they stand in what is left of maxima and half-days).
class RollOutProgram {
 public:
  explicit RollOutProgram(Situation const& situation);

  /// 1. As many placed as possible.
  void aim_for_places();
  /// 2. and 3. `worth` of every column, most, with no fewer placed than in `choice`.
  void aim_for_wishes(Choice const& choice);
  /// 4. The load, with no less placed and no less worth than in `choice`.
  void aim_for_even_load(Choice const& choice);

  /// The values of the columns for a choice within the rows.
  std::vector<double> values_of(Choice const& choice) const;
  /// What the values say, and the fixed units where they are.
  Choice choice_of(std::vector<double> const& values) const;

  /// (units + 1) for a cohort that suits, −1 for one that does not: no number of the latter makes up for one of the
  /// former.
  double worth(int unit, int cohort) const;
  double worth(Choice const& choice) const;  // of units that are not fixed

  Program const& program() const { return program_; }

 private:
  struct Place {
    int unit;
    int cohort;
    int column;
  };
  /// One half-day more in a cohort, from `half_days` on.
  struct Piece {
    int cohort;
    int half_days;
    int column;
  };

  void add_columns();
  void limit_units();
  void limit_cohorts();
  void limit_trainers();
  void add_pieces(int cohort, int row);
  void require(std::vector<double> const& coefficients, double least);
  bool chosen(Choice const& choice, Place const& place) const { return choice[place.unit] == place.cohort; }

  Situation const& situation_;
  std::vector<Load> fixed_;  // by cohort
  std::vector<Place> places_;
  std::vector<Piece> pieces_;
  Program program_;
};

}  // namespace lenig::schedule
