#pragma once

#include "engine/assign/relaxation.hpp"

namespace lenig::assign {

/// Does a session run (unit −1), or does a unit hold an item?
struct Question {
  int session = -1;
  int unit = -1;
  int item = -1;
  auto operator<=>(Question const&) const = default;
};

/// A case that is not settled: `share` of it says yes.
struct Open {
  Question question;
  double share = 0;
  double distance = 0;  // from being settled; of sessions in seats
};

Case answered(Case now, Question const& question, bool yes);

/// Sessions between holding nobody and enough; when there are none, who has a part of something. Of a solution of the
/// linear programme in this case; none when it is an assignment.
std::vector<Open> open_questions(Model const& model, Case const& now, std::vector<Share> const& shares);

/// The question that costs most, whichever its answer: strong branching (Applegate, Bixby, Chvátal and Cook 1995). What
/// is `to_lose` is all that counts: then a case need not be looked at. The linear programme goes back to what was kept.
Question costliest(std::vector<Open> open, Case const& now, double to_lose, Relaxation& relaxation);

}  // namespace lenig::assign
