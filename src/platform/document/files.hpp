#pragma once

#include <span>
#include <string_view>

#include "platform/base/embedded.hpp"

namespace lenig::document {

/// What the converter is given, built in: its program, the style sheet of paper, letters.
std::span<base::Embedded const> files();

/// One of these by name.
std::string_view file(std::string_view name);

}  // namespace lenig::document
