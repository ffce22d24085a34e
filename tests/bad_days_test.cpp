// What the surroundings can do to the program: it says what is wrong, loses nothing, and goes on when they are well.
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <csignal>

#include "platform/jobs/jobs.hpp"
#include "platform/mail/mail.hpp"
#include "tests/support/browser.hpp"
#include "tests/support/database.hpp"

namespace lenig::tests {

namespace {

/// No file of this process may grow beyond a size: to SQLite a disk that is full.
class FullDisk {
 public:
  explicit FullDisk(rlim_t most) {
    std::signal(SIGXFSZ, SIG_IGN);
    ::getrlimit(RLIMIT_FSIZE, &before_);
    rlimit const full{most, before_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &full);
  }
  ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &before_); }
  FullDisk(FullDisk const&) = delete;
  FullDisk& operator=(FullDisk const&) = delete;

 private:
  rlimit before_{};
};

std::string questions(Case& in) {
  return in.value("select cast(count(*) as text) from programme_question where question = 'Past dit er nog bij?'");
}

}  // namespace

TEST(FullDisk, is_told_of_and_the_form_can_be_sent_again_when_there_is_room) {
  if (on_postgresql()) GTEST_SKIP() << "there the disk is the server's";
  Case in;
  auto teacher = in.as("teacher");
  auto const path = "/programma/deelname/" + in.participation("Houwingaham") + "/vragen";
  teacher.get(path + "/nieuw");
  teacher.keep_once = true;
  {
    FullDisk const full(1024);
    auto const refused = teacher.post(path, {{"question", "Past dit er nog bij?"}});
    EXPECT_EQ(refused.status, 503);
    EXPECT_TRUE(refused.says("even niet bereikbaar"));
  }
  EXPECT_EQ(questions(in), "0") << "nothing half";
  EXPECT_EQ(teacher.post(path, {{"question", "Past dit er nog bij?"}}).status, 303) << "the same form, sent again";
  EXPECT_EQ(questions(in), "1");
}

TEST(MailServer, that_is_away_keeps_letters_waiting_until_it_is_back) {
  Case in;
  auto& database = in.database();
  database.write(db::every_board,
                 [](db::Transaction& tx) { mail::queue(tx, {"femke@school.example", "Welkom", "Dag Femke"}); });
  mail::Post const away{.smtp_url = "smtp://127.0.0.1:1"};
  auto const now = base::Instant::now();
  EXPECT_GE(jobs::run_due(database, mail::works(away), now.plus(std::chrono::seconds{1})), 1);
  EXPECT_EQ(in.value("select cast(count(*) as text) from mail_message where recipient = 'femke@school.example' and "
                     "sent_at is null"),
            "1");
  EXPECT_EQ(jobs::run_due(database, mail::works(away), now.plus(std::chrono::seconds{2})), 0) << "it waits first";
  EXPECT_GE(jobs::run_due(database, mail::works(away), now.plus(std::chrono::minutes{5})), 1) << "and then tries again";
}

}  // namespace lenig::tests
