#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "platform/http/http.hpp"

namespace lenig::http {

/// A file that is part of the program. Its path holds a fingerprint, so a browser may keep it for ever.
struct Asset {
  std::string_view path;
  std::string_view content_type;
  std::string_view etag;  // quoted
  std::string_view plain;
  std::string_view gzip;    // empty: not there
  std::string_view brotli;  // empty: not there
};

/// The asset at the request's path in the encoding that the browser likes best, or 304 when it has that already.
/// Nothing when there is no such asset, or when the request is not a GET or HEAD.
std::optional<Response> serve_asset(std::span<Asset const> assets, Request const& request);

/// A quoted entity tag of the content: 64 bits, fast, not against forgery.
std::string etag_of(std::string_view body);

/// Whether an If-None-Match value names this tag (weak comparison: RFC 9110, 13.1.2).
bool matches(std::string_view if_none_match, std::string_view etag);

}  // namespace lenig::http
