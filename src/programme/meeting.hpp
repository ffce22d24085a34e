#pragma once

#include "programme/cohort.hpp"

namespace lenig::programme {

enum class MeetingKind { step, kick_off, second_year, hand_over, project_team, directors, other };
BOOST_DESCRIBE_ENUM(MeetingKind, step, kick_off, second_year, hand_over, project_team, directors, other)

enum class MeetingState { planned, held, cancelled };
BOOST_DESCRIBE_ENUM(MeetingState, planned, held, cancelled)

enum class Presence { present, absent, unknown };
BOOST_DESCRIBE_ENUM(Presence, present, absent, unknown)

using AgendaItemId = base::Id<struct AgendaItemTag>;

/// A meeting: of one participation for a step, of several, or of a cohort, a project team or the directors.
struct Meeting {
  BoardId board;
  MeetingId id;
  ProgrammeId programme;
  std::optional<CohortId> cohort;
  MeetingKind kind = MeetingKind::step;
  std::optional<int> step;
  std::string title;
  base::LocalTime starts_at;
  int minutes = 0;
  std::string place;
  std::string link;
  std::string trainer;
  std::string materials;
  std::optional<base::Date> preliminary_on;
  std::string preliminary;  // what was agreed with the director beforehand
  MeetingState state = MeetingState::planned;
  std::string outcome;  // what came out
};
BOOST_DESCRIBE_STRUCT(Meeting, (),
                      (board, id, programme, cohort, kind, step, title, starts_at, minutes, place, link, trainer,
                       materials, preliminary_on, preliminary, state, outcome))

struct AgendaItem {
  AgendaItemId id;
  MeetingId meeting;
  int position = 0;
  std::string title;
  std::string note;
  int minutes = 0;
};
BOOST_DESCRIBE_STRUCT(AgendaItem, (), (id, meeting, position, title, note, minutes))

struct MeetingDraft {
  MeetingKind kind = MeetingKind::step;
  std::optional<int> step;
  std::string title;
  base::LocalTime starts_at;
  int minutes = 120;
  std::string place;
  std::string link;
  std::string trainer;
  std::vector<ParticipationId> participations;  // those who come
  std::optional<CohortId> cohort;               // all of it comes
};
BOOST_DESCRIBE_STRUCT(MeetingDraft, (),
                      (kind, step, title, starts_at, minutes, place, link, trainer, participations, cohort))

struct ChangeMeetingDraft {
  std::string title;
  base::LocalTime starts_at;
  int minutes = 120;
  std::string place;
  std::string link;
  std::string trainer;
  std::string materials;
  std::optional<base::Date> preliminary_on;
  std::string preliminary;
};
BOOST_DESCRIBE_STRUCT(ChangeMeetingDraft, (),
                      (title, starts_at, minutes, place, link, trainer, materials, preliminary_on, preliminary))

struct CompanyDraft {
  std::vector<ParticipationId> participations;  // those who come from now on
};
BOOST_DESCRIBE_STRUCT(CompanyDraft, (), (participations))

struct OutcomeDraft {
  std::string outcome;
  bool step_done = false;
};
BOOST_DESCRIBE_STRUCT(OutcomeDraft, (), (outcome, step_done))

struct AgendaItemDraft {
  std::string title;
  std::string note;
  int minutes = 0;
};
BOOST_DESCRIBE_STRUCT(AgendaItemDraft, (), (title, note, minutes))

enum class MeetingRefusal {
  title_missing,
  minutes_out_of_range,
  link_wrong,
  step_missing,
  nobody_comes,
  of_other_programme,
  not_active,
  not_found,
  not_yet_held,
  outcome_missing,
  cancelled,
  already_held
};

std::optional<Meeting> find_meeting(db::Reading& reading, MeetingId const& meeting);
std::vector<Meeting> meetings_of(db::Reading& reading, Participation const& participation);
/// Meetings of the programme itself: of the project team, the directors, or another without a unit.
std::vector<Meeting> meetings_of_programme(db::Reading& reading, Programme const& programme);
std::vector<AgendaItem> agenda_of(db::Reading& reading, Meeting const& meeting);
std::optional<AgendaItem> find_agenda_item(db::Reading& reading, AgendaItemId const& item);
std::vector<Participation> participations_at(db::Reading& reading, Meeting const& meeting);

/// Plans a meeting. One for a step gets that step's questions as its agenda, its materials and, when the draft names no
/// title, its title; from then on the agenda is the meeting's own.
Result<MeetingId, MeetingRefusal> plan_meeting(db::Transaction& tx, base::Actor const& actor,
                                               ProgrammeId const& programme, MeetingDraft const& draft,
                                               i18n::Words const& tr);
Result<MeetingId, MeetingRefusal> change_meeting(db::Transaction& tx, base::Actor const& actor,
                                                 MeetingId const& meeting, ChangeMeetingDraft const& draft);
/// Whether a way can come to a meeting of this kind: who committed meets, who completed the steps meets in the second
/// year, and to a hand-over come those who went and those who are still to begin.
bool can_meet(Participation const& participation, MeetingKind kind);
/// Whether meetings of this kind are of units or people who take part, not of the programme as a whole.
bool is_of_participations(MeetingKind kind);
/// Says anew who comes to a planned meeting; whoever came along already may stay.
Result<MeetingId, MeetingRefusal> change_company(db::Transaction& tx, base::Actor const& actor,
                                                 MeetingId const& meeting, CompanyDraft const& draft);
/// Calls a meeting off; gives the step that undoes it.
Result<std::string, MeetingRefusal> cancel_meeting(db::Transaction& tx, base::Actor const& actor,
                                                   MeetingId const& meeting);
bool undo_cancel_meeting(db::Transaction& tx, base::Actor const& actor, std::string const& meeting);
/// Records what came out; with `step_done` the step counts as done for everybody who came.
Result<MeetingId, MeetingRefusal> record_outcome(db::Transaction& tx, base::Actor const& actor,
                                                 MeetingId const& meeting, OutcomeDraft const& draft);

Result<AgendaItemId, MeetingRefusal> add_agenda_item(db::Transaction& tx, base::Actor const& actor,
                                                     MeetingId const& meeting, AgendaItemDraft const& draft);
Result<AgendaItemId, MeetingRefusal> change_agenda_item(db::Transaction& tx, base::Actor const& actor,
                                                        AgendaItemId const& item, AgendaItemDraft const& draft);
Result<AgendaItemId, MeetingRefusal> raise_agenda_item(db::Transaction& tx, base::Actor const& actor,
                                                       AgendaItemId const& item);
Result<std::string, MeetingRefusal> remove_agenda_item(db::Transaction& tx, base::Actor const& actor,
                                                       AgendaItemId const& item);
bool undo_remove_agenda_item(db::Transaction& tx, base::Actor const& actor, std::string const& payload);

struct Attendance {
  PersonId person;
  Presence presence = Presence::unknown;
};
BOOST_DESCRIBE_STRUCT(Attendance, (), (person, presence))

std::vector<Attendance> attendance_of(db::Reading& reading, Meeting const& meeting);
/// Who can be expected at a meeting of the programme itself: who leads a unit that takes part, and who runs it.
std::vector<organisation::PersonSummary> expected_at_talk(db::Reading& reading, Programme const& programme,
                                                          base::Date today);
/// Who can be expected: the staff of the units that come, or the people themselves.
std::vector<organisation::PersonSummary> expected_at(db::Reading& reading,
                                                     std::vector<Participation> const& participations,
                                                     base::Date today);
Result<int, MeetingRefusal> record_attendance(db::Transaction& tx, base::Actor const& actor, MeetingId const& meeting,
                                              std::vector<Attendance> const& attendance);

std::string words_for(MeetingKind kind, i18n::Words const& tr);
std::string words_for(Presence presence, i18n::Words const& tr);

}  // namespace lenig::programme
