#include "engine/schedule/timetable.hpp"

#include <algorithm>
#include <cstdlib>
#include <set>

namespace lenig::schedule {

namespace {

struct Slot {
  base::LocalTime start;
  bool regular = false;
};

bool is_school_day(MeetingUnit const& unit, base::Date date) {
  std::chrono::weekday const day(date.days());
  return day != std::chrono::Saturday && day != std::chrono::Sunday && !in_holidays(unit, date);
}

/// The school days on which the unit can have meetings, in days since 1970.
std::vector<int> school_days(MeetingYear const& year, MeetingUnit const& unit) {
  std::vector<int> days;
  for (auto date = unit.after ? std::max(year.first, unit.after->plus_days(1)) : year.first; date <= year.last;
       date = date.plus_days(1)) {
    if (is_school_day(unit, date)) days.push_back(day_of(date));
  }
  return days;
}

void add_slots(std::vector<Slot>& slots, std::vector<WeeklySlot> const& weekly, base::Date date, bool regular) {
  for (auto const& slot : weekly) {
    bool const known = std::ranges::any_of(slots, [&](Slot const& one) {
      return one.start.date == date && one.start.minute_of_day == slot.minute_of_day;
    });
    if (slot.day == std::chrono::weekday(date.days()) && !known)
      slots.push_back({{.date = date, .minute_of_day = slot.minute_of_day}, regular});
  }
}

/// Of a unit in the year, outside its holidays, in order of time; what is a regular slot as well counts as one.
std::vector<Slot> slots_of(MeetingYear const& year, MeetingUnit const& unit) {
  std::vector<Slot> slots;
  for (auto date = year.first; date <= year.last; date = date.plus_days(1)) {
    if (in_holidays(unit, date)) continue;
    std::vector<Slot> of_day;
    add_slots(of_day, unit.regular, date, true);
    add_slots(of_day, unit.other, date, false);
    std::ranges::sort(of_day, {}, [](Slot const& slot) { return slot.start.minute_of_day; });
    slots.insert(slots.end(), of_day.begin(), of_day.end());
  }
  return slots;
}

std::vector<Pair> pairs_of(std::vector<Trainer> const& trainers, Step const& step, Span const& span) {
  std::vector<int> leading;
  std::vector<int> growing;
  for (int at = 0; at < static_cast<int>(trainers.size()); ++at) {
    if (meets_any(trainers[at].busy, span)) continue;
    if (may_lead(trainers[at], step.id)) leading.push_back(at);
    if (may_grow(trainers[at], step.id)) growing.push_back(at);
  }
  if (!step.accompanied) growing = {Places::none};
  std::vector<Pair> pairs;
  for (int const leads : leading) {
    for (int const grows : growing) pairs.push_back({leads, grows});
  }
  return pairs;
}

/// School days between a day and where an even spread has step `at` of `steps`: in the middle of its share of them.
int spacing_of(std::vector<int> const& school_days, int day, int at, int steps) {
  auto const position = std::ranges::lower_bound(school_days, day) - school_days.begin();
  auto const even = (2 * at + 1) * static_cast<long>(school_days.size()) / (2 * steps);
  return static_cast<int>(std::abs(position - even));
}

}  // namespace

std::vector<WeeklySlot> working_days(int minute_of_day) {
  std::vector<WeeklySlot> slots;
  for (auto const day :
       {std::chrono::Monday, std::chrono::Tuesday, std::chrono::Wednesday, std::chrono::Thursday, std::chrono::Friday})
    slots.push_back({.day = day, .minute_of_day = minute_of_day});
  return slots;
}

Timetable::Timetable(MeetingYear const& source) : year(source) {
  Places const once_each("unit", ids_of(source.units));
  Places const trainers_once_each("trainer", ids_of(source.trainers));
  std::set<int> starts;
  for (auto const& unit : source.units) {
    Places const steps_once_each("step", ids_of(unit.steps));
    auto const days = school_days(source, unit);
    auto const slots = slots_of(source, unit);
    all_steps += static_cast<int>(unit.steps.size());
    auto& of_unit = possible.emplace_back(unit.steps.size());
    for (std::size_t at = 0; at < unit.steps.size(); ++at) {
      for (auto const& slot : slots) {
        int const from = minute_of(slot.start);
        Span const span{from, from + unit.steps[at].minutes};
        if (meets_any(unit.busy, span)) continue;
        int const day = day_of(slot.start.date);
        of_unit[at].push_back(
            {.day = day,
             .span = span,
             .regular = slot.regular,
             .spacing = spacing_of(days, day, static_cast<int>(at), static_cast<int>(unit.steps.size())),
             .pairs = pairs_of(source.trainers, unit.steps[at], span)});
        starts.insert(from);
      }
    }
  }
  points.assign(starts.begin(), starts.end());
  auto const point_at = [&](int minute) {
    return static_cast<int>(std::ranges::lower_bound(points, minute) - points.begin());
  };
  for (auto& of_unit : possible) {
    for (auto& of_step : of_unit) {
      for (auto& one : of_step) {
        one.first_point = point_at(one.span.from);
        one.end_point = point_at(one.span.until + source.minutes_between);
      }
    }
  }
}

}  // namespace lenig::schedule
