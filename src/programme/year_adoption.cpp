// From the plan of a year to meetings that stand in agendas.
#include <algorithm>

#include "platform/audit/audit.hpp"
#include "platform/base/collected.hpp"
#include "platform/base/text.hpp"
#include "platform/undo/undo.hpp"
#include "programme/queries.hpp"
#include "programme/year_plan.hpp"

namespace lenig::programme {

namespace {

std::string name_of(YearSheet const& sheet, PersonId const& person) {
  auto const at = std::ranges::find(sheet.trainers, person, &YearTrainer::person);
  return at == sheet.trainers.end() ? "" : at->name;
}

MeetingDraft draft_of(YearSheet const& sheet, YearMeeting const& meeting, i18n::Words const& tr) {
  auto const leads = name_of(sheet, meeting.leads);
  return {.kind = MeetingKind::step,
          .step = meeting.step,
          .title = {},  // the step's own
          .starts_at = meeting.starts_at,
          .minutes = meeting.minutes,
          .place = sheet.unit(meeting.participation)->row.unit_name,
          .link = {},
          .trainer = meeting.grows ? tr("{} en {}", leads, name_of(sheet, *meeting.grows)) : leads,
          .participations = {meeting.participation},
          .cohort = {}};
}

/// What the trainer who comes along does there: what they may do by now.
std::vector<MeetingTrainer> trainers_of(YearSheet const& sheet, YearMeeting const& meeting) {
  std::vector<MeetingTrainer> trainers{{meeting.leads, Part::leads}};
  if (!meeting.grows) return trainers;
  auto const grows = std::ranges::find(sheet.trainers, *meeting.grows, &YearTrainer::person);
  auto const may = grows->may.find(meeting.step);
  bool const co_leads = may != grows->may.end() && may->second != Part::attends;
  trainers.push_back({*meeting.grows, co_leads ? Part::co_leads : Part::attends});
  return trainers;
}

bool is_ready(YearSheet const& sheet, YearMeeting const& meeting) {
  return can_meet(sheet.unit(meeting.participation)->row.way, MeetingKind::step);
}

bool is_untouched(db::Reading& reading, BoardId const& board, MeetingId const& meeting) {
  return reading.one<int>(sql::untouched_meeting, {{"board", board}, {"meeting", meeting}}).value_or(0) == 1;
}

void remove(db::Transaction& tx, Meeting const& meeting) {
  db::Values const key{{"board", meeting.board}, {"meeting", meeting.id}};
  tx.run(sql::delete_agenda, key);
  tx.run(sql::delete_company, key);
  tx.run(sql::delete_meeting_trainers, key);
  tx.run(sql::delete_meeting, key);
}

}  // namespace

Result<Adopted, YearRefusal> adopt_year(db::Transaction& tx, base::Actor const& actor, CohortId const& cohort,
                                        i18n::Words const& tr) {
  auto const found = find_cohort(tx, cohort);
  if (!found) return std::unexpected(YearRefusal::not_found);
  auto const sheet = year_sheet_of(tx, *found, actor.today);
  if (sheet.meetings.empty()) return std::unexpected(YearRefusal::nothing_planned);
  Adopted adopted;
  std::vector<std::string> payload{cohort.text()};
  for (auto const& one : sheet.meetings) {
    if (!is_ready(sheet, one)) {
      ++adopted.left;
      continue;
    }
    auto const meeting = plan_meeting(tx, actor, sheet.programme.id, draft_of(sheet, one, tr), tr);
    if (!meeting) return std::unexpected(YearRefusal::meeting_refused);
    if (!set_trainers_at(tx, actor, *meeting, trainers_of(sheet, one)))
      return std::unexpected(YearRefusal::trainer_unknown);
    tx.run(sql::delete_year_meeting,
           {{"board", found->board}, {"cohort", cohort}, {"participation", one.participation}, {"step", one.step}});
    payload.push_back(base::joined(
        {meeting->text(), one.participation.text(), one.leads.text(), one.grows ? one.grows->text() : "-"}, "/"));
    ++adopted.planned;
  }
  if (adopted.planned == 0) return std::unexpected(YearRefusal::nobody_ready);
  audit::record(tx, actor, {.act = "year.adopted", .object = cohort.text(), .detail = std::to_string(adopted.planned)});
  adopted.undo = undo::offer(tx, actor, "programme.adopt_year", base::joined(payload, " "));
  return adopted;
}

bool undo_adopt_year(db::Transaction& tx, base::Actor const& actor, std::string const& payload) {
  auto lines = base::split(payload, ' ');
  auto const cohort = find_cohort(tx, CohortId(lines.at(0)));
  if (!cohort) return false;
  lines.erase(lines.begin());
  for (auto const& line : lines) {
    if (!is_untouched(tx, cohort->board, MeetingId(base::split(line, '/').at(0)))) return false;
  }
  for (auto const& line : lines) {
    auto const parts = base::split(line, '/');
    auto const meeting = find_meeting(tx, MeetingId(parts.at(0))).value();
    YearMeeting back{ParticipationId(parts.at(1)),
                     meeting.step.value(),
                     meeting.starts_at,
                     meeting.minutes,
                     PersonId(parts.at(2)),
                     {}};
    if (parts.at(3) != "-") back.grows = PersonId(parts.at(3));
    remove(tx, meeting);
    tx.run(sql::upsert_year_meeting, db::fields(back, {{"board", cohort->board}, {"cohort", cohort->id}}));
  }
  audit::record(tx, actor, {.act = "year.adoption_undone", .object = cohort->id.text()});
  return true;
}

}  // namespace lenig::programme
