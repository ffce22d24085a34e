#include "platform/http/pool.hpp"

#include <algorithm>
#include <utility>

namespace lenig::http {

Pool::Pool(int threads, std::size_t most_waiting) : most_waiting_(most_waiting) {
  for (int started = 0; started < std::max(threads, 1); ++started) threads_.emplace_back([this] { work(); });
}

Pool::~Pool() {
  {
    std::scoped_lock const lock{mutex_};
    ending_ = true;
  }
  work_or_end_.notify_all();
  threads_.clear();
}

bool Pool::has_room() {
  std::scoped_lock const lock{mutex_};
  return waiting_.size() < most_waiting_;
}

void Pool::submit(Job job) {
  std::unique_lock lock{mutex_};
  waiting_.push_back(std::move(job));
  wake_one_more(lock);
}

void Pool::work() {
  while (Job job = next_job()) job();
}

/// An empty one at the end.
Pool::Job Pool::next_job() {
  std::unique_lock lock{mutex_};
  while (waiting_.empty() && !ending_) {
    ++idle_;
    work_or_end_.wait(lock);
    --idle_;
    waking_ = false;
  }
  if (waiting_.empty()) return nullptr;
  Job job = std::move(waiting_.front());
  waiting_.pop_front();
  if (!waiting_.empty()) wake_one_more(lock);
  return job;
}

void Pool::wake_one_more(std::unique_lock<std::mutex>& lock) {
  if (idle_ == 0 || waking_) return;
  waking_ = true;
  lock.unlock();
  work_or_end_.notify_one();
}

}  // namespace lenig::http
