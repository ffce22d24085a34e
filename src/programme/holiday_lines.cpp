// Holidays in lines as people type or paste them.
#include <algorithm>
#include <charconv>

#include "platform/base/collected.hpp"
#include "platform/base/text.hpp"
#include "programme/holiday.hpp"

namespace lenig::programme {

namespace {

constexpr std::string_view months[] = {"januari", "februari", "maart",     "april",   "mei",      "juni",
                                       "juli",    "augustus", "september", "oktober", "november", "december"};
constexpr std::size_t least_letters = 3;  // of a shortened month

std::optional<int> number_from(std::string_view text) {
  int number = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  bool const whole = error == std::errc{} && end == text.data() + text.size();
  return whole ? std::optional(number) : std::nullopt;
}

std::optional<base::Date> date_of(int year, int month, int day) {
  if (year < 0 || month < 0 || day < 0) return std::nullopt;
  auto const calendar = std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(month)) /
                        std::chrono::day(static_cast<unsigned>(day));
  return calendar.ok() ? std::optional(base::Date(calendar)) : std::nullopt;
}

/// 2004-10-16, 16-10-2004, 16/10/2004
std::optional<base::Date> numeric_date(std::string word) {
  std::ranges::replace(word, '/', '-');
  std::vector<int> numbers;
  for (auto const& part : base::split(word, '-')) {
    auto const number = number_from(part);
    if (!number) return std::nullopt;
    numbers.push_back(*number);
  }
  if (numbers.size() != 3) return std::nullopt;
  if (numbers[0] > 31) return date_of(numbers[0], numbers[1], numbers[2]);
  return date_of(numbers[2], numbers[1], numbers[0]);
}

std::optional<int> month_from(std::string const& word) {
  auto const folded = base::folded(word);
  if (folded == "mrt") return 3;
  if (folded.size() < least_letters) return std::nullopt;
  auto const at = std::ranges::find_if(months, [&](auto month) { return month.starts_with(folded); });
  return at == std::end(months) ? std::nullopt : std::optional(static_cast<int>(at - std::begin(months)) + 1);
}

/// The words of a line, without what only stands between them.
std::vector<std::string> words_of(std::string line) {
  for (char& one : line) {
    if (one == ';' || one == '\t' || one == ',') one = ' ';
  }
  auto words = base::split(line, ' ');
  std::erase_if(words, [](auto const& word) { return word.empty(); });
  return words;
}

struct Line {
  std::vector<std::string> name;
  std::vector<base::Date> days;
};

Line line_from(std::vector<std::string> const& words) {
  Line line;
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (auto const date = numeric_date(words[at])) {
      line.days.push_back(*date);
      continue;
    }
    auto const month = at + 2 < words.size() ? month_from(words[at + 1]) : std::nullopt;
    auto const day = month ? number_from(words[at]) : std::nullopt;
    auto const year = day ? number_from(words[at + 2]) : std::nullopt;
    if (year) {
      if (auto const date = date_of(*year, *month, *day)) line.days.push_back(*date);
      at += 2;
    } else if (line.days.empty()) {
      line.name.push_back(words[at]);
    }
  }
  return line;
}

/// A school year's holidays lie between the first of August and the end of the summer after it.
bool is_in_year(base::Date day, int school_year) {
  return day >= date_of(school_year, 7, 1) && day <= date_of(school_year + 1, 9, 15);
}

std::string name_from(std::vector<std::string> words) {
  while (!words.empty() && (words.back() == "van" || words.back() == "op")) words.pop_back();
  auto name = base::joined(words, " ");
  while (name.ends_with(':')) name.pop_back();
  return name;
}

Result<Holiday, HolidayFault> holiday_from(Line const& line, int school_year, Region region) {
  if (line.days.empty()) return std::unexpected(HolidayFault::no_day);
  if (line.days.size() > 2) return std::unexpected(HolidayFault::too_many_days);
  Holiday const holiday{school_year, region, line.days.front(), line.days.back(), name_from(line.name)};
  if (holiday.name.empty()) return std::unexpected(HolidayFault::name_missing);
  if (holiday.last_day < holiday.first_day) return std::unexpected(HolidayFault::ends_before);
  if (!is_in_year(holiday.first_day, school_year) || !is_in_year(holiday.last_day, school_year))
    return std::unexpected(HolidayFault::outside_year);
  return holiday;
}

}  // namespace

Result<std::vector<Holiday>, HolidayFaultAt> holidays_in(std::string const& typed, int school_year, Region region) {
  std::vector<Holiday> holidays;
  int number = 0;
  for (auto const& text : base::split(typed, '\n')) {
    ++number;
    auto const words = words_of(std::string(base::trimmed(text)));
    if (words.empty()) continue;
    auto const holiday = holiday_from(line_from(words), school_year, region);
    if (!holiday) return std::unexpected(HolidayFaultAt{number, holiday.error()});
    holidays.push_back(*holiday);
  }
  return holidays;
}

std::string as_lines(std::vector<Holiday> const& holidays) {
  return base::joined(base::collected(holidays,
                                      [](Holiday const& one) {
                                        return one.name + "; " + one.first_day.text() + "; " + one.last_day.text();
                                      }),
                      "\n");
}

}  // namespace lenig::programme
