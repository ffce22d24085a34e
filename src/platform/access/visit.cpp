#include "platform/access/visit.hpp"

#include <boost/json.hpp>

#include "access/queries.hpp"
#include "platform/base/collected.hpp"
#include "platform/base/random.hpp"
#include "platform/http/body.hpp"
#include "platform/http/cookies.hpp"

namespace lenig::access {

namespace {

std::vector<html::Seen> seen_by(std::vector<Matter> const& holds, i18n::Words const& tr) {
  return base::collected(holds, [&](Matter matter) {
    return html::Seen{name_of_matter(matter, tr), base::joined(who_sees(matter, tr), ", ")};
  });
}

http::Response html_response(int status, std::string body) {
  http::Response response{.status = status, .body = std::move(body)};
  response.with("Content-Type", "text/html; charset=utf-8");
  return response;
}

}  // namespace

http::Response Visit::page(Page const& page, int status) {
  frame.title = page.title;
  frame.crumbs = page.crumbs;
  frame.has_crumbs = !page.crumbs.empty();
  frame.seen = seen_by(page.holds, tr);
  frame.has_seen = !page.holds.empty();
  frame.wide = page.width == Width::wide;
  frame.narrow = page.width == Width::narrow;
  frame.content = page.content;
  return html_response(status, render(frame).text);
}

http::Response Visit::form_page(html::FormView const& form_view, std::vector<html::Link> crumbs,
                                std::vector<Matter> holds) {
  auto const title = form_view.wrong ? tr("Niet gelukt: {}", form_view.heading) : form_view.heading;
  return page({title, std::move(crumbs), std::move(holds), render(form_view), Width::narrow},
              form_view.wrong ? 422 : 200);
}

http::Response Visit::fragment(html::Html const& content) const { return html_response(200, content.text); }

http::Response Visit::see_other(std::string const& path, std::string const& done, std::string const& undo) {
  if (!done.empty()) {
    auto const flash = boost::json::serialize(boost::json::object{{"text", done}, {"undo", undo}});
    http::CookieOptions const options{.max_age = std::chrono::seconds{60}, .secure = false};
    cookies.emplace_back("Set-Cookie", http::set_cookie("lenig_flash", http::url_encode(flash), options));
  }
  http::Response response{.status = 303};
  response.with("Location", path);
  return response;
}

http::Response Visit::not_found() {
  return notice(
      404,
      {.heading = tr("Niet gevonden"),
       .text = tr("Deze pagina bestaat niet, of is niet voor u bedoeld. Dat verschil laten wij met opzet niet zien."),
       .path = "/",
       .action = tr("Naar start")});
}

http::Response Visit::notice(int status, html::Notice const& said) {
  return page({.title = said.heading, .content = render(said), .width = Width::narrow}, status);
}

std::string form_key(Visit const& visit) {
  auto const once = visit.form.value("_once");
  if (!once || once->empty()) return {};
  return base::sha256_hex(*once + '\n' + visit.request.path + '\n' + visit.request.body);
}

void Visit::claim_form(db::Transaction& tx) {
  auto const key = form_key(*this);
  if (claimed_ || key.empty()) return;
  claimed_ = true;
  try {
    tx.run(sql::claim_form, {{"key", key}, {"at", base::Instant::now()}});
  } catch (db::Conflict const&) {
    throw Repeated();
  }
}

}  // namespace lenig::access
