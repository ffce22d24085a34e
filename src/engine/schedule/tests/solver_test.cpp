#include "engine/schedule/solver.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "engine/schedule/tests/invented.hpp"

namespace lenig::schedule {
namespace {

/// Things to pack: every row holds so much, and each thing has its worth.
Program packing(Dice& dice, int things) {
  Program program;
  for (int row = 0; row < 3; ++row) program.add(Row{.most = static_cast<double>(dice.between(10, 30))});
  for (int thing = 0; thing < things; ++thing) {
    Column column{.cost = -dice.between(1, 9) * 1.0};
    for (int row = 0; row < 3; ++row) column.entries.emplace_back(row, dice.between(1, 12));
    program.add(column);
  }
  return program;
}

/// The cost of the things of these bits; nothing when they do not go in.
std::optional<double> cost_of(Program const& program, unsigned bits) {
  double cost = 0;
  std::vector<double> filled(program.rows.size(), 0);
  for (std::size_t thing = 0; thing < program.columns.size(); ++thing) {
    if ((bits >> thing & 1U) == 0) continue;
    cost += program.columns[thing].cost;
    for (auto const& [row, coefficient] : program.columns[thing].entries) filled[row] += coefficient;
  }
  for (std::size_t row = 0; row < filled.size(); ++row) {
    if (filled[row] > program.rows[row].most) return std::nullopt;
  }
  return cost;
}

double least_of_all(Program const& program) {
  double least = 0;
  for (unsigned bits = 0; bits < 1U << program.columns.size(); ++bits)
    least = std::min(least, cost_of(program, bits).value_or(0));
  return least;
}

TEST(Solver, finds_and_proves_the_least_cost_of_all) {
  Dice dice(1);
  for (int round = 0; round < 40; ++round) {
    auto const program = packing(dice, 10);
    auto const least = least_of_all(program);
    for (double const step : {1.0, 0.0}) {
      auto const until = std::chrono::steady_clock::now() + std::chrono::minutes(5);
      auto const solution = solve(program, std::vector<double>(10, 0), step, until);
      EXPECT_TRUE(solution.proven) << round;
      EXPECT_NEAR(solution.cost, least, 1e-6) << round;
      EXPECT_NEAR(solution.bound, least, 1e-5) << round;
    }
  }
}

TEST(Solver, without_time_tells_a_bound_that_holds) {
  Dice dice(2);
  for (int round = 0; round < 10; ++round) {
    auto const program = packing(dice, 14);
    auto const solution = solve(program, std::vector<double>(14, 0), 1, std::chrono::steady_clock::now());
    auto const least = least_of_all(program);
    EXPECT_LE(solution.bound, least) << round;
    EXPECT_GE(solution.cost, least) << round;
  }
}

TEST(Relaxation, costs_no_more_than_any_whole_answer_and_prices_what_it_could_have_more_of) {
  Dice dice(3);
  for (int round = 0; round < 20; ++round) {
    auto const program = packing(dice, 10);
    Relaxation relaxation;
    for (auto const& row : program.rows) relaxation.add(row);
    for (auto const& column : program.columns) relaxation.add(column);
    EXPECT_LE(relaxation.solve(), least_of_all(program) + 1e-6) << round;
    for (double const price : relaxation.prices()) EXPECT_LE(price, 1e-9) << round;
  }
}

}  // namespace
}  // namespace lenig::schedule
