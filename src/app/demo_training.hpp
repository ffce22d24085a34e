#pragma once

#include "programme/cohort.hpp"

namespace lenig::app {

/// Where the trainers of the case are loaded into.
struct Training {
  db::Transaction* tx = nullptr;
  base::BoardId board;
  base::PersonId office;  // who acts
  programme::ProgrammeId programme;
};

/// The trainers of the case: two of the office who lead from the beginning, and the two "opleiders in school" who grow
/// from attending through co-leading to leading, "op termijn", as the source says. Days and persons are invented.
void load_training(Training const& into);

}  // namespace lenig::app
