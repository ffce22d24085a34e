#include "plan/condition.hpp"

#include "plan/queries.hpp"
#include "platform/audit/audit.hpp"
#include "platform/base/text.hpp"
#include "platform/db/id_list.hpp"

namespace lenig::plan {

namespace {

constexpr std::size_t longest_what = 500;
constexpr std::size_t longest_words = 1000;

template <class Refusal>
std::optional<Refusal> refusal(std::optional<Goal> const& goal, std::string const& what) {
  if (!goal) return Refusal::not_found;
  if (goal->unit.empty()) return Refusal::private_goal;
  if (what.empty()) return Refusal::what_missing;
  if (base::length(what) > longest_what) return Refusal::too_long;
  return std::nullopt;
}

void write(db::Transaction& tx, Condition const& condition) {
  tx.run(sql::update_condition, {{"board", condition.board},
                                 {"id", condition.id},
                                 {"what", condition.what},
                                 {"by_whom", condition.by_whom},
                                 {"due", condition.due},
                                 {"arranged_on", condition.arranged_on}});
}

}  // namespace

std::string path_of(ConditionId const& condition) { return "/plannen/voorwaarde/" + condition.text(); }

std::optional<Condition> find_condition(db::Reading& reading, ConditionId const& condition) {
  return reading.one<Condition>(sql::condition_by_id, {{"condition", condition}});
}

std::vector<Condition> conditions_of(db::Reading& reading, BoardId const& board, std::vector<GoalId> const& goals) {
  if (goals.empty()) return {};
  return reading.all<Condition>(sql::conditions_of_goals, {{"board", board}, {"goals", db::as_json(goals)}});
}

Result<ConditionId, ConditionRefusal> set_condition(db::Transaction& tx, base::Actor const& actor, GoalId const& goal,
                                                    ConditionDraft const& draft) {
  auto const of = find_sealed_goal(tx, goal);
  if (auto const why = refusal<ConditionRefusal>(of, draft.what)) return std::unexpected(*why);
  touch_plan_of(tx, *of);
  Condition const condition{of->board,     ConditionId::make(), goal,         draft.what,
                            draft.by_whom, draft.due,           std::nullopt, actor.today};
  tx.run(sql::insert_condition, db::fields(condition));
  audit::record(tx, actor, {.act = "condition.set", .object = condition.id.text()});
  return condition.id;
}

Result<ConditionId, ConditionRefusal> change_condition(db::Transaction& tx, base::Actor const& actor,
                                                       ConditionId const& id, ConditionDraft const& draft) {
  auto condition = find_condition(tx, id);
  if (!condition) return std::unexpected(ConditionRefusal::not_found);
  auto const of = find_sealed_goal(tx, condition->goal);
  if (auto const why = refusal<ConditionRefusal>(of, draft.what)) return std::unexpected(*why);
  touch_plan_of(tx, *of);
  condition->what = draft.what;
  condition->by_whom = draft.by_whom;
  condition->due = draft.due;
  write(tx, *condition);
  audit::record(tx, actor, {.act = "condition.changed", .object = id.text()});
  return id;
}

Result<ConditionId, ConditionRefusal> arrange_condition(db::Transaction& tx, base::Actor const& actor,
                                                        ConditionId const& id, bool arranged) {
  auto condition = find_condition(tx, id);
  if (!condition) return std::unexpected(ConditionRefusal::not_found);
  touch_plan_of(tx, *find_sealed_goal(tx, condition->goal));
  condition->arranged_on = arranged ? std::optional(actor.today) : std::nullopt;
  write(tx, *condition);
  audit::record(tx, actor, {.act = arranged ? "condition.arranged" : "condition.not_arranged", .object = id.text()});
  return id;
}

std::string path_of(ChangeId const& change) { return "/plannen/verandering/" + change.text(); }

std::optional<VisibleChange> find_change(db::Reading& reading, ChangeId const& change) {
  return reading.one<VisibleChange>(sql::change_by_id, {{"change", change}});
}

std::vector<VisibleChange> changes_of(db::Reading& reading, BoardId const& board, std::vector<GoalId> const& goals) {
  if (goals.empty()) return {};
  return reading.all<VisibleChange>(sql::changes_of_goals, {{"board", board}, {"goals", db::as_json(goals)}});
}

std::vector<Observation> observations_of(db::Reading& reading, BoardId const& board,
                                         std::vector<ChangeId> const& changes) {
  if (changes.empty()) return {};
  return reading.all<Observation>(sql::observations_of_changes, {{"board", board}, {"changes", db::as_json(changes)}});
}

Result<ChangeId, ChangeRefusal> expect_change(db::Transaction& tx, base::Actor const& actor, GoalId const& goal,
                                              VisibleChangeDraft const& draft) {
  auto const of = find_sealed_goal(tx, goal);
  if (auto const why = refusal<ChangeRefusal>(of, draft.what)) return std::unexpected(*why);
  touch_plan_of(tx, *of);
  VisibleChange const change{of->board, ChangeId::make(), goal, draft.what, actor.today};
  tx.run(sql::insert_change, db::fields(change));
  audit::record(tx, actor, {.act = "change.expected", .object = change.id.text()});
  return change.id;
}

Result<ChangeId, ChangeRefusal> reword_change(db::Transaction& tx, base::Actor const& actor, ChangeId const& id,
                                              VisibleChangeDraft const& draft) {
  auto const change = find_change(tx, id);
  if (!change) return std::unexpected(ChangeRefusal::not_found);
  auto const of = find_sealed_goal(tx, change->goal);
  if (auto const why = refusal<ChangeRefusal>(of, draft.what)) return std::unexpected(*why);
  touch_plan_of(tx, *of);
  tx.run(sql::update_change, {{"board", change->board}, {"id", id}, {"what", draft.what}});
  audit::record(tx, actor, {.act = "change.reworded", .object = id.text()});
  return id;
}

Result<ChangeId, ChangeRefusal> observe(db::Transaction& tx, base::Actor const& actor, ChangeId const& id,
                                        ObservationDraft const& draft) {
  auto const change = find_change(tx, id);
  if (!change) return std::unexpected(ChangeRefusal::not_found);
  if (base::length(draft.words) > longest_words) return std::unexpected(ChangeRefusal::too_long);
  touch_plan_of(tx, *find_sealed_goal(tx, change->goal));
  tx.run(sql::upsert_observation,
         db::fields(Observation{id, actor.person, actor.today, draft.seen, draft.words}, {{"board", change->board}}));
  audit::record(tx, actor, {.act = "change.observed", .object = id.text()});
  return id;
}

std::string words_for(Seen seen, i18n::Words const& tr) {
  switch (seen) {
    case Seen::not_yet: return tr("Nog niet te zien");
    case Seen::partly: return tr("Hier en daar te zien");
    case Seen::clearly: return tr("Duidelijk te zien");
  }
  return {};
}

}  // namespace lenig::plan
