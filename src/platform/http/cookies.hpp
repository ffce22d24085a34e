#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace lenig::http {

enum class SameSite { strict, lax, none };

struct CookieOptions {
  std::optional<std::chrono::seconds> max_age = std::nullopt;  // nothing: until the browser closes; zero: take it away
  bool secure = true;
  bool http_only = true;
  SameSite same_site = SameSite::lax;
};

/// The value of a `Set-Cookie` header, for the whole site. Throws std::invalid_argument when the name or the value
/// holds a character that RFC 6265 does not allow, or when the prefix `__Host-` or SameSite=None lacks `secure`.
std::string set_cookie(std::string_view name, std::string_view value, CookieOptions const& options = {});

/// The value of the named cookie in a `Cookie` header. Pairs that RFC 6265 does not allow are passed over: another
/// site on the same domain may have set them. A name that stands there twice is ambiguous, and gives nothing.
std::optional<std::string_view> cookie_value(std::string_view cookies, std::string_view name);

}  // namespace lenig::http
