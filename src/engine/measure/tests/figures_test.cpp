#include "engine/measure/figures.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <random>

#include "engine/measure/block.hpp"
#include "engine/measure/reliability.hpp"
#include "engine/measure/responses.hpp"

namespace lenig::measure {
namespace {

constexpr double same = 1e-9;

// The data set `cohesion` of R's multilevel, and what R says of it:
//   i <- sprintf("COH%02d", 1:5); g <- paste0(cohesion$UNIT, cohesion$PLATOON); k <- complete.cases(cohesion[, i])
//   psych::alpha(cohesion[k, i]); ICC1(aov(rowMeans(cohesion[k, i]) ~ factor(g[k]))); rwg.j(cohesion[k, i], g[k], 2) …
constexpr char const* cohesion =
    "group,a,b,c,d,e\n1,4,5,5,5,5\n1,3,,5,5,5\n1,2,3,3,3,3\n2,3,4,3,4,4\n2,4,4,3,4,4\n2,3,3,2,2,1\n"
    "3,3,3,3,3,3\n3,3,1,4,3,4\n4,3,3,3,3,3\n4,2,2,2,3,2\n4,1,1,1,3,3\n";

TEST(Figures, are_those_that_r_gives_of_published_data) {
  auto const responses = read_responses(cohesion, {{"cohesion", {"a", "b", "c", "d", "e"}, {1, 5}, {}}}, {"group"});
  auto const all = measured(responses.scales, responses.levels[0].groups(), Missing::listwise)[0];
  EXPECT_EQ(all.people, 10);
  EXPECT_EQ(all.groups, 4);
  EXPECT_NEAR(*all.mean, 3.02, same);
  EXPECT_NEAR(*all.sd, 0.881665091365952, same);
  EXPECT_NEAR(*all.alpha, 0.884791309319611, same);
  EXPECT_NEAR(*all.icc1, 0.100517202608500, same);
  EXPECT_NEAR(*all.icc2, 0.218368343917929, same);
  std::vector<double> const rest{0.741897334996436, 0.654337818019345, 0.786955867845278, 0.823065288284097,
                                 0.696345182226191};
  std::vector<double> const rwg{0, 0.813953488372093, 0.921052631578947, 0.909090909090909};
  std::vector<double> const skewed{0, 0.561643835616438, 0.860465116279070, 0.834710743801653};
  std::vector<double> const awg{0.5, 0.637857142857143, 1, 0.942857142857143};
  std::vector<double> const deviation{1, 0.711111111111111, 0.4, 0.488888888888889};
  for (std::size_t item = 0; item < 5; ++item) EXPECT_NEAR(*all.item_rest[item], rest[item], same);
  for (std::size_t group = 0; group < 4; ++group) {
    EXPECT_NEAR(*all.per_group[group].rwg, rwg[group], same);
    EXPECT_NEAR(*all.per_group[group].rwg_skewed, skewed[group], same);
    EXPECT_NEAR(*all.per_group[group].awg, awg[group], same);
    EXPECT_NEAR(*all.per_group[group].deviation, deviation[group], same);
  }
}

/// Answers drawn at random in columns, over more rows than one block holds.
struct Drawn {
  explicit Drawn(double missing) {
    std::mt19937 random(7);
    columns.assign(4, std::vector<std::uint8_t>(block_rows + 500));
    for (auto& column : columns) {
      for (auto& answer : column)
        answer = std::bernoulli_distribution(missing)(random) ? 0 : static_cast<std::uint8_t>(1 + random() % 5);
    }
    for (std::size_t row = 0; row < columns[0].size(); ++row) group.push_back(random() % 30);
    scale = {"drawn", {1, 5}, {}};
    for (auto const& column : columns) scale.items.push_back({"", column, {}});
  }

  /// The scale means of a group, by definition.
  std::vector<double> means(std::uint32_t of, Missing rule) const {
    std::vector<double> all;
    for (std::size_t row = 0; row < group.size(); ++row) {
      double sum = 0;
      double answered = 0;
      for (auto const& column : columns) {
        sum += column[row];
        answered += column[row] > 0 ? 1 : 0;
      }
      bool const used = rule == Missing::listwise ? answered == 4 : answered > 0;
      if (used && (of == group[row] || of == everybody)) all.push_back(sum / answered);
    }
    return all;
  }

