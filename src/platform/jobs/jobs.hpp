#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "platform/base/time.hpp"
#include "platform/db/database.hpp"

namespace lenig::jobs {

/// Does one job. It may run more than once, so it must be idempotent; what it throws makes it run again later. While it
/// runs no other node takes it, for as long as it may last at most.
struct Work {
  template <class Run>
  Work(Run doing, std::chrono::minutes at_most = std::chrono::minutes{5}) : run(std::move(doing)), longest(at_most) {}

  std::function<void(db::Database&, std::string const& payload)> run;
  std::chrono::minutes longest;
};
using Works = std::map<std::string, Work, std::less<>>;

/// Puts a job on the list in the transaction of the act that asks for it. The payload holds ids, never personal text.
void enqueue(db::Transaction& tx, std::string_view kind, std::string_view payload,
             base::Instant not_before = base::Instant::now());

/// Puts a job of this kind on the list, due now, unless one waits already.
void enqueue_once(db::Transaction& tx, std::string_view kind);

/// Runs every job that is due, one after another; gives how many it tried. A job that fails waits 10 s, then twice as
/// long each time, up to an hour. One that is to run later than any job is put off (two days) was put on the list by a
/// clock that was wrong: it is due.
int run_due(db::Database& database, Works const& works, base::Instant now = base::Instant::now());

/// A thread that runs what is due, until it is destroyed: at once what this program puts on the list, and every 2 s
/// what another one did.
class Runner {
 public:
  Runner(db::Database& database, Works works);
  ~Runner();
  Runner(Runner const&) = delete;
  Runner& operator=(Runner const&) = delete;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace lenig::jobs
