// Meetings as other calendars read them: RFC 5545, with RFC 5546 for invitations.
#include "platform/calendar/calendar.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "platform/base/text.hpp"

namespace lenig::calendar {
namespace {

base::LocalTime at(char const* text) { return base::LocalTime::parse(text).value(); }

Event const meeting{
    .uid = "01900000-0000-7000-8000-000000000001@lenig.example",
    .sequence = 2,
    .summary = "Startbijeenkomst; met \"koffie\", en één\\twee",
    .description = "Neem mee:\n- uw vragen, op papier; twee per persoon\n- een pen",
    .place = "Zaal 3, Winschoten",
    .url = "https://lenig.example/programma/bijeenkomst/1",
    .start = at("2026-03-10T14:30"),
    .end = at("2026-03-10T16:30"),
    .organiser = {"bureau@school.example", "Bureau \"Oost\"; P&O, Winschoten"},
    .attendees = {{"jan@school.example", "Jan: de ^Vries"}, {"an@school.example", "", Answer::accepted}},
    .last_changed = base::Instant::parse("2026-02-01T10:00:00.123Z").value()};

/// The lines of a calendar as they were before they were folded (3.1), without their CR LF.
std::vector<std::string> unfolded(std::string text) {
  for (auto fold = text.find("\r\n "); fold != std::string::npos; fold = text.find("\r\n ")) text.erase(fold, 3);
  return base::lines(text);
}

bool has_line(std::string const& text, std::string const& line) { return std::ranges::count(unfolded(text), line) > 0; }

int lines_with(std::string const& text, std::string const& beginning) {
  auto const starts = [&](std::string const& line) { return line.starts_with(beginning); };
  return static_cast<int>(std::ranges::count_if(unfolded(text), starts));
}

TEST(Calendar, has_lines_of_at_most_75_bytes_that_end_in_CR_LF_and_split_no_letter) {
  auto event = meeting;
  for (int i = 0; i < 60; ++i) event.description += "ééñ😀" + std::string(static_cast<std::size_t>(i % 7), 'x');
  for (auto const& text : {request(event), cancel(event), feed({.name = event.description, .events = {event}})}) {
    ASSERT_TRUE(text.ends_with("\r\n"));
    for (auto const& line : base::split(text.substr(0, text.size() - 2), '\n')) {
      ASSERT_LE(line.size() - line.ends_with('\r'), 75U) << line;
      ASSERT_TRUE(base::cleaned(line)) << "half a letter: " << line;
    }
    ASSERT_EQ(std::ranges::count(text, '\n'), std::ranges::count(text, '\r'));
  }
}

TEST(Calendar, ends_a_line_whole_whatever_its_length) {
  auto event = meeting;
  for (std::size_t length = 1; length < 300; ++length) {
    event.summary = std::string(length, 'x');
    event.description = std::string(length, 'y');
    auto const text = request(event);
    ASSERT_EQ(text.find("\r\r"), std::string::npos) << length;
    ASSERT_TRUE(has_line(text, "SUMMARY:" + event.summary)) << length;
    ASSERT_TRUE(has_line(text, "DESCRIPTION:" + event.description)) << length;
  }
}

TEST(Calendar, names_the_zone_of_its_times_as_the_zone_that_stands_beside_them) {
  for (auto const& text : {request(meeting), cancel(meeting), feed({.name = "Agenda", .events = {meeting}})}) {
    EXPECT_TRUE(has_line(text, "TZID:Europe/Amsterdam")) << text;
    EXPECT_TRUE(has_line(text, "DTSTART;TZID=Europe/Amsterdam:20260310T143000")) << text;
    EXPECT_TRUE(has_line(text, "DTEND;TZID=Europe/Amsterdam:20260310T163000")) << text;
    EXPECT_EQ(lines_with(text, "BEGIN:VTIMEZONE"), 1);
    EXPECT_EQ(text.find("freeassociation"), std::string::npos);
  }
}

// What Outlook and Apple's calendar ask of an invitation before they show its buttons.
TEST(Calendar, asks_each_attendee_for_an_answer) {
  auto const text = request(meeting);
  for (char const* const line :
       {"PRODID:-//Lenig//Lenig//NL", "VERSION:2.0", "CALSCALE:GREGORIAN", "METHOD:REQUEST", "SEQUENCE:2",
        "UID:01900000-0000-7000-8000-000000000001@lenig.example", "DTSTAMP:20260201T100000Z",
        "LAST-MODIFIED:20260201T100000Z", "STATUS:CONFIRMED", "TRANSP:OPAQUE",
        "ORGANIZER;CN=\"Bureau 'Oost'; P&O, Winschoten\":mailto:bureau@school.example",
        "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=\"Jan: de  "
        "Vries\":mailto:jan@school.example",
        "SUMMARY:Startbijeenkomst\\; met \"koffie\"\\, en één\\\\twee",
        "DESCRIPTION:Neem mee:\\n- uw vragen\\, op papier\\; twee per persoon\\n- een pen",
        "LOCATION:Zaal 3\\, Winschoten"}) {
    EXPECT_TRUE(has_line(text, line)) << line << " is not in\n" << text;
  }
  EXPECT_EQ(lines_with(text, "ATTENDEE"), 2);
  EXPECT_NE(text.find("PARTSTAT=ACCEPTED"), std::string::npos);
}

TEST(Calendar, takes_off_what_it_cancels) {
  auto const text = cancel(meeting);
  EXPECT_TRUE(has_line(text, "METHOD:CANCEL"));
  EXPECT_TRUE(has_line(text, "STATUS:CANCELLED"));
  EXPECT_EQ(text.find("RSVP"), std::string::npos);
}

TEST(Calendar, publishes_without_telling_who_else_comes) {
  auto off = meeting;
  off.status = Status::cancelled;
  auto const text =
      feed({.name = "Mijn agenda; thuis, en op school", .events = {meeting, off}, .refresh = std::chrono::minutes{90}});
  for (char const* const line :
       {"METHOD:PUBLISH", "X-WR-CALNAME:Mijn agenda; thuis, en op school", "NAME:Mijn agenda\\; thuis\\, en op school",
        "X-WR-TIMEZONE:Europe/Amsterdam", "REFRESH-INTERVAL;VALUE=DURATION:PT90M", "X-PUBLISHED-TTL:PT90M",
        "STATUS:CONFIRMED", "STATUS:CANCELLED"}) {
    EXPECT_TRUE(has_line(text, line)) << line << " is not in\n" << text;
  }
  EXPECT_EQ(text.find("ATTENDEE"), std::string::npos);
  EXPECT_EQ(lines_with(text, "BEGIN:VEVENT"), 2);
}

TEST(Calendar, lets_no_text_become_a_line_of_its_own) {
  auto event = meeting;
  event.summary = "Overleg\r\nATTENDEE:mailto:all@school.example";
  event.place = "Zaal\nEND:VEVENT";
  event.organiser.name = "Jan\r\nX-EVIL:1";
  event.attendees = {{"jan@school.example", "Jan\n\":mailto:all@school.example"}};
  auto const text = request(event);
  EXPECT_EQ(lines_with(text, "ATTENDEE"), 1) << text;
  EXPECT_EQ(lines_with(text, "END:VEVENT"), 1);
  EXPECT_EQ(lines_with(text, "X-EVIL"), 0);
  event.attendees = {{"jan@school.example\r\nX-EVIL:1", "Jan"}};
  EXPECT_THROW(request(event), std::invalid_argument);
}

TEST(Calendar, refuses_what_is_no_event) {
  auto nameless = meeting;
  nameless.uid = "";
  EXPECT_THROW(request(nameless), std::invalid_argument);
  auto backwards = meeting;
  backwards.end = meeting.start;
  EXPECT_THROW(request(backwards), std::invalid_argument);
  EXPECT_THROW(feed({.name = "Agenda", .events = {backwards}}), std::invalid_argument);
  auto negative = meeting;
  negative.sequence = -1;
  EXPECT_THROW(cancel(negative), std::invalid_argument);
  auto first = meeting;
  first.sequence = 0;
  EXPECT_THROW(update(first), std::invalid_argument);
  EXPECT_EQ(update(meeting), request(meeting));
}

TEST(Calendar, writes_in_UTC_what_the_clocks_show_twice_or_never) {
  auto event = meeting;
  event.start = at("2026-10-25T02:30");  // first at 00:30, then at 01:30 UTC
  event.end = at("2026-10-25T03:30");
  EXPECT_TRUE(has_line(request(event), "DTSTART:20261025T003000Z"));
  EXPECT_TRUE(has_line(request(event), "DTEND:20261025T023000Z"));
  event.start = at("2026-03-29T02:30");  // no clock shows it
  event.end = at("2026-03-29T04:00");
  EXPECT_TRUE(has_line(request(event), "DTSTART:20260329T013000Z"));
  EXPECT_TRUE(has_line(request(event), "DTEND:20260329T020000Z"));
}

TEST(Calendar, changes_the_organiser_and_nothing_else) {
  auto event = meeting;
  event.organiser.email = "";
  EXPECT_EQ(with_organiser(request(event), meeting.organiser.email), request(meeting));
  EXPECT_EQ(with_organiser(cancel(event), meeting.organiser.email), cancel(meeting));
  EXPECT_THROW(with_organiser("geen agenda", "a@b.example"), std::invalid_argument);
}

}  // namespace
}  // namespace lenig::calendar
