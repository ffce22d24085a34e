#pragma once

#include <span>
#include <string_view>

namespace lenig::base {

/// A file that is built into the program.
struct Embedded {
  std::string_view name;  // "module/file"
  std::string_view text;
};

}  // namespace lenig::base
