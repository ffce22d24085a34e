#pragma once

#include <string>

#include "platform/base/id.hpp"
#include "platform/base/time.hpp"

namespace lenig::base {

using PersonId = Id<struct PersonTag>;
using BoardId = Id<struct BoardTag>;

/// Who does something, for rules and for the audit log.
struct Actor {
  PersonId person;
  BoardId board;        // the board that they act at
  std::string request;  // the id of the request, or the name of the command
  Date today;           // the day of the domain
};

}  // namespace lenig::base
