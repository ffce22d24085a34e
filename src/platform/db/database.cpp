#include "platform/db/database.hpp"

#include <chrono>
#include <condition_variable>
#include <mutex>

#include "platform/db/connection.hpp"

namespace lenig::db {

namespace {

constexpr std::chrono::seconds wait_for_connection{10};

/// Connections of one kind, made when first needed and replaced when broken.
class Pool {
 public:
  Pool(std::function<std::unique_ptr<Connection>()> open, int most) : open_(std::move(open)), most_(most) {}

  struct Taken {
    std::unique_ptr<Connection> connection;
    bool is_fresh = false;
  };

  Taken take() {
    std::unique_lock lock(mutex_);
    bool const there = returned_.wait_for(lock, wait_for_connection, [&] { return !free_.empty() || taken_ < most_; });
    if (!there) throw Unavailable("every connection to the database is in use");
    ++taken_;
    if (!free_.empty()) {
      auto connection = std::move(free_.back());
      free_.pop_back();
      return {std::move(connection), false};
    }
    lock.unlock();
    try {
      return {open_(), true};
    } catch (...) {
      give_back(nullptr);
      throw;
    }
  }

  void give_back(std::unique_ptr<Connection> connection) {
    {
      std::lock_guard const lock(mutex_);
      --taken_;
      if (connection && !connection->is_broken()) free_.push_back(std::move(connection));
    }
    returned_.notify_one();
  }

 private:
  std::function<std::unique_ptr<Connection>()> open_;
  int most_;
  int taken_ = 0;
  std::vector<std::unique_ptr<Connection>> free_;
  std::mutex mutex_;
  std::condition_variable returned_;
};

/// A connection that goes back to its pool.
class Lent {
 public:
  explicit Lent(Pool& pool) : pool_(pool), taken_(pool.take()) {}
  ~Lent() { pool_.give_back(std::move(taken_.connection)); }
  Lent(Lent const&) = delete;
  Lent& operator=(Lent const&) = delete;

  Connection& operator*() { return *taken_.connection; }

  /// Begins a transaction; false when this connection broke since it was last used, and another one may not have.
  bool begin(bool writing) {
    try {
      taken_.connection->begin(writing);
      return true;
    } catch (Unavailable const&) {
      if (taken_.is_fresh || !taken_.connection->is_broken()) throw;
      return false;
    }
  }

 private:
  Pool& pool_;
  Pool::Taken taken_;
};

/// SQLite then syncs its log before it moves to the file alone; whoever syncs a commit syncs all before it, on both.
void sync_later(Connection& connection) {
  if (connection.is_postgresql()) {
    connection.command("set synchronous_commit = off");
  } else {
    connection.command("pragma synchronous = normal");
    connection.command("pragma wal_autocheckpoint = 0");
  }
}

std::function<std::unique_ptr<Connection>()> opener(Place const& place) {
  return [place] {
    auto opened = place.is_postgresql() ? Connection::postgresql(place.postgresql_url)
                                        : Connection::sqlite(place.sqlite_file, place.overwrites_deleted);
    if (place.syncs_later) sync_later(*opened);
    return opened;
  };
}

}  // namespace

struct Database::State {
  explicit State(Place where)
      : place(std::move(where)),
        readers(opener(place), place.readers),
        writers(opener(place), place.is_postgresql() ? place.readers : 1) {}

  Place place;
  Pool readers;
  Pool writers;  // SQLite has one, which also checkpoints
};

Database::Database(Place place) : state_(std::make_unique<State>(std::move(place))) {
  read(no_board, [](Reading&) {});
}

Database::~Database() = default;

Place const& Database::place() const { return state_->place; }

void Database::checkpoint() {
  if (place().is_postgresql()) return;
  Lent lent(state_->writers);
  (*lent).command("pragma wal_checkpoint(passive)");
}

void Database::perform(Scope const& scope, bool writing, std::function<bool(Connection&)> const& what) {
  auto& pool = writing ? state_->writers : state_->readers;
  std::optional<Lent> lent(pool);
  while (!lent->begin(writing)) lent.emplace(pool);
  auto& connection = **lent;
  try {
    connection.enter(scope);
    if (what(connection)) {
      connection.commit();
    } else {
      connection.roll_back();
    }
  } catch (...) {
    connection.roll_back();
    throw;
  }
}

void Reading::enter(Scope const& scope) { connection_->enter(scope); }

void Reading::reach_also(std::string const& board) {
  auto wider = connection_->scope();
  wider.reach.push_back(board);
  connection_->enter(wider);
}

long long Reading::execute(Query const& query, Values const& values, Shape const& shape,
                           std::function<void(std::span<Value const>)> const& row) {
  return connection_->execute(query, values, shape.kinds, shape.names, row);
}

long long Transaction::run(Query const& query, Values const& values) {
  static Shape const nothing;
  return execute(query, values, nothing, [](std::span<Value const>) {});
}

void Transaction::after_commit(std::function<void()> what) { connection_->after_commit(std::move(what)); }

}  // namespace lenig::db
