// What comes back from other people's calendars, and what only pretends to.
#include "platform/calendar/answer.hpp"

#include <gtest/gtest.h>

#include "platform/base/text.hpp"

namespace lenig::calendar {
namespace {

using enum ReplyRefusal;

std::string const outlook =
    "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nPRODID:Microsoft Exchange Server 2010\r\nVERSION:2.0\r\nBEGIN:VTIMEZONE\r\n"
    "TZID:W. Europe Standard Time\r\nBEGIN:STANDARD\r\nDTSTART:16010101T030000\r\nTZOFFSETFROM:+0200\r\n"
    "TZOFFSETTO:+0100\r\nRRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
    "BEGIN:VEVENT\r\nATTENDEE;PARTSTAT=ACCEPTED;CN=Jan de Vries:MAILTO:Jan@School.example\r\n"
    "COMMENT;LANGUAGE=nl-NL:\\n\r\nUID:m1@lenig.example\r\nSUMMARY;LANGUAGE=nl-NL:Geaccepteerd: Startbijeenkomst met "
    "een"
    "\r\n  lange naam\r\nLOCATION;LANGUAGE=nl-NL:\r\nDTSTART;TZID=W. Europe Standard Time:20260310T143000\r\n"
    "DTEND;TZID=W. Europe Standard Time:20260310T163000\r\nCLASS:PUBLIC\r\nPRIORITY:5\r\n"
    "DTSTAMP:20260301T091500Z\r\nTRANSP:OPAQUE\r\nSTATUS:CONFIRMED\r\nSEQUENCE:2\r\n"
    "X-MICROSOFT-CDO-APPT-SEQUENCE:2\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

std::string const apple =
    "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Apple Inc.//macOS 14//EN\nCALSCALE:GREGORIAN\nMETHOD:REPLY\nBEGIN:VEVENT\n"
    "UID:m1@lenig.example\nDTSTART:20260310T133000Z\nDTEND:20260310T153000Z\nDTSTAMP:20260301T091500Z\n"
    "ATTENDEE;CN=\"Jan, "
    "de\";CUTYPE=INDIVIDUAL;EMAIL=\"jan@school.example\";PARTSTAT=DECLINED:mailto:jan@school.example\n"
    "ORGANIZER;CN=Bureau:mailto:lenig@school.example\nEND:VEVENT\nEND:VCALENDAR\n";

/// The text with one piece of it replaced.
std::string with(std::string text, std::string const& piece, std::string const& instead) {
  auto const at = text.find(piece);
  if (at == std::string::npos) throw std::logic_error("not there: " + piece);
  return text.replace(at, piece.size(), instead);
}

void expect_refused(std::string const& text, ReplyRefusal why) {
  auto const read = read_answer(text);
  ASSERT_FALSE(read) << text.substr(0, 2000);
  EXPECT_EQ(base::name_of(read.error()), base::name_of(why)) << text.substr(0, 2000);
}

TEST(Answer, of_outlook_is_read) {
  auto const reply = read_answer(outlook);
  ASSERT_TRUE(reply) << base::name_of(reply.error());
  EXPECT_EQ(reply->uid, "m1@lenig.example");
  EXPECT_EQ(reply->sequence, 2);
  EXPECT_EQ(reply->attendee, "jan@school.example");
  EXPECT_EQ(reply->answer, Answer::accepted);
  EXPECT_EQ(reply->given_at.text(), "2026-03-01T09:15:00.000Z");
}

TEST(Answer, of_apple_is_read) {
  auto const reply = read_answer(apple);
  ASSERT_TRUE(reply) << base::name_of(reply.error());
  EXPECT_EQ(reply->sequence, 0);
  EXPECT_EQ(reply->attendee, "jan@school.example");
  EXPECT_EQ(reply->answer, Answer::declined);
}

TEST(Answer, may_be_that_one_does_not_know_yet) {
  EXPECT_EQ(read_answer(with(outlook, "=ACCEPTED", "=TENTATIVE"))->answer, Answer::tentative);
}

TEST(Answer, is_only_what_says_so) {
  expect_refused(with(outlook, "METHOD:REPLY", "METHOD:REQUEST"), not_a_reply);
  expect_refused(with(outlook, "METHOD:REPLY\r\n", ""), not_a_reply);
  expect_refused(with(outlook, "METHOD:REPLY", "METHOD:REPLY\r\nMETHOD:REPLY"), not_a_reply);
  expect_refused(with(outlook, "VERSION:2.0", "VERSION:1.0"), not_a_calendar);
  expect_refused(with(outlook, "PARTSTAT=ACCEPTED;", ""), no_answer);
  expect_refused(with(outlook, "=ACCEPTED", "=NEEDS-ACTION"), no_answer);
  expect_refused(with(outlook, "=ACCEPTED", "=DELEGATED"), no_answer);
  expect_refused(with(outlook, "=ACCEPTED", "=X-PERHAPS"), no_answer);
}

TEST(Answer, is_of_one_attendee_about_one_event) {
  auto const second = std::string("ATTENDEE;PARTSTAT=ACCEPTED:mailto:an@school.example\r\nUID:");
  expect_refused(with(outlook, "UID:", second), not_one_attendee);
  expect_refused(with(outlook, "MAILTO:Jan@School.example", "urn:uuid:1"), not_one_attendee);
  expect_refused(with(outlook, "Jan@School.example", "Jan"), not_one_attendee);
  expect_refused(with(outlook, "Jan@School.example", "Jan@School.example@x"), not_one_attendee);
  expect_refused(with(outlook, "UID:m1@lenig.example\r\n", ""), not_one_event);
  expect_refused(with(outlook, "UID:", "UID:m2@lenig.example\r\nUID:"), not_one_event);
  expect_refused(with(outlook, "m1@", std::string(300, 'm') + "@"), not_one_event);
  expect_refused(with(outlook, "SEQUENCE:2", "SEQUENCE:-2"), not_one_event);
  expect_refused(with(outlook, "DTSTAMP:20260301T091500Z", "DTSTAMP:20260301T091500"), not_one_event);
  expect_refused(with(outlook, "DTSTAMP:20260301T091500Z", "DTSTAMP:20261331T091500Z"), not_one_event);
  expect_refused(with(outlook, "UID:", "RECURRENCE-ID:20260310T133000Z\r\nUID:"), not_one_event);
  auto const event =
      outlook.substr(outlook.find("BEGIN:VEVENT"), outlook.find("END:VCALENDAR") - outlook.find("BEGIN:VEVENT"));
  expect_refused(with(outlook, "BEGIN:VEVENT", event + "BEGIN:VEVENT"), not_one_event);
}

TEST(Answer, is_one_calendar_and_nothing_around_it) {
  expect_refused("", not_a_calendar);
  expect_refused("Ik kom!", not_a_calendar);
  expect_refused("Ik kom!\r\n" + outlook, not_a_calendar);
  expect_refused(outlook + "Groet, Jan", not_a_calendar);
  expect_refused(outlook + outlook, not_a_calendar);
  expect_refused(with(outlook, "END:VEVENT\r\n", ""), not_a_calendar);
  expect_refused(with(outlook, "END:VCALENDAR", "END:VEVENT"), not_a_calendar);
  expect_refused("BEGIN:VEVENT\r\nEND:VEVENT\r\n", not_a_calendar);
}

TEST(Answer, is_not_too_much) {
  expect_refused(with(outlook, "lange naam", std::string(70'000, 'x')), too_large);
  std::string deep;
  for (int i = 0; i < 5000; ++i) deep += "BEGIN:VCALENDAR\r\n";
  expect_refused(deep, too_large);
  std::string wide;
  for (int i = 0; i < 500; ++i) wide += "BEGIN:VALARM\r\nEND:VALARM\r\n";
  expect_refused(with(outlook, "UID:", wide + "UID:"), too_large);
  expect_refused(with(outlook, "lange", std::string("la\0nge", 6)), not_text);
  expect_refused(with(outlook, "lange", "la\x1bnge"), not_text);
  expect_refused(with(outlook, "lange", "la\xffnge"), not_text);
}

}  // namespace
}  // namespace lenig::calendar
