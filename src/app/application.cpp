#include "app/application.hpp"

#include "app/assets.hpp"
#include "app/keys.hpp"
#include "app/middleware.hpp"
#include "app/modules.hpp"
#include "app/pages/pages.hpp"
#include "organisation/person.hpp"
#include "organisation/routes.hpp"
#include "plan/routes.hpp"
#include "platform/document/routes.hpp"
#include "programme/programme.h"
#include "programme/routes.hpp"

namespace lenig::app {

namespace {

http::Response through(Application& application, access::Visit& visit, std::size_t layer) {
  if (layer == layers().size()) return visit.match.route->handler(visit);
  return layers()[layer](application, visit, [&application, layer](access::Visit& inner) {
    return through(application, inner, layer + 1);
  });
}

}  // namespace

Application::Application(Settings settings, std::vector<access::DemoLogin> const& logins)
    : settings_(std::move(settings)),
      demo_(!logins.empty()),
      calendar_(settings_.today ? base::Calendar(*settings_.today) : base::Calendar()),
      database_(std::make_unique<db::Database>(settings_.place)),
      assets_(built_in().assets),
      asset_paths_(built_in().paths) {
  load_views();
  add_routes(logins);
}

void Application::add_routes(std::vector<access::DemoLogin> const& logins) {
  access::add_routes(routes_, {.database = database_.get(),
                               .address = settings_.address,
                               .secure_cookies = settings_.behind_https(),
                               .logins = logins});
  document::add_routes(routes_);
  organisation::add_routes(routes_, *database_, settings_.address);
  programme::add_routes(
      routes_, settings_.address,
      {.weighs = plan::weighs_on,
       .asks = [](access::Visit& visit, organisation::UnitId const& unit, programme::ProgrammeId const& programme) {
         return plan::asks_what_goes(visit, unit, plan::ProgrammeId(programme.text()));
       }});
  plan::add_routes(routes_);
  pages::add_routes(routes_, *this);
  take_backs_.merge(organisation::take_backs());
  take_backs_.merge(programme::take_backs(settings_.address));
  take_backs_.merge(plan::take_backs());
  // Somebody who was invited to a programme since is not taken out of the organisation.
  take_backs_.at("organisation.take_on") = [](db::Transaction& tx, base::Actor const& actor,
                                              std::string const& payload) {
    base::PersonId const person(payload.substr(0, payload.find(' ')));
    return !programme::takes_part(tx, person) && organisation::undo_take_on(tx, actor, payload);
  };
}

http::Response Application::answer(http::Request const& request) {
  access::Visit visit(request, *database_, [this]() -> vault::Vault& { return vault(); });
  return through(*this, visit, 0);
}

vault::Vault& Application::vault() {
  std::lock_guard const lock(opening_vault_);
  if (!vault_) {
    auto const key = master_key(settings_, vault::IfMissing::make);
    vault_ = std::make_unique<vault::Vault>(key_store(settings_), key);
  }
  return *vault_;
}

std::string Application::path_of_asset(std::string_view logical) const {
  auto const found = asset_paths_.find(logical);
  return found == asset_paths_.end() ? "" : found->second;
}

}  // namespace lenig::app
