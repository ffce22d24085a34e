#pragma once

#include "platform/access/routes.hpp"

namespace lenig::document {

void add_routes(access::Routes& routes);

}  // namespace lenig::document
