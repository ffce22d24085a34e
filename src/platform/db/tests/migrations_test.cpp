#include "platform/db/migrations.hpp"

#include <gtest/gtest.h>

#include "platform/db/connection.hpp"
#include "tests/support/database.hpp"

namespace lenig::db {
namespace {

base::Embedded const first{
    "test/001_first",
    "create table test_first (\n  id text not null primary key,\n  size integer not null\n) strict;\n"};
base::Embedded const second{
    "test/002_second", "alter table test_first add column share real;\ninsert into test_first values ('a', 1, 0.5);\n"};

Place empty_place() { return tests::fresh_place(); }

Migrated migrate(Place const& place, std::vector<base::Embedded> const& migrations) {
  return db::migrate(place, std::span<base::Embedded const>(migrations));
}

using Names = std::vector<std::string>;

std::string words_of_refusal(Place const& place, std::vector<base::Embedded> const& migrations) {
  try {
    migrate(place, migrations);
  } catch (std::runtime_error const& error) {
    return error.what();
  }
  return {};
}

TEST(Migrations, run_once_and_in_order) {
  auto const place = empty_place();
  EXPECT_EQ(pending_migrations(place, std::vector{first, second}), (Names{"test/001_first", "test/002_second"}));
  auto const done = migrate(place, {first, second});
  EXPECT_EQ(done.applied, (Names{"test/001_first", "test/002_second"}));
  EXPECT_EQ(done.known, 2);
  EXPECT_TRUE(pending_migrations(place, std::vector{first, second}).empty());
  EXPECT_TRUE(migrate(place, {first, second}).applied.empty());
  static Query const count{"test/count", "select count(*) from test_first", {}};
  EXPECT_EQ(Database(place).read(every_board, [](Reading& reading) { return reading.one<int>(count); }), 1);
}

TEST(Migrations, that_changed_since_they_ran_are_refused) {
  auto const place = empty_place();
  migrate(place, {first});
  std::string const other = std::string(first.text) + "-- a word\n";
  EXPECT_NE(words_of_refusal(place, {{first.name, other}, second}).find("test/001_first has changed"),
            std::string::npos);
  EXPECT_EQ(pending_migrations(place, std::vector{first, second}), Names{"test/002_second"});  // nothing ran
}

TEST(Migrations, of_a_newer_program_are_refused) {
  auto const place = empty_place();
  migrate(place, {first, second});
  EXPECT_NE(words_of_refusal(place, {first}).find("newer than the program"), std::string::npos);
}

TEST(Migrations, that_fail_leave_nothing_of_themselves_and_all_of_those_before) {
  auto const place = empty_place();
  base::Embedded const broken{"test/002_broken",
                              "create table test_broken (id text not null primary key) strict;\ncreate tabel x;\n"};
  EXPECT_NE(words_of_refusal(place, {first, broken}).find("test/002_broken failed"), std::string::npos);
  EXPECT_EQ(pending_migrations(place, std::vector{first, broken}), Names{"test/002_broken"});
  base::Embedded const mended{"test/002_broken", "create table test_broken (id text not null primary key) strict;\n"};
  EXPECT_EQ(migrate(place, {first, mended}).applied, Names{"test/002_broken"});
}

TEST(Dialect, spells_tables_for_each_database) {
  std::string const text = "create table a (\n  context text not null,\n  textual integer,\n  size real\n) strict;\n";
  EXPECT_EQ(in_dialect(text, false), text + "\n");
  EXPECT_EQ(
      in_dialect(text, true),
      "create table a (\n  context text collate \"C\" not null,\n  textual bigint,\n  size double precision\n);\n\n");
}

TEST(Dialect, knows_a_strict_table_whatever_stands_before_its_end) {
  EXPECT_EQ(in_dialect("create table a (id text) strict;", true), "create table a (id text collate \"C\");\n");
  EXPECT_EQ(in_dialect("create table a (size real not null) strict;", true),
            "create table a (size double precision not null);\n");
}

TEST(Dialect, leaves_out_what_is_only_for_the_other) {
  std::string const text = "a;\n-- only sqlite\nb;\n-- end\n-- only postgresql\nc;\n-- end\nd;";
  auto const sqlite = in_dialect(text, false);
  auto const postgresql = in_dialect(text, true);
  EXPECT_NE(sqlite.find("b;"), std::string::npos);
  EXPECT_EQ(sqlite.find("c;"), std::string::npos);
  EXPECT_EQ(postgresql.find("b;"), std::string::npos);
  EXPECT_NE(postgresql.find("c;"), std::string::npos);
  for (auto const& either : {sqlite, postgresql}) {
    EXPECT_NE(either.find("a;"), std::string::npos);
    EXPECT_NE(either.find("d;"), std::string::npos);
  }
}

}  // namespace
}  // namespace lenig::db
