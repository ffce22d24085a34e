#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lenig::base {

/// Text as it is stored: valid UTF-8 in NFC, without control characters but tab and line feed, trimmed.
/// Nothing when it is not valid UTF-8.
std::optional<std::string> cleaned(std::string_view text);

/// Text for finding and sorting: lower case, without accents, the ligature ĳ as ij, ß as ss, æ as ae, ø as o, ł as l;
/// what is no letter or digit becomes one space.
std::string folded(std::string_view text);

/// Number of characters as a reader counts them, roughly: code points.
std::size_t length(std::string_view text);

/// A decimal number with a comma or a point; nothing when it is none or when something stands behind it.
std::optional<double> decimal_from(std::string_view text);

std::string_view trimmed(std::string_view text);
std::vector<std::string> split(std::string_view text, char separator);
std::vector<std::string> lines(std::string_view text);  // without empty ones, trimmed
std::string joined(std::vector<std::string> const& parts, std::string_view separator);

}  // namespace lenig::base
