#pragma once

#include <span>
#include <string>
#include <vector>

#include "platform/base/embedded.hpp"
#include "platform/db/database.hpp"

namespace lenig::db {

/// What `migrate` found and did.
struct Migrated {
  std::vector<std::string> applied;  // names, in order
  int known = 0;
};

/// Brings the tables up to date: runs every migration that the database does not know yet, in the order given, each in
/// its own transaction. Forward only. Throws std::runtime_error when a migration that ran before has changed since, or
/// when the database knows one that this program does not (it is newer than the program).
Migrated migrate(Place const& place, std::span<base::Embedded const> migrations);

/// Migrations that have not run yet, without running them.
std::vector<std::string> pending_migrations(Place const& place, std::span<base::Embedded const> migrations);

/// A migration's statements as PostgreSQL takes them: `strict` tables, the storage classes of SQLite and the collation
/// of its texts (by bytes) are spelled differently there. A block from `-- only sqlite` or `-- only postgresql` to
/// `-- end` is left out for the other.
std::string in_dialect(std::string_view migration, bool postgresql);

}  // namespace lenig::db
