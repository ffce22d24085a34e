// Everything that was ever told, in the hands of somebody who can compute. LENIG_LONG asks ten thousand histories.
#include <gtest/gtest.h>

#include <cstdlib>
#include <iostream>

#include "engine/measure/tests/attacker.hpp"

namespace lenig::measure::tests {

namespace {

struct Score {
  std::size_t told = 0;
  std::size_t withheld = 0;
  std::size_t withheld_in_vain = 0;

  double share() const {
    return static_cast<double>(withheld_in_vain) /
           static_cast<double>(std::max<std::size_t>(1, told + withheld_in_vain));
  }
};

bool is_told(Told const& one) { return one.answer.mean.has_value(); }

/// What was withheld of enough people, and would have told nothing.
void add(Score& score, History const& history, Attacker const& attacker) {
  for (auto const& one : history.told) {
    score.told += is_told(one) ? 1 : 0;
    if (is_told(one) || one.people < history.telling.least) continue;
    ++score.withheld;
    score.withheld_in_vain += attacker.finds_with(one).empty() ? 1 : 0;
  }
}

}  // namespace

TEST(Attack, finds_nothing_in_any_history_and_little_is_withheld_in_vain) {
  bool const everything = std::getenv("LENIG_LONG") != nullptr;
  unsigned const histories = everything ? 10'000 : 100;
  Score score;
  for (unsigned seed = 1; seed <= histories; ++seed) {
    auto const history = history_of(seed, seed % 10 == 0 ? 200 : 60);
    Attacker const attacker(history);
    auto const found = attacker.finds();
    ASSERT_TRUE(found.empty()) << "history " << seed << ": " << found.front();
    if (seed <= 1000) add(score, history, attacker);
  }
  std::cout << "told " << score.told << ", withheld of " << score.withheld << " large enough, of those in vain "
            << score.withheld_in_vain << ": " << 100 * score.share() << " % of what was safe\n";
  EXPECT_LE(score.share(), 0.15);
}

}  // namespace lenig::measure::tests
