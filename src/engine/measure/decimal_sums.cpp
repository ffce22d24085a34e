#include "engine/measure/decimal_sums.hpp"

#include <algorithm>
#include <cmath>

namespace lenig::measure {

namespace {

constexpr double same = 1e-9;  // a mean of values that are written with fifteen digits

/// The answers of a row; 0 where there is none or the row is left out.
void read_row(std::vector<int>& bytes, Scale const& scale, std::size_t row, Missing missing) {
  for (std::size_t item = 0; item < bytes.size(); ++item) bytes[item] = scale.items[item].answers[row];
  if (missing == Missing::listwise && std::ranges::find(bytes, 0) != bytes.end()) std::ranges::fill(bytes, 0);
}

void add_pairs(std::vector<PairSums>& pairs, std::vector<int> const& bytes, std::vector<double> const& values) {
  std::size_t at = 0;
  for (std::size_t first = 0; first < bytes.size(); ++first) {
    for (std::size_t second = first + 1; second < bytes.size(); ++second, ++at) {
      if (bytes[first] == 0 || bytes[second] == 0) continue;
      auto& pair = pairs[at];
      ++pair.people;
      pair.first += values[first];
      pair.second += values[second];
      pair.products += values[first] * values[second];
    }
  }
}

}  // namespace

ScaleSums decimal_sums(Scale const& scale, Groups const& groups, Missing missing) {
  auto const items = scale.items.size();
  double const middle = (scale.options.lowest + scale.options.highest) / 2.0;  // keeps squares small
  double const reach = scale.options.highest - middle;
  ScaleSums sums{.origin = middle, .groups = groups.count};
  for (auto const& item : scale.items)
    sums.counts_of_items.emplace_back(groups.count * static_cast<std::size_t>(item.bytes(scale.options)));
  sums.people.resize(groups.count);
  sums.pairs.resize(items * (items - 1) / 2);
  std::vector<int> bytes(items);
  std::vector<double> values(items);
  for (std::size_t row = 0; row < groups.of_row.size(); ++row) {
    read_row(bytes, scale, row, missing);
    double total = 0;
    double answered = 0;
    for (std::size_t item = 0; item < items; ++item) {
      auto const width = static_cast<std::size_t>(scale.items[item].bytes(scale.options));
      ++sums.counts_of_items[item][groups.of_row[row] * width + static_cast<std::size_t>(bytes[item])];
      if (bytes[item] == 0) continue;
      values[item] = scale.items[item].value(bytes[item], scale.options) - middle;
      total += values[item];
      ++answered;
    }
    if (answered == 0) continue;
    double const mean = total / answered;
    sums.people[groups.of_row[row]] += {1, mean, mean * mean};
    sums.at_lowest += std::abs(mean + reach) < same ? 1 : 0;
    sums.at_highest += std::abs(mean - reach) < same ? 1 : 0;
    add_pairs(sums.pairs, bytes, values);
  }
  return sums;
}

}  // namespace lenig::measure
