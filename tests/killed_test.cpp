// The program is killed while it writes, again and again: what it said was done is there, and nothing is half done.
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <random>
#include <set>
#include <thread>

#include "platform/audit/audit.hpp"
#include "platform/base/text.hpp"
#include "tests/support/browser.hpp"

namespace lenig::tests {

namespace {

constexpr int rounds = 200;

/// What is needed to go on with a case in another process.
struct Begun {
  app::Settings settings;
  std::map<std::string, std::string> cookies;
  std::string csrf;
  std::string path;  // of a form
};

Begun begin() {
  Case in;
  auto browser = in.as("office");
  auto const way = in.participation("Houwingaham");
  browser.get("/programma/deelname/" + way + "/vragen/nieuw");
  return {in.application().settings(), browser.cookies, browser.csrf, "/programma/deelname/" + way + "/vragen"};
}

/// The process that is killed: sends form after form, and says over the pipe which ones were answered as done.
[[noreturn]] void write_until_killed(Begun const& begun, int round, int pipe) {
  app::Application application(begun.settings);
  Browser browser(application);
  browser.cookies = begun.cookies;
  browser.csrf = begun.csrf;
  for (int number = 0;; ++number) {
    auto const question = "Vraag " + std::to_string(round) + "." + std::to_string(number);
    if (browser.post(begun.path, {{"question", question}}).status != 303) ::_exit(1);
    auto const said = question + "\n";
    if (::write(pipe, said.data(), said.size()) != static_cast<ssize_t>(said.size())) ::_exit(2);
  }
}

/// Starts the process, kills it after a while, and gives what it said was done.
std::set<std::string> acknowledged_until_killed(Begun const& begun, int round, std::chrono::microseconds after) {
  int ends[2] = {-1, -1};
  if (::pipe(ends) != 0) throw std::runtime_error("no pipe");
  auto const child = ::fork();
  if (child == 0) {
    ::close(ends[0]);
    write_until_killed(begun, round, ends[1]);
  }
  ::close(ends[1]);
  if (round % 4 != 0) {  // in the others it may be killed while it opens the database
    pollfd first{ends[0], POLLIN, 0};
    ::poll(&first, 1, 10'000);
  }
  std::this_thread::sleep_for(after);
  ::kill(child, SIGKILL);
  int status = 0;
  ::waitpid(child, &status, 0);
  EXPECT_TRUE(WIFSIGNALED(status)) << "round " << round << ": it ended by itself";
  std::string said;
  char part[4096];
  for (ssize_t count = 0; (count = ::read(ends[0], part, sizeof part)) > 0;)
    said.append(part, static_cast<std::size_t>(count));
  ::close(ends[0]);
  auto const lines = base::lines(said);
  return {lines.begin(), lines.end()};
}

std::set<std::string> texts(db::Reading& reading, db::Query const& query) {
  auto const all = reading.all<std::string>(query);
  return {all.begin(), all.end()};
}

}  // namespace

TEST(Killed, at_any_moment_loses_nothing_it_acknowledged_and_leaves_nothing_half) {
  static db::Query const asked{
      "test/asked", "select question from programme_question where question like 'Vraag %'", {}};
  static db::Query const ids{"test/ids", "select id from programme_question where question like 'Vraag %'", {}};
  static db::Query const told{"test/told", "select object_id from audit_entry where act = 'question.asked'", {}};
  auto const begun = begin();
  std::mt19937 random(4711);
  std::uniform_int_distribution<int> moment(500, 60'000);
  std::size_t before = 0;  // audit entries of questions that the case itself has
  {
    db::Database database(begun.settings.place);
    before = database.read(db::every_board, [&](db::Reading& reading) { return texts(reading, told).size(); });
  }
  std::set<std::string> acknowledged;
  for (int round = 0; round < rounds; ++round) {
    auto said = acknowledged_until_killed(begun, round, std::chrono::microseconds{moment(random)});
    bool const whole = round % 25 == 24;  // the whole log takes a while to follow
    auto const looked_for = whole ? acknowledged : said;
    acknowledged.merge(said);
    db::Database database(begun.settings.place);
    database.read(db::every_board, [&](db::Reading& reading) {
      auto const there = texts(reading, asked);
      for (auto const& one : looked_for) ASSERT_TRUE(there.contains(one)) << one << " was acknowledged";
      auto const entries = texts(reading, told);
      auto const acts = texts(reading, ids);
      ASSERT_TRUE(std::ranges::includes(entries, acts)) << "round " << round << ": an act without its audit entry";
      ASSERT_EQ(entries.size(), acts.size() + before) << "round " << round << ": an audit entry without its act";
      if (whole) {
        ASSERT_FALSE(audit::verify(reading).broken) << "round " << round;
      }
    });
    if (HasFatalFailure()) return;
  }
  EXPECT_GT(acknowledged.size(), 200U) << "it was killed while it wrote";
}

}  // namespace lenig::tests
