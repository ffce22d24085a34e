#pragma once

#include <map>
#include <optional>
#include <vector>

#include "engine/schedule/aim.hpp"

namespace lenig::schedule {

/// Where ids stand in their list, so that what follows counts instead of comparing text.
class Places {
 public:
  /// Throws std::invalid_argument when one stands twice; `what` is its word in the message.
  Places(char const* what, std::vector<Id> const& ids);

  int of(Id const& id) const;  // throws std::invalid_argument when it is not there
  int of(std::optional<Id> const& id) const { return id ? of(*id) : none; }

  static constexpr int none = -1;

 private:
  char const* what_;
  std::map<Id, int> places_;
};

/// The ids of things that have one.
template <class Thing>
std::vector<Id> ids_of(std::vector<Thing> const& things) {
  std::vector<Id> ids;
  ids.reserve(things.size());
  for (auto const& thing : things) ids.push_back(thing.id);
  return ids;
}

}  // namespace lenig::schedule
