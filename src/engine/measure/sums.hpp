#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/measure/answers.hpp"

namespace lenig::measure {

/// People and their scale means, counted from the origin of `ScaleSums`.
struct PeopleSums {
  double people = 0;
  double sum = 0;
  double squares = 0;

  PeopleSums& operator+=(PeopleSums const& other);
  double mean() const { return sum / people; }
  /// Of the squared differences from the mean.
  double squared_differences() const;
};

/// Two items, over who answered both.
struct PairSums {
  double people = 0;
  double first = 0;
  double second = 0;
  double products = 0;

  /// With n − 1; not a number below two people.
  double covariance() const;
};

/// All that the figures of a scale are made of.
struct ScaleSums {
  /// How many people of a group gave each byte to an item; 0 is no answer.
  std::span<std::uint32_t const> counts(std::size_t item, std::size_t group) const;
  /// Of items `first` < `second`.
  PairSums const& pair(std::size_t first, std::size_t second) const;

  double origin = 0;  // what the sums below are counted from
  std::size_t groups = 0;
  std::vector<std::vector<std::uint32_t>> counts_of_items;  // an item: groups × bytes
  std::vector<PeopleSums> people;                           // a group each
  double at_lowest = 0;                                     // people with the lowest scale mean there can be
  double at_highest = 0;
  std::vector<PairSums> pairs;  // (0,1), (0,2), …, (1,2), …
};

/// Reads every answer once and gives the sums of each scale, the same to the last bit on any number of threads.
/// Columns and group numbers are of the same length. Time: one pass; space: groups × items × options a thread.
std::vector<ScaleSums> sums_of(std::span<Scale const> scales, Groups const& groups, Missing missing, int threads = 2);

}  // namespace lenig::measure
