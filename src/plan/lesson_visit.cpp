#include "plan/lesson_visit.hpp"

#include <boost/json.hpp>

#include "plan/queries.hpp"
#include "platform/audit/audit.hpp"
#include "platform/base/text.hpp"
#include "platform/undo/undo.hpp"

namespace lenig::plan {

namespace {

constexpr std::size_t longest_guide = 2000;
constexpr std::size_t longest_report = 5000;
constexpr char const* evidence = "Lesbezoek";

Ink ink_of(vault::Vault& keys, LessonVisit const& visit) { return {keys, Owner::of(visit.visited)}; }

std::optional<VisitRefusal> refusal(db::Reading& reading, base::Actor const& actor, InvitationDraft const& draft) {
  if (draft.visitor == actor.person) return VisitRefusal::oneself;
  if (organisation::people_by_ids(reading, {actor.board}, {draft.visitor}).empty()) return VisitRefusal::no_colleague;
  if (draft.on_day < actor.today) return VisitRefusal::day_in_the_past;
  if (draft.guide.empty()) return VisitRefusal::guide_missing;
  if (base::length(draft.guide) > longest_guide) return VisitRefusal::too_long;
  return std::nullopt;
}

/// The visit as one of the two finds it.
Result<LessonVisit, VisitRefusal> visit_for(db::Reading& reading, base::Actor const& actor, LessonVisitId const& id) {
  auto const found = find_sealed_visit(reading, id);
  if (!found || (found->visited != actor.person && found->visitor != actor.person))
    return std::unexpected(VisitRefusal::not_found);
  return *found;
}

/// The visit as the visited finds it.
Result<LessonVisit, VisitRefusal> visit_of_visited(db::Reading& reading, base::Actor const& actor,
                                                   LessonVisitId const& id) {
  auto const found = visit_for(reading, actor, id);
  if (found && found->visited != actor.person) return std::unexpected(VisitRefusal::not_yours);
  return found;
}

std::optional<VisitRefusal> refusal_of_looking_back(base::Actor const& actor, LessonVisit const& visit) {
  if (visit.state != VisitState::accepted) return VisitRefusal::not_accepted;
  return visit.on_day > actor.today ? std::optional(VisitRefusal::day_to_come) : std::nullopt;
}

/// Lesson visits feed what a school or team looks at, where the visited works.
bool is_of_own_place(db::Reading& reading, base::Actor const& actor, Indicator const& indicator) {
  auto const goal = find_sealed_goal(reading, indicator.goal);
  if (!goal || (goal->level != Level::school && goal->level != Level::team)) return false;
  auto const staff = organisation::staff_of(reading, {goal->unit}, actor.today);
  return std::ranges::find(staff, actor.person, &organisation::PersonSummary::id) != staff.end();
}

std::optional<VisitRefusal> refusal(db::Reading& reading, base::Actor const& actor, LessonVisit const& visit,
                                    ConsentDraft const& draft) {
  if (auto const why = refusal_of_looking_back(actor, visit)) return why;
  if (!visit.reading.empty()) return VisitRefusal::consented_already;
  if (!draft.consent) return VisitRefusal::consent_missing;
  if (!draft.value) return VisitRefusal::value_missing;
  auto const indicator = find_indicator(reading, draft.indicator);
  if (!indicator || indicator->ended_on || !is_of_own_place(reading, actor, *indicator))
    return VisitRefusal::indicator_not_found;
  if (!can_be_read(*indicator, *draft.value)) return VisitRefusal::value_out_of_range;
  return visit.on_day < indicator->baseline_on ? std::optional(VisitRefusal::before_baseline) : std::nullopt;
}

void write(db::Transaction& tx, LessonVisit const& visit) {
  tx.run(sql::update_lesson_visit, {{"board", visit.board},
                                    {"id", visit.id},
                                    {"state", visit.state},
                                    {"report", visit.report},
                                    {"report_by", visit.report_by},
                                    {"indicator", visit.indicator},
                                    {"reading", visit.reading}});
}

void note(db::Transaction& tx, base::Actor const& actor, std::string_view act, LessonVisit const& visit) {
  audit::record(tx, actor, {.act = act, .object = visit.id.text(), .subject = visit.visited});
}

}  // namespace

std::string path_of(LessonVisitId const& visit) { return "/plannen/lesbezoek/" + visit.text(); }

std::optional<LessonVisit> find_sealed_visit(db::Reading& reading, LessonVisitId const& visit) {
  return reading.one<LessonVisit>(sql::lesson_visit_by_id, {{"visit", visit}});
}

std::optional<LessonVisit> find_visit(db::Reading& reading, vault::Vault& keys, LessonVisitId const& visit) {
  auto found = find_sealed_visit(reading, visit);
  if (!found) return std::nullopt;
  auto const texts = ink_of(keys, *found).opened(std::vector{found->guide, found->report});
  found->guide = texts[0];
  found->report = texts[1];
  return found;
}

std::vector<LessonVisit> visits_of(db::Reading& reading, BoardId const& board, PersonId const& person) {
  return reading.all<LessonVisit>(sql::lesson_visits_of_person, {{"board", board}, {"person", person}});
}

std::vector<OpenInvitation> open_invitations(db::Reading& reading, BoardId const& board, PersonId const& person,
                                             base::Date today) {
  return reading.all<OpenInvitation>(sql::invitations_open, {{"board", board}, {"person", person}, {"today", today}});
}

Result<LessonVisitId, VisitRefusal> invite(db::Transaction& tx, vault::Vault& keys, base::Actor const& actor,
                                           InvitationDraft const& draft) {
  if (auto const why = refusal(tx, actor, draft)) return std::unexpected(*why);
  LessonVisit visit{.board = actor.board,
                    .id = LessonVisitId::make(),
                    .visited = actor.person,
                    .visitor = draft.visitor,
                    .on_day = draft.on_day,
                    .made_on = actor.today};
  visit.guide = ink_of(keys, visit).sealed(draft.guide);
  tx.run(sql::insert_lesson_visit, db::fields(visit));
  note(tx, actor, "lesson_visit.invited", visit);
  return visit.id;
}

Result<LessonVisitId, VisitRefusal> answer_invitation(db::Transaction& tx, base::Actor const& actor,
                                                      LessonVisitId const& id, VisitState answer) {
  auto visit = visit_for(tx, actor, id);
  if (!visit) return std::unexpected(visit.error());
  if (visit->visitor != actor.person) return std::unexpected(VisitRefusal::not_yours);
  if (visit->state != VisitState::invited) return std::unexpected(VisitRefusal::answered_already);
  visit->state = answer;
  write(tx, *visit);
  note(tx, actor, answer == VisitState::accepted ? "lesson_visit.accepted" : "lesson_visit.declined", *visit);
  return id;
}

Result<LessonVisitId, VisitRefusal> cancel_visit(db::Transaction& tx, base::Actor const& actor,
                                                 LessonVisitId const& id) {
  auto visit = visit_for(tx, actor, id);
  if (!visit) return std::unexpected(visit.error());
  bool const open = visit->state == VisitState::invited || visit->state == VisitState::accepted;
  if (!open || !visit->report.empty()) return std::unexpected(VisitRefusal::answered_already);
  visit->state = VisitState::cancelled;
  write(tx, *visit);
  note(tx, actor, "lesson_visit.cancelled", *visit);
  return id;
}

Result<LessonVisitId, VisitRefusal> write_report(db::Transaction& tx, vault::Vault& keys, base::Actor const& actor,
                                                 LessonVisitId const& id, ReportDraft const& draft) {
  auto visit = visit_for(tx, actor, id);
  if (!visit) return std::unexpected(visit.error());
  if (auto const why = refusal_of_looking_back(actor, *visit)) return std::unexpected(*why);
  bool const is_visiteds = visit->report_by == visit->visited && !visit->report.empty();
  if (is_visiteds && actor.person != visit->visited) return std::unexpected(VisitRefusal::report_of_visited);
  if (draft.report.empty()) return std::unexpected(VisitRefusal::report_missing);
  if (base::length(draft.report) > longest_report) return std::unexpected(VisitRefusal::too_long);
  visit->report = ink_of(keys, *visit).sealed(draft.report);
  visit->report_by = actor.person;
  write(tx, *visit);
  note(tx, actor, "lesson_visit.reported", *visit);
  return id;
}

Result<std::string, VisitRefusal> remove_report(db::Transaction& tx, base::Actor const& actor,
                                                LessonVisitId const& id) {
  auto visit = visit_of_visited(tx, actor, id);
  if (!visit) return std::unexpected(visit.error());
  if (visit->report.empty()) return std::unexpected(VisitRefusal::report_missing);
  boost::json::object const kept{
      {"id", id.text()}, {"report", visit->report}, {"report_by", visit->report_by.text()}};  // sealed
  visit->report.clear();
  visit->report_by = {};
  write(tx, *visit);
  note(tx, actor, "lesson_visit.report_removed", *visit);
  return undo::offer(tx, actor, "plan.remove_report", boost::json::serialize(kept));
}

bool undo_remove_report(db::Transaction& tx, base::Actor const& actor, std::string const& payload) {
  auto const kept = boost::json::parse(payload).as_object();
  auto const text = [&](char const* key) { return std::string(kept.at(key).as_string()); };
  auto visit = visit_of_visited(tx, actor, LessonVisitId(text("id")));
  if (!visit || !visit->report.empty()) return false;
  visit->report = text("report");
  visit->report_by = PersonId(text("report_by"));
  write(tx, *visit);
  note(tx, actor, "lesson_visit.report_restored", *visit);
  return true;
}

Result<LessonVisitId, VisitRefusal> consent(db::Transaction& tx, base::Actor const& actor, LessonVisitId const& id,
                                            ConsentDraft const& draft) {
  auto visit = visit_of_visited(tx, actor, id);
  if (!visit) return std::unexpected(visit.error());
  if (auto const why = refusal(tx, actor, *visit, draft)) return std::unexpected(*why);
  auto const indicator = find_indicator(tx, draft.indicator).value();
  touch_plan_of(tx, *find_sealed_goal(tx, indicator.goal));
  visit->indicator = indicator.id;
  visit->reading = ReadingId::make();
  tx.run(sql::insert_reading, db::fields(Reading{indicator.id, visit->reading, *draft.value, visit->on_day,
                                                 Source::lesson_visits, evidence, nobody_named(indicator.board)},
                                         {{"board", indicator.board}}));
  write(tx, *visit);
  note(tx, actor, "lesson_visit.consented", *visit);
  return id;
}

Result<LessonVisitId, VisitRefusal> withdraw_consent(db::Transaction& tx, base::Actor const& actor,
                                                     LessonVisitId const& id) {
  auto visit = visit_of_visited(tx, actor, id);
  if (!visit) return std::unexpected(visit.error());
  if (visit->reading.empty()) return std::unexpected(VisitRefusal::no_consent);
  auto const indicator = find_indicator(tx, visit->indicator).value();
  touch_plan_of(tx, *find_sealed_goal(tx, indicator.goal));
  tx.run(sql::delete_reading, {{"board", indicator.board}, {"id", visit->reading}});
  visit->indicator = {};
  visit->reading = {};
  write(tx, *visit);
  note(tx, actor, "lesson_visit.consent_withdrawn", *visit);
  return id;
}

PersonId nobody_named(BoardId const& board) { return PersonId(board.text()); }

std::string words_for(VisitState state, i18n::Words const& tr) {
  switch (state) {
    case VisitState::invited: return tr("Uitgenodigd");
    case VisitState::accepted: return tr("Afgesproken");
    case VisitState::declined: return tr("Afgeslagen");
    case VisitState::cancelled: return tr("Afgezegd");
  }
  return {};
}

}  // namespace lenig::plan
