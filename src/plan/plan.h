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

}  // namespace lenig::plan
