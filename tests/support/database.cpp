#include "tests/support/database.hpp"

#include <cstdlib>
#include <filesystem>
#include <stdexcept>

#include "app/modules.hpp"
#include "platform/db/connection.hpp"
#include "platform/db/migrations.hpp"

namespace lenig::tests {

namespace {

std::string from_environment(char const* name) {
  char const* const value = std::getenv(name);
  if (value == nullptr) throw std::runtime_error(std::string("set ") + name + "; bin/test does it");
  return value;
}

/// Folders of this run; they go when it ends.
class Folders {
 public:
  ~Folders() {
    std::error_code ignored;
    for (auto const& folder : made_) std::filesystem::remove_all(folder, ignored);
  }
  std::filesystem::path make() {
    std::string pattern = (std::filesystem::temp_directory_path() / "lenig-test-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
    return made_.emplace_back(pattern);
  }

 private:
  std::vector<std::filesystem::path> made_;
};

db::Place emptied_schema() {
  db::Place const place{.postgresql_url = from_environment("LENIG_TEST_APP_URL"),
                        .owner_url = from_environment("LENIG_TEST_OWNER_URL"),
                        .readers = 8};
  auto const owner = db::Connection::postgresql(place.owner_url);
  owner->command("drop schema public cascade");
  owner->command("create schema public");
  return place;
}

}  // namespace

bool on_postgresql() {
  char const* const kind = std::getenv("LENIG_TEST_DATABASE");
  return kind != nullptr && std::string(kind) == "postgresql";
}

std::filesystem::path fresh_folder() {
  static Folders folders;
  return folders.make();
}

db::Place fresh_place() {
  if (on_postgresql()) return emptied_schema();
  return {.sqlite_file = (fresh_folder() / "lenig.sqlite").string()};
}

std::unique_ptr<db::Database> fresh_database() {
  auto const place = fresh_place();
  db::migrate(place, app::all_migrations());
  return std::make_unique<db::Database>(place);
}

}  // namespace lenig::tests
