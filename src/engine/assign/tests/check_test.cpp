// The checker refuses what is wrong: results that were tampered with, and proofs that prove less.
#include <gtest/gtest.h>

#include <algorithm>

#include "engine/assign/tests/instances.hpp"

namespace lenig::assign {
namespace {

struct Case {
  Instance instance;
  Solved solved;
};

Case solved_case(Instance instance) {
  auto solved = solve(instance);
  return {std::move(instance), std::move(solved)};
}

bool is_valid(Case const& one, Result const& result) {
  return check(one.instance, result, one.solved.certificate).empty();
}

int offer_of(Instance const& instance, int session) {
  return instance.sessions[static_cast<std::size_t>(session)].offer;
}

/// One change by chance; false when there was nothing to change.
bool tamper(Instance const& instance, Result& result, Dice& dice) {
  auto const people = static_cast<int>(instance.people.size());
  auto const sessions = static_cast<int>(instance.sessions.size());
  auto const any = [&](auto& list) -> auto& {
    return list[static_cast<std::size_t>(dice.below(static_cast<int>(list.size())))];
  };
  if (result.assignments.empty()) return false;
  switch (dice.below(14)) {
    case 0:
      result.assignments.erase(result.assignments.begin() + dice.below(static_cast<int>(result.assignments.size())));
      return true;
    case 1: result.assignments.push_back(any(result.assignments)); return true;
    case 2: {  // a session of another offer, of which the rank is another
      auto& held = any(result.assignments);
      int const session = dice.below(sessions);
      if (offer_of(instance, session) == offer_of(instance, held.session)) return false;
      held.session = session;
      return true;
    }
    case 3: {  // somebody who ranked the offer otherwise, or did not choose it
      auto& held = any(result.assignments);
      int const person = dice.below(people);
      auto const& choices = instance.people[static_cast<std::size_t>(person)].choices;
      auto const rank = std::ranges::find(choices, offer_of(instance, held.session)) - choices.begin() + 1;
      if (rank == held.rank) return false;
      held.person = person;
      return true;
    }
    case 4: any(result.assignments).rank += 1; return true;
    case 5: result.assignments.push_back({dice.below(people), dice.below(sessions), 1}); return true;
    case 6: result.people_placed += dice.chance(50) ? 1 : -1; return true;
    case 7: result.people_bound += dice.chance(50) ? 1 : -1; return true;
    case 8: result.value += dice.chance(50) ? one : -one; return true;
    case 9: result.bound += dice.chance(50) ? one : -one; return true;
    case 10: result.gap += 0.001; return true;
    case 11: result.unplaced.push_back(dice.below(people)); return true;
    case 12: result.cancelled.push_back(dice.below(sessions)); return true;
    default: break;
  }
  auto& list = any(result.waiting);
  if (list.size() < 2)
    list.push_back(dice.below(people));
  else
    std::swap(list[0], list[1]);
  return true;
}

TEST(Check, refuses_a_thousand_results_that_were_tampered_with) {
  Dice dice(99);
  std::vector<Case> cases;
  cases.reserve(22);
  for (std::uint64_t seed = 0; seed < 20; ++seed) cases.push_back(solved_case(tiny_days(seed)));
  for (std::uint64_t seed = 0; seed < 2; ++seed) cases.push_back(solved_case(career_days(seed, 60)));
  int tampered = 0;
  for (int round = 0; tampered < 1000 && round < 5000; ++round) {
    auto const& one = cases[static_cast<std::size_t>(dice.below(static_cast<int>(cases.size())))];
    auto result = one.solved.result;
    if (!tamper(one.instance, result, dice)) continue;
    auto sorted = result.assignments;
    std::ranges::sort(sorted);
    result.assignments = sorted;
    if (write(one.instance, result) == write(one.instance, one.solved.result)) continue;  // nothing changed
    ++tampered;
    EXPECT_FALSE(is_valid(one, result)) << write(one.instance, result);
  }
  EXPECT_EQ(tampered, 1000);
}

TEST(Check, accepts_what_was_solved) {
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    auto const one = solved_case(tiny_days(seed));
    EXPECT_TRUE(is_valid(one, one.solved.result)) << seed;
    EXPECT_TRUE(check(one.instance, one.solved.result, std::nullopt).empty()) << seed;
  }
}

/// Two people want the one seat of a session.
Instance one_seat_for_two() {
  Instance instance{.seed = "s", .values = {5 * one}, .offers = {"o"}, .places = {"here"}};
  instance.travel.resize(1);
  instance.sessions.push_back({.id = "s", .offer = 0, .time = {0, 3600}, .place = 0, .capacity = 1});
  for (auto const* const id : {"a", "b"})
    instance.people.push_back({.id = id, .place = 0, .max_sessions = 1, .choices = {0}});
  return instance;
}

TEST(Check, gives_a_pair_the_only_seat_of_a_host_once) {
  for (int const seats : {1, 2}) {
    auto instance = one_seat_for_two();
    instance.sessions[0].kind = Kind::shadowing;
    instance.sessions[0].capacity = seats;
    for (auto& person : instance.people) person.max_shadowings = 1;
    instance.people[0].with = {1};
    instance.people[1].with = {0};
    auto pair = solved_case(instance);
    EXPECT_EQ(pair.solved.result.value, seats * 5 * one);
    EXPECT_EQ(pair.solved.result.people_bound, seats);
    pair.solved.certificate.value.prices.clear();  // it needs none
    EXPECT_TRUE(is_valid(pair, pair.solved.result)) << seats;
  }
}

TEST(Check, refuses_a_proof_without_prices) {
  auto one_seat = solved_case(one_seat_for_two());
  ASSERT_TRUE(is_valid(one_seat, one_seat.solved.result));
  one_seat.solved.certificate.value.prices.clear();
  one_seat.solved.certificate.people.prices.clear();
  EXPECT_FALSE(is_valid(one_seat, one_seat.solved.result));
}

TEST(Check, refuses_a_bound_below_what_is_possible) {
  auto const one_seat = solved_case(one_seat_for_two());
  auto result = one_seat.solved.result;
  result.assignments.clear();
  result.unplaced = {0, 1};
  result.cancelled = {0};
  result.waiting = {{}};
  result.people_placed = result.people_bound = 0;
  result.value = result.bound = 0;
  EXPECT_FALSE(is_valid(one_seat, result));
}

/// A session that runs from two people on, and only one wants it: told apart whether it runs.
TEST(Check, follows_a_question_whether_a_session_runs) {
  auto instance = one_seat_for_two();
  instance.sessions[0].capacity = 3;
  instance.sessions[0].minimum = 2;
  instance.people.pop_back();
  Result result{.unplaced = {0}, .cancelled = {0}, .waiting = {{}}, .stopped = Stopped::optimal};
  Proof none;
  none.per_person = one;
  Proof runs = none;
  runs.prices = {{0, -6 * one}};
  auto const question = [&](Proof yes) { return Proof{.session = 0, .person = -1, .answers = {none, std::move(yes)}}; };
  EXPECT_TRUE(check(instance, result, Certificate{question(runs), question(runs)}).empty());
  EXPECT_FALSE(check(instance, result, Certificate{question(none), question(none)}).empty());
  EXPECT_FALSE(check(instance, result, Certificate{runs, runs}).empty());  // it need not run
}

TEST(Check, refuses_a_group_that_is_torn_apart) {
  auto instance = one_seat_for_two();
  instance.people[0].with = {1};
  instance.people[1].with = {0};
  Result result{.assignments = {{0, 0, 1}},
                .unplaced = {1},
                .waiting = {{}},
                .people_placed = 1,
                .people_bound = 1,
                .value = 5 * one,
                .bound = 5 * one,
                .stopped = Stopped::optimal};
  EXPECT_FALSE(check(instance, result, std::nullopt).empty());
}

}  // namespace
}  // namespace lenig::assign
