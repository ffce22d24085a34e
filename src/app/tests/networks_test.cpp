// Two boards and two networks that share a school: who runs the one sees nothing of the other.
#include <gtest/gtest.h>

#include "organisation/person.hpp"
#include "organisation/unit.hpp"
#include "programme/cohort.hpp"
#include "programme/standing.hpp"
#include "tests/support/database.hpp"

namespace lenig::programme {

namespace {

using access::Relation;
using organisation::UnitKind;

base::Date const today = base::Date::parse("2024-10-01").value();

template <class T, class R>
T must(Result<T, R> const& result) {
  EXPECT_TRUE(result.has_value());
  return *result;
}

/// A school of one board that takes part in two networks, each with a facilitator and a programme.
struct TwoNetworks {
  std::unique_ptr<db::Database> database = tests::fresh_database();
  BoardId home, other;
  UnitId school;
  ProgrammeId programme[2];
  ParticipationId way[2];
  PersonId facilitator[2];
  PersonId hr_of_home;

  TwoNetworks() {
    database->write(db::every_board, [&](db::Transaction& tx) { build(tx); });
  }

  PersonId add(db::Transaction& tx, BoardId const& board, UnitId const& unit, char const* name, char const* function) {
    base::Actor const actor{.board = board, .request = "test", .today = today};
    auto const person =
        must(organisation::add_person(tx, actor, {name, "", "Test", std::string(name) + "@test.example"}));
    must(organisation::appoint(tx, actor, person,
                               {unit, function, 1.0, base::Date::parse("2020-01-01").value(), std::nullopt}));
    return person;
  }

  void build(db::Transaction& tx) {
    home = organisation::found_board(tx, {.request = "test", .today = today}, "Thuis");
    other = organisation::found_board(tx, {.request = "test", .today = today}, "Elders");
    school = must(organisation::add_unit(tx, at(home), UnitId(home.text()), {UnitKind::school, "De School", ""}));
    hr_of_home = add(tx, home, UnitId(home.text()), "Hanna", "HR-adviseur");
    for (int i = 0; i < 2; ++i) {
      auto const host = must(organisation::add_unit(tx, at(home), UnitId(home.text()),
                                                    {UnitKind::network, "Netwerk " + std::to_string(i), ""}));
      must(organisation::join_network(tx, at(home), host, school));
      facilitator[i] = add(tx, home, host, i == 0 ? "Frits" : "Fenna", "procesbegeleider");
      programme[i] =
          must(start_programme(tx, at(home), {host, "Programma", "", Audience::units}, ready("intervisie")->steps));
      must(publish_version(tx, at(home), programme[i]));
      auto const cohort = must(add_cohort(tx, at(home), programme[i], {"Groep", 2024, std::nullopt, false}));
      way[i] = must(invite(tx, at(home), cohort, {.units = {school}, .on_day = today})).front();
    }
  }

  base::Actor at(BoardId const& board) const { return {.board = board, .request = "test", .today = today}; }

  /// What a request of theirs touches.
  db::Scope scope(PersonId const& person, BoardId const& board) {
    return database->read({.person = person.text()}, [&](db::Reading& reading) {
      return organisation::scope_at(organisation::reach_of(reading, person, today), person, board);
    });
  }

  access::Relations relations(PersonId const& person, BoardId const& board, ParticipationId const& to) {
    access::Viewer viewer{.person = person, .board = board, .today = today};
    return database->read(scope(person, board), [&](db::Reading& reading) {
      return relations_to_participation(reading, viewer, to.text()).value_or(access::Relations());
    });
  }
};

TEST(Facilitator, of_another_network_that_joins_the_same_school_is_none_here) {
  TwoNetworks two;
  EXPECT_TRUE(two.relations(two.facilitator[0], two.home, two.way[0]).has(Relation::facilitator));
  EXPECT_TRUE(two.relations(two.facilitator[1], two.home, two.way[1]).has(Relation::facilitator));
  EXPECT_FALSE(two.relations(two.facilitator[0], two.home, two.way[1]).has(Relation::facilitator));
  EXPECT_FALSE(two.relations(two.facilitator[1], two.home, two.way[0]).has(Relation::facilitator));
}

TEST(Hr, of_the_board_sees_the_ways_of_its_schools) {
  TwoNetworks two;
  EXPECT_TRUE(two.relations(two.hr_of_home, two.home, two.way[0]).has(Relation::hr));
}

TEST(School, of_another_board_joins_by_a_code_once_and_then_takes_part) {
  TwoNetworks two;
  UnitId elsewhere;
  PersonId teacher;
  std::string code;
  UnitId network;
  two.database->write(db::every_board, [&](db::Transaction& tx) {
    elsewhere = must(
        organisation::add_unit(tx, two.at(two.other), UnitId(two.other.text()), {UnitKind::school, "De Verre", ""}));
    teacher = two.add(tx, two.other, elsewhere, "Teun", "leraar");
    network = find_programme(tx, two.programme[0])->host;
    EXPECT_FALSE(organisation::offer_place(tx, two.at(two.other), network));  // only HR of the network's board
    code = must(organisation::offer_place(tx, two.at(two.home), network));
  });
  auto const network_seen_by_teacher = [&] {
    return two.database->read(two.scope(teacher, two.other), [&](db::Reading& reading) {
      return organisation::find_unit(reading, network).has_value();
    });
  };
  EXPECT_FALSE(network_seen_by_teacher());
  two.database->write(two.scope(teacher, two.other), [&](db::Transaction& tx) {
    EXPECT_FALSE(organisation::join_by_code(tx, two.at(two.other), two.school, code));  // a unit of somebody else
    EXPECT_FALSE(organisation::join_by_code(tx, two.at(two.other), elsewhere, "no such code"));
    must(organisation::join_by_code(tx, two.at(two.other), elsewhere, code));
    EXPECT_FALSE(organisation::join_by_code(tx, two.at(two.other), elsewhere, code));  // it is used up
  });
  EXPECT_TRUE(network_seen_by_teacher());
  auto const way = two.database->write(two.scope(two.hr_of_home, two.home), [&](db::Transaction& tx) {
    auto const cohort = cohorts_of(tx, *find_programme(tx, two.programme[0])).front().id;
    return must(invite(tx, two.at(two.home), cohort, {.units = {elsewhere}, .on_day = today})).front();
  });
  EXPECT_TRUE(two.relations(teacher, two.other, way).has(Relation::group_member));
  EXPECT_TRUE(two.relations(two.facilitator[0], two.home, way).has(Relation::facilitator));
  EXPECT_FALSE(
      two.relations(teacher, two.other, two.way[1]).has(Relation::group_member));  // a peer of that school, no more

  must(two.database->write(two.scope(teacher, two.other), [&](db::Transaction& tx) {
    return organisation::leave_network(tx, two.at(two.other), network, elsewhere);
  }));
  EXPECT_TRUE(two.relations(teacher, two.other, way).has(Relation::group_member));  // what they did there stays theirs
}

TEST(Somebody, of_another_board_stands_to_nothing_of_it) {
  TwoNetworks two;
  auto const stranger = two.database->write(db::every_board, [&](db::Transaction& tx) {
    return two.add(tx, two.other, UnitId(two.other.text()), "Vera", "HR-adviseur");
  });
  EXPECT_TRUE(two.relations(stranger, two.other, two.way[0]).empty());
  EXPECT_TRUE(two.relations(stranger, two.home, two.way[0]).empty());  // nor by claiming the board
}

}  // namespace

}  // namespace lenig::programme
