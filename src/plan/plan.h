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
using LessonVisitId = base::Id<struct LessonVisitTag>;
using ProgrammeId = base::Id<struct InitiativeTag>;  // of a programme, which is another module's

/// The page of what somebody works on.
inline constexpr char const* own_path = "/plannen";

/// A programme as it stands at a unit.
struct UnitInitiative {
  UnitId unit;
  ProgrammeId programme;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(UnitInitiative, (), (unit, programme, name))

/// The programmes that these units committed to, of which nobody was asked yet what goes for them. One query, and none
/// without units.
std::vector<UnitInitiative> programmes_unasked(db::Reading& reading, std::vector<UnitId> const& units);

/// An invitation to look at a colleague's lesson that somebody did not answer yet.
struct OpenInvitation {
  LessonVisitId visit;
  PersonId visited;
  base::Date on_day;
};
BOOST_DESCRIBE_STRUCT(OpenInvitation, (), (visit, visited, on_day))

/// Those for this person, from today on. One query.
std::vector<OpenInvitation> open_invitations(db::Reading& reading, BoardId const& board, PersonId const& person,
                                             base::Date today);
std::string path_of(LessonVisitId const& visit);

/// The page that asks it.
std::string path_of_stop(UnitId const& unit, ProgrammeId const& programme);

}  // namespace lenig::plan
