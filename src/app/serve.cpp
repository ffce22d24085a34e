#include "app/serve.hpp"

#include <spdlog/spdlog.h>

#include <iostream>

#include "app/application.hpp"
#include "app/modules.hpp"
#include "platform/access/session.hpp"
#include "platform/db/migrations.hpp"
#include "platform/jobs/jobs.hpp"

namespace lenig::app {

namespace {

constexpr char const* sweeping = "access.sweep";

/// The daily job that removes what has ended asks for the next one itself.
void sweep(db::Database& database) {
  database.write([](db::Transaction& tx) {
    auto const now = base::Instant::now();
    access::sweep(tx, now);
    jobs::enqueue(tx, sweeping, "", now.plus(std::chrono::hours{24}));
  });
}

jobs::Works works(Settings const& settings) {
  auto all = mail::works(settings.post);
  all.emplace(sweeping, [](db::Database& database, std::string const&) { sweep(database); });
  return all;
}

void start_sweeping(db::Database& database) {
  database.write([](db::Transaction& tx) { jobs::enqueue_once(tx, sweeping); });
}

}  // namespace

int serve(Settings settings, std::vector<access::DemoLogin> const& logins) {
  db::migrate(settings.place, all_migrations());
  Application* serving = nullptr;
  http::Server server(settings.listen, http::Limits{},
                      [&serving](http::Request const& request) { return serving->answer(request); });
  auto const port = server.listen();
  auto const local = "http://" + settings.listen.host + ":" + std::to_string(port);
  if (settings.address.empty()) settings.address = local;
  Application application(settings, logins);
  serving = &application;
  start_sweeping(application.database());
  jobs::Runner const runner(application.database(), works(settings));
  std::cout << "ready " << local << std::endl;
  server.run(true);
  spdlog::info("stopped");
  return 0;
}

}  // namespace lenig::app
