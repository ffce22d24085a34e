#pragma once

#include "engine/measure/sums.hpp"

namespace lenig::measure {

/// The sums of a scale that has items with values of their own; one row after another, for research files.
ScaleSums decimal_sums(Scale const& scale, Groups const& groups, Missing missing);

}  // namespace lenig::measure
