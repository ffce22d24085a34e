#include "platform/audit/audit.hpp"

#include <gtest/gtest.h>

#include <thread>

#include "platform/db/connection.hpp"
#include "tests/support/database.hpp"

namespace lenig::audit {
namespace {

struct Line {
  base::BoardId board_id;
  base::PersonId actor_id;
  std::string request;
  std::string act;
  std::string object_id;
  base::PersonId subject_id;
  std::string detail;
};
BOOST_DESCRIBE_STRUCT(Line, (), (board_id, actor_id, request, act, object_id, subject_id, detail))
db::Query const lines{
    "test/lines",
    "select board_id, actor_id, request, act, object_id, subject_id, detail from audit_entry order by id",
    {}};

TEST(Audit, says_who_did_what_to_which_thing_and_whom_it_concerns) {
  auto const database = tests::fresh_database();
  base::Actor const actor{.person = base::PersonId::make(), .board = base::BoardId::make(), .request = "r-1"};
  auto const subject = base::PersonId::make();
  database->write(db::every_board,
                  [&](db::Transaction& tx) { record(tx, actor, {"appointment.ended", "thing", subject, "left"}); });
  auto const found =
      database->read(db::every_board, [](db::Reading& reading) { return reading.one<Line>(lines); }).value();
  EXPECT_EQ(found.board_id, actor.board);
  EXPECT_EQ(found.actor_id, actor.person);
  EXPECT_EQ(found.request, "r-1");
  EXPECT_EQ(found.act, "appointment.ended");
  EXPECT_EQ(found.object_id, "thing");
  EXPECT_EQ(found.subject_id, subject);
  EXPECT_EQ(found.detail, "left");
}

TEST(Audit, also_of_what_a_command_did_without_a_person_or_board) {
  auto const database = tests::fresh_database();
  database->write(db::every_board, [](db::Transaction& tx) {
    record(tx, {.request = "import"}, {.act = "board.founded", .object = "b"});
  });
  auto const found =
      database->read(db::every_board, [](db::Reading& reading) { return reading.one<Line>(lines); }).value();
  EXPECT_TRUE(found.actor_id.empty() && found.board_id.empty() && found.subject_id.empty());
}

TEST(Audit, holds_nothing_of_an_act_that_was_not_done) {
  auto const database = tests::fresh_database();
  EXPECT_THROW(database->write(db::every_board,
                               [](db::Transaction& tx) {
                                 record(tx, {.request = "import"}, {.act = "board.founded", .object = "b"});
                                 throw std::runtime_error("broken");
                               }),
               std::runtime_error);
  EXPECT_TRUE(database->read(db::every_board, [](db::Reading& reading) { return reading.all<Line>(lines); }).empty());
}

class Chain : public ::testing::Test {
 protected:
  Chain() {
    for (auto const* what : {"first", "second", "third", "fourth"}) {
      database->write(db::every_board, [&](db::Transaction& tx) {
        record(tx, {.board = east, .request = "r"}, {.act = "thing.done", .object = what});
        record(tx, {.board = west, .request = "r"}, {.act = "thing.done", .object = what});
      });
    }
  }

  Verified verified() {
    return database->read(db::every_board, [](db::Reading& reading) { return verify(reading); });
  }

  /// What somebody does who has the database itself.
  void tamper(std::string const& sql) {
    auto const& place = database->place();
    auto const connection = db::Connection::owner(place);
    if (!place.is_postgresql()) {
      connection->command("drop trigger if exists audit_entry_is_never_changed");
      connection->command("drop trigger if exists audit_entry_is_never_removed");
    }
    connection->command(sql);
  }

  base::BoardId const east = base::BoardId::make();
  base::BoardId const west = base::BoardId::make();
  std::unique_ptr<db::Database> database = tests::fresh_database();
};

TEST_F(Chain, is_unbroken_as_the_program_writes_it) {
  EXPECT_EQ(verified().entries, 8);
  EXPECT_FALSE(verified().broken);
}

TEST_F(Chain, shows_where_an_entry_was_changed) {
  tamper("update audit_entry set object_id = 'other' where object_id = 'second' and board_id = '" + east.text() + "'");
  ASSERT_TRUE(verified().broken);
  EXPECT_EQ(verified().broken->board, east.text());
  EXPECT_EQ(verified().broken->number, 2);
}

TEST_F(Chain, shows_that_an_entry_was_left_out) {
  tamper("delete from audit_entry where object_id = 'third' and board_id = '" + west.text() + "'");
  ASSERT_TRUE(verified().broken);
  EXPECT_EQ(verified().broken->number, 3);
}

TEST_F(Chain, shows_that_the_newest_entries_were_left_out) {
  tamper("delete from audit_entry where object_id = 'fourth'");
  ASSERT_TRUE(verified().broken);
  EXPECT_EQ(verified().broken->number, 4);
}

TEST_F(Chain, shows_that_a_whole_board_was_left_out) {
  tamper("delete from audit_entry where board_id = '" + west.text() + "'");
  ASSERT_TRUE(verified().broken);
  EXPECT_EQ(verified().broken->board, west.text());
}

TEST_F(Chain, shows_that_a_board_was_left_out_with_its_head) {
  tamper("delete from audit_entry where object_id = 'fourth' and board_id = '" + west.text() + "'");
  tamper("delete from audit_head where board_id = '" + west.text() + "'");
  ASSERT_TRUE(verified().broken);
  EXPECT_EQ(verified().broken->board, west.text());
}

TEST_F(Chain, shows_an_entry_that_was_put_in_later) {
  tamper("insert into audit_entry (board_id, id, at, request, act, object_id, detail) values ('" + west.text() +
         "', '" + base::new_uuid() + "', '', '', 'thing.done', 'never', '')");
  EXPECT_TRUE(verified().broken);
}

TEST_F(Chain, that_was_written_anew_has_another_hash) {
  auto const before = verified().hash;
  EXPECT_EQ(verified().hash, before);
  database->write(db::every_board,
                  [&](db::Transaction& tx) { record(tx, {.board = east, .request = "r"}, {.act = "thing.done"}); });
  EXPECT_NE(verified().hash, before);
}

TEST_F(Chain, grows_in_one_line_however_many_write_at_once) {
  std::vector<std::thread> writers;
  writers.reserve(4);
  for (int i = 0; i < 4; ++i) {
    writers.emplace_back([this] {
      for (int j = 0; j < 10; ++j) {
        database->write(db::every_board, [this](db::Transaction& tx) {
          record(tx, {.board = east, .request = "r"}, {.act = "thing.done", .object = "again"});
        });
      }
    });
  }
  for (auto& writer : writers) writer.join();
  EXPECT_EQ(verified().entries, 48);
  EXPECT_FALSE(verified().broken);
}

}  // namespace
}  // namespace lenig::audit
