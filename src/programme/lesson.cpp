#include "programme/lesson.hpp"

#include <boost/json.hpp>

#include <algorithm>

#include "platform/audit/audit.hpp"
#include "platform/base/text.hpp"
#include "platform/undo/undo.hpp"
#include "programme/queries.hpp"

namespace lenig::programme {

namespace {

constexpr std::size_t longest_text = 1000;

std::optional<LessonRefusal> refusal(LessonDraft const& draft) {
  if (draft.lesson.empty()) return LessonRefusal::lesson_missing;
  if (draft.kind != LessonKind::keep && draft.reason.empty()) return LessonRefusal::reason_missing;
  if (base::length(draft.lesson) > longest_text || base::length(draft.reason) > longest_text)
    return LessonRefusal::too_long;
  return std::nullopt;
}

std::optional<LessonRefusal> refusal(db::Reading& reading, Cohort const& cohort, LessonDraft const& draft) {
  if (auto const why = refusal(draft)) return why;
  if (!draft.step) return std::nullopt;
  auto const programme = find_programme(reading, cohort.programme).value();
  auto const steps = steps_of(reading, programme, cohort.version);
  bool const known = std::ranges::find(steps, *draft.step, &Step::position) != steps.end();
  return known ? std::nullopt : std::optional(LessonRefusal::step_unknown);
}

void insert(db::Transaction& tx, Lesson const& lesson) { tx.run(sql::insert_lesson, db::fields(lesson)); }

/// The draft of the template, begun when there is none.
int draft_of(db::Transaction& tx, base::Actor const& actor, Programme const& programme) {
  return programme.draft ? *programme.draft : begin_version(tx, actor, programme.id).value();
}

/// The step of the draft that the cohort knows by this title; steps may have changed places since.
std::optional<Step> same_step(std::vector<Step> const& now, std::vector<Step> const& then, int position) {
  auto const old = std::ranges::find(then, position, &Step::position);
  if (old == then.end()) return std::nullopt;
  auto const at = std::ranges::find(now, old->title, &Step::title);
  if (at != now.end()) return *at;
  auto const same_place = std::ranges::find(now, position, &Step::position);
  return same_place == now.end() ? std::nullopt : std::optional(*same_place);
}

std::string with_reason(std::string const& before, std::string const& more) {
  return before.empty() ? more : before + "\n" + more;
}

}  // namespace

std::string path_of(LessonId const& lesson) { return "/programma/les/" + lesson.text(); }

std::optional<Lesson> find_lesson(db::Reading& reading, LessonId const& lesson) {
  return reading.one<Lesson>(sql::lesson_by_id, {{"lesson", lesson}});
}

std::vector<Lesson> lessons_of(db::Reading& reading, Cohort const& cohort) {
  return reading.all<Lesson>(sql::lessons_of_cohort, {{"board", cohort.board}, {"cohort", cohort.id}});
}

std::vector<Lesson> lessons_of(db::Reading& reading, Programme const& programme) {
  return reading.all<Lesson>(sql::lessons_of_programme, {{"board", programme.board}, {"programme", programme.id}});
}

Result<LessonId, LessonRefusal> write_lesson(db::Transaction& tx, base::Actor const& actor, CohortId const& cohort,
                                             LessonDraft const& draft) {
  auto const found = find_cohort(tx, cohort);
  if (!found) return std::unexpected(LessonRefusal::not_found);
  if (auto const why = refusal(tx, *found, draft)) return std::unexpected(*why);
  Lesson const lesson{found->board, LessonId::make(), cohort,       draft.kind,  draft.step,
                      draft.lesson, draft.reason,     actor.person, actor.today, std::nullopt};
  insert(tx, lesson);
  audit::record(tx, actor, {.act = "lesson.written", .object = lesson.id.text()});
  return lesson.id;
}

Result<LessonId, LessonRefusal> change_lesson(db::Transaction& tx, base::Actor const& actor, LessonId const& lesson,
                                              LessonDraft const& draft) {
  auto const found = find_lesson(tx, lesson);
  if (!found) return std::unexpected(LessonRefusal::not_found);
  if (found->version) return std::unexpected(LessonRefusal::taken_up);
  if (auto const why = refusal(tx, find_cohort(tx, found->cohort).value(), draft)) return std::unexpected(*why);
  tx.run(sql::update_lesson, db::fields(draft, {{"board", found->board}, {"id", lesson}}));
  audit::record(tx, actor, {.act = "lesson.changed", .object = lesson.text()});
  return lesson;
}

Result<std::string, LessonRefusal> remove_lesson(db::Transaction& tx, base::Actor const& actor,
                                                 LessonId const& lesson) {
  auto const found = find_lesson(tx, lesson);
  if (!found) return std::unexpected(LessonRefusal::not_found);
  if (found->version) return std::unexpected(LessonRefusal::taken_up);
  tx.run(sql::delete_lesson, {{"board", found->board}, {"id", lesson}});
  audit::record(tx, actor, {.act = "lesson.removed", .object = lesson.text()});
  boost::json::object const kept{{"id", lesson.text()},
                                 {"cohort", found->cohort.text()},
                                 {"kind", base::name_of(found->kind)},
                                 {"step", found->step.value_or(0)},
                                 {"lesson", found->lesson},
                                 {"reason", found->reason},
                                 {"person", found->person.text()},
                                 {"made_on", found->made_on.text()}};
  return undo::offer(tx, actor, "programme.remove_lesson", boost::json::serialize(kept));
}

bool undo_remove_lesson(db::Transaction& tx, base::Actor const& actor, std::string const& payload) {
  auto const kept = boost::json::parse(payload).as_object();
  auto const text = [&](char const* key) { return std::string(kept.at(key).as_string()); };
  auto const cohort = find_cohort(tx, CohortId(text("cohort")));
  if (!cohort) return false;
  auto const step = static_cast<int>(kept.at("step").as_int64());
  insert(tx, {cohort->board, LessonId(text("id")), cohort->id, base::enum_from<LessonKind>(text("kind")).value(),
              step == 0 ? std::nullopt : std::optional(step), text("lesson"), text("reason"), PersonId(text("person")),
              base::Date::parse(text("made_on")).value(), std::nullopt});
  audit::record(tx, actor, {.act = "lesson.restored", .object = text("id")});
  return true;
}

Result<int, LessonRefusal> take_up(db::Transaction& tx, base::Actor const& actor, LessonId const& lesson) {
  auto const found = find_lesson(tx, lesson);
  if (!found) return std::unexpected(LessonRefusal::not_found);
  if (found->version) return std::unexpected(LessonRefusal::taken_up);
  if (!found->step) return std::unexpected(LessonRefusal::step_missing);
  auto const cohort = find_cohort(tx, found->cohort).value();
  auto const programme = find_programme(tx, cohort.programme).value();
  int const version = draft_of(tx, actor, programme);
  auto const step = same_step(steps_of(tx, programme, version), steps_of(tx, programme, cohort.version), *found->step);
  if (!step) return std::unexpected(LessonRefusal::step_unknown);
  auto const more = found->reason.empty() ? found->lesson : found->lesson + " " + found->reason;
  auto const changed = change_step(tx, actor, programme.id, step->position,
                                   {step->title, step->aim, step->questions, step->materials, step->minutes,
                                    with_reason(step->reason, cohort.name + ": " + more)});
  if (!changed) return std::unexpected(LessonRefusal::too_long);
  tx.run(sql::note_lesson_taken_up, {{"board", found->board}, {"id", lesson}, {"version", version}});
  audit::record(tx, actor, {.act = "lesson.taken_up", .object = lesson.text(), .detail = std::to_string(version)});
  return version;
}

std::vector<LessonReading> readings_of_lessons(db::Reading& reading, Cohort const& cohort) {
  return reading.all<LessonReading>(sql::readings_of_lessons, {{"board", cohort.board}, {"cohort", cohort.id}});
}

std::vector<LessonReading> readings_of_lessons(db::Reading& reading, Programme const& programme) {
  return reading.all<LessonReading>(sql::readings_of_lessons_of_programme,
                                    {{"board", programme.board}, {"programme", programme.id}});
}

std::vector<LessonReading> readings_of_lessons_by(db::Reading& reading, Participation const& reader) {
  return reading.all<LessonReading>(sql::readings_of_lessons_by,
                                    {{"board", reader.board}, {"participation", reader.id}});
}

Result<ParticipationId, ReadingRefusal> note_reading(db::Transaction& tx, base::Actor const& actor,
                                                     CohortId const& cohort, ParticipationId const& reader,
                                                     std::optional<base::Date> discussed_on) {
  auto const handing_on = find_cohort(tx, cohort);
  auto const way = find_participation(tx, reader);
  if (!handing_on || !way || way->programme != handing_on->programme) return std::unexpected(ReadingRefusal::not_found);
  if (way->cohort == cohort) return std::unexpected(ReadingRefusal::same_cohort);
  if (discussed_on && *discussed_on > actor.today) return std::unexpected(ReadingRefusal::in_future);
  tx.run(sql::upsert_lesson_reading, {{"board", handing_on->board},
                                      {"cohort", cohort},
                                      {"participation", reader},
                                      {"read_on", actor.today},
                                      {"discussed_on", discussed_on}});
  audit::record(tx, actor, {.act = "lessons.read", .object = reader.text(), .detail = cohort.text()});
  return reader;
}

std::optional<Cohort> next_after(std::vector<Cohort> const& cohorts, Cohort const& cohort) {
  std::optional<Cohort> next;
  for (auto const& one : cohorts) {
    bool const later = one.school_year > cohort.school_year;
    if (later && (!next || one.school_year < next->school_year)) next = one;
  }
  return next;
}

std::string words_for(LessonKind kind, i18n::Words const& tr) {
  switch (kind) {
    case LessonKind::keep: return tr("Houden");
    case LessonKind::change: return tr("Anders doen");
    case LessonKind::stop: return tr("Ophouden");
  }
  return {};
}

}  // namespace lenig::programme
