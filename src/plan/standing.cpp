#include "plan/standing.hpp"

#include "plan/action.hpp"
#include "plan/condition.hpp"
#include "plan/course.hpp"
#include "plan/indicator.hpp"
#include "plan/share.hpp"

namespace lenig::plan {

namespace {

using access::Relation;
using access::Relations;
using Stands = std::optional<Relations>;

Stands to_unit(db::Reading& reading, access::Viewer const& viewer, UnitId const& unit) {
  return organisation::relations_to_unit(reading, viewer, unit.text());
}

bool is_member(db::Reading& reading, access::Viewer const& viewer, BoardId const& board, PeerGroupId const& group) {
  for (auto const& one : peer_groups_of(reading, board, viewer.person)) {
    if (one.id == group) return true;
  }
  return false;
}

bool owns(db::Reading& reading, access::Viewer const& viewer, BoardId const& board, Owner const& owner) {
  if (owner.kind() == OwnerKind::person) return owner.person == viewer.person;
  return is_member(reading, viewer, board, owner.peer_group);
}

Relations without_facilitator(Relations const& relations) {
  Relations kept;
  base::each_enumerator<Relation>([&](Relation one) {
    if (one != Relation::facilitator && relations.has(one)) kept.add(one);
  });
  return kept;
}

/// Of somebody else's plan: for a leader that it is there, for others that something of it is shared with them.
Stands to_shared_plan(db::Reading& reading, access::Viewer const& viewer, Plan const& plan) {
  auto const shown = shown_to(reading, viewer, plan);
  if (!shown.exists) return std::nullopt;
  return Relations{Relation::group_member};
}

/// How somebody stands to a goal of a unit, found by what it is the goal of.
template <class Thing>
Stands to_goal_of(db::Reading& reading, access::Viewer const& viewer, std::optional<Thing> const& found) {
  if (!found) return std::nullopt;
  return relations_to_unit_goal(reading, viewer, found->goal.text());
}

}  // namespace

std::optional<Relations> relations_to_course(db::Reading& reading, access::Viewer const& viewer,
                                             std::string const& unit) {
  auto const relations = to_unit(reading, viewer, UnitId(unit));
  if (!relations || !relations->has(Relation::facilitator)) return relations;
  auto const found = organisation::units_by_ids(reading, {UnitId(unit)});
  bool const network = !found.empty() && found.front().kind == organisation::UnitKind::network;
  return network ? relations : without_facilitator(*relations);
}

bool may_set_course(db::Reading& reading, access::Viewer const& viewer, UnitId const& unit) {
  auto const relations = relations_to_course(reading, viewer, unit.text());
  return relations && access::permits(access::Matter::course, access::Action::change, *relations);
}

std::optional<Relations> relations_to_own_plan(db::Reading& reading, access::Viewer const& viewer,
                                               std::string const& plan) {
  auto const found = find_plan(reading, PlanId(plan));
  if (!found || found->owner().kind() == OwnerKind::unit) return std::nullopt;
  if (owns(reading, viewer, found->board, found->owner())) return Relations{Relation::self};
  return to_shared_plan(reading, viewer, *found);
}

std::optional<Relations> relations_to_unit_plan(db::Reading& reading, access::Viewer const& viewer,
                                                std::string const& plan) {
  auto const found = find_plan(reading, PlanId(plan));
  if (!found || found->unit.empty()) return std::nullopt;
  return to_unit(reading, viewer, found->unit);
}

std::optional<Relations> relations_to_adoption(db::Reading& reading, access::Viewer const& viewer,
                                               std::string const& plan) {
  auto const found = find_plan(reading, PlanId(plan));
  if (!found || found->unit.empty()) return std::nullopt;
  return relations_to_course(reading, viewer, found->unit.text());
}

std::optional<Relations> relations_to_own_goal(db::Reading& reading, access::Viewer const& viewer,
                                               std::string const& goal) {
  auto const found = find_sealed_goal(reading, GoalId(goal));
  if (!found || found->owner().kind() == OwnerKind::unit) return std::nullopt;
  if (!owns(reading, viewer, found->board, found->owner())) return std::nullopt;
  return Relations{Relation::self};
}

std::optional<Relations> relations_to_unit_goal(db::Reading& reading, access::Viewer const& viewer,
                                                std::string const& goal) {
  auto const found = find_sealed_goal(reading, GoalId(goal));
  if (!found || found->unit.empty()) return std::nullopt;
  return to_unit(reading, viewer, found->unit);
}

std::optional<Relations> relations_to_peer_group(db::Reading& reading, access::Viewer const& viewer,
                                                 std::string const& group) {
  auto const found = find_peer_group(reading, PeerGroupId(group));
  if (!found) return std::nullopt;
  auto relations = to_unit(reading, viewer, found->unit).value_or(Relations());
  if (is_member(reading, viewer, found->board, found->id)) relations.add(Relation::self);
  return relations.empty() ? std::nullopt : std::optional(relations);
}

std::optional<Relations> relations_to_format(db::Reading& reading, access::Viewer const& viewer,
                                             std::string const& format) {
  auto const found = find_format(reading, FormatId(format));
  return found ? to_unit(reading, viewer, found->unit) : std::nullopt;
}

std::optional<Relations> relations_to_theme(db::Reading& reading, access::Viewer const& viewer,
                                            std::string const& theme) {
  auto const found = find_theme(reading, ThemeId(theme));
  return found ? relations_to_course(reading, viewer, found->unit.text()) : std::nullopt;
}

std::optional<Relations> relations_to_indicator(db::Reading& reading, access::Viewer const& viewer,
                                                std::string const& indicator) {
  return to_goal_of(reading, viewer, find_indicator(reading, IndicatorId(indicator)));
}

std::optional<Relations> relations_to_condition(db::Reading& reading, access::Viewer const& viewer,
                                                std::string const& condition) {
  return to_goal_of(reading, viewer, find_condition(reading, ConditionId(condition)));
}

std::optional<Relations> relations_to_change(db::Reading& reading, access::Viewer const& viewer,
                                             std::string const& change) {
  return to_goal_of(reading, viewer, find_change(reading, ChangeId(change)));
}

std::optional<Relations> relations_to_action(db::Reading& reading, access::Viewer const& viewer,
                                             std::string const& action) {
  auto const found = find_sealed_action(reading, ActionId(action));
  if (!found) return std::nullopt;
  auto const owner = owner_of_action(reading, *found);
  if (owner.kind() != OwnerKind::unit) {
    if (found->person != viewer.person && !owns(reading, viewer, found->board, owner)) return std::nullopt;
    return Relations{Relation::self};
  }
  auto relations = to_unit(reading, viewer, owner.unit);
  if (relations && found->person == viewer.person) relations->add(Relation::self);
  return relations;
}

std::optional<Relations> relations_to_not_doing(db::Reading& reading, access::Viewer const& viewer,
                                                std::string const& not_doing) {
  auto const found = find_not_doing(reading, not_doing);
  return found ? relations_to_course(reading, viewer, found->unit.text()) : std::nullopt;
}

}  // namespace lenig::plan
