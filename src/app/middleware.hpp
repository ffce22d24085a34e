#pragma once

#include <functional>
#include <vector>

#include "app/application.hpp"

namespace lenig::app {

using Next = std::function<http::Response(access::Visit&)>;
using Layer = std::function<http::Response(Application&, access::Visit&, Next const&)>;

/// What every request goes through, from the outside in.
std::vector<Layer> const& layers();

}  // namespace lenig::app
