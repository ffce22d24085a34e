#include "engine/schedule/roll_out.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/schedule/annealing.hpp"
#include "engine/schedule/roll_out_program.hpp"

namespace lenig::schedule {

namespace {

/// With every unit placed that has a place left: those with the fewest cohorts first, in one that suits when there is.
Choice filled(Situation const& situation, Choice choice) {
  std::vector<int> order(situation.units());
  std::iota(order.begin(), order.end(), 0);
  std::ranges::stable_sort(order, {}, [&](int unit) {
    int cohorts = 0;
    for (int cohort = 0; cohort < situation.cohorts(); ++cohort) cohorts += situation.may(unit, cohort) ? 1 : 0;
    return cohorts;
  });
  for (int const unit : order) {
    for (auto const wish : {Wish::suits, Wish::no_preference, Wish::does_not_suit}) {
      for (int cohort = 0; cohort < situation.cohorts() && choice[unit] == Places::none; ++cohort) {
        auto const load = loads(situation, choice)[cohort];
        if (situation.wishes[unit][cohort] == wish && !obstacle(situation, choice, load, unit, cohort))
          choice[unit] = cohort;
      }
    }
  }
  return choice;
}

/// What a choice amounts to, fixed units and all.
struct Score {
  double placed = 0;
  double honoured = 0;
  double outside = 0;
  double load = 0;
};

Score score_of(Situation const& situation, Choice const& choice) {
  Score score;
  for (int unit = 0; unit < situation.units(); ++unit) {
    if (choice[unit] == Places::none) continue;
    score.placed += 1;
    score.honoured += situation.suits(unit, choice[unit]) ? 1 : 0;
    score.outside += situation.outside(unit, choice[unit]) ? 1 : 0;
  }
  auto const taken = loads(situation, choice);
  for (int cohort = 0; cohort < situation.cohorts(); ++cohort) {
    double const half_days = taken[cohort].half_days;
    score.load += half_days * half_days / std::max(1, situation.roll_out.cohorts[cohort].half_days);
  }
  return score;
}

/// A worth of at most `bound` (see RollOutProgram::worth) as limits of units that are suited, and that are outside.
void bound_wishes(RollOutPlan& plan, Situation const& situation, Score const& fixed, double bound) {
  double const one = situation.units() + 1;
  plan.honoured.bound = fixed.honoured + std::ceil(bound / one);
  bool const most_honoured = plan.honoured.bound <= plan.honoured.value;
  plan.outside.bound = fixed.outside + (most_honoured ? one * std::ceil(bound / one) - bound : 0);
}

void tell(RollOutPlan& plan, Situation const& situation, Choice const& choice) {
  auto const& [units, cohorts] = situation.roll_out;
  for (int unit = 0; unit < situation.units(); ++unit) {
    if (choice[unit] != Places::none) {
      plan.cohort_of[units[unit].id] = cohorts[choice[unit]].id;
      continue;
    }
    auto const taken = loads(situation, choice);
    auto& left_out = plan.left_out.emplace_back(LeftOut{.unit = units[unit].id});
    for (int cohort = 0; cohort < situation.cohorts(); ++cohort)
      left_out.obstacles[cohorts[cohort].id] =
          obstacle(situation, choice, taken[cohort], unit, cohort).value_or(Obstacle::time);
  }
}

}  // namespace

RollOutPlan plan_roll_out(RollOut const& roll_out, std::chrono::milliseconds limit) {
  Situation const situation(roll_out);
  RollOutProgram program(situation);
  auto const fixed = score_of(situation, situation.fixed);
  auto const until = [&] { return std::chrono::steady_clock::now() + limit / 3; };

  program.aim_for_places();
  auto choice = annealed(situation, filled(situation, situation.fixed), 8);
  auto const places = solve(program.program(), program.values_of(choice), 1, until());
  choice = annealed(situation, filled(situation, program.choice_of(places.values)), 2);

  program.aim_for_wishes(choice);
  auto const wishes = solve(program.program(), program.values_of(choice), 1, until());
  choice = program.choice_of(wishes.values);

  program.aim_for_even_load(choice);
  auto const load = solve(program.program(), program.values_of(choice), 0, until());
  choice = program.choice_of(load.values);

  RollOutPlan plan;
  auto const score = score_of(situation, choice);
  plan.placed = {.value = score.placed, .bound = fixed.placed - places.bound};
  plan.honoured.value = score.honoured;
  plan.outside.value = score.outside;
  bound_wishes(plan, situation, fixed, -wishes.bound);
  plan.load = {.value = score.load, .bound = fixed.load + load.bound};
  plan.stopped = places.proven && wishes.proven && load.proven ? Stopped::proof : Stopped::time;
  tell(plan, situation, choice);
  return plan;
}

double RollOutPlan::gap() const { return std::max({placed.gap(), honoured.gap(), outside.gap(), load.gap()}); }

}  // namespace lenig::schedule
