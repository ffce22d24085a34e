// What the mail server hands over: reports of letters that did not arrive, answers from calendars, and everything else.
#include "platform/mail/receive.hpp"

#include <gtest/gtest.h>

#include "platform/mail/bounce.hpp"
#include "platform/mail/letter.hpp"
#include "tests/support/database.hpp"

namespace lenig::mail {
namespace {

using enum ReceiveRefusal;

Post const post{.from = "lenig@school.example", .returns = "lenig+{}@school.example"};
base::BoardId const board("01900000-0000-7000-8000-00000000000b");
std::string const token(32, 'a');

std::string with(std::string text, std::string const& piece, std::string const& instead) {
  auto const at = text.find(piece);
  if (at == std::string::npos) throw std::logic_error("not there: " + piece);
  return text.replace(at, piece.size(), instead);
}

/// A report as Postfix writes it, to where the letter said; it returns the letter's head.
std::string report(std::string const& to, std::string const& id) {
  return "From: MAILER-DAEMON@mx.example\r\nTo: " + to +
         "\r\nSubject: Undelivered Mail\r\nMIME-Version: 1.0\r\nContent-Type: multipart/report; "
         "report-type=delivery-status; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nSorry.\r\n"
         "--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\n"
         "Final-Recipient: rfc822; jan@school.example\r\nAction: failed\r\nStatus: 5.1.1\r\n"
         "Diagnostic-Code: smtp; 550 5.1.1 <jan@school.example>:\r\n    no such <b>mailbox</b>\r\n\r\n"
         "--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-Id: <" +
         id + ">\r\nSubject: Uitnodiging\r\n\r\n--b--\r\n";
}

std::string answer(std::string const& to) {
  return "From: jan@school.example\r\nTo: " + to +
         "\r\nSubject: Geaccepteerd\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=\"b\"\r\n\r\n"
         "--b\r\nContent-Type: text/plain\r\n\r\nIk kom.\r\n--b\r\nContent-Type: text/calendar; method=REPLY\r\n\r\n"
         "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:m1@lenig.example\r\n"
         "SEQUENCE:2\r\nDTSTAMP:20260301T091500Z\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:jan@school.example\r\n"
         "END:VEVENT\r\nEND:VCALENDAR\r\n\r\n--b--\r\n";
}

class Receive : public ::testing::Test {
 protected:
  void SetUp() override {
    database->write(db::every_board, [](db::Transaction& tx) {
      queue(tx, {.to = "Jan@school.example",
                 .subject = "Uitnodiging",
                 .text = "Komt u?",
                 .board = board,
                 .key = "meeting/1",
                 .token = token});
    });
    letter = database->read(db::every_board, [](db::Reading& reading) { return outbox(reading, 1); }).at(0).id;
  }
  Result<Receipt, ReceiveRefusal> take(std::string const& raw) {
    return database->write(db::every_board, [&](db::Transaction& tx) { return receive(tx, post, raw); });
  }
  void expect_refused(std::string const& raw, ReceiveRefusal why) {
    auto const taken = take(raw);
    ASSERT_FALSE(taken) << raw.substr(0, 1000);
    EXPECT_EQ(base::name_of(taken.error()), base::name_of(why)) << raw.substr(0, 1000);
    EXPECT_TRUE(marked().empty());
  }
  std::vector<Bounce> marked() {
    return database->read(db::every_board, [](db::Reading& reading) { return bounces(reading, board); });
  }
  std::string id_of_letter() const { return message_id(letter, token, post.from); }

