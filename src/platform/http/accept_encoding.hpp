#pragma once

#include <optional>
#include <string_view>

namespace lenig::http {

/// What Accept-Encoding says: weights in thousandths; nothing where it is silent.
struct Accepted {
  std::optional<int> brotli;
  std::optional<int> gzip;
  std::optional<int> identity;
  std::optional<int> any;
};

/// Reads the header's value (RFC 9110, 12.5.3); what is malformed in it weighs nothing.
Accepted read_accepted(std::string_view accept_encoding);

}  // namespace lenig::http
