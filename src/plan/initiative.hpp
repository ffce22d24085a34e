#pragma once

#include "plan/course.hpp"
#include "plan/goal.hpp"
#include "plan/stop.hpp"

namespace lenig::plan {

// A programme that a unit runs or goes through is an initiative: it serves goals of units, and something goes for it.

struct Initiative {
  ProgrammeId programme;
  std::string name;
  bool is_connected = false;  // to a goal
  bool asks_choice = false;   // goes through it, and nobody chose yet what goes
};

/// What a unit's thread begins from besides its themes and goals.
struct Ground {
  Course course;
  std::vector<NotDoing> not_doing;  // the newest first; without who wrote it
  std::vector<Initiative> initiatives;

  Initiative const* find(ProgrammeId const& programme) const;
};

/// One query.
Ground ground_of(db::Reading& reading, UnitId const& unit);

std::string path_of(UnitId const& unit, ProgrammeId const& programme);

/// The goals that it serves, without those that were dropped; by their words.
std::vector<Wider> goals_of(db::Reading& reading, UnitId const& unit, ProgrammeId const& programme);
/// By name, once a unit.
std::vector<UnitInitiative> initiatives_for(db::Reading& reading, GoalId const& goal);
/// The open goals that it can serve: of the unit and of its board.
std::vector<Wider> goals_to_serve(db::Reading& reading, UnitId const& unit);

enum class InitiativeRefusal { not_found, goal_not_found };

/// Lets a programme that the unit runs or goes through serve exactly these goals.
Result<ProgrammeId, InitiativeRefusal> connect(db::Transaction& tx, base::Actor const& actor, UnitId const& unit,
                                               ProgrammeId const& programme, std::vector<GoalId> const& goals);

/// What was chosen; nothing when nobody was asked.
std::optional<StopDraft> stop_of(db::Reading& reading, UnitId const& unit, ProgrammeId const& programme);
Result<ProgrammeId, StopRefusal> choose_stop(db::Transaction& tx, base::Actor const& actor, UnitId const& unit,
                                             ProgrammeId const& programme, StopDraft const& draft);

}  // namespace lenig::plan
