#include "platform/db/tables.hpp"

#include <array>
#include <charconv>

#include "platform/base/collected.hpp"
#include "platform/base/text.hpp"

namespace lenig::db {

namespace {

constexpr int rows_at_once = 2000;

std::vector<std::string> names_in(Connection& connection, std::string const& question) {
  std::vector<std::string> names;
  soci::rowset<std::string> const found = (connection.session().prepare << question);
  for (auto const& name : found) names.push_back(name);
  return names;
}

std::vector<std::string> table_names(Connection& connection) {
  return names_in(
      connection,
      connection.is_postgresql()
          ? "select c.relname::text from pg_class c join pg_namespace n on n.oid = c.relnamespace "
            "where n.nspname = 'public' and c.relkind = 'r' and c.relname <> 'db_migration' order by c.relname"
          : "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' "
            "and name <> 'db_migration' order by name");
}

Kind kind_of_type(std::string const& type) {
  if (type == "integer" || type == "bigint") return Kind::integer;
  return type == "real" || type == "double precision" ? Kind::real : Kind::text;
}

std::vector<Column> columns_of(Connection& connection, std::string const& table) {
  std::vector<Column> columns;
  soci::rowset<soci::row> const found =
      (connection.session().prepare
           << (connection.is_postgresql()
                   ? "select column_name::text, data_type::text from information_schema.columns "
                     "where table_schema = 'public' and table_name = :name order by ordinal_position"
                   : "select name, lower(type) from pragma_table_info(:name) order by cid"),
       soci::use(table, "name"));
  for (auto const& row : found)
    columns.push_back({row.get<std::string>(0), kind_of_type(base::folded(row.get<std::string>(1)))});
  return columns;
}

std::vector<std::string> key_of(Connection& connection, std::string const& table) {
  std::vector<std::string> key;
  soci::rowset<std::string> const found =
      (connection.session().prepare
           << (connection.is_postgresql()
                   ? "select a.attname::text from pg_index i join unnest(i.indkey) with ordinality as k (attnum, "
                     "place) "
                     "on true join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum "
                     "where i.indrelid = cast(:name as regclass) and i.indisprimary order by k.place"
                   : "select name from pragma_table_info(:name) where pk > 0 order by pk"),
       soci::use(table, "name"));
  for (auto const& name : found) key.push_back(name);
  return key;
}

/// A column as text: of a real number all its digits, so that it can be read back exactly.
std::string as_text(Column const& column, bool postgresql) {
  if (column.kind == Kind::text) return column.name;
  if (column.kind == Kind::real && !postgresql)
    return "case when " + column.name + " is null then null else printf('%!.17g', " + column.name + ") end";
  return "cast(" + column.name + " as text)";
}

std::string question_for(Table const& table, bool postgresql) {
  auto const columns = base::collected(table.columns, [&](Column const& one) { return as_text(one, postgresql); });
  return "select " + base::joined(columns, ", ") + " from " + table.name + " order by " + base::joined(table.key, ", ");
}

/// Real numbers in one spelling, the shortest that reads back as the same: SQLite writes seventeen digits.
std::string spelled(std::string const& number) {
  std::array<char, 40> buffer{};
  auto const [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::stod(number));
  return error == std::errc{} ? std::string(buffer.data(), end) : number;
}

TextRow text_of(soci::row const& row, Table const& table) {
  TextRow texts(table.columns.size());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (row.get_indicator(i) == soci::i_null) continue;
    auto const text = row.get<std::string>(i);
    texts[i] = table.columns[i].kind == Kind::real ? spelled(text) : text;
  }
  return texts;
}

std::string type_of(Kind kind, bool postgresql) {
  switch (kind) {
    case Kind::text: return "text";
    case Kind::integer: return postgresql ? "bigint" : "integer";
    case Kind::real: return postgresql ? "double precision" : "real";
  }
  return "text";
}

std::string insertion_into(Table const& table, bool postgresql) {
  std::vector<std::string> names;
  std::vector<std::string> places;
  for (auto const& column : table.columns) {
    places.push_back("cast(:v" + std::to_string(names.size()) + " as " + type_of(column.kind, postgresql) + ")");
    names.push_back(column.name);
  }
  return "insert into " + table.name + " (" + base::joined(names, ", ") + ") values (" + base::joined(places, ", ") +
         ")";
}

}  // namespace

std::vector<Table> tables_of(Connection& connection) {
  return base::collected(table_names(connection), [&](std::string const& name) {
    return Table{name, columns_of(connection, name), key_of(connection, name)};
  });
}

void each_row(Connection& connection, Table const& table, std::function<void(TextRow const&)> const& row) {
  auto& session = connection.session();
  auto const question = question_for(table, connection.is_postgresql());
  if (!connection.is_postgresql()) {
    soci::rowset<soci::row> const rows = (session.prepare << question);
    for (auto const& one : rows) row(text_of(one, table));
    return;
  }
  // libpq would hold the whole table in memory; a cursor gives it in parts.
  session << "declare lenig_rows no scroll cursor for " + question;
  for (bool more = true; more;) {
    more = false;
    soci::rowset<soci::row> const rows =
        (session.prepare << "fetch " + std::to_string(rows_at_once) + " from lenig_rows");
    for (auto const& one : rows) {
      row(text_of(one, table));
      more = true;
    }
  }
  session << "close lenig_rows";
}

RowWriter::RowWriter(Connection& connection, Table const& table)
    : width_(table.columns.size()), texts_(width_), states_(width_, soci::i_ok), statement_(connection.session()) {
  for (std::size_t i = 0; i < width_; ++i)
    statement_.exchange(soci::use(texts_[i], states_[i], "v" + std::to_string(i)));
  statement_.alloc();
  statement_.prepare(insertion_into(table, connection.is_postgresql()));
  statement_.define_and_bind();
}

void RowWriter::write(TextRow const& row) {
  for (std::size_t i = 0; i < width_; ++i) {
    states_[i] = row.at(i) ? soci::i_ok : soci::i_null;
    texts_[i] = row.at(i).value_or("");
  }
  statement_.execute(true);
}

}  // namespace lenig::db
