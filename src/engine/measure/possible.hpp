#pragma once

#include <cstddef>
#include <vector>

namespace lenig::measure {

/// What somebody knows of a number.
struct Bounds {
  double low = 0;
  double high = 0;
};

/// All the worlds that look alike to somebody who knows bounds of some numbers and of some of their sums. One world is
/// given, the true one; others are found by walking from it, so each answer "yes" stands on a world that was reached.
class Possible {
 public:
  /// A number, its true value and what is known of it; gives its place. The true value lies within the bounds.
  std::size_t add(double value, Bounds known);
  /// A sum of numbers, and what is known of it.
  void add_sum(std::vector<std::size_t> const& numbers, Bounds known);

  /// Whether there are two such worlds in which the sum of these numbers differs by that much.
  bool can_differ(std::vector<std::size_t> const& numbers, double by) const;
  /// Whether there is such a world in which this number is that low, or that high; not looked for beyond so much work.
  bool can_reach(std::size_t number, double value, std::size_t most_work) const;
  /// Numbers times sums: how much work a question is.
  std::size_t size() const { return values_.size() * sums_.size(); }

 private:
  struct Sum {
    std::vector<std::size_t> numbers;
    Bounds known;
    double value = 0;
  };

  double room(Sum const& sum, double step) const;
  bool holds(std::vector<double> const& world) const;
  bool can_move_with_one_other(std::size_t number, double step) const;
  double furthest(std::vector<std::size_t> const& numbers, double direction, double enough) const;

  std::vector<double> values_;
  std::vector<Bounds> known_;
  std::vector<Sum> sums_;
  std::vector<std::vector<std::size_t>> sums_of_;  // in which each number is
};

}  // namespace lenig::measure
