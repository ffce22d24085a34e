#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lenig::http {

enum class Method { get, head, post };

using Headers = std::vector<std::pair<std::string, std::string>>;

/// What a browser asked, after the gate let it through. Header names are lower case, the path is decoded once.
struct Request {
  Method method = Method::get;
  std::string target;  // as it came: path and query
  std::string path;    // percent-decoded; never holds NUL, "//" or dot segments
  std::string query;   // raw, without "?"
  Headers headers;
  std::string body;
  std::string remote;  // address of the peer, or what a trusted proxy says of it
  std::string id;      // one id through log, audit and error page

  /// The first header of this name (lower case), or nothing.
  std::optional<std::string_view> header(std::string_view name) const;
  /// The value of a cookie, or nothing.
  std::optional<std::string_view> cookie(std::string_view name) const;
};

/// What goes back. A body is owned text, or a view on bytes that live as long as the program (built-in assets).
struct Response {
  int status = 200;
  Headers headers;
  std::string body;
  std::string_view built_in;  // used instead of `body` when not empty

  Response& with(std::string name, std::string value);
};

/// Answers any request; called on the bounded pool, may block, may be called from several threads at once.
/// An exception that escapes is answered with a bare 500.
using Handler = std::function<Response(Request const&)>;

struct Limits {
  std::size_t header_bytes = 16 * 1024;
  std::size_t body_bytes = 2 * 1024 * 1024;
  std::size_t connections = 2048;
  std::size_t waiting_requests = 512;             // more than this and 503 with Retry-After
  std::chrono::milliseconds header_time{10'000};  // from the first byte of a request to the end of its header
  std::chrono::milliseconds body_time{30'000};
  std::chrono::milliseconds idle_time{60'000};  // between requests on a kept connection
  std::chrono::milliseconds write_time{30'000};
  std::chrono::milliseconds drain_time{10'000};  // for requests under way at a graceful stop
};

struct Address {
  std::string host = "127.0.0.1";
  std::uint16_t port = 0;  // 0: any free one
  int worker_threads = 4;
  bool behind_proxy = false;  // believe X-Forwarded-For's last hop
};

/// The server. Sockets are coroutines on one thread; handlers run on a bounded pool of `worker_threads`.
class Server {
 public:
  Server(Address address, Limits limits, Handler handler);
  ~Server();
  Server(Server const&) = delete;
  Server& operator=(Server const&) = delete;

  /// Binds and listens; gives the port. Throws std::system_error, with the address in its text, when it is taken.
  std::uint16_t listen();
  /// Serves until `stop` (or SIGTERM/SIGINT when `stop_on_signals`); returns when requests under way have been
  /// answered.
  void run(bool stop_on_signals);
  /// From any thread: no new connections, what is under way is finished within `drain_time`.
  void stop();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace lenig::http
