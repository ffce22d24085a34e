#pragma once

#include <functional>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <type_traits>

#include "platform/db/query.hpp"
#include "platform/db/scope.hpp"
#include "platform/db/value.hpp"

namespace lenig::db {

/// The database can't be reached, is full, or is locked: the surroundings failed, not the program.
class Unavailable : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// A row would stand twice where it may stand once.
class Conflict : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

class Connection;

/// What can be read in one transaction: everything in it shows the same moment.
class Reading {
 public:
  explicit Reading(Connection& connection) : connection_(&connection) {}

  /// All rows, each as a described struct (whose members are the columns, in order and by name) or as one value.
  template <class Row>
  std::vector<Row> all(Query const& query, Values const& values = {}) {
    std::vector<Row> rows;
    each<Row>(query, values, [&](Row&& row) { rows.push_back(std::move(row)); });
    return rows;
  }

  /// The only row, or nothing; throws std::logic_error when there are more.
  template <class Row>
  std::optional<Row> one(Query const& query, Values const& values = {}) {
    std::optional<Row> found;
    each<Row>(query, values, [&](Row&& row) {
      if (found) throw std::logic_error(std::string(query.name) + " gives more than one row");
      found = std::move(row);
    });
    return found;
  }

  /// Row after row, without holding them all.
  template <class Row, class Visit>
  void each(Query const& query, Values const& values, Visit&& visit);

  /// From here on the transaction is this one's: once it is known who asks.
  void enter(Scope const& scope);
  /// A board more that this transaction reaches: that of a network whose code was just shown.
  void reach_also(std::string const& board);

 protected:
  struct Shape {
    std::vector<Kind> kinds;
    std::vector<std::string_view> names;  // empty when a row is one value
  };
  template <class Row>
  static Shape const& shape_of();

  /// Runs the query, gives every row's values in turn, and returns the number of rows that a statement changed.
  long long execute(Query const& query, Values const& values, Shape const& shape,
                    std::function<void(std::span<Value const>)> const& row);

  Connection* connection_;
};

/// What can be read and written in one transaction: all of it is there afterwards, or none.
class Transaction : public Reading {
 public:
  using Reading::Reading;

  /// Runs a statement; gives the number of rows changed. Throws Conflict where a row would stand twice.
  long long run(Query const& query, Values const& values = {});

  /// Called once the transaction is committed; never when it is not.
  void after_commit(std::function<void()> what);
};

struct Place {
  std::string sqlite_file;     // one of these two
  std::string postgresql_url;  // of the role that the program runs as
  std::string owner_url;       // of the role that owns and migrates the tables (PostgreSQL)
  int readers = 6;
  bool overwrites_deleted = false;  // SQLite: what is deleted is not left in free pages
  bool syncs_later =
      false;  // what is written is on disk by the time that a later write elsewhere is: for rows that nobody sees yet

  bool is_postgresql() const { return !postgresql_url.empty(); }
};

/// A pool of connections. Safe to use from many threads.
class Database {
 public:
  /// Throws Unavailable when the place can't be opened.
  explicit Database(Place place);
  ~Database();
  Database(Database const&) = delete;
  Database& operator=(Database const&) = delete;

  /// Runs `what(Reading&)` in one reading transaction within the scope and gives its result.
  template <class What>
  auto read(Scope const& scope, What&& what) {
    using Given = std::invoke_result_t<What, Reading&>;
    return in_transaction<Given, Reading>(scope, false, what);
  }

  /// Runs `what(Transaction&)` in one writing transaction within the scope: committed when it returns, unless it gives
  /// a refused Result; rolled back then and when it throws.
  template <class What>
  auto write(Scope const& scope, What&& what) {
    using Given = std::invoke_result_t<What, Transaction&>;
    return in_transaction<Given, Transaction>(scope, true, what);
  }

  /// SQLite: brings what was committed from the log into the file, while others go on reading and writing. Otherwise
  /// whoever commits next does it.
  void checkpoint();

  Place const& place() const;

 private:
  template <class Given, class Kind, class What>
  Given in_transaction(Scope const& scope, bool writing, What& what);
  void perform(Scope const& scope, bool writing, std::function<bool(Connection&)> const& what);

  struct State;
  std::unique_ptr<State> state_;
};

template <class Row>
Reading::Shape const& Reading::shape_of() {
  static Shape const shape = [] {
    Shape made;
    if constexpr (base::DescribedStruct<Row>) {
      base::each_member<Row>([&](std::string_view name, auto member) {
        made.kinds.push_back(kind_of<std::remove_reference_t<decltype(std::declval<Row&>().*member)>>());
        made.names.push_back(name);
      });
    } else {
      made.kinds.push_back(kind_of<Row>());
    }
    return made;
  }();
  return shape;
}

template <class Row, class Visit>
void Reading::each(Query const& query, Values const& values, Visit&& visit) {
  execute(query, values, shape_of<Row>(), [&](std::span<Value const> columns) {
    Row row{};
    if constexpr (base::DescribedStruct<Row>) {
      std::size_t at = 0;
      base::each_member<Row>([&](std::string_view, auto member) { from_value(columns[at++], row.*member); });
    } else {
      from_value(columns[0], row);
    }
    visit(std::move(row));
  });
}

template <class T>
bool is_refused(T const& given) {
  if constexpr (requires {
                  given.has_value();
                  given.error();
                }) {
    return !given.has_value();
  } else {
    return false;
  }
}

template <class Given, class Kind, class What>
Given Database::in_transaction(Scope const& scope, bool writing, What& what) {
  if constexpr (std::is_void_v<Given>) {
    perform(scope, writing, [&](Connection& connection) {
      Kind transaction(connection);
      what(transaction);
      return true;
    });
  } else {
    std::optional<Given> given;
    perform(scope, writing, [&](Connection& connection) {
      Kind transaction(connection);
      given.emplace(what(transaction));
      return !is_refused(*given);
    });
    return std::move(*given);
  }
}

}  // namespace lenig::db
