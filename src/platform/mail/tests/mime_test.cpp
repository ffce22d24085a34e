// The message as it goes over the wire: RFC 5322, with RFC 2045 and 2047 for what is not ASCII.
#include <gtest/gtest.h>

#include "platform/base/text.hpp"
#include "platform/calendar/calendar.hpp"
#include "platform/mail/letter.hpp"
#include "platform/mail/transport.hpp"

namespace lenig::mail {
namespace {

std::string const token(32, 'a');

std::string mime_of(Message const& message) {
  Outgoing outgoing{.id = "01900000-0000-7000-8000-000000000000",
                    .recipient = message.to,
                    .subject = message.subject,
                    .body = message.text,
                    .queued_at = base::Instant::parse("2026-03-02T09:00:00.123Z").value(),
                    .token = token};
  if (message.calendar) {
    outgoing.calendar_method = message.calendar->method;
    outgoing.calendar = message.calendar->text;
  }
  return as_mime({.from = "lenig@school.example", .returns = "lenig+{}@school.example"}, outgoing);
}

std::string head_of(std::string const& mime) { return mime.substr(0, mime.find("\r\n\r\n") + 2); }

/// The lines of the head that begin a field of this name.
int fields_named(std::string const& mime, std::string const& name) {
  int count = 0;
  for (auto const& line : base::split(head_of(mime), '\n')) count += line.starts_with(name + ":");
  return count;
}

Message const plain{.to = "jan@school.example", .subject = "Welkom", .text = "Dag Jan,\n\ntot ziens\n"};

TEST(Mime, has_the_fields_that_a_message_must_have_once) {
  auto const mime = mime_of(plain);
  for (char const* const name :
       {"From", "To", "Subject", "Date", "Message-Id", "MIME-Version", "Content-Type", "Auto-Submitted"}) {
    EXPECT_EQ(fields_named(mime, name), 1) << name << '\n' << mime;
  }
  EXPECT_NE(mime.find("From: lenig@school.example\r\n"), std::string::npos) << mime;
  EXPECT_NE(mime.find("<01900000-0000-7000-8000-000000000000." + token + "@school.example>"), std::string::npos)
      << mime;
  EXPECT_NE(mime.find("Date: Mon, 02 Mar 2026 09:00:00 +0000\r\n"), std::string::npos) << mime;
}

TEST(Mime, ends_every_line_with_carriage_return_and_line_feed) {
  for (auto const& text : {std::string("een\ntwee\n"), std::string("één\r\ntwee\n\n\n")}) {
    auto const mime = mime_of({plain.to, plain.subject, text});
    for (std::size_t i = 0; i < mime.size(); ++i) {
      if (mime[i] == '\n') {
        ASSERT_TRUE(i > 0 && mime[i - 1] == '\r') << "a bare line feed at " << i << " in\n" << mime;
      }
      if (mime[i] == '\r') {
        ASSERT_TRUE(i + 1 < mime.size() && mime[i + 1] == '\n') << "a bare carriage return";
      }
    }
  }
}

TEST(Mime, is_ascii_with_short_lines_whatever_it_says) {
  std::string sentence;
  for (int i = 0; i < 300; ++i) sentence += "coördinatie ";
  auto const mime =
      mime_of({plain.to, "Uitnodiging voor de coördinatoren: " + sentence.substr(0, 200), sentence + "\n"});
  for (char const c : mime) ASSERT_LT(static_cast<unsigned char>(c), 0x80) << mime.substr(0, 600);
  for (auto const& line : base::split(mime, '\n')) EXPECT_LE(line.size(), 999U);
}

TEST(Mime, carries_a_subject_in_utf8) {
  auto const mime = mime_of({plain.to, "Één link", "x\n"});
  auto const subject = mime.substr(mime.find("Subject: "), 60);
  EXPECT_TRUE(subject.find("=?utf-8?") != std::string::npos || subject.find("=?UTF-8?") != std::string::npos)
      << subject;
}

TEST(Mime, keeps_a_link_in_one_piece_for_who_decodes_it) {
  std::string const link = "http://lenig.test/welkom/" + std::string(43, 'a');
  auto mime = mime_of({plain.to, plain.subject, "Kies hier één wachtwoord:\n\n" + link + "\n"});
  for (auto at = mime.find("=\r\n"); at != std::string::npos; at = mime.find("=\r\n"))
    mime.erase(at, 3);  // RFC 2045 6.7 (5)
  EXPECT_NE(mime.find(link), std::string::npos) << mime;
}

TEST(Mime, lets_nobody_slip_in_a_header) {
  auto const mime = mime_of(
      {"jan@school.example\r\nBcc: all@school.example", "Welkom\r\nBcc: all@school.example\r\n\r\nbody", "x\n"});
  EXPECT_EQ(fields_named(mime, "Bcc"), 0) << mime;
  EXPECT_EQ(fields_named(mime, "Subject"), 1);
  EXPECT_EQ(fields_named(mime, "To"), 1);
  EXPECT_EQ(fields_named(mime, "Content-Type"), 1);
}

calendar::Event const meeting{.uid = "m1@school.example",
                              .summary = "Intervisie, de één na laatste",
                              .start = base::LocalTime::parse("2026-03-10T14:30").value(),
                              .end = base::LocalTime::parse("2026-03-10T16:30").value(),
                              .organiser = {"", "Bureau P&O"},
                              .attendees = {{"jan@school.example", "Jan"}}};

/// What the parts of the message hold, with their transfer encoding taken off.
ReceivedMail parts_of(std::string const& mime) { return transport().read(mime).value(); }

TEST(Mime, carries_an_invitation_beside_its_text_and_as_a_file) {
  auto const mime = mime_of({.to = "jan@school.example",
                             .subject = "Uitnodiging",
                             .text = "Komt u?\n",
                             .calendar = CalendarPart{CalendarMethod::request, calendar::request(meeting)}});
  EXPECT_NE(mime.find("Content-Type: multipart/mixed"), std::string::npos) << mime;
  EXPECT_NE(mime.find("Content-Type: multipart/alternative"), std::string::npos) << mime;
  EXPECT_NE(mime.find("Content-Type: text/calendar; charset=utf-8; method=REQUEST\r\n"), std::string::npos) << mime;
  EXPECT_NE(mime.find("Content-Disposition: attachment; filename=invite.ics\r\n"), std::string::npos) << mime;
  auto const parts = parts_of(mime).parts;
  ASSERT_EQ(parts.size(), 3U);
  EXPECT_EQ(parts[0].type, "text/plain");
  EXPECT_EQ(parts[1].type, "text/calendar");
  EXPECT_EQ(parts[2].type, "application/ics");
  EXPECT_EQ(parts[1].text, calendar::with_organiser(calendar::request(meeting), "lenig+" + token + "@school.example"));
  EXPECT_EQ(parts[2].text, parts[1].text);
  EXPECT_EQ(fields_named(mime, "Reply-To"), 1);
}

TEST(Mime, is_the_same_message_whenever_it_is_written) {
  Message const invitation{.to = "jan@school.example",
                           .subject = "Gaat niet door",
                           .text = "Tot een andere keer.\n",
                           .calendar = CalendarPart{CalendarMethod::cancel, calendar::cancel(meeting)}};
  EXPECT_EQ(mime_of(invitation), mime_of(invitation));
  EXPECT_EQ(mime_of(plain), mime_of(plain));
  EXPECT_NE(mime_of(invitation).find("method=CANCEL"), std::string::npos);
}

}  // namespace
}  // namespace lenig::mail
