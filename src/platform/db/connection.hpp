#pragma once

#include <soci/soci.h>

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "platform/db/database.hpp"

namespace lenig::db {

/// A prepared statement with the places that its parameters and columns are bound to.
class Statement {
 public:
  Statement(soci::session& session, std::string_view text, std::string name, Values const& values,
            std::vector<Kind> const& kinds, std::vector<std::string_view> names);

  long long execute(Values const& values, std::function<void(std::span<Value const>)> const& row);

 private:
  struct Bound {
    Value value;
    soci::indicator indicator = soci::i_ok;
  };

  void bind_parameters(Values const& values);
  void take(Values const& values);
  void check_columns();

  std::string name_;
  std::vector<std::string_view> names_;
  std::vector<std::string> parameter_names_;
  std::vector<std::unique_ptr<Bound>> parameters_;
  std::vector<std::unique_ptr<Bound>> columns_;
  std::vector<Value> row_;
  bool checked_ = false;
  soci::statement statement_;
};

/// One connection, used by one thread at a time, with its prepared statements.
class Connection {
 public:
  /// SQLite: opens the file. Throws Unavailable.
  static std::unique_ptr<Connection> sqlite(std::string const& file, bool overwrites_deleted = false);
  /// PostgreSQL: connects to the server. Throws Unavailable.
  static std::unique_ptr<Connection> postgresql(std::string const& url);
  /// Connects as the owner of the tables, to every board's rows: for migrations and backups. Throws Unavailable.
  static std::unique_ptr<Connection> owner(Place const& place);

  Connection(soci::backend_factory const& factory, std::string const& target, bool is_postgresql);
  Connection(Connection const&) = delete;
  Connection& operator=(Connection const&) = delete;

  long long execute(Query const& query, Values const& values, std::vector<Kind> const& kinds,
                    std::vector<std::string_view> const& names, std::function<void(std::span<Value const>)> const& row);
  /// A statement of the layer's own, without parameters.
  void command(std::string const& text);

  void begin(bool writing);
  /// Whose rows the transaction touches from here on.
  void enter(Scope const& scope);
  Scope const& scope() const { return scope_; }
  void commit();
  void roll_back() noexcept;

  void after_commit(std::function<void()> what) { after_commit_.push_back(std::move(what)); }
  bool is_postgresql() const { return is_postgresql_; }
  bool is_broken() const { return broken_; }
  soci::session& session() { return session_; }

 private:
  void run(Query const& query);

  bool is_postgresql_;
  bool broken_ = false;
  Scope scope_;
  soci::session session_;
  std::map<Query const*, std::unique_ptr<Statement>> statements_;
  std::vector<std::function<void()>> after_commit_;
};

}  // namespace lenig::db
