#include "platform/db/connection.hpp"

#include <libpq-fe.h>
#include <soci/postgresql/soci-postgresql.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <thread>

#include "platform/base/text.hpp"

namespace lenig::db {

namespace {

bool is_unique_violation(soci::soci_error const& error) {
  // The category of PostgreSQL's errors is the same for a missing value or a lost reference.
  if (auto const* of_postgresql = dynamic_cast<soci::postgresql_soci_error const*>(&error))
    return of_postgresql->sqlstate() == "23505";
  std::string_view const text = error.what();  // SQLite: SOCI gives its errors the category "unknown"
  return text.find("UNIQUE constraint failed") != std::string_view::npos;
}

bool is_of_the_surroundings(soci::soci_error const& error) {
  auto const category = error.get_error_category();
  if (category == soci::soci_error::connection_error || category == soci::soci_error::system_error) return true;
  if (auto const* of_postgresql = dynamic_cast<soci::postgresql_soci_error const*>(&error)) {
    // Connection exceptions, insufficient resources, operator intervention, system errors (PostgreSQL 15, appendix A).
    for (std::string_view const kind : {"08", "53", "57P", "58"}) {
      if (of_postgresql->sqlstate().starts_with(kind)) return true;
    }
  }
  std::string_view const text = error.what();
  for (std::string_view const sign :
       {"database or disk is full", "disk I/O error", "database is locked", "unable to open",
        "server closed the connection", "no connection to the server", "readonly database"}) {
    if (text.find(sign) != std::string_view::npos) return true;
  }
  return false;
}

/// A connection string or URL as `key='value'` pairs, the only form that SOCI passes on whole.
std::string as_pairs(std::string const& given) {
  char* fault = nullptr;
  std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> const options(PQconninfoParse(given.c_str(), &fault),
                                                                             PQconninfoFree);
  std::unique_ptr<char, decltype(&PQfreemem)> const message(fault, PQfreemem);
  if (!options)
    throw Unavailable(std::string("this is no PostgreSQL connection string: ") + (fault == nullptr ? "" : fault));
  std::string pairs;
  for (auto const* option = options.get(); option->keyword != nullptr; ++option) {
    if (option->val == nullptr) continue;
    std::string value;
    for (char const* c = option->val; *c != '\0'; ++c)
      value += *c == '\'' || *c == '\\' ? std::string("\\") + *c : std::string(1, *c);
    pairs += std::string(option->keyword) + "='" + value + "' ";
  }
  return pairs;
}

/// `in_reach(board_id)` on SQLite; PostgreSQL has it from a migration.
void in_reach(sqlite_api::sqlite3_context* context, int, sqlite_api::sqlite3_value** values) {
  auto const* scope = static_cast<Scope const*>(sqlite_api::sqlite3_user_data(context));
  auto const* text = static_cast<void const*>(sqlite_api::sqlite3_value_text(values[0]));
  auto const board = text == nullptr ? std::string_view() : std::string_view(static_cast<char const*>(text));
  sqlite_api::sqlite3_result_int(context, scope->reaches(board) ? 1 : 0);
}

Query const begin_reading{"db/begin_reading", "begin", "begin isolation level repeatable read read only"};
Query const begin_writing{"db/begin_writing", "begin immediate", "begin"};
Query const end{"db/end", "commit", {}};

Query const& set_scope() {
  static Query const query{
      "db/set_scope",
      "select set_config('lenig.person', :person, true) || set_config('lenig.board', :board, true) || "
      "set_config('lenig.reach', :reach, true)",
      {}};
  return query;
}

/// Another program writes: asked again every 2 ms, for ten seconds. SQLite's own handler waits ever longer in between,
/// and so misses the short gaps that a long import leaves to others.
int wait_for_writer(void*, int asked) {
  if (asked >= 5'000) return 0;
  std::this_thread::sleep_for(std::chrono::milliseconds{2});
  return 1;
}

[[noreturn]] void rethrow(soci::soci_error const& error) {
  if (is_unique_violation(error)) throw Conflict(error.what());
  if (is_of_the_surroundings(error)) throw Unavailable(error.what());
  throw std::runtime_error(error.what());
}

}  // namespace

std::unique_ptr<Connection> Connection::sqlite(std::string const& file, bool overwrites_deleted) {
  try {
    auto opened = std::make_unique<Connection>(soci::sqlite3, "db=\"" + file + "\"", false);
    auto const* backend = static_cast<soci::sqlite3_session_backend*>(opened->session_.get_backend());
    sqlite_api::sqlite3_busy_handler(backend->conn_, &wait_for_writer, nullptr);
    for (char const* const setting :
         {"pragma journal_mode = wal", "pragma synchronous = full", "pragma foreign_keys = on",
          "pragma temp_store = memory", "pragma mmap_size = 268435456", "pragma cache_size = -16000"}) {
      opened->command(setting);
    }
    if (overwrites_deleted) opened->command("pragma secure_delete = on");
    sqlite_api::sqlite3_create_function(backend->conn_, "in_reach", 1, SQLITE_UTF8, &opened->scope_, &in_reach, nullptr,
                                        nullptr);
    return opened;
  } catch (soci::soci_error const& error) {
    throw Unavailable("cannot open " + file + ": " + error.what());
  }
}

std::unique_ptr<Connection> Connection::postgresql(std::string const& url) {
  try {
    auto opened = std::make_unique<Connection>(soci::postgresql, as_pairs(url), true);
    opened->command("set client_min_messages = warning");
    return opened;
  } catch (soci::soci_error const& error) {
    throw Unavailable(std::string("cannot reach PostgreSQL: ") + error.what());
  }
}

std::unique_ptr<Connection> Connection::owner(Place const& place) {
  auto const& url = place.owner_url.empty() ? place.postgresql_url : place.owner_url;
  auto opened = place.is_postgresql() ? postgresql(url) : sqlite(place.sqlite_file);
  opened->scope_ = every_board;
  if (place.is_postgresql()) opened->command("set lenig.reach = '*'");
  return opened;
}

Connection::Connection(soci::backend_factory const& factory, std::string const& target, bool is_postgresql)
    : is_postgresql_(is_postgresql), session_(factory, target) {}

long long Connection::execute(Query const& query, Values const& values, std::vector<Kind> const& kinds,
                              std::vector<std::string_view> const& names,
                              std::function<void(std::span<Value const>)> const& row) {
  try {
    auto& statement = statements_[&query];
    if (!statement) {
      auto const text = is_postgresql_ ? query.for_postgres() : query.text;
      statement = std::make_unique<Statement>(session_, text, std::string(query.name), values, kinds, names);
    }
    return statement->execute(values, row);
  } catch (soci::soci_error const& error) {
    statements_.erase(&query);
    rethrow(error);
  } catch (...) {
    statements_.erase(&query);  // it may stand in the middle of its rows
    throw;
  }
}

void Connection::command(std::string const& text) { session_ << text; }

/// A statement of every transaction, prepared once.
void Connection::run(Query const& query) {
  try {
    execute(query, {}, {}, {}, [](std::span<Value const>) {});
  } catch (std::exception const&) {
    broken_ = is_postgresql_;
    throw;
  }
}

void Connection::begin(bool writing) {
  after_commit_.clear();
  run(writing ? begin_writing : begin_reading);
}

void Connection::enter(Scope const& scope) {
  scope_ = scope;
  if (!is_postgresql_) return;
  std::string reach = scope.everything ? "*" : base::joined(scope.reach, ",");
  execute(set_scope(), {{"person", scope.person}, {"board", scope.board}, {"reach", reach}}, {Kind::text}, {},
          [](std::span<Value const>) {});
}

void Connection::commit() {
  run(end);
  auto const waiting = std::move(after_commit_);
  after_commit_.clear();
  for (auto const& what : waiting) what();
}

void Connection::roll_back() noexcept {
  after_commit_.clear();
  try {
    command("rollback");
  } catch (std::exception const&) {
    broken_ = true;  // the pool replaces it
  }
}

}  // namespace lenig::db
