#include "programme/waits.hpp"

#include <algorithm>

#include "programme/cohort.hpp"

namespace lenig::programme {

namespace {

constexpr int days_to_intake = 21;
constexpr int days_to_decide = 28;
constexpr int days_to_approach = 42;
constexpr int days_to_record = 14;
constexpr int days_to_complete = 28;
constexpr int days_in_course = 300;

base::Date first_of(int year, std::chrono::month month) {
  return base::Date(std::chrono::year{year} / month / std::chrono::day{1});
}

Next made(WaitsFor what, WaitsOn whom, base::Date due, base::Date today, int step = 0) {
  return {.what = what, .whom = whom, .step = step, .due = due, .late = due < today};
}

std::optional<Next> next_of_committed(Way const& way, base::Date today) {
  if (!way.has_approach) {
    auto const due = std::max(way.since.plus_days(days_to_approach), first_of(way.school_year, std::chrono::September));
    return made(WaitsFor::approach, WaitsOn::leader, due, today);
  }
  auto const start = first_of(way.school_year, std::chrono::October);
  if (way.next_planned && *way.next_planned >= today) return std::nullopt;
  return made(WaitsFor::start, WaitsOn::leader, start, today, 1);
}

std::optional<Next> next_of_active(Way const& way, base::Date today) {
  if (way.past_unrecorded) {
    return made(WaitsFor::outcome_of_meeting, WaitsOn::office, way.past_unrecorded->plus_days(days_to_record), today,
                way.unrecorded_step);
  }
  if (way.done >= way.steps) {
    auto const last = due_of_step(way.school_year + (way.second_year ? 1 : 0), way.steps, way.steps);
    return made(WaitsFor::completion, WaitsOn::leader, last.plus_days(days_to_complete), today);
  }
  if (way.next_planned) return std::nullopt;
  return made(WaitsFor::day_of_step, WaitsOn::leader, due_of_step(way.school_year, way.steps, way.done + 1), today,
              way.done + 1);
}

}  // namespace

base::Date due_of_step(int school_year, int steps, int step) {
  return first_of(school_year, std::chrono::September).plus_days(days_in_course * step / std::max(steps, 1));
}

std::optional<Next> next_of(Way const& way, base::Date today) {
  switch (way.status) {
    case Status::invited: {
      auto const due = std::max(way.since.plus_days(days_to_intake), first_of(way.school_year, std::chrono::June));
      return made(WaitsFor::intake, WaitsOn::office, due, today);
    }
    case Status::intake: {
      auto const due = std::max(way.since.plus_days(days_to_decide), first_of(way.school_year, std::chrono::July));
      return made(WaitsFor::commitment, WaitsOn::leader, due, today);
    }
    case Status::committed: return next_of_committed(way, today);
    case Status::active: return next_of_active(way, today);
    case Status::paused:
      return made(WaitsFor::resumption, WaitsOn::leader,
                  first_of(school_year_of(way.since) + 1, std::chrono::September), today);
    case Status::completed:
    case Status::withdrawn: return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace lenig::programme
