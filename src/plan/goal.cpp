#include "plan/goal.hpp"

#include <map>

#include "plan/plan.hpp"
#include "plan/queries.hpp"
#include "platform/audit/audit.hpp"
#include "platform/base/text.hpp"
#include "platform/db/id_list.hpp"

namespace lenig::plan {

namespace {

constexpr std::size_t longest_words = 500;
constexpr std::size_t longest_for_whom = 200;

std::optional<GoalRefusal> refusal(base::Actor const& actor, GoalDraft const& draft,
                                   std::optional<base::Date> due_before) {
  if (draft.words.empty()) return GoalRefusal::words_missing;
  if (base::length(draft.words) > longest_words || base::length(draft.for_whom) > longest_for_whom)
    return GoalRefusal::too_long;
  if (draft.due && draft.due != due_before && *draft.due < actor.today) return GoalRefusal::due_in_the_past;
  return std::nullopt;
}

/// A plan that is adopted or closed keeps its goals; others who change it wait.
std::optional<GoalRefusal> refusal_of_plan(db::Transaction& tx, PlanId const& plan) {
  if (plan.empty()) return std::nullopt;
  auto const found = find_plan(tx, plan);
  if (!found) return GoalRefusal::not_found;
  touch(tx, *found);
  return found->is_fixed() ? std::optional(GoalRefusal::plan_fixed) : std::nullopt;
}

std::vector<Goal> opened(vault::Vault& keys, Owner const& owner, std::vector<Goal> goals) {
  Ink const ink(keys, owner);
  ink.open(goals, &Goal::words);
  ink.open(goals, &Goal::for_whom);
  return goals;
}

void write(db::Transaction& tx, vault::Vault& keys, Goal const& goal) {
  Ink const ink(keys, goal.owner());
  tx.run(sql::update_goal, {{"board", goal.board},
                            {"id", goal.id},
                            {"words", ink.sealed(goal.words)},
                            {"for_whom", ink.sealed(goal.for_whom)},
                            {"due", goal.due},
                            {"state", goal.state},
                            {"closed_on", goal.closed_on},
                            {"widers", goal.widers}});
}

/// One at a time for a board: two goals that are hung under each other at once would make a circle, and what is counted
/// under a wider goal is written as a whole.
void hold_goals(db::Transaction& tx, base::Actor const& actor) {
  tx.run(sql::hold_goals, {{"board", actor.board}, {"today", actor.today}});
}

/// What a goal serves: goals and themes.
std::vector<GoalId> served_by(db::Reading& reading, Goal const& goal) {
  return reading.all<GoalId>(sql::widers_of_goal, {{"board", goal.board}, {"goal", goal.id}});
}

/// What people and peer groups have under these, as the thread counts it.
void count_under(db::Transaction& tx, Goal const& goal, std::vector<GoalId> const& widers) {
  if (!goal.unit.empty() || widers.empty()) return;
  tx.run(sql::upsert_served, {{"board", goal.board}, {"widers", db::as_json(widers)}});
}

/// Its state stands with what it serves too, where it is counted.
void write_state(db::Transaction& tx, vault::Vault& keys, base::Actor const& actor, Goal const& goal,
                 std::string_view act) {
  write(tx, keys, goal);
  tx.run(sql::update_serving_state, {{"board", goal.board}, {"goal", goal.id}, {"state", goal.state}});
  count_under(tx, goal, served_by(tx, goal));
  audit::record(tx, actor, {.act = act, .object = goal.id.text()});
}

std::optional<GoalRefusal> refusal_to_serve(db::Reading& reading, Goal const& goal, WiderRef const& wider) {
  if (wider.kind == WiderKind::theme) {
    auto const theme = reading.one<std::string>(sql::theme_exists, {{"theme", wider.id}});
    return theme ? std::nullopt : std::optional(GoalRefusal::wider_not_found);
  }
  if (wider.id == goal.id.text()) return GoalRefusal::itself;
  auto const found = find_sealed_goal(reading, GoalId(wider.id));
  if (!found || found->state == GoalState::dropped) return GoalRefusal::wider_not_found;
  if (found->unit.empty())  // that somebody else has such a goal is not told
    return found->person == goal.person && found->peer_group == goal.peer_group ? GoalRefusal::private_above
                                                                                : GoalRefusal::wider_not_found;
  for (auto const& above : widers_of(reading, {found->id}, Reach::chain)) {
    if (above.id == goal.id.text()) return GoalRefusal::circle;
  }
  return std::nullopt;
}

}  // namespace

std::string path_of(Goal const& goal) {
  return (goal.owner().kind() == OwnerKind::unit ? "/plannen/doel/" : "/plannen/eigen-doel/") + goal.id.text();
}

Level level_of(organisation::UnitKind kind) {
  switch (kind) {
    case organisation::UnitKind::board: return Level::board;
    case organisation::UnitKind::school: return Level::school;
    case organisation::UnitKind::team: return Level::team;
    case organisation::UnitKind::network: return Level::network;
  }
  return Level::team;
}

std::optional<Goal> find_goal(db::Reading& reading, vault::Vault& keys, GoalId const& goal) {
  auto found = find_sealed_goal(reading, goal);
  if (!found) return std::nullopt;
  auto const owner = found->owner();
  return opened(keys, owner, {std::move(*found)}).front();
}

std::optional<Goal> find_sealed_goal(db::Reading& reading, GoalId const& goal) {
  return reading.one<Goal>(sql::goal_by_id, {{"goal", goal}});
}

void touch_plan_of(db::Transaction& tx, Goal const& goal) {
  if (goal.plan.empty()) return;
  if (auto const plan = find_plan(tx, goal.plan)) touch(tx, *plan);
}

std::vector<Goal> goals_of(db::Reading& reading, vault::Vault& keys, BoardId const& board, PersonId const& person) {
  return opened(keys, Owner::of(person),
                reading.all<Goal>(sql::goals_of_person, {{"board", board}, {"person", person}}));
}

std::vector<Goal> goals_of(db::Reading& reading, BoardId const& board, UnitId const& unit) {
  return reading.all<Goal>(sql::goals_of_unit, {{"board", board}, {"unit", unit}});
}

std::vector<Goal> goals_of(db::Reading& reading, vault::Vault& keys, BoardId const& board, Owner const& owner,
                           PlanId const& plan) {
  return opened(keys, owner, reading.all<Goal>(sql::goals_of_plan, {{"board", board}, {"plan", plan}}));
}

Result<GoalId, GoalRefusal> set_goal(db::Transaction& tx, vault::Vault& keys, base::Actor const& actor,
                                     GoalPlace const& place, GoalDraft const& draft) {
  if (auto const why = refusal(actor, draft, std::nullopt)) return std::unexpected(*why);
  if (auto const why = refusal_of_plan(tx, place.plan)) return std::unexpected(*why);
  Ink const ink(keys, place.owner);
  Goal const goal{.board = board_of(tx, place.owner, actor),
                  .id = GoalId::make(),
                  .level = place.level,
                  .person = place.owner.person,
                  .peer_group = place.owner.peer_group,
                  .unit = place.owner.unit,
                  .plan = place.plan,
                  .words = ink.sealed(draft.words),
                  .for_whom = ink.sealed(draft.for_whom),
                  .due = draft.due,
                  .made_by = actor.person,
                  .made_on = actor.today};
  tx.run(sql::insert_goal, db::fields(goal));
  audit::record(tx, actor,
                {.act = "goal.set", .object = goal.id.text(), .detail = std::string(base::name_of(goal.level))});
  return goal.id;
}

Result<GoalId, GoalRefusal> change_goal(db::Transaction& tx, vault::Vault& keys, base::Actor const& actor,
                                        GoalId const& id, GoalDraft const& draft) {
  auto goal = find_goal(tx, keys, id);
  if (!goal) return std::unexpected(GoalRefusal::not_found);
  if (goal->state != GoalState::open) return std::unexpected(GoalRefusal::closed);
  if (auto const why = refusal(actor, draft, goal->due)) return std::unexpected(*why);
  if (auto const why = refusal_of_plan(tx, goal->plan)) return std::unexpected(*why);
  goal->words = draft.words;
  goal->for_whom = draft.for_whom;
  goal->due = draft.due;
  write(tx, keys, *goal);
  audit::record(tx, actor, {.act = "goal.changed", .object = id.text()});
  return id;
}

Result<GoalId, GoalRefusal> close_goal(db::Transaction& tx, vault::Vault& keys, base::Actor const& actor,
                                       GoalId const& id, GoalState state) {
  hold_goals(tx, actor);
  auto goal = find_goal(tx, keys, id);
  if (!goal) return std::unexpected(GoalRefusal::not_found);
  if (goal->state != GoalState::open) return std::unexpected(GoalRefusal::closed);
  goal->state = state;
  goal->closed_on = actor.today;
  write_state(tx, keys, actor, *goal, state == GoalState::reached ? "goal.reached" : "goal.dropped");
  return id;
}

Result<GoalId, GoalRefusal> reopen_goal(db::Transaction& tx, vault::Vault& keys, base::Actor const& actor,
                                        GoalId const& id) {
  hold_goals(tx, actor);
  auto goal = find_goal(tx, keys, id);
  if (!goal) return std::unexpected(GoalRefusal::not_found);
  if (goal->state == GoalState::open) return std::unexpected(GoalRefusal::not_closed);
  goal->state = GoalState::open;
  goal->closed_on.reset();
  write_state(tx, keys, actor, *goal, "goal.reopened");
  return id;
}

std::vector<Wider> widers_of(db::Reading& reading, std::vector<GoalId> const& goals, Reach reach) {
  if (goals.empty()) return {};
  return reading.all<Wider>(reach == Reach::direct ? sql::widers_of_goals : sql::chain_of_goals,
                            {{"goals", db::as_json(goals)}});
}

std::vector<Goal> goals_that_serve(db::Reading& reading, GoalId const& wider) {
  return reading.all<Goal>(sql::goals_that_serve, {{"wider", wider}});
}

std::vector<Wider> choices_of_wider(db::Reading& reading, BoardId const& board, std::vector<UnitId> const& units) {
  return reading.all<Wider>(sql::choices_of_wider, {{"board", board}, {"units", db::as_json(units)}});
}

Result<GoalId, GoalRefusal> serve(db::Transaction& tx, vault::Vault& keys, base::Actor const& actor, GoalId const& id,
                                  std::vector<WiderRef> const& widers) {
  hold_goals(tx, actor);
  auto goal = find_goal(tx, keys, id);
  if (!goal) return std::unexpected(GoalRefusal::not_found);
  for (auto const& wider : widers) {
    if (auto const why = refusal_to_serve(tx, *goal, wider)) return std::unexpected(*why);
  }
  auto counted = served_by(tx, *goal);
  tx.run(sql::delete_services, {{"board", goal->board}, {"goal", id}});
  std::map<std::string, WiderKind> served;  // each once, however often it was sent
  for (auto const& wider : widers) served.emplace(wider.id, wider.kind);
  for (auto const& [wider, kind] : served) {
    tx.run(sql::insert_serving, {{"board", goal->board},
                                 {"goal", id},
                                 {"wider", wider},
                                 {"wider_kind", kind},
                                 {"level", goal->level},
                                 {"person", goal->person},
                                 {"state", goal->state},
                                 {"made_on", actor.today}});
  }
  for (auto const& [wider, _] : served) counted.emplace_back(wider);
  count_under(tx, *goal, counted);
  goal->widers = static_cast<int>(served.size());
  write(tx, keys, *goal);
  audit::record(tx, actor, {.act = "goal.serves", .object = id.text(), .detail = std::to_string(goal->widers)});
  return id;
}

std::string words_for(Level level, i18n::Words const& tr) {
  switch (level) {
    case Level::person: return tr("Eigen doel");
    case Level::peer_group: return tr("Doel van een popgroep");
    case Level::team: return tr("Teamdoel");
    case Level::school: return tr("Schooldoel");
    case Level::board: return tr("Bestuursdoel");
    case Level::network: return tr("Netwerkdoel");
  }
  return {};
}

std::string words_for(GoalState state, i18n::Words const& tr) {
  switch (state) {
    case GoalState::open: return tr("Loopt");
    case GoalState::reached: return tr("Bereikt");
    case GoalState::dropped: return tr("Losgelaten");
  }
  return {};
}

}  // namespace lenig::plan
