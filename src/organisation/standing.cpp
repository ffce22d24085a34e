// How somebody stands to a unit or a person, by their appointments of today.
#include "organisation/standing.hpp"
#include "organisation/person.hpp"
#include "organisation/queries.hpp"
#include "platform/base/collected.hpp"
#include "platform/db/id_list.hpp"

namespace lenig::organisation {

namespace {

using access::Relation;
using access::Relations;
using access::Role;

enum class How { over, under, peer, board };
BOOST_DESCRIBE_ENUM(How, over, under, peer, board)

enum class Via { line, network };
BOOST_DESCRIBE_ENUM(Via, line, network)

struct Tie {
  How how = How::board;
  Role role = Role::employee;
  Via via = Via::line;
  UnitKind at_kind = UnitKind::board;
};
BOOST_DESCRIBE_STRUCT(Tie, (), (how, role, via, at_kind))

/// The same, to one of several units.
struct TieToUnit {
  UnitId unit;
  How how = How::board;
  Role role = Role::employee;
  Via via = Via::line;
  UnitKind at_kind = UnitKind::board;

  Tie tie() const { return {how, role, via, at_kind}; }
};
BOOST_DESCRIBE_STRUCT(TieToUnit, (), (unit, how, role, via, at_kind))

/// What a role gives wherever in the board its holder is appointed.
Relations by_role_at_board(Role role) {
  switch (role) {
    case Role::hr: return {Relation::hr};
    case Role::board_member: return {Relation::board_member};
    case Role::supervisor: return {Relation::supervisor};
    case Role::umbrella: return {Relation::umbrella};
    case Role::employee:
    case Role::leader:
    case Role::trainer:
    case Role::coach:
    case Role::facilitator:
    case Role::organiser:
    case Role::council: return {};
  }
  return {};
}

/// What a role gives towards the place of the appointment and what is below it.
Relations by_role_over(Role role) {
  switch (role) {
    case Role::leader: return {Relation::leader};
    case Role::trainer: return {Relation::trainer};
    case Role::facilitator: return {Relation::facilitator};
    case Role::council: return {Relation::council};
    case Role::employee:
    case Role::hr:
    case Role::board_member:
    case Role::coach:
    case Role::organiser:
    case Role::supervisor:
    case Role::umbrella: return {};
  }
  return {};
}

Relations by_line_over(Tie const& tie) {
  auto relations = by_role_over(tie.role);
  if (tie.at_kind != UnitKind::board) relations.add(Relation::group_member);
  return relations;
}

/// A leader of a network's member leads nothing else in it.
Relations by_network_over(Tie const& tie) {
  Relations relations{Relation::network_peer};
  if (tie.role == Role::facilitator || tie.role == Role::trainer) relations.add(by_role_over(tie.role));
  return relations;
}

Relations relations_of(Tie const& tie) {
  switch (tie.how) {
    case How::board: {
      Relations relations{Relation::board_colleague};
      relations.add(by_role_at_board(tie.role));
      return relations;
    }
    case How::over: return tie.via == Via::line ? by_line_over(tie) : by_network_over(tie);
    case How::under:
      if (tie.via == Via::network) return {Relation::network_peer};
      return tie.at_kind == UnitKind::school ? Relations{Relation::group_member} : Relations{};
    case How::peer: return {Relation::network_peer};
  }
  return {};
}

std::vector<TieToUnit> ties_to(db::Reading& reading, access::Viewer const& viewer, std::vector<UnitId> const& units) {
  return reading.all<TieToUnit>(
      sql::relations_to_units,
      {{"units", db::as_json(units)}, {"person", viewer.person}, {"board", viewer.board}, {"today", viewer.today}});
}

std::optional<Relations> gathered(std::vector<Tie> const& ties) {
  Relations all;
  for (auto const& tie : ties) all.add(relations_of(tie));
  if (all.empty()) return std::nullopt;
  return all;
}

}  // namespace

std::map<UnitId, Relations> relations_to_each(db::Reading& reading, access::Viewer const& viewer,
                                              std::vector<UnitId> const& units) {
  std::map<UnitId, Relations> each;
  for (auto const& one : ties_to(reading, viewer, units)) each[one.unit].add(relations_of(one.tie()));
  return each;
}

std::optional<Relations> relations_to_units(db::Reading& reading, access::Viewer const& viewer,
                                            std::vector<UnitId> const& units) {
  return gathered(base::collected(ties_to(reading, viewer, units), &TieToUnit::tie));
}

std::optional<Relations> relations_to_unit(db::Reading& reading, access::Viewer const& viewer,
                                           std::string const& unit) {
  return relations_to_units(reading, viewer, {UnitId(unit)});
}

std::optional<Relations> relations_to_person(db::Reading& reading, access::Viewer const& viewer,
                                             std::string const& person) {
  auto relations = gathered(reading.all<Tie>(
      sql::relations_to_person,
      {{"other", person}, {"person", viewer.person}, {"board", viewer.board}, {"today", viewer.today}}));
  if (relations && person == viewer.person.text()) relations->add(Relation::self);
  return relations;
}

std::optional<Relations> relations_to_appointment(db::Reading& reading, access::Viewer const& viewer,
                                                  std::string const& appointment) {
  auto const found = find_appointment(reading, viewer.board, AppointmentId(appointment));
  if (!found) return std::nullopt;
  return relations_to_person(reading, viewer, found->person.text());
}

Relations relations_to_own_board(std::vector<Seat> const& seats, BoardId const& board) {
  Relations relations;
  for (auto const& seat : seats) {
    if (seat.board != board) continue;
    relations.add(Relation::board_colleague);
    relations.add(by_role_at_board(seat.role));
    relations.add(by_role_over(seat.role));
  }
  return relations;
}

std::vector<Reach> reach_of(db::Reading& reading, PersonId const& person, base::Date today) {
  return reading.all<Reach>(sql::reach_of_person, {{"person", person}, {"today", today}});
}

db::Scope scope_anywhere(std::vector<Reach> const& reach, PersonId const& person) {
  return {.person = person.text(), .reach = base::collected(reach, &Reach::board)};
}

db::Scope scope_at(std::vector<Reach> const& reach, PersonId const& person, BoardId const& board) {
  db::Scope scope{.person = person.text(), .board = board.text()};
  for (auto const& one : reach) {
    if (one.home == board.text()) scope.reach.push_back(one.board);
  }
  return scope;
}

std::vector<Seat> seats(db::Reading& reading, PersonId const& person, base::Date today) {
  return reading.all<Seat>(sql::seats, {{"person", person}, {"today", today}});
}

}  // namespace lenig::organisation
