#include "organisation/unit.hpp"

#include "organisation/queries.hpp"
#include "organisation/search.hpp"
#include "platform/audit/audit.hpp"
#include "platform/base/random.hpp"
#include "platform/base/text.hpp"
#include "platform/undo/undo.hpp"

namespace lenig::organisation {

namespace {

constexpr std::size_t longest_name = 150;

/// The functions that a new board starts with, and the role that each gives.
struct Offered {
  std::string board;
  UnitId network;
};
BOOST_DESCRIBE_STRUCT(Offered, (), (board, network))

struct KnownFunction {
  char const* name;
  access::Role role;
};
constexpr KnownFunction known_functions[] = {
    {"leraar", access::Role::employee},
    {"leerkracht", access::Role::employee},
    {"docent", access::Role::employee},
    {"intern begeleider", access::Role::employee},
    {"onderwijsassistent", access::Role::employee},
    {"conciërge", access::Role::employee},
    {"administratief medewerker", access::Role::employee},
    {"beleidsmedewerker", access::Role::employee},
    {"stagiair", access::Role::employee},
    {"leraar in opleiding", access::Role::employee},
    {"zij-instromer", access::Role::employee},
    {"directeur", access::Role::leader},
    {"adjunct-directeur", access::Role::leader},
    {"waarnemend directeur", access::Role::leader},
    {"schoolleider", access::Role::leader},
    {"teamleider", access::Role::leader},
    {"HR-adviseur", access::Role::hr},
    {"P&O-adviseur", access::Role::hr},
    {"bestuurder", access::Role::board_member},
    {"algemeen directeur", access::Role::board_member},
    {"opleider in school", access::Role::trainer},
    {"trainer", access::Role::trainer},
    {"coach", access::Role::coach},
    {"projectleider", access::Role::facilitator},
    {"procesbegeleider", access::Role::facilitator},
    {"netwerkcoördinator", access::Role::facilitator},
    {"lid (G)MR", access::Role::council},
    {"lid raad van toezicht", access::Role::supervisor},
};

void insert_unit(db::Transaction& tx, BoardId const& board, UnitId const& id, UnitId const& above,
                 UnitDraft const& draft) {
  tx.run(sql::insert_unit, {{"board", board},
                            {"id", id},
                            {"kind", draft.kind},
                            {"name", draft.name},
                            {"sort_name", base::folded(draft.name)},
                            {"town", draft.town},
                            {"terms", joined_terms(search_terms(draft.name, draft.town))},
                            {"above", above},
                            {"now", base::Instant::now()}});
  tx.run(sql::insert_own_path, {{"board", board}, {"unit", id}});
  tx.run(sql::insert_paths_above, {{"board", board}, {"unit", id}, {"above", above}});
  index_words(tx, board, FoundKind::unit, id.text(), search_terms(draft.name, draft.town));
}

/// Whether the unit was not in the network yet.
bool join(db::Transaction& tx, base::Actor const& actor, Unit const& network, Unit const& member) {
  bool const changed = tx.run(sql::join_network, {{"board", network.board},
                                                  {"network", network.id},
                                                  {"unit_board", member.board},
                                                  {"unit", member.id},
                                                  {"on", actor.today}}) > 0;
  if (network.board != member.board) {
    tx.run(sql::note_joining, {{"board", network.board}, {"network", network.id}, {"unit_board", member.board}});
  }
  tx.run(sql::insert_network_paths, {{"network_board", network.board}, {"network", network.id}, {"unit", member.id}});
  return changed;
}

}  // namespace

std::optional<UnitRefusal> refusal(UnitDraft const& draft, UnitKind above) {
  if (draft.name.empty()) return UnitRefusal::name_missing;
  if (base::length(draft.name) > longest_name || base::length(draft.town) > longest_name)
    return UnitRefusal::name_too_long;
  if (draft.kind == UnitKind::board) return UnitRefusal::board_within;
  if (draft.kind == UnitKind::network && above != UnitKind::board) return UnitRefusal::network_within;
  return std::nullopt;
}

std::optional<Unit> find_unit(db::Reading& reading, UnitId const& unit) {
  return reading.one<Unit>(sql::unit_by_id, {{"unit", unit}});
}

std::vector<UnitSummary> units_above(db::Reading& reading, UnitId const& unit) {
  return reading.all<UnitSummary>(sql::units_above, {{"unit", unit}});
}

std::vector<UnitSummary> schools_below(db::Reading& reading, UnitId const& unit, UnitId const& after, int most) {
  return reading.all<UnitSummary>(sql::schools_below, {{"unit", unit}, {"after", after}, {"most", most}});
}

std::vector<UnitSummary> parts_below(db::Reading& reading, UnitId const& unit, int most) {
  return reading.all<UnitSummary>(sql::parts_below, {{"unit", unit}, {"most", most}});
}

std::vector<UnitSummary> networks_of(db::Reading& reading, UnitId const& unit) {
  return reading.all<UnitSummary>(sql::networks_of_unit, {{"unit", unit}});
}

std::vector<UnitSummary> members_of_network(db::Reading& reading, UnitId const& network, UnitId const& after,
                                            int most) {
  return reading.all<UnitSummary>(sql::members_of_network, {{"network", network}, {"after", after}, {"most", most}});
}

std::vector<UnitSummary> schools_not_in(db::Reading& reading, BoardId const& board, UnitId const& network, int most) {
  return reading.all<UnitSummary>(sql::schools_not_in, {{"board", board}, {"network", network}, {"most", most}});
}

std::vector<UnitId> networks_in_sight(db::Reading& reading, BoardId const& board, PersonId const& person,
                                      base::Date today) {
  return reading.all<UnitId>(sql::networks_in_sight, {{"board", board}, {"person", person}, {"today", today}});
}

std::vector<Place> places(db::Reading& reading, BoardId const& board, int most) {
  return reading.all<Place>(sql::places, {{"board", board}, {"most", most}});
}

std::vector<PersonSummary> people_at(db::Reading& reading, UnitId const& unit, base::Date today, int most) {
  return reading.all<PersonSummary>(sql::people_at, {{"unit", unit}, {"today", today}, {"most", most}});
}

std::vector<PersonSummary> people_within(db::Reading& reading, UnitId const& unit, base::Date today, int most) {
  return reading.all<PersonSummary>(sql::people_within, {{"unit", unit}, {"today", today}, {"most", most}});
}

BoardId found_board(db::Transaction& tx, base::Actor const& actor, std::string const& name) {
  auto const board = BoardId::make();
  insert_unit(tx, board, UnitId(board.text()), {}, {UnitKind::board, name, ""});
  for (auto const& known : known_functions) {
    tx.run(sql::insert_function, {{"board", board}, {"name", known.name}, {"role", known.role}});
  }
  audit::record(tx, {actor.person, board, actor.request, actor.today},
                {.act = "board.founded", .object = board.text()});
  return board;
}

std::optional<BoardId> board_by_name(db::Reading& reading, std::string const& name) {
  auto const found = reading.all<BoardId>(sql::boards_by_name, {{"id", name}, {"sort_name", base::folded(name)}});
  return found.size() == 1 ? std::optional(found.front()) : std::nullopt;
}

Result<UnitId, UnitRefusal> add_unit(db::Transaction& tx, base::Actor const& actor, UnitId const& above,
                                     UnitDraft const& draft) {
  auto const over = find_unit(tx, above);
  if (!over || over->board != actor.board) return std::unexpected(UnitRefusal::not_found);
  if (over->ended_on) return std::unexpected(UnitRefusal::already_ended);
  if (auto const why = refusal(draft, over->kind)) return std::unexpected(*why);
  auto const id = UnitId::make();
  insert_unit(tx, over->board, id, above, draft);
  audit::record(tx, actor,
                {.act = "unit.added", .object = id.text(), .detail = std::string(base::name_of(draft.kind))});
  return id;
}

Result<UnitId, UnitRefusal> change_unit(db::Transaction& tx, base::Actor const& actor, UnitId const& unit,
                                        UnitDraft const& draft) {
  auto const before = find_unit(tx, unit);
  if (!before || before->board != actor.board) return std::unexpected(UnitRefusal::not_found);
  if (before->ended_on) return std::unexpected(UnitRefusal::already_ended);
  auto changed = draft;
  changed.kind = before->kind == UnitKind::board ? UnitKind::school : before->kind;  // what it is does not change
  if (auto const why = refusal(changed, UnitKind::board)) return std::unexpected(*why);
  auto const terms = search_terms(draft.name, draft.town);
  forget_words(tx, before->board, FoundKind::unit, unit.text());
  tx.run(sql::update_unit, {{"board", before->board},
                            {"unit", unit},
                            {"name", draft.name},
                            {"sort_name", base::folded(draft.name)},
                            {"town", draft.town},
                            {"terms", joined_terms(terms)}});
  index_words(tx, before->board, FoundKind::unit, unit.text(), terms);
  audit::record(tx, actor, {.act = "unit.changed", .object = unit.text()});
  return unit;
}

Result<std::string, UnitRefusal> end_unit(db::Transaction& tx, base::Actor const& actor, UnitId const& unit) {
  auto const found = find_unit(tx, unit);
  if (!found || found->board != actor.board) return std::unexpected(UnitRefusal::not_found);
  if (found->ended_on) return std::unexpected(UnitRefusal::already_ended);
  if (found->kind == UnitKind::board) return std::unexpected(UnitRefusal::board_within);
  if (tx.one<int>(sql::has_units_below, {{"unit", unit}})) return std::unexpected(UnitRefusal::still_has_units);
  if (tx.one<int>(sql::is_staffed, {{"unit", unit}, {"today", actor.today}}))
    return std::unexpected(UnitRefusal::still_staffed);
  tx.run(sql::end_unit, {{"board", found->board}, {"unit", unit}, {"on", actor.today}});
  audit::record(tx, actor, {.act = "unit.ended", .object = unit.text()});
  return undo::offer(tx, actor, "organisation.end_unit", unit.text());
}

bool undo_add_unit(db::Transaction& tx, base::Actor const& actor, std::string const& unit) {
  return end_unit(tx, actor, UnitId(unit)).has_value();
}

bool undo_end_unit(db::Transaction& tx, base::Actor const& actor, std::string const& unit) {
  if (tx.run(sql::revive_unit, {{"board", actor.board}, {"unit", unit}}) == 0) return false;
  audit::record(tx, actor, {.act = "unit.end_undone", .object = unit});
  return true;
}

bool undo_join_network(db::Transaction& tx, base::Actor const& actor, std::string const& payload) {
  auto const ids = base::split(payload, ' ');
  bool all = true;
  for (std::size_t i = 1; i < ids.size(); ++i) {
    all = leave_network(tx, actor, UnitId(ids[0]), UnitId(ids[i])).has_value() && all;
  }
  return all;
}

Result<UnitId, NetworkRefusal> join_network(db::Transaction& tx, base::Actor const& actor, UnitId const& network,
                                            UnitId const& unit) {
  auto const joined = find_unit(tx, network);
  if (!joined || joined->kind != UnitKind::network || joined->ended_on)
    return std::unexpected(NetworkRefusal::no_network);
  auto const member = find_unit(tx, unit);
  if (!member || member->board != actor.board || member->kind == UnitKind::network || member->ended_on) {
    return std::unexpected(NetworkRefusal::no_such_unit);
  }
  if (!join(tx, actor, *joined, *member)) return std::unexpected(NetworkRefusal::already_in);
  audit::record(tx, actor, {.act = "network.joined", .object = network.text(), .detail = unit.text()});
  return unit;
}

Result<std::string, NetworkRefusal> offer_place(db::Transaction& tx, base::Actor const& actor, UnitId const& network) {
  auto const offered = find_unit(tx, network);
  bool const offers =
      offered && offered->kind == UnitKind::network && offered->board == actor.board && !offered->ended_on;
  if (!offers) return std::unexpected(NetworkRefusal::no_network);
  auto const code = base::new_secret().substr(0, 22);  // 132 bits
  tx.run(sql::insert_network_code, {{"board", actor.board},
                                    {"hash", base::sha256_hex(code)},
                                    {"network", network},
                                    {"expires_at", base::Instant::now().plus(std::chrono::hours{14 * 24})}});
  audit::record(tx, actor, {.act = "network.place_offered", .object = network.text()});
  return code;
}

Result<UnitId, NetworkRefusal> join_by_code(db::Transaction& tx, base::Actor const& actor, UnitId const& unit,
                                            std::string const& code) {
  auto const hash = base::sha256_hex(code);
  auto const offered = tx.one<Offered>(sql::network_of_code, {{"hash", hash}, {"now", base::Instant::now()}});
  if (!offered) return std::unexpected(NetworkRefusal::no_such_code);
  tx.reach_also(offered->board);
  auto const joined = join_network(tx, actor, offered->network, unit);
  if (!joined) return std::unexpected(joined.error());
  tx.run(sql::delete_network_code, {{"hash", hash}});
  return offered->network;
}

Result<std::string, NetworkRefusal> leave_network(db::Transaction& tx, base::Actor const& actor, UnitId const& network,
                                                  UnitId const& unit) {
  auto const left =
      tx.run(sql::leave_network, {{"board", actor.board}, {"network", network}, {"unit", unit}, {"on", actor.today}});
  if (left == 0) return std::unexpected(NetworkRefusal::no_such_unit);
  tx.run(sql::delete_network_paths, {{"network", network}, {"unit", unit}});
  audit::record(tx, actor, {.act = "network.left", .object = network.text(), .detail = unit.text()});
  return undo::offer(tx, actor, "organisation.leave_network", network.text() + " " + unit.text());
}

bool undo_leave_network(db::Transaction& tx, base::Actor const& actor, std::string const& payload) {
  auto const ids = base::split(payload, ' ');
  auto const network = find_unit(tx, UnitId(ids.at(0)));
  auto const unit = find_unit(tx, UnitId(ids.at(1)));
  if (!network || network->ended_on || !unit || unit->ended_on || !join(tx, actor, *network, *unit)) return false;
  audit::record(tx, actor, {.act = "network.leave_undone", .object = ids.at(0), .detail = ids.at(1)});
  return true;
}

}  // namespace lenig::organisation
