// An import is killed while it writes: what it wrote is never seen, unless it was all of it.
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <random>
#include <thread>

#include "organisation/import_people.hpp"
#include "organisation/unit.hpp"
#include "tests/support/database.hpp"

namespace lenig::tests {

namespace {

constexpr int rounds = 20;
constexpr long long people = 2'000;

std::string list_of(int round) {
  std::string rows = "email;given_name;prefix;family_name;unit;function;fte;from;until\n";
  for (long long i = 0; i < people; ++i) {
    auto const number = std::to_string(round) + "." + std::to_string(i);
    rows += "mens" + number + "@school.example;Mens;;Bos;De Tichel;leraar;1;2003-08-01;\n";
  }
  return rows;
}

base::Actor actor_at(base::BoardId const& board) {
  return {.board = board, .request = "test", .today = base::Date::parse("2004-04-15").value()};
}

base::BoardId board_with_a_school(db::Database& database) {
  return database.write(db::every_board, [](db::Transaction& tx) {
    auto const board = organisation::found_board(tx, actor_at({}), "Openbaar Onderwijs");
    static_cast<void>(organisation::add_unit(tx, actor_at(board), organisation::UnitId(board.text()),
                                             {organisation::UnitKind::school, "De Tichel", "Winschoten"})
                          .value());
    return board;
  });
}

[[noreturn]] void import_in_another_process(db::Place const& place, base::BoardId const& board, int round) {
  db::Database database(place);
  auto const text = list_of(round);
  auto const file = organisation::people_file([&] { return base::bytes_of(text); });
  bool const done = organisation::import_people({database, db::every_board, actor_at(board)}, file).has_value();
  ::_exit(done ? 0 : 1);
}

long long people_seen(db::Database& database) {
  static db::Query const seen{"test/people_seen", "select count(*) from organisation_person", {}};
  return database.read(db::every_board, [](db::Reading& reading) { return reading.one<long long>(seen).value(); });
}

}  // namespace

TEST(KilledImport, leaves_all_of_it_or_nothing) {
  auto const database = fresh_database();
  auto const board = board_with_a_school(*database);
  std::mt19937 random(4711);
  std::uniform_int_distribution<int> moment(20, 700);
  long long whole = 0;
  int killed = 0;
  for (int round = 0; round < rounds; ++round) {
    auto const child = ::fork();
    if (child == 0) import_in_another_process(database->place(), board, round);
    std::this_thread::sleep_for(std::chrono::milliseconds{moment(random)});
    ::kill(child, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
    killed += WIFSIGNALED(status) ? 1 : 0;
    auto const seen = people_seen(*database);
    ASSERT_EQ(seen % people, 0) << "round " << round << ": a part of it is seen";
    ASSERT_GE(seen, whole);
    whole = seen;
    organisation::tidy_imports(*database, base::Instant::now().plus(std::chrono::minutes{5}));
    ASSERT_EQ(people_seen(*database), whole) << "round " << round << ": sweeping up changed what is seen";
  }
  EXPECT_GT(killed, 0) << "it was killed while it wrote";
}

}  // namespace lenig::tests
