#pragma once

#include "plan/ink.hpp"

namespace lenig::plan {

enum class Level { person, peer_group, team, school, board, network };
BOOST_DESCRIBE_ENUM(Level, person, peer_group, team, school, board, network)

enum class GoalState { open, reached, dropped };
BOOST_DESCRIBE_ENUM(GoalState, open, reached, dropped)

/// What will be different, for whom, by when.
struct Goal {
  BoardId board;
  GoalId id;
  Level level = Level::person;
  PersonId person;
  PeerGroupId peer_group;
  UnitId unit;
  PlanId plan;  // empty: of no plan
  std::string words;
  std::string for_whom;
  std::optional<base::Date> due;
  GoalState state = GoalState::open;
  std::optional<base::Date> closed_on;
  PersonId made_by;
  base::Date made_on;
  int widers = 0;  // how many goals and themes it serves

  Owner owner() const { return {person, peer_group, unit}; }
};
BOOST_DESCRIBE_STRUCT(Goal, (),
                      (board, id, level, person, peer_group, unit, plan, words, for_whom, due, state, closed_on,
                       made_by, made_on, widers))

struct GoalDraft {
  std::string words;
  std::string for_whom;
  std::optional<base::Date> due;
};
BOOST_DESCRIBE_STRUCT(GoalDraft, (), (words, for_whom, due))

enum class GoalRefusal {
  not_found,
  words_missing,
  too_long,
  due_in_the_past,
  plan_fixed,
  wider_not_found,
  itself,
  circle,
  private_above,
  closed,
  not_closed
};

std::string path_of(Goal const& goal);
Level level_of(organisation::UnitKind kind);

std::optional<Goal> find_goal(db::Reading& reading, vault::Vault& keys, GoalId const& goal);
/// As it is kept: the words of a unit's goal can be read, those of others are sealed.
std::optional<Goal> find_sealed_goal(db::Reading& reading, GoalId const& goal);
/// Who fills the plan of a goal together sees by this that there is something new.
void touch_plan_of(db::Transaction& tx, Goal const& goal);
/// Open ones first, then by day.
std::vector<Goal> goals_of(db::Reading& reading, vault::Vault& keys, BoardId const& board, PersonId const& person);
std::vector<Goal> goals_of(db::Reading& reading, BoardId const& board, UnitId const& unit);
std::vector<Goal> goals_of(db::Reading& reading, vault::Vault& keys, BoardId const& board, Owner const& owner,
                           PlanId const& plan);

/// For whom a goal is set: the owner, at which level, and in which plan when it is in one.
struct GoalPlace {
  Owner owner;
  Level level = Level::person;
  PlanId plan;
};

Result<GoalId, GoalRefusal> set_goal(db::Transaction& tx, vault::Vault& keys, base::Actor const& actor,
                                     GoalPlace const& place, GoalDraft const& draft);
Result<GoalId, GoalRefusal> change_goal(db::Transaction& tx, vault::Vault& keys, base::Actor const& actor,
                                        GoalId const& goal, GoalDraft const& draft);
/// Reached or dropped; a goal that is dropped no longer counts for what it served.
Result<GoalId, GoalRefusal> close_goal(db::Transaction& tx, vault::Vault& keys, base::Actor const& actor,
                                       GoalId const& goal, GoalState state);
Result<GoalId, GoalRefusal> reopen_goal(db::Transaction& tx, vault::Vault& keys, base::Actor const& actor,
                                        GoalId const& goal);

enum class WiderKind { goal, theme };
BOOST_DESCRIBE_ENUM(WiderKind, goal, theme)

/// Something wider that a goal serves, as others may know it: a goal of a unit, or a theme of its course.
struct Wider {
  GoalId goal;  // that serves; empty where it is a choice
  WiderKind kind = WiderKind::goal;
  std::string id;
  std::string words;
  UnitId unit;
};
BOOST_DESCRIBE_STRUCT(Wider, (), (goal, kind, id, words, unit))

/// What a goal can serve.
struct WiderRef {
  WiderKind kind = WiderKind::goal;
  std::string id;

  bool operator==(WiderRef const&) const = default;
};

/// What each of these goals serves directly; with `chain`, also what that serves in turn, up to the themes: each line
/// is one step of it.
enum class Reach { direct, chain };
std::vector<Wider> widers_of(db::Reading& reading, std::vector<GoalId> const& goals, Reach reach);
/// The goals of units that serve this one directly, and were not dropped.
std::vector<Goal> goals_that_serve(db::Reading& reading, GoalId const& wider);
/// The goals and themes of units that a viewer can choose as wider: of their own units, the board, and their networks.
std::vector<Wider> choices_of_wider(db::Reading& reading, BoardId const& board, std::vector<UnitId> const& units);

/// Lets a goal serve exactly these. A goal never serves itself, not by any way round: refused with `circle`. What is a
/// person's or a peer group's is never above something else: others could not see what they serve.
Result<GoalId, GoalRefusal> serve(db::Transaction& tx, vault::Vault& keys, base::Actor const& actor, GoalId const& goal,
                                  std::vector<WiderRef> const& widers);

std::string words_for(Level level, i18n::Words const& tr);
std::string words_for(GoalState state, i18n::Words const& tr);

}  // namespace lenig::plan
