#pragma once

#include <random>
#include <vector>

#include "engine/measure/release_log.hpp"

namespace lenig::measure::tests {

/// A board as it is seen over some years: what was asked, and what was told.
struct Told {
  Question question;
  double people = 0;  // in truth
  Answer answer;
};

struct History {
  Telling telling;
  std::size_t people = 0;
  std::vector<Told> told;
};

/// Schools with teams and functions, rounds of a survey, colleagues who come, go and move; dashboards, pages of schools
/// and teams, filters and crossed filters of every round, also by where people work now. At most `cells` questions.
History history_of(unsigned seed, std::size_t cells);

}  // namespace lenig::measure::tests
