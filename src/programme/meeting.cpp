#include "programme/meeting.hpp"

#include <algorithm>

#include "platform/audit/audit.hpp"
#include "platform/base/text.hpp"
#include "platform/undo/undo.hpp"
#include "programme/agenda.hpp"
#include "programme/queries.hpp"

namespace lenig::programme {

namespace {

constexpr int longest_meeting = 24 * 60;

bool is_link(std::string const& link) {
  return link.empty() || link.starts_with("https://") || link.starts_with("http://");
}

db::Values key_of(Meeting const& meeting) { return {{"board", meeting.board}, {"meeting", meeting.id}}; }

/// The participations of the draft; all of one programme, and ready to meet.
Result<std::vector<Participation>, MeetingRefusal> who_comes(db::Transaction& tx, Programme const& programme,
                                                             MeetingDraft const& draft) {
  std::vector<Participation> coming;
  for (auto const& one : participations_of(tx, programme)) {
    if (draft.cohort && one.cohort == *draft.cohort && can_meet(one, draft.kind)) {
      coming.push_back(one);
      continue;
    }
    if (std::find(draft.participations.begin(), draft.participations.end(), one.id) != draft.participations.end())
      coming.push_back(one);
  }
  if (draft.cohort)
    return coming.empty()
               ? Result<std::vector<Participation>, MeetingRefusal>(std::unexpected(MeetingRefusal::nobody_comes))
               : coming;
  if (coming.size() != draft.participations.size()) return std::unexpected(MeetingRefusal::of_other_programme);
  bool const all_can =
      std::all_of(coming.begin(), coming.end(), [&](auto const& one) { return can_meet(one, draft.kind); });
  if (!all_can) return std::unexpected(MeetingRefusal::not_active);
  return coming;
}

std::optional<MeetingRefusal> refusal(MeetingDraft const& draft) {
  if (draft.minutes < 15 || draft.minutes > longest_meeting) return MeetingRefusal::minutes_out_of_range;
  if (!is_link(draft.link)) return MeetingRefusal::link_wrong;
  if (draft.kind == MeetingKind::step && !draft.step) return MeetingRefusal::step_missing;
  if (is_of_participations(draft.kind) && draft.participations.empty()) return MeetingRefusal::nobody_comes;
  return std::nullopt;
}

std::optional<Step> step_of(db::Reading& reading, Programme const& programme, int version,
                            std::optional<int> position) {
  if (!position) return std::nullopt;
  for (auto const& step : steps_of(reading, programme, version)) {
    if (step.position == *position) return step;
  }
  return std::nullopt;
}

void insert(db::Transaction& tx, Programme const& programme, Meeting const& meeting,
            std::vector<Participation> const& coming) {
  tx.run(sql::insert_meeting, db::fields(meeting, {{"board", programme.board}, {"now", base::Instant::now()}}));
  for (auto const& one : coming) {
    tx.run(sql::insert_meeting_participation,
           {{"board", programme.board}, {"meeting", meeting.id}, {"participation", one.id}, {"attempt", one.attempt}});
  }
}

Meeting made_from(Programme const& programme, MeetingDraft const& draft, std::optional<Step> const& step) {
  return {.board = programme.board,
          .id = MeetingId::make(),
          .programme = programme.id,
          .cohort = draft.cohort,
          .kind = draft.kind,
          .step = draft.step,
          .title = draft.title.empty() && step ? step->title : draft.title,
          .starts_at = draft.starts_at,
          .minutes = draft.minutes,
          .place = draft.place,
          .link = draft.link,
          .trainer = draft.trainer,
          .materials = step ? step->materials : ""};
}

}  // namespace

bool can_meet(Participation const& participation, MeetingKind kind) {
  if (kind == MeetingKind::hand_over) return participation.status != Status::withdrawn;
  if (participation.status == Status::completed) return kind == MeetingKind::second_year;
  return participation.status == Status::active || participation.status == Status::committed;
}

bool is_of_participations(MeetingKind kind) {
  switch (kind) {
    case MeetingKind::step:
    case MeetingKind::kick_off:
    case MeetingKind::second_year:
    case MeetingKind::hand_over: return true;
    case MeetingKind::project_team:
    case MeetingKind::directors:
    case MeetingKind::other: return false;
  }
  return false;
}

std::string path_of(MeetingId const& meeting) { return "/programma/bijeenkomst/" + meeting.text(); }

std::optional<Meeting> find_meeting(db::Reading& reading, MeetingId const& meeting) {
  return reading.one<Meeting>(sql::meeting_by_id, {{"meeting", meeting}});
}

std::vector<Meeting> meetings_of(db::Reading& reading, Participation const& participation) {
  return reading.all<Meeting>(sql::meetings_of_participation,
                              {{"board", participation.board}, {"participation", participation.id}});
}

std::vector<Meeting> meetings_of_programme(db::Reading& reading, Programme const& programme) {
  return reading.all<Meeting>(sql::meetings_of_programme, {{"board", programme.board}, {"programme", programme.id}});
}

std::vector<Participation> participations_at(db::Reading& reading, Meeting const& meeting) {
  return reading.all<Participation>(sql::participations_at_meeting, key_of(meeting));
}

Result<MeetingId, MeetingRefusal> plan_meeting(db::Transaction& tx, base::Actor const& actor,
                                               ProgrammeId const& programme, MeetingDraft const& draft,
                                               i18n::Words const& tr) {
  auto const found = find_programme(tx, programme);
  if (!found) return std::unexpected(MeetingRefusal::not_found);
  if (auto const why = refusal(draft)) return std::unexpected(*why);
  auto const coming = who_comes(tx, *found, draft);
  if (!coming) return std::unexpected(coming.error());
  int const version = coming->empty() ? found->published : coming->front().version;
  auto const step = step_of(tx, *found, version, draft.step);
  if (draft.step && !step) return std::unexpected(MeetingRefusal::step_missing);
  auto const meeting = made_from(*found, draft, step);
  if (meeting.title.empty()) return std::unexpected(MeetingRefusal::title_missing);
  insert(tx, *found, meeting, *coming);
  if (step) make_agenda(tx, meeting, *step, tr);
  audit::record(
      tx, actor,
      {.act = "meeting.planned", .object = meeting.id.text(), .detail = std::string(base::name_of(draft.kind))});
  return meeting.id;
}

Result<MeetingId, MeetingRefusal> change_meeting(db::Transaction& tx, base::Actor const& actor,
                                                 MeetingId const& meeting, ChangeMeetingDraft const& draft) {
  auto const found = find_meeting(tx, meeting);
  if (!found) return std::unexpected(MeetingRefusal::not_found);
  if (found->state == MeetingState::cancelled) return std::unexpected(MeetingRefusal::cancelled);
  bool const moved_ahead = found->state == MeetingState::held && draft.starts_at.date > actor.today;
  if (moved_ahead) return std::unexpected(MeetingRefusal::already_held);
  if (draft.title.empty()) return std::unexpected(MeetingRefusal::title_missing);
  if (draft.minutes < 15 || draft.minutes > longest_meeting)
    return std::unexpected(MeetingRefusal::minutes_out_of_range);
  if (!is_link(draft.link)) return std::unexpected(MeetingRefusal::link_wrong);
  tx.run(sql::update_meeting, db::fields(draft, {{"board", found->board}, {"meeting", meeting}}));
  audit::record(tx, actor, {.act = "meeting.changed", .object = meeting.text()});
  return meeting;
}

Result<MeetingId, MeetingRefusal> change_company(db::Transaction& tx, base::Actor const& actor,
                                                 MeetingId const& meeting, CompanyDraft const& draft) {
  auto const found = find_meeting(tx, meeting);
  if (!found || !is_of_participations(found->kind)) return std::unexpected(MeetingRefusal::not_found);
  if (found->state != MeetingState::planned) return std::unexpected(MeetingRefusal::cancelled);
  if (draft.participations.empty()) return std::unexpected(MeetingRefusal::nobody_comes);
  auto const holds = [](auto const& all, Participation const& one) {
    return std::any_of(all.begin(), all.end(), [&](auto const& other) { return other.id == one.id; });
  };
  auto const before = participations_at(tx, *found);
  std::size_t known = 0;
  tx.run(sql::delete_company, key_of(*found));
  for (auto const& one : participations_of(tx, *find_programme(tx, found->programme))) {
    if (std::ranges::find(draft.participations, one.id) == draft.participations.end()) continue;
    if (!holds(before, one) && !can_meet(one, found->kind)) return std::unexpected(MeetingRefusal::not_active);
    tx.run(sql::insert_meeting_participation,
           {{"board", found->board}, {"meeting", meeting}, {"participation", one.id}, {"attempt", one.attempt}});
    ++known;
  }
  if (known != draft.participations.size()) return std::unexpected(MeetingRefusal::of_other_programme);
  audit::record(tx, actor, {.act = "meeting.company", .object = meeting.text()});
  return meeting;
}

Result<std::string, MeetingRefusal> cancel_meeting(db::Transaction& tx, base::Actor const& actor,
                                                   MeetingId const& meeting) {
  auto const found = find_meeting(tx, meeting);
  if (!found) return std::unexpected(MeetingRefusal::not_found);
  if (found->state != MeetingState::planned) return std::unexpected(MeetingRefusal::cancelled);
  tx.run(sql::set_meeting_state, {{"board", found->board}, {"meeting", meeting}, {"state", MeetingState::cancelled}});
  audit::record(tx, actor, {.act = "meeting.cancelled", .object = meeting.text()});
  return undo::offer(tx, actor, "programme.cancel_meeting", meeting.text());
}

bool undo_cancel_meeting(db::Transaction& tx, base::Actor const& actor, std::string const& meeting) {
  auto const found = find_meeting(tx, MeetingId(meeting));
  if (!found || found->state != MeetingState::cancelled) return false;
  tx.run(sql::set_meeting_state, {{"board", found->board}, {"meeting", meeting}, {"state", MeetingState::planned}});
  audit::record(tx, actor, {.act = "meeting.cancel_undone", .object = meeting});
  return true;
}

Result<MeetingId, MeetingRefusal> record_outcome(db::Transaction& tx, base::Actor const& actor,
                                                 MeetingId const& meeting, OutcomeDraft const& draft) {
  auto const found = find_meeting(tx, meeting);
  if (!found) return std::unexpected(MeetingRefusal::not_found);
  if (found->state == MeetingState::cancelled) return std::unexpected(MeetingRefusal::cancelled);
  if (found->starts_at.date > actor.today) return std::unexpected(MeetingRefusal::not_yet_held);
  if (draft.outcome.empty()) return std::unexpected(MeetingRefusal::outcome_missing);
  tx.run(sql::set_outcome, {{"board", found->board}, {"meeting", meeting}, {"outcome", draft.outcome}});
  if (found->step) {
    for (auto const& one : participations_at(tx, *found)) {
      if (draft.step_done) {
        note_step_done(tx, one, *found->step, found->starts_at.date);
      } else {
        forget_step_done(tx, one, *found->step);
      }
    }
  }
  audit::record(tx, actor, {.act = "meeting.outcome", .object = meeting.text()});
  return meeting;
}

}  // namespace lenig::programme
