#include "app/middleware.hpp"

#include <spdlog/spdlog.h>

#include <boost/json.hpp>

#include "app/identity.hpp"
#include "app/programs.hpp"
#include "app/stage.hpp"
#include "platform/access/pages/entrance.hpp"
#include "platform/base/random.hpp"
#include "platform/http/body.hpp"
#include "platform/http/compression.hpp"
#include "platform/http/cookies.hpp"

namespace lenig::app {

namespace {

using access::Visit;

/// A link for one use is a key as long as it is open: of its path the pattern is logged.
std::string logged_path(Visit const& visit) {
  auto const* route = visit.match.route;
  bool const holds_secret = route != nullptr && route->pattern.find("{secret}") != std::string::npos;
  return holds_secret ? route->pattern : visit.request.path;
}

/// Outermost, so that it sees the status that the browser gets. The query is not logged: it may hold a name.
http::Response log(Application&, Visit& visit, Next const& next) {
  auto const begin = std::chrono::steady_clock::now();
  auto response = next(visit);
  auto const took = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
  auto const level = response.status >= 500 ? spdlog::level::err : spdlog::level::info;
  spdlog::log(level, "{} {} {} {} {:.1f} ms", visit.request.id,
              visit.request.method == http::Method::post ? "POST" : "GET", logged_path(visit), response.status, took);
  return response;
}

/// Smaller on the way, whatever it says. A page that repeats what its address asked for goes as it is: beside a secret,
/// its compressed length would tell an attacker which letters they guessed (BREACH).
http::Response compress(Application&, Visit& visit, Next const& next) {
  auto response = next(visit);
  bool const repeats = visit.request.method == http::Method::post || !visit.request.query.empty();
  if (!repeats) http::compress(response, visit.request);
  return response;
}

/// Before anything that can break. What is broken is logged; the screen shows the request's id only.
http::Response catch_all(Application& application, Visit& visit, Next const& next) {
  try {
    return next(visit);
  } catch (db::Unavailable const& error) {
    spdlog::error("{} database: {}", visit.request.id, error.what());
    auto response = broken(application, visit, 503);
    response.with("Retry-After", "5");
    return response;
  } catch (std::exception const& error) {
    spdlog::error("{} {}", visit.request.id, error.what());
    return broken(application, visit, 500);
  }
}

/// On every answer, also on one of an error.
http::Response safe_headers(Application& application, Visit& visit, Next const& next) {
  auto response = next(visit);
  response.with(
      "Content-Security-Policy",
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
      "form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
  response.with("X-Content-Type-Options", "nosniff");
  response.with("Referrer-Policy", "same-origin");
  response.with("Cross-Origin-Opener-Policy", "same-origin");
  response.with("Cross-Origin-Resource-Policy", "same-origin");
  response.with("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
  if (application.settings().behind_https()) response.with("Strict-Transport-Security", "max-age=31536000");
  bool const may_be_kept = visit.request.path.starts_with("/web/") && response.status < 400;
  if (!may_be_kept) response.with("Cache-Control", "no-store");
  for (auto& [name, value] : visit.cookies) response.with(name, value);
  return response;
}

/// Programs have no session and send no forms: a token says who reads.
http::Response programs(Application& application, Visit& visit, Next const& next) {
  return is_of_program(visit.request) ? answer_program(application, visit) : next(visit);
}

/// Built-in files need no session.
http::Response built_in_files(Application& application, Visit& visit, Next const& next) {
  if (!visit.request.path.starts_with("/web/")) return next(visit);
  if (auto file = http::serve_asset(application.assets(), visit.request)) return *file;
  return http::Response{.status = 404};
}

/// Who it is, how they stand to the thing in the path, and in which language; one reading transaction for all of it.
http::Response identify(Application& application, Visit& visit, Next const& next) {
  recognise(application, visit);
  set_stage(application, visit);
  return next(visit);
}

/// What was typed, before anything looks at it. A form that did not come from a page of this session is not done; when
/// its sender is signed in, they see what they sent and may send it again.
http::Response read_form(Application&, Visit& visit, Next const& next) {
  if (visit.request.method != http::Method::post) return next(visit);
  auto const type = visit.request.header("content-type").value_or("");
  auto fields =
      type.starts_with("application/x-www-form-urlencoded") ? http::parse_form(visit.request.body) : std::nullopt;
  if (auto with_files = http::parse_multipart(type, visit.request.body)) {
    fields = std::move(with_files->fields);
    visit.uploads = std::move(with_files->files);
  }
  if (!fields) return unreadable_form(visit);
  visit.form = html::Sent(*fields);
  bool const from_elsewhere = visit.request.header("sec-fetch-site").value_or("same-origin") == "cross-site";
  auto const token = base::unmasked(visit.form.value("_csrf").value_or(""));
  if (from_elsewhere) return form_from_elsewhere(visit);
  if (!base::same_secret(token, visit.form_token)) return stale_form(visit, *fields);
  return next(visit);
}

/// A form that arrives twice is done once: the second time leads to where the first one led.
http::Response once_only(Application&, Visit& visit, Next const& next) {
  try {
    auto response = next(visit);
    if (response.status == 303) remember_answer(visit, response);
    return response;
  } catch (access::Repeated const&) {
    return repeated_answer(visit);
  }
}

/// Innermost: the route, and whether this viewer may.
http::Response enter(Application&, Visit& visit, Next const& next) {
  if (!visit.match.route) return visit.not_found();
  auto const& access = visit.match.route->access;
  if (visit.viewer.may(access.action(), access.matter())) return next(visit);
  if (!visit.viewer.is_signed_in()) return visit.see_other("/aanmelden");
  return visit.not_found();
}

}  // namespace

std::vector<Layer> const& layers() {
  static std::vector<Layer> const list{log,      compress,  safe_headers, catch_all, programs, built_in_files,
                                       identify, read_form, once_only,    enter};
  return list;
}

}  // namespace lenig::app
