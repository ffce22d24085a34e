#include "engine/measure/simplex.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace lenig::measure {

namespace {

constexpr double flat = 1e-9;
constexpr double infinity = std::numeric_limits<double>::infinity();

}  // namespace

Simplex::Simplex(std::size_t numbers) : quantities_(numbers), numbers_(numbers), columns_(numbers) {
  std::iota(columns_.begin(), columns_.end(), std::size_t{0});
}

void Simplex::set(std::size_t number, double value, double low, double high) {
  quantities_[number] = {value, low, high};
}

void Simplex::add_row(std::vector<std::size_t> const& numbers, double low, double high) {
  Quantity sum{.value = 0, .low = low, .high = high};
  slopes_.resize(slopes_.size() + columns_.size());
  for (auto const number : numbers) {
    sum.value += quantities_[number].value;
    slopes_[rows_.size() * columns_.size() + number] = 1;
  }
  rows_.push_back(quantities_.size());
  quantities_.push_back(sum);
}

bool Simplex::climb(std::vector<double> const& aim, double enough) {
  gains_ = aim;
  double reached = std::transform_reduce(aim.begin(), aim.end(), quantities_.begin(), 0.0, std::plus(),
                                         [](double one, Quantity const& number) { return one * number.value; });
  auto const patient = 2 * (columns_.size() + rows_.size());
  for (std::size_t turn = 0; reached < enough && turn < 20 * patient; ++turn) {
    // The steepest move is quick; the first in order (Bland 1977) ends when moves go round without a step.
    auto const move = best_move(turn > patient);
    if (move.column == none) return true;
    double step = infinity;
    auto const row = first_to_stop(move, step);
    if (step == infinity) return false;
    reached += step * move.direction * gains_[move.column];
    take(move, step);
    if (row != none) exchange(row, move.column);
  }
  return true;
}

Simplex::Move Simplex::best_move(bool first_found) const {
  Move best{.column = none};
  double steepest = flat;
  auto least = none;
  for (std::size_t column = 0; column < columns_.size(); ++column) {
    auto const& quantity = quantities_[columns_[column]];
    double const slope = gains_[column];
    bool const free = slope > 0 ? quantity.value < quantity.high - flat : quantity.value > quantity.low + flat;
    if (!free || std::abs(slope) <= flat) continue;
    if (first_found ? columns_[column] >= least : std::abs(slope) <= steepest) continue;
    steepest = std::abs(slope);
    least = columns_[column];
    best = {column, slope > 0 ? 1.0 : -1.0};
  }
  return best;
}

/// The row that reaches its bound first when the column moves, and the step until then; none when the column does
/// itself.
std::size_t Simplex::first_to_stop(Move const& move, double& step) const {
  auto const& moved = quantities_[columns_[move.column]];
  step = move.direction > 0 ? moved.high - moved.value : moved.value - moved.low;
  auto first = none;
  double steepest = 0;
  for (std::size_t row = 0; row < rows_.size(); ++row) {
    double const slope = at(row, move.column) * move.direction;
    if (std::abs(slope) <= flat) continue;
    auto const& quantity = quantities_[rows_[row]];
    double const room = std::max(0.0, slope > 0 ? quantity.high - quantity.value : quantity.value - quantity.low);
    double const until = room / std::abs(slope);
    if (until > step + flat || (until > step - flat && std::abs(slope) <= steepest)) continue;
    step = std::min(step, until);
    steepest = std::abs(slope);
    first = row;
  }
  return first;
}

void Simplex::take(Move const& move, double step) {
  quantities_[columns_[move.column]].value += step * move.direction;
  for (std::size_t row = 0; row < rows_.size(); ++row)
    quantities_[rows_[row]].value += step * move.direction * at(row, move.column);
}

/// The row is moved from now on, and the column follows.
void Simplex::exchange(std::size_t row, std::size_t column) {
  auto const width = columns_.size();
  double const pivot = at(row, column);
  for (std::size_t other = 0; other < width; ++other) at(row, other) /= -pivot;
  at(row, column) = 1 / pivot;
  auto const follow = [&](double* slopes) {
    double const slope = slopes[column];
    if (slope == 0) return;
    slopes[column] = 0;
    for (std::size_t other = 0; other < width; ++other) slopes[other] += slope * at(row, other);
  };
  for (std::size_t other = 0; other < rows_.size(); ++other) {
    if (other != row) follow(&at(other, 0));
  }
  follow(gains_.data());
  std::swap(rows_[row], columns_[column]);
}

std::vector<double> Simplex::point() const {
  std::vector<double> numbers;
  numbers.reserve(numbers_);
  for (std::size_t number = 0; number < numbers_; ++number) numbers.push_back(quantities_[number].value);
  return numbers;
}

}  // namespace lenig::measure
