#pragma once

#include <string>
#include <string_view>

#include "platform/http/http.hpp"

namespace lenig::api {

/// The version of the API as it stands in every answer; its first number stands in the path.
inline constexpr std::string_view version = "1.0.0";
inline constexpr std::string_view root = "/api/v1";

/// What is wrong, for a program to read and its maker to understand (RFC 9457): `title` names the kind, `detail` says
/// what to do.
struct Problem {
  int status = 500;
  std::string title;
  std::string detail;
};

http::Response answer(Problem const& problem, std::string const& request);

}  // namespace lenig::api
