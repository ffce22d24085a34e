#include "engine/measure/measure.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "engine/measure/release_log.hpp"

namespace lenig::measure {
namespace {

using Counts = std::vector<int>;
using Shown = std::vector<std::optional<int>>;

TEST(Minimum, withholds_a_small_count_and_shows_none_and_enough) {
  EXPECT_EQ(shown(0), 0);
  EXPECT_EQ(shown(5), 5);
  for (int count = 1; count < 5; ++count) EXPECT_EQ(shown(count), std::nullopt);
}

TEST(Minimum, shows_what_is_large_enough) {
  auto const all = shown({12, 7, 0, 5});
  EXPECT_EQ(all.counts, (Shown{12, 7, 0, 5}));
  EXPECT_EQ(all.total, 24);
  EXPECT_FALSE(all.withholds());
}

TEST(Minimum, withholds_the_total_when_it_would_tell_the_rest) {
  auto const all = shown({12, 7, 2, 0});
  EXPECT_EQ(all.counts, (Shown{12, 7, std::nullopt, 0}));
  EXPECT_EQ(all.total, std::nullopt);
  EXPECT_TRUE(all.withholds());
}

TEST(Minimum, withholds_everything_of_few) {
  auto const all = shown({4, 0});
  EXPECT_EQ(all.counts, (Shown{std::nullopt, std::nullopt}));
  EXPECT_EQ(all.total, std::nullopt);
}

/// All partitions of these many parts with no more than `most` in each.
std::vector<Counts> partitions(int parts, int most) {
  std::vector<Counts> all{{}};
  for (int part = 0; part < parts; ++part) {
    std::vector<Counts> longer;
    for (auto const& one : all) {
      for (int count = 0; count <= most; ++count) {
        longer.push_back(one);
        longer.back().push_back(count);
      }
    }
    all = std::move(longer);
  }
  return all;
}

// The attacker knows the rule and sees what is shown: they list every partition that would have looked the same.
TEST(Minimum, leaves_every_small_count_more_than_one_value_it_could_have) {
  constexpr int least = 3;
  for (int const parts : {2, 3, 4}) {
    std::map<std::pair<Shown, std::optional<int>>, std::vector<Counts>> alike;
    for (auto const& counts : partitions(parts, 7)) {
      auto const all = shown(counts, least);
      alike[{all.counts, all.total}].push_back(counts);
    }
    for (auto const& [view, possible] : alike) {
      for (std::size_t part = 0; part < static_cast<std::size_t>(parts); ++part) {
        std::set<int> values;
        bool small = false;
        for (auto const& counts : possible) {
          values.insert(counts[part]);
          small = small || (counts[part] > 0 && counts[part] < least);
        }
        EXPECT_TRUE(!small || values.size() > 1) << testing::PrintToString(possible.front());
      }
    }
  }
}

// A page without a log may show no more than one that asks the log for each count and for the total.
TEST(Minimum, shows_only_what_a_release_log_would_tell) {
  for (auto const& counts :
       {Counts{12, 7, 2, 0}, Counts{4, 4, 9}, Counts{1, 30, 6, 3, 5}, Counts{8, 8}, Counts{2, 6}}) {
    auto const all = shown(counts);
    ReleaseLog log(telling_of_shares(minimum));
    Question everybody;
    std::vector<Question> parts;
    for (int const count : counts) {
      if (count == 0) continue;
      parts.push_back({.points = {log.add_point(count)}, .round = 0, .sums = {}});
      everybody.points.push_back(parts.back().points[0]);
    }
    std::size_t at = 0;
    for (std::size_t part = 0; part < counts.size(); ++part) {
      if (counts[part] == 0) continue;
      EXPECT_TRUE(!all.counts[part] || log.ask(parts[at]).people == *all.counts[part]);
      ++at;
    }
    EXPECT_TRUE(!all.total || log.ask(everybody).people == *all.total);
  }
}

}  // namespace
}  // namespace lenig::measure
