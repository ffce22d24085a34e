#include "app/pages/pages.hpp"
#include "platform/base/result.hpp"

namespace lenig::app::pages {

namespace {

/// The page that offered it: there the thing stands again.
std::string where_it_was(access::Visit const& visit) {
  auto const referrer = visit.request.header("referer").value_or("");
  auto const host = visit.request.header("host").value_or("");
  auto const at = referrer.find("://" + std::string(host) + "/");
  return at == std::string_view::npos || referrer.substr(at + 3 + host.size()).starts_with("//")
             ? "/"
             : std::string(referrer.substr(at + 3 + host.size()));
}

struct NotPossible {};

}  // namespace

http::Response post_undo(access::Visit& visit, undo::TakeBacks const& take_backs) {
  auto const step = visit.params.find("step_id")->second;
  // What can be taken back in part only is not taken back at all.
  auto const done = visit.write([&](db::Transaction& tx) -> Result<bool, NotPossible> {
    if (!undo::take_back(tx, visit.actor(), step, take_backs)) return std::unexpected(NotPossible());
    return true;
  });
  auto const back = where_it_was(visit);
  return visit.see_other(back,
                         done ? visit.tr("Ongedaan gemaakt.") : visit.tr("Dit kan niet meer ongedaan worden gemaakt."));
}

}  // namespace lenig::app::pages
