// A database that grew with the program: from every earlier version to this one, with its rows.
#include <gtest/gtest.h>

#include <algorithm>
#include <thread>

#include "app/modules.hpp"
#include "platform/db/connection.hpp"
#include "platform/db/migrations.hpp"
#include "tests/support/database.hpp"

namespace lenig::tests {

namespace {

db::Query const add_mail{"test/add_mail",
                         "insert into mail_message (id, recipient, subject, body, queued_at) values ('kept', "
                         "'jan@school.example', 's', 'b', 'q')",
                         {}};
db::Query const mail{"test/mail", "select recipient from mail_message", {}};
db::Query const add_entry{"test/add_entry",
                          "insert into audit_entry (board_id, id, at, request, act, object_id, detail) values ('b', "
                          "'i', '', '', 'kept', '', '')",
                          {}};
db::Query const entries{"test/entries", "select act from audit_entry", {}};

bool has(std::vector<std::string> const& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

TEST(Growth, from_every_earlier_version_keeps_the_rows) {
  std::span<base::Embedded const> const all(app::all_migrations());
  ASSERT_GT(all.size(), 4U);
  for (std::size_t first = 1; first < all.size(); ++first) {
    auto const place = fresh_place();
    auto const before = db::migrate(place, all.first(first)).applied;
    EXPECT_EQ(before.size(), first);
    bool const audits = has(before, "audit/001_audit.sql");
    bool const mails = has(before, "mail/001_mail.sql");
    db::Database(place).write(db::every_board, [&](db::Transaction& tx) {
      if (audits) tx.run(add_entry);
      if (mails) tx.run(add_mail);
    });
    EXPECT_EQ(db::migrate(place, all).applied.size(), all.size() - first);
    db::Database database(place);
    EXPECT_EQ(database.read(db::every_board, [](db::Reading& reading) { return reading.all<std::string>(entries); }),
              audits ? std::vector<std::string>{"kept"} : std::vector<std::string>{});
    EXPECT_EQ(
        database.read(db::every_board, [](db::Reading& reading) { return reading.all<std::string>(mail).size(); }),
        mails ? 1U : 0U);
  }
}

TEST(Growth, runs_every_migration_once_and_in_one_order) {
  auto const place = fresh_place();
  auto const first = db::migrate(place, app::all_migrations());
  EXPECT_EQ(first.applied.size(), app::all_migrations().size());
  EXPECT_EQ(first.known, static_cast<int>(app::all_migrations().size()));
  EXPECT_TRUE(db::migrate(place, app::all_migrations()).applied.empty());
  EXPECT_TRUE(db::pending_migrations(place, app::all_migrations()).empty());
}

TEST(Growth, by_two_programs_at_a_time_happens_once) {
  auto const place = fresh_place();
  db::migrate(place, std::span(app::all_migrations()).first(1));
  std::vector<std::size_t> applied(2);
  {
    std::vector<std::jthread> programs;
    programs.reserve(applied.size());
    for (auto& count : applied)
      programs.emplace_back([&] { count = db::migrate(place, app::all_migrations()).applied.size(); });
  }
  EXPECT_EQ(applied[0] + applied[1], app::all_migrations().size() - 1);
}

}  // namespace lenig::tests
