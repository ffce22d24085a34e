#include "app/modules.hpp"

#include <mutex>

#include "access/queries.hpp"
#include "app/queries.hpp"
#include "audit/queries.hpp"
#include "db/queries.hpp"
#include "document/queries.hpp"
#include "html/queries.hpp"
#include "jobs/queries.hpp"
#include "mail/queries.hpp"
#include "organisation/queries.hpp"
#include "plan/queries.hpp"
#include "platform/html/view.hpp"
#include "programme/queries.hpp"
#include "undo/queries.hpp"

namespace lenig::app {

namespace {

template <class T, class... Spans>
std::vector<T> joined(Spans... spans) {
  std::vector<T> all;
  (all.insert(all.end(), spans.begin(), spans.end()), ...);
  return all;
}

}  // namespace

std::vector<base::Embedded> const& all_migrations() {
  static auto const all =
      joined<base::Embedded>(db::migrations(), audit::migrations(), jobs::migrations(), mail::migrations(),
                             undo::migrations(), access::migrations(), document::migrations(),
                             organisation::migrations(), programme::migrations(), plan::migrations());
  return all;
}

std::vector<db::Query const*> all_queries() {
  return joined<db::Query const*>(audit::queries(), jobs::queries(), mail::queries(), undo::queries(),
                                  access::queries(), document::queries(), organisation::queries(), programme::queries(),
                                  plan::queries());
}

void load_views() {
  static std::once_flag once;
  std::call_once(once, [] {
    for (auto const& views : {html::views(), access::views(), document::views(), organisation::views(),
                              programme::views(), plan::views(), app::views()})
      html::add_views(views);
    html::ready();
  });
}

}  // namespace lenig::app
