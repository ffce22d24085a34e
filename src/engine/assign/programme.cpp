#include "engine/assign/programme.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace lenig::assign {

namespace {

constexpr double least_gain = 1e-7;
constexpr double least_pivot = 1e-7;
constexpr double endless = std::numeric_limits<double>::infinity();
constexpr std::size_t most_at_a_time = 24;
constexpr std::size_t block = 8;  // places that are worked on side by side

}  // namespace

Programme::Programme(std::vector<Row> const& rows, int units)
    : rows_(rows.size()),
      places_in_blocks_((rows.size() + block - 1) / block * block),
      of_unit_(at(units)),
      key_(at(units)),
      key_share_(at(units)),
      places_(at(units)),
      is_in_(at(units)),
      slacks_(rows.size()),
      basis_(rows.size()),
      inverse_(rows.size() * places_in_blocks_),
      price_(rows.size()),
      direction_(places_in_blocks_),
      turned_(places_in_blocks_) {
  for (std::size_t row = 0; row < rows_; ++row) {
    double const wider = 1e-4 * (1 + 9 * std::fmod(static_cast<double>(row) * 0.6180339887498949, 1.0));
    limits_.push_back(rows[row].limit + wider);
    slacks_[row].most = rows[row].least > 0 ? limits_[row] - rows[row].least : endless;
  }
}

int Programme::add(int unit, double weight, std::span<Entry const> entries) {
  auto const first = entries_.size();
  entries_.insert(entries_.end(), entries.begin(), entries.end());
  columns_.push_back({weight, unit, out, first, entries_.size()});
  auto const column = static_cast<int>(columns_.size()) - 1;
  of_unit_[at(unit)].push_back(column);
  return column;
}

/// The slacks are the basis; beyond what may be missing of a least there is a shortage instead.
void Programme::begin(std::vector<int> const& columns) {
  auto left = limits_;
  for (std::size_t unit = 0; unit < key_.size(); ++unit) {
    key_[unit] = columns[unit];
    key_share_[unit] = 1;
    auto& column = columns_[at(columns[unit])];
    column.place = key;
    for (auto const& [row, seats] : entries(column)) left[at(row)] -= seats;
  }
  std::ranges::fill(inverse_, 0.0);
  for (int row = 0; row < static_cast<int>(rows_); ++row) {
    auto& slack = slacks_[at(row)];
    bool const missing = left[at(row)] > slack.most;
    (missing ? slack.place_of_missing : slack.place) = row;
    slack.at_most = missing;
    basis_[at(row)] = {missing ? Entering::What::missing : Entering::What::slack, row,
                       missing ? left[at(row)] - slack.most : left[at(row)]};
    inverse_of(row)[row] = 1;
  }
}

double Programme::share(int column) const {
  auto const& its = columns_[at(column)];
  if (its.place == key) return key_share_[at(its.unit)];
  return its.place >= 0 ? basis_[at(its.place)].share : 0;
}

double Programme::value() const {
  double sum = 0;
  for (std::size_t unit = 0; unit < key_.size(); ++unit) sum += key_share_[unit] * columns_[at(key_[unit])].weight;
  for (auto const& basic : basis_) {
    if (basic.what == Entering::What::column) sum += basic.share * columns_[at(basic.index)].weight;
    if (basic.what == Entering::What::missing) sum -= basic.share * slacks_[at(basic.index)].penalty;
  }
  return sum;
}

void Programme::run(int exchanges) {
  price_all();
  int const end = exchanges_ + exchanges;
  while (exchanges_ < end && find_better()) {
    auto const count = std::min(most_at_a_time, better_.size());
    std::ranges::partial_sort(better_, better_.begin() + static_cast<std::ptrdiff_t>(count),
                              [](Entering const& one, Entering const& other) {
                                if (one.gain != other.gain) return one.gain > other.gain;
                                return std::pair(one.what, one.index) < std::pair(other.what, other.index);
                              });
    for (std::size_t one = 0; one < count; ++one) {
      auto entering = better_[one];
      auto const before = entering.gain;
      entering.gain = gain_of(entering);
      if (entering.gain > std::max(least_gain, before / 4)) enter(entering);
    }
  }
}

// --- prices

double Programme::cost_of(Column const& column) const {
  double cost = 0;
  for (auto const& [row, seats] : entries(column)) cost += seats * price_[at(row)];
  return cost;
}

double Programme::gain_of(Entering const& entering) const {
  if (entering.what == Entering::What::column) {
    auto const& column = columns_[at(entering.index)];
    if (column.place != out) return 0;
    auto const& instead = columns_[at(key_[at(column.unit)])];
    return column.weight - instead.weight - cost_of(column) + cost_of(instead);
  }
  auto const& slack = slacks_[at(entering.index)];
  auto const price = price_[at(entering.index)];
  if (entering.what == Entering::What::missing) return slack.place_of_missing == out ? -slack.penalty - price : 0;
  if (slack.place != out || slack.at_most != (entering.sign < 0)) return 0;
  return -price * entering.sign;
}

