#pragma once

namespace lenig::tests {

/// Reads every module's views, once; for a test that renders one without the program around it.
void load_views();

}  // namespace lenig::tests
