#pragma once

// What other modules see of programmes: what is asked of a unit, and what comes next.

#include <optional>
#include <string>
#include <vector>

#include "organisation/organisation.h"

namespace lenig::programme {

using base::BoardId;
using base::PersonId;
using organisation::UnitId;
using ProgrammeId = base::Id<struct ProgrammeTag>;
using CohortId = base::Id<struct CohortTag>;
using ParticipationId = base::Id<struct ParticipationTag>;
using MeetingId = base::Id<struct MeetingTag>;

/// What a participation waits for.
enum class WaitsFor { intake, commitment, approach, start, day_of_step, outcome_of_meeting, resumption, completion };
BOOST_DESCRIBE_ENUM(WaitsFor, intake, commitment, approach, start, day_of_step, outcome_of_meeting, resumption,
                    completion)

/// For whom.
enum class WaitsOn { office, leader };
BOOST_DESCRIBE_ENUM(WaitsOn, office, leader)

/// Something that waits for somebody: what, for whom, until or since when.
struct Wait {
  ParticipationId participation;
  std::string unit_name;
  std::string programme_name;
  WaitsFor what = WaitsFor::intake;
  WaitsOn whom = WaitsOn::office;
  int step = 0;  // with day_of_step and outcome_of_meeting
  base::Date due;
  bool late = false;
};

/// A meeting that comes.
struct Coming {
  MeetingId meeting;
  std::string title;
  std::string units;
  std::string place;
  base::LocalTime starts_at;
};

/// What happened to a unit's participation.
struct Happened {
  ParticipationId participation;
  std::string text;
  base::Date on_day;
};

/// A way through a programme, as it stands on the page of its unit.
struct WaySummary {
  ParticipationId participation;
  ProgrammeId programme;
  UnitId host;  // who runs it
  UnitId unit;
  std::string unit_name;
  std::string person_name;
  std::string programme_name;
  std::string cohort_name;
  std::string status;  // in words
};

/// A programme as it stands in a list.
struct ProgrammeSummary {
  ProgrammeId id;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(ProgrammeSummary, (), (id, name))

std::string path_of(ProgrammeId const& programme);
std::string path_of(ParticipationId const& participation);
std::string path_of(MeetingId const& meeting);

/// What is around some units, in all programmes that they run or go through.
struct Surroundings {
  std::vector<Wait> waits;           // the longest first
  std::vector<Coming> coming;        // from today on, the first first
  std::vector<Happened> follow_ups;  // in the calendar of who completed, the first first
  std::vector<Happened> lately;      // the newest first
  std::vector<WaySummary> ways;
};

/// Reads it in a fixed number of queries; `most` bounds what comes and what happened, `runs` are the places where the
/// viewer facilitates or trains. The way of a single person is for that person, who leads their unit, and who runs the
/// programme.
Surroundings around(db::Reading& reading, access::Viewer const& viewer, std::vector<UnitId> const& units,
                    std::vector<UnitId> const& runs, int most, i18n::Words const& tr);

/// Looking back that waits for somebody.
struct OpenLookBack {
  std::string title;
  std::string path;
  base::Date closes;  // the last day
};

/// On these ways, of a unit where this person works or their own: what is open today and they did not answer yet; what
/// began first first. One query, and none without ways.
std::vector<OpenLookBack> open_look_backs(db::Reading& reading, PersonId const& person,
                                          std::vector<ParticipationId> const& ways, base::Date today);

/// Whether somebody goes, or went, through a programme themselves.
bool takes_part(db::Reading& reading, PersonId const& person);

/// The programmes that these units run.
std::vector<ProgrammeSummary> programmes_run_by(db::Reading& reading, std::vector<UnitId> const& units);

/// "Een dag kiezen voor stap 6"
std::string words_for(Wait const& wait, i18n::Words const& tr);
std::string words_for(WaitsOn whom, i18n::Words const& tr);

}  // namespace lenig::programme
