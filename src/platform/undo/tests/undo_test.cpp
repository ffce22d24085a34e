#include "platform/undo/undo.hpp"

#include <gtest/gtest.h>

#include "tests/support/database.hpp"

namespace lenig::undo {
namespace {

class Undo : public ::testing::Test {
 protected:
  std::string done_by(base::Actor const& who) {
    return database->write(db::every_board,
                           [&](db::Transaction& tx) { return offer(tx, who, "appointment", "the payload"); });
  }
  bool taken_back_by(base::Actor const& who, std::string const& step) {
    return database->write(db::every_board, [&](db::Transaction& tx) { return take_back(tx, who, step, ways); });
  }
  void let_pass(std::string const& step, std::chrono::seconds time) {
    static db::Query const set_until{"test/set_until", "update undo_step set until = :until where id = :id", {}};
    static db::Query const until{"test/until", "select until from undo_step where id = :id", {}};
    database->write(db::every_board, [&](db::Transaction& tx) {
      auto const end = tx.one<base::Instant>(until, {{"id", step}}).value();
      tx.run(set_until, {{"until", end.plus(-time)}, {"id", step}});
    });
  }

  std::unique_ptr<db::Database> database = tests::fresh_database();
  base::Actor const actor{.person = base::PersonId::make(), .board = base::BoardId::make(), .request = "test"};
  std::vector<std::string> undone;
  TakeBacks ways{{"appointment", [this](db::Transaction&, base::Actor const&, std::string const& payload) {
                    undone.push_back(payload);
                    return true;
                  }}};
};

TEST_F(Undo, takes_a_step_back_once) {
  auto const step = done_by(actor);
  EXPECT_TRUE(taken_back_by(actor, step));
  EXPECT_FALSE(taken_back_by(actor, step));
  EXPECT_EQ(undone, std::vector<std::string>{"the payload"});
}

TEST_F(Undo, is_for_who_did_it_only) {
  auto const step = done_by(actor);
  auto colleague = actor;
  colleague.person = base::PersonId::make();
  EXPECT_FALSE(taken_back_by(colleague, step));
  EXPECT_FALSE(taken_back_by({.board = actor.board, .request = "nobody"}, step));
  EXPECT_TRUE(undone.empty());
  EXPECT_TRUE(taken_back_by(actor, step));
}

TEST_F(Undo, is_for_the_board_where_it_was_done_only) {
  auto const step = done_by(actor);
  auto elsewhere = actor;
  elsewhere.board = base::BoardId::make();
  EXPECT_FALSE(taken_back_by(elsewhere, step));
  EXPECT_TRUE(taken_back_by(actor, step));
}

TEST_F(Undo, stands_for_a_day) {
  using namespace std::chrono_literals;
  auto const in_time = done_by(actor);
  let_pass(in_time, 24h - 1min);
  EXPECT_TRUE(taken_back_by(actor, in_time));
  auto const too_late = done_by(actor);
  let_pass(too_late, 24h);
  EXPECT_FALSE(taken_back_by(actor, too_late));
  EXPECT_EQ(undone.size(), 1U);
}

TEST_F(Undo, that_breaks_can_be_tried_again) {
  auto const step = done_by(actor);
  TakeBacks const breaks{{"appointment", [](db::Transaction&, base::Actor const&, std::string const&) -> bool {
                            throw std::runtime_error("broken");
                          }}};
  EXPECT_THROW(
      database->write(db::every_board, [&](db::Transaction& tx) { return take_back(tx, actor, step, breaks); }),
      std::runtime_error);
  EXPECT_TRUE(taken_back_by(actor, step));
}

TEST_F(Undo, says_when_something_stands_in_the_way) {
  TakeBacks const refuses{
      {"appointment", [](db::Transaction&, base::Actor const&, std::string const&) { return false; }}};
  auto const step = done_by(actor);
  EXPECT_FALSE(
      database->write(db::every_board, [&](db::Transaction& tx) { return take_back(tx, actor, step, refuses); }));
}

TEST_F(Undo, of_no_such_step_does_nothing) {
  EXPECT_FALSE(taken_back_by(actor, base::new_uuid()));
  EXPECT_FALSE(taken_back_by(actor, ""));
}

}  // namespace
}  // namespace lenig::undo
