#pragma once

#include "plan/plan.h"

namespace lenig::plan {

// How a viewer stands to what plans hold. What is a person's or a peer group's is found by its owners, by who leads
// them and by those with whom they share; what is a unit's by those around the unit.

/// To the course of a unit. Who facilitates a network sets the network's own, not that of a school in it.
std::optional<access::Relations> relations_to_course(db::Reading& reading, access::Viewer const& viewer,
                                                     std::string const& unit);
/// Whether somebody may set the course of a unit, and so choose what goes.
bool may_set_course(db::Reading& reading, access::Viewer const& viewer, UnitId const& unit);
std::optional<access::Relations> relations_to_own_plan(db::Reading& reading, access::Viewer const& viewer,
                                                       std::string const& plan);
std::optional<access::Relations> relations_to_unit_plan(db::Reading& reading, access::Viewer const& viewer,
                                                        std::string const& plan);
/// To adopting a unit's plan: as to its course.
std::optional<access::Relations> relations_to_adoption(db::Reading& reading, access::Viewer const& viewer,
                                                       std::string const& plan);
std::optional<access::Relations> relations_to_own_goal(db::Reading& reading, access::Viewer const& viewer,
                                                       std::string const& goal);
std::optional<access::Relations> relations_to_unit_goal(db::Reading& reading, access::Viewer const& viewer,
                                                        std::string const& goal);
std::optional<access::Relations> relations_to_peer_group(db::Reading& reading, access::Viewer const& viewer,
                                                         std::string const& group);
std::optional<access::Relations> relations_to_format(db::Reading& reading, access::Viewer const& viewer,
                                                     std::string const& format);
std::optional<access::Relations> relations_to_theme(db::Reading& reading, access::Viewer const& viewer,
                                                    std::string const& theme);
std::optional<access::Relations> relations_to_indicator(db::Reading& reading, access::Viewer const& viewer,
                                                        std::string const& indicator);
std::optional<access::Relations> relations_to_condition(db::Reading& reading, access::Viewer const& viewer,
                                                        std::string const& condition);
std::optional<access::Relations> relations_to_change(db::Reading& reading, access::Viewer const& viewer,
                                                     std::string const& change);
std::optional<access::Relations> relations_to_action(db::Reading& reading, access::Viewer const& viewer,
                                                     std::string const& action);
std::optional<access::Relations> relations_to_not_doing(db::Reading& reading, access::Viewer const& viewer,
                                                        std::string const& not_doing);

}  // namespace lenig::plan
