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

bool clash(Unit const& one, Unit const& other) {
  return one.trainer && one.trainer == other.trainer && one.slot && other.slot && overlap(*one.slot, *other.slot);
}

std::vector<int> clashing_with(std::vector<Unit> const& units, std::size_t unit) {
  std::vector<int> others;
  for (std::size_t other = 0; other < units.size(); ++other) {
    if (other != unit && clash(units[unit], units[other])) others.push_back(static_cast<int>(other));
  }
  return others;
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
  for (std::size_t unit = 0; unit < source.units.size(); ++unit) clashing.push_back(clashing_with(source.units, unit));
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
