#pragma once

#include "app/demo_training.hpp"

namespace lenig::app {

/// The plan of a year for the schools of tranche 1: made by hand, in their own team meetings, around the holidays and
/// the trainers. The days are invented; nobody committed yet, so nothing of it stands in an agenda.
void load_year(Training const& into);

}  // namespace lenig::app
