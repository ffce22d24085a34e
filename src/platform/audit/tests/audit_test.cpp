#include "platform/audit/audit.hpp"

#include <gtest/gtest.h>

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
  database->write([&](db::Transaction& tx) { record(tx, actor, {"appointment.ended", "thing", subject, "left"}); });
  auto const found = database->read([](db::Reading& reading) { return reading.one<Line>(lines); }).value();
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
  database->write(
      [](db::Transaction& tx) { record(tx, {.request = "import"}, {.act = "board.founded", .object = "b"}); });
  auto const found = database->read([](db::Reading& reading) { return reading.one<Line>(lines); }).value();
  EXPECT_TRUE(found.actor_id.empty() && found.board_id.empty() && found.subject_id.empty());
}

TEST(Audit, holds_nothing_of_an_act_that_was_not_done) {
  auto const database = tests::fresh_database();
  EXPECT_THROW(database->write([](db::Transaction& tx) {
    record(tx, {.request = "import"}, {.act = "board.founded", .object = "b"});
    throw std::runtime_error("broken");
  }),
               std::runtime_error);
  EXPECT_TRUE(database->read([](db::Reading& reading) { return reading.all<Line>(lines); }).empty());
}

}  // namespace
}  // namespace lenig::audit
