#include "app/serve.hpp"

#include <spdlog/spdlog.h>

#include <iostream>

#include "app/application.hpp"
#include "app/keys.hpp"
#include "app/modules.hpp"
#include "app/nightly.hpp"
#include "platform/db/migrations.hpp"
#include "platform/document/works.hpp"
#include "platform/jobs/jobs.hpp"
#include "platform/mail/receive.hpp"
#include "programme/summons.hpp"

namespace lenig::app {

namespace {

jobs::Works works(Settings const& settings) {
  auto all = mail::works(settings.post);
  all.merge(document::works(settings.converter));
  all.merge(mail::answer_works(programme::take_reply));
  all.merge(nightly_works(settings));
  return all;
}

}  // namespace

int serve(Settings settings, std::vector<access::DemoLogin> const& logins) {
  db::migrate(settings.place, all_migrations());
  Application* serving = nullptr;
  http::Server server(settings.listen, http::Limits{},
                      [&serving](http::Request const& request) { return serving->answer(request); });
  auto const port = server.listen();
  // A master key that is missing or wrong is found now, not when somebody saves the first text that needs it.
  if (logins.empty()) vault::Vault(key_store(settings), master_key(settings, vault::IfMissing::make));
  auto const local = "http://" + settings.listen.host + ":" + std::to_string(port);
  if (settings.address.empty()) settings.address = local;
  Application application(settings, logins);
  serving = &application;
  start_nightly(application.database(), settings);
  mail::start(application.database());
  jobs::Runner const runner(application.database(), works(settings));
  std::cout << "ready " << local << std::endl;
  server.run(true);
  spdlog::info("stopped");
  return 0;
}

}  // namespace lenig::app
