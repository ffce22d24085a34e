#include <algorithm>

#include "platform/http/cookies.hpp"
#include "platform/http/http.hpp"

namespace lenig::http {

std::optional<std::string_view> Request::header(std::string_view name) const {
  auto const found = std::ranges::find(headers, name, &Headers::value_type::first);
  if (found == headers.end()) return std::nullopt;
  return found->second;
}

std::optional<std::string_view> Request::cookie(std::string_view name) const {
  auto const cookies = header("cookie");
  return cookies ? cookie_value(*cookies, name) : std::nullopt;
}

Response& Response::with(std::string name, std::string value) {
  headers.emplace_back(std::move(name), std::move(value));
  return *this;
}

}  // namespace lenig::http
