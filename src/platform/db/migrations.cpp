#include "platform/db/migrations.hpp"

#include <algorithm>
#include <cctype>
#include <map>

#include "platform/base/random.hpp"
#include "platform/base/text.hpp"
#include "platform/db/connection.hpp"

namespace lenig::db {

namespace {

constexpr char const* ledger =
    "create table if not exists db_migration (name text primary key, hash text not null, applied_at text not null)";

std::map<std::string, std::string> applied_before(Connection& connection) {
  connection.command(ledger);
  std::map<std::string, std::string> hashes;
  soci::rowset<soci::row> rows = (connection.session().prepare << "select name, hash from db_migration");
  for (auto const& row : rows) hashes[row.get<std::string>(0)] = row.get<std::string>(1);
  return hashes;
}

void check_known(std::map<std::string, std::string> const& before, std::span<base::Embedded const> migrations) {
  for (auto const& [name, hash] : before) {
    auto const same =
        std::find_if(migrations.begin(), migrations.end(), [&](auto const& one) { return one.name == name; });
    if (same == migrations.end()) {
      throw std::runtime_error("the database knows migration " + name +
                               ", which this program does not: it is newer than the program");
    }
    if (base::sha256_hex(same->text) != hash)
      throw std::runtime_error("migration " + name + " has changed since it ran");
  }
}

/// Statements end with a semicolon at the end of a line; one inside a trigger stands behind more indentation.
std::vector<std::string> statements(std::string const& text) {
  std::vector<std::string> found;
  std::string current;
  for (auto const& line : base::split(text, '\n')) {
    auto const code = line.substr(0, line.find("--"));
    current += code + "\n";
    bool const indented = !line.empty() && (line[0] == ' ' || line[0] == '\t');
    if (!indented && base::trimmed(code).ends_with(';')) {
      found.emplace_back(base::trimmed(current));
      current.clear();
    }
  }
  return found;
}

/// On SQLite only the transaction keeps out another program that migrates at the same time; it may have been first.
bool has_run(Connection& connection, std::string const& name) {
  int count = 0;
  connection.session() << "select count(*) from db_migration where name = :name", soci::use(name), soci::into(count);
  return count > 0;
}

/// Runs the migration; gives whether it still had to run.
bool apply(Connection& connection, base::Embedded const& migration) {
  std::string const name(migration.name);
  connection.begin(true);
  try {
    if (has_run(connection, name)) {
      connection.roll_back();
      return false;
    }
    for (auto const& statement : statements(in_dialect(migration.text, connection.is_postgresql())))
      connection.command(statement);
    std::string const hash = base::sha256_hex(migration.text);
    std::string const at = base::Instant::now().text();
    connection.session() << "insert into db_migration (name, hash, applied_at) values (:name, :hash, :at)",
        soci::use(name), soci::use(hash), soci::use(at);
    connection.commit();
    return true;
  } catch (std::exception const& error) {
    connection.roll_back();
    throw std::runtime_error("migration " + name + " failed: " + error.what());
  }
}

/// The role that the program runs as may read and write rows, and nothing else; what is append-only it may not change.
void grant_to_program(Connection& owner, Place const& place) {
  auto const program = Connection::postgresql(place.postgresql_url);
  std::string role;
  program->session() << "select current_user", soci::into(role);
  std::string const quoted = '"' + role + '"';
  owner.command("grant usage on schema public to " + quoted);
  owner.command("grant select, insert, update, delete on all tables in schema public to " + quoted);
  owner.command(
      "do $$ begin if to_regclass('audit_entry') is not null then revoke update, delete on audit_entry from " + quoted +
      "; end if; end $$");
  owner.command("revoke insert, update, delete on db_migration from " + quoted);
}

bool is_word_character(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

std::string with_word_replaced(std::string text, std::string_view word, std::string_view by) {
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at)) {
    bool const whole = (at == 0 || !is_word_character(text[at - 1]) || !is_word_character(word.front())) &&
                       (at + word.size() == text.size() || !is_word_character(text[at + word.size()]));
    if (whole) text.replace(at, word.size(), by);
    at += whole ? by.size() : word.size();
  }
  return text;
}

}  // namespace

std::string in_dialect(std::string_view migration, bool postgresql) {
  std::string kept;
  bool skipping = false;
  for (auto const& line : base::split(migration, '\n')) {
    auto const said = base::trimmed(line);
    if (said == "-- only sqlite") skipping = postgresql;
    if (said == "-- only postgresql") skipping = !postgresql;
    if (!skipping) kept += line + "\n";
    if (said == "-- end") skipping = false;
  }
  if (!postgresql) return kept;
  kept = with_word_replaced(std::move(kept), ") strict", ")");
  kept = with_word_replaced(std::move(kept), "text", "text collate \"C\"");
  kept = with_word_replaced(std::move(kept), "integer", "bigint");
  return with_word_replaced(std::move(kept), "real", "double precision");
}

Migrated migrate(Place const& place, std::span<base::Embedded const> migrations) {
  auto const connection = Connection::owner(place);
  if (connection->is_postgresql()) connection->command("select pg_advisory_lock(5369001)");
  auto const before = applied_before(*connection);
  check_known(before, migrations);
  Migrated migrated{.known = static_cast<int>(migrations.size())};
  for (auto const& migration : migrations) {
    if (before.contains(std::string(migration.name))) continue;
    if (apply(*connection, migration)) migrated.applied.emplace_back(migration.name);
  }
  if (connection->is_postgresql() && !migrated.applied.empty()) grant_to_program(*connection, place);
  return migrated;
}

std::vector<std::string> pending_migrations(Place const& place, std::span<base::Embedded const> migrations) {
  auto const connection = Connection::owner(place);
  auto const before = applied_before(*connection);
  std::vector<std::string> pending;
  for (auto const& migration : migrations) {
    if (!before.contains(std::string(migration.name))) pending.emplace_back(migration.name);
  }
  return pending;
}

}  // namespace lenig::db
