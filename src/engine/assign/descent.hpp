#pragma once

#include "engine/assign/exchange.hpp"

namespace lenig::assign {

/// Prices for very many units, that give a bound near the best there is. Everybody chooses at the prices, and the
/// prices follow what is wanted too much or too little, with momentum (Polyak 1964). So that what is wanted changes
/// little by little, each unit's values are blurred by numbers of its own, which fade. Prices of the best assignments
/// tend to be multiples of the grain: in the end they are rounded, at the threshold that gives the best bound.
Prices descend(Model const& model, Weights const& weights, Amount grain, int threads, Enough const& enough);

}  // namespace lenig::assign
