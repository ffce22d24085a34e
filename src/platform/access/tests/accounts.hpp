#pragma once

#include <gtest/gtest.h>

#include "platform/access/account.hpp"
#include "platform/access/password.hpp"
#include "platform/access/session.hpp"
#include "platform/access/sign_in.hpp"
#include "tests/support/database.hpp"

namespace lenig::access {

/// A database with one account, whose password is hashed once for all tests.
class WithAccount : public ::testing::Test {
 protected:
  static constexpr char const* email = "daan@school.example";
  static constexpr char const* password = "paard batterij nietje";

  WithAccount() {
    open(person, email);
    database->write(db::every_board, [&](db::Transaction& tx) { set_password_of(tx, person, hash()); });
  }

  static std::string const& hash() {
    static auto const made = hash_of_password(password);
    return made;
  }

  void open(PersonId const& whose, std::string const& address) {
    database->write(db::every_board, [&](db::Transaction& tx) { open_account(tx, whose, address, now); });
  }
  std::string start() {
    return database->write(db::every_board,
                           [&](db::Transaction& tx) { return start_session(tx, person, "Firefox", now); });
  }
  std::optional<Session> find(std::string const& secret, base::Instant at) {
    return database->read(db::every_board, [&](db::Reading& reading) { return find_session(reading, secret, at); });
  }
  std::string ticket(TicketKind kind, base::Instant at) {
    return database->write(db::every_board, [&](db::Transaction& tx) { return make_ticket(tx, person, kind, at); });
  }
  std::optional<PersonId> holder(std::string const& secret, base::Instant at) {
    return database->read(db::every_board, [&](db::Reading& reading) { return holder_of_ticket(reading, secret, at); });
  }
  std::vector<std::string> texts(db::Query const& query) {
    return database->read(db::every_board, [&](db::Reading& reading) { return reading.all<std::string>(query); });
  }

  std::unique_ptr<db::Database> database = tests::fresh_database();
  PersonId const person = PersonId::make();
  base::Instant const now = base::Instant::parse("2026-07-28T12:00:00.000Z").value();
};

}  // namespace lenig::access
