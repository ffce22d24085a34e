// Somebody's own calendar feed: its address, made anew when they want, and what it gives.
#include "programme/pages/pages.hpp"
#include "programme/summons.hpp"

namespace lenig::programme::pages {

namespace {

struct FeedView {
  static constexpr std::string_view view = "programme/feed";
  bool has_feed = false;
  std::string address;  // shown once, when it is made
};
BOOST_DESCRIBE_STRUCT(FeedView, (), (has_feed, address))

Response page(Visit& visit, FeedView const& view) {
  return visit.page({.title = visit.tr("Uw bijeenkomsten in uw eigen agenda"),
                     .crumbs = {{visit.tr("Account"), "/account"}},
                     .holds = {access::Matter::own_account},
                     .content = visit.render(view),
                     .width = access::Width::narrow});
}

}  // namespace

Response show_feed_page(Visit& visit) {
  return page(visit,
              {.has_feed = visit.read([&](db::Reading& reading) { return has_feed(reading, visit.viewer.person); })});
}

Response post_feed(Visit& visit, std::string const& address) {
  auto const secret = visit.write([&](db::Transaction& tx) { return renew_feed(tx, visit.actor()); });
  return page(visit, {.has_feed = true, .address = address + "/agenda/" + secret});
}

Response show_feed(Visit& visit, std::string const& address) {
  // Who holds the secret sees what its owner was invited to, at whatever board.
  auto const secret = visit.params.find("secret")->second;
  auto const feed = visit.read([&](db::Reading& reading) {
    reading.enter(db::every_board);
    return feed_of(reading, secret, address, visit.tr);
  });
  if (!feed) return visit.not_found();
  http::Response response{.status = 200, .body = *feed};
  response.with("Content-Type", "text/calendar; charset=utf-8");
  response.with("Cache-Control", "private, no-store");
  return response;
}

}  // namespace lenig::programme::pages
