#include "platform/access/pages/entrance_pages.hpp"

namespace lenig::access {

void add_routes(Routes& routes, Entrance const& entrance) {
  auto const enter = Access::may(Action::see, Matter::entrance);
  auto const knock = Access::may(Action::change, Matter::entrance);
  auto const own = Access::may(Action::see, Matter::own_account);
  auto const change_own = Access::may(Action::change, Matter::own_account);

  routes.get("/aanmelden", enter, [entrance](Visit& visit) { return pages::show_sign_in(visit, entrance); });
  routes.post("/aanmelden", knock, [entrance](Visit& visit) { return pages::post_sign_in(visit, entrance); });
  routes.get("/wachtwoord-vergeten", enter, pages::show_forgotten);
  routes.post("/wachtwoord-vergeten", knock,
              [entrance](Visit& visit) { return pages::post_forgotten(visit, entrance); });
  routes.get("/welkom/{secret}", enter, pages::show_new_password);
  routes.post("/welkom/{secret}", knock, pages::post_new_password);
  routes.get("/wachtwoord/{secret}", enter, pages::show_new_password);
  routes.post("/wachtwoord/{secret}", knock, pages::post_new_password);
  routes.post("/voorkeuren/taal", knock, [entrance](Visit& visit) { return pages::post_language(visit, entrance); });
  routes.post("/voorkeuren/thema", knock, [entrance](Visit& visit) { return pages::post_theme(visit, entrance); });

  routes.get("/account", own, pages::show_account);
  routes.get("/account/brieven", own, pages::show_letters);
  routes.post("/account/brieven", change_own, pages::post_letters);
  routes.post("/voorkeuren/bestuur", change_own, pages::post_board);
  routes.post("/account/overal-afmelden", change_own, pages::post_sign_out_everywhere);
  routes.post("/afmelden", change_own, [entrance](Visit& visit) { return pages::post_sign_out(visit, entrance); });
}

}  // namespace lenig::access
