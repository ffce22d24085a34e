#include "app/pages/pages.hpp"

namespace lenig::app::pages {

using access::Access;
using access::Action;
using access::Matter;
using access::Visit;

void add_routes(access::Routes& routes, Application& application) {
  routes.get("/", Access::may(Action::see, Matter::start), show_start);
  routes.post("/ongedaan/{step_id}", Access::may(Action::change, Matter::own_account),
              [&application](Visit& visit) { return post_undo(visit, application.take_backs()); });
  routes.get("/account/gelezen", Access::may(Action::see, Matter::own_account), show_readings);
  if (!application.is_demo()) return;
  routes.get("/post", Access::may(Action::see, Matter::outbox), show_outbox);
  routes.get("/post/{message_id}", Access::may(Action::see, Matter::outbox), show_message);
}

}  // namespace lenig::app::pages
