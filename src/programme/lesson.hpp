#pragma once

#include "programme/cohort.hpp"

namespace lenig::programme {

using LessonId = base::Id<struct LessonTag>;

/// What a cohort says to those who come after it: keep this, change this, stop this.
enum class LessonKind { keep, change, stop };
BOOST_DESCRIBE_ENUM(LessonKind, keep, change, stop)

/// Something that a cohort learned about the programme, and hands on.
struct Lesson {
  BoardId board;
  LessonId id;
  CohortId cohort;
  LessonKind kind = LessonKind::keep;
  std::optional<int> step;  // of the cohort's own version
  std::string lesson;
  std::string reason;
  PersonId person;  // who wrote it down
  base::Date made_on;
  std::optional<int> version;  // of the template in which it was taken up
};
BOOST_DESCRIBE_STRUCT(Lesson, (), (board, id, cohort, kind, step, lesson, reason, person, made_on, version))

struct LessonDraft {
  LessonKind kind = LessonKind::keep;
  std::optional<int> step;
  std::string lesson;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(LessonDraft, (), (kind, step, lesson, reason))

enum class LessonRefusal { not_found, lesson_missing, reason_missing, too_long, step_unknown, step_missing, taken_up };

std::string path_of(LessonId const& lesson);

std::optional<Lesson> find_lesson(db::Reading& reading, LessonId const& lesson);
/// What a cohort hands on, by kind and in the order of writing.
std::vector<Lesson> lessons_of(db::Reading& reading, Cohort const& cohort);
/// What every cohort of a programme handed on, the oldest cohort first.
std::vector<Lesson> lessons_of(db::Reading& reading, Programme const& programme);

Result<LessonId, LessonRefusal> write_lesson(db::Transaction& tx, base::Actor const& actor, CohortId const& cohort,
                                             LessonDraft const& draft);
Result<LessonId, LessonRefusal> change_lesson(db::Transaction& tx, base::Actor const& actor, LessonId const& lesson,
                                              LessonDraft const& draft);
/// Gives the step that undoes it.
Result<std::string, LessonRefusal> remove_lesson(db::Transaction& tx, base::Actor const& actor, LessonId const& lesson);
bool undo_remove_lesson(db::Transaction& tx, base::Actor const& actor, std::string const& payload);

/// Takes a lesson about a step up in the draft of the template, which is begun when there is none: the lesson becomes
/// the reason that stands with the step. What the step says differently is typed there. Gives the version.
Result<int, LessonRefusal> take_up(db::Transaction& tx, base::Actor const& actor, LessonId const& lesson);

/// That a unit read, and discussed, what a cohort before it handed on.
struct LessonReading {
  CohortId cohort;
  ParticipationId participation;
  base::Date read_on;
  std::optional<base::Date> discussed_on;
};
BOOST_DESCRIBE_STRUCT(LessonReading, (), (cohort, participation, read_on, discussed_on))

std::vector<LessonReading> readings_of_lessons(db::Reading& reading, Cohort const& cohort);
std::vector<LessonReading> readings_of_lessons(db::Reading& reading, Programme const& programme);
/// By one unit: of every cohort before it.
std::vector<LessonReading> readings_of_lessons_by(db::Reading& reading, Participation const& reader);

enum class ReadingRefusal { not_found, same_cohort, in_future };

/// A unit says that it read what a cohort handed on, and when it discussed it.
Result<ParticipationId, ReadingRefusal> note_reading(db::Transaction& tx, base::Actor const& actor,
                                                     CohortId const& cohort, ParticipationId const& reader,
                                                     std::optional<base::Date> discussed_on);

/// The cohort that an earlier one hands on to: the next by school year, or nothing.
std::optional<Cohort> next_after(std::vector<Cohort> const& cohorts, Cohort const& cohort);

std::string words_for(LessonKind kind, i18n::Words const& tr);

}  // namespace lenig::programme
