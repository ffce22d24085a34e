#include "engine/schedule/situation.hpp"

#include <algorithm>

namespace lenig::schedule {

namespace {

int minute_of_week(WeeklySlot const& slot) {
  return static_cast<int>(slot.day.iso_encoding()) * 24 * 60 + slot.minute_of_day;
}

bool overlap(WeeklySlot const& one, WeeklySlot const& other) {
  return minute_of_week(one) < minute_of_week(other) + other.minutes &&
         minute_of_week(other) < minute_of_week(one) + one.minutes;
}

int first_of_its_year(std::vector<Cohort> const& cohorts, Cohort const& cohort) {
  auto const first = std::ranges::find(cohorts, cohort.school_year, &Cohort::school_year);
  return static_cast<int>(first - cohorts.begin());
}

}  // namespace

Situation::Situation(RollOut const& source)
    : roll_out(source), unit_places("unit", ids_of(source.units)), cohort_places("cohort", ids_of(source.cohorts)) {
  for (auto const& unit : source.units) {
    auto& wished = wishes.emplace_back(source.cohorts.size(), Wish::no_preference);
    for (auto const& [cohort, wish] : unit.wishes) wished[cohort_places.of(cohort)] = wish;
    fixed.push_back(cohort_places.of(unit.fixed));
    yes.push_back(cohort_places.of(unit.yes));
  }
  for (auto const& cohort : source.cohorts) year.push_back(first_of_its_year(source.cohorts, cohort));
}

bool Situation::clash(int unit, int other) const {
  auto const& one = roll_out.units[unit];
  auto const& two = roll_out.units[other];
  return one.trainer && one.trainer == two.trainer && one.slot && two.slot && overlap(*one.slot, *two.slot);
}

std::vector<Load> loads(Situation const& situation, Choice const& choice) {
  std::vector<Load> loads(situation.roll_out.cohorts.size());
  for (int unit = 0; unit < situation.units(); ++unit) {
    if (choice[unit] == Places::none) continue;
    ++loads[choice[unit]].units;
    loads[choice[unit]].half_days += situation.roll_out.units[unit].half_days;
  }
  return loads;
}

}  // namespace lenig::schedule
