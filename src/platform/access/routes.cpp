#include "platform/access/routes.hpp"

#include <stdexcept>

#include "platform/base/text.hpp"

namespace lenig::access {

namespace {

std::string first_segment(std::string_view path) {
  auto const end = path.find('/', 1);
  return std::string(path.substr(0, end));
}

bool is_parameter(std::string_view segment) { return segment.starts_with('{'); }

bool fits(std::string_view pattern, std::string_view segment) {
  if (!is_parameter(pattern)) return pattern == segment;
  return pattern.ends_with("id}") ? base::is_uuid(segment) : !segment.empty();
}

std::optional<std::map<std::string, std::string, std::less<>>> params_of(std::string_view pattern,
                                                                         std::string_view path) {
  auto const expected = base::split(pattern, '/');
  auto const segments = base::split(path, '/');
  if (expected.size() != segments.size()) return std::nullopt;
  std::map<std::string, std::string, std::less<>> params;
  for (std::size_t i = 0; i < expected.size(); ++i) {
    if (!fits(expected[i], segments[i])) return std::nullopt;
    if (is_parameter(expected[i])) params.emplace(expected[i].substr(1, expected[i].size() - 2), segments[i]);
  }
  return params;
}

}  // namespace

Routes::Of& Routes::Of::get(std::string pattern, Access access, Handler handler) {
  routes_->add({http::Method::get, std::move(pattern), access, std::move(handler), resolver_});
  return *this;
}

Routes::Of& Routes::Of::post(std::string pattern, Access access, Handler handler) {
  routes_->add({http::Method::post, std::move(pattern), access, std::move(handler), resolver_});
  return *this;
}

void Routes::get(std::string pattern, Access access, Handler handler) {
  add({http::Method::get, std::move(pattern), access, std::move(handler), {}});
}

void Routes::post(std::string pattern, Access access, Handler handler) {
  add({http::Method::post, std::move(pattern), access, std::move(handler), {}});
}

void Routes::add(Route route) {
  bool const names_a_thing = route.pattern.find("{id}") != std::string::npos;
  if (names_a_thing != static_cast<bool>(route.resolver)) {
    throw std::logic_error("the route " + route.pattern +
                           (names_a_thing ? " names a thing, but not of which kind" : " names no thing"));
  }
  by_first_segment_.emplace(first_segment(route.pattern), routes_.size());
  routes_.push_back(std::move(route));
}

std::optional<Match> Routes::match(http::Method method, std::string_view path) const {
  auto const wanted = method == http::Method::head ? http::Method::get : method;
  auto const [from, to] = by_first_segment_.equal_range(first_segment(path));
  for (auto at = from; at != to; ++at) {
    auto const& route = routes_[at->second];
    if (route.method != wanted) continue;
    if (auto params = params_of(route.pattern, path)) return Match{&route, std::move(*params)};
  }
  return std::nullopt;
}

bool Routes::knows(std::string_view path) const {
  return match(http::Method::get, path).has_value() || match(http::Method::post, path).has_value();
}

}  // namespace lenig::access
