#include "platform/calendar/calendar.hpp"

#include <algorithm>
#include <stdexcept>

#include "platform/base/text.hpp"
#include "platform/calendar/component.hpp"
#include "platform/calendar/zone.hpp"

namespace lenig::calendar {

namespace {

constexpr char const* product = "-//Lenig//Lenig//NL";
constexpr std::string_view mail_scheme = "mailto:";

/// Without what a calendar can't hold.
std::string plain(std::string const& text) {
  auto clean = base::cleaned(text);
  if (!clean) throw std::invalid_argument("a text of an event is not UTF-8");
  std::ranges::replace(*clean, '\t', ' ');
  return *clean;
}

std::string in_one_line(std::string const& text) {
  auto line = plain(text);
  std::ranges::replace(line, '\n', ' ');
  return line;
}

/// As the value of a parameter, which holds no quotation mark (RFC 5545, 3.2), and no caret, which some take for the
/// beginning of one (RFC 6868).
std::string as_name(std::string const& text) {
  auto name = in_one_line(text);
  std::ranges::replace(name, '"', '\'');
  std::ranges::replace(name, '^', ' ');
  return name;
}

std::string as_address(std::string const& email) {
  auto const is_no_address = [](char c) { return static_cast<unsigned char>(c) <= ' ' || c == '"' || c == 0x7f; };
  if (std::ranges::any_of(email, is_no_address)) throw std::invalid_argument("an e-mail address holds a blank");
  return std::string(mail_scheme) + email;
}

void check(Event const& event) {
  if (plain(event.uid).empty() || plain(event.uid) != event.uid) throw std::invalid_argument("an event has no uid");
  if (event.end <= event.start) throw std::invalid_argument("an event ends before it begins");
  if (event.sequence < 0) throw std::invalid_argument("an event has a negative sequence");
}

icaltimetype as_icaltime(std::chrono::sys_days day, std::chrono::seconds of_day, bool utc) {
  std::chrono::year_month_day const date{day};
  auto time = icaltime_null_time();
  time.year = static_cast<int>(date.year());
  time.month = static_cast<int>(static_cast<unsigned>(date.month()));
  time.day = static_cast<int>(static_cast<unsigned>(date.day()));
  time.hour = static_cast<int>(of_day.count() / 3600);
  time.minute = static_cast<int>(of_day.count() / 60 % 60);
  time.second = static_cast<int>(of_day.count() % 60);
  if (utc) time.zone = icaltimezone_get_utc_timezone();
  return time;
}

icaltimetype in_utc(base::Instant at) {
  auto const day = std::chrono::floor<std::chrono::days>(at.time());
  return as_icaltime(day, std::chrono::floor<std::chrono::seconds>(at.time() - day), true);
}

/// A property of a time: in the zone by its name, or in UTC.
icalproperty* timed(icalproperty_kind kind, base::LocalTime time, bool utc) {
  auto* const property = icalproperty_new(kind);
  auto const value =
      utc ? in_utc(moment_of(time)) : as_icaltime(time.date.days(), std::chrono::minutes{time.minute_of_day}, false);
  icalproperty_set_value(property, icalvalue_new_datetime(value));
  if (!utc) icalproperty_add_parameter(property, icalparameter_new_tzid(std::string(zone_name).c_str()));
  return property;
}

void add_times(icalcomponent* to, Event const& event) {
  bool const utc = !is_shown_once(event.start) || !is_shown_once(event.end);
  icalcomponent_add_property(to, timed(ICAL_DTSTART_PROPERTY, event.start, utc));
  icalcomponent_add_property(to, timed(ICAL_DTEND_PROPERTY, event.end, utc));
}

icalproperty* extension(char const* name, std::string const& value) {
  auto* const property = icalproperty_new_x(value.c_str());
  icalproperty_set_x_name(property, name);
  return property;
}

void add_texts(icalcomponent* to, Event const& event) {
  icalcomponent_add_property(to, icalproperty_new_summary(in_one_line(event.summary).c_str()));
  if (!event.description.empty())
    icalcomponent_add_property(to, icalproperty_new_description(plain(event.description).c_str()));
  if (!event.place.empty()) icalcomponent_add_property(to, icalproperty_new_location(in_one_line(event.place).c_str()));
  if (!event.url.empty()) icalcomponent_add_property(to, icalproperty_new_url(in_one_line(event.url).c_str()));
}

void add_organiser(icalcomponent* to, Organiser const& organiser) {
  auto* const property = icalproperty_new_organizer(as_address(organiser.email).c_str());
  if (!organiser.name.empty())
    icalproperty_add_parameter(property, icalparameter_new_cn(as_name(organiser.name).c_str()));
  icalcomponent_add_property(to, property);
}

icalparameter_partstat as_partstat(Answer answer) {
  switch (answer) {
    case Answer::waiting: return ICAL_PARTSTAT_NEEDSACTION;
    case Answer::accepted: return ICAL_PARTSTAT_ACCEPTED;
    case Answer::tentative: return ICAL_PARTSTAT_TENTATIVE;
    case Answer::declined: return ICAL_PARTSTAT_DECLINED;
  }
  return ICAL_PARTSTAT_NEEDSACTION;
}

void add_attendee(icalcomponent* to, Attendee const& attendee, icalproperty_method method) {
  auto* const property = icalproperty_new_attendee(as_address(attendee.email).c_str());
  icalproperty_add_parameter(property, icalparameter_new_cutype(ICAL_CUTYPE_INDIVIDUAL));
  icalproperty_add_parameter(property, icalparameter_new_role(ICAL_ROLE_REQPARTICIPANT));
  icalproperty_add_parameter(property, icalparameter_new_partstat(as_partstat(attendee.answer)));
  if (method == ICAL_METHOD_REQUEST) icalproperty_add_parameter(property, icalparameter_new_rsvp(ICAL_RSVP_TRUE));
  auto const name = as_name(attendee.name.empty() ? attendee.email : attendee.name);
  icalproperty_add_parameter(property, icalparameter_new_cn(name.c_str()));
  icalcomponent_add_property(to, property);
}

icalproperty_status as_ical(Status status) {
  switch (status) {
    case Status::tentative: return ICAL_STATUS_TENTATIVE;
    case Status::confirmed: return ICAL_STATUS_CONFIRMED;
    case Status::cancelled: return ICAL_STATUS_CANCELLED;
  }
  return ICAL_STATUS_CONFIRMED;
}

/// The order of properties is that in which people read them; no reader asks for one.
icalcomponent* as_component(Event const& event, icalproperty_method method) {
  check(event);
  Component made(icalcomponent_new(ICAL_VEVENT_COMPONENT));
  auto* const to = made.get();
  icalcomponent_add_property(to, icalproperty_new_uid(event.uid.c_str()));
  icalcomponent_add_property(to, icalproperty_new_sequence(event.sequence));
  icalcomponent_add_property(to, icalproperty_new_dtstamp(in_utc(event.last_changed)));
  icalcomponent_add_property(to, icalproperty_new_lastmodified(in_utc(event.last_changed)));
  add_times(to, event);
  add_texts(to, event);
  if (method != ICAL_METHOD_PUBLISH || !event.organiser.email.empty()) add_organiser(to, event.organiser);
  if (method != ICAL_METHOD_PUBLISH) {
    for (auto const& attendee : event.attendees) add_attendee(to, attendee, method);
  }
  bool const off = method == ICAL_METHOD_CANCEL || event.status == Status::cancelled;
  icalcomponent_add_property(to, icalproperty_new_status(off ? ICAL_STATUS_CANCELLED : as_ical(event.status)));
  icalcomponent_add_property(to, icalproperty_new_transp(off ? ICAL_TRANSP_TRANSPARENT : ICAL_TRANSP_OPAQUE));
  return made.release();
}

Component frame(icalproperty_method method) {
  Component made(icalcomponent_new(ICAL_VCALENDAR_COMPONENT));
  icalcomponent_add_property(made.get(), icalproperty_new_prodid(product));
  icalcomponent_add_property(made.get(), icalproperty_new_version("2.0"));
  icalcomponent_add_property(made.get(), icalproperty_new_calscale("GREGORIAN"));
  icalcomponent_add_property(made.get(), icalproperty_new_method(method));
  return made;
}

std::string of_one(Event const& event, icalproperty_method method) {
  auto const made = frame(method);
  icalcomponent_add_component(made.get(), zone().release());
  icalcomponent_add_component(made.get(), as_component(event, method));
  return text_of(made.get());
}

/// REFRESH-INTERVAL is RFC 7986's (5.7); Outlook reads X-PUBLISHED-TTL, and it and Apple the X-WR- fields,
/// in which nobody escapes commas (and libical does not).
void add_feed_fields(icalcomponent* to, Feed const& feed) {
  auto const name = in_one_line(feed.name);
  auto const minutes = "PT" + std::to_string(std::max<long long>(feed.refresh.count(), 1)) + "M";
  auto* const interval = extension("REFRESH-INTERVAL", minutes);
  icalproperty_add_parameter(interval, icalparameter_new_value(ICAL_VALUE_DURATION));
  icalcomponent_add_property(to, icalproperty_new_name(name.c_str()));
  icalcomponent_add_property(to, extension("X-WR-CALNAME", name));
  icalcomponent_add_property(to, extension("X-WR-TIMEZONE", std::string(zone_name)));
  icalcomponent_add_property(to, interval);
  icalcomponent_add_property(to, extension("X-PUBLISHED-TTL", minutes));
}

}  // namespace

std::string request(Event const& event) { return of_one(event, ICAL_METHOD_REQUEST); }

std::string update(Event const& event) {
  if (event.sequence == 0) throw std::invalid_argument("an update has a sequence higher than what it changes");
  return request(event);
}

std::string cancel(Event const& event) { return of_one(event, ICAL_METHOD_CANCEL); }

std::string feed(Feed const& feed) {
  auto const made = frame(ICAL_METHOD_PUBLISH);
  add_feed_fields(made.get(), feed);
  icalcomponent_add_component(made.get(), zone().release());
  for (auto const& event : feed.events)
    icalcomponent_add_component(made.get(), as_component(event, ICAL_METHOD_PUBLISH));
  return text_of(made.get());
}

std::string with_organiser(std::string const& text, std::string const& email) {
  Component const read(icalparser_parse_string(text.c_str()));
  auto* const event = read ? icalcomponent_get_first_component(read.get(), ICAL_VEVENT_COMPONENT) : nullptr;
  auto* const organiser = event ? icalcomponent_get_first_property(event, ICAL_ORGANIZER_PROPERTY) : nullptr;
  if (organiser == nullptr) throw std::invalid_argument("not a calendar with an organiser");
  icalproperty_set_organizer(organiser, as_address(email).c_str());
  return text_of(read.get());
}

}  // namespace lenig::calendar
