#pragma once

#include "programme/programme.h"

namespace lenig::programme {

/// Where a unit or person stands in a programme. The way leads from left to right; a paused one resumes or starts anew,
/// and every one that is not ended may withdraw.
enum class Status { invited, intake, committed, active, paused, completed, withdrawn };
BOOST_DESCRIBE_ENUM(Status, invited, intake, committed, active, paused, completed, withdrawn)

/// What happened to a participation.
enum class Turn { invited, intake_held, committed, started, paused, resumed, started_anew, completed, withdrawn };
BOOST_DESCRIBE_ENUM(Turn, invited, intake_held, committed, started, paused, resumed, started_anew, completed, withdrawn)

/// Why somebody pauses or withdraws: a category, never the health or the story of a person.
enum class Reason { absence, departure, workload, reorganisation, other_priority, other };
BOOST_DESCRIBE_ENUM(Reason, absence, departure, workload, reorganisation, other_priority, other)

/// The status that a turn leads to.
Status status_after(Turn turn);
/// Whether a turn is possible from here.
bool can_take(Status from, Turn turn);
/// The turns that are possible from here, the usual one first.
std::vector<Turn> turns_from(Status from);
bool asks_reason(Turn turn);

/// A participation with its cohort and programme.
struct Participation {
  BoardId board;
  ParticipationId id;
  ProgrammeId programme;
  std::string programme_name;
  UnitId host;  // who runs it
  CohortId cohort;
  std::string cohort_name;
  int version = 0;
  int school_year = 0;
  bool second_year = false;
  BoardId unit_board;
  UnitId unit;
  PersonId person;  // empty: the unit as a whole
  Status status = Status::invited;
  std::optional<Reason> reason;
  base::Date since;
  int attempt = 1;  // goes up when somebody starts anew
};
BOOST_DESCRIBE_STRUCT(Participation, (),
                      (board, id, programme, programme_name, host, cohort, cohort_name, version, school_year,
                       second_year, unit_board, unit, person, status, reason, since, attempt))

/// A line of the history.
struct Taken {
  ParticipationId participation;
  Turn kind = Turn::invited;
  base::Date on_day;
  std::optional<Reason> reason;
  std::string cohort_name;
  PersonId actor;
};
BOOST_DESCRIBE_STRUCT(Taken, (), (participation, kind, on_day, reason, cohort_name, actor))

struct StepDone {
  ParticipationId participation;
  int step = 0;
  base::Date done_on;
};
BOOST_DESCRIBE_STRUCT(StepDone, (), (participation, step, done_on))

/// A follow-up in next year's calendar.
struct FollowUp {
  std::string what;
  base::Date on_day;
};
BOOST_DESCRIBE_STRUCT(FollowUp, (), (what, on_day))

struct TurnDraft {
  Turn turn = Turn::intake_held;
  base::Date on_day;
  std::optional<Reason> reason;
  std::optional<CohortId> cohort;  // when starting anew: in which cohort
};
BOOST_DESCRIBE_STRUCT(TurnDraft, (), (turn, on_day, reason, cohort))

/// Completing asks which follow-ups stand in next year's calendar; leaving them out is allowed when it is said.
struct CompletionDraft {
  base::Date on_day;
  std::string first_what;
  std::optional<base::Date> first_day;
  std::string second_what;
  std::optional<base::Date> second_day;
  std::string third_what;
  std::optional<base::Date> third_day;
  bool without = false;
  bool steps_undone = false;  // said: some steps are not done, and that is how it is
};
BOOST_DESCRIBE_STRUCT(CompletionDraft, (),
                      (on_day, first_what, first_day, second_what, second_day, third_what, third_day, without,
                       steps_undone))

enum class TurnRefusal {
  not_found,
  not_from_here,
  in_future,
  before_last,
  reason_missing,
  cohort_of_other_programme,
  cohort_full,
  steps_undone,
  follow_ups_missing,
  follow_up_half,
  follow_up_too_early
};

/// How many stand where, a count per status in their order.
std::vector<int> counts_by_status(std::vector<Participation> const& ways);

std::optional<Participation> find_participation(db::Reading& reading, ParticipationId const& participation);
std::vector<Taken> history_of(db::Reading& reading, Participation const& participation);
std::vector<StepDone> steps_done(db::Reading& reading, Participation const& participation);
/// How many steps of the way's version this attempt has not done.
int steps_undone(db::Reading& reading, Participation const& participation);
std::vector<FollowUp> follow_ups_of(db::Reading& reading, Participation const& participation);

/// Takes a turn that is not completion. One transaction: the new status, a line of history, the audit entry. Gives
/// the step that undoes it, as long as nothing else happened since.
Result<std::string, TurnRefusal> take_turn(db::Transaction& tx, base::Actor const& actor,
                                           ParticipationId const& participation, TurnDraft const& draft);
Result<std::string, TurnRefusal> complete(db::Transaction& tx, base::Actor const& actor,
                                          ParticipationId const& participation, CompletionDraft const& draft);

bool undo_take_turn(db::Transaction& tx, base::Actor const& actor, std::string const& payload);

/// Takes back that a step is done.
void forget_step_done(db::Transaction& tx, Participation const& participation, int step);
/// Notes that a step is done (again: the later day stays), in the attempt that the participation names.
void note_step_done(db::Transaction& tx, Participation const& participation, int step, base::Date on_day);

std::string words_for(Status status, i18n::Words const& tr);
std::string words_for(Turn turn, i18n::Words const& tr);
std::string words_for(Reason reason, i18n::Words const& tr);
/// What the button says: "Pauzeren".
std::string invitation_to(Turn turn, i18n::Words const& tr);

}  // namespace lenig::programme
