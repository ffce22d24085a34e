#pragma once

#include "engine/assign/assign.h"

namespace lenig::assign {

struct Best {
  int people = 0;
  Amount value = 0;
  auto operator<=>(Best const&) const = default;
};

/// The best of all assignments, by going through every one: for tiny instances.
Best best_of_all(Instance const& instance);

}  // namespace lenig::assign
