#pragma once

#include <map>
#include <utility>
#include <vector>

#include "engine/schedule/solver.hpp"
#include "engine/schedule/ways.hpp"

namespace lenig::schedule {

/// A way for every unit.
using Ways = std::vector<Way>;

/// What ways amount to, in the order of the aims: the first that differs decides.
struct Merit {
  double score = 0;    // (all steps + 1) for a meeting and 1 for its being in a regular slot: most
  double spacing = 0;  // school days: least
  double spread = 0;   // Σ over trainers of (meetings led)²: least

  bool better_than(Merit const& other) const;
};

double score_of(Timetable const& timetable, Possibility const& one);
/// Of one way the score and the spacing, of ways for all units all three.
Merit merit_of(Timetable const& timetable, int unit, Way const& way);
Merit merit_of(Timetable const& timetable, Ways const& ways);
/// By trainer.
std::vector<int> led(Timetable const& timetable, Ways const& ways);

enum class Level { score, spacing, spread };

/// Ways of units as a program: one column for every way that is known, one way for each unit, every point of time once
/// at most for each trainer, and no less than `reached` of the levels before this one. The relaxation of it tells by
/// its prices which way is missing.
class MeetingProgram {
 public:
  MeetingProgram(Timetable const& timetable, Level level, Merit const& reached);

  void add(int unit, Way const& way);  // nothing happens when it is known

  /// The least cost when ways can be had in part, and then the way of each unit that would lower it most: below 0.
  double relax();
  PricedWay missing_way(int unit) const;

  /// The best whole ways among those that are known; ways of `start` are.
  Ways best_ways(Ways const& start, Deadline until) const;

  /// What a merit costs on this level.
  double cost(Merit const& merit) const;

 private:
  struct Known {
    int unit;
    Way way;
    int column;
  };

  void add_units();
  void add_reached(Merit const& reached);
  void add_pieces();
  int add(Row row);
  int add(Column const& column);
  int point_row(int trainer, int point);
  std::vector<std::pair<int, double>> entries_of(int unit, Way const& way);
  std::vector<double> values_of(Ways const& ways) const;

  Timetable const& timetable_;
  Level level_;
  Program program_;
  Relaxation relaxation_;
  std::vector<Known> known_;
  std::vector<std::vector<int>> pieces_;  // by trainer: columns, each one meeting more to lead
  std::vector<int> unit_rows_;
  std::vector<int> lead_rows_;  // by trainer; on the level of the spread
  int score_row_ = Places::none;
  int spacing_row_ = Places::none;
  std::map<std::pair<int, int>, int> point_rows_;  // by trainer and point
  std::vector<double> prices_;                     // by row
  PointPrices point_prices_;
};

}  // namespace lenig::schedule
