#include "plan/practice.hpp"

#include <set>

#include "plan/initiative.hpp"
#include "plan/queries.hpp"
#include "platform/audit/audit.hpp"
#include "platform/base/collected.hpp"
#include "platform/base/text.hpp"
#include "platform/db/id_list.hpp"
#include "platform/undo/undo.hpp"

namespace lenig::plan {

namespace {

constexpr std::size_t longest_name = 120;
constexpr std::size_t longest_policy = 5000;

std::optional<PracticeRefusal> refusal_of_goals(db::Reading& reading, UnitId const& unit,
                                                std::vector<GoalServed> const& before,
                                                std::vector<GoalId> const& goals) {
  std::set<GoalId> there;
  for (auto const& one : goals_to_serve(reading, unit)) there.emplace(one.id);
  for (auto const& one : before) there.insert(one.goal);
  bool const all_there = std::ranges::all_of(goals, [&](GoalId const& one) { return there.contains(one); });
  return all_there ? std::nullopt : std::optional(PracticeRefusal::goal_not_found);
}

std::optional<PracticeRefusal> refusal(db::Reading& reading, BoardId const& board, UnitId const& unit,
                                       std::vector<GoalServed> const& before, HrPracticeDraft const& draft) {
  if (draft.name.empty()) return PracticeRefusal::name_missing;
  if (base::length(draft.name) > longest_name || base::length(draft.policy) > longest_policy)
    return PracticeRefusal::too_long;
  if (draft.staff_groups.empty()) return PracticeRefusal::nobody_meant;
  if (organisation::people_by_ids(reading, {board}, {draft.owner}).empty()) return PracticeRefusal::owner_unknown;
  return refusal_of_goals(reading, unit, before, draft.goals);
}

HrPractice filled(HrPractice practice, HrPracticeDraft const& draft) {
  practice.kind = draft.kind;
  practice.name = draft.name;
  practice.driver = draft.driver;
  practice.staff_groups = base::joined(
      base::collected(draft.staff_groups, [](StaffGroup group) { return std::string(base::name_of(group)); }), " ");
  practice.owner = draft.owner;
  practice.policy = draft.policy;
  practice.since = draft.since;
  return practice;
}

void write(db::Transaction& tx, HrPractice const& practice) {
  tx.run(sql::update_practice, {{"board", practice.board},
                                {"id", practice.id},
                                {"kind", practice.kind},
                                {"name", practice.name},
                                {"driver", practice.driver},
                                {"staff_groups", practice.staff_groups},
                                {"owner", practice.owner},
                                {"policy", practice.policy},
                                {"since", practice.since},
                                {"ended_on", practice.ended_on}});
}

void write_goals(db::Transaction& tx, HrPractice const& practice, std::vector<GoalId> const& goals) {
  tx.run(sql::delete_practice_goals, {{"board", practice.board}, {"practice", practice.id}});
  std::set<GoalId> const once(goals.begin(), goals.end());
  for (auto const& goal : once)
    tx.run(sql::insert_practice_goal, {{"board", practice.board}, {"practice", practice.id}, {"goal", goal}});
}

}  // namespace

std::vector<StaffGroup> HrPractice::groups() const {
  std::vector<StaffGroup> groups;
  for (auto const& name : base::split(staff_groups, ' ')) {
    if (auto const group = base::enum_from<StaffGroup>(name)) groups.push_back(*group);
  }
  return groups;
}

std::string path_of(HrPracticeId const& practice) { return "/plannen/praktijk/" + practice.text(); }
std::string path_of_practices(UnitId const& unit) { return "/plannen/praktijken/" + unit.text(); }

std::optional<HrPractice> find_practice(db::Reading& reading, HrPracticeId const& practice) {
  return reading.one<HrPractice>(sql::practice_by_id, {{"practice", practice}});
}

std::vector<HrPractice> practices_of(db::Reading& reading, UnitId const& unit) {
  return reading.all<HrPractice>(sql::practices_of_unit, {{"unit", unit}});
}

std::vector<HrPractice> practices_for(db::Reading& reading, GoalId const& goal) {
  return reading.all<HrPractice>(sql::practices_of_goal, {{"goal", goal}});
}

std::vector<GoalServed> goals_served_by(db::Reading& reading, BoardId const& board,
                                        std::vector<HrPracticeId> const& practices) {
  if (practices.empty()) return {};
  return reading.all<GoalServed>(sql::goals_of_practices, {{"board", board}, {"practices", db::as_json(practices)}});
}

Result<HrPracticeId, PracticeRefusal> add_practice(db::Transaction& tx, base::Actor const& actor, UnitId const& unit,
                                                   HrPracticeDraft const& draft) {
  if (auto const why = refusal(tx, actor.board, unit, {}, draft)) return std::unexpected(*why);
  auto const practice =
      filled({.board = actor.board, .id = HrPracticeId::make(), .unit = unit, .made_on = actor.today}, draft);
  tx.run(sql::insert_practice, db::fields(practice));
  write_goals(tx, practice, draft.goals);
  audit::record(tx, actor, {.act = "hr_practice.added", .object = practice.id.text()});
  return practice.id;
}

Result<HrPracticeId, PracticeRefusal> change_practice(db::Transaction& tx, base::Actor const& actor,
                                                      HrPracticeId const& id, HrPracticeDraft const& draft) {
  auto const found = find_practice(tx, id);
  if (!found) return std::unexpected(PracticeRefusal::not_found);
  if (found->ended_on) return std::unexpected(PracticeRefusal::ended);
  if (auto const why = refusal(tx, found->board, found->unit, goals_served_by(tx, found->board, {found->id}), draft))
    return std::unexpected(*why);
  auto const practice = filled(*found, draft);
  write(tx, practice);
  write_goals(tx, practice, draft.goals);
  audit::record(tx, actor, {.act = "hr_practice.changed", .object = id.text()});
  return id;
}

Result<std::string, PracticeRefusal> end_practice(db::Transaction& tx, base::Actor const& actor,
                                                  HrPracticeId const& id) {
  auto practice = find_practice(tx, id);
  if (!practice) return std::unexpected(PracticeRefusal::not_found);
  if (practice->ended_on) return std::unexpected(PracticeRefusal::ended);
  practice->ended_on = actor.today;
  write(tx, *practice);
  audit::record(tx, actor, {.act = "hr_practice.ended", .object = id.text()});
  return undo::offer(tx, actor, "plan.end_practice", id.text());
}

bool undo_end_practice(db::Transaction& tx, base::Actor const& actor, std::string const& payload) {
  auto practice = find_practice(tx, HrPracticeId(payload));
  if (!practice || !practice->ended_on) return false;
  practice->ended_on.reset();
  write(tx, *practice);
  audit::record(tx, actor, {.act = "hr_practice.restored", .object = payload});
  return true;
}

std::string words_for(PracticeKind kind, i18n::Words const& tr) {
  switch (kind) {
    case PracticeKind::recruitment: return tr("Werving");
    case PracticeKind::selection: return tr("Selectie");
    case PracticeKind::training: return tr("Scholing en training");
    case PracticeKind::reward: return tr("Beloning en waardering");
    case PracticeKind::job_design: return tr("Inrichting van het werk");
    case PracticeKind::teamwork: return tr("Teamwerk");
    case PracticeKind::rotation: return tr("Roulatie");
    case PracticeKind::task_enrichment: return tr("Taakverrijking");
    case PracticeKind::autonomy: return tr("Autonomie");
    case PracticeKind::participation: return tr("Inspraak in besluiten");
    case PracticeKind::learning_together: return tr("Leren van en met elkaar");
    case PracticeKind::appraisal: return tr("Gesprekkencyclus");
    case PracticeKind::career: return tr("Loopbaanontwikkeling");
    case PracticeKind::mobility: return tr("Mobiliteit");
    case PracticeKind::task_policy: return tr("Taakbeleid");
    case PracticeKind::budget: return tr("Persoonlijk ontwikkelingsbudget");
  }
  return {};
}

std::string words_for(Driver driver, i18n::Words const& tr) {
  switch (driver) {
    case Driver::ability: return tr("Kunnen");
    case Driver::motivation: return tr("Willen");
    case Driver::opportunity: return tr("Mogen");
  }
  return {};
}

std::string words_for(StaffGroup group, i18n::Words const& tr) {
  switch (group) {
    case StaffGroup::teaching: return tr("onderwijzend personeel");
    case StaffGroup::support: return tr("ondersteunend personeel");
    case StaffGroup::leaders: return tr("leidinggevenden");
    case StaffGroup::starters: return tr("starters");
  }
  return {};
}

}  // namespace lenig::plan
