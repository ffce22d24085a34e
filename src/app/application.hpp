#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "app/settings.hpp"
#include "platform/access/pages/entrance.hpp"
#include "platform/access/routes.hpp"
#include "platform/http/static_files.hpp"
#include "platform/undo/undo.hpp"

namespace lenig::app {

/// The program, wired: database, routes, what can be undone, built-in files. It answers requests; it owns no socket.
class Application {
 public:
  /// Opens the database, which must be migrated. `logins` are those of a demo.
  Application(Settings settings, std::vector<access::DemoLogin> const& logins = {});

  http::Response answer(http::Request const& request);

  Settings const& settings() const { return settings_; }
  db::Database& database() { return *database_; }
  /// Opened when it is first needed: most requests need no key.
  vault::Vault& vault();
  access::Routes const& routes() const { return routes_; }
  base::Calendar const& calendar() const { return calendar_; }
  undo::TakeBacks const& take_backs() const { return take_backs_; }
  std::vector<http::Asset> const& assets() const { return assets_; }
  std::string path_of_asset(std::string_view logical) const;
  bool is_demo() const { return demo_; }

 private:
  void add_routes(std::vector<access::DemoLogin> const& logins);

  Settings settings_;
  bool demo_;
  base::Calendar calendar_;
  std::unique_ptr<db::Database> database_;
  std::mutex opening_vault_;
  std::unique_ptr<vault::Vault> vault_;
  access::Routes routes_;
  undo::TakeBacks take_backs_;
  std::vector<http::Asset> assets_;
  std::map<std::string, std::string, std::less<>> asset_paths_;
};

}  // namespace lenig::app
