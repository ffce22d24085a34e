#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace lenig::http {

enum class Plus { literal, space };

/// Decodes once. Nothing when a "%" is not followed by two hexadecimal digits.
std::optional<std::string> percent_decoded(std::string_view text, Plus plus);

/// Well-formed UTF-8: no overlong forms, no surrogates, nothing above U+10FFFF.
bool is_utf8(std::string_view text);

/// Whether well-formed UTF-8 holds a control character: U+0000–001F, U+007F–009F.
bool has_control_character(std::string_view utf8);

}  // namespace lenig::http
