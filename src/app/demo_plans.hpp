#pragma once

#include <map>
#include <string>

#include "organisation/organisation.h"
#include "platform/vault/vault.hpp"

namespace lenig::app {

/// Where the plans of the case are written.
struct Plans {
  db::Transaction* tx = nullptr;
  vault::Vault* keys = nullptr;
  base::BoardId board;
  base::PersonId office;
  organisation::UnitId office_unit;
  std::map<std::string, organisation::UnitId> units;
};

/// The plans of Oost-Groningen as they stood in April 2004: the work plan on integral personnel policy that was adopted
/// on 22 January, a plan of development of everybody at De Tweemaster, and the first ones at the two other pilots that
/// were active. What the plans say is invented; so are course, themes and goals, but for what the case tells of them.
void load_plans(Plans const& into);

}  // namespace lenig::app
