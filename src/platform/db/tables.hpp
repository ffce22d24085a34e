#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "platform/db/connection.hpp"
#include "platform/db/value.hpp"

namespace lenig::db {

struct Column {
  std::string name;
  Kind kind = Kind::text;
};

/// A table as the database's own catalogue has it.
struct Table {
  std::string name;
  std::vector<Column> columns;
  std::vector<std::string> key;  // the columns of its primary key
};

/// Every table of the program but the ledger of migrations, by name: in whatever order a database came by its tables,
/// theirs is the same. (The few that refer to another, to access_account, stand behind it.)
std::vector<Table> tables_of(Connection& connection);

/// A row as text, column by column, the same on both databases: numbers so that they can be read back exactly.
using TextRow = std::vector<std::optional<std::string>>;

/// Every row of a table in the order of its key, one at a time. Within a transaction.
void each_row(Connection& connection, Table const& table, std::function<void(TextRow const&)> const& row);

/// Puts rows into a table, the columns in the table's order.
class RowWriter {
 public:
  RowWriter(Connection& connection, Table const& table);
  void write(TextRow const& row);

 private:
  std::size_t width_;
  std::vector<std::string> texts_;
  std::vector<soci::indicator> states_;
  soci::statement statement_;
};

}  // namespace lenig::db
