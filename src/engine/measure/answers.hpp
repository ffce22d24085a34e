#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace lenig::measure {

/// The answers that an item takes: whole numbers from the lowest to the highest.
struct Options {
  int lowest = 1;
  int highest = 5;

  int count() const { return highest - lowest + 1; }
};

/// One item, a column: a byte per respondent. 0 is no answer; b stands for `values[b - 1]`, or where there are no
/// values for the b-th option. What is to be reversed has been reversed.
struct Item {
  std::string id;
  std::span<std::uint8_t const> answers;
  std::vector<double> values;  // only where answers are not whole, as the mean of a scale that somebody else made

  double value(int byte, Options const& options) const {
    return values.empty() ? options.lowest + byte - 1 : values[static_cast<std::size_t>(byte) - 1];
  }
  /// How many different bytes there can be, 0 included.
  int bytes(Options const& options) const {
    return (values.empty() ? options.count() : static_cast<int>(values.size())) + 1;
  }
};

/// Items that are taken together. At most 255 options, or 255 different values, an item.
struct Scale {
  std::string id;
  Options options;
  std::vector<Item> items;
};

/// Which group each respondent is in: numbers below `count`, one a row.
struct Groups {
  std::span<std::uint32_t const> of_row;
  std::uint32_t count = 0;
};

/// What is done with somebody who answered some items of a scale only.
/// - listwise: they are left out of that scale (na.exclude in R's multilevel).
/// - available: their scale mean is that of the items they did answer, at least one; an item's variance in a group is
/// over
///   who answered it; covariances between items are over who answered both (use = "pairwise" in R's psych).
enum class Missing { listwise, available };

}  // namespace lenig::measure
