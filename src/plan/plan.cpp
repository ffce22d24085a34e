#include "plan/plan.hpp"

#include "plan/queries.hpp"
#include "platform/audit/audit.hpp"
#include "platform/base/text.hpp"

namespace lenig::plan {

namespace {

constexpr std::size_t longest_name = 120;

std::optional<PlanRefusal> refusal(Owner const& owner, PlanDraft const& draft) {
  if (draft.name.empty()) return PlanRefusal::name_missing;
  if (base::length(draft.name) > longest_name) return PlanRefusal::too_long;
  if (owner.kind() != owner_of(draft.kind)) return PlanRefusal::not_of_this_owner;
  return std::nullopt;
}

void set_days(db::Transaction& tx, Plan const& plan) {
  tx.run(sql::update_plan, {{"board", plan.board},
                            {"id", plan.id},
                            {"name", plan.name},
                            {"version", plan.version},
                            {"discussed_on", plan.discussed_on},
                            {"adopted_on", plan.adopted_on},
                            {"closed_on", plan.closed_on}});
}

/// Changes a plan that can be found, and says so in the log.
template <class Change>
Result<PlanId, PlanRefusal> changed(db::Transaction& tx, base::Actor const& actor, PlanId const& id,
                                    std::string_view act, Change const& change) {
  auto plan = find_plan(tx, id);
  if (!plan) return std::unexpected(PlanRefusal::not_found);
  if (std::optional<PlanRefusal> const why = change(*plan)) return std::unexpected(*why);
  set_days(tx, *plan);
  audit::record(tx, actor, {.act = act, .object = id.text()});
  return id;
}

}  // namespace

std::string path_of(Plan const& plan) {
  return (plan.owner().kind() == OwnerKind::unit ? "/plannen/plan/" : "/plannen/eigen/") + plan.id.text();
}

std::optional<Plan> find_plan(db::Reading& reading, PlanId const& plan) {
  return reading.one<Plan>(sql::plan_by_id, {{"plan", plan}});
}

std::vector<Plan> plans_of(db::Reading& reading, BoardId const& board, PersonId const& person) {
  return reading.all<Plan>(sql::plans_of_person, {{"board", board}, {"person", person}});
}

std::vector<Plan> plans_of(db::Reading& reading, BoardId const& board, UnitId const& unit) {
  return reading.all<Plan>(sql::plans_of_unit, {{"board", board}, {"unit", unit}});
}

std::vector<Plan> plans_of_groups_of(db::Reading& reading, BoardId const& board, PersonId const& person) {
  return reading.all<Plan>(sql::plans_of_groups_of_person, {{"board", board}, {"person", person}});
}

Result<PlanId, PlanRefusal> begin_plan(db::Transaction& tx, base::Actor const& actor, Owner const& owner,
                                       UnitId const& place, PlanDraft const& draft) {
  if (auto const why = refusal(owner, draft)) return std::unexpected(*why);
  if (place.empty()) return std::unexpected(PlanRefusal::no_place);
  auto const board = board_of(tx, owner, actor);
  auto const format = format_for(tx, actor, board, place, draft.kind);
  Plan const plan{.board = board,
                  .id = PlanId::make(),
                  .format = format.id,
                  .version = format.published,
                  .kind = draft.kind,
                  .name = draft.name,
                  .person = owner.person,
                  .peer_group = owner.peer_group,
                  .unit = owner.unit,
                  .begun_on = actor.today,
                  .revision = 1};
  tx.run(sql::insert_plan, db::fields(plan));
  audit::record(tx, actor, {.act = "plan.begun", .object = plan.id.text()});
  return plan.id;
}

Result<PlanId, PlanRefusal> rename_plan(db::Transaction& tx, base::Actor const& actor, PlanId const& plan,
                                        std::string const& name) {
  return changed(tx, actor, plan, "plan.renamed", [&](Plan& at) -> std::optional<PlanRefusal> {
    if (auto const why = refusal(at.owner(), {at.kind, name})) return why;
    at.name = name;
    return std::nullopt;
  });
}

Result<int, PlanRefusal> bring_over(db::Transaction& tx, base::Actor const& actor, PlanId const& plan) {
  int version = 0;
  auto const done = changed(tx, actor, plan, "plan.brought_over", [&](Plan& at) -> std::optional<PlanRefusal> {
    if (at.closed_on) return PlanRefusal::closed;
    if (at.adopted_on) return PlanRefusal::adopted;
    version = find_format(tx, at.format).value().published;
    if (version == at.version) return PlanRefusal::newest_already;
    at.version = version;
    return std::nullopt;
  });
  if (!done) return std::unexpected(done.error());
  return version;
}

Result<PlanId, PlanRefusal> note_discussed(db::Transaction& tx, base::Actor const& actor, PlanId const& plan,
                                           base::Date on_day) {
  return changed(tx, actor, plan, "plan.discussed", [&](Plan& at) -> std::optional<PlanRefusal> {
    if (on_day > actor.today) return PlanRefusal::in_future;
    at.discussed_on = on_day;
    return std::nullopt;
  });
}

Result<PlanId, PlanRefusal> adopt_plan(db::Transaction& tx, base::Actor const& actor, PlanId const& plan,
                                       base::Date on_day) {
  return changed(tx, actor, plan, "plan.adopted", [&](Plan& at) -> std::optional<PlanRefusal> {
    if (at.owner().kind() != OwnerKind::unit) return PlanRefusal::not_of_this_owner;
    if (at.closed_on) return PlanRefusal::closed;
    if (at.adopted_on) return PlanRefusal::adopted;
    if (on_day > actor.today) return PlanRefusal::in_future;
    at.adopted_on = on_day;
    return std::nullopt;
  });
}

Result<PlanId, PlanRefusal> reopen_plan(db::Transaction& tx, base::Actor const& actor, PlanId const& plan) {
  return changed(tx, actor, plan, "plan.reopened", [&](Plan& at) -> std::optional<PlanRefusal> {
    if (!at.is_fixed()) return PlanRefusal::not_adopted;
    at.adopted_on.reset();
    at.closed_on.reset();
    return std::nullopt;
  });
}

Result<PlanId, PlanRefusal> close_plan(db::Transaction& tx, base::Actor const& actor, PlanId const& plan) {
  return changed(tx, actor, plan, "plan.closed", [&](Plan& at) -> std::optional<PlanRefusal> {
    if (at.closed_on) return PlanRefusal::closed;
    at.closed_on = actor.today;
    return std::nullopt;
  });
}

void touch(db::Transaction& tx, Plan const& plan) {
  tx.run(sql::touch_plan, {{"board", plan.board}, {"plan", plan.id}});
}

}  // namespace lenig::plan
