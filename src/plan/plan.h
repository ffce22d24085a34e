#pragma once

// What other modules see of plans: what somebody works on, and what comes next of it.

#include <optional>
#include <string>
#include <vector>

#include "organisation/organisation.h"

namespace lenig::plan {

using base::BoardId;
using base::PersonId;
using organisation::UnitId;
using FormatId = base::Id<struct FormatTag>;
using PlanId = base::Id<struct PlanTag>;
using PeerGroupId = base::Id<struct PeerGroupTag>;
using ThemeId = base::Id<struct ThemeTag>;
using GoalId = base::Id<struct GoalTag>;
using IndicatorId = base::Id<struct IndicatorTag>;
using ConditionId = base::Id<struct ConditionTag>;
using ChangeId = base::Id<struct ChangeTag>;
using ActionId = base::Id<struct ActionTag>;

/// The page of what somebody works on.
inline constexpr char const* own_path = "/plannen";

/// Something that somebody is to do, from their own list.
struct NextAction {
  ActionId id;
  std::string what;
  std::optional<base::Date> due;
  bool late = false;
};

/// What somebody is to do next, late ones first, then by day; at most `most`. One query, and the key of who asks.
std::vector<NextAction> next_actions(db::Reading& reading, vault::Vault& keys, access::Viewer const& viewer, int most);

}  // namespace lenig::plan
