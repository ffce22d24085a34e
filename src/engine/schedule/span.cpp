#include "engine/schedule/span.hpp"

#include <algorithm>

namespace lenig::schedule {

int day_of(base::Date date) { return static_cast<int>(date.days().time_since_epoch().count()); }

int minute_of(base::LocalTime const& time) { return day_of(time.date) * 24 * 60 + time.minute_of_day; }

Span span_of(Busy const& busy) { return {minute_of(busy.from), minute_of(busy.until)}; }

Span span_of(Meeting const& meeting) { return {minute_of(meeting.start), minute_of(meeting.start) + meeting.minutes}; }

bool meets_any(std::vector<Busy> const& busy, Span const& span) {
  return std::ranges::any_of(busy, [&](Busy const& one) { return span_of(one).meets(span); });
}

bool in_holidays(MeetingUnit const& unit, base::Date date) {
  return std::ranges::any_of(unit.holidays, [&](Holiday const& one) { return one.first <= date && date <= one.last; });
}

std::optional<Part> part_in(Trainer const& trainer, Id const& step) {
  auto const found = trainer.may.find(step);
  return found == trainer.may.end() ? std::nullopt : std::optional(found->second);
}

bool may_lead(Trainer const& trainer, Id const& step) { return part_in(trainer, step) == Part::leads; }

bool may_grow(Trainer const& trainer, Id const& step) {
  auto const part = part_in(trainer, step);
  return part == Part::attends || part == Part::co_leads;
}

}  // namespace lenig::schedule
