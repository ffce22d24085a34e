#pragma once

#include "plan/goal.hpp"

namespace lenig::plan {

/// What must be arranged for a unit's goal, by whom, and whether it is.
struct Condition {
  BoardId board;
  ConditionId id;
  GoalId goal;
  std::string what;
  std::string by_whom;
  std::optional<base::Date> due;
  std::optional<base::Date> arranged_on;
  base::Date made_on;
};
BOOST_DESCRIBE_STRUCT(Condition, (), (board, id, goal, what, by_whom, due, arranged_on, made_on))

struct ConditionDraft {
  std::string what;
  std::string by_whom;
  std::optional<base::Date> due;
};
BOOST_DESCRIBE_STRUCT(ConditionDraft, (), (what, by_whom, due))

enum class ConditionRefusal { not_found, what_missing, too_long, private_goal };

std::string path_of(ConditionId const& condition);
std::optional<Condition> find_condition(db::Reading& reading, ConditionId const& condition);
std::vector<Condition> conditions_of(db::Reading& reading, BoardId const& board, std::vector<GoalId> const& goals);

Result<ConditionId, ConditionRefusal> set_condition(db::Transaction& tx, base::Actor const& actor, GoalId const& goal,
                                                    ConditionDraft const& draft);
Result<ConditionId, ConditionRefusal> change_condition(db::Transaction& tx, base::Actor const& actor,
                                                       ConditionId const& condition, ConditionDraft const& draft);
/// Says that it is arranged, or after all not.
Result<ConditionId, ConditionRefusal> arrange_condition(db::Transaction& tx, base::Actor const& actor,
                                                        ConditionId const& condition, bool arranged);

/// What others will notice when a unit's goal is reached.
struct VisibleChange {
  BoardId board;
  ChangeId id;
  GoalId goal;
  std::string what;
  base::Date made_on;
};
BOOST_DESCRIBE_STRUCT(VisibleChange, (), (board, id, goal, what, made_on))

struct VisibleChangeDraft {
  std::string what;
};
BOOST_DESCRIBE_STRUCT(VisibleChangeDraft, (), (what))

enum class Seen { not_yet, partly, clearly };
BOOST_DESCRIBE_ENUM(Seen, not_yet, partly, clearly)

/// What somebody says that they see of it.
struct Observation {
  ChangeId change;
  PersonId person;
  base::Date on_day;
  Seen seen = Seen::partly;
  std::string words;
};
BOOST_DESCRIBE_STRUCT(Observation, (), (change, person, on_day, seen, words))

struct ObservationDraft {
  Seen seen = Seen::partly;
  std::string words;
};
BOOST_DESCRIBE_STRUCT(ObservationDraft, (), (seen, words))

enum class ChangeRefusal { not_found, what_missing, too_long, private_goal };

std::string path_of(ChangeId const& change);
std::optional<VisibleChange> find_change(db::Reading& reading, ChangeId const& change);
std::vector<VisibleChange> changes_of(db::Reading& reading, BoardId const& board, std::vector<GoalId> const& goals);
/// Of these changes, the newest first.
std::vector<Observation> observations_of(db::Reading& reading, BoardId const& board,
                                         std::vector<ChangeId> const& changes);

Result<ChangeId, ChangeRefusal> expect_change(db::Transaction& tx, base::Actor const& actor, GoalId const& goal,
                                              VisibleChangeDraft const& draft);
Result<ChangeId, ChangeRefusal> reword_change(db::Transaction& tx, base::Actor const& actor, ChangeId const& change,
                                              VisibleChangeDraft const& draft);
/// Writes down what somebody sees today, in place of what they said earlier on the same day.
Result<ChangeId, ChangeRefusal> observe(db::Transaction& tx, base::Actor const& actor, ChangeId const& change,
                                        ObservationDraft const& draft);

std::string words_for(Seen seen, i18n::Words const& tr);

}  // namespace lenig::plan
