#pragma once

#include <string>
#include <vector>

#include "engine/measure/tests/history.hpp"

namespace lenig::measure::tests {

/// Somebody who has everything that was ever told, knows who is in which group, and can compute. Shares no code with
/// the control: linear programs are GLPK's.
class Attacker {
 public:
  explicit Attacker(History const& history);

  /// What they find out first that they should not, in words; nothing when it is nothing.
  std::vector<std::string> finds() const;
  /// What they would find if this were told too, in full.
  std::vector<std::string> finds_with(Told const& more) const;

 private:
  History const* history_;
};

}  // namespace lenig::measure::tests
