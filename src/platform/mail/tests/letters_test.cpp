// Many letters at once, letters that wait, and letters that are taken back.
#include <gtest/gtest.h>

#include "platform/mail/bounce.hpp"
#include "platform/mail/mail.hpp"
#include "platform/mail/preference.hpp"
#include "platform/mail/tests/tiny_smtp.hpp"
#include "tests/support/database.hpp"

namespace lenig::mail {
namespace {

using namespace std::chrono_literals;

base::Instant moment(char const* text) { return base::Instant::parse(text).value(); }

class Letters : public ::testing::Test {
 protected:
  void queue_all(std::vector<Message> const& messages) {
    database->write(db::every_board, [&](db::Transaction& tx) { queue(tx, messages); });
  }
  int sent_at(base::Instant now) { return deliver(*database, {.smtp_url = server.url()}, now).sent; }
  std::vector<std::string> subjects() {
    std::vector<std::string> all;
    for (auto const& one : server.received()) {
      auto const at = one.text.find("Subject: ") + 9;
      all.push_back(one.text.substr(at, one.text.find('\n', at) - at));
    }
    return all;
  }
  void choose(std::string const& address, Preference const& preference, base::Instant now) {
    database->write(db::every_board, [&](db::Transaction& tx) { EXPECT_TRUE(prefer(tx, address, preference, now)); });
  }

