#include "engine/schedule/roll_out_program.hpp"

#include <algorithm>
#include <set>

namespace lenig::schedule {

namespace {

double squared(double value) { return value * value; }

/// What the trainers of a cohort have; the load is measured against it.
double half_days_of(Situation const& situation, int cohort) {
  return std::max(1, situation.roll_out.cohorts[cohort].half_days);
}

/// Units that need one trainer at the moment at which the slot of `unit` begins, itself among them.
std::vector<int> together(Situation const& situation, int unit) {
  int const begins = situation.roll_out.units[unit].slot->minute_of_day;
  std::vector<int> members{unit};
  for (int const other : situation.clashing[unit]) {
    if (situation.roll_out.units[other].slot->minute_of_day <= begins) members.push_back(other);
  }
  std::ranges::sort(members);
  return members;
}

}  // namespace

RollOutProgram::RollOutProgram(Situation const& situation)
    : situation_(situation), fixed_(loads(situation, situation.fixed)) {
  add_columns();
  limit_units();
  limit_cohorts();
  limit_trainers();
}

void RollOutProgram::add_columns() {
  for (int unit = 0; unit < situation_.units(); ++unit) {
    if (situation_.fixed[unit] != Places::none) continue;
    for (int cohort = 0; cohort < situation_.cohorts(); ++cohort) {
      if (situation_.may(unit, cohort)) places_.push_back({unit, cohort, program_.add(Column{})});
    }
  }
}

void RollOutProgram::limit_units() {
  std::vector<int> row_of(situation_.roll_out.units.size(), Places::none);
  for (auto const& place : places_) {
    auto& row = row_of[place.unit];
    if (row == Places::none) row = program_.add(Row{.most = 1});
    program_.columns[place.column].entries.emplace_back(row, 1);
  }
}

void RollOutProgram::limit_cohorts() {
  for (int cohort = 0; cohort < situation_.cohorts(); ++cohort) {
    auto const& limits = situation_.roll_out.cohorts[cohort];
    int const units = program_.add(Row{.most = std::max(0.0, 0.0 + limits.maximum - fixed_[cohort].units)});
    int const half_days = program_.add(Row{.most = std::max(0.0, 0.0 + limits.half_days - fixed_[cohort].half_days)});
    for (auto const& place : places_) {
      if (place.cohort != cohort) continue;
      auto& entries = program_.columns[place.column].entries;
      entries.emplace_back(units, 1);
      entries.emplace_back(half_days, situation_.roll_out.units[place.unit].half_days);
    }
  }
}

/// Slots are intervals: where several overlap in pairs, all of them hold the beginning of the latest. So one row for
/// the beginning of every slot and every school year says all.
void RollOutProgram::limit_trainers() {
  std::set<std::pair<int, std::vector<int>>> known;
  for (int unit = 0; unit < situation_.units(); ++unit) {
    if (situation_.clashing[unit].empty()) continue;
    auto const members = together(situation_, unit);
    for (int const year : std::set<int>(situation_.year.begin(), situation_.year.end())) {
      if (members.size() < 2 || !known.emplace(year, members).second) continue;
      auto const in_year = [&](int other) {
        return situation_.fixed[other] != Places::none && situation_.year[situation_.fixed[other]] == year;
      };
      int const row = program_.add(Row{.most = std::ranges::any_of(members, in_year) ? 0.0 : 1.0});
      for (auto const& place : places_) {
        if (situation_.year[place.cohort] == year && std::ranges::binary_search(members, place.unit))
          program_.columns[place.column].entries.emplace_back(row, 1);
      }
    }
  }
}

void RollOutProgram::aim_for_places() {
  for (auto const& place : places_) program_.columns[place.column].cost = -1;
}

void RollOutProgram::aim_for_wishes(Choice const& choice) {
  auto const placed = std::ranges::count_if(places_, [&](Place const& place) { return chosen(choice, place); });
  require(std::vector<double>(places_.size(), 1), static_cast<double>(placed));
  for (auto const& place : places_) program_.columns[place.column].cost = -worth(place.unit, place.cohort);
}

void RollOutProgram::aim_for_even_load(Choice const& choice) {
  std::vector<double> worths;
  for (auto const& place : places_) worths.push_back(worth(place.unit, place.cohort));
  require(worths, worth(choice));
  for (auto const& place : places_) program_.columns[place.column].cost = 0;
  for (int cohort = 0; cohort < situation_.cohorts(); ++cohort) {
    int const row = program_.add(Row{.least = 0, .most = 0});
    for (auto const& place : places_) {
      if (place.cohort == cohort)
        program_.columns[place.column].entries.emplace_back(row, situation_.roll_out.units[place.unit].half_days);
    }
    add_pieces(cohort, row);
  }
}

/// The square of a whole number of half-days as a sum of pieces, each dearer than the one before.
void RollOutProgram::add_pieces(int cohort, int row) {
  int const before = fixed_[cohort].half_days;
  int const after = std::max(before, situation_.roll_out.cohorts[cohort].half_days);
  int possible = before;
  for (auto const& place : places_)
    possible += place.cohort == cohort ? situation_.roll_out.units[place.unit].half_days : 0;
  for (int half_days = before; half_days < std::min(after, possible); ++half_days) {
    double const cost = (squared(half_days + 1) - squared(half_days)) / half_days_of(situation_, cohort);
    pieces_.push_back({cohort, half_days, program_.add(Column{.cost = cost, .whole = false, .entries = {{row, -1}}})});
  }
}

void RollOutProgram::require(std::vector<double> const& coefficients, double least) {
  int const row = program_.add(Row{.least = least});
  for (std::size_t at = 0; at < places_.size(); ++at)
    program_.columns[places_[at].column].entries.emplace_back(row, coefficients[at]);
}

std::vector<double> RollOutProgram::values_of(Choice const& choice) const {
  std::vector<double> values(program_.columns.size(), 0);
  for (auto const& place : places_) values[place.column] = chosen(choice, place) ? 1 : 0;
  auto const taken = loads(situation_, choice);
  for (auto const& piece : pieces_) values[piece.column] = piece.half_days < taken[piece.cohort].half_days ? 1 : 0;
  return values;
}

Choice RollOutProgram::choice_of(std::vector<double> const& values) const {
  Choice choice = situation_.fixed;
  for (auto const& place : places_) {
    if (values[place.column] > 0.5) choice[place.unit] = place.cohort;
  }
  return choice;
}

double RollOutProgram::worth(int unit, int cohort) const {
  if (situation_.suits(unit, cohort)) return situation_.units() + 1;
  return situation_.outside(unit, cohort) ? -1 : 0;
}

double RollOutProgram::worth(Choice const& choice) const {
  double sum = 0;
  for (auto const& place : places_) sum += chosen(choice, place) ? worth(place.unit, place.cohort) : 0;
  return sum;
}

}  // namespace lenig::schedule
