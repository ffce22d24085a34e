#include "plan/action.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <map>

#include "plan/plan.hpp"
#include "plan/queries.hpp"
#include "platform/audit/audit.hpp"
#include "platform/base/text.hpp"
#include "platform/undo/undo.hpp"

namespace lenig::plan {

namespace {

constexpr std::size_t longest_what = 500;

/// An action with the ids of whom its plan or goal is.
struct Row {
  BoardId board;
  ActionId id;
  PersonId person;
  GoalId goal;
  PlanId plan;
  std::string what;
  std::optional<base::Date> due;
  std::optional<base::Date> done_on;
  PersonId made_by;
  base::Date made_on;
  PersonId of_person;
  PeerGroupId of_peer_group;
  UnitId of_unit;

  Owner owner() const {
    Owner const owner{of_person, of_peer_group, of_unit};
    bool const by_itself = of_person.empty() && of_peer_group.empty() && of_unit.empty();
    return by_itself ? Owner::of(person) : owner;
  }
  PlanAction action() const { return {board, id, person, goal, plan, what, due, done_on, made_by, made_on}; }
};
BOOST_DESCRIBE_STRUCT(Row, (),
                      (board, id, person, goal, plan, what, due, done_on, made_by, made_on, of_person, of_peer_group,
                       of_unit))

/// Opens the words of actions of several owners, the key of each read once.
std::vector<PlanAction> opened(vault::Vault& keys, std::vector<Row> rows) {
  std::map<std::string, std::vector<Row*>> by_owner;
  for (auto& row : rows) {
    auto const owner = row.owner();
    by_owner[owner.person.text() + owner.peer_group.text()].push_back(&row);
  }
  for (auto& [_, of_owner] : by_owner) {
    std::vector<std::string> sealed;
    for (auto const* row : of_owner) sealed.push_back(row->what);
    auto const texts = Ink(keys, of_owner.front()->owner()).opened(sealed);
    for (std::size_t i = 0; i < of_owner.size(); ++i) of_owner[i]->what = texts[i];
  }
  std::vector<PlanAction> actions;
  for (auto const& row : rows) actions.push_back(row.action());
  return actions;
}

std::optional<ActionRefusal> refusal(base::Actor const& actor, ActionDraft const& draft,
                                     std::optional<base::Date> due_before) {
  if (draft.what.empty()) return ActionRefusal::what_missing;
  if (base::length(draft.what) > longest_what) return ActionRefusal::too_long;
  if (draft.person.empty()) return ActionRefusal::nobody;
  if (draft.due && draft.due != due_before && *draft.due < actor.today) return ActionRefusal::due_in_the_past;
  return std::nullopt;
}

std::optional<ActionRefusal> refusal_of_plan(db::Transaction& tx, PlanId const& plan) {
  if (plan.empty()) return std::nullopt;
  auto const found = find_plan(tx, plan);
  if (!found) return ActionRefusal::not_found;
  touch(tx, *found);
  return found->closed_on ? std::optional(ActionRefusal::plan_fixed) : std::nullopt;
}

std::optional<Row> row_of(db::Reading& reading, ActionId const& action) {
  return reading.one<Row>(sql::action_by_id, {{"action", action}});
}

void write(db::Transaction& tx, Row const& row) {
  tx.run(sql::update_action, {{"board", row.board},
                              {"id", row.id},
                              {"person", row.person},
                              {"what", row.what},
                              {"due", row.due},
                              {"done_on", row.done_on}});
}

}  // namespace

std::string path_of(ActionId const& action) { return "/plannen/actie/" + action.text(); }

Owner owner_of_action(db::Reading& reading, PlanAction const& action) { return row_of(reading, action.id)->owner(); }

std::optional<PlanAction> find_action(db::Reading& reading, vault::Vault& keys, ActionId const& action) {
  auto row = row_of(reading, action);
  if (!row) return std::nullopt;
  return opened(keys, {std::move(*row)}).front();
}

std::optional<PlanAction> find_sealed_action(db::Reading& reading, ActionId const& action) {
  auto const row = row_of(reading, action);
  return row ? std::optional(row->action()) : std::nullopt;
}

std::vector<PlanAction> actions_of(db::Reading& reading, vault::Vault& keys, BoardId const& board,
                                   PersonId const& person) {
  return opened(keys, reading.all<Row>(sql::actions_of_person, {{"board", board}, {"person", person}}));
}

std::vector<PlanAction> actions_in(db::Reading& reading, vault::Vault& keys, BoardId const& board, PlanId const& plan) {
  return opened(keys, reading.all<Row>(sql::actions_of_plan, {{"board", board}, {"plan", plan}}));
}

std::vector<PlanAction> actions_for(db::Reading& reading, vault::Vault& keys, Goal const& goal) {
  return opened(keys, reading.all<Row>(sql::actions_of_goal, {{"board", goal.board}, {"goal", goal.id}}));
}

Result<ActionId, ActionRefusal> take_on(db::Transaction& tx, vault::Vault& keys, base::Actor const& actor,
                                        ActionPlace const& place, ActionDraft const& draft) {
  if (auto const why = refusal(actor, draft, std::nullopt)) return std::unexpected(*why);
  if (auto const why = refusal_of_plan(tx, place.plan)) return std::unexpected(*why);
  bool const by_itself = place.plan.empty() && place.goal.empty();
  PlanAction const action{board_of(tx, place.owner, actor),
                          ActionId::make(),
                          draft.person,
                          place.goal,
                          place.plan,
                          Ink(keys, by_itself ? Owner::of(draft.person) : place.owner).sealed(draft.what),
                          draft.due,
                          std::nullopt,
                          actor.person,
                          actor.today};
  tx.run(sql::insert_action, db::fields(action));
  audit::record(tx, actor, {.act = "action.taken_on", .object = action.id.text(), .subject = draft.person});
  return action.id;
}

Result<ActionId, ActionRefusal> change_action(db::Transaction& tx, vault::Vault& keys, base::Actor const& actor,
                                              ActionId const& id, ActionDraft const& draft) {
  auto row = row_of(tx, id);
  if (!row) return std::unexpected(ActionRefusal::not_found);
  if (auto const why = refusal(actor, draft, row->due)) return std::unexpected(*why);
  if (auto const why = refusal_of_plan(tx, row->plan)) return std::unexpected(*why);
  row->person = draft.person;
  row->what = Ink(keys, row->owner()).sealed(draft.what);
  row->due = draft.due;
  write(tx, *row);
  audit::record(tx, actor, {.act = "action.changed", .object = id.text(), .subject = draft.person});
  return id;
}

Result<std::string, ActionRefusal> finish_action(db::Transaction& tx, base::Actor const& actor, ActionId const& id) {
  auto row = row_of(tx, id);
  if (!row) return std::unexpected(ActionRefusal::not_found);
  if (row->done_on) return std::unexpected(ActionRefusal::done_already);
  if (auto const why = refusal_of_plan(tx, row->plan)) return std::unexpected(*why);
  row->done_on = actor.today;
  write(tx, *row);
  audit::record(tx, actor, {.act = "action.done", .object = id.text(), .subject = row->person});
  return undo::offer(tx, actor, "plan.finish_action", id.text());
}

bool undo_finish_action(db::Transaction& tx, base::Actor const& actor, std::string const& payload) {
  auto row = row_of(tx, ActionId(payload));
  if (!row || !row->done_on) return false;
  row->done_on.reset();
  write(tx, *row);
  audit::record(tx, actor, {.act = "action.not_done", .object = payload, .subject = row->person});
  return true;
}

Result<std::string, ActionRefusal> drop_action(db::Transaction& tx, base::Actor const& actor, ActionId const& id) {
  auto const row = row_of(tx, id);
  if (!row) return std::unexpected(ActionRefusal::not_found);
  if (auto const why = refusal_of_plan(tx, row->plan)) return std::unexpected(*why);
  tx.run(sql::delete_action, {{"board", row->board}, {"id", id}});
  audit::record(tx, actor, {.act = "action.dropped", .object = id.text(), .subject = row->person});
  boost::json::object const kept{{"id", id.text()},
                                 {"person", row->person.text()},
                                 {"goal", row->goal.text()},
                                 {"plan", row->plan.text()},
                                 {"what", row->what},  // sealed, where it is personal
                                 {"due", row->due ? row->due->text() : ""},
                                 {"done_on", row->done_on ? row->done_on->text() : ""},
                                 {"made_by", row->made_by.text()},
                                 {"made_on", row->made_on.text()}};
  return undo::offer(tx, actor, "plan.drop_action", boost::json::serialize(kept));
}

bool undo_drop_action(db::Transaction& tx, base::Actor const& actor, std::string const& payload) {
  auto const kept = boost::json::parse(payload).as_object();
  auto const text = [&](char const* key) { return std::string(kept.at(key).as_string()); };
  PlanAction const action{actor.board,
                          ActionId(text("id")),
                          PersonId(text("person")),
                          GoalId(text("goal")),
                          PlanId(text("plan")),
                          text("what"),
                          base::Date::parse(text("due")),
                          base::Date::parse(text("done_on")),
                          PersonId(text("made_by")),
                          base::Date::parse(text("made_on")).value()};
  if (refusal_of_plan(tx, action.plan)) return false;
  tx.run(sql::insert_action, db::fields(action));
  audit::record(tx, actor, {.act = "action.restored", .object = action.id.text(), .subject = action.person});
  return true;
}

}  // namespace lenig::plan
