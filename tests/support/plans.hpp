#pragma once

#include "tests/support/browser.hpp"

namespace lenig::tests {

/// Ids of things of plans: what is one person's, and what is a school's.
struct PlanThings {
  std::string own_plan;
  std::string own_goal;
  std::string own_action;
  std::string unit_plan;
  std::string goal;
  std::string indicator;
  std::string condition;
  std::string change;
  std::string theme;
  std::string not_doing;
  std::string format;
  std::string peer_group;
};

/// Gives a school and one person plans with everything that stands in them, shared with nobody; its peer group has
/// nobody who can sign in.
PlanThings give_plans(Case& in, std::string const& school, std::string const& person);

}  // namespace lenig::tests