  static constexpr std::uint32_t everybody = ~0U;
  std::vector<std::vector<std::uint8_t>> columns;
  std::vector<std::uint32_t> group;
  Scale scale;
};

double mean_of(std::vector<double> const& all) {
  return std::accumulate(all.begin(), all.end(), 0.0) / static_cast<double>(all.size());
}

TEST(Figures, of_many_rows_are_those_of_the_definitions_by_both_rules_for_missing_answers) {
  Drawn const drawn(0.2);
  for (auto const rule : {Missing::listwise, Missing::available}) {
    auto const all = measured(std::span(&drawn.scale, 1), {drawn.group, 30}, rule)[0];
    auto const everybody = drawn.means(Drawn::everybody, rule);
    EXPECT_EQ(all.people, static_cast<double>(everybody.size()));
    EXPECT_NEAR(*all.mean, mean_of(everybody), same);
    double squares = 0;
    for (double const one : everybody) squares += (one - *all.mean) * (one - *all.mean);
    EXPECT_NEAR(*all.sd, std::sqrt(squares / (all.people - 1)), same);
    for (auto const& group : all.per_group) {
      auto const means = drawn.means(group.group, rule);
      EXPECT_EQ(group.people, static_cast<double>(means.size()));
      EXPECT_NEAR(group.mean, mean_of(means), same);
    }
  }
}

TEST(Figures, are_the_same_to_the_last_bit_on_any_number_of_threads) {
  Drawn const drawn(0.1);
  for (auto const rule : {Missing::listwise, Missing::available}) {
    auto const one = measured(std::span(&drawn.scale, 1), {drawn.group, 30}, rule, 1)[0];
    auto const two = measured(std::span(&drawn.scale, 1), {drawn.group, 30}, rule, 2)[0];
    EXPECT_EQ(one.sd, two.sd);
    EXPECT_EQ(one.alpha, two.alpha);
    EXPECT_EQ(one.icc1, two.icc1);
    EXPECT_EQ(one.rwg_mean, two.rwg_mean);
  }
}

TEST(Figures, are_not_there_where_they_are_not_defined) {
  auto const responses = read_responses("group,a,b\nx,5,1\ny,5,5\n",
                                        {{"s", {"a", "b"}, {1, 5}, {}}, {"four", {"b"}, {1, 4}, {}}}, {"group"});
  EXPECT_EQ(responses.bad_rows, 1U);  // 5 is no answer to the second scale
  auto const all = measured(responses.scales, responses.levels[0].groups(), Missing::listwise);
  EXPECT_EQ(all[0].people, 1);
  EXPECT_FALSE(all[0].sd || all[0].alpha || all[0].icc1 || all[0].icc2 || all[0].rwg_mean);
  EXPECT_FALSE(all[0].per_group[0].rwg || all[0].per_group[0].awg || all[0].per_group[0].shrunken);
}

TEST(Figures, leave_an_item_without_variance_out_of_alpha_as_psych_does) {
  std::string csv = "group,a,b,c\n";
  for (int row = 0; row < 20; ++row)
    csv += std::to_string(row % 3) + ",5," + std::to_string(1 + row % 5) + "," + std::to_string(1 + row * 3 % 5) + "\n";
  auto const with = read_responses(csv, {{"s", {"a", "b", "c"}, {1, 5}, {}}}, {"group"});
  auto const without = read_responses(csv, {{"s", {"b", "c"}, {1, 5}, {}}}, {"group"});
  auto const one = measured(with.scales, with.levels[0].groups(), Missing::listwise)[0];
  auto const other = measured(without.scales, without.levels[0].groups(), Missing::listwise)[0];
  EXPECT_NEAR(*one.alpha, *other.alpha, same);
  EXPECT_FALSE(one.item_rest[0]);
  EXPECT_NEAR(*one.item_rest[1], *other.item_rest[0], same);
}

TEST(Figures, pull_an_unreliable_mean_all_the_way_to_the_middle) {
  EXPECT_EQ(reliability_of_mean(12, -0.02), 0);
  EXPECT_NEAR(reliability_of_mean(10, 0.1), 10 * 0.1 / (1 + 9 * 0.1), same);
  auto const compared = shrunken(4, 3, 0.25, 0.16);
  EXPECT_NEAR(compared.mean, 3.25, same);
  EXPECT_NEAR(compared.high - compared.low, 2 * 1.96 * std::sqrt(0.16 * 0.75), same);
}

}  // namespace
}  // namespace lenig::measure
