#include <gtest/gtest.h>

#include <thread>

#include "platform/base/result.hpp"
#include "platform/db/connection.hpp"
#include "platform/db/database.hpp"
#include "tests/support/database.hpp"

namespace lenig::db {
namespace {

Query const insert{
    "test/insert",
    "insert into jobs_job (id, kind, payload, run_at, attempts, failure) values (:id, 'test', '', '', 0, '')",
    {}};
Query const ids{"test/ids", "select id from jobs_job order by id", {}};
Query const count_up{"test/count_up", "update jobs_job set attempts = attempts + 1 where id = :id", {}};
Query const attempts{"test/attempts", "select attempts from jobs_job where id = :id", {}};

enum class Refusal { no };

class Transactions : public ::testing::Test {
 protected:
  std::vector<std::string> there() {
    return database->read(every_board, [](Reading& reading) { return reading.all<std::string>(ids); });
  }
  void add(char const* id) {
    database->write(every_board, [&](Transaction& tx) { tx.run(insert, {{"id", id}}); });
  }

  std::unique_ptr<Database> database = tests::fresh_database();
};

using Ids = std::vector<std::string>;

TEST_F(Transactions, keep_what_they_wrote) {
  add("a");
  EXPECT_EQ(there(), Ids{"a"});
  Database again(database->place());
  EXPECT_EQ(again.read(every_board, [](Reading& reading) { return reading.all<std::string>(ids); }), Ids{"a"});
}

TEST_F(Transactions, keep_nothing_when_they_are_refused) {
  auto const given = database->write(every_board, [](Transaction& tx) -> Result<int, Refusal> {
    tx.run(insert, {{"id", "a"}});
    return std::unexpected(Refusal::no);
  });
  EXPECT_FALSE(given);
  EXPECT_EQ(there(), Ids{});
  auto const taken = database->write(every_board, [](Transaction& tx) -> Result<int, Refusal> {
    tx.run(insert, {{"id", "a"}});
    return 3;
  });
  EXPECT_EQ(taken.value(), 3);
  EXPECT_EQ(there(), Ids{"a"});
}

TEST_F(Transactions, keep_nothing_when_they_are_refused_without_a_result) {
  auto const given = database->write(every_board, [](Transaction& tx) -> Result<void, Refusal> {
    tx.run(insert, {{"id", "a"}});
    return std::unexpected(Refusal::no);
  });
  EXPECT_FALSE(given);
  EXPECT_EQ(there(), Ids{});
}

TEST_F(Transactions, keep_nothing_when_something_throws) {
  EXPECT_THROW(database->write(every_board,
                               [](Transaction& tx) {
                                 tx.run(insert, {{"id", "a"}});
                                 throw std::runtime_error("broken");
                               }),
               std::runtime_error);
  EXPECT_EQ(there(), Ids{});
}

TEST_F(Transactions, tell_what_waits_for_the_commit_only_when_it_is_done) {
  std::vector<Ids> seen;
  auto const look = [&] { seen.push_back(there()); };
  database->write(every_board, [&](Transaction& tx) {
    tx.run(insert, {{"id", "a"}});
    tx.after_commit(look);
    EXPECT_TRUE(seen.empty());
  });
  ASSERT_EQ(seen.size(), 1U);
  EXPECT_EQ(seen[0], Ids{"a"});  // another connection sees it by then
}

TEST_F(Transactions, tell_nobody_when_they_are_rolled_back) {
  int told = 0;
  EXPECT_THROW(database->write(every_board,
                               [&](Transaction& tx) {
                                 tx.after_commit([&] { ++told; });
                                 throw std::runtime_error("broken");
                               }),
               std::runtime_error);
  static_cast<void>(database->write(every_board, [&](Transaction& tx) -> Result<int, Refusal> {
    tx.after_commit([&] { ++told; });
    return std::unexpected(Refusal::no);
  }));
  add("a");  // on the same connection: nothing waits there any more
  EXPECT_EQ(told, 0);
}

TEST_F(Transactions, go_on_with_the_same_statements_after_an_error) {
  add("a");
  for (int i = 0; i < 3; ++i) {
    EXPECT_THROW(add("a"), Conflict);
    EXPECT_EQ(there(), Ids{"a"});
  }
  add("b");
  EXPECT_EQ(there(), (Ids{"a", "b"}));
}

TEST_F(Transactions, go_on_after_a_reader_left_in_the_middle_of_its_rows) {
  add("a");
  add("b");
  for (int i = 0; i < 3; ++i) {
    EXPECT_THROW(database->read(every_board,
                                [](Reading& reading) {
                                  reading.each<std::string>(
                                      ids, {}, [](std::string const&) { throw std::runtime_error("enough"); });
                                }),
                 std::runtime_error);
  }
  EXPECT_EQ(there(), (Ids{"a", "b"}));
}

TEST_F(Transactions, show_a_reader_one_moment) {
  add("a");
  database->read(every_board, [&](Reading& reading) {
    EXPECT_EQ(reading.all<std::string>(ids), Ids{"a"});
    add("b");
    EXPECT_EQ(reading.all<std::string>(ids), Ids{"a"});
  });
  EXPECT_EQ(there(), (Ids{"a", "b"}));
}

TEST_F(Transactions, of_several_threads_lose_nothing) {
  add("a");
  {
    std::vector<std::jthread> threads;
    threads.reserve(4);
    for (int thread = 0; thread < 4; ++thread) {
      threads.emplace_back([&] {
        for (int i = 0; i < 50; ++i)
          database->write(every_board, [](Transaction& tx) { tx.run(count_up, {{"id", "a"}}); });
      });
    }
  }
  EXPECT_EQ(database->read(every_board, [](Reading& reading) { return reading.one<int>(attempts, {{"id", "a"}}); }),
            200);
}

TEST_F(Transactions, of_two_programs_on_one_database_lose_nothing) {
  add("a");
  Database other(database->place());
  auto const count = [](Database& here) {
    for (int i = 0; i < 50; ++i) here.write(every_board, [](Transaction& tx) { tx.run(count_up, {{"id", "a"}}); });
  };
  {
    std::jthread const first([&] { count(*database); });
    std::jthread const second([&] { count(other); });
  }
  EXPECT_EQ(database->read(every_board, [](Reading& reading) { return reading.one<int>(attempts, {{"id", "a"}}); }),
            100);
}

TEST(Place, that_is_not_there_is_unavailable) {
  EXPECT_THROW(Database(Place{.sqlite_file = "/nowhere/at/all/lenig.sqlite"}), Unavailable);
  EXPECT_THROW(Database(Place{.postgresql_url = "postgresql://nobody@127.0.0.1:1/nothing"}), Unavailable);
}

}  // namespace
}  // namespace lenig::db
