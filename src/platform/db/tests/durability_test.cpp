// What a connection promises: a commit survives a loss of power, and what is append-only stays.
#include <gtest/gtest.h>

#include "platform/db/connection.hpp"
#include "platform/db/database.hpp"
#include "tests/support/database.hpp"

namespace lenig::db {
namespace {

Query const synchronous{"test/synchronous", "pragma synchronous", {}};
Query const journal_mode{"test/journal_mode", "pragma journal_mode", {}};
Query const foreign_keys{"test/foreign_keys", "pragma foreign_keys", {}};

void expect_safe(Reading& reading) {
  EXPECT_EQ(reading.one<int>(synchronous), 2);  // full: the log is synced at every commit
  EXPECT_EQ(reading.one<std::string>(journal_mode), "wal");
  EXPECT_EQ(reading.one<int>(foreign_keys), 1);
}

/// Every reader of the pool at once.
void with_all_readers(Database& database, int count) {
  if (count == 0) return;
  database.read(every_board, [&](Reading& reading) {
    expect_safe(reading);
    with_all_readers(database, count - 1);
  });
}

TEST(Connections, sync_every_commit_and_mind_references) {
  auto const database = tests::fresh_database();
  if (tests::on_postgresql()) {
    static Query const commits{"test/commits", "select current_setting('synchronous_commit')", {}};
    EXPECT_EQ(database->write(every_board, [](Transaction& tx) { return tx.one<std::string>(commits); }), "on");
  } else {
    with_all_readers(*database, database->place().readers);
    database->write(every_board, [](Transaction& tx) { expect_safe(tx); });
  }
}

TEST(References, to_what_is_not_there_are_refused) {
  auto const database = tests::fresh_database();
  static Query const orphan{
      "test/orphan", "insert into access_device (secret_hash, person_id, seen_at) values ('x', 'nobody', '')", {}};
  EXPECT_THROW(database->write(every_board, [](Transaction& tx) { tx.run(orphan); }), std::runtime_error);
}

class AuditLog : public ::testing::Test {
 protected:
  AuditLog() {
    static Query const insert{"test/insert_entry",
                              "insert into audit_entry (board_id, id, at, request, act, object_id, detail) values "
                              "('b', 'i', '', '', 'a', 'o', '')",
                              {}};
    database->write(every_board, [](Transaction& tx) { tx.run(insert); });
  }

  void expect_refused(char const* text) {
    Query const query{"test/refused", text, {}};
    auto const& place = database->place();
    auto const connection =
        place.is_postgresql() ? Connection::postgresql(place.postgresql_url) : Connection::sqlite(place.sqlite_file);
    EXPECT_ANY_THROW(connection->execute(query, {}, {}, {}, [](std::span<Value const>) {})) << text;
  }

  std::unique_ptr<Database> database = tests::fresh_database();
};

TEST_F(AuditLog, is_never_changed_or_emptied_by_the_program) {
  expect_refused("update audit_entry set act = 'b'");
  expect_refused("delete from audit_entry");
  if (tests::on_postgresql()) expect_refused("truncate audit_entry");
  static Query const acts{"test/acts", "select act from audit_entry", {}};
  EXPECT_EQ(database->read(every_board, [](Reading& reading) { return reading.all<std::string>(acts); }),
            std::vector<std::string>{"a"});
}

TEST(ProgramsRole, makes_and_drops_no_tables_and_keeps_off_the_ledger) {
  if (!tests::on_postgresql()) GTEST_SKIP() << "SQLite has no roles";
  auto const database = tests::fresh_database();
  for (char const* const text :
       {"create table mine (id text)", "drop table jobs_job", "alter table jobs_job add column mine text",
        "create schema mine", "create temporary table db_migration_x as select 1; drop table audit_entry",
        "update db_migration set hash = ''", "delete from db_migration",
        "insert into db_migration values ('x', 'x', 'x')", "alter table audit_entry disable trigger all",
        "set role lenig_owner"}) {
    auto const connection = Connection::postgresql(database->place().postgresql_url);
    EXPECT_ANY_THROW(connection->command(text)) << text;
  }
}

TEST(ProgramsRole, is_no_superuser_and_bypasses_no_row_security) {
  if (!tests::on_postgresql()) GTEST_SKIP() << "SQLite has no roles";
  auto const database = tests::fresh_database();
  static Query const powers{"test/powers",
                            "select (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)::int from pg_roles "
                            "where rolname = current_user",
                            {}};
  EXPECT_EQ(database->read(every_board, [](Reading& reading) { return reading.one<int>(powers); }), 0);
}

}  // namespace
}  // namespace lenig::db
