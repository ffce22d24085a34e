#pragma once

#include "plan/ink.hpp"

namespace lenig::plan {

/// A plan of one person, one peer group or one unit, by the version of the format on which it was made.
struct Plan {
  BoardId board;
  PlanId id;
  FormatId format;
  int version = 0;
  PlanKind kind = PlanKind::development_plan;
  std::string name;
  PersonId person;
  PeerGroupId peer_group;
  UnitId unit;
  base::Date begun_on;
  std::optional<base::Date> discussed_on;
  std::optional<base::Date> adopted_on;
  std::optional<base::Date> closed_on;
  int revision = 0;  // rises with every change

  Owner owner() const { return {person, peer_group, unit}; }
  bool is_fixed() const { return adopted_on || closed_on; }
};
BOOST_DESCRIBE_STRUCT(Plan, (),
                      (board, id, format, version, kind, name, person, peer_group, unit, begun_on, discussed_on,
                       adopted_on, closed_on, revision))

struct PlanDraft {
  PlanKind kind = PlanKind::development_plan;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(PlanDraft, (), (kind, name))

enum class PlanRefusal {
  not_found,
  name_missing,
  too_long,
  no_place,
  not_of_this_owner,
  closed,
  adopted,
  not_adopted,
  in_future,
  newest_already
};

std::string path_of(Plan const& plan);

std::optional<Plan> find_plan(db::Reading& reading, PlanId const& plan);
std::vector<Plan> plans_of(db::Reading& reading, BoardId const& board, PersonId const& person);
std::vector<Plan> plans_of(db::Reading& reading, BoardId const& board, UnitId const& unit);
/// Of the peer groups that somebody is in.
std::vector<Plan> plans_of_groups_of(db::Reading& reading, BoardId const& board, PersonId const& person);

/// Begins a plan on the format of this unit: for a person where they work, for a peer group that of the group.
Result<PlanId, PlanRefusal> begin_plan(db::Transaction& tx, base::Actor const& actor, Owner const& owner,
                                       UnitId const& place, PlanDraft const& draft);
Result<PlanId, PlanRefusal> rename_plan(db::Transaction& tx, base::Actor const& actor, PlanId const& plan,
                                        std::string const& name);
/// Brings a plan over to the newest version of its format. Words of parts that the new version does not have stay with
/// the plan.
Result<int, PlanRefusal> bring_over(db::Transaction& tx, base::Actor const& actor, PlanId const& plan);
Result<PlanId, PlanRefusal> note_discussed(db::Transaction& tx, base::Actor const& actor, PlanId const& plan,
                                           base::Date on_day);
/// Adopts a unit's plan: its words stay as they are until it is opened again.
Result<PlanId, PlanRefusal> adopt_plan(db::Transaction& tx, base::Actor const& actor, PlanId const& plan,
                                       base::Date on_day);
Result<PlanId, PlanRefusal> reopen_plan(db::Transaction& tx, base::Actor const& actor, PlanId const& plan);
Result<PlanId, PlanRefusal> close_plan(db::Transaction& tx, base::Actor const& actor, PlanId const& plan);

/// Raises the revision, and keeps others who change the plan waiting until this is committed.
void touch(db::Transaction& tx, Plan const& plan);

}  // namespace lenig::plan
