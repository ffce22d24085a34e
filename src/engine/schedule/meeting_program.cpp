#include "engine/schedule/meeting_program.hpp"

#include <algorithm>
#include <tuple>

namespace lenig::schedule {

bool Merit::better_than(Merit const& other) const {
  return std::tuple(-score, spacing, spread) < std::tuple(-other.score, other.spacing, other.spread);
}

double score_of(Timetable const& timetable, Possibility const& one) {
  return timetable.all_steps + 1 + (one.regular ? 1 : 0);
}

Merit merit_of(Timetable const& timetable, int unit, Way const& way) {
  Merit merit;
  for (std::size_t step = 0; step < way.size(); ++step) {
    auto const& one = timetable.possible[unit][step][way[step].possibility];
    merit.score += score_of(timetable, one);
    merit.spacing += one.spacing;
  }
  return merit;
}

Merit merit_of(Timetable const& timetable, Ways const& ways) {
  Merit sum;
  for (int unit = 0; unit < timetable.units(); ++unit) {
    auto const merit = merit_of(timetable, unit, ways[unit]);
    sum.score += merit.score;
    sum.spacing += merit.spacing;
  }
  for (double const meetings : led(timetable, ways)) sum.spread += meetings * meetings;
  return sum;
}

std::vector<int> led(Timetable const& timetable, Ways const& ways) {
  std::vector<int> meetings(timetable.trainers(), 0);
  for (auto const& way : ways) {
    for (auto const& visit : way) ++meetings[visit.pair.leads];
  }
  return meetings;
}

MeetingProgram::MeetingProgram(Timetable const& timetable, Level level, Merit const& reached)
    : timetable_(timetable), level_(level), point_prices_(timetable) {
  add_units();
  add_reached(reached);
  if (level == Level::spread) add_pieces();
  for (int unit = 0; unit < timetable.units(); ++unit) add(unit, Way());
}

void MeetingProgram::add_units() {
  for (int unit = 0; unit < timetable_.units(); ++unit) unit_rows_.push_back(add(Row{.least = 1, .most = 1}));
}

void MeetingProgram::add_reached(Merit const& reached) {
  if (level_ != Level::score) score_row_ = add(Row{.least = reached.score});
  if (level_ == Level::spread) spacing_row_ = add(Row{.most = reached.spacing});
}

/// The square of the meetings that a trainer leads, as a sum of pieces, each dearer than the one before.
void MeetingProgram::add_pieces() {
  for (int trainer = 0; trainer < timetable_.trainers(); ++trainer) {
    lead_rows_.push_back(add(Row{.least = 0, .most = 0}));
    auto& pieces = pieces_.emplace_back();
    for (int meetings = 0; meetings < timetable_.all_steps; ++meetings)
      pieces.push_back(add(Column{.cost = 2.0 * meetings + 1, .whole = false, .entries = {{lead_rows_.back(), -1}}}));
  }
}

int MeetingProgram::add(Row row) {
  program_.add(row);
  return relaxation_.add(row);
}

int MeetingProgram::add(Column const& column) {
  program_.add(column);
  return relaxation_.add(column);
}

void MeetingProgram::add(int unit, Way const& way) {
  bool const is_known =
      std::ranges::any_of(known_, [&](Known const& one) { return one.unit == unit && one.way == way; });
  if (is_known) return;
  auto const merit = merit_of(timetable_, unit, way);
  Column column{.cost = cost(merit), .entries = entries_of(unit, way)};
  int const at = program_.add(column);
  // The row of its unit says already that there is one at most; said twice, the prices would not tell all of it.
  column.most = unlimited;
  relaxation_.add(column);
  known_.push_back({unit, way, at});
}

double MeetingProgram::cost(Merit const& merit) const {
  switch (level_) {
    case Level::score: return -merit.score;
    case Level::spacing: return merit.spacing;
    case Level::spread: return merit.spread;
  }
  return 0;
}

std::vector<std::pair<int, double>> MeetingProgram::entries_of(int unit, Way const& way) {
  std::map<int, double> entries{{unit_rows_[unit], 1}};
  for (std::size_t step = 0; step < way.size(); ++step) {
    auto const& one = timetable_.possible[unit][step][way[step].possibility];
    auto const& pair = way[step].pair;
    for (int point = one.first_point; point < one.end_point; ++point) {
      entries[point_row(pair.leads, point)] += 1;
      if (pair.grows != Places::none) entries[point_row(pair.grows, point)] += 1;
    }
    if (score_row_ != Places::none) entries[score_row_] += score_of(timetable_, one);
    if (spacing_row_ != Places::none) entries[spacing_row_] += one.spacing;
    if (!lead_rows_.empty()) entries[lead_rows_[pair.leads]] += 1;
  }
  return {entries.begin(), entries.end()};
}

/// Rows that no way holds say nothing; so each is there from the first way on that does.
int MeetingProgram::point_row(int trainer, int point) {
  auto const known = point_rows_.find({trainer, point});
  if (known != point_rows_.end()) return known->second;
  return point_rows_[{trainer, point}] = add(Row{.most = 1});
}

double MeetingProgram::relax() {
  double const cost = relaxation_.solve();
  prices_ = relaxation_.prices();
  point_prices_ = PointPrices(timetable_);
  for (auto const& [place, row] : point_rows_) point_prices_.add(place.first, place.second, -prices_[row]);
  point_prices_.count_up();
  return cost;
}

PricedWay MeetingProgram::missing_way(int unit) const {
  double const score_price = score_row_ == Places::none ? 0 : prices_[score_row_];
  double const spacing_price = spacing_row_ == Places::none ? 0 : prices_[spacing_row_];
  auto const tariff = [&](Possibility const& one, Pair pair) {
    double const score = score_of(timetable_, one);
    double sum = point_prices_.of(pair.leads, one) - score_price * score - spacing_price * one.spacing;
    if (pair.grows != Places::none) sum += point_prices_.of(pair.grows, one);
    if (!lead_rows_.empty()) sum -= prices_[lead_rows_[pair.leads]];
    if (level_ == Level::score) sum -= score;
    if (level_ == Level::spacing) sum += one.spacing;
    return sum;
  };
  auto priced = cheapest_way(timetable_, unit, tariff);
  priced.cost -= prices_[unit_rows_[unit]];
  return priced;
}

Ways MeetingProgram::best_ways(Ways const& start, Deadline until) const {
  auto const solution = solve(program_, values_of(start), 1, until);
  Ways ways(timetable_.units());
  for (auto const& one : known_) {
    if (solution.values[one.column] > 0.5) ways[one.unit] = one.way;
  }
  return ways;
}

std::vector<double> MeetingProgram::values_of(Ways const& ways) const {
  std::vector<double> values(program_.columns.size(), 0);
  for (auto const& one : known_) values[one.column] = ways[one.unit] == one.way ? 1 : 0;
  auto const meetings = led(timetable_, ways);
  for (std::size_t trainer = 0; trainer < pieces_.size(); ++trainer) {
    for (int piece = 0; piece < meetings[trainer]; ++piece) values[pieces_[trainer][piece]] = 1;
  }
  return values;
}

}  // namespace lenig::schedule
