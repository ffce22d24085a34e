#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace lenig::base {

/// A day on the calendar of the Netherlands.
class Date {
 public:
  Date() = default;
  explicit Date(std::chrono::year_month_day day) : day_(day) {}

  /// From `YYYY-MM-DD`; nothing when it is not a day that exists.
  static std::optional<Date> parse(std::string_view text);

  std::string text() const;
  std::chrono::year_month_day calendar() const { return day_; }
  std::chrono::sys_days days() const { return day_; }
  Date plus_days(int count) const;
  Date plus_months(int count) const;  // the last day of a shorter month
  auto operator<=>(Date const&) const = default;

 private:
  std::chrono::year_month_day day_{std::chrono::year{1970}, std::chrono::month{1}, std::chrono::day{1}};
};

/// Days from `from` to `to`; negative when `to` is earlier.
int days_between(Date from, Date to);

/// A moment in UTC, to the millisecond.
class Instant {
 public:
  Instant() = default;
  explicit Instant(std::chrono::sys_time<std::chrono::milliseconds> at) : at_(at) {}

  static Instant now();
  /// From `YYYY-MM-DDTHH:MM:SS.mmmZ`.
  static std::optional<Instant> parse(std::string_view text);

  std::string text() const;
  std::chrono::sys_time<std::chrono::milliseconds> time() const { return at_; }
  Instant plus(std::chrono::milliseconds duration) const { return Instant(at_ + duration); }
  auto operator<=>(Instant const&) const = default;

 private:
  std::chrono::sys_time<std::chrono::milliseconds> at_{};
};

/// A day and a time on the clocks of the Netherlands, as people agree on a meeting: `YYYY-MM-DDTHH:MM`.
struct LocalTime {
  Date date;
  int minute_of_day = 0;

  static std::optional<LocalTime> parse(std::string_view text);
  std::string text() const;
  std::string clock() const;  // HH:MM
  auto operator<=>(LocalTime const&) const = default;
};

/// What the clocks of the Netherlands show at this moment.
LocalTime local_time(Instant at);

/// `YYYY-MM-DDTHH:MM:SS+02:00` (RFC 3339): in the hour that the clocks show twice, the first one.
std::string text_with_offset(LocalTime time);

/// The clock of the domain. A demo stands still at a day of its case: only dates of the domain move with it, never
/// sessions, secrets or the log.
class Calendar {
 public:
  Calendar() = default;
  explicit Calendar(Date first_day);

  Date today() const;

 private:
  int shift_in_days_ = 0;
};

}  // namespace lenig::base
