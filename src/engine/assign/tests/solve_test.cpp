// The solver against what is sure: every assignment of tiny instances, CBC on larger ones, its own checker on all.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <set>

#include "engine/assign/tests/cbc.hpp"
#include "engine/assign/tests/instances.hpp"

namespace lenig::assign {
namespace {

int rounds(int few, int many) { return std::getenv("LENIG_LONG") != nullptr ? many : few; }

std::string words(std::vector<Fault> const& faults) {
  std::string all;
  for (auto const& fault : faults) all += fault.where + ": " + fault.what + "\n";
  return all;
}

TEST(Assign, is_the_best_of_all_assignments_of_tiny_days) {
  for (int seed = 0; seed < rounds(200, 5000); ++seed) {
    auto const instance = tiny_days(static_cast<std::uint64_t>(seed));
    auto const best = best_of_all(instance);
    auto const solved = solve(instance);
    auto const& result = solved.result;
    EXPECT_EQ(result.people_placed, best.people) << seed;
    EXPECT_EQ(result.value, best.value) << seed;
    EXPECT_GE(result.people_bound, best.people) << seed;
    if (result.people_placed == result.people_bound) {
      EXPECT_GE(result.bound, best.value) << seed;
    }
    EXPECT_EQ(words(check(instance, result, solved.certificate)), "") << seed;
  }
}

TEST(Assign, proves_every_tiny_day) {
  for (int seed = 0; seed < rounds(1000, 5000); ++seed) {
    auto const result = solve(tiny_days(static_cast<std::uint64_t>(seed))).result;
    EXPECT_EQ(result.stopped, Stopped::optimal) << seed;
    EXPECT_EQ(result.people_bound, result.people_placed) << seed;
    EXPECT_EQ(result.bound, result.value) << seed;
  }
}

TEST(Assign, is_as_good_as_cbc_on_career_days_and_proven) {
  for (int seed = 1; seed <= rounds(2, 100); ++seed) {
    auto const instance = career_days(static_cast<std::uint64_t>(seed));
    auto const solved = solve(instance);
    auto const by_cbc = solve_by_cbc(instance);
    EXPECT_EQ(solved.result.people_placed, by_cbc.best.people) << seed;
    EXPECT_EQ(solved.result.value, by_cbc.best.value) << seed;
    EXPECT_EQ(solved.result.gap, 0) << seed;
    EXPECT_EQ(words(check(instance, solved.result, solved.certificate)), "") << seed;
  }
}

TEST(Assign, gives_the_same_answer_on_any_number_of_threads) {
  for (auto const& instance : {career_days(7), sector_days(7, 300), sector_days(7, rounds(4200, 20'000))}) {
    auto const alone = solve(instance, {.threads = 1});
    for (int const threads : {2, 3, 8}) {
      auto const together = solve(instance, {.threads = threads});
      EXPECT_EQ(write(instance, together.result), write(instance, alone.result));
      EXPECT_EQ(write(instance, together.certificate), write(instance, alone.certificate));
    }
  }
}

TEST(Assign, gives_people_with_other_names_and_schools_as_much) {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    auto const instance = tiny_days(seed);
    auto renamed = instance;
    for (auto& person : renamed.people) person.id = "other " + person.id;
    auto const before = solve(instance).result;
    auto const after = solve(renamed).result;
    ASSERT_EQ(before.gap, 0);
    ASSERT_EQ(after.gap, 0);
    EXPECT_EQ(after.people_placed, before.people_placed);
    EXPECT_EQ(after.value, before.value);
  }
}

TEST(Assign, decides_between_equals_by_the_seed_alone) {
  Instance instance{.seed = "a", .values = {one}, .offers = {"yoga"}, .places = {"here"}};
  instance.travel.resize(1);
  instance.sessions.push_back({.id = "s", .offer = 0, .time = {0, 3600}, .place = 0, .capacity = 3});
  for (int index = 0; index < 10; ++index)
    instance.people.push_back({.id = "p" + std::to_string(index), .place = 0, .max_sessions = 1, .choices = {0}});
  std::set<std::vector<Assignment>> outcomes;
  for (auto const* const seed : {"a", "b", "c", "d", "e"}) {
    instance.seed = seed;
    auto const result = solve(instance).result;
    outcomes.insert(result.assignments);
    EXPECT_EQ(result.waiting[0].size(), 7U);
    EXPECT_EQ(solve(instance).result.assignments, result.assignments);
  }
  EXPECT_GT(outcomes.size(), 1U);
}

TEST(Assign, stops_at_its_limit_of_time_with_honest_bounds) {
  auto const instance = sector_days(3, 1500);
  auto const solved = solve(instance, {.seconds = 0.0});
  EXPECT_NE(solved.result.stopped, Stopped::optimal);
  EXPECT_GT(solved.result.gap, 0);
  EXPECT_EQ(words(check(instance, solved.result, solved.certificate)), "");
}

TEST(Assign, of_a_sector_is_within_half_a_thousandth_of_its_bound) {
  for (int const people : {600, 6'000, rounds(10'000, 60'000)}) {
    auto const instance = sector_days(1, people);
    auto const solved = solve(instance);
    EXPECT_LE(solved.result.gap, 0.0005) << people;
    EXPECT_EQ(words(check(instance, solved.result, solved.certificate)), "") << people;
  }
}

TEST(DrawnLots, are_feasible_and_no_better_than_the_best) {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    auto const instance = tiny_days(seed);
    auto const drawn = draw_lots(instance);
    EXPECT_EQ(words(check(instance, drawn.result, drawn.certificate)), "") << seed;
    EXPECT_LE(std::pair(drawn.result.people_placed, drawn.result.value),
              std::pair(best_of_all(instance).people, best_of_all(instance).value))
        << seed;
  }
  auto const career = career_days(1);
  auto const drawn = draw_lots(career);
  EXPECT_EQ(words(check(career, drawn.result, drawn.certificate)), "");
  EXPECT_LT(drawn.result.value, solve(career).result.value);
}

}  // namespace
}  // namespace lenig::assign
