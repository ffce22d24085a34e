#pragma once

#include "programme/programme.h"

namespace lenig::programme {

// How a viewer stands to what programmes hold: by the units that take part, and by the place that runs the programme.
// Who facilitates or trains counts only at that place: the facilitator of another network that joins the same school
// sees nothing of this one.

std::optional<access::Relations> relations_to_programme(db::Reading& reading, access::Viewer const& viewer,
                                                        std::string const& programme);
std::optional<access::Relations> relations_to_cohort(db::Reading& reading, access::Viewer const& viewer,
                                                     std::string const& cohort);
std::optional<access::Relations> relations_to_participation(db::Reading& reading, access::Viewer const& viewer,
                                                            std::string const& participation);
std::optional<access::Relations> relations_to_question(db::Reading& reading, access::Viewer const& viewer,
                                                       std::string const& question);
std::optional<access::Relations> relations_to_meeting(db::Reading& reading, access::Viewer const& viewer,
                                                      std::string const& meeting);
std::optional<access::Relations> relations_to_agenda_item(db::Reading& reading, access::Viewer const& viewer,
                                                          std::string const& item);

}  // namespace lenig::programme
