#include "platform/mail/mail.hpp"

#include <gtest/gtest.h>

#include "platform/mail/bounce.hpp"
#include "platform/mail/tests/tiny_smtp.hpp"
#include "tests/support/database.hpp"

namespace lenig::mail {
namespace {

using namespace std::chrono_literals;

db::Query const jobs_waiting{"test/jobs_waiting", "select count(*) from jobs_job", {}};

Message const welcome{.to = "jan@school.example",
                      .subject = "Welkom, Daniëlle: één link voor u",
                      .text = "Dag,\n\n.een punt vooraan\nDe financiën.\n",
                      .board = base::BoardId("01900000-0000-7000-8000-00000000000b")};

class Mail : public ::testing::Test {
 protected:
  void queue_it() {
    database->write(db::every_board, [](db::Transaction& tx) { queue(tx, welcome); });
  }
  int waiting() {
    return database->read(db::every_board, [](db::Reading& reading) { return reading.one<int>(jobs_waiting); }).value();
  }
  Sent newest() {
    return database->read(db::every_board, [](db::Reading& reading) { return outbox(reading, 1); }).at(0);
  }

  std::unique_ptr<db::Database> database = tests::fresh_database();
};

TEST_F(Mail, of_an_act_that_was_not_done_is_never_sent) {
  TinySmtp server;
  EXPECT_THROW(database->write(db::every_board,
                               [](db::Transaction& tx) {
                                 queue(tx, welcome);
                                 throw std::runtime_error("broken");
                               }),
               std::runtime_error);
  EXPECT_EQ(jobs::run_due(*database, works({.smtp_url = server.url()})), 0);
  EXPECT_TRUE(database->read(db::every_board, [](db::Reading& reading) { return outbox(reading, 9); }).empty());
  EXPECT_TRUE(server.received().empty());
}

TEST_F(Mail, reaches_the_server_once) {
  TinySmtp server;
  Post const post{.smtp_url = server.url(), .from = "lenig@school.example"};
  queue_it();
  EXPECT_FALSE(newest().sent_at);
  EXPECT_EQ(jobs::run_due(*database, works(post)), 1);
  EXPECT_EQ(jobs::run_due(*database, works(post)), 0);
  auto const received = server.received();
  ASSERT_EQ(received.size(), 1U);
  EXPECT_EQ(received[0].from, "<lenig@school.example>");
  EXPECT_EQ(received[0].to, std::vector<std::string>{"<jan@school.example>"});
  EXPECT_NE(received[0].text.find("To: jan@school.example"), std::string::npos);
  EXPECT_FALSE(received[0].has_bare_line_feed);
  EXPECT_TRUE(newest().sent_at);
  EXPECT_EQ(newest().text, "");  // it may have held a link for one use
}

TEST_F(Mail, that_was_sent_is_not_sent_again_when_its_job_comes_back) {
  TinySmtp server;
  Post const post{.smtp_url = server.url()};
  queue_it();
  auto const id = newest().id;
  jobs::run_due(*database, works(post));
  database->write(db::every_board, [&](db::Transaction& tx) { jobs::enqueue(tx, "mail.send", id); });
  EXPECT_EQ(jobs::run_due(*database, works(post)), 1);
  EXPECT_EQ(server.received().size(), 1U);
}

TEST_F(Mail, waits_for_a_server_that_is_away_and_is_sent_when_it_is_back) {
  auto const port = TinySmtp().port();  // nobody listens there any more
  queue_it();
  auto const now = base::Instant::now();
  EXPECT_EQ(jobs::run_due(*database, works({.smtp_url = "smtp://127.0.0.1:" + std::to_string(port)}), now), 1);
  EXPECT_EQ(waiting(), 1);
  EXPECT_FALSE(newest().sent_at);
  TinySmtp back;
  EXPECT_EQ(jobs::run_due(*database, works({.smtp_url = back.url()}), now.plus(11s)), 1);
  EXPECT_EQ(back.received().size(), 1U);
  EXPECT_EQ(waiting(), 0);
}

TEST_F(Mail, waits_when_the_server_refuses_it_for_now) {
  auto const now = base::Instant::now().plus(1s);
  queue_it();
  {
    TinySmtp server("450 not now");
    EXPECT_EQ(deliver(*database, {.smtp_url = server.url()}, now).sent, 0);
  }
  EXPECT_FALSE(newest().sent_at);
  TinySmtp server;
  Post const post{.smtp_url = server.url()};
  EXPECT_EQ(deliver(*database, post, now.plus(59s)).sent, 0);
  EXPECT_EQ(deliver(*database, post, now.plus(60s)).sent, 1);
  EXPECT_EQ(server.received().size(), 1U);
}

TEST_F(Mail, is_given_up_when_the_server_refuses_it_for_good_and_its_address_is_marked) {
  TinySmtp server("550 5.1.1 no such mailbox");
  queue_it();
  auto const now = base::Instant::now().plus(1s);
  EXPECT_EQ(deliver(*database, {.smtp_url = server.url()}, now).sent, 0);
  EXPECT_FALSE(newest().sent_at);
  auto const marked = database->read(
      db::every_board, [](db::Reading& reading) { return bounce_of(reading, welcome.board, "JAN@school.example"); });
  ASSERT_TRUE(marked);
  EXPECT_EQ(marked->status, "5.1.1");
  EXPECT_EQ(marked->reason, "550 5.1.1 no such mailbox");
  TinySmtp willing;
  EXPECT_EQ(deliver(*database, {.smtp_url = willing.url()}, now.plus(24h)).sent, 0);
}

TEST_F(Mail, with_a_password_is_not_sent_in_the_clear) {
  TinySmtp server;
  queue_it();
  jobs::run_due(*database, works({.smtp_url = server.url(), .user = "lenig", .password = "geheim"}));
  EXPECT_TRUE(server.received().empty());
  EXPECT_EQ(server.all_lines().find("AUTH"), std::string::npos);
  EXPECT_EQ(waiting(), 1);
}

TEST_F(Mail, stays_in_the_outbox_of_a_demo) {
  queue_it();
  EXPECT_EQ(jobs::run_due(*database, works({})), 1);
  EXPECT_EQ(waiting(), 0);
  EXPECT_FALSE(newest().sent_at);
  EXPECT_EQ(newest().subject, welcome.subject);
  EXPECT_EQ(newest().text, welcome.text);
  EXPECT_EQ(database->read(db::every_board, [&](db::Reading& reading) { return message(reading, newest().id)->to; }),
            welcome.to);
}

}  // namespace
}  // namespace lenig::mail
