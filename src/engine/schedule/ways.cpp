#include "engine/schedule/ways.hpp"

#include <algorithm>
#include <limits>

namespace lenig::schedule {

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr int nowhere = -1;

/// The cheapest way that ends with one step in one possibility, and the possibility of the step before it.
struct End {
  double cost = infinite;
  Pair pair;
  int before = nowhere;
};
using Ends = std::vector<End>;  // of one step, by possibility

End cheapest_visit(Possibility const& one, Tariff const& tariff) {
  End end;
  for (auto const& pair : one.pairs) {
    double const cost = tariff(one, pair);
    if (cost < end.cost) end = {cost, pair, nowhere};
  }
  return end;
}

bool keeps_distance(Step const& step, int days) { return step.least_days <= days && days <= step.most_days; }

/// Of the step before, the cheapest end from which this step can follow.
int cheapest_before(std::vector<Possibility> const& possible_before, Ends const& ends_before, Step const& step,
                    Possibility const& one) {
  auto const first = std::ranges::lower_bound(possible_before, one.day - step.most_days, {}, &Possibility::day);
  int best = nowhere;
  for (auto at = first - possible_before.begin(); at < std::ssize(possible_before); ++at) {
    auto const& before = possible_before[at];
    if (one.day - before.day < step.least_days || before.span.until > one.span.from) break;
    if (ends_before[at].cost < (best == nowhere ? infinite : ends_before[best].cost)) best = static_cast<int>(at);
  }
  return best;
}

Ends ends_of(Timetable const& timetable, int unit, int step, std::vector<Ends> const& before, Tariff const& tariff) {
  auto const& of_unit = timetable.year.units[unit];
  auto const& possible = timetable.possible[unit];
  Ends ends;
  for (auto const& one : possible[step]) {
    auto& end = ends.emplace_back(cheapest_visit(one, tariff));
    if (step == 0) {
      bool const in_time = !of_unit.after || keeps_distance(of_unit.steps[0], one.day - day_of(*of_unit.after));
      end.cost = in_time ? end.cost : infinite;
      continue;
    }
    end.before = cheapest_before(possible[step - 1], before[step - 1], of_unit.steps[step], one);
    end.cost += end.before == nowhere ? infinite : before[step - 1][end.before].cost;
  }
  return ends;
}

Way way_to(std::vector<Ends> const& ends, int step, int possibility) {
  Way way;
  for (; step >= 0; --step) {
    auto const& end = ends[step][possibility];
    way.push_back({possibility, end.pair});
    possibility = end.before;
  }
  std::ranges::reverse(way);
  return way;
}

}  // namespace

PointPrices::PointPrices(Timetable const& timetable)
    : prices_(timetable.year.trainers.size(), std::vector<double>(timetable.points.size() + 1, 0)) {}

void PointPrices::add(Timetable const& timetable, int unit, Way const& way, double price) {
  for (std::size_t step = 0; step < way.size(); ++step) {
    auto const& one = timetable.possible[unit][step][way[step].possibility];
    for (int point = one.first_point; point < one.end_point; ++point) {
      add(way[step].pair.leads, point, price);
      if (way[step].pair.grows != Places::none) add(way[step].pair.grows, point, price);
    }
  }
}

void PointPrices::count_up() {
  for (auto& of_trainer : prices_) {
    for (std::size_t point = 1; point < of_trainer.size(); ++point) of_trainer[point] += of_trainer[point - 1];
  }
}

PricedWay cheapest_way(Timetable const& timetable, int unit, Tariff const& tariff) {
  std::vector<Ends> ends;
  PricedWay best;
  int best_step = nowhere;
  int best_possibility = nowhere;
  for (int step = 0; step < timetable.steps(unit); ++step) {
    ends.push_back(ends_of(timetable, unit, step, ends, tariff));
    for (std::size_t at = 0; at < ends.back().size(); ++at) {
      if (ends.back()[at].cost >= best.cost) continue;
      best.cost = ends.back()[at].cost;
      best_step = step;
      best_possibility = static_cast<int>(at);
    }
  }
  best.way = way_to(ends, best_step, best_possibility);
  return best;
}

}  // namespace lenig::schedule