/// From the basis, so that errors do not add up.
void Programme::price_all() {
  std::vector<double> weights(places_in_blocks_);
  for (std::size_t place = 0; place < rows_; ++place) {
    auto const& basic = basis_[place];
    if (basic.what == Entering::What::missing) weights[place] = -slacks_[at(basic.index)].penalty;
    if (basic.what != Entering::What::column) continue;
    auto const& column = columns_[at(basic.index)];
    weights[place] = column.weight - columns_[at(key_[at(column.unit)])].weight;
  }
  for (int row = 0; row < static_cast<int>(rows_); ++row) {
    double const* const inverse = inverse_of(row);
    std::array<double, block> sums{};
    for (std::size_t place = 0; place < places_in_blocks_; place += block) {
      for (std::size_t lane = 0; lane < block; ++lane) sums[lane] += weights[place + lane] * inverse[place + lane];
    }
    price_[at(row)] = std::accumulate(sums.begin(), sums.end(), 0.0);
  }
}

/// The best column of every unit, and all slacks that are better.
bool Programme::find_better() {
  better_.clear();
  find_better_slacks();
  for (std::size_t count = 0; count < of_unit_.size() && better_.size() < most_at_a_time; ++count) {
    auto const unit = next_ = next_ + 1 < of_unit_.size() ? next_ + 1 : 0;
    auto const& instead = columns_[at(key_[unit])];
    double best = instead.weight - cost_of(instead) + least_gain;
    double const nothing = best - least_gain;
    int found = -1;
    for (int const index : of_unit_[unit]) {
      auto const& column = columns_[at(index)];
      double const net = column.weight - cost_of(column);
      if (net <= best || column.place != out) continue;
      best = net;
      found = index;
    }
    if (found >= 0) better_.push_back({Entering::What::column, found, best - nothing});
  }
  return !better_.empty();
}

void Programme::find_better_slacks() {
  for (int row = 0; row < static_cast<int>(rows_); ++row) {
    auto const& slack = slacks_[at(row)];
    for (auto const& [what, sign] :
         {std::pair(Entering::What::slack, slack.at_most ? -1.0 : 1.0), std::pair(Entering::What::missing, 1.0)}) {
      if (what == Entering::What::missing && !slack.at_most) continue;
      Entering entering{what, row, 0, sign};
      entering.gain = gain_of(entering);
      if (entering.gain > least_gain) better_.push_back(entering);
    }
  }
}

// --- exchanges

void Programme::enter(Entering const& entering) {
  ++exchanges_;
  direct(entering);
  auto step = longest(entering);
  if (step.length == endless) return;
  advance(entering, step.length);
  if (step.place == out && step.unit < 0) {
    auto& slack = slacks_[at(entering.index)];
    slack.at_most = !slack.at_most;
    return;
  }
  if (step.unit >= 0) {
    if (places_[at(step.unit)].empty()) {
      columns_[at(key_[at(step.unit)])].place = out;
      columns_[at(entering.index)].place = key;
      key_[at(step.unit)] = entering.index;
      key_share_[at(step.unit)] = step.length;
      return;
    }
    swap_key(step.unit, step);
  }
  exchange(entering, step);
}

void Programme::direct(Entering const& entering) {
  std::ranges::fill(direction_, 0.0);
  if (entering.what != Entering::What::column) return add_direction(entering.index, entering.sign);
  auto const& column = columns_[at(entering.index)];
  for (auto const& [row, seats] : entries(column)) add_direction(row, seats);
  for (auto const& [row, seats] : entries(columns_[at(key_[at(column.unit)])])) add_direction(row, -seats);
}

void Programme::add_direction(int row, double factor) {
  double const* const inverse = inverse_of(row);
  for (std::size_t place = 0; place < places_in_blocks_; place += block) {
    for (std::size_t lane = 0; lane < block; ++lane) direction_[place + lane] += factor * inverse[place + lane];
  }
}

Programme::Step Programme::longest(Entering const& entering) const {
  Step step{.length = endless};
  if (entering.what == Entering::What::slack) step.length = slacks_[at(entering.index)].most;
  auto const consider = [&](double length, double pivot, int place, int unit) {
    if (length > step.length || (length == step.length && std::abs(pivot) <= std::abs(step.pivot))) return;
    step = {std::max(length, 0.0), pivot, place, unit};
  };
  for (int place = 0; place < static_cast<int>(rows_); ++place) {
    double const pivot = direction_[at(place)];
    if (pivot > least_pivot) consider(basis_[at(place)].share / pivot, pivot, place, -1);
    if (pivot < -least_pivot) consider((basis_[at(place)].share - most_at(place)) / pivot, pivot, place, -1);
  }
  auto const consider_key = [&](int unit) {
    double const rate = rate_of_key(unit, entering);
    if (rate > least_pivot) consider(key_share_[at(unit)] / rate, rate, out, unit);
  };
  for (int const unit : units_in_) {
    if (!places_[at(unit)].empty()) consider_key(unit);
  }
  if (entering.what == Entering::What::column && places_[at(columns_[at(entering.index)].unit)].empty())
    consider_key(columns_[at(entering.index)].unit);
  return step;
}

