#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>

#include "platform/http/http.hpp"

namespace lenig::http {

using namespace std::chrono_literals;

/// Paths that behave in all the ways a handler can.
inline Response handle(Request const& request) {
  static std::string const large(8 * 1024 * 1024, 'x');
  Response response;
  response.with("Content-Type", "text/plain");
  response.body = request.method == Method::post ? request.body : "path " + request.path;
  if (request.path == "/remote") response.body = request.remote;
  if (request.path == "/id") response.body = request.id;
  if (request.path == "/slow") std::this_thread::sleep_for(150ms);
  if (request.path == "/built-in") response.built_in = "built in";
  if (request.path == "/large") response.built_in = large;
  if (request.path == "/gone") response.status = 204;
  if (request.path == "/same") response.status = 304;
  if (request.path == "/throws") throw std::runtime_error("secret");
  if (request.path == "/splits") response.with("Location", "/\r\nSet-Cookie: a=b");
  if (request.path == "/odd-name") response.with("X Y", "a");
  if (request.path == "/own-length") response.with("content-length", "3");
  if (request.path == "/status") response.status = 100;
  return response;
}

/// Small in bytes and long in time: a test must not fail because the machine is busy.
inline Limits small_limits() {
  Limits limits;
  limits.header_bytes = 1024;
  limits.body_bytes = 2048;
  return limits;
}

/// For the tests of time itself; those that do not pass then wait much longer, or for ever.
inline Limits hasty_limits() {
  Limits limits = small_limits();
  limits.header_time = 60ms;
  limits.body_time = 60ms;
  limits.write_time = 60ms;
  return limits;
}

/// A server on a thread of its own, which counts what it handles and stops at the end of the test.
class Running {
 public:
  explicit Running(Limits const& limits = small_limits(), Address const& address = {}, Handler handler = handle)
      : server_(address, limits, counted(std::move(handler))), port_(server_.listen()) {
    thread_ = std::jthread{[this] {
      server_.run(false);
      has_ended_ = true;
    }};
  }
  ~Running() { server_.stop(); }

  std::uint16_t port() const { return port_; }
  int handled() const { return handled_; }
  bool has_ended() const { return has_ended_; }
  void stop() { server_.stop(); }
  void wait() { thread_.join(); }

 private:
  Handler counted(Handler handler) {
    return [this, handler = std::move(handler)](Request const& request) {
      ++handled_;
      return handler(request);
    };
  }

  std::atomic<int> handled_ = 0;
  std::atomic<bool> has_ended_ = false;
  Server server_;
  std::uint16_t port_;
  std::jthread thread_;
};

}  // namespace lenig::http
