#pragma once

#include <functional>
#include <vector>

#include "engine/schedule/timetable.hpp"

namespace lenig::schedule {

/// One step of a unit held: a place in Timetable::possible, and by whom.
struct Visit {
  int possibility = 0;
  Pair pair;

  bool operator==(Visit const& other) const {
    return possibility == other.possibility && pair.leads == other.pair.leads && pair.grows == other.pair.grows;
  }
};

/// A unit through the year: its first steps, as many as there are visits.
using Way = std::vector<Visit>;

/// What a point of time costs, by trainer; counted up, so that a stretch of points is a difference.
class PointPrices {
 public:
  explicit PointPrices(Timetable const& timetable);

  void add(int trainer, int point, double price) { prices_[trainer][point + 1] += price; }
  void add(Timetable const& timetable, int unit, Way const& way, double price);
  void count_up();  // after the last one was added

  double of(int trainer, Possibility const& one) const {
    return prices_[trainer][one.end_point] - prices_[trainer][one.first_point];
  }

 private:
  std::vector<std::vector<double>> prices_;
};

/// What a visit costs; infinite: not to be had.
using Tariff = std::function<double(Possibility const& one, Pair pair)>;

struct PricedWay {
  Way way;
  double cost = 0;
};

/// The cheapest way of a unit, its steps in order at their distances; to stay at home costs nothing.
PricedWay cheapest_way(Timetable const& timetable, int unit, Tariff const& tariff);

}  // namespace lenig::schedule
