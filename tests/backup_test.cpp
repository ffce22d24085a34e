// A backup holds everything, says when it is damaged, and comes back whole or not at all.
#include "platform/db/backup.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <fstream>
#include <thread>

#include "app/modules.hpp"
#include "app/nightly.hpp"
#include "platform/audit/audit.hpp"
#include "platform/db/migrations.hpp"
#include "tests/support/browser.hpp"
#include "tests/support/database.hpp"

namespace lenig::tests {

namespace {

class Backup : public ::testing::Test {
 public:
  ~Backup() override { std::filesystem::remove_all(folder); }

 protected:
  Backup() {
    std::string pattern = (std::filesystem::temp_directory_path() / "lenig-backup-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
    folder = pattern;
  }

  std::filesystem::path in_folder(std::string const& name) const { return folder / name; }

  /// A backup of the case, and what it holds.
  db::BackedUp made(std::string const& name) {
    Case in;
    return db::back_up(in.database().place(), in_folder(name));
  }

  /// A copy of a backup with one byte of its text changed and everything packed again, as somebody would who meddles.
  void damage(std::string const& from, std::string const& to, std::string const& what, std::string const& with) {
    auto const command = "gzip -dc '" + in_folder(from).string() + "' | sed '0,/" + what + "/s//" + with +
                         "/' | gzip > '" + in_folder(to).string() + "'";
    ASSERT_EQ(std::system(command.c_str()), 0);
  }

  std::filesystem::path folder;
};

TEST_F(Backup, comes_back_as_it_was) {
  auto const before = made("first");
  EXPECT_GT(before.rows, 1000);
  auto const place = fresh_place();
  EXPECT_EQ(db::restore(place, in_folder("first"), app::all_migrations()).hash, before.hash);
  auto const again = db::back_up(place, in_folder("second"));
  EXPECT_EQ(again.rows, before.rows);
  EXPECT_EQ(again.hash, before.hash);
  db::Database database(place);
  EXPECT_FALSE(database.read(db::every_board, [](db::Reading& reading) { return audit::verify(reading); }).broken);
}

TEST_F(Backup, is_of_one_moment_while_others_write) {
  Case in;
  auto office = in.as("office");
  std::atomic<bool> stop = false;
  std::thread writer([&] {
    for (int i = 0; !stop; ++i) {
      office.post("/programma/deelname/" + in.participation("Houwingaham") + "/vragen",
                  {{"question", "Vraag " + std::to_string(i)}});
    }
  });
  while (in.value("select cast(count(*) as text) from programme_question where question like 'Vraag %'") == "0") {
    std::this_thread::yield();
  }
  auto const held = db::back_up(in.database().place(), in_folder("busy"));
  stop = true;
  writer.join();
  auto const place = fresh_place();
  EXPECT_EQ(db::restore(place, in_folder("busy"), app::all_migrations()).hash, held.hash);
  db::Database database(place);
  auto const verified = database.read(db::every_board, [](db::Reading& reading) { return audit::verify(reading); });
  EXPECT_FALSE(verified.broken);
  static db::Query const acts{"test/acts", "select count(*) from audit_entry where act = 'question.asked'", {}};
  static db::Query const asked{"test/asked", "select count(*) from programme_question", {}};
  database.read(db::every_board, [&](db::Reading& reading) {
    EXPECT_EQ(reading.one<long long>(acts), reading.one<long long>(asked)) << "an act and its entry are of one moment";
  });
}

TEST_F(Backup, that_was_meddled_with_is_refused) {
  made("whole");
  damage("whole", "changed", "Houwingaham", "Houwingahem");
  std::string said;
  try {
    db::check_backup(in_folder("changed"));
  } catch (db::BadBackup const& fault) {
    said = fault.what();
  }
  EXPECT_NE(said.find("damaged at row"), std::string::npos) << "the row itself is named, by its own hash: " << said;
  auto const place = fresh_place();
  EXPECT_THROW(db::restore(place, in_folder("changed"), app::all_migrations()), db::BadBackup);
}

TEST_F(Backup, that_breaks_off_is_refused) {
  made("whole");
  auto const size = std::filesystem::file_size(in_folder("whole"));
  for (auto const part : {size / 2, size - 1, std::uintmax_t{20}}) {
    std::filesystem::copy_file(in_folder("whole"), in_folder("part"),
                               std::filesystem::copy_options::overwrite_existing);
    std::filesystem::resize_file(in_folder("part"), part);
    EXPECT_THROW(db::check_backup(in_folder("part")), db::BadBackup) << part;
  }
  std::ofstream(in_folder("letter")) << "Geachte heer";
  EXPECT_THROW(db::check_backup(in_folder("letter")), db::BadBackup);
}

TEST_F(Backup, goes_into_an_empty_database_only) {
  made("first");
  Case in;
  auto const before = in.value("select cast(count(*) as text) from organisation_person");
  EXPECT_THROW(db::restore(in.database().place(), in_folder("first"), app::all_migrations()), std::runtime_error);
  EXPECT_EQ(in.value("select cast(count(*) as text) from organisation_person"), before);
}

TEST_F(Backup, overwrites_no_file_and_leaves_no_half_one) {
  made("first");
  Case in;
  EXPECT_THROW(db::back_up(in.database().place(), in_folder("first")), std::runtime_error);
  EXPECT_THROW(db::back_up(in.database().place(), folder / "nowhere" / "file"), db::Unavailable);
  EXPECT_FALSE(std::filesystem::exists(folder / "first.part"));
  auto const rights = std::filesystem::status(in_folder("first")).permissions();
  EXPECT_EQ(rights & (std::filesystem::perms::group_all | std::filesystem::perms::others_all),
            std::filesystem::perms::none);
}

TEST_F(Backup, of_each_night_is_kept_for_so_many_days) {
  Case in;
  app::Settings settings;
  settings.backups = folder / "nightly";
  settings.keep_backups = 2;
  auto const day = base::Date::parse("2004-04-15").value();
  for (int i = 0; i < 4; ++i) app::back_up_day(in.database().place(), settings, day.plus_days(i));
  std::ofstream(settings.backups / "notes.txt") << "mine";
  app::back_up_day(in.database().place(), settings, day.plus_days(4));
  std::vector<std::string> kept;
  for (auto const& entry : std::filesystem::directory_iterator(settings.backups))
    kept.push_back(entry.path().filename().string());
  std::sort(kept.begin(), kept.end());
  EXPECT_EQ(kept, (std::vector<std::string>{"lenig-2004-04-18.backup", "lenig-2004-04-19.backup", "notes.txt"}));
}

TEST_F(Backup, of_the_last_nights_is_kept_when_the_clock_jumps_to_another_year) {
  Case in;
  app::Settings settings;
  settings.backups = folder / "nightly";
  settings.keep_backups = 3;
  auto const day = base::Date::parse("2004-04-15").value();
  for (int i = 0; i < 3; ++i) app::back_up_day(in.database().place(), settings, day.plus_days(i));
  app::back_up_day(in.database().place(), settings, base::Date::parse("2030-01-01").value());
  EXPECT_TRUE(std::filesystem::exists(settings.backups / "lenig-2004-04-17.backup"));
  EXPECT_TRUE(std::filesystem::exists(settings.backups / "lenig-2004-04-16.backup"));
}

}  // namespace

}  // namespace lenig::tests
