#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace lenig::http {

/// Threads that run jobs in the order in which these came; only so many may wait. One thread submits.
class Pool {
 public:
  using Job = std::move_only_function<void()>;

  Pool(int threads, std::size_t most_waiting);
  /// Runs what still waits, and ends the threads.
  ~Pool();
  Pool(Pool const&) = delete;
  Pool& operator=(Pool const&) = delete;

  /// Whether one more may wait.
  bool has_room();
  void submit(Job job);

 private:
  void work();
  Job next_job();
  void wake_one_more(std::unique_lock<std::mutex>& lock);

  std::size_t const most_waiting_;
  std::mutex mutex_;
  std::condition_variable work_or_end_;
  std::deque<Job> waiting_;
  int idle_ = 0;
  bool waking_ = false;  // a thread has been woken and has not looked yet: one at a time, or they crowd the lock
  bool ending_ = false;
  std::vector<std::jthread> threads_;
};

}  // namespace lenig::http
