#pragma once

#include "plan/plan.h"

namespace lenig::plan {

/// How a viewer stands to an instrument of personnel policy: as to the unit whose it is.
std::optional<access::Relations> relations_to_practice(db::Reading& reading, access::Viewer const& viewer,
                                                       std::string const& practice);

}  // namespace lenig::plan
