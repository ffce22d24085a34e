#include "platform/calendar/zone.hpp"

#include <stdexcept>

namespace lenig::calendar {

namespace {

using namespace std::chrono_literals;

// The winter that began in 1995 is there so that January of 1996 has its offset: some readers take a time before the
// first rule as one in UTC.
constexpr char const* rules_since_1996 =
    "BEGIN:VTIMEZONE\r\n"
    "TZID:Europe/Amsterdam\r\n"
    "BEGIN:DAYLIGHT\r\n"
    "TZNAME:CEST\r\n"
    "TZOFFSETFROM:+0100\r\n"
    "TZOFFSETTO:+0200\r\n"
    "DTSTART:19960331T020000\r\n"
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n"
    "END:DAYLIGHT\r\n"
    "BEGIN:STANDARD\r\n"
    "TZNAME:CET\r\n"
    "TZOFFSETFROM:+0200\r\n"
    "TZOFFSETTO:+0100\r\n"
    "DTSTART:19951029T030000\r\n"
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n"
    "END:STANDARD\r\n"
    "END:VTIMEZONE\r\n";

base::Instant with_offset(base::LocalTime time, std::chrono::hours offset) {
  return base::Instant(std::chrono::sys_time<std::chrono::milliseconds>(time.date.days()) +
                       std::chrono::minutes{time.minute_of_day} - offset);
}

bool is_in_summer(base::LocalTime time) { return base::local_time(with_offset(time, 2h)) == time; }
bool is_in_winter(base::LocalTime time) { return base::local_time(with_offset(time, 1h)) == time; }

}  // namespace

Component zone() {
  Component made(icalparser_parse_string(rules_since_1996));
  if (!made) throw std::runtime_error("libical does not read the zone of the Netherlands");
  return made;
}

base::Instant moment_of(base::LocalTime time) { return with_offset(time, is_in_summer(time) ? 2h : 1h); }

bool is_shown_once(base::LocalTime time) { return is_in_summer(time) != is_in_winter(time); }

}  // namespace lenig::calendar
