#pragma once

#include "engine/schedule/situation.hpp"

namespace lenig::schedule {

/// What stands in the way of one unit more in a cohort that is loaded so.
std::optional<Obstacle> obstacle(Situation const& situation, Choice const& choice, Load const& load, int unit,
                                 int cohort);

/// A choice at least as good, found by moving and exchanging units at random, first wildly and then ever more carefully
/// (simulated annealing: Kirkpatrick, Gelatt & Vecchi 1983). It proves nothing; it gives the proof a good start. A
/// fixed number of moves with fixed dice: the same input, the same choice.
/// At a `heat` of 8 it gives up places and finds others; at 2 it keeps them and looks at wishes and load.
Choice annealed(Situation const& situation, Choice const& choice, double heat);

}  // namespace lenig::schedule
