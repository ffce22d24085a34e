#include "platform/db/scope.hpp"

#include <algorithm>

namespace lenig::db {

Scope const no_board{};
Scope const every_board{.everything = true};

bool Scope::reaches(std::string_view of_board) const {
  return everything || std::ranges::find(reach, of_board) != reach.end();
}

}  // namespace lenig::db
