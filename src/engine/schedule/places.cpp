#include "engine/schedule/places.hpp"

#include <stdexcept>

namespace lenig::schedule {

Places::Places(char const* what, std::vector<Id> const& ids) : what_(what) {
  for (auto const& id : ids) {
    if (!places_.emplace(id, static_cast<int>(places_.size())).second)
      throw std::invalid_argument(std::string("the ") + what_ + " " + id + " stands twice");
  }
}

int Places::of(Id const& id) const {
  auto const found = places_.find(id);
  if (found == places_.end()) throw std::invalid_argument(std::string("there is no ") + what_ + " " + id);
  return found->second;
}

}  // namespace lenig::schedule
