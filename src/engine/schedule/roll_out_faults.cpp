#include <algorithm>

#include "engine/schedule/situation.hpp"

namespace lenig::schedule {

namespace {

using Kind = RollOutFault::Kind;

Choice choice_of(Situation const& situation, CohortOf const& cohort_of) {
  Choice choice(situation.roll_out.units.size(), Places::none);
  for (auto const& [unit, cohort] : cohort_of)
    choice[situation.unit_places.of(unit)] = situation.cohort_places.of(cohort);
  return choice;
}

void add_faults_of_cohort(std::vector<RollOutFault>& faults, Cohort const& cohort, Load const& load) {
  if (load.units > cohort.maximum)
    faults.push_back({.kind = Kind::over_maximum, .cohort = cohort.id, .by = load.units - cohort.maximum});
  if (load.half_days > cohort.half_days)
    faults.push_back({.kind = Kind::half_days_short, .cohort = cohort.id, .by = load.half_days - cohort.half_days});
}

/// The first unit before this one that its trainer would have to be at as well.
std::optional<int> double_with(Situation const& situation, Choice const& choice, int unit) {
  for (int const other : situation.clashing[unit]) {
    if (other > unit) break;
    if (choice[other] != Places::none && situation.year[choice[other]] == situation.year[choice[unit]]) return other;
  }
  return std::nullopt;
}

/// What is wrong with a unit's cohort by its own wishes.
std::optional<Kind> unwished(Situation const& situation, int unit, int cohort) {
  if (situation.fixed[unit] == cohort) return std::nullopt;
  if (situation.fixed[unit] != Places::none) return Kind::not_where_fixed;
  if (!situation.may(unit, cohort)) return Kind::outside_choice;
  if (situation.yes[unit] == cohort || situation.suits(unit, cohort)) return std::nullopt;
  bool const another_suits = std::ranges::find(situation.wishes[unit], Wish::suits) != situation.wishes[unit].end();
  return another_suits ? std::optional(Kind::wish_not_honoured) : std::nullopt;
}

void add_faults_of_unit(std::vector<RollOutFault>& faults, Situation const& situation, Choice const& choice, int unit) {
  auto const& units = situation.roll_out.units;
  auto const& cohort = situation.roll_out.cohorts[choice[unit]].id;
  if (auto const other = double_with(situation, choice, unit))
    faults.push_back(
        {.kind = Kind::trainer_double, .cohort = cohort, .unit = units[unit].id, .other = units[*other].id});
  if (auto const kind = unwished(situation, unit, choice[unit]))
    faults.push_back({.kind = *kind, .cohort = cohort, .unit = units[unit].id});
}

}  // namespace

std::vector<RollOutFault> faults_of(RollOut const& roll_out, CohortOf const& cohort_of) {
  Situation const situation(roll_out);
  auto const choice = choice_of(situation, cohort_of);
  auto const taken = loads(situation, choice);
  std::vector<RollOutFault> faults;
  for (int cohort = 0; cohort < situation.cohorts(); ++cohort)
    add_faults_of_cohort(faults, roll_out.cohorts[cohort], taken[cohort]);
  for (int unit = 0; unit < situation.units(); ++unit) {
    if (choice[unit] != Places::none) add_faults_of_unit(faults, situation, choice, unit);
  }
  return faults;
}

}  // namespace lenig::schedule
