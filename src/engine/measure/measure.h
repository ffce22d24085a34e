#pragma once

// What other modules see of measure.

#include <optional>
#include <vector>

namespace lenig::measure {

/// The smallest group of people that a figure may be about.
inline constexpr int minimum = 5;

/// A count as it may be shown; nothing: withheld.
std::optional<int> shown(int count, int least = minimum);

/// Counts over a partition as they may be shown together, with their total.
struct ShownCounts {
  std::vector<std::optional<int>> counts;
  std::optional<int> total;

  bool withholds() const;
};

/// Of people who fall in one part each, the same parts every time:
/// 1. a total from 1 to `least` − 1 withholds everything;
/// 2. a count from 1 to `least` − 1 is withheld;
/// 3. as soon as one is withheld, so is the total: less the rest it would tell.
/// A second count in its place would not do: who knows the rule for choosing it can often tell both. A zero is shown:
/// it is about nobody.
ShownCounts shown(std::vector<int> const& counts, int least = minimum);

}  // namespace lenig::measure
