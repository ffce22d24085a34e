#pragma once

#include "app/application.hpp"

namespace lenig::app {

/// Finds the route, the session and the viewer's standing, and notes them in the visit.
void recognise(Application& application, access::Visit& visit);

}  // namespace lenig::app
