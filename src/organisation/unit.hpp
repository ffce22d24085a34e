#pragma once

#include "organisation/organisation.h"

namespace lenig::organisation {

struct UnitDraft {
  UnitKind kind = UnitKind::school;
  std::string name;
  std::string town;
};
BOOST_DESCRIBE_STRUCT(UnitDraft, (), (kind, name, town))

enum class UnitRefusal {
  name_missing,
  name_too_long,
  board_within,
  network_within,
  still_staffed,
  still_has_units,
  already_ended,
  not_found
};

/// What is against a draft below this kind of place: a board stands on top, and a network under a board only.
std::optional<UnitRefusal> refusal(UnitDraft const& draft, UnitKind above);

/// A unit with what its page shows.
struct Unit {
  BoardId board;
  UnitId id;
  UnitKind kind = UnitKind::school;
  std::string name;
  std::string town;
  UnitId above;
  std::string above_name;
  std::optional<base::Date> ended_on;
};
BOOST_DESCRIBE_STRUCT(Unit, (), (board, id, kind, name, town, above, above_name, ended_on))

std::optional<Unit> find_unit(db::Reading& reading, UnitId const& unit);
/// The units over this one by the line of its board, the board first.
std::vector<UnitSummary> units_above(db::Reading& reading, UnitId const& unit);
/// The schools right below a unit, by name: so many, from the one after `after` on.
std::vector<UnitSummary> schools_below(db::Reading& reading, UnitId const& unit, UnitId const& after, int most);
/// The teams and networks right below a unit, by name.
std::vector<UnitSummary> parts_below(db::Reading& reading, UnitId const& unit, int most);
std::vector<UnitSummary> networks_of(db::Reading& reading, UnitId const& unit);
/// The units that a network joins, by name: so many, from the one after `after` on.
std::vector<UnitSummary> members_of_network(db::Reading& reading, UnitId const& network, UnitId const& after, int most);
/// The schools of the board that a network does not join yet, by name.
std::vector<UnitSummary> schools_not_in(db::Reading& reading, BoardId const& board, UnitId const& network, int most);
/// The networks, of whatever board, that somebody works in at this board: they see what these join.
std::vector<UnitId> networks_in_sight(db::Reading& reading, BoardId const& board, PersonId const& person,
                                      base::Date today);

/// A place where the board can appoint somebody, with what it stands below.
struct Place {
  UnitId id;
  UnitKind kind = UnitKind::school;
  std::string name;
  std::string above_name;
};
BOOST_DESCRIBE_STRUCT(Place, (), (id, kind, name, above_name))

/// The running places of the board: the board itself, its networks, and its schools with their teams.
std::vector<Place> places(db::Reading& reading, BoardId const& board, int most);

/// Who works at the unit itself, and who in it with its teams; who leads first, then by name.
std::vector<PersonSummary> people_at(db::Reading& reading, UnitId const& unit, base::Date today, int most);
std::vector<PersonSummary> people_within(db::Reading& reading, UnitId const& unit, base::Date today, int most);

/// Makes a board: a unit of its own, with the functions that a Dutch board knows.
BoardId found_board(db::Transaction& tx, base::Actor const& actor, std::string const& name);

/// The board of this id or name, when there is just one.
std::optional<BoardId> board_by_name(db::Reading& reading, std::string const& name);

Result<UnitId, UnitRefusal> add_unit(db::Transaction& tx, base::Actor const& actor, UnitId const& above,
                                     UnitDraft const& draft);
Result<UnitId, UnitRefusal> change_unit(db::Transaction& tx, base::Actor const& actor, UnitId const& unit,
                                        UnitDraft const& draft);

/// Takes back a unit that was added by mistake: it ends, unless somebody works in it by now.
bool undo_add_unit(db::Transaction& tx, base::Actor const& actor, std::string const& unit);

/// Ends a unit where nobody works or will work any more; gives the step that undoes it.
Result<std::string, UnitRefusal> end_unit(db::Transaction& tx, base::Actor const& actor, UnitId const& unit);
bool undo_end_unit(db::Transaction& tx, base::Actor const& actor, std::string const& unit);

enum class NetworkRefusal { no_network, no_such_unit, already_in, no_such_code };

/// Joins a unit of the actor's board to a network, of whatever board.
Result<UnitId, NetworkRefusal> join_network(db::Transaction& tx, base::Actor const& actor, UnitId const& network,
                                            UnitId const& unit);
/// Takes units out of a network that they were joined to by mistake; the payload is the network and the units.
bool undo_join_network(db::Transaction& tx, base::Actor const& actor, std::string const& payload);
/// A code for HR of another board, who joins one of their own units with it: once, within two weeks. It is kept as a
/// hash.
Result<std::string, NetworkRefusal> offer_place(db::Transaction& tx, base::Actor const& actor, UnitId const& network);
/// Joins a unit of the actor's board to the network of the code, and uses the code up.
Result<UnitId, NetworkRefusal> join_by_code(db::Transaction& tx, base::Actor const& actor, UnitId const& unit,
                                            std::string const& code);
/// Takes a unit out of a network, as the board of one or the other; gives the step that undoes it.
Result<std::string, NetworkRefusal> leave_network(db::Transaction& tx, base::Actor const& actor, UnitId const& network,
                                                  UnitId const& unit);
bool undo_leave_network(db::Transaction& tx, base::Actor const& actor, std::string const& payload);

}  // namespace lenig::organisation
