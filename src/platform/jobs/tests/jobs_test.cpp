#include "platform/jobs/jobs.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <mutex>
#include <set>
#include <thread>

#include "tests/support/database.hpp"

namespace lenig::jobs {
namespace {

using namespace std::chrono_literals;

db::Query const count{"test/count", "select count(*) from jobs_job", {}};
db::Query const due_at{"test/due_at", "select run_at from jobs_job", {}};
db::Query const failures{"test/failures", "select failure from jobs_job", {}};

class Jobs : public ::testing::Test {
 protected:
  void ask_for(char const* kind, char const* payload = "", base::Instant not_before = base::Instant::now()) {
    database->write(db::every_board, [&](db::Transaction& tx) { enqueue(tx, kind, payload, not_before); });
  }
  int waiting() {
    return database->read(db::every_board, [](db::Reading& reading) { return reading.one<int>(count); }).value();
  }
  base::Instant next() {
    return database->read(db::every_board, [](db::Reading& reading) { return reading.one<base::Instant>(due_at); })
        .value();
  }

  std::unique_ptr<db::Database> database = tests::fresh_database();
  std::vector<std::string> done;
  Works const works{
      {"note", [this](db::Database&, std::string const& payload) { done.push_back(payload); }},
      {"fail", [](db::Database&, std::string const&) { throw std::runtime_error("the server is away"); }}};
};

TEST_F(Jobs, run_once_with_their_payload) {
  ask_for("note", "a");
  EXPECT_EQ(run_due(*database, works), 1);
  EXPECT_EQ(run_due(*database, works), 0);
  EXPECT_EQ(done, std::vector<std::string>{"a"});
  EXPECT_EQ(waiting(), 0);
}

TEST_F(Jobs, run_one_after_another_in_the_order_of_their_time) {
  auto const now = base::Instant::now();
  ask_for("note", "b", now.plus(-1s));
  ask_for("note", "a", now.plus(-2s));
  ask_for("note", "c", now);
  EXPECT_EQ(run_due(*database, works, now), 3);
  EXPECT_EQ(done, (std::vector<std::string>{"a", "b", "c"}));
}

TEST_F(Jobs, that_a_wrong_clock_put_far_ahead_run_when_it_is_right_again) {
  auto const now = base::Instant::now();
  ask_for("note", "mailed in another year", now.plus(24h * 400));
  ask_for("note", "tomorrow night", now.plus(26h));
  EXPECT_EQ(run_due(*database, works, now), 1);
  EXPECT_EQ(done, std::vector<std::string>{"mailed in another year"});
}

TEST_F(Jobs, that_may_last_long_are_not_taken_twice_meanwhile) {
  auto const now = base::Instant::now();
  ask_for("backup");
  int runs = 0;
  Works slow;
  slow.emplace("backup", Work(
                             [&](db::Database& there, std::string const&) {
                               ++runs;
                               EXPECT_EQ(run_due(there, slow, now.plus(3h)), 0);  // another node, hours later
                             },
                             6h));
  EXPECT_EQ(run_due(*database, slow, now.plus(1s)), 1);
  EXPECT_EQ(runs, 1);
}

TEST_F(Jobs, wait_for_their_time) {
  auto const now = base::Instant::now();
  ask_for("note", "later", now.plus(1h));
  EXPECT_EQ(run_due(*database, works, now.plus(59min)), 0);
  EXPECT_EQ(run_due(*database, works, now.plus(1h)), 1);
}

TEST_F(Jobs, of_a_transaction_that_was_rolled_back_are_not_there) {
  EXPECT_THROW(database->write(db::every_board,
                               [](db::Transaction& tx) {
                                 enqueue(tx, "note", "");
                                 throw std::runtime_error("broken");
                               }),
               std::runtime_error);
  EXPECT_EQ(run_due(*database, works), 0);
}

TEST_F(Jobs, that_fail_wait_ten_seconds_and_twice_as_long_each_time_up_to_an_hour) {
  auto now = base::Instant::now().plus(1s);
  ask_for("fail");
  for (auto const wait : {10s, 20s, 40s, 80s, 160s, 320s, 640s, 1280s, 2560s, 3600s, 3600s, 3600s}) {
    ASSERT_EQ(run_due(*database, works, now), 1);
    ASSERT_EQ(next(), now.plus(wait));
    ASSERT_EQ(run_due(*database, works, next().plus(-1ms)), 0);
    now = next();
  }
  EXPECT_EQ(waiting(), 1);
  EXPECT_EQ(database->read(db::every_board, [](db::Reading& reading) { return reading.one<std::string>(failures); }),
            "the server is away");
}

TEST_F(Jobs, that_fail_do_not_hold_up_the_others) {
  ask_for("fail");
  ask_for("note", "a");
  EXPECT_EQ(run_due(*database, works), 2);
  EXPECT_EQ(done, std::vector<std::string>{"a"});
  EXPECT_EQ(waiting(), 1);
}

TEST_F(Jobs, of_a_kind_that_nobody_knows_wait) {
  ask_for("of another version");
  EXPECT_EQ(run_due(*database, works), 1);
  EXPECT_EQ(waiting(), 1);
}

TEST_F(Jobs, that_somebody_claimed_are_left_to_them_as_long_as_a_run_may_last) {
  auto const now = base::Instant::now();
  ask_for("outer", "", now);
  int begun = 0;
  int inner = -1;
  int late = -1;
  Works nested;
  nested = Works{{"outer", [&](db::Database& there, std::string const&) {
                    if (begun++ > 0) return;
                    inner = run_due(there, nested, now.plus(4min));
                    late = run_due(there, nested, now.plus(6min));
                  }}};
  EXPECT_EQ(run_due(*database, nested, now), 1);
  EXPECT_EQ(inner, 0);
  EXPECT_EQ(late, 1);  // its runner is taken to have died
  EXPECT_EQ(waiting(), 0);
}

TEST_F(Jobs, are_run_once_by_two_runners_at_a_time) {
  constexpr int many = 60;
  for (int i = 0; i < many; ++i) ask_for("count", std::to_string(i).c_str());
  std::mutex mutex;
  std::multiset<std::string> ran;
  Works const counting{{"count", [&](db::Database&, std::string const& payload) {
                          std::this_thread::sleep_for(1ms);
                          std::lock_guard const lock(mutex);
                          ran.insert(payload);
                        }}};
  std::atomic<int> tried = 0;
  {
    std::vector<std::jthread> runners;
    runners.reserve(3);
    for (int i = 0; i < 3; ++i) runners.emplace_back([&] { tried += run_due(*database, counting); });
  }
  EXPECT_EQ(tried, many);
  EXPECT_EQ(std::set<std::string>(ran.begin(), ran.end()).size(), static_cast<std::size_t>(many));
  EXPECT_EQ(ran.size(), static_cast<std::size_t>(many));
}

TEST_F(Jobs, are_asked_for_once_while_one_waits) {
  auto const ask_once = [&] {
    database->write(db::every_board, [](db::Transaction& tx) { enqueue_once(tx, "note"); });
  };
  ask_once();
  ask_once();
  EXPECT_EQ(waiting(), 1);
  run_due(*database, works);
  ask_once();
  EXPECT_EQ(waiting(), 1);
  ask_for("fail");
  EXPECT_EQ(waiting(), 2);
}

TEST_F(Jobs, are_run_by_the_runner_until_it_goes) {
  std::atomic<int> ran = 0;
  ask_for("count");
  {
    Runner const runner(*database, {{"count", [&](db::Database&, std::string const&) { ++ran; }}});
    for (int i = 0; i < 500 && ran == 0; ++i) std::this_thread::sleep_for(10ms);
  }
  EXPECT_EQ(ran, 1);
  ask_for("count");
  std::this_thread::sleep_for(50ms);
  EXPECT_EQ(ran, 1);
}

}  // namespace
}  // namespace lenig::jobs
