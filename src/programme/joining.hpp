#pragma once

#include <functional>

#include "platform/access/routes.hpp"
#include "programme/programme.h"

namespace lenig::programme {

/// What joining a programme asks of a unit besides the programme itself; another module knows it.
struct Joining {
  /// What already weighs on who works there, in lines.
  std::function<std::vector<std::string>(access::Visit&, UnitId const&)> weighs;
  /// The page that asks what goes for it; nothing for who may not answer.
  std::function<std::optional<std::string>(access::Visit&, UnitId const&, ProgrammeId const&)> asks;
};

}  // namespace lenig::programme
