#include "tests/support/views.hpp"

#include "app/modules.hpp"

namespace lenig::tests {

void load_views() { app::load_views(); }

}  // namespace lenig::tests
