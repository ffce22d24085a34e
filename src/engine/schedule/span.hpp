#pragma once

#include "engine/schedule/meetings.hpp"

namespace lenig::schedule {

/// Days and minutes since 1970 on the clocks of the Netherlands; a school year keeps clear of the hour that comes
/// twice.
int day_of(base::Date date);
int minute_of(base::LocalTime const& time);

/// Minutes from one, until before the other.
struct Span {
  int from = 0;
  int until = 0;

  bool meets(Span const& other) const { return from < other.until && other.from < until; }
};

Span span_of(Busy const& busy);
Span span_of(Meeting const& meeting);

bool meets_any(std::vector<Busy> const& busy, Span const& span);
bool in_holidays(MeetingUnit const& unit, base::Date date);

/// What a trainer may do in a step.
std::optional<Part> part_in(Trainer const& trainer, Id const& step);
bool may_lead(Trainer const& trainer, Id const& step);
bool may_grow(Trainer const& trainer, Id const& step);

}  // namespace lenig::schedule
