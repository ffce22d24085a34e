#pragma once

#include "engine/assign/assign.h"

namespace lenig::assign {

/// The same numbers everywhere and always (SplitMix64).
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}
  std::uint64_t roll();
  /// From 0 to below `end`.
  int below(int end) { return static_cast<int>(roll() % static_cast<std::uint64_t>(end)); }
  int between(int first, int last) { return first + below(last - first + 1); }
  bool chance(int percent) { return below(100) < percent; }
  /// From 0 to below `end`, the low ones more often: the square of an even share.
  int low(int end);

 private:
  std::uint64_t state_;
};

/// Made-up people with at most a few sessions: for going through every assignment.
Instance tiny_days(std::uint64_t seed);

/// As career days at 35 schools: 500 people, 30 workshops in 60 sessions over four days, 120 places to shadow somebody.
Instance career_days(std::uint64_t seed, int people = 500);

/// As a whole sector: five choices, up to two sessions each, 4,000 sessions of 1,000 offers for 60,000 people at 300
/// places; fewer people, fewer sessions.
Instance sector_days(std::uint64_t seed, int people = 60'000);

}  // namespace lenig::assign
