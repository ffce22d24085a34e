#pragma once

#include <map>

#include "engine/schedule/schedule.h"
#include "programme/away.hpp"
#include "programme/holiday.hpp"
#include "programme/planning.hpp"
#include "programme/rollout.hpp"

namespace lenig::programme {

/// What a cohort's year is planned with, and what came out of the latest proposal.
struct YearPlan {
  base::Date first_day;
  base::Date last_day;
  int other_minute = 0;     // when meetings begin where a team has no meeting of its own
  int minutes_between = 0;  // of two meetings of one trainer, to travel
  bool accompanied = true;  // a second trainer comes along to grow, where somebody can
  std::optional<int> steps;
  std::optional<int> placed;
  std::optional<int> in_team_time;
  std::optional<int> proven;         // 1: no plan is better
  std::optional<int> per_mille_off;  // at most, of the best that can be
  bool touched = false;              // changed by hand since
};
BOOST_DESCRIBE_STRUCT(YearPlan, (),
                      (first_day, last_day, other_minute, minutes_between, accompanied, steps, placed, in_team_time,
                       proven, per_mille_off, touched))

/// A meeting of the plan as it stands: one of one unit for a step, of which nobody has been told yet.
struct YearMeeting {
  ParticipationId participation;
  int step = 0;
  base::LocalTime starts_at;
  int minutes = 0;
  PersonId leads;
  std::optional<PersonId> grows;  // comes along to grow

  bool operator==(YearMeeting const&) const = default;
};
BOOST_DESCRIBE_STRUCT(YearMeeting, (), (participation, step, starts_at, minutes, leads, grows))

/// A unit of the cohort with the steps that are still to plan.
struct YearUnit {
  Row row;
  std::vector<Step> steps;
  std::optional<base::Date> after;  // the day of the step before these
  std::optional<TeamTime> time;
  std::optional<Region> region;
};

struct YearTrainer {
  PersonId person;
  std::string name;
  std::map<int, Part> may;  // by step; empty: trains here no longer
  std::vector<schedule::Busy> busy;
};

/// Why a step had no place in the latest proposal.
struct YearHindrance {
  ParticipationId participation;
  int step = 0;
  schedule::Hindrance why = schedule::Hindrance::no_slot;
};

/// All of a cohort's year as it is planned.
struct YearSheet {
  Cohort cohort;
  Programme programme;
  YearPlan plan;
  std::vector<YearUnit> units;  // by name
  std::vector<YearTrainer> trainers;
  std::vector<Holiday> holidays;      // of all regions
  std::vector<YearMeeting> meetings;  // by unit, then by step
  std::vector<schedule::MeetingFault> faults;
  std::vector<YearHindrance> hindrances;

  YearUnit const* unit(ParticipationId const& participation) const;
  YearMeeting const* meeting(ParticipationId const& participation, int step) const;
};

/// How a reason is kept.
std::string name_of(schedule::Hindrance why);
schedule::Hindrance hindrance_from(std::string const& name);

YearSheet year_sheet_of(db::Reading& reading, Cohort const& cohort, base::Date today);

/// The engine's terms for the sheet: units are ways, steps their numbers, trainers people.
schedule::MeetingYear model_of(YearSheet const& sheet);
std::vector<schedule::Meeting> engine_meetings(YearSheet const& sheet);
/// The best year: what the engine says. Takes up to `limit`; no transaction is open meanwhile.
schedule::MeetingPlan year_proposal_for(YearSheet const& sheet,
                                        std::chrono::milliseconds limit = std::chrono::seconds(5));

struct YearPlanDraft {
  base::Date first_day;
  base::Date last_day;
  std::string other_at;  // "15:30"
  int minutes_between = 0;
  bool accompanied = false;
};
BOOST_DESCRIBE_STRUCT(YearPlanDraft, (), (first_day, last_day, other_at, minutes_between, accompanied))

struct YearMeetingDraft {
  base::LocalTime starts_at;
  int minutes = 0;
  PersonId leads;
  std::optional<PersonId> grows;
};
BOOST_DESCRIBE_STRUCT(YearMeetingDraft, (), (starts_at, minutes, leads, grows))

enum class YearRefusal {
  not_found,
  ends_before,
  too_long,
  time_wrong,
  between_out_of_range,
  minutes_out_of_range,
  trainer_unknown,
  same_trainer,
  weeks_out_of_range,
  nothing_planned,
  nobody_ready,
  meeting_refused
};

/// Each gives the step that undoes it, except for what the year is planned with.
Result<CohortId, YearRefusal> set_year_plan(db::Transaction& tx, base::Actor const& actor, CohortId const& cohort,
                                            YearPlanDraft const& draft);
/// Puts a proposal in place of the plan as it stands.
Result<std::string, YearRefusal> take_year_proposal(db::Transaction& tx, base::Actor const& actor,
                                                    CohortId const& cohort, schedule::MeetingPlan const& proposal);
Result<std::string, YearRefusal> put_year_meeting(db::Transaction& tx, base::Actor const& actor, CohortId const& cohort,
                                                  ParticipationId const& participation, int step,
                                                  YearMeetingDraft const& draft);
Result<std::string, YearRefusal> remove_year_meeting(db::Transaction& tx, base::Actor const& actor,
                                                     CohortId const& cohort, ParticipationId const& participation,
                                                     int step);
/// All of it so many weeks later, or below 0 earlier.
Result<std::string, YearRefusal> shift_year(db::Transaction& tx, base::Actor const& actor, CohortId const& cohort,
                                            int weeks);
bool undo_year(db::Transaction& tx, base::Actor const& actor, std::string const& payload);

struct Adopted {
  int planned = 0;
  int left = 0;  // of units that did not commit yet: they stay in the plan
  std::string undo;
};

/// Plans the meetings of everybody who committed, as the page of a meeting does.
Result<Adopted, YearRefusal> adopt_year(db::Transaction& tx, base::Actor const& actor, CohortId const& cohort,
                                        i18n::Words const& tr);
/// Takes them back into the plan, as long as nobody was invited to one.
bool undo_adopt_year(db::Transaction& tx, base::Actor const& actor, std::string const& payload);

}  // namespace lenig::programme
