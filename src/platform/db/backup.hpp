#pragma once

#include <filesystem>
#include <span>
#include <stdexcept>
#include <string>

#include "platform/base/embedded.hpp"
#include "platform/db/database.hpp"

namespace lenig::db {

/// The file is no backup, or not as it was written.
class BadBackup : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// What a backup holds. `hash` is that of its last row, and so of all: each row's hash is over itself and the one
/// before.
struct BackedUp {
  long long rows = 0;
  std::string hash;
};

/// Writes every row of one moment to a file, while others go on reading and writing; then reads it back and checks
/// every hash. The file appears under its name when it is whole. It can be restored on either database. Throws
/// Unavailable when the file can't be written, std::runtime_error when it exists already.
BackedUp back_up(Place const& place, std::filesystem::path const& file);

/// Reads a backup through and checks every row's hash. Throws BadBackup.
BackedUp check_backup(std::filesystem::path const& file);

/// Puts a backup into an empty database: checks the file first, makes the tables as they were then, writes all rows in
/// one transaction, reads them back against the same hashes, and brings the tables up to date. Nothing of it stays when
/// something fails. Throws BadBackup, std::runtime_error when the database holds rows already, or was backed up by a
/// newer program.
BackedUp restore(Place const& place, std::filesystem::path const& file, std::span<base::Embedded const> migrations);

}  // namespace lenig::db
