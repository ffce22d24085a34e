#pragma once

#include <string_view>

#include "platform/base/time.hpp"
#include "platform/calendar/component.hpp"

namespace lenig::calendar {

/// The name by which a time names its zone, and the zone itself.
inline constexpr std::string_view zone_name = "Europe/Amsterdam";

/// The zone with its rules since 1996 (Directive 2000/84/EC; the same since then): libical's own has a name of its
/// making and rules since 1835.
Component zone();

/// A time on the clocks of the Netherlands as a moment: the first one in the hour that the clocks show twice, an hour
/// later in the hour that they skip.
base::Instant moment_of(base::LocalTime time);

/// Whether the clocks show this time exactly once. Readers differ about the others.
bool is_shown_once(base::LocalTime time);

}  // namespace lenig::calendar
