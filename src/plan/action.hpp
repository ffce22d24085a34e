#pragma once

#include "plan/goal.hpp"

namespace lenig::plan {

/// What somebody does, by a day; for a goal, in a plan, or by itself. It is sealed where what it is for is sealed; by
/// itself, with its owner's key.
struct PlanAction {
  BoardId board;
  ActionId id;
  PersonId person;  // whose it is to do
  GoalId goal;
  PlanId plan;
  std::string what;
  std::optional<base::Date> due;
  std::optional<base::Date> done_on;
  PersonId made_by;
  base::Date made_on;
};
BOOST_DESCRIBE_STRUCT(PlanAction, (), (board, id, person, goal, plan, what, due, done_on, made_by, made_on))

struct ActionDraft {
  std::string what;
  std::optional<base::Date> due;
  PersonId person;
};
BOOST_DESCRIBE_STRUCT(ActionDraft, (), (what, due, person))

enum class ActionRefusal { not_found, what_missing, too_long, due_in_the_past, plan_fixed, nobody, done_already };

std::string path_of(ActionId const& action);

/// Whose words an action's are.
Owner owner_of_action(db::Reading& reading, PlanAction const& action);
std::optional<PlanAction> find_action(db::Reading& reading, vault::Vault& keys, ActionId const& action);
/// As it is kept: its words may be sealed.
std::optional<PlanAction> find_sealed_action(db::Reading& reading, ActionId const& action);
/// What somebody is to do and did of late, what is late first.
std::vector<PlanAction> actions_of(db::Reading& reading, vault::Vault& keys, BoardId const& board,
                                   PersonId const& person);
/// In a plan, or for one of its goals; or for one goal.
std::vector<PlanAction> actions_in(db::Reading& reading, vault::Vault& keys, BoardId const& board, PlanId const& plan);
std::vector<PlanAction> actions_for(db::Reading& reading, vault::Vault& keys, Goal const& goal);

/// For what an action is: a plan or a goal of this owner, or neither.
struct ActionPlace {
  Owner owner;
  PlanId plan;
  GoalId goal;
};

Result<ActionId, ActionRefusal> take_on(db::Transaction& tx, vault::Vault& keys, base::Actor const& actor,
                                        ActionPlace const& place, ActionDraft const& draft);
Result<ActionId, ActionRefusal> change_action(db::Transaction& tx, vault::Vault& keys, base::Actor const& actor,
                                              ActionId const& action, ActionDraft const& draft);
/// Gives the step that undoes it.
Result<std::string, ActionRefusal> finish_action(db::Transaction& tx, base::Actor const& actor, ActionId const& action);
bool undo_finish_action(db::Transaction& tx, base::Actor const& actor, std::string const& payload);
Result<std::string, ActionRefusal> drop_action(db::Transaction& tx, base::Actor const& actor, ActionId const& action);
bool undo_drop_action(db::Transaction& tx, base::Actor const& actor, std::string const& payload);

}  // namespace lenig::plan
