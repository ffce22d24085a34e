#pragma once

#include <vector>

#include "platform/api/resource.hpp"

namespace lenig::organisation {

/// What programs read of the organisation: units, people.
std::vector<api::Resource> resources();

}  // namespace lenig::organisation
