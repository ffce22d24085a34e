#include "platform/http/cookies.hpp"

#include <stdexcept>

#include "platform/http/characters.hpp"

namespace lenig::http {
namespace {

/// RFC 6265, 4.1.1: printable ASCII without space, quote, comma, semicolon and backslash.
constexpr ByteSet cookie_octets{
    "!#$%&'()*+-./0123456789:<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~"};

void refuse_what_a_browser_would(std::string_view name, std::string_view value, CookieOptions const& options) {
  if (!is_token(name)) throw std::invalid_argument("cookie name with a character that is not allowed");
  if (!cookie_octets.holds_all(value)) throw std::invalid_argument("cookie value with a character that is not allowed");
  bool const has_secure_name = name.starts_with("__Host-") || name.starts_with("__Secure-");
  bool const must_be_secure = has_secure_name || options.same_site == SameSite::none;
  if (must_be_secure && !options.secure) throw std::invalid_argument("this cookie must be secure");
}

std::string_view word(SameSite same_site) {
  switch (same_site) {
    case SameSite::strict: return "Strict";
    case SameSite::lax: return "Lax";
    case SameSite::none: return "None";
  }
  throw std::logic_error("SameSite out of range");
}

}  // namespace

std::string set_cookie(std::string_view name, std::string_view value, CookieOptions const& options) {
  refuse_what_a_browser_would(name, value, options);
  std::string cookie{name};
  cookie.append("=").append(value).append("; Path=/");
  if (options.max_age) cookie.append("; Max-Age=").append(std::to_string(options.max_age->count()));
  if (options.secure) cookie.append("; Secure");
  if (options.http_only) cookie.append("; HttpOnly");
  return cookie.append("; SameSite=").append(word(options.same_site));
}

std::optional<std::string_view> cookie_value(std::string_view cookies, std::string_view name) {
  std::optional<std::string_view> found;
  while (!cookies.empty()) {
    std::size_t const semicolon = cookies.find(';');
    std::string_view const pair = trimmed(cookies.substr(0, semicolon));
    cookies = semicolon == std::string_view::npos ? std::string_view{} : cookies.substr(semicolon + 1);
    std::size_t const equals = pair.find('=');
    if (equals == std::string_view::npos || pair.substr(0, equals) != name) continue;
    if (!cookie_octets.holds_all(pair.substr(equals + 1))) continue;
    if (found) return std::nullopt;
    found = pair.substr(equals + 1);
  }
  return found;
}

}  // namespace lenig::http
