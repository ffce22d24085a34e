#include "platform/api/problem.hpp"

#include <boost/json.hpp>

namespace lenig::api {

http::Response answer(Problem const& problem, std::string const& request) {
  boost::json::object const body{{"type", "about:blank"},
                                 {"title", problem.title},
                                 {"status", problem.status},
                                 {"detail", problem.detail},
                                 {"instance", "urn:request:" + request}};
  http::Response response{.status = problem.status, .body = boost::json::serialize(body)};
  response.with("Content-Type", "application/problem+json").with("API-Version", std::string(version));
  if (problem.status == 401) response.with("WWW-Authenticate", "Bearer");
  if (problem.status == 405) response.with("Allow", "GET, HEAD");
  return response;
}

}  // namespace lenig::api
