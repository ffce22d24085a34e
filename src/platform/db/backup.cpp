#include "platform/db/backup.hpp"

#include <fcntl.h>
#include <unistd.h>
#include <zlib.h>

#include <boost/json.hpp>

#include <algorithm>
#include <array>
#include <memory>

#include "platform/base/collected.hpp"
#include "platform/base/random.hpp"
#include "platform/db/migrations.hpp"
#include "platform/db/tables.hpp"

// The file is gzipped lines of JSON:
//   {"lenig":"backup","format":1,"migrations":[[name,hash],…]}   the tables' shape
//   {"table":name,"columns":[…]}                                 a table, in the order of their names
//   [value,…,hash]                                               its rows, in the order of its key
//   {"end":{"rows":n,"hash":hash}}

namespace lenig::db {

namespace {

using boost::json::array;
using boost::json::object;
using boost::json::value;

constexpr std::size_t hash_digits = 32;  // of SHA-256: enough that no two rows meet by chance

/// The hash of each row over itself and the one before.
class Chain {
 public:
  std::string const& add(std::string const& row) {
    hash_ = base::sha256_hex(hash_ + row).substr(0, hash_digits);
    ++rows_;
    return hash_;
  }
  BackedUp end() const { return {rows_, hash_}; }

 private:
  std::string hash_;
  long long rows_ = 0;
};

array values_of(TextRow const& row) {
  array values;
  for (auto const& one : row) values.push_back(one ? value(*one) : value(nullptr));
  return values;
}

class Writer {
 public:
  explicit Writer(std::filesystem::path const& file) : file_(::gzopen(file.c_str(), "wb1")), name_(file.string()) {
    if (file_ == nullptr) throw Unavailable("cannot write " + name_);
  }
  ~Writer() {
    if (file_ != nullptr) ::gzclose(file_);
  }
  Writer(Writer const&) = delete;
  Writer& operator=(Writer const&) = delete;

  void line(std::string const& text) {
    auto const whole = text + "\n";
    if (::gzwrite(file_, whole.data(), static_cast<unsigned>(whole.size())) != static_cast<int>(whole.size()))
      throw Unavailable("cannot write " + name_ + ": is the disk full?");
  }

  void close() {
    auto* const closing = std::exchange(file_, nullptr);
    if (::gzclose(closing) != Z_OK) throw Unavailable("cannot write " + name_ + ": is the disk full?");
  }

 private:
  gzFile file_;
  std::string name_;
};

class Reader {
 public:
  explicit Reader(std::filesystem::path const& file) : file_(::gzopen(file.c_str(), "rb")), name_(file.string()) {
    if (file_ == nullptr) throw Unavailable("cannot read " + name_);
  }
  ~Reader() { ::gzclose(file_); }
  Reader(Reader const&) = delete;
  Reader& operator=(Reader const&) = delete;

  /// The next line; nothing at the end of the file.
  std::optional<std::string> line() {
    std::string text;
    std::array<char, 16384> part{};
    while (::gzgets(file_, part.data(), static_cast<int>(part.size())) != nullptr) {
      text += part.data();
      if (text.back() == '\n') {
        text.pop_back();
        return text;
      }
    }
    int error = Z_OK;
    ::gzerror(file_, &error);
    if (error != Z_OK || !text.empty()) throw BadBackup(name_ + " breaks off: it is not whole");
    return std::nullopt;
  }

  value parsed_line() {
    auto const text = line();
    if (!text) throw BadBackup(name_ + " breaks off: its last line is missing");
    boost::system::error_code fault;
    auto found = boost::json::parse(*text, fault);
    if (fault) throw BadBackup(name_ + " is no backup, or damaged");
    return found;
  }

  std::string const& name() const { return name_; }

