#pragma once

#include "engine/assign/tests/exhaustive.hpp"

namespace lenig::assign {

struct ByCbc {
  Best best;
  double seconds = 0;  // from the model in memory to the solution
  bool proven = false;
};

/// The same model, by CBC: people first, then value. The oracle of tests and benchmarks.
ByCbc solve_by_cbc(Instance const& instance);

}  // namespace lenig::assign
