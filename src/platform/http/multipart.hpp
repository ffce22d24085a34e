#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/http/body.hpp"

namespace lenig::http {

/// A file that came with a form. Its bytes are as they came: nothing in it is decoded or opened.
struct Upload {
  std::string field;
  std::string name;  // as the browser calls it; for people to read, never a path
  std::string content;
};

/// A form with files.
struct Multipart {
  Fields fields;
  std::vector<Upload> files;
};

inline constexpr std::size_t most_files = 20;

/// Reads `multipart/form-data` as browsers write it. Nothing for whatever two readers could read differently: another
/// header in a part than its disposition and type, a transfer encoding, text before the first or behind the last
/// boundary, a name that stands nowhere or twice, broken UTF-8 or NUL in a name or a field, too many fields or files.
std::optional<Multipart> parse_multipart(std::string_view content_type, std::string_view body);

}  // namespace lenig::http
