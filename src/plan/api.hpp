#pragma once

#include <vector>

#include "platform/api/resource.hpp"

namespace lenig::plan {

/// What programs read of plans: the goals of units. What is a person's or a peer group's is no list's.
std::vector<api::Resource> resources();

}  // namespace lenig::plan
