#pragma once

#include "engine/assign/exchange.hpp"

namespace lenig::assign {

/// The result of what is held, with its figures and waiting lists, without its bounds.
Result assembled(Model const& model, Holdings const& holdings);

/// Fills in gap: (bound − value) / max(1, bound); while more people might be placed, at least the share of those.
void fill_gap(Result& result);

/// Who would gain by a seat in a full session, in the order in which one would be given: those without anything
/// first, then by rank, then by lot.
std::vector<std::vector<int>> waiting_lists(Instance const& instance, std::vector<Assignment> const& assignments);

}  // namespace lenig::assign