  std::unique_ptr<db::Database> database = tests::fresh_database();
  std::string letter;
  std::string const returns = "lenig+" + token + "@school.example";
};

TEST_F(Receive, marks_the_address_of_a_report_that_comes_back_to_the_letters_own_address) {
  EXPECT_EQ(take(report(returns, "other@mx.example")), Receipt::bounced);
  ASSERT_EQ(marked().size(), 1U);
  EXPECT_EQ(marked()[0].address, "jan@school.example");
  EXPECT_EQ(marked()[0].status, "5.1.1");
  EXPECT_EQ(marked()[0].reason, "550 5.1.1 <jan@school.example>: no such <b>mailbox</b>");
}

TEST_F(Receive, marks_the_address_of_a_report_that_returns_our_message_id) {
  EXPECT_EQ(take(report("lenig@school.example", id_of_letter())), Receipt::bounced);
  EXPECT_EQ(marked().size(), 1U);
  EXPECT_EQ(take(report("LENIG+" + std::string(32, 'A') + "@School.example", "x@y")), Receipt::bounced);
  EXPECT_EQ(marked().size(), 1U);
}

TEST_F(Receive, reads_the_id_of_a_letter_that_comes_back_whole) {
  auto const whole = with(report("lenig@school.example", id_of_letter()), "text/rfc822-headers", "message/rfc822");
  EXPECT_EQ(take(whole), Receipt::bounced);
}

TEST_F(Receive, is_cleared_by_the_office_of_that_board_alone) {
  take(report(returns, "x@y"));
  auto const clear = [&](base::BoardId const& by) {
    return database->write(db::Scope{.board = by.text(), .reach = {by.text()}},
                           [&](db::Transaction& tx) { return clear_bounce(tx, by, "Jan@school.example"); });
  };
  EXPECT_FALSE(clear(base::BoardId("01900000-0000-7000-8000-00000000000c")));
  EXPECT_EQ(marked().size(), 1U);
  EXPECT_TRUE(clear(board));
  EXPECT_TRUE(marked().empty());
}

TEST_F(Receive, believes_nobody_without_the_token) {
  expect_refused(report("lenig@school.example", "x@y"), no_letter);
  expect_refused(report("lenig+" + std::string(32, 'b') + "@school.example", "x@y"), no_letter);
  expect_refused(report("lenig@school.example", letter + "@school.example"), no_letter);
  expect_refused(report("lenig@school.example", message_id(letter, std::string(32, 'b'), post.from)), no_letter);
  expect_refused(report(returns + ".example", "x@y"), no_letter);
  expect_refused(answer("lenig@school.example"), no_letter);
}

TEST_F(Receive, notes_nothing_of_a_letter_that_is_late_or_has_arrived) {
  EXPECT_EQ(take(with(report(returns, "x@y"), "Action: failed", "Action: delayed")), Receipt::nothing_to_note);
  EXPECT_EQ(take(with(report(returns, "x@y"), "Action: failed", "Action: delivered")), Receipt::nothing_to_note);
  EXPECT_TRUE(marked().empty());
}

TEST_F(Receive, refuses_reports_that_are_none) {
  auto const whole = report(returns, "x@y");
  expect_refused(with(whole, "Action: failed\r\n", ""), malformed_report);
  expect_refused(with(whole, "Action: failed", "Action: failed\r\nAction: failed"), malformed_report);
  expect_refused(with(whole, "Action: failed", "Action: exploded"), malformed_report);
  expect_refused(with(whole, "Status: 5.1.1", "Status: 5.1"), malformed_report);
  expect_refused(with(whole, "Status: 5.1.1", "Status: 5.1.9999"), malformed_report);
  expect_refused(with(whole, "Reporting-MTA: dns; mx.example\r\n\r\n", ""), malformed_report);
  expect_refused(with(whole, "Final-Recipient: rfc822; jan@school.example\r\n", ""), malformed_report);
  expect_refused(with(whole, "multipart/report", "multipart/mixed"), not_for_us);
  expect_refused("From: a@b.example\r\nTo: " + returns + "\r\n\r\nIk ben er niet.\r\n", not_for_us);
}

TEST_F(Receive, refuses_what_is_too_much_or_no_mail) {
  expect_refused(std::string((1 << 20) + 1, 'x'), too_large);
  expect_refused("", not_mail);
  std::string deep = "To: " + returns + "\r\n";
  for (int i = 0; i < 40; ++i) {
    auto const name = std::to_string(i);
    deep += "Content-Type: multipart/mixed; boundary=\"" + name + "\"\r\n\r\n--" + name + "\r\n";
  }
  expect_refused(deep + "Content-Type: text/plain\r\n\r\nx", not_mail);
  std::string wide = "To: " + returns + "\r\nContent-Type: multipart/mixed; boundary=\"b\"\r\n\r\n";
  for (int i = 0; i < 200; ++i) wide += "--b\r\nContent-Type: text/plain\r\n\r\nx\r\n";
  expect_refused(wide + "--b--\r\n", not_mail);
}

TEST_F(Receive, hands_on_what_a_calendar_answered) {
  EXPECT_EQ(take(answer(returns)), Receipt::answered);
  std::vector<Answered> heard;
  auto const hear = answer_works([&](db::Database&, Answered const& one) { heard.push_back(one); });
  auto all = works({});
  all.merge(jobs::Works(hear));
  jobs::run_due(*database, all);
  ASSERT_EQ(heard.size(), 1U);
  EXPECT_EQ(heard[0].token, token);
  EXPECT_EQ(heard[0].key, "meeting/1");
  EXPECT_EQ(heard[0].board, board);
  EXPECT_EQ(heard[0].recipient, "jan@school.example");
  EXPECT_EQ(heard[0].reply.uid, "m1@lenig.example");
  EXPECT_EQ(heard[0].reply.sequence, 2);
  EXPECT_EQ(heard[0].reply.answer, calendar::Answer::accepted);
  EXPECT_EQ(heard[0].reply.given_at.text(), "2026-03-01T09:15:00.000Z");
}

TEST_F(Receive, takes_an_answer_of_whom_was_asked_only) {
  expect_refused(with(answer(returns), "mailto:jan", "mailto:an"), of_another_address);
  expect_refused(with(answer(returns), "METHOD:REPLY", "METHOD:REQUEST"), malformed_answer);
  expect_refused(with(answer(returns), "PARTSTAT=ACCEPTED", "PARTSTAT=NEEDS-ACTION"), malformed_answer);
}

}  // namespace
}  // namespace lenig::mail
