#include "app/nightly.hpp"

#include <spdlog/spdlog.h>

#include <map>

#include "organisation/import_file.hpp"
#include "organisation/import_taking.hpp"
#include "platform/access/session.hpp"
#include "platform/db/backup.hpp"
#include "platform/undo/undo.hpp"
#include "programme/told.hpp"

namespace lenig::app {

namespace {

using namespace std::chrono_literals;

constexpr char const* sweeping = "access.sweep";
constexpr char const* backing_up = "app.backup";
constexpr std::string_view prefix = "lenig-";
constexpr std::string_view suffix = ".backup";

void sweep(db::Database& database, Settings const& settings) {
  auto const calendar = settings.today ? base::Calendar(*settings.today) : base::Calendar();
  database.write(db::every_board, [](db::Transaction& tx) {
    auto const now = base::Instant::now();
    access::sweep(tx, now);
    undo::sweep(tx, now);
    organisation::sweep_import_files(tx, now);
    jobs::enqueue(tx, sweeping, "", now.plus(24h));
  });
  organisation::tidy_imports(database, base::Instant::now());
  programme::tidy_told(database, calendar.today());
}

/// Two in the night, when nobody works.
base::Instant next_night() {
  auto const now = base::Instant::now();
  auto const local = base::local_time(now);
  int const minutes = (26 * 60 - local.minute_of_day) % (24 * 60);
  return now.plus(std::chrono::minutes{minutes == 0 ? 24 * 60 : minutes});
}

void back_up(db::Database& database, Settings const& settings) {
  if (settings.backups.empty()) return;  // it was put on the list before that was set
  auto const file = back_up_day(database.place(), settings, base::local_time(base::Instant::now()).date);
  spdlog::info("backup {}", file.string());
  database.write(db::every_board, [](db::Transaction& tx) { jobs::enqueue(tx, backing_up, "", next_night()); });
}

/// The day in the name of a nightly backup; nothing for any other file.
std::optional<base::Date> day_of(std::string const& name) {
  if (!name.starts_with(prefix) || !name.ends_with(suffix)) return std::nullopt;
  return base::Date::parse(name.substr(prefix.size(), name.size() - prefix.size() - suffix.size()));
}

/// What is too old goes, but never one of the newest: a clock that is wrong makes every backup look old.
void remove_old(Settings const& settings, base::Date day) {
  std::map<base::Date, std::filesystem::path, std::greater<>> newest_first;
  for (auto const& entry : std::filesystem::directory_iterator(settings.backups)) {
    if (auto const made = day_of(entry.path().filename().string())) newest_first.emplace(*made, entry.path());
  }
  int kept = 0;
  for (auto const& [made, file] : newest_first) {
    if (++kept > settings.keep_backups && made <= day.plus_days(-settings.keep_backups)) std::filesystem::remove(file);
  }
}

}  // namespace

jobs::Works nightly_works(Settings const& settings) {
  auto works = organisation::import_works();
  works.merge(organisation::taking_works());
  works.emplace(
      sweeping,
      jobs::Work([settings](db::Database& database, std::string const&) { sweep(database, settings); }, 30min));
  works.emplace(
      backing_up,
      jobs::Work([settings](db::Database& database, std::string const&) { back_up(database, settings); }, 6h));
  return works;
}

void start_nightly(db::Database& database, Settings const& settings) {
  database.write(db::every_board, [&](db::Transaction& tx) {
    jobs::enqueue_once(tx, sweeping);
    if (!settings.backups.empty()) jobs::enqueue_once(tx, backing_up);
  });
}

std::filesystem::path back_up_day(db::Place const& place, Settings const& settings, base::Date day) {
  std::filesystem::create_directories(settings.backups);
  auto const file = settings.backups / (std::string(prefix) + day.text() + std::string(suffix));
  if (!std::filesystem::exists(file)) db::back_up(place, file);
  remove_old(settings, day);
  return file;
}

}  // namespace lenig::app