 private:
  gzFile file_;
  std::string name_;
};

/// What a reader of a backup wants to know, line by line.
struct Sink {
  std::function<void(object const&)> table = [](object const&) {};
  std::function<void(TextRow const&)> row = [](TextRow const&) {};
};

std::vector<std::string> read_head(Reader& reader) {
  auto const head = reader.parsed_line();
  auto const* known = head.is_object() ? head.as_object().if_contains("lenig") : nullptr;
  if (known == nullptr || *known != "backup") throw BadBackup(reader.name() + " is no backup of Lenig");
  if (head.at("format") != 1) throw BadBackup(reader.name() + " was written by a newer program");
  return base::collected(head.at("migrations").as_array(),
                         [](value const& one) { return std::string(one.at(0).as_string()); });
}

TextRow read_row(array line, Chain& chain, std::string const& name) {
  auto const hash = line.back().as_string();
  line.pop_back();
  if (chain.add(boost::json::serialize(line)) != std::string_view(hash))
    throw BadBackup(name + " is damaged at row " + std::to_string(chain.end().rows));
  return base::collected(line, [](value const& one) {
    return one.is_null() ? std::nullopt : std::optional(std::string(one.as_string()));
  });
}

BackedUp read_through(Reader& reader, Sink const& sink) {
  Chain chain;
  for (;;) {
    auto line = reader.parsed_line();
    if (line.is_array() && !line.as_array().empty() && line.as_array().back().is_string()) {
      sink.row(read_row(std::move(line.as_array()), chain, reader.name()));
      continue;
    }
    if (!line.is_object()) throw BadBackup(reader.name() + " is damaged");
    if (auto const* end = line.as_object().if_contains("end")) {
      bool const whole = end->at("rows").as_int64() == chain.end().rows && end->at("hash") == chain.end().hash.c_str();
      if (!whole || reader.line()) throw BadBackup(reader.name() + " is damaged at its end");
      return chain.end();
    }
    if (!line.as_object().contains("table")) throw BadBackup(reader.name() + " is damaged");
    sink.table(line.as_object());
  }
}

object head_of(Connection& connection) {
  array migrations;
  soci::rowset<soci::row> const known =
      (connection.session().prepare << "select name, hash from db_migration order by applied_at, name");
  for (auto const& row : known) migrations.push_back(array{row.get<std::string>(0), row.get<std::string>(1)});
  return {{"lenig", "backup"}, {"format", 1}, {"migrations", migrations}};
}

object line_of(Table const& table) {
  array columns;
  for (auto const& one : table.columns) columns.emplace_back(one.name);
  return {{"table", table.name}, {"columns", columns}};
}

void write_all(Connection& connection, Writer& writer) {
  Chain chain;
  writer.line(boost::json::serialize(head_of(connection)));
  for (auto const& table : tables_of(connection)) {
    writer.line(boost::json::serialize(line_of(table)));
    each_row(connection, table, [&](TextRow const& row) {
      auto values = values_of(row);
      values.emplace_back(chain.add(boost::json::serialize(values)));
      writer.line(boost::json::serialize(values));
    });
  }
  writer.line(boost::json::serialize(object{{"end", object{{"rows", chain.end().rows}, {"hash", chain.end().hash}}}}));
  writer.close();
}

void write_part(Connection& connection, std::filesystem::path const& part) {
  Writer writer(part);
  // Only its owner may read it: it holds what everybody's pages hold together.
  std::filesystem::permissions(part, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  write_all(connection, writer);
}

void sync(std::filesystem::path const& path) {
  int const opened = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (opened >= 0) {
    ::fsync(opened);
    ::close(opened);
  }
}

std::vector<base::Embedded> those_of(std::vector<std::string> const& names,
                                     std::span<base::Embedded const> migrations) {
  std::vector<base::Embedded> kept;
  for (auto const& one : migrations) {
    if (std::ranges::find(names, one.name) != names.end()) kept.push_back(one);
  }
  if (kept.size() != names.size())
    throw std::runtime_error("this backup was made by a newer program: restore it with that one");
  return kept;
}

Table const& table_named(std::vector<Table> const& tables, object const& line) {
  auto const found = std::ranges::find(tables, std::string(line.at("table").as_string()), &Table::name);
  bool const fits = found != tables.end() && line_of(*found) == line;
  if (!fits) throw BadBackup("a table of the backup is not as this program makes it");
  return *found;
}

bool is_empty(Connection& connection, std::vector<Table> const& tables) {
  return std::ranges::none_of(tables, [&](Table const& table) {
    int found = 0;
    connection.session() << "select count(*) from (select 1 from " + table.name + " limit 1) as any_row",
        soci::into(found);
    return found > 0;
  });
}

/// What stands in the tables now, by the same hashes.
BackedUp read_back(Connection& connection, std::vector<Table> const& tables) {
  Chain chain;
  for (auto const& table : tables)
    each_row(connection, table, [&](TextRow const& row) { chain.add(boost::json::serialize(values_of(row))); });
  return chain.end();
}

void write_rows(Connection& connection, std::filesystem::path const& file, BackedUp const& expected) {
  auto const tables = tables_of(connection);
  if (!is_empty(connection, tables))
    throw std::runtime_error("there is data here already: restore into an empty directory or database");
  Reader reader(file);
  read_head(reader);
  std::unique_ptr<RowWriter> writer;
  read_through(reader, {.table =
                            [&](object const& line) {
                              writer = std::make_unique<RowWriter>(connection, table_named(tables, line));
                            },
                        .row =
                            [&](TextRow const& row) {
                              if (!writer) throw BadBackup(file.string() + " is damaged at its beginning");
                              writer->write(row);
                            }});
  writer.reset();
  if (read_back(connection, tables).hash != expected.hash)
    throw std::runtime_error("what was written is not what the backup holds; nothing of it was kept");
}

}  // namespace

BackedUp back_up(Place const& place, std::filesystem::path const& file) {
  if (std::filesystem::exists(file)) throw std::runtime_error(file.string() + " exists already: choose another name");
  if (!place.is_postgresql() && !std::filesystem::exists(place.sqlite_file))
    throw Unavailable("there is no database " + place.sqlite_file);
  auto const part = file.string() + ".part";
  auto const connection = Connection::owner(place);
  connection->begin(false);
  try {
    write_part(*connection, part);
    connection->roll_back();
    auto const checked = check_backup(part);
    sync(part);
    std::filesystem::rename(part, file);
    sync(std::filesystem::absolute(file).parent_path());
    return checked;
  } catch (...) {
    connection->roll_back();
    std::error_code ignored;
    std::filesystem::remove(part, ignored);
    throw;
  }
}

BackedUp check_backup(std::filesystem::path const& file) {
  Reader reader(file);
  read_head(reader);
  return read_through(reader, {});
}

BackedUp restore(Place const& place, std::filesystem::path const& file, std::span<base::Embedded const> migrations) {
  auto const checked = check_backup(file);
  Reader reader(file);
  migrate(place, those_of(read_head(reader), migrations));
  auto const connection = Connection::owner(place);
  connection->begin(true);
  try {
    write_rows(*connection, file, checked);
    connection->commit();
  } catch (...) {
    connection->roll_back();
    throw;
  }
  migrate(place, migrations);
  return checked;
}

}  // namespace lenig::db
