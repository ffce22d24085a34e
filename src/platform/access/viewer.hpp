#pragma once

#include <optional>
#include <string>
#include <vector>

#include "platform/access/relation.hpp"
#include "platform/base/actor.hpp"
#include "platform/i18n/words.hpp"

namespace lenig::access {

using base::Actor;
using base::BoardId;
using base::PersonId;

enum class Theme { automatic, light, dark };
BOOST_DESCRIBE_ENUM(Theme, automatic, light, dark)

/// Who looks, from which board, and how they stand to the thing of this request.
struct Viewer {
  PersonId person;  // empty when not signed in
  BoardId board;    // the board that they are looking from
  std::string name;
  i18n::Language language = i18n::Language::nl;
  Theme theme = Theme::automatic;
  base::Date today;  // the day of the domain
  Relations relations;
  std::vector<Role> roles;  // at the board, by the appointments that run today

  bool is_signed_in() const { return !person.empty(); }
  bool may(Action action, Matter matter) const { return permits(matter, action, relations); }
  bool has(Role role) const {
    for (auto const one : roles) {
      if (one == role) return true;
    }
    return false;
  }
};

}  // namespace lenig::access
