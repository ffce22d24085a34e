#include "engine/schedule/aim.hpp"

#include <algorithm>
#include <cmath>

namespace lenig::schedule {

double Aim::gap() const { return std::abs(bound - value) / std::max(1.0, std::abs(bound)); }

}  // namespace lenig::schedule
