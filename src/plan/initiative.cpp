#include "plan/initiative.hpp"

#include <algorithm>
#include <set>

#include "plan/queries.hpp"
#include "platform/audit/audit.hpp"
#include "platform/db/id_list.hpp"

namespace lenig::plan {

namespace {

enum class GroundKind { course, not_doing, programme };
BOOST_DESCRIBE_ENUM(GroundKind, course, not_doing, programme)

struct GroundRow {
  GroundKind kind = GroundKind::course;
  std::string id;
  std::string what;
  std::string words;
  int connected = 0;
  int chosen = 0;
};
BOOST_DESCRIBE_STRUCT(GroundRow, (), (kind, id, what, words, connected, chosen))

BoardId board_of(db::Reading& reading, UnitId const& unit) {
  return organisation::units_by_ids(reading, {unit}).front().board;
}

/// Whether each of these can be chosen, or was before.
bool can_serve(db::Reading& reading, UnitId const& unit, ProgrammeId const& programme, std::set<GoalId> const& goals) {
  std::set<GoalId> there;
  for (auto const& one : goals_to_serve(reading, unit)) there.emplace(one.id);
  for (auto const& one : goals_of(reading, unit, programme)) there.emplace(one.id);
  return std::ranges::includes(there, goals);
}

}  // namespace

Initiative const* Ground::find(ProgrammeId const& programme) const {
  auto const at = std::ranges::find(initiatives, programme, &Initiative::programme);
  return at == initiatives.end() ? nullptr : &*at;
}

Ground ground_of(db::Reading& reading, UnitId const& unit) {
  Ground ground;
  for (auto const& row : reading.all<GroundRow>(sql::ground_of_unit, {{"unit", unit}})) {
    switch (row.kind) {
      case GroundKind::course: ground.course = {row.what, row.words}; break;
      case GroundKind::not_doing:
        ground.not_doing.push_back({.id = row.id, .unit = unit, .what = row.what, .reason = row.words});
        break;
      case GroundKind::programme:
        ground.initiatives.push_back({ProgrammeId(row.id), row.what, row.connected != 0, row.chosen == 0});
    }
  }
  return ground;
}

std::string path_of(UnitId const& unit, ProgrammeId const& programme) {
  return path_of_course(unit) + "/programma/" + programme.text();
}

std::string path_of_stop(UnitId const& unit, ProgrammeId const& programme) {
  return path_of(unit, programme) + "/wat-stopt";
}

std::vector<UnitInitiative> programmes_unasked(db::Reading& reading, std::vector<UnitId> const& units) {
  if (units.empty()) return {};
  return reading.all<UnitInitiative>(sql::programmes_unasked, {{"units", db::as_json(units)}});
}

std::vector<Wider> goals_of(db::Reading& reading, UnitId const& unit, ProgrammeId const& programme) {
  return reading.all<Wider>(sql::goals_of_initiative, {{"unit", unit}, {"programme", programme}});
}

std::vector<UnitInitiative> initiatives_for(db::Reading& reading, GoalId const& goal) {
  return reading.all<UnitInitiative>(sql::initiatives_of_goal, {{"goal", goal}});
}

std::vector<Wider> goals_to_serve(db::Reading& reading, UnitId const& unit) {
  auto const board = board_of(reading, unit);
  std::vector units{unit};
  if (unit.text() != board.text()) units.emplace_back(board.text());
  auto goals = choices_of_wider(reading, board, units);
  std::erase_if(goals, [](Wider const& one) { return one.kind != WiderKind::goal; });
  return goals;
}

Result<ProgrammeId, InitiativeRefusal> connect(db::Transaction& tx, base::Actor const& actor, UnitId const& unit,
                                               ProgrammeId const& programme, std::vector<GoalId> const& goals) {
  if (ground_of(tx, unit).find(programme) == nullptr) return std::unexpected(InitiativeRefusal::not_found);
  std::set<GoalId> const once(goals.begin(), goals.end());
  if (!can_serve(tx, unit, programme, once)) return std::unexpected(InitiativeRefusal::goal_not_found);
  auto const board = board_of(tx, unit);
  tx.run(sql::delete_initiative_goals, {{"board", board}, {"unit", unit}, {"programme", programme}});
  for (auto const& goal : once)
    tx.run(sql::insert_initiative_goal, {{"board", board}, {"unit", unit}, {"programme", programme}, {"goal", goal}});
  audit::record(tx, actor,
                {.act = "initiative.connected", .object = programme.text(), .detail = std::to_string(once.size())});
  return programme;
}

std::optional<StopDraft> stop_of(db::Reading& reading, UnitId const& unit, ProgrammeId const& programme) {
  return reading.one<StopDraft>(sql::stop_of_initiative, {{"unit", unit}, {"programme", programme}});
}

Result<ProgrammeId, StopRefusal> choose_stop(db::Transaction& tx, base::Actor const& actor, UnitId const& unit,
                                             ProgrammeId const& programme, StopDraft const& draft) {
  if (ground_of(tx, unit).find(programme) == nullptr) return std::unexpected(StopRefusal::not_found);
  if (auto const why = refusal(draft)) return std::unexpected(*why);
  auto const kept = as_kept(draft);
  tx.run(sql::upsert_initiative, {{"board", board_of(tx, unit)},
                                  {"unit", unit},
                                  {"programme", programme},
                                  {"asks", kept.asks},
                                  {"choice", kept.choice},
                                  {"words", kept.words},
                                  {"freed", kept.freed},
                                  {"person", actor.person},
                                  {"on_day", actor.today}});
  audit::record(
      tx, actor,
      {.act = "initiative.stop_chosen", .object = programme.text(), .detail = std::string(base::name_of(kept.choice))});
  return programme;
}

}  // namespace lenig::plan
