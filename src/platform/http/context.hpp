#pragma once

#include <atomic>
#include <optional>
#include <utility>

#include "platform/http/http.hpp"
#include "platform/http/pool.hpp"

namespace lenig::http {

/// What all connections share.
struct Context {
  Context(Limits their_limits, Handler their_handler, bool is_behind_proxy)
      : limits(their_limits), handler(std::move(their_handler)), behind_proxy(is_behind_proxy) {}

  Limits const limits;
  Handler const handler;
  bool const behind_proxy;
  std::optional<Pool> pool;
  std::atomic<bool> is_stopping = false;
  std::atomic<bool> is_abandoned = false;  // the time to finish is over: what waits for a worker is not begun any more
};

}  // namespace lenig::http
