#pragma once

#include "plan/plan.h"

namespace lenig::plan {

/// Where a unit is going, and what it holds to.
struct Course {
  std::string course;
  std::string core_values;  // one a line
};
BOOST_DESCRIBE_STRUCT(Course, (), (course, core_values))

struct Theme {
  BoardId board;
  ThemeId id;
  UnitId unit;
  std::string name;
  std::string explanation;
  std::optional<base::Date> ended_on;
};
BOOST_DESCRIBE_STRUCT(Theme, (), (board, id, unit, name, explanation, ended_on))

struct ThemeDraft {
  std::string name;
  std::string explanation;
};
BOOST_DESCRIBE_STRUCT(ThemeDraft, (), (name, explanation))

/// What a unit deliberately does not do, and why.
struct NotDoing {
  BoardId board;
  std::string id;
  UnitId unit;
  std::string what;
  std::string reason;
  PersonId person;
  base::Date made_on;
};
BOOST_DESCRIBE_STRUCT(NotDoing, (), (board, id, unit, what, reason, person, made_on))

struct NotDoingDraft {
  std::string what;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(NotDoingDraft, (), (what, reason))

enum class CourseRefusal { not_found, course_missing, name_missing, what_missing, reason_missing, too_long, ended };

std::string path_of_course(UnitId const& unit);
std::string path_of(ThemeId const& theme);

/// Empty where nothing was written yet.
Course course_of(db::Reading& reading, UnitId const& unit);
std::optional<Theme> find_theme(db::Reading& reading, ThemeId const& theme);
std::optional<NotDoing> find_not_doing(db::Reading& reading, std::string const& id);

Result<UnitId, CourseRefusal> set_course(db::Transaction& tx, base::Actor const& actor, UnitId const& unit,
                                         Course const& draft);
Result<ThemeId, CourseRefusal> add_theme(db::Transaction& tx, base::Actor const& actor, UnitId const& unit,
                                         ThemeDraft const& draft);
Result<ThemeId, CourseRefusal> change_theme(db::Transaction& tx, base::Actor const& actor, ThemeId const& theme,
                                            ThemeDraft const& draft);
/// Ends a theme; goals that serve it stay, and stand without it. Gives the step that undoes it.
Result<std::string, CourseRefusal> end_theme(db::Transaction& tx, base::Actor const& actor, ThemeId const& theme);
bool undo_end_theme(db::Transaction& tx, base::Actor const& actor, std::string const& payload);
Result<std::string, CourseRefusal> leave_undone(db::Transaction& tx, base::Actor const& actor, UnitId const& unit,
                                                NotDoingDraft const& draft);
/// Takes it back: gives the step that undoes it.
Result<std::string, CourseRefusal> remove_not_doing(db::Transaction& tx, base::Actor const& actor,
                                                    std::string const& id);
bool undo_remove_not_doing(db::Transaction& tx, base::Actor const& actor, std::string const& payload);

}  // namespace lenig::plan
