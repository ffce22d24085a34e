#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace lenig::base {

/// Bytes as text that any column holds.
std::string to_base64(std::string_view bytes);
/// Nothing when the text is none of these.
std::optional<std::string> from_base64(std::string_view text);

}  // namespace lenig::base
