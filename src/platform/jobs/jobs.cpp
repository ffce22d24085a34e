#include "platform/jobs/jobs.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "jobs/queries.hpp"

namespace lenig::jobs {

namespace {

constexpr std::chrono::seconds between_looks{2};
constexpr std::chrono::minutes longest_of_unknown{5};
constexpr std::chrono::hours furthest_ahead{48};

struct Due {
  std::string id;
  std::string kind;
  std::string payload;
  int attempts = 0;
};
BOOST_DESCRIBE_STRUCT(Due, (), (id, kind, payload, attempts))

/// Rung when a job was put on the list, so that nobody waits for the next look. Another node looks by itself.
struct Bell {
  std::mutex mutex;
  std::condition_variable_any rung;
  long long rings = 0;
};

Bell& bell() {
  static Bell one;
  return one;
}

void ring() {
  std::lock_guard const lock(bell().mutex);
  ++bell().rings;
  bell().rung.notify_all();
}

std::chrono::seconds wait_after(int attempts) {
  return std::min(std::chrono::seconds{10} * (1 << std::min(attempts, 9)), std::chrono::seconds{3600});
}

std::chrono::minutes longest_run(Works const& works, std::string const& kind) {
  auto const work = works.find(kind);
  return work == works.end() ? longest_of_unknown : work->second.longest;
}

/// Takes the next job for the longest that a run may last, so that another node does not take it too.
std::optional<Due> claim(db::Database& database, Works const& works, base::Instant now) {
  return database.write(db::no_board, [&](db::Transaction& tx) -> std::optional<Due> {
    auto const stray = tx.run(sql::bring_forward, {{"now", now}, {"furthest", now.plus(furthest_ahead)}});
    if (stray > 0) spdlog::warn("{} jobs were to run far ahead: the clock was wrong, or is; they run now", stray);
    auto const due = tx.one<Due>(sql::next_due, {{"now", now}});
    if (due) tx.run(sql::claim, {{"id", due->id}, {"until", now.plus(longest_run(works, due->kind))}});
    return due;
  });
}

void finish(db::Database& database, Due const& due) {
  database.write(db::no_board, [&](db::Transaction& tx) { tx.run(sql::remove, {{"id", due.id}}); });
}

void postpone(db::Database& database, Due const& due, base::Instant now, std::string_view why) {
  spdlog::warn("job {} {} failed, tried {} times: {}", due.kind, due.id, due.attempts + 1, why);
  database.write(db::no_board, [&](db::Transaction& tx) {
    tx.run(sql::postpone, {{"id", due.id}, {"at", now.plus(wait_after(due.attempts))}, {"failure", why}});
  });
}

void run(db::Database& database, Works const& works, Due const& due, base::Instant now) {
  try {
    works.at(due.kind).run(database, due.payload);
    finish(database, due);
  } catch (std::exception const& error) {
    postpone(database, due, now, error.what());
  }
}

}  // namespace

void enqueue(db::Transaction& tx, std::string_view kind, std::string_view payload, base::Instant not_before) {
  tx.run(sql::insert, {{"id", base::new_uuid()}, {"kind", kind}, {"payload", payload}, {"run_at", not_before}});
  if (not_before <= base::Instant::now()) tx.after_commit(ring);
}

void enqueue_once(db::Transaction& tx, std::string_view kind) {
  if (tx.all<std::string>(sql::waiting_of_kind, {{"kind", kind}}).empty()) enqueue(tx, kind, "");
}

int run_due(db::Database& database, Works const& works, base::Instant now) {
  int tried = 0;
  while (auto const due = claim(database, works, now)) {
    run(database, works, *due, now);
    ++tried;
  }
  return tried;
}

struct Runner::State {
  std::jthread thread;
};

Runner::Runner(db::Database& database, Works works) : state_(std::make_unique<State>()) {
  state_->thread = std::jthread([&database, works = std::move(works)](std::stop_token const& stop) {
    long long heard = 0;
    while (!stop.stop_requested()) {
      try {
        run_due(database, works);
      } catch (std::exception const& error) {
        spdlog::warn("jobs wait: {}", error.what());  // the database is away; the next look tries again
      }
      std::unique_lock lock(bell().mutex);
      bell().rung.wait_for(lock, stop, between_looks, [&] { return bell().rings != heard; });
      heard = bell().rings;
    }
  });
}

Runner::~Runner() = default;

}  // namespace lenig::jobs
