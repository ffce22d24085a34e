#include "engine/schedule/meetings.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/schedule/meeting_program.hpp"

namespace lenig::schedule {

namespace {

constexpr double tolerance = 1e-6;
constexpr int tries_by_unit = 10;

/// The points of time that the other units hold.
PointPrices taken_by_others(Timetable const& timetable, Ways const& ways, int unit) {
  PointPrices taken(timetable);
  for (int other = 0; other < timetable.units(); ++other) {
    if (other != unit) taken.add(timetable, other, ways[other], 1);
  }
  taken.count_up();
  return taken;
}

bool is_free(PointPrices const& taken, Possibility const& one, Pair pair) {
  return taken.of(pair.leads, one) == 0 && (pair.grows == Places::none || taken.of(pair.grows, one) == 0);
}

/// The best way of one unit around those of the others. What its trainers lead more counts from what they lead there.
Way best_around(Timetable const& timetable, Ways ways, int unit) {
  ways[unit].clear();
  auto const taken = taken_by_others(timetable, ways, unit);
  auto const meetings = led(timetable, ways);
  // One of a kind outweighs all there can be of the next: leads, school days, score.
  double const all = timetable.all_steps;
  double const school_day = all * all + 1;
  double const score = school_day * (366 * all + 1);
  return cheapest_way(timetable, unit,
                      [&](Possibility const& one, Pair pair) {
                        if (!is_free(taken, one, pair)) return std::numeric_limits<double>::infinity();
                        return 2.0 * meetings[pair.leads] + 1 + school_day * one.spacing -
                               score * score_of(timetable, one);
                      })
      .way;
}

/// Unit after unit finds its best way around the others, as long as anything gets better.
Ways settled(Timetable const& timetable, Ways ways, Deadline until) {
  auto merit = merit_of(timetable, ways);
  for (bool better = true; better && std::chrono::steady_clock::now() < until;) {
    better = false;
    for (int unit = 0; unit < timetable.units(); ++unit) {
      auto changed = ways;
      changed[unit] = best_around(timetable, ways, unit);
      auto const changed_merit = merit_of(timetable, changed);
      if (!changed_merit.better_than(merit)) continue;
      ways = std::move(changed);
      merit = changed_merit;
      better = true;
    }
  }
  return ways;
}

/// Some units give up their ways and look again, one after the other; kept when it is better. Which ones goes by turns,
/// so that the same search comes every time.
Ways shaken(Timetable const& timetable, Ways ways, int turn) {
  int const units = timetable.units();
  int const first = turn % units;
  int const apart = 1 + turn / units % std::max(1, units - 1);
  std::vector<int> const given_up{first, (first + apart) % units, (first + 2 * apart) % units};
  for (int const unit : given_up) ways[unit].clear();
  for (auto unit = given_up.rbegin(); unit != given_up.rend(); ++unit)
    ways[*unit] = best_around(timetable, ways, *unit);
  return ways;
}

/// A search for ways, level by level.
class Search {
 public:
  Search(Timetable const& timetable, Deadline until);

  void reach(Level level, Deadline until);

  Ways const& ways() const { return ways_; }
  double bound(Level level) const { return bounds_[static_cast<int>(level)]; }
  Stopped stopped() const { return stopped_; }

 private:
  bool proven(MeetingProgram const& program, double bound) const {
    return program.cost(merit_of(timetable_, ways_)) <= bound;
  }
  double generate_ways(MeetingProgram& program, Deadline until) const;
  void shake(MeetingProgram& program, double bound, Deadline until);

