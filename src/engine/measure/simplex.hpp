#pragma once

#include <cstddef>
#include <vector>

namespace lenig::measure {

/// The simplex method for bounded numbers and bounded sums of them, from a point that is already within all bounds
/// (Dantzig 1963, chapters 5 and 18). Every point on the way is within them too, so it may be stopped anywhere.
class Simplex {
 public:
  explicit Simplex(std::size_t numbers);

  void set(std::size_t number, double value, double low, double high);
  /// A sum of numbers within bounds. After all numbers are set.
  void add_row(std::vector<std::size_t> const& numbers, double low, double high);

  /// Raises the sum of aim · number until it is `enough` or can go no higher; false when it can go on for ever.
  bool climb(std::vector<double> const& aim, double enough);
  /// The numbers as they are now.
  std::vector<double> point() const;

 private:
  struct Quantity {
    double value = 0;
    double low = 0;
    double high = 0;
  };
  struct Move {
    std::size_t column = 0;
    double direction = 0;
  };
  static constexpr std::size_t none = ~std::size_t{0};

  Move best_move(bool first_found) const;
  std::size_t first_to_stop(Move const& move, double& step) const;
  void take(Move const& move, double step);
  void exchange(std::size_t row, std::size_t column);
  double& at(std::size_t row, std::size_t column) { return slopes_[row * columns_.size() + column]; }
  double at(std::size_t row, std::size_t column) const { return slopes_[row * columns_.size() + column]; }

  std::vector<Quantity> quantities_;  // numbers, then sums
  std::size_t numbers_;
  std::vector<std::size_t> columns_;  // quantities that are moved
  std::vector<std::size_t> rows_;     // quantities that follow
  std::vector<double> slopes_;        // how a row follows a column
  std::vector<double> gains_;         // how the aim follows a column
};

}  // namespace lenig::measure
