#include "engine/measure/figures.hpp"

#include <cmath>

#include "engine/measure/agreement.hpp"
#include "engine/measure/reliability.hpp"

namespace lenig::measure {

namespace {

/// Sums over the items of a scale within one group.
struct Agreed {
  double items = 0;  // with two answers or more
  double variance = 0;
  double deviation = 0;
  double range_free_items = 0;
  double range_free = 0;
};

Agreed agreed(Scale const& scale, ScaleSums const& sums, std::size_t group) {
  Agreed all;
  for (std::size_t at = 0; at < scale.items.size(); ++at) {
    auto const spread = spread_of(sums.counts(at, group), scale.items[at], scale.options);
    if (spread.people < 2) continue;
    ++all.items;
    all.variance += spread.variance;
    all.deviation += spread.mean_deviation;
    if (auto const range_free = range_free_agreement(spread, scale.options)) {
      ++all.range_free_items;
      all.range_free += *range_free;
    }
  }
  return all;
}

void add_agreement(GroupFigures& figures, Scale const& scale, ScaleSums const& sums) {
  auto const all = agreed(scale, sums, figures.group);
  if (all.items == 0) return;
  double const variance = all.variance / all.items;
  figures.rwg = within_group_agreement(variance, uniform_variance(scale.options), all.items);
  if (auto const skewed = slightly_skewed_variance(scale.options))
    figures.rwg_skewed = within_group_agreement(variance, *skewed, all.items);
  figures.deviation = all.deviation / all.items;
  if (all.range_free_items > 0) figures.awg = all.range_free / all.range_free_items;
}

void add_comparison(GroupFigures& figures, ScaleFigures const& all) {
  if (!all.icc1) return;
  figures.lambda = reliability_of_mean(figures.people, *all.icc1);
  auto const compared = shrunken(figures.mean, *all.mean, *figures.lambda, all.true_variance);
  figures.shrunken = compared.mean;
  figures.low = compared.low;
  figures.high = compared.high;
}

void add_groups(ScaleFigures& all, Scale const& scale, ScaleSums const& sums) {
  double agreement = 0;
  double defined = 0;
  for (std::uint32_t group = 0; group < sums.groups; ++group) {
    auto const& people = sums.people[group];
    if (people.people == 0) continue;
    GroupFigures figures{.group = group, .people = people.people, .mean = sums.origin + people.mean()};
    add_agreement(figures, scale, sums);
    add_comparison(figures, all);
    agreement += figures.rwg.value_or(0);
    defined += figures.rwg ? 1 : 0;
    all.per_group.push_back(figures);
  }
  if (defined > 0) all.rwg_mean = agreement / defined;
}

}  // namespace

Shrunken shrunken(double mean, double mean_of_all, double lambda, double true_variance) {
  double const middle = lambda * mean + (1 - lambda) * mean_of_all;
  double const half = 1.96 * std::sqrt(true_variance * (1 - lambda));
  return {middle, middle - half, middle + half};
}

ScaleFigures figures_of(Scale const& scale, ScaleSums const& sums) {
  auto const variances = variances_of(sums.people);
  ScaleFigures all{.people = variances.people, .groups = variances.groups};
  all.item_rest.resize(scale.items.size());
  if (all.people == 0) return all;
  PeopleSums everybody;
  for (auto const& group : sums.people) everybody += group;
  all.mean = sums.origin + variances.mean;
  if (all.people > 1) all.sd = std::sqrt(everybody.squared_differences() / (all.people - 1));
  all.alpha = alpha(sums, scale);
  all.item_rest = item_rest(sums, scale);
  all.icc1 = icc1(variances);
  all.icc2 = icc2(variances);
  all.true_variance = true_variance(variances);
  all.floor = sums.at_lowest / all.people;
  all.ceiling = sums.at_highest / all.people;
  add_groups(all, scale, sums);
  return all;
}

std::vector<ScaleFigures> measured(std::span<Scale const> scales, Groups const& groups, Missing missing, int threads) {
  auto const sums = sums_of(scales, groups, missing, threads);
  std::vector<ScaleFigures> all;
  all.reserve(scales.size());
  for (std::size_t scale = 0; scale < scales.size(); ++scale) all.push_back(figures_of(scales[scale], sums[scale]));
  return all;
}

}  // namespace lenig::measure
