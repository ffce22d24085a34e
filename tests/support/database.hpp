#pragma once

#include <filesystem>
#include <memory>

#include "platform/db/database.hpp"

namespace lenig::tests {

/// Whether this run tests on PostgreSQL (LENIG_TEST_DATABASE=postgresql) instead of SQLite.
bool on_postgresql();

/// A place for a database of its own: a file in a new temporary folder, or an emptied schema of the test server, whose
/// roles LENIG_TEST_OWNER_URL and LENIG_TEST_APP_URL name. Nothing of an earlier test is in it.
db::Place fresh_place();

/// A new folder, which goes when this run ends.
std::filesystem::path fresh_folder();

/// A database with all tables and no rows.
std::unique_ptr<db::Database> fresh_database();

}  // namespace lenig::tests
