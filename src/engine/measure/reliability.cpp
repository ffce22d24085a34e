#include "engine/measure/reliability.hpp"

#include <cmath>
#include <numeric>

#include "engine/measure/agreement.hpp"

namespace lenig::measure {

Variances variances_of(std::span<PeopleSums const> groups) {
  Variances variances;
  PeopleSums all;
  double within = 0;
  for (auto const& group : groups) {
    if (group.people == 0) continue;
    ++variances.groups;
    all += group;
    within += group.squared_differences();
  }
  variances.people = all.people;
  if (all.people == 0) return variances;
  variances.mean = all.mean();
  double between = 0;
  for (auto const& group : groups) {
    if (group.people == 0) continue;
    double const difference = group.mean() - variances.mean;
    between += group.people * difference * difference;
  }
  if (variances.groups > 1) variances.between = between / (variances.groups - 1);
  if (variances.people > variances.groups) variances.within = within / (variances.people - variances.groups);
  return variances;
}

std::optional<double> icc1(Variances const& variances) {
  if (variances.groups < 2 || variances.people <= variances.groups) return std::nullopt;
  double const whole = variances.between + (variances.group_size() - 1) * variances.within;
  if (whole <= 0) return std::nullopt;
  return (variances.between - variances.within) / whole;
}

std::optional<double> icc2(Variances const& variances) {
  if (!icc1(variances) || variances.between <= 0) return std::nullopt;
  return (variances.between - variances.within) / variances.between;
}

double true_variance(Variances const& variances) {
  return std::max(0.0, (variances.between - variances.within) / variances.group_size());
}

double reliability_of_mean(double people, double icc1) {
  return icc1 <= 0 ? 0 : people * icc1 / (1 + (people - 1) * icc1);
}

namespace {

std::vector<std::uint32_t> counts_over_groups(ScaleSums const& sums, std::size_t item) {
  auto const bytes = sums.counts_of_items[item].size() / sums.groups;
  std::vector<std::uint32_t> counts(bytes);
  for (std::size_t group = 0; group < sums.groups; ++group) {
    auto const of_group = sums.counts(item, group);
    for (std::size_t byte = 0; byte < bytes; ++byte) counts[byte] += of_group[byte];
  }
  return counts;
}

}  // namespace

Covariances covariances_of(ScaleSums const& sums, Scale const& scale) {
  auto const items = scale.items.size();
  Covariances all{items, std::vector<double>(items * items)};
  for (std::size_t row = 0; row < items; ++row) {
    all.values[row * items + row] = spread_of(counts_over_groups(sums, row), scale.items[row], scale.options).variance;
    for (std::size_t column = row + 1; column < items; ++column) {
      auto const covariance = sums.pair(row, column).covariance();
      all.values[row * items + column] = covariance;
      all.values[column * items + row] = covariance;
    }
  }
  return all;
}

namespace {

std::vector<std::size_t> items_that_vary(Covariances const& all) {
  std::vector<std::size_t> items;
  for (std::size_t item = 0; item < all.items; ++item) {
    if (all.at(item, item) > 0) items.push_back(item);
  }
  return items;
}

/// The variance of the sum of these items, without one of them.
double variance_of_sum(Covariances const& all, std::vector<std::size_t> const& items, std::size_t without) {
  double sum = 0;
  for (auto const row : items) {
    for (auto const column : items) sum += row == without || column == without ? 0 : all.at(row, column);
  }
  return sum;
}

std::optional<double> when_finite(double value) { return std::isfinite(value) ? std::optional(value) : std::nullopt; }

}  // namespace

std::optional<double> alpha(ScaleSums const& sums, Scale const& scale) {
  auto const all = covariances_of(sums, scale);
  auto const items = items_that_vary(all);
  if (items.size() < 2) return std::nullopt;
  auto const count = static_cast<double>(items.size());
  auto const own = std::transform_reduce(items.begin(), items.end(), 0.0, std::plus(),
                                         [&](std::size_t item) { return all.at(item, item); });
  return when_finite((1 - own / variance_of_sum(all, items, all.items)) * count / (count - 1));
}

std::vector<std::optional<double>> item_rest(ScaleSums const& sums, Scale const& scale) {
  auto const all = covariances_of(sums, scale);
  auto const items = items_that_vary(all);
  std::vector<std::optional<double>> correlations(all.items);
  for (auto const item : items) {
    double shared = -all.at(item, item);
    for (auto const other : items) shared += all.at(item, other);
    correlations[item] = when_finite(shared / std::sqrt(all.at(item, item) * variance_of_sum(all, items, item)));
  }
  return correlations;
}

}  // namespace lenig::measure
