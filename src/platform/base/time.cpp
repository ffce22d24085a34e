#include "platform/base/time.hpp"

#include <charconv>
#include <cstdio>
#include <ctime>

namespace lenig::base {

namespace {

using namespace std::chrono;

std::optional<int> digits(std::string_view text, std::size_t from, std::size_t count) {
  int value = 0;
  if (from + count > text.size()) return std::nullopt;
  for (std::size_t i = from; i < from + count; ++i) {
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

std::optional<int> minute_of(std::string_view clock) {
  auto const hour = digits(clock, 0, 2);
  auto const minute = digits(clock, 3, 2);
  if (!hour || !minute || clock[2] != ':' || *hour > 23 || *minute > 59) return std::nullopt;
  return *hour * 60 + *minute;
}

// Summer time in the European Union: Directive 2000/84/EC, from 01:00 UTC on the last Sunday of March to 01:00 UTC on
// the last Sunday of October; in force in the same form since 1996.
bool is_summer_time(sys_time<milliseconds> at) {
  auto const of_year = year_month_day{floor<days>(at)}.year();
  auto const begins = sys_days{of_year / March / Sunday[last]} + hours{1};
  auto const ends = sys_days{of_year / October / Sunday[last]} + hours{1};
  return at >= begins && at < ends;
}

}  // namespace

std::optional<Date> Date::parse(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  auto const y = digits(text, 0, 4);
  auto const m = digits(text, 5, 2);
  auto const d = digits(text, 8, 2);
  if (!y || !m || !d) return std::nullopt;
  year_month_day const day{year{*y}, month{static_cast<unsigned>(*m)}, std::chrono::day{static_cast<unsigned>(*d)}};
  if (!day.ok()) return std::nullopt;
  return Date(day);
}

std::string Date::text() const {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02u", static_cast<int>(day_.year()),
                static_cast<unsigned>(day_.month()), static_cast<unsigned>(day_.day()));
  return buffer;
}

Date Date::plus_days(int count) const { return Date(year_month_day{days() + std::chrono::days{count}}); }

Date Date::plus_months(int count) const {
  auto const moved = day_ + months{count};
  return Date(moved.ok() ? moved : year_month_day{moved.year() / moved.month() / last});
}

int days_between(Date from, Date to) { return static_cast<int>((to.days() - from.days()).count()); }

Instant Instant::now() { return Instant(floor<milliseconds>(system_clock::now())); }

std::optional<Instant> Instant::parse(std::string_view text) {
  if (text.size() != 24 || text[10] != 'T' || text[16] != ':' || text[19] != '.' || text[23] != 'Z')
    return std::nullopt;
  auto const date = Date::parse(text.substr(0, 10));
  auto const minute = minute_of(text.substr(11, 5));
  auto const second = digits(text, 17, 2);
  auto const fraction = digits(text, 20, 3);
  if (!date || !minute || !second || !fraction || *second > 59) return std::nullopt;
  return Instant(date->days() + minutes{*minute} + seconds{*second} + milliseconds{*fraction});
}

std::string Instant::text() const {
  auto const day = floor<days>(at_);
  auto const rest = (at_ - day).count();
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "T%02d:%02d:%02d.%03dZ", static_cast<int>(rest / 3'600'000),
                static_cast<int>(rest / 60'000 % 60), static_cast<int>(rest / 1000 % 60),
                static_cast<int>(rest % 1000));
  return Date(year_month_day{day}).text() + buffer;
}

std::optional<LocalTime> LocalTime::parse(std::string_view text) {
  if (text.size() != 16 || (text[10] != 'T' && text[10] != ' ')) return std::nullopt;
  auto const date = Date::parse(text.substr(0, 10));
  auto const minute = minute_of(text.substr(11, 5));
  if (!date || !minute) return std::nullopt;
  return LocalTime{*date, *minute};
}

std::string LocalTime::text() const { return date.text() + "T" + clock(); }

std::string LocalTime::clock() const {
  char buffer[16];
  std::snprintf(buffer, sizeof buffer, "%02d:%02d", minute_of_day / 60, minute_of_day % 60);
  return buffer;
}

LocalTime local_time(Instant at) {
  auto const shifted = at.time() + hours{is_summer_time(at.time()) ? 2 : 1};
  auto const day = floor<days>(shifted);
  return {Date(year_month_day{day}), static_cast<int>(duration_cast<minutes>(shifted - day).count())};
}

std::string text_with_offset(LocalTime time) {
  auto const as_utc = sys_time<milliseconds>(time.date.days()) + minutes{time.minute_of_day};
  bool const summer = local_time(Instant(as_utc - hours{2})) == time;
  return time.text() + (summer ? ":00+02:00" : ":00+01:00");
}

Calendar::Calendar(Date first_day) : shift_in_days_(days_between(local_time(Instant::now()).date, first_day)) {}

Date Calendar::today() const { return local_time(Instant::now()).date.plus_days(shift_in_days_); }

}  // namespace lenig::base
