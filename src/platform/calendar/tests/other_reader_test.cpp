// Ten thousand generated meetings are read back by a program that is not ours, to the same texts and the same moments.
#include <gtest/gtest.h>

#include <boost/json.hpp>

#include <filesystem>
#include <fstream>
#include <random>

#include "platform/calendar/calendar.hpp"
#include "tests/support/node.hpp"

namespace lenig::calendar {
namespace {

constexpr int many = 10'000;

/// Pieces of texts that a calendar escapes, folds, or could take for something else.
std::string made_text(std::mt19937& random, bool with_lines) {
  static std::vector<std::string> const pieces{
      "a", "één", "ñ", "😀",           "school",  ";",    ",",       "\\",   "\\n",  ":",  "\"",  "^",
      "'", "  ",  "=", "BEGIN:VEVENT", "DTSTART", "漢字", "overleg", " en ", "100%", "\n", "\n\n"};
  std::uniform_int_distribution<std::size_t> which(0, pieces.size() - (with_lines ? 1 : 3));
  std::uniform_int_distribution<int> length(0, 40);
  std::string text = "x";
  for (int i = length(random); i > 0; --i) text += pieces[which(random)];
  return text + "y";
}

/// A time of any day from 1996 to 2045, and every fifth within a day of a clock change.
base::LocalTime made_time(std::mt19937& random) {
  using namespace std::chrono;
  std::uniform_int_distribution<int> day(0, 50 * 365);
  std::uniform_int_distribution<int> minute(0, 24 * 60 - 1);
  std::uniform_int_distribution<int> a_year(1996, 2045);
  base::Date date = base::Date(year{1996} / January / 1).plus_days(day(random));
  if (random() % 5 == 0) {
    auto const change = random() % 2 == 0 ? March : October;
    date = base::Date(year_month_day{sys_days{year{a_year(random)} / change / Sunday[last]}});
    if (random() % 2 == 0) return {date, static_cast<int>(60 + random() % 150)};
    date = date.plus_days(static_cast<int>(random() % 3) - 1);
  }
  return {date, minute(random)};
}

Event made_event(std::mt19937& random, int number) {
  std::uniform_int_distribution<int> sequence(0, 9);
  Event event{.uid = "meeting-" + std::to_string(number) + "@lenig.example",
              .sequence = sequence(random),
              .summary = made_text(random, false),
              .description = made_text(random, true),
              .place = made_text(random, false),
              .last_changed = base::Instant::parse("2026-01-01T00:00:00.000Z").value()};
  do {
    event.start = made_time(random);
    auto const end = event.start.minute_of_day + 15 + static_cast<int>(random() % 600);
    event.end = {event.start.date.plus_days(end / 1440), end % 1440};
  } while (base::text_with_offset(event.end) <= base::text_with_offset(event.start));
  return event;
}

/// What clocks show at the moment that is meant: the time itself, but for the hour that they skip.
std::string shown(base::LocalTime time) {
  auto const text = base::text_with_offset(time);
  auto const as_utc = base::Instant::parse(text.substr(0, 16) + ":00.000Z").value();
  auto const shown = base::local_time(as_utc.plus(std::chrono::hours{text.contains("+02:00") ? -2 : -1}));
  return shown.date.text() + " " + shown.clock();
}

boost::json::object expected(Event const& event) {
  return {{"uid", event.uid},
          {"sequence", event.sequence},
          {"summary", event.summary},
          {"description", event.description},
          {"place", event.place},
          {"start", base::text_with_offset(event.start)},
          {"end", base::text_with_offset(event.end)},
          {"shown", shown(event.start)}};
}

void write(std::filesystem::path const& file, std::string const& text) {
  std::ofstream(file, std::ios::binary) << text;
}

void expect_agreement(std::string const& calendar, std::vector<Event> const& events) {
  std::string pattern = (std::filesystem::temp_directory_path() / "lenig-calendar-XXXXXX").string();
  std::filesystem::path const folder = ::mkdtemp(pattern.data());
  boost::json::array wanted;
  for (auto const& event : events) wanted.push_back(expected(event));
  write(folder / "calendar.ics", calendar);
  write(folder / "expected.json", boost::json::serialize(wanted));
  auto const said =
      tests::run_node("tests/support/read_calendar.mjs", {folder / "calendar.ics", folder / "expected.json"});
  std::filesystem::remove_all(folder);
  EXPECT_EQ(said.code, 0) << said.words;
  EXPECT_NE(said.words.find(std::to_string(events.size()) + " agree, 0 differ"), std::string::npos) << said.words;
}

TEST(OtherReader, agrees_about_ten_thousand_events_of_a_feed) {
  std::mt19937 random(1996);
  std::vector<Event> events;
  for (int i = 0; i < many; ++i) events.push_back(made_event(random, i));
  expect_agreement(feed({.name = "Tienduizend", .events = events}), events);
}

TEST(OtherReader, agrees_about_invitations) {
  std::mt19937 random(2004);
  for (int i = 0; i < 3; ++i) {
    auto event = made_event(random, i);
    event.organiser = {"lenig@school.example", "Bureau"};
    event.attendees = {{"jan@school.example", "Jan, \"de\" Vries; x"}};
    expect_agreement(request(event), {event});
  }
}

}  // namespace
}  // namespace lenig::calendar
