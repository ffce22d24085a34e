#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lenig::http {

/// Names and values in the order in which they came; a name may stand there more than once.
using Fields = std::vector<std::pair<std::string, std::string>>;

inline constexpr std::size_t most_fields = 2'000;

/// Reads `application/x-www-form-urlencoded`, of a body or a query. Line ends in values become "\n".
/// Nothing when a percent-encoding or the UTF-8 is broken, a NUL is in it, or there are more than `most_fields`.
std::optional<Fields> parse_form(std::string_view encoded);

/// A browser sends the lines of a textarea with CR LF, whatever the page held.
std::string with_plain_line_ends(std::string text);

/// Safe in a path segment and in a query: all but the unreserved characters become %XX.
std::string url_encode(std::string_view text);

}  // namespace lenig::http
