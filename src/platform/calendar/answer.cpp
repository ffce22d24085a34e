#include "platform/calendar/answer.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "platform/base/text.hpp"
#include "platform/calendar/component.hpp"

namespace lenig::calendar {

namespace {

using enum ReplyRefusal;

constexpr std::size_t largest = 64 * 1024;
constexpr std::size_t deepest = 4;
constexpr int most_components = 32;
constexpr std::size_t longest_uid = 255;
constexpr std::size_t longest_address = 254;  // RFC 5321, 4.5.3.1.3

/// RFC 5545, 3.1: no control characters but the tab and line ends.
bool is_text(std::string_view text) {
  auto const is_control = [](char c) {
    return (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\r' && c != '\n') || c == 0x7f;
  };
  return std::ranges::none_of(text, is_control) && base::cleaned(text).has_value();
}

std::string in_lower_case(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return lower;
}

/// Looks at the brackets of components before libical does: one calendar from the first line to the last, and what it
/// opens closed in turn.
std::optional<ReplyRefusal> refusal_of_frame(std::string_view text) {
  std::vector<std::string> open;
  int begun = 0;
  bool ended = false;
  for (auto const& line : base::split(text, '\n')) {
    auto const bare = in_lower_case(base::trimmed(line));
    if (bare.empty()) continue;
    if (ended) return not_a_calendar;
    if (bare.starts_with("begin:")) {
      if (open.empty() && bare != "begin:vcalendar") return not_a_calendar;
      open.push_back(bare.substr(6));
      if (open.size() > deepest || ++begun > most_components) return too_large;
    } else if (open.empty()) {
      return not_a_calendar;
    } else if (bare.starts_with("end:")) {
      if (bare.substr(4) != open.back()) return not_a_calendar;
      open.pop_back();
      ended = open.empty();
    }
  }
  return ended ? std::nullopt : std::optional(not_a_calendar);
}

/// The only property of its kind; nothing when there is none or more.
icalproperty* only(icalcomponent* component, icalproperty_kind kind) {
  if (icalcomponent_count_properties(component, kind) != 1) return nullptr;
  return icalcomponent_get_first_property(component, kind);
}

std::string text_in(char const* value) { return value == nullptr ? "" : value; }

std::optional<ReplyRefusal> refusal_of_calendar(icalcomponent* calendar) {
  auto* const version = only(calendar, ICAL_VERSION_PROPERTY);
  auto* const method = only(calendar, ICAL_METHOD_PROPERTY);
  if (version == nullptr || text_in(icalproperty_get_version(version)) != "2.0") return not_a_calendar;
  if (method == nullptr || icalproperty_get_method(method) != ICAL_METHOD_REPLY) return not_a_reply;
  if (icalcomponent_count_components(calendar, ICAL_VEVENT_COMPONENT) != 1) return not_one_event;
  return std::nullopt;
}

std::optional<std::string> uid_in(icalcomponent* event) {
  auto* const property = only(event, ICAL_UID_PROPERTY);
  auto uid = property == nullptr ? "" : text_in(icalproperty_get_uid(property));
  auto const is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20; };
  if (uid.empty() || uid.size() > longest_uid || std::ranges::any_of(uid, is_control)) return std::nullopt;
  return uid;
}

/// 0 when none stands there (RFC 5545, 3.8.7.4).
std::optional<int> sequence_in(icalcomponent* event) {
  if (icalcomponent_count_properties(event, ICAL_SEQUENCE_PROPERTY) == 0) return 0;
  auto* const property = only(event, ICAL_SEQUENCE_PROPERTY);
  int const sequence = property == nullptr ? -1 : icalproperty_get_sequence(property);
  return sequence < 0 ? std::nullopt : std::optional(sequence);
}

/// In UTC, as it must be (RFC 5545, 3.8.7.2).
std::optional<base::Instant> stamp_in(icalcomponent* event) {
  using namespace std::chrono;
  auto* const property = only(event, ICAL_DTSTAMP_PROPERTY);
  if (property == nullptr) return std::nullopt;
  auto const time = icalproperty_get_dtstamp(property);
  year_month_day const date{year{time.year}, month{static_cast<unsigned>(time.month)},
                            day{static_cast<unsigned>(time.day)}};
  bool const is_clock =
      time.hour >= 0 && time.hour < 24 && time.minute >= 0 && time.minute < 60 && time.second >= 0 && time.second <= 60;
  if (!icaltime_is_utc(time) || time.is_date != 0 || !date.ok() || time.year < 1 || time.year > 9999 || !is_clock)
    return std::nullopt;
  return base::Instant(sys_days{date} + hours{time.hour} + minutes{time.minute} + seconds{time.second});
}

std::optional<std::string> address_in(icalproperty* attendee) {
  auto const value = in_lower_case(text_in(icalproperty_get_attendee(attendee)));
  constexpr std::string_view scheme = "mailto:";
  if (!value.starts_with(scheme)) return std::nullopt;
  auto address = std::string(base::trimmed(std::string_view(value).substr(scheme.size())));
  auto const is_blank = [](char c) { return static_cast<unsigned char>(c) <= ' '; };
  bool const is_address = std::ranges::count(address, '@') == 1 && !address.starts_with('@') && !address.ends_with('@');
  if (!is_address || address.size() > longest_address || std::ranges::any_of(address, is_blank)) return std::nullopt;
  return address;
}

std::optional<Answer> answer_in(icalproperty* attendee) {
  auto* const parameter = icalproperty_get_first_parameter(attendee, ICAL_PARTSTAT_PARAMETER);
  if (parameter == nullptr || icalproperty_get_next_parameter(attendee, ICAL_PARTSTAT_PARAMETER) != nullptr)
    return std::nullopt;
  switch (icalparameter_get_partstat(parameter)) {
    case ICAL_PARTSTAT_ACCEPTED: return Answer::accepted;
    case ICAL_PARTSTAT_TENTATIVE: return Answer::tentative;
    case ICAL_PARTSTAT_DECLINED: return Answer::declined;
    default: return std::nullopt;
  }
}

Result<Reply, ReplyRefusal> reply_in(icalcomponent* event) {
  auto const uid = uid_in(event);
  auto const sequence = sequence_in(event);
  auto const stamp = stamp_in(event);
  // Of one of several times of a meeting: ours have one.
  bool const of_one = icalcomponent_count_properties(event, ICAL_RECURRENCEID_PROPERTY) == 0;
  if (!uid || !sequence || !stamp || !of_one) return std::unexpected(not_one_event);
  auto* const attendee = only(event, ICAL_ATTENDEE_PROPERTY);
  auto const address = attendee == nullptr ? std::nullopt : address_in(attendee);
  if (!address) return std::unexpected(not_one_attendee);
  auto const answer = answer_in(attendee);
  if (!answer) return std::unexpected(no_answer);
  return Reply{*uid, *sequence, *address, *answer, *stamp};
}

}  // namespace

Result<Reply, ReplyRefusal> read_answer(std::string_view text) {
  if (text.size() > largest) return std::unexpected(too_large);
  if (!is_text(text)) return std::unexpected(not_text);
  if (auto const why = refusal_of_frame(text)) return std::unexpected(*why);
  Component const calendar(icalparser_parse_string(std::string(text).c_str()));
  if (!calendar || icalcomponent_isa(calendar.get()) != ICAL_VCALENDAR_COMPONENT)
    return std::unexpected(not_a_calendar);
  if (auto const why = refusal_of_calendar(calendar.get())) return std::unexpected(*why);
  return reply_in(icalcomponent_get_first_component(calendar.get(), ICAL_VEVENT_COMPONENT));
}

}  // namespace lenig::calendar
