#include "app/programs.hpp"

#include <spdlog/spdlog.h>

#include "organisation/api.hpp"
#include "organisation/organisation.h"
#include "plan/api.hpp"
#include "platform/access/account.hpp"
#include "platform/access/token.hpp"
#include "platform/api/openapi.hpp"
#include "platform/api/problem.hpp"
#include "platform/http/body.hpp"
#include "programme/api.hpp"

namespace lenig::app {

namespace {

using api::Problem;

constexpr std::string_view description = "/openapi.json";

http::Response json(boost::json::value const& body) {
  http::Response response{.status = 200, .body = boost::json::serialize(body)};
  response.with("Content-Type", "application/json").with("API-Version", std::string(api::version));
  return response;
}

/// Where this program is, as the settings or else the request say it.
std::string address_of(Application const& application, http::Request const& request) {
  auto const& address = application.settings().address;
  return address.empty() ? "http://" + std::string(request.header("host").value_or("localhost")) : address;
}

/// Anybody may read what the API is like, from any website.
http::Response describe(Application const& application, http::Request const& request) {
  auto const& sender = application.settings().post.from;
  // Where no mail is set up there is nobody to write to; the description needs an address all the same.
  auto const contact = access::is_email(sender) ? sender : "postmaster@lenig.example";
  api::Publication const publication{address_of(application, request), contact};
  auto response = json(api::openapi(all_resources(), publication));
  response.with("Access-Control-Allow-Origin", "*");
  return response;
}

std::string bearer_of(http::Request const& request) {
  constexpr std::string_view scheme = "Bearer ";
  auto const header = request.header("authorization").value_or("");
  return header.starts_with(scheme) ? std::string(header.substr(scheme.size())) : std::string();
}

/// The viewer that a token stands for; nothing when its holder no longer works at its board.
std::optional<access::Viewer> viewer_of(db::Reading& reading, access::Token const& token, base::Date today) {
  access::Viewer viewer{.person = token.person, .board = token.board, .today = today};
  reading.enter({.person = token.person.text()});
  auto const reach = organisation::reach_of(reading, token.person, today);
  reading.enter(organisation::scope_at(reach, token.person, token.board));
  for (auto const& seat : organisation::seats(reading, token.person, today)) {
    if (seat.board == token.board) viewer.roles.push_back(seat.role);
  }
  if (viewer.roles.empty()) return std::nullopt;
  return viewer;
}

Problem problem_of(api::AskedRefusal why) {
  switch (why) {
    case api::AskedRefusal::limit_out_of_range:
      return {400, "Bad parameter", "limit: give a whole number from 1 to " + std::to_string(api::most_items) + "."};
    case api::AskedRefusal::cursor_unknown:
      return {400, "Bad parameter", "cursor: give it as it stands in \"next\" of the part before."};
  }
  return {};
}

boost::json::value next_of(std::string const& address, api::Resource const& resource, api::Asked const& asked,
                           std::string const& cursor) {
  if (cursor.empty()) return nullptr;
  return boost::json::value(address + std::string(api::root) + "/" + resource.name +
                            "?limit=" + std::to_string(asked.limit) + "&cursor=" + cursor);
}

Result<http::Response, Problem> list(db::Reading& reading, Application const& application, access::Visit const& visit,
                                     api::Resource const* resource) {
  auto const token = access::find_token(reading, bearer_of(visit.request), base::Instant::now());
  auto const viewer = token ? viewer_of(reading, *token, application.calendar().today()) : std::nullopt;
  if (!viewer) {
    return std::unexpected(
        Problem{401, "Not signed in", "Send \"Authorization: Bearer TOKEN\"; `lenig token create` makes a token."});
  }
  if (resource == nullptr)
    return std::unexpected(Problem{404, "Not found", "What there is stands in /api/v1/openapi.json."});
  if (!token->opens(resource->name))
    return std::unexpected(Problem{403, "Out of scope", "This token does not open this list; make one that does."});
  auto const asked = api::asked_in(html::Sent(http::parse_form(visit.request.query).value_or(http::Fields{})));
  if (!asked) return std::unexpected(problem_of(asked.error()));
  auto listed = resource->list(reading, *viewer, *asked);
  return json(
      boost::json::object{{"items", std::move(listed.items)},
                          {"next", next_of(address_of(application, visit.request), *resource, *asked, listed.next)}});
}

}  // namespace

std::vector<api::Resource> const& all_resources() {
  static std::vector<api::Resource> const all = [] {
    auto found = organisation::resources();
    for (auto& one : programme::resources()) found.push_back(std::move(one));
    for (auto& one : plan::resources()) found.push_back(std::move(one));
    return found;
  }();
  return all;
}

bool is_of_program(http::Request const& request) { return request.path.starts_with("/api/"); }

http::Response answer_program(Application& application, access::Visit& visit) {
  auto const refuse = [&](Problem const& problem) { return api::answer(problem, visit.request.id); };
  try {
    auto const& path = visit.request.path;
    if (visit.request.method == http::Method::post)
      return refuse({405, "Method not allowed", "The API is for reading: use GET."});
    if (path == std::string(api::root) + std::string(description)) return describe(application, visit.request);
    api::Resource const* asked = nullptr;
    for (auto const& one : all_resources()) {
      if (path == std::string(api::root) + "/" + one.name) asked = &one;
    }
    auto const answered = visit.read([&](db::Reading& reading) { return list(reading, application, visit, asked); });
    return answered ? *answered : refuse(answered.error());
  } catch (db::Unavailable const& error) {
    spdlog::error("{} database: {}", visit.request.id, error.what());
    return refuse({503, "Unavailable", "The database can't be reached now. Try again in a few seconds."})
        .with("Retry-After", "5");
  } catch (std::exception const& error) {
    spdlog::error("{} {}", visit.request.id, error.what());
    return refuse({500, "Broken", "This is our fault. Give the administrator the instance."});
  }
}

}  // namespace lenig::app
