#pragma once

#include <gtest/gtest.h>

#include "organisation/person.hpp"
#include "organisation/standing.hpp"
#include "organisation/unit.hpp"
#include "tests/support/database.hpp"

namespace lenig::organisation {

/// A board with a school and a network, another board with a school in that network, and a third one with neither.
class TwoBoards : public ::testing::Test {
 protected:
  static base::Date day(std::string_view text) { return base::Date::parse(text).value(); }

  base::Actor office_of(BoardId const& board) const { return {officer, board, "test", today}; }

  template <class What>
  auto write(What&& what) {
    return database->write(db::every_board, what);
  }

  BoardId board(std::string const& name) {
    return write([&](db::Transaction& tx) { return found_board(tx, office_of({}), name); });
  }

  UnitId unit(BoardId const& at, UnitId const& above, UnitKind kind, std::string const& name) {
    return write([&](db::Transaction& tx) { return add_unit(tx, office_of(at), above, {kind, name, "Winschoten"}); })
        .value();
  }

  UnitId below(BoardId const& at, UnitKind kind, std::string const& name) { return unit(at, whole(at), kind, name); }

  PersonId person(BoardId const& at, std::string const& given_name, std::string const& prefix,
                  std::string const& family_name) {
    PersonDraft const draft{given_name, prefix, family_name,
                            given_name + "." + std::to_string(++people) + "@school.example"};
    return write([&](db::Transaction& tx) { return add_person(tx, office_of(at), draft); }).value();
  }

  AppointmentId appointment(BoardId const& at, PersonId const& person, UnitId const& unit,
                            std::string const& function) {
    AppointmentDraft const draft{unit, function, 0.8, day("2001-08-01"), std::nullopt};
    return write([&](db::Transaction& tx) { return appoint(tx, office_of(at), person, draft); }).value();
  }

  PersonId worker(BoardId const& at, UnitId const& unit, std::string const& function) {
    auto const made = person(at, "Femke", "", "Oosting");
    appointment(at, made, unit, function);
    return made;
  }

  void join(BoardId const& at, UnitId const& network, UnitId const& unit) {
    ASSERT_TRUE(write([&](db::Transaction& tx) { return join_network(tx, office_of(at), network, unit); }));
  }

  access::Viewer viewer(PersonId const& person, BoardId const& at) const {
    return {.person = person, .board = at, .today = today};
  }

  std::optional<access::Relations> standing(PersonId const& person, BoardId const& at, UnitId const& towards) {
    return database->read(db::every_board, [&](db::Reading& reading) {
      return relations_to_unit(reading, viewer(person, at), towards.text());
    });
  }

  std::optional<access::Relations> standing(PersonId const& person, BoardId const& at, PersonId const& towards) {
    return database->read(db::every_board, [&](db::Reading& reading) {
      return relations_to_person(reading, viewer(person, at), towards.text());
    });
  }

  std::vector<Appointment> appointments(BoardId const& at, PersonId const& person) {
    return database->read(db::every_board, [&](db::Reading& reading) { return appointments_of(reading, at, person); });
  }

  static UnitId whole(BoardId const& board) { return UnitId(board.text()); }

  std::unique_ptr<db::Database> database = tests::fresh_database();
  PersonId officer = PersonId::make();
  base::Date today = day("2004-04-15");
  int people = 0;

  BoardId east = board("Openbaar Onderwijs Oost");
  UnitId tichel = below(east, UnitKind::school, "De Tichel");
  UnitId linde = below(east, UnitKind::school, "De Linde");
  UnitId network = below(east, UnitKind::network, "Kleine scholen");

  BoardId west = board("Stichting West");
  UnitId meent = below(west, UnitKind::school, "De Meent");

  BoardId far = board("Verre Stichting");
  UnitId uiver = below(far, UnitKind::school, "De Uiver");
};

}  // namespace lenig::organisation