  Timetable const& timetable_;
  Ways ways_;
  std::vector<Ways> seen_;  // what was best once: ways to choose from
  double bounds_[3] = {};
  Stopped stopped_ = Stopped::proof;
};

Search::Search(Timetable const& timetable, Deadline until)
    : timetable_(timetable), ways_(settled(timetable, Ways(timetable.units()), until)), seen_{ways_} {}

void Search::reach(Level level, Deadline until) {
  MeetingProgram program(timetable_, level, merit_of(timetable_, ways_));
  for (auto const& ways : seen_) {
    for (int unit = 0; unit < timetable_.units(); ++unit) program.add(unit, ways[unit]);
  }
  double const bound = generate_ways(program, until);
  bounds_[static_cast<int>(level)] = bound;
  if (!proven(program, bound)) shake(program, bound, until);
  if (proven(program, bound)) return;
  if (stopped_ != Stopped::time) stopped_ = std::chrono::steady_clock::now() > until ? Stopped::time : Stopped::work;
}

/// Adds ways until none is missing, or the bound meets what is reached already. The bound is that of Lagrange: however
/// points are priced, no plan costs less than the relaxation and all by which one way more for each unit could lower
/// it.
double Search::generate_ways(MeetingProgram& program, Deadline until) const {
  double bound = program.cost({.score = timetable_.all_steps * (timetable_.all_steps + 2.0)});
  for (bool missing = true; missing && !proven(program, std::ceil(bound - tolerance));) {
    if (std::chrono::steady_clock::now() > until) break;
    double const relaxed = program.relax();
    double least = relaxed;
    missing = false;
    for (int unit = 0; unit < timetable_.units(); ++unit) {
      auto const way = program.missing_way(unit);
      if (way.cost > -tolerance) continue;
      least += way.cost;
      program.add(unit, way.way);
      missing = true;
    }
    bound = std::max(bound, least);
    if (std::ceil(bound - tolerance) >= std::ceil(relaxed - tolerance)) break;
  }
  return std::ceil(bound - tolerance);
}

void Search::shake(MeetingProgram& program, double bound, Deadline until) {
  ways_ = settled(timetable_, program.best_ways(ways_, until), until);
  int const turns = tries_by_unit * timetable_.units();
  for (int turn = 0; turn < turns && !proven(program, bound) && std::chrono::steady_clock::now() < until; ++turn) {
    auto changed = settled(timetable_, shaken(timetable_, ways_, turn), until);
    if (merit_of(timetable_, changed).better_than(merit_of(timetable_, ways_))) ways_ = std::move(changed);
  }
  seen_.push_back(ways_);
}

// --- telling

base::Date date_of(int day) { return base::Date(std::chrono::sys_days(std::chrono::days(day))); }

Meeting meeting_of(Timetable const& timetable, int unit, int step, Visit const& visit) {
  auto const& of_unit = timetable.year.units[unit];
  auto const& one = timetable.possible[unit][step][visit.possibility];
  auto const& trainers = timetable.year.trainers;
  Meeting meeting{.unit = of_unit.id,
                  .step = of_unit.steps[step].id,
                  .start = {.date = date_of(one.day), .minute_of_day = one.span.from - one.day * 24 * 60},
                  .minutes = of_unit.steps[step].minutes,
                  .regular = one.regular,
                  .leads = trainers[visit.pair.leads].id};
  if (visit.pair.grows != Places::none) meeting.grows = trainers[visit.pair.grows].id;
  return meeting;
}

/// Whether the step can follow the steps before it there.
bool in_reach(Timetable const& timetable, int unit, Way const& way, Possibility const& one) {
  auto const& of_unit = timetable.year.units[unit];
  auto const& step = of_unit.steps[way.size()];
  if (way.empty() && !of_unit.after) return true;
  auto const* before = way.empty() ? nullptr : &timetable.possible[unit][way.size() - 1][way.back().possibility];
  int const days = one.day - (before == nullptr ? day_of(*of_unit.after) : before->day);
  bool const in_order = before == nullptr || before->span.until <= one.span.from;
  return in_order && step.least_days <= days && days <= step.most_days;
}

/// Why the first step behind a way has no place.
Hindrance hindrance(Timetable const& timetable, Ways const& ways, int unit) {
  auto const& step = timetable.year.units[unit].steps[ways[unit].size()];
  auto const& trainers = timetable.year.trainers;
  auto const leads = [&](Trainer const& trainer) { return may_lead(trainer, step.id); };
  auto const grows = [&](Trainer const& trainer) { return may_grow(trainer, step.id); };
  if (std::ranges::none_of(trainers, leads)) return Hindrance::nobody_leads;
  if (step.accompanied && std::ranges::none_of(trainers, grows)) return Hindrance::nobody_grows;
  auto const taken = taken_by_others(timetable, ways, unit);
  auto why = Hindrance::no_slot;
  for (auto const& one : timetable.possible[unit][ways[unit].size()]) {
    if (!in_reach(timetable, unit, ways[unit], one)) continue;
    why = Hindrance::trainers_away;
    auto const free = [&](Pair pair) { return is_free(taken, one, pair); };
    if (std::ranges::any_of(one.pairs, free)) return Hindrance::time;
  }
  return why;
}

void tell_unit(MeetingPlan& plan, Timetable const& timetable, Ways const& ways, int unit) {
  auto const& of_unit = timetable.year.units[unit];
  auto const held = static_cast<int>(ways[unit].size());
  for (int step = 0; step < held; ++step) plan.meetings.push_back(meeting_of(timetable, unit, step, ways[unit][step]));
  for (int step = held; step < timetable.steps(unit); ++step) {
    auto const why = step == held ? hindrance(timetable, ways, unit) : Hindrance::step_before;
    plan.unplaced.push_back({of_unit.id, of_unit.steps[step].id, why});
  }
}

/// A score as its two aims: as many meetings as there can be, and of those in regular slots.
void tell_score(MeetingPlan& plan, Timetable const& timetable, double score, double bound) {
  double const one = timetable.all_steps + 1;
  plan.placed = {.value = std::floor(score / one), .bound = std::floor(bound / one)};
  bool const most_placed = plan.placed.bound <= plan.placed.value;
  plan.regular = {.value = score - one * plan.placed.value,
                  .bound = most_placed ? bound - one * plan.placed.bound : plan.placed.value};
}

}  // namespace

MeetingPlan plan_meetings(MeetingYear const& year, std::chrono::milliseconds limit) {
  Timetable const timetable(year);
  auto const begin = std::chrono::steady_clock::now();
  Search search(timetable, begin + limit / 10);
  search.reach(Level::score, begin + limit / 3);
  search.reach(Level::spacing, begin + limit * 2 / 3);
  search.reach(Level::spread, begin + limit);

  MeetingPlan plan;
  auto const merit = merit_of(timetable, search.ways());
  tell_score(plan, timetable, merit.score, -search.bound(Level::score));
  plan.spacing = {.value = merit.spacing, .bound = search.bound(Level::spacing)};
  plan.spread = {.value = merit.spread, .bound = search.bound(Level::spread)};
  plan.stopped = search.stopped();
  for (int unit = 0; unit < timetable.units(); ++unit) tell_unit(plan, timetable, search.ways(), unit);
  return plan;
}

double MeetingPlan::gap() const { return std::max({placed.gap(), regular.gap(), spacing.gap(), spread.gap()}); }

}  // namespace lenig::schedule
