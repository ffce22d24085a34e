#include <algorithm>
#include <numeric>

#include "engine/measure/measure.h"

namespace lenig::measure {

bool ShownCounts::withholds() const {
  return !total || std::ranges::any_of(counts, [](auto const& one) { return !one; });
}

std::optional<int> shown(int count, int least) {
  return count > 0 && count < least ? std::nullopt : std::optional(count);
}

ShownCounts shown(std::vector<int> const& counts, int least) {
  ShownCounts all{.counts = std::vector<std::optional<int>>(counts.size()), .total = std::nullopt};
  auto const total = shown(std::accumulate(counts.begin(), counts.end(), 0), least);
  if (!total) return all;
  std::ranges::transform(counts, all.counts.begin(), [&](int count) { return shown(count, least); });
  bool const whole = std::ranges::all_of(all.counts, [](auto const& one) { return one.has_value(); });
  if (whole) all.total = total;
  return all;
}

}  // namespace lenig::measure
