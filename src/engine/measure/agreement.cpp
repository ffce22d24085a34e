#include "engine/measure/agreement.hpp"

#include <cmath>

namespace lenig::measure {

Spread spread_of(std::span<std::uint32_t const> counts, Item const& item, Options const& options) {
  Spread spread;
  double sum = 0;
  for (std::size_t byte = 1; byte < counts.size(); ++byte) {
    spread.people += counts[byte];
    sum += counts[byte] * item.value(static_cast<int>(byte), options);
  }
  if (spread.people == 0) return spread;
  spread.mean = sum / spread.people;
  for (std::size_t byte = 1; byte < counts.size(); ++byte) {
    double const difference = item.value(static_cast<int>(byte), options) - spread.mean;
    spread.variance += counts[byte] * difference * difference;
    spread.mean_deviation += counts[byte] * std::abs(difference);
  }
  spread.variance = spread.people > 1 ? spread.variance / (spread.people - 1) : 0;
  spread.mean_deviation /= spread.people;
  return spread;
}

double uniform_variance(Options const& options) {
  double const count = options.count();
  return (count * count - 1) / 12;
}

std::optional<double> slightly_skewed_variance(Options const& options) {
  return options.count() == 5 ? std::optional(1.34) : std::nullopt;
}

double within_group_agreement(double mean_variance, double null_variance, double items) {
  double const noise = mean_variance / null_variance;
  if (noise > 1) return 0;
  double const agreed = items * (1 - noise);
  return agreed / (agreed + noise);
}

std::optional<double> range_free_agreement(Spread const& spread, Options const& options) {
  double const people = spread.people;
  if (people < 2) return std::nullopt;
  double const low = options.lowest;
  double const high = options.highest;
  double const mean = spread.mean;
  if (mean == low || mean == high) return 1.0;
  if (mean < (low * (people - 1) + high) / people || mean > (high * (people - 1) + low) / people) return std::nullopt;
  double const most = ((high + low) * mean - mean * mean - high * low) * people / (people - 1);
  return 1 - 2 * spread.variance / most;
}

}  // namespace lenig::measure