  std::unique_ptr<db::Database> database = tests::fresh_database();
  TinySmtp server;
  base::Instant const soon = base::Instant::now().plus(2s);
};

TEST_F(Letters, of_ten_thousand_all_stand_in_the_outbox) {
  std::vector<Message> many;
  for (int i = 0; i < 10'000; ++i)
    many.push_back({.to = "p" + std::to_string(i) + "@school.example", .subject = "Één", .text = "Dag\t\"wij\"\\\n"});
  queue_all(many);
  auto const there = database->read(db::every_board, [](db::Reading& reading) { return outbox(reading, 20'000); });
  ASSERT_EQ(there.size(), many.size());
  EXPECT_EQ(there.front().to, "p9999@school.example");
  EXPECT_EQ(there.back().to, "p0@school.example");
  EXPECT_EQ(there.front().text, many.front().text);
  EXPECT_EQ(there.front().subject, "Één");
}

TEST_F(Letters, that_were_withdrawn_do_not_leave_and_the_others_do) {
  auto const later = soon.plus(72h);
  queue_all({{.to = "jan@a.example", .subject = "Herinnering", .text = "x", .not_before = later, .key = "meeting/1"},
             {.to = "an@a.example", .subject = "Ook", .text = "x", .not_before = later, .key = "meeting/2"},
             {.to = "an@a.example", .subject = "Zonder", .text = "x"}});
  EXPECT_EQ(sent_at(soon), 1);
  auto const taken = [&](char const* key) {
    return database->write(db::every_board, [&](db::Transaction& tx) { return withdraw(tx, key); });
  };
  EXPECT_EQ(taken("meeting/1"), 1);
  EXPECT_EQ(taken("meeting/1"), 0);
  EXPECT_EQ(taken(""), 0);
  EXPECT_EQ(sent_at(later), 1);
  EXPECT_EQ(subjects(), (std::vector<std::string>{"Zonder", "Ook"}));
}

TEST_F(Letters, that_may_wait_arrive_as_one_at_the_hour_that_the_address_chose) {
  auto const monday = moment("2026-11-30T05:00:00.000Z");
  choose("jan@a.example", {.rhythm = Rhythm::weekly, .hour = 8, .weekday = 3}, monday);
  choose("an@a.example", {.rhythm = Rhythm::at_once}, monday);
  auto const letter = [](char const* to, char const* subject) {
    return Message{.to = to, .subject = subject, .text = "tekst", .haste = Haste::may_wait};
  };
  auto const start = base::Instant::now();
  queue_all({letter("Jan@a.example", "Een"), letter("an@a.example", "Meteen"), letter("jan@a.example", "Twee"),
             letter("piet@a.example", "Alleen")});
  EXPECT_EQ(sent_at(start.plus(1s)), 1);
  EXPECT_EQ(subjects(), std::vector<std::string>{"Meteen"});
  EXPECT_EQ(sent_at(start.plus(7 * 24h + 1h)), 2);
  auto const received = server.received();
  ASSERT_EQ(received.size(), 3U);
  for (auto const& one : received) {
    if (one.to.front() != "<jan@a.example>") continue;
    EXPECT_NE(one.text.find("Subject: Lenig: 2 berichten"), std::string::npos) << one.text;
    EXPECT_LT(one.text.find("1. Een"), one.text.find("2. Twee")) << one.text;
  }
  EXPECT_EQ(sent_at(start.plus(30 * 24h)), 0);
}

TEST_F(Letters, that_wait_follow_when_their_address_chooses_anew) {
  queue_all({{.to = "jan@a.example", .subject = "Een", .text = "x", .haste = Haste::may_wait}});
  EXPECT_EQ(sent_at(soon), 0);
  choose("JAN@a.example", {.rhythm = Rhythm::at_once}, soon);
  EXPECT_EQ(sent_at(soon), 1);
}

TEST_F(Letters, with_an_invitation_do_not_wait) {
  queue_all({{.to = "jan@a.example",
              .subject = "Uitnodiging",
              .text = "x",
              .haste = Haste::may_wait,
              .calendar = CalendarPart{CalendarMethod::request, "no calendar"}},
             {.to = "an@a.example", .subject = "Gewoon", .text = "x"}});
  EXPECT_EQ(sent_at(soon), 1);  // what can't be written is given up and holds up nobody
  EXPECT_EQ(subjects(), std::vector<std::string>{"Gewoon"});
}

TEST_F(Letters, have_an_hour_that_exists) {
  database->write(db::every_board, [](db::Transaction& tx) {
    EXPECT_EQ(prefer(tx, "a@b.example", {.hour = 24}).error(), PreferenceRefusal::no_such_hour);
    EXPECT_EQ(prefer(tx, "a@b.example", {.weekday = 0}).error(), PreferenceRefusal::no_such_weekday);
    EXPECT_EQ(preference_of(tx, "a@b.example").hour, 7);
  });
}

TEST_F(Letters, of_one_address_keep_their_order_when_the_first_has_to_wait) {
  queue_all({{.to = "jan@a.example", .subject = "Een", .text = "x"},
             {.to = "jan@a.example", .subject = "Twee", .text = "x"}});
  {
    TinySmtp refusing("450 4.2.1 not now");
    EXPECT_EQ(deliver(*database, {.smtp_url = refusing.url()}, soon).sent, 0);
  }
  EXPECT_EQ(sent_at(soon.plus(30s)), 0);  // the second is due, and waits for the first
  EXPECT_EQ(sent_at(soon.plus(60s)), 2);
  EXPECT_EQ(subjects(), (std::vector<std::string>{"Een", "Twee"}));
}

TEST_F(Letters, that_wait_for_the_next_run_are_seen_by_the_look_that_comes_every_minute) {
  start(*database);
  auto const first = base::Instant::now();
  queue_all({{.to = "jan@a.example", .subject = "Straks", .text = "x", .not_before = first.plus(-1h)}});
  Post const post{.smtp_url = server.url()};
  EXPECT_EQ(jobs::run_due(*database, works(post), first.plus(1s)), 2);
  EXPECT_EQ(server.received().size(), 1U);
  EXPECT_EQ(jobs::run_due(*database, works(post), first.plus(50s)), 0);
  EXPECT_GE(jobs::run_due(*database, works(post), base::Instant::now().plus(60s)), 1);
}

TEST_F(Letters, that_are_given_up_after_five_days_mark_their_address) {
  base::BoardId const board("01900000-0000-7000-8000-00000000000b");
  queue_all({{.to = "jan@a.example", .subject = "Een", .text = "x", .board = board}});
  TinySmtp refusing("450 4.2.1 not now");
  auto now = soon;
  auto const marked = [&] {
    return database->read(db::every_board, [&](db::Reading& reading) { return bounces(reading, board); });
  };
  for (int i = 0; i < 36; ++i, now = now.plus(4h)) deliver(*database, {.smtp_url = refusing.url()}, now);
  EXPECT_TRUE(marked().empty());
  deliver(*database, {.smtp_url = refusing.url()}, now);
  ASSERT_EQ(marked().size(), 1U);
  EXPECT_EQ(marked()[0].status, "4.2.1");
}

}  // namespace
}  // namespace lenig::mail
