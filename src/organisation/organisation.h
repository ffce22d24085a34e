#pragma once

// What other modules see of organisation: places, people and how somebody stands to them.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "platform/access/routes.hpp"
#include "platform/base/result.hpp"
#include "platform/db/database.hpp"
#include "platform/db/query.hpp"

namespace lenig::organisation {

using base::BoardId;
using base::PersonId;
using UnitId = base::Id<struct UnitTag>;

enum class UnitKind { board, school, team, network };
BOOST_DESCRIBE_ENUM(UnitKind, board, school, team, network)

/// A place in the organisation, as it stands in a list.
struct UnitSummary {
  BoardId board;
  UnitId id;
  UnitKind kind = UnitKind::school;
  std::string name;
  std::string town;
};
BOOST_DESCRIBE_STRUCT(UnitSummary, (), (board, id, kind, name, town))

/// Somebody at a place, as they stand in a list of that place.
struct PersonSummary {
  UnitId unit;
  PersonId id;
  std::string given_name;
  std::string prefix;
  std::string family_name;
  std::string function;
  bool leads = false;

  std::string name() const;
};
BOOST_DESCRIBE_STRUCT(PersonSummary, (), (unit, id, given_name, prefix, family_name, function, leads))

/// An appointment that runs today, with its place: what a viewer's standing is made of.
struct Seat {
  BoardId board;
  std::string board_name;
  UnitId unit;
  std::string unit_name;
  UnitKind unit_kind = UnitKind::school;
  access::Role role = access::Role::employee;
  std::string given_name;
  std::string prefix;
  std::string family_name;
};
BOOST_DESCRIBE_STRUCT(Seat, (), (board, board_name, unit, unit_name, unit_kind, role, given_name, prefix, family_name))

std::string full_name(std::string const& given_name, std::string const& prefix, std::string const& family_name);
std::string path_of(UnitId const& unit);
std::string path_of_person(PersonId const& person);

/// Every appointment of a person that runs on this day, at all boards; the oldest first.
/// Every board that somebody works at, each with itself and with every board that a network joins, or once joined, to
/// it.
struct Reach {
  std::string home;
  std::string board;
};
BOOST_DESCRIBE_STRUCT(Reach, (), (home, board))
std::vector<Reach> reach_of(db::Reading& reading, PersonId const& person, base::Date today);
/// The scope of a transaction in which somebody looks from all their boards at once, or from one.
db::Scope scope_anywhere(std::vector<Reach> const& reach, PersonId const& person);
db::Scope scope_at(std::vector<Reach> const& reach, PersonId const& person, BoardId const& board);
/// Where somebody is appointed today, oldest first: of the boards in reach.
std::vector<Seat> seats(db::Reading& reading, PersonId const& person, base::Date today);

/// How the viewer stands to a unit, or to any of several; nothing when there is no such unit within sight.
std::optional<access::Relations> relations_to_units(db::Reading& reading, access::Viewer const& viewer,
                                                    std::vector<UnitId> const& units);
std::optional<access::Relations> relations_to_unit(db::Reading& reading, access::Viewer const& viewer,
                                                   std::string const& unit);

/// How the viewer stands to somebody of the board that they look from; nothing when there is nobody within sight.
std::optional<access::Relations> relations_to_person(db::Reading& reading, access::Viewer const& viewer,
                                                     std::string const& person);

/// How the viewer stands to each of these units; what is not within sight is left out.
std::map<UnitId, access::Relations> relations_to_each(db::Reading& reading, access::Viewer const& viewer,
                                                      std::vector<UnitId> const& units);

/// Which of these units the viewer leads, or leads the unit above of.
std::vector<UnitId> led_by(db::Reading& reading, access::Viewer const& viewer, std::vector<UnitId> const& units);

/// How somebody with these appointments stands to their board as a whole.
access::Relations relations_to_own_board(std::vector<Seat> const& seats, BoardId const& board);

/// Units by their ids, in no order; ids that are not there are left out.
std::vector<UnitSummary> units_by_ids(db::Reading& reading, std::vector<UnitId> const& ids);

/// The units that a programme of this place can invite: below a board, or joined in a network; by name.
std::vector<UnitSummary> units_within(db::Reading& reading, UnitId const& place);

/// The places of the board that can run a programme: the board itself, its networks and its schools; by name.
std::vector<UnitSummary> hosts(db::Reading& reading, BoardId const& board);

/// Who works at these units today, teams included, each person once a unit; by name.
std::vector<PersonSummary> staff_of(db::Reading& reading, std::vector<UnitId> const& units, base::Date today);

/// The names of people as these boards know them, by id; ids that are not there are left out.
std::vector<PersonSummary> people_by_ids(db::Reading& reading, std::vector<BoardId> const& boards,
                                         std::vector<PersonId> const& ids);

/// Where a letter reaches somebody, by what a board knows of them.
struct PersonAddress {
  PersonId person;
  std::string email;  // empty: none is known
};
BOOST_DESCRIBE_STRUCT(PersonAddress, (), (person, email))

/// The addresses of people as these boards know them, by id; one line a board that knows them.
std::vector<PersonAddress> addresses_of(db::Reading& reading, std::vector<BoardId> const& boards,
                                        std::vector<PersonId> const& ids);

}  // namespace lenig::organisation