double Programme::most_at(int place) const {
  auto const& basic = basis_[at(place)];
  return basic.what == Entering::What::slack ? slacks_[at(basic.index)].most : endless;
}

/// How much the key of a unit loses.
double Programme::rate_of_key(int unit, Entering const& entering) const {
  double rate = entering.what == Entering::What::column && columns_[at(entering.index)].unit == unit ? 1 : 0;
  for (int const place : places_[at(unit)]) rate -= direction_[at(place)];
  return rate;
}

void Programme::advance(Entering const& entering, double length) {
  for (int const unit : units_in_) {
    if (!places_[at(unit)].empty()) key_share_[at(unit)] -= length * rate_of_key(unit, entering);
  }
  if (entering.what == Entering::What::column) {
    int const unit = columns_[at(entering.index)].unit;
    if (places_[at(unit)].empty()) key_share_[at(unit)] -= length;
  }
  for (std::size_t place = 0; place < rows_; ++place) basis_[place].share -= length * direction_[place];
}

/// Another column of the unit becomes its key, so that the one that was can leave.
void Programme::swap_key(int unit, Step& step) {
  auto const& places = places_[at(unit)];
  int const place = *std::ranges::max_element(places, {}, [&](int one) { return basis_[at(one)].share; });
  for (int row = 0; row < static_cast<int>(rows_); ++row) {
    double* const inverse = inverse_of(row);
    double sum = 0;
    for (int const one : places) sum += inverse[one];
    inverse[place] = -sum;
  }
  auto& basic = basis_[at(place)];
  std::swap(basic.index, key_[at(unit)]);
  std::swap(basic.share, key_share_[at(unit)]);
  columns_[at(basic.index)].place = place;
  columns_[at(key_[at(unit)])].place = key;
  direction_[at(place)] = step.pivot;
  step.place = place;
}

void Programme::exchange(Entering const& entering, Step const& step) {
  double const by = entering.gain / direction_[at(step.place)];
  for (int row = 0; row < static_cast<int>(rows_); ++row) price_[at(row)] += by * inverse_of(row)[step.place];
  leave(basis_[at(step.place)], direction_[at(step.place)] < 0);
  put_in(entering, step);
  turn_inverse(step.place, entering.sign);
}

void Programme::leave(Basic const& basic, bool upwards) {
  if (basic.what == Entering::What::column) {
    auto& column = columns_[at(basic.index)];
    auto& places = places_[at(column.unit)];
    places.erase(std::ranges::find(places, column.place));
    column.place = out;
  } else if (basic.what == Entering::What::slack) {
    slacks_[at(basic.index)].place = out;
    slacks_[at(basic.index)].at_most = upwards;
  } else {
    slacks_[at(basic.index)].place_of_missing = out;
  }
}

void Programme::put_in(Entering const& entering, Step const& step) {
  double share = step.length;
  if (entering.what == Entering::What::column) {
    auto& column = columns_[at(entering.index)];
    column.place = step.place;
    places_[at(column.unit)].push_back(step.place);
    if (std::exchange(is_in_[at(column.unit)], 1) == 0) units_in_.push_back(column.unit);
  } else if (entering.what == Entering::What::slack) {
    auto& slack = slacks_[at(entering.index)];
    slack.place = step.place;
    if (entering.sign < 0) share = slack.most - step.length;
  } else {
    slacks_[at(entering.index)].place_of_missing = step.place;
  }
  basis_[at(step.place)] = {entering.what, entering.index, share};
}

void Programme::turn_inverse(int place, double sign) {
  double const pivot = direction_[at(place)];
  for (std::size_t one = 0; one < rows_; ++one) turned_[one] = direction_[one] / pivot;
  turned_[at(place)] = 1 - sign / pivot;
  for (int row = 0; row < static_cast<int>(rows_); ++row) {
    double* const inverse = inverse_of(row);
    double const factor = inverse[place];
    if (factor == 0) continue;
    for (std::size_t one = 0; one < places_in_blocks_; one += block) {
      for (std::size_t lane = 0; lane < block; ++lane) inverse[one + lane] -= factor * turned_[one + lane];
    }
  }
}

}  // namespace lenig::assign
