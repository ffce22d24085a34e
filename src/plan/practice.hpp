#pragma once

#include <map>

#include "plan/goal.hpp"

namespace lenig::plan {

using HrPracticeId = base::Id<struct HrPracticeTag>;

/// The instruments of personnel policy, in the words of the sources.
enum class PracticeKind {
  recruitment,
  selection,
  training,
  reward,
  job_design,
  teamwork,
  rotation,
  task_enrichment,
  autonomy,
  participation,
  learning_together,
  appraisal,
  career,
  mobility,
  task_policy,
  budget
};
BOOST_DESCRIBE_ENUM(PracticeKind, recruitment, selection, training, reward, job_design, teamwork, rotation,
                    task_enrichment, autonomy, participation, learning_together, appraisal, career, mobility,
                    task_policy, budget)

/// What an instrument mostly works on (AMO; Leisink & Boselie 2014): what people can, want, and may.
enum class Driver { ability, motivation, opportunity };
BOOST_DESCRIBE_ENUM(Driver, ability, motivation, opportunity)

enum class StaffGroup { teaching, support, leaders, starters };
BOOST_DESCRIBE_ENUM(StaffGroup, teaching, support, leaders, starters)

/// An instrument of personnel policy of a unit, as policy intends it.
struct HrPractice {
  BoardId board;
  HrPracticeId id;
  UnitId unit;
  PracticeKind kind = PracticeKind::training;
  std::string name;
  Driver driver = Driver::ability;
  std::string staff_groups;  // their names, with a space between
  PersonId owner;            // who answers for it
  std::string policy;
  base::Date since;
  std::optional<base::Date> ended_on;
  base::Date made_on;

  std::vector<StaffGroup> groups() const;
};
BOOST_DESCRIBE_STRUCT(HrPractice, (),
                      (board, id, unit, kind, name, driver, staff_groups, owner, policy, since, ended_on, made_on))

struct HrPracticeDraft {
  PracticeKind kind = PracticeKind::training;
  std::string name;
  Driver driver = Driver::ability;
  std::vector<StaffGroup> staff_groups;
  PersonId owner;
  std::string policy;
  base::Date since;
  std::vector<GoalId> goals;  // of units, that it serves
};
BOOST_DESCRIBE_STRUCT(HrPracticeDraft, (), (kind, name, driver, staff_groups, owner, policy, since, goals))

enum class PracticeRefusal { not_found, name_missing, too_long, nobody_meant, owner_unknown, goal_not_found, ended };

/// A goal that an instrument serves.
struct GoalServed {
  HrPracticeId practice;
  GoalId goal;
  std::string words;
  UnitId unit;
};
BOOST_DESCRIBE_STRUCT(GoalServed, (), (practice, goal, words, unit))

std::string path_of(HrPracticeId const& practice);
std::string path_of_practices(UnitId const& unit);

std::optional<HrPractice> find_practice(db::Reading& reading, HrPracticeId const& practice);
/// Those that ended last.
std::vector<HrPractice> practices_of(db::Reading& reading, UnitId const& unit);
/// That serve this goal, and did not end.
std::vector<HrPractice> practices_for(db::Reading& reading, GoalId const& goal);
/// What these instruments of one board serve, without goals that were dropped.
std::vector<GoalServed> goals_served_by(db::Reading& reading, BoardId const& board,
                                        std::vector<HrPracticeId> const& practices);

Result<HrPracticeId, PracticeRefusal> add_practice(db::Transaction& tx, base::Actor const& actor, UnitId const& unit,
                                                   HrPracticeDraft const& draft);
Result<HrPracticeId, PracticeRefusal> change_practice(db::Transaction& tx, base::Actor const& actor,
                                                      HrPracticeId const& practice, HrPracticeDraft const& draft);
/// Gives the step that undoes it.
Result<std::string, PracticeRefusal> end_practice(db::Transaction& tx, base::Actor const& actor,
                                                  HrPracticeId const& practice);
bool undo_end_practice(db::Transaction& tx, base::Actor const& actor, std::string const& payload);

std::string words_for(PracticeKind kind, i18n::Words const& tr);
std::string words_for(Driver driver, i18n::Words const& tr);
std::string words_for(StaffGroup group, i18n::Words const& tr);

}  // namespace lenig::plan
