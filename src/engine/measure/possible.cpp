#include "engine/measure/possible.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/measure/simplex.hpp"

namespace lenig::measure {

namespace {

constexpr double slip = 1e-6;  // what rounding may make of a bound

}  // namespace

std::size_t Possible::add(double value, Bounds known) {
  values_.push_back(value);
  known_.push_back(known);
  sums_of_.emplace_back();
  return values_.size() - 1;
}

void Possible::add_sum(std::vector<std::size_t> const& numbers, Bounds known) {
  Sum sum{.numbers = numbers, .known = known};
  for (auto const number : numbers) {
    sum.value += values_[number];
    sums_of_[number].push_back(sums_.size());
  }
  sums_.push_back(std::move(sum));
}

bool Possible::can_differ(std::vector<std::size_t> const& numbers, double by) const {
  double now = 0;
  for (auto const number : numbers) now += values_[number];
  double const up = furthest(numbers, 1, now + by);
  return up - now >= by - slip || up - furthest(numbers, -1, up - by) >= by - slip;
}

bool Possible::can_reach(std::size_t number, double value, std::size_t most_work) const {
  double const step = value - values_[number];
  if (value < known_[number].low - slip || value > known_[number].high + slip) return false;
  if (can_move_with_one_other(number, step)) return true;
  if (size() > most_work) return false;
  double const direction = step > 0 ? 1 : -1;
  return (furthest({number}, direction, value) - value) * direction >= -slip;
}

/// How far a sum can go in the direction of the step.
double Possible::room(Sum const& sum, double step) const {
  return step > 0 ? sum.known.high - sum.value : sum.value - sum.known.low;
}

/// Whether the number can take the step by itself, or with one other that goes as far the other way.
bool Possible::can_move_with_one_other(std::size_t number, double step) const {
  std::vector<std::size_t> tight;
  for (auto const sum : sums_of_[number]) {
    if (room(sums_[sum], step) < std::abs(step)) tight.push_back(sum);
  }
  if (tight.empty()) return true;
  for (auto const other : sums_[tight.front()].numbers) {
    double const there = values_[other] - step;
    if (other == number || there < known_[other].low || there > known_[other].high) continue;
    auto const& of_other = sums_of_[other];
    bool const balances =
        std::ranges::all_of(tight, [&](std::size_t sum) { return std::ranges::binary_search(of_other, sum); });
    bool const fits = std::ranges::all_of(of_other, [&](std::size_t sum) {
      return std::ranges::binary_search(sums_of_[number], sum) || room(sums_[sum], -step) >= std::abs(step);
    });
    if (balances && fits) return true;
  }
  return false;
}

/// The furthest that was reached of the sum of these numbers, in a world that holds; `enough` is far enough.
double Possible::furthest(std::vector<std::size_t> const& numbers, double direction, double enough) const {
  Simplex simplex(values_.size());
  for (std::size_t number = 0; number < values_.size(); ++number)
    simplex.set(number, values_[number], known_[number].low, known_[number].high);
  for (auto const& sum : sums_) simplex.add_row(sum.numbers, sum.known.low, sum.known.high);
  std::vector<double> aim(values_.size());
  double now = 0;
  for (auto const number : numbers) {
    aim[number] = direction;
    now += values_[number];
  }
  if (!simplex.climb(aim, enough * direction)) return direction * std::numeric_limits<double>::infinity();
  auto const world = simplex.point();
  if (!holds(world)) return now;
  double reached = 0;
  for (auto const number : numbers) reached += world[number];
  return reached;
}

bool Possible::holds(std::vector<double> const& world) const {
  for (std::size_t number = 0; number < world.size(); ++number) {
    if (world[number] < known_[number].low - slip || world[number] > known_[number].high + slip) return false;
  }
  return std::ranges::all_of(sums_, [&](Sum const& sum) {
    double value = 0;
    for (auto const number : sum.numbers) value += world[number];
    return value >= sum.known.low - slip && value <= sum.known.high + slip;
  });
}

}  // namespace lenig::measure
