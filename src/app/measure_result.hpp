#pragma once

#include <boost/json.hpp>

#include <span>

#include "engine/measure/published.hpp"

namespace lenig::app {

/// The scales of a result of `lenig measure`: figures at the first level, groups of every level, one after the other.
boost::json::array json_of_scales(measure::Responses const& responses,
                                  std::vector<std::vector<measure::PublishedScale>> const& scales);

}  // namespace lenig::app
