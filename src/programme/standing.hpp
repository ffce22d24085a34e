#pragma once

#include <map>

#include "programme/participation.hpp"

namespace lenig::programme {

// How a viewer stands to what programmes hold: by the units that take part, and by the place that runs the programme.
// Who facilitates or trains counts only at that place: the facilitator of another network that joins the same school
// sees nothing of this one.

/// What standing to a unit that takes part gives towards the programme: who leads a school that takes part, leads
/// something of the programme; its board's HR runs nothing of it.
access::Relations to_programme_by(access::Relations const& to_unit);
/// What standing to their units and their host gives towards ways: to one of them, or to all at a meeting. Who leads
/// one of several schools takes part in their joint meeting, and changes nothing for the others. To a way of a single
/// person, their colleagues stand as peers.
access::Relations to_ways_by(std::map<UnitId, access::Relations> const& to_places,
                             std::vector<Participation> const& ways, PersonId const& viewer);

std::optional<access::Relations> relations_to_programme(db::Reading& reading, access::Viewer const& viewer,
                                                        std::string const& programme);
std::optional<access::Relations> relations_to_cohort(db::Reading& reading, access::Viewer const& viewer,
                                                     std::string const& cohort);
std::optional<access::Relations> relations_to_lesson(db::Reading& reading, access::Viewer const& viewer,
                                                     std::string const& lesson);
std::optional<access::Relations> relations_to_report(db::Reading& reading, access::Viewer const& viewer,
                                                     std::string const& report);
std::optional<access::Relations> relations_to_agreement(db::Reading& reading, access::Viewer const& viewer,
                                                        std::string const& agreement);
/// A trainer's own entry is theirs.
std::optional<access::Relations> relations_to_trainer(db::Reading& reading, access::Viewer const& viewer,
                                                      std::string const& trainer);
std::optional<access::Relations> relations_to_participation(db::Reading& reading, access::Viewer const& viewer,
                                                            std::string const& participation);
std::optional<access::Relations> relations_to_question(db::Reading& reading, access::Viewer const& viewer,
                                                       std::string const& question);
std::optional<access::Relations> relations_to_meeting(db::Reading& reading, access::Viewer const& viewer,
                                                      std::string const& meeting);
std::optional<access::Relations> relations_to_agenda_item(db::Reading& reading, access::Viewer const& viewer,
                                                          std::string const& item);

}  // namespace lenig::programme
