#pragma once

#include "tests/support/browser.hpp"

namespace lenig::tests {

/// By what somebody stands to a thing of plans: as its owner, as somebody of the unit, or by who sets its course.
enum class Whose { person, unit, course };

struct PlanThing {
  Whose whose = Whose::unit;
  std::string id;
};

/// Ids of things of plans: what is one person's, and what is a school's.
struct PlanThings {
  std::string board;
  std::string unit;
  std::string person;
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
  std::string practice;
  std::string lesson_visit;

  /// The thing that {id} names in the pattern of a route.
  std::optional<PlanThing> of(std::string const& pattern) const;
};

/// Gives a school and one person plans with everything that stands in them, shared with nobody; its peer group has
/// nobody who can sign in.
PlanThings give_plans(Case& in, std::string const& school, std::string const& person);

/// What a request removed is put back.
void put_back(Case& in, PlanThings const& things);

}  // namespace lenig::tests
