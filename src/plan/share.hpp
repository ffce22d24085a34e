#pragma once

#include <set>

#include "plan/peer_group.hpp"
#include "plan/plan.hpp"

namespace lenig::plan {

/// With whom an owner shares.
enum class Audience { peer_group, leader, school };
BOOST_DESCRIBE_ENUM(Audience, peer_group, leader, school)

/// A part of a plan that its owner shares; the slot is empty for the whole plan.
struct Share {
  std::string slot;
  Audience audience = Audience::leader;
  PeerGroupId peer_group;

  auto operator<=>(Share const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Share, (), (slot, audience, peer_group))

/// What stands shared now.
std::vector<Share> shares_of(db::Reading& reading, Plan const& plan);

enum class ShareRefusal { not_found, part_unknown, not_in_group };

/// Shares exactly this: what is new is shared from now on, what is left out is withdrawn at once.
Result<PlanId, ShareRefusal> share(db::Transaction& tx, base::Actor const& actor, PlanId const& plan,
                                   std::vector<Share> const& shares);

/// What somebody sees of a plan that is not theirs. A leader sees that it exists and when it was last discussed,
/// whatever is shared.
struct Shown {
  bool exists = false;
  bool whole = false;
  std::set<std::string> slots;

  bool anything() const { return whole || !slots.empty(); }
  bool shows(std::string const& slot) const { return whole || slots.contains(slot); }
};

/// How somebody stands to the owner of a plan.
struct Beside {
  bool leads = false;
  bool same_school = false;
  std::set<PeerGroupId> groups;  // that both are in
};

/// What of these shares is for somebody who stands so to the owner. No SQL.
Shown shown_to(Beside const& beside, std::vector<Share> const& shares);
/// Who came to a group after something was shared with it does not see that.
Shown shown_to(db::Reading& reading, access::Viewer const& viewer, Plan const& plan);

/// Writes down, for each of its owners, that somebody read what was shared of a plan.
void note_reading(db::Transaction& tx, base::Actor const& actor, Plan const& plan);

/// A plan of somebody else that is shared with a group.
struct SharedPlan {
  PlanId id;
  PersonId person;
  std::string name;
  std::string group_name;
};
BOOST_DESCRIBE_STRUCT(SharedPlan, (), (id, person, name, group_name))

/// What others share with the groups that somebody is in, and they may see. One query.
std::vector<SharedPlan> shared_in_groups(db::Reading& reading, BoardId const& board, PersonId const& person);

/// A plan of somebody who a viewer leads: that it is there, and when it was last discussed.
struct Existing {
  PlanId plan;
  PersonId person;
  PlanKind kind = PlanKind::development_plan;
  base::Date begun_on;
  std::optional<base::Date> discussed_on;
};
BOOST_DESCRIBE_STRUCT(Existing, (), (plan, person, kind, begun_on, discussed_on))

/// The open plans of these people at a board.
std::vector<Existing> plans_of_people(db::Reading& reading, BoardId const& board, std::vector<PersonId> const& people);

}  // namespace lenig::plan
