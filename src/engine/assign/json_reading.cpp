#include "engine/assign/json_reading.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>

namespace lenig::assign {

std::optional<Reading::Value> Reading::parse(std::string_view text) {
  boost::json::parse_options options;
  options.max_depth = 1000;  // proofs are deep
  boost::json::stream_parser parser({}, options);
  boost::system::error_code error;
  auto const read = parser.write_some(text.data(), text.size(), error);
  auto const rest = text.substr(read).find_first_not_of(" \t\r\n");
  if (!error && parser.done() && rest == std::string_view::npos) return parser.release();
  auto const end = !error && parser.done() ? read + rest : read;
  auto const before = text.substr(0, end);
  auto const line = std::ranges::count(before, '\n') + 1;
  auto const column = end - (before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1) + 1;
  fault("line " + std::to_string(line) + ", column " + std::to_string(column),
        "hier is het geen JSON meer / this is no JSON from here on" + (error ? ": " + error.message() : ""));
  return std::nullopt;
}

Reading::Object const* Reading::object(Value const& value, std::string const& where) {
  if (!value.is_object()) fault(where, "is geen object / is no object");
  return value.if_object();
}

void Reading::only(Object const& object, std::string const& where, std::initializer_list<std::string_view> names) {
  for (auto const& member : object) {
    if (std::ranges::find(names, std::string_view(member.key())) == names.end())
      fault(where + "/" + std::string(member.key()),
            "kennen we niet; verbeter de naam of haal het weg / is not known; mend its name or take it out");
  }
}

Reading::Value const* Reading::member(Object const& object, std::string const& where, std::string_view name) {
  auto const* const found = object.if_contains(name);
  if (found == nullptr) fault(where + "/" + std::string(name), "ontbreekt / is missing");
  return found;
}

std::string Reading::text(Object const& object, std::string const& where, std::string_view name) {
  auto const* const found = member(object, where, name);
  return found != nullptr ? string(*found, where + "/" + std::string(name)) : "";
}

std::string Reading::string(Value const& value, std::string const& where) {
  if (value.is_string()) return std::string(value.get_string());
  fault(where, "is geen tekst / is no text");
  return "";
}

int Reading::count(Object const& object, std::string const& where, std::string_view name) {
  auto const* const found = member(object, where, name);
  if (found == nullptr) return 0;
  boost::system::error_code error;
  auto const number = found->to_number<int>(error);
  if (!error && number >= 0) return number;
  fault(where + "/" + std::string(name), "is geen heel getal vanaf 0 / is no whole number from 0 on");
  return 0;
}

Amount Reading::amount(Value const& value, std::string const& where) {
  boost::system::error_code error;
  auto const number = value.to_number<double>(error);
  if (error) {
    fault(where, "is geen getal / is no number");
    return 0;
  }
  double const millionths = number * static_cast<double>(one);
  if (!(std::abs(number) <= 1e12)) {
    fault(where, "is te groot / is too large");
    return 0;
  }
  if (std::abs(millionths - std::round(millionths)) > 1e-4 + std::abs(millionths) * 1e-14)
    fault(where, "heeft meer dan zes decimalen / has more than six decimals");
  return std::llround(millionths);
}

/// YYYY-MM-DDTHH:MM, or with :SS.
std::int64_t Reading::time(Value const& value, std::string const& where) {
  auto const written = string(value, where);
  auto const part = [&](std::size_t from, std::size_t count) {
    int number = 0;
    for (auto const letter : std::string_view(written).substr(from, count)) {
      if (letter < '0' || letter > '9') return -1;
      number = number * 10 + (letter - '0');
    }
    return number;
  };
  bool const shaped = (written.size() == 16 || written.size() == 19) && written[4] == '-' && written[7] == '-' &&
                      written[10] == 'T' && written[13] == ':' && (written.size() == 16 || written[16] == ':');
  if (shaped) {
    std::chrono::year_month_day const day{std::chrono::year(part(0, 4)),
                                          std::chrono::month(static_cast<unsigned>(part(5, 2))),
                                          std::chrono::day(static_cast<unsigned>(part(8, 2)))};
    int const hours = part(11, 2);
    int const minutes = part(14, 2);
    int const seconds = written.size() == 19 ? part(17, 2) : 0;
    bool const numbers =
        part(0, 4) >= 0 && part(5, 2) >= 0 && part(8, 2) >= 0 && hours >= 0 && minutes >= 0 && seconds >= 0;
    if (numbers && day.ok() && hours < 24 && minutes < 60 && seconds < 60)
      return std::int64_t{std::chrono::sys_days(day).time_since_epoch().count()} * 86'400 + hours * 3'600 +
             minutes * 60 + seconds;
  }
  if (value.is_string()) fault(where, "is geen tijd JJJJ-MM-DDTUU:MM / is no time YYYY-MM-DDTHH:MM");
  return 0;
}

}  // namespace lenig::assign
