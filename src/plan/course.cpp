#include "plan/course.hpp"

#include <boost/json.hpp>

#include "plan/queries.hpp"
#include "platform/audit/audit.hpp"
#include "platform/base/text.hpp"
#include "platform/db/id_list.hpp"
#include "platform/undo/undo.hpp"

namespace lenig::plan {

namespace {

constexpr std::size_t longest_course = 3000;
constexpr std::size_t longest_values = 1000;
constexpr std::size_t longest_name = 120;
constexpr std::size_t longest_words = 1000;

std::optional<CourseRefusal> refusal(Course const& draft) {
  if (draft.course.empty()) return CourseRefusal::course_missing;
  if (base::length(draft.course) > longest_course || base::length(draft.core_values) > longest_values)
    return CourseRefusal::too_long;
  return std::nullopt;
}

std::optional<CourseRefusal> refusal(ThemeDraft const& draft) {
  if (draft.name.empty()) return CourseRefusal::name_missing;
  if (base::length(draft.name) > longest_name || base::length(draft.explanation) > longest_words)
    return CourseRefusal::too_long;
  return std::nullopt;
}

std::optional<CourseRefusal> refusal(NotDoingDraft const& draft) {
  if (draft.what.empty()) return CourseRefusal::what_missing;
  if (draft.reason.empty()) return CourseRefusal::reason_missing;
  if (base::length(draft.what) > longest_words || base::length(draft.reason) > longest_words)
    return CourseRefusal::too_long;
  return std::nullopt;
}

BoardId board_of(db::Reading& reading, UnitId const& unit) {
  return organisation::units_by_ids(reading, {unit}).front().board;
}

void write(db::Transaction& tx, Theme const& theme) {
  tx.run(sql::update_theme, {{"board", theme.board},
                             {"id", theme.id},
                             {"name", theme.name},
                             {"explanation", theme.explanation},
                             {"ended_on", theme.ended_on}});
}

void insert(db::Transaction& tx, NotDoing const& one) { tx.run(sql::insert_not_doing, db::fields(one)); }

}  // namespace

std::string path_of_course(UnitId const& unit) { return "/plannen/koers/" + unit.text(); }
std::string path_of(ThemeId const& theme) { return "/plannen/thema/" + theme.text(); }

Course course_of(db::Reading& reading, UnitId const& unit) {
  return reading.one<Course>(sql::course_of_unit, {{"unit", unit}}).value_or(Course{});
}

std::optional<Theme> find_theme(db::Reading& reading, ThemeId const& theme) {
  return reading.one<Theme>(sql::theme_by_id, {{"theme", theme}});
}

std::optional<NotDoing> find_not_doing(db::Reading& reading, std::string const& id) {
  return reading.one<NotDoing>(sql::not_doing_by_id, {{"not_doing", id}});
}

Result<UnitId, CourseRefusal> set_course(db::Transaction& tx, base::Actor const& actor, UnitId const& unit,
                                         Course const& draft) {
  if (auto const why = refusal(draft)) return std::unexpected(*why);
  tx.run(sql::upsert_course, {{"board", board_of(tx, unit)},
                              {"unit", unit},
                              {"course", draft.course},
                              {"core_values", draft.core_values},
                              {"changed_on", actor.today}});
  audit::record(tx, actor, {.act = "course.set", .object = unit.text()});
  return unit;
}

Result<ThemeId, CourseRefusal> add_theme(db::Transaction& tx, base::Actor const& actor, UnitId const& unit,
                                         ThemeDraft const& draft) {
  if (auto const why = refusal(draft)) return std::unexpected(*why);
  auto const id = ThemeId::make();
  tx.run(sql::insert_theme, {{"board", board_of(tx, unit)},
                             {"id", id},
                             {"unit", unit},
                             {"name", draft.name},
                             {"explanation", draft.explanation}});
  audit::record(tx, actor, {.act = "theme.added", .object = id.text()});
  return id;
}

Result<ThemeId, CourseRefusal> change_theme(db::Transaction& tx, base::Actor const& actor, ThemeId const& id,
                                            ThemeDraft const& draft) {
  auto theme = find_theme(tx, id);
  if (!theme) return std::unexpected(CourseRefusal::not_found);
  if (theme->ended_on) return std::unexpected(CourseRefusal::ended);
  if (auto const why = refusal(draft)) return std::unexpected(*why);
  theme->name = draft.name;
  theme->explanation = draft.explanation;
  write(tx, *theme);
  audit::record(tx, actor, {.act = "theme.changed", .object = id.text()});
  return id;
}

Result<std::string, CourseRefusal> end_theme(db::Transaction& tx, base::Actor const& actor, ThemeId const& id) {
  auto theme = find_theme(tx, id);
  if (!theme) return std::unexpected(CourseRefusal::not_found);
  if (theme->ended_on) return std::unexpected(CourseRefusal::ended);
  theme->ended_on = actor.today;
  write(tx, *theme);
  audit::record(tx, actor, {.act = "theme.ended", .object = id.text()});
  return undo::offer(tx, actor, "plan.end_theme", id.text());
}

bool undo_end_theme(db::Transaction& tx, base::Actor const& actor, std::string const& payload) {
  auto theme = find_theme(tx, ThemeId(payload));
  if (!theme || !theme->ended_on) return false;
  theme->ended_on.reset();
  write(tx, *theme);
  audit::record(tx, actor, {.act = "theme.restored", .object = payload});
  return true;
}

Result<std::string, CourseRefusal> leave_undone(db::Transaction& tx, base::Actor const& actor, UnitId const& unit,
                                                NotDoingDraft const& draft) {
  if (auto const why = refusal(draft)) return std::unexpected(*why);
  NotDoing const one{
      board_of(tx, unit), base::Id<struct NotDoingTag>::make().text(), unit, draft.what, draft.reason, actor.person,
      actor.today};
  insert(tx, one);
  audit::record(tx, actor, {.act = "not_doing.written", .object = one.id});
  return one.id;
}

Result<std::string, CourseRefusal> remove_not_doing(db::Transaction& tx, base::Actor const& actor,
                                                    std::string const& id) {
  auto const found = find_not_doing(tx, id);
  if (!found) return std::unexpected(CourseRefusal::not_found);
  tx.run(sql::delete_not_doing, {{"board", found->board}, {"id", id}});
  audit::record(tx, actor, {.act = "not_doing.removed", .object = id});
  boost::json::object const kept{{"id", id},
                                 {"unit", found->unit.text()},
                                 {"what", found->what},
                                 {"reason", found->reason},
                                 {"person", found->person.text()},
                                 {"made_on", found->made_on.text()}};
  return undo::offer(tx, actor, "plan.remove_not_doing", boost::json::serialize(kept));
}

bool undo_remove_not_doing(db::Transaction& tx, base::Actor const& actor, std::string const& payload) {
  auto const kept = boost::json::parse(payload).as_object();
  auto const text = [&](char const* key) { return std::string(kept.at(key).as_string()); };
  UnitId const unit(text("unit"));
  insert(tx, {board_of(tx, unit), text("id"), unit, text("what"), text("reason"), PersonId(text("person")),
              base::Date::parse(text("made_on")).value()});
  audit::record(tx, actor, {.act = "not_doing.restored", .object = text("id")});
  return true;
}

}  // namespace lenig::plan
