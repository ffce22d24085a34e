#pragma once

#include <vector>

#include "platform/api/resource.hpp"

namespace lenig::programme {

/// What programs read of programmes: programmes, cohorts, participations, meetings.
std::vector<api::Resource> resources();

}  // namespace lenig::programme
