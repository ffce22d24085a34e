// The server over real sockets, with small limits.

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <latch>
#include <set>
#include <stdexcept>
#include <thread>

#include "platform/http/http.hpp"

namespace lenig::http {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

std::string const get_root = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

std::string get(std::string const& path) { return "GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n"; }

std::string post(std::string const& body) {
  return "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

/// A client that sends what it is told, lawful or not, and reads with its own parser.
class Peer {
 public:
  struct Answer {
    int status = 0;  // 0: none came
    std::string head;
    std::string body;

    std::string header(std::string const& name) const {
      std::size_t const at = head.find("\r\n" + name + ": ");
      if (at == std::string::npos) return "(none)";
      std::size_t const start = at + name.size() + 4;
      return head.substr(start, head.find("\r\n", start) - start);
    }
  };

  explicit Peer(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    is_connected_ = ::connect(socket_, reinterpret_cast<sockaddr const*>(&address), sizeof address) == 0;
  }
  ~Peer() { ::close(socket_); }
  Peer(Peer const&) = delete;
  Peer& operator=(Peer const&) = delete;

  bool is_connected() const { return is_connected_; }

  /// Whether all of it could be sent.
  bool send(std::string_view bytes) const {
    while (!bytes.empty()) {
      ssize_t const count = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (count <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
  }

  /// The next answer on the connection; for HEAD without looking for a body.
  Answer answer(Method asked = Method::get) {
    std::size_t end = received_.find("\r\n\r\n");
    while (end == std::string::npos) {
      if (!receive()) return {};
      end = received_.find("\r\n\r\n");
    }
    Answer answer{std::stoi(received_.substr(9, 3)), received_.substr(0, end + 2), ""};
    received_.erase(0, end + 4);
    std::string const length = answer.header("Content-Length");
    std::size_t const expected = asked == Method::head || length == "(none)" ? 0 : std::stoul(length);
    while (received_.size() < expected && receive()) {}
    answer.body = received_.substr(0, expected);
    received_.erase(0, expected);
    return answer;
  }

  Answer ask(std::string_view request) {
    send(request);
    return answer();
  }

  /// Waits for the end; true when the server closed in order and sent nothing more.
  bool is_closed_by_server() {
    while (receive()) {}
    return received_.empty() && last_count_ == 0;
  }

  /// True when nothing comes, and no end either.
  bool is_silent_for(std::chrono::milliseconds time) const {
    pollfd waiting{socket_, POLLIN, 0};
    return received_.empty() && ::poll(&waiting, 1, static_cast<int>(time.count())) == 0;
  }

  void finish_sending() const { ::shutdown(socket_, SHUT_WR); }

  /// Closes without a word of goodbye.
  void reset() {
    linger const at_once{1, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
    ::close(socket_);
    socket_ = -1;
  }

  void read_little_at_a_time() const {
    int const size = 2048;
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &size, sizeof size);
  }

 private:
  bool receive() {
    pollfd waiting{socket_, POLLIN, 0};
    char bytes[65536];
    last_count_ = ::poll(&waiting, 1, 5000) == 1 ? ::recv(socket_, bytes, sizeof bytes, 0) : -1;
    if (last_count_ > 0) received_.append(bytes, static_cast<std::size_t>(last_count_));
    return last_count_ > 0;
  }

  int socket_;
  bool is_connected_ = false;
  ssize_t last_count_ = 0;
  std::string received_;
};

/// Paths that behave in all the ways a handler can.
Response handle(Request const& request) {
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
Limits small_limits() {
  Limits limits;
  limits.header_bytes = 1024;
  limits.body_bytes = 2048;
  return limits;
}

/// For the tests of time itself; those that do not pass then wait much longer, or for ever.
Limits hasty_limits() {
  Limits limits = small_limits();
  limits.header_time = 60ms;
  limits.body_time = 60ms;
  limits.write_time = 60ms;
  return limits;
}

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

TEST(Server, answers_with_its_own_headers_and_those_of_the_handler) {
  Running const server;
  auto const answer = Peer{server.port()}.ask(get("/caf%C3%A9"));
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.body, "path /caf\xc3\xa9");
  EXPECT_TRUE(answer.head.starts_with("HTTP/1.1 200 OK\r\n"));
  EXPECT_EQ(answer.header("Content-Type"), "text/plain");
  EXPECT_EQ(answer.header("Connection"), "keep-alive");
  EXPECT_EQ(answer.header("X-Request-Id").size(), 16U);
  EXPECT_EQ(answer.header("Date").size(), 29U);
  EXPECT_TRUE(answer.header("Date").ends_with(" GMT"));
}

TEST(Server, gives_every_request_an_id_of_its_own_and_tells_it_to_both_sides) {
  Running const server;
  Peer peer{server.port()};
  std::set<std::string> ids;
  for (int number = 0; number < 20; ++number) {
    auto const answer = peer.ask(get("/id"));
    EXPECT_EQ(answer.body, answer.header("X-Request-Id"));
    ids.insert(answer.body);
  }
  EXPECT_EQ(ids.size(), 20U);
}

TEST(Server, keeps_a_connection_and_closes_it_when_asked) {
  Running const server;
  Peer peer{server.port()};
  EXPECT_EQ(peer.ask(get("/1")).body, "path /1");
  EXPECT_EQ(peer.ask(get("/2")).body, "path /2");
  EXPECT_TRUE(peer.is_silent_for(20ms));
  auto const last = peer.ask("GET /3 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  EXPECT_EQ(last.body, "path /3");
  EXPECT_EQ(last.header("Connection"), "close");
  EXPECT_TRUE(peer.is_closed_by_server());
}

TEST(Server, closes_behind_http_1_0_unless_asked_to_keep) {
  Running const server;
  Peer kept{server.port()};
  EXPECT_EQ(kept.ask("GET / HTTP/1.0\r\nHost: a\r\nConnection: keep-alive\r\n\r\n").header("Connection"), "keep-alive");
  EXPECT_EQ(kept.ask("GET / HTTP/1.0\r\nHost: a\r\n\r\n").header("Connection"), "close");
  EXPECT_TRUE(kept.is_closed_by_server());
}

TEST(Server, answers_pipelined_requests_in_order) {
  Running const server;
  Peer peer{server.port()};
  peer.send(get("/slow") + post("one") + get("/2") + get("/3"));
  EXPECT_EQ(peer.answer().body, "path /slow");
  EXPECT_EQ(peer.answer().body, "one");
  EXPECT_EQ(peer.answer().body, "path /2");
  EXPECT_EQ(peer.answer().body, "path /3");
}

TEST(Server, serves_nothing_that_follows_a_closing_request) {
  Running const server;
  Peer peer{server.port()};
  peer.send("GET /1 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n" + get("/2"));
  EXPECT_EQ(peer.answer().body, "path /1");
  EXPECT_TRUE(peer.is_closed_by_server());
  EXPECT_EQ(server.handled(), 1);
}

TEST(Server, reads_a_request_that_comes_in_pieces) {
  Running const server;
  Peer peer{server.port()};
  std::string const chunked =
      "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n";
  for (std::string const& request : {post("hello"), chunked}) {
    for (std::size_t at = 0; at < request.size(); at += 7) {
      peer.send(std::string_view{request}.substr(at, 7));
      std::this_thread::sleep_for(1ms);
    }
    EXPECT_EQ(peer.answer().body, request == chunked ? "abcde" : "hello");
  }
}

TEST(Server, answers_a_peer_that_has_finished_sending) {
  Running const server;
  Peer peer{server.port()};
  peer.send(post("last"));
  peer.finish_sending();
  EXPECT_EQ(peer.answer().body, "last");
  EXPECT_TRUE(peer.is_closed_by_server());
}

TEST(Server, answers_head_with_the_length_and_without_the_body) {
  Running const server;
  Peer peer{server.port()};
  for (auto const& [path, length] : {std::pair{"/abc", "9"}, std::pair{"/built-in", "8"}}) {
    peer.send("HEAD " + std::string{path} + " HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(peer.answer(Method::head).header("Content-Length"), length);
  }
  EXPECT_EQ(peer.ask(get("/next")).body, "path /next");
}

TEST(Server, sends_no_body_with_204_and_304) {
  Running const server;
  Peer peer{server.port()};
  for (auto const& [path, status] : {std::pair{"/gone", 204}, std::pair{"/same", 304}}) {
    auto const answer = peer.ask(get(path));
    EXPECT_EQ(answer.status, status);
    EXPECT_EQ(answer.header("Content-Length"), "(none)");
  }
  EXPECT_EQ(peer.ask(get("/next")).body, "path /next");
}

TEST(Server, sends_built_in_bytes_and_large_ones) {
  Running const server;
  Peer peer{server.port()};
  EXPECT_EQ(peer.ask(get("/built-in")).body, "built in");
  EXPECT_EQ(peer.ask(get("/large")).body.size(), 8U * 1024 * 1024);
  EXPECT_EQ(peer.ask(get("/next")).body, "path /next");
}

TEST(Server, asks_for_the_body_that_waits_for_100_continue) {
  Running const server;
  Peer peer{server.port()};
  std::string const head = "POST /echo HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\n";
  EXPECT_EQ(peer.ask(head + "Content-Length: 5\r\n\r\n").status, 100);
  EXPECT_EQ(peer.ask("hello").body, "hello");
  EXPECT_EQ(peer.ask(head + "Content-Length: 2049\r\n\r\n").status, 413);
  EXPECT_TRUE(peer.is_closed_by_server());
}

TEST(Server, answers_500_to_a_handler_that_throws_or_breaks_the_head) {
  Running const server;
  Peer peer{server.port()};
  for (auto const* const path : {"/throws", "/splits", "/odd-name", "/own-length", "/status"}) {
    auto const answer = peer.ask(get(path));
    EXPECT_EQ(answer.status, 500) << path;
    EXPECT_FALSE(answer.body.contains("secret"));
    EXPECT_EQ(answer.header("Set-Cookie"), "(none)");
    EXPECT_TRUE(answer.body.contains(answer.header("X-Request-Id")));
  }
}

TEST(Server, refuses_each_malformed_request_once_and_closes) {
  Running const server;
  for (std::string const head : {
           "GET / HTTP/1.1\r\n\r\n",
           "GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n",
           "GET http://a/ HTTP/1.1\r\nHost: a\r\n\r\n",
           "GET /../a HTTP/1.1\r\nHost: a\r\n\r\n",
           "GET / HTTP/3.0\r\nHost: a\r\n\r\n",
           "GET / HTTP/1.1\nHost: a\n\n",
           "GET / HTTP/1.1\r\nHost: a\r\nX: a\r\n b\r\n\r\n",
           "GET / HTTP/1.1\r\nHost : a\r\n\r\n",
           "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3,3\r\n\r\nabc",
           "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
           "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: identity\r\n\r\n",
           "POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
           "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1;a=b\r\nx\r\n0\r\n\r\n",
           "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nX: a\r\n\r\n",
           "\r\n",
       }) {
    Peer peer{server.port()};
    auto const answer = peer.ask(head + get_root);
    EXPECT_EQ(answer.status, 400) << testing::PrintToString(head);
    EXPECT_EQ(answer.header("Connection"), "close");
    EXPECT_TRUE(answer.body.contains("opnieuw") && answer.body.contains("again")) << answer.body;
    EXPECT_TRUE(answer.body.contains(answer.header("X-Request-Id")));
    EXPECT_TRUE(peer.is_closed_by_server()) << testing::PrintToString(head);
  }
  EXPECT_EQ(server.handled(), 0);
}

TEST(Server, refuses_a_bare_line_feed_without_waiting_for_more) {
  Running const server;
  EXPECT_EQ(Peer{server.port()}.ask("GET / HTTP/1.1\n").status, 400);
}

TEST(Server, names_the_methods_it_serves_and_the_expectation_it_fails) {
  Running const server;
  auto const method = Peer{server.port()}.ask("DELETE / HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_EQ(method.status, 405);
  EXPECT_EQ(method.header("Allow"), "GET, HEAD, POST");
  EXPECT_EQ(method.header("Connection"), "close");
  EXPECT_EQ(Peer{server.port()}.ask("GET / HTTP/1.1\r\nHost: a\r\nExpect: a\r\n\r\n").status, 417);
}

TEST(Server, refuses_a_header_that_is_too_large_and_takes_one_that_just_fits) {
  Running const server;
  auto const of_size = [](std::size_t size) {
    std::string const start = "GET / HTTP/1.1\r\nHost: a\r\nX: ";
    return start + std::string(size - start.size() - 4, 'a') + "\r\n\r\n";
  };
  EXPECT_EQ(Peer{server.port()}.ask(of_size(1024)).status, 200);
  EXPECT_EQ(Peer{server.port()}.ask(of_size(1025)).status, 431);
  Peer endless{server.port()};
  EXPECT_EQ(endless.ask("GET / HTTP/1.1\r\nX: " + std::string(5000, 'a')).status, 431);
  EXPECT_TRUE(endless.is_closed_by_server());
}

TEST(Server, refuses_a_body_that_is_too_large_and_takes_one_that_just_fits) {
  Running const server;
  EXPECT_EQ(Peer{server.port()}.ask(post(std::string(2048, 'a'))).body.size(), 2048U);
  std::string const chunked = "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
  for (std::string const& request : {post(std::string(2049, 'a')), chunked + "801\r\n"}) {
    Peer peer{server.port()};
    auto const answer = peer.ask(request);
    EXPECT_EQ(answer.status, 413);
    EXPECT_EQ(answer.header("Connection"), "close");
    EXPECT_TRUE(peer.is_closed_by_server());
  }
  EXPECT_EQ(server.handled(), 1);
}

TEST(Server, does_not_read_all_of_a_body_that_is_too_large) {
  Running const server;
  Peer peer{server.port()};
  peer.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100000000\r\n\r\n");
  EXPECT_EQ(peer.answer().status, 413);
  EXPECT_FALSE(peer.send(std::string(100'000'000, 'a')));
}

TEST(Server, gives_up_on_a_slow_header_be_it_the_first_or_a_later_one) {
  Running const server{hasty_limits()};
  for (auto const* const beginning : {"G", "GET / HTTP/1.1\r\nHost: a\r\n"}) {
    Peer fresh{server.port()};
    auto const start = Clock::now();
    EXPECT_EQ(fresh.ask(beginning).status, 408);
    EXPECT_GE(Clock::now() - start, 60ms);
    EXPECT_TRUE(fresh.is_closed_by_server());
    Peer kept{server.port()};
    EXPECT_EQ(kept.ask(get_root).status, 200);
    EXPECT_EQ(kept.ask(beginning).status, 408);
    EXPECT_TRUE(kept.is_closed_by_server());
  }
  EXPECT_EQ(server.handled(), 2);
}

TEST(Server, gives_up_on_a_slow_body) {
  Limits limits = small_limits();
  limits.body_time = 60ms;
  Running const server{limits};
  for (auto const* const beginning : {"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\na",
                                      "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n"}) {
    Peer peer{server.port()};
    EXPECT_EQ(peer.ask(beginning).status, 408);
    EXPECT_TRUE(peer.is_closed_by_server());
  }
  EXPECT_EQ(server.handled(), 0);
}

TEST(Server, does_not_let_a_dripping_header_renew_its_time) {
  Running const server{hasty_limits()};
  Peer peer{server.port()};
  for (char const letter : get("/" + std::string(80, 'a'))) {
    if (!peer.is_silent_for(10ms)) break;
    peer.send({&letter, 1});
  }
  EXPECT_EQ(peer.answer().status, 408);
}

TEST(Server, closes_a_connection_that_asks_nothing_without_a_word) {
  Limits limits = small_limits();
  limits.idle_time = 40ms;
  Running const quick_to_leave{limits};
  Peer kept{quick_to_leave.port()};
  EXPECT_EQ(kept.ask(get_root).status, 200);
  EXPECT_TRUE(kept.is_closed_by_server());
  Running const quick_to_doubt{hasty_limits()};
  EXPECT_TRUE(Peer{quick_to_doubt.port()}.is_closed_by_server());
}

TEST(Server, keeps_an_idle_connection_longer_than_a_slow_header) {
  Running const server{hasty_limits()};
  Peer peer{server.port()};
  EXPECT_EQ(peer.ask(get_root).status, 200);
  EXPECT_TRUE(peer.is_silent_for(150ms));
  EXPECT_EQ(peer.ask(get_root).status, 200);
}

TEST(Server, lets_a_handler_take_longer_than_any_wait) {
  Running const server{hasty_limits()};
  EXPECT_EQ(Peer{server.port()}.ask(get("/slow")).status, 200);
}

TEST(Server, gives_up_on_a_peer_that_does_not_read) {
  Running server{hasty_limits()};
  Peer peer{server.port()};
  peer.read_little_at_a_time();
  peer.send(get("/large"));
  while (server.handled() == 0) std::this_thread::sleep_for(1ms);
  auto const start = Clock::now();
  server.stop();
  server.wait();
  EXPECT_LT(Clock::now() - start, small_limits().drain_time / 2);
}

TEST(Server, turns_away_a_connection_too_many_and_serves_again_when_there_is_room) {
  Limits limits = small_limits();
  limits.connections = 2;
  Running const server{limits};
  auto first = std::make_unique<Peer>(server.port());
  Peer second{server.port()};
  EXPECT_EQ(first->ask(get_root).status, 200);
  EXPECT_EQ(second.ask(get_root).status, 200);
  Peer third{server.port()};
  auto const answer = third.ask(get_root);
  EXPECT_EQ(answer.status, 503);
  EXPECT_EQ(answer.header("Retry-After"), "1");
  EXPECT_TRUE(third.is_closed_by_server());
  EXPECT_EQ(server.handled(), 2);
  first.reset();
  int status = 503;
  for (int attempt = 0; attempt < 400 && status == 503; ++attempt) {
    std::this_thread::sleep_for(5ms);
    status = Peer{server.port()}.ask(get_root).status;
  }
  EXPECT_EQ(status, 200);
}

TEST(Server, says_it_is_busy_when_too_many_requests_wait) {
  std::latch release{1};
  Limits limits = small_limits();
  limits.waiting_requests = 1;
  Address one_worker;
  one_worker.worker_threads = 1;
  Running const server{limits, one_worker, [&](Request const&) {
                         release.wait();
                         return Response{};
                       }};
  Peer running{server.port()};
  running.send(get_root);
  while (server.handled() == 0) std::this_thread::sleep_for(1ms);
  Peer one{server.port()};
  Peer other{server.port()};
  one.send(get_root);
  other.send(get_root);
  for (int attempt = 0; attempt < 1000 && one.is_silent_for(1ms) && other.is_silent_for(1ms);) ++attempt;
  bool const is_one_refused = !one.is_silent_for(0ms);
  Peer& refused = is_one_refused ? one : other;
  Peer& waiting = is_one_refused ? other : one;
  auto const answer = refused.answer();
  EXPECT_EQ(answer.status, 503);
  EXPECT_EQ(answer.header("Retry-After"), "1");
  EXPECT_EQ(answer.header("Connection"), "keep-alive");
  release.count_down();
  EXPECT_EQ(running.answer().status, 200);
  EXPECT_EQ(waiting.answer().status, 200);
  EXPECT_EQ(refused.ask(get_root).status, 200);
}

TEST(Server, runs_handlers_side_by_side) {
  std::latch both{2};
  Running const server{small_limits(), {}, [&](Request const&) {
                         both.arrive_and_wait();
                         return Response{};
                       }};
  Peer one{server.port()};
  Peer other{server.port()};
  one.send(get_root);
  other.send(get_root);
  EXPECT_EQ(one.answer().status, 200);
  EXPECT_EQ(other.answer().status, 200);
}

TEST(Server, survives_peers_that_vanish) {
  Running const server;
  for (auto const* const beginning :
       {"", "GET / HT", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc",
        "GET /large HTTP/1.1\r\nHost: a\r\n\r\n", "GET /slow HTTP/1.1\r\nHost: a\r\n\r\n"}) {
    Peer reset{server.port()};
    reset.send(beginning);
    reset.reset();
    Peer closed{server.port()};
    closed.send(beginning);
  }
  EXPECT_EQ(Peer{server.port()}.ask(get_root).status, 200);
}

TEST(Server, hands_no_half_body_to_the_handler) {
  Running const server;
  Peer peer{server.port()};
  peer.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc");
  peer.finish_sending();
  EXPECT_TRUE(peer.is_closed_by_server());
  EXPECT_EQ(server.handled(), 0);
}

TEST(Server, believes_the_last_hop_only_behind_a_proxy) {
  std::string const request =
      "GET /remote HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 6.6.6.6\r\nX-Forwarded-For: 7.7.7.7, 2001:DB8::1\r\n\r\n";
  Running const bare;
  EXPECT_EQ(Peer{bare.port()}.ask(request).body, "127.0.0.1");
  Address proxied;
  proxied.behind_proxy = true;
  Running const behind{small_limits(), proxied};
  EXPECT_EQ(Peer{behind.port()}.ask(request).body, "2001:db8::1");
  EXPECT_EQ(Peer{behind.port()}.ask(get("/remote")).body, "127.0.0.1");
  EXPECT_EQ(Peer{behind.port()}.ask("GET /remote HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: a, <b>\r\n\r\n").body,
            "127.0.0.1");
}

TEST(Server, listens_on_both_families_and_knows_an_old_address_by_its_old_form) {
  Address both;
  both.host = "::";
  Running const server{small_limits(), both};
  EXPECT_EQ(Peer{server.port()}.ask(get("/remote")).body, "127.0.0.1");
  for (auto const* const host : {"0.0.0.0", "::1"}) {
    Address address;
    address.host = host;
    EXPECT_GT((Server{address, small_limits(), handle}.listen()), 0) << host;
  }
}

TEST(Server, says_which_address_it_cannot_have) {
  Running const server;
  Address taken;
  taken.port = server.port();
  try {
    Server{taken, small_limits(), handle}.listen();
    FAIL() << "two servers on one port";
  } catch (std::system_error const& error) {
    EXPECT_TRUE(std::string{error.what()}.contains("127.0.0.1 port " + std::to_string(server.port()))) << error.what();
    EXPECT_EQ(error.code(), std::errc::address_in_use);
  }
}

TEST(Stop, finishes_a_slow_request_closes_idle_connections_and_takes_no_new_ones) {
  Running server;
  Peer idle{server.port()};
  EXPECT_EQ(idle.ask(get_root).status, 200);
  Peer slow{server.port()};
  slow.send(get("/slow") + get("/never"));
  while (server.handled() < 2) std::this_thread::sleep_for(1ms);
  server.stop();
  EXPECT_TRUE(idle.is_closed_by_server());
  EXPECT_FALSE(server.has_ended());
  EXPECT_FALSE(Peer{server.port()}.is_connected());
  auto const answer = slow.answer();
  EXPECT_EQ(answer.body, "path /slow");
  EXPECT_TRUE(slow.is_closed_by_server());
  slow.finish_sending();
  server.wait();
  EXPECT_EQ(server.handled(), 2);
}

TEST(Stop, finishes_a_request_that_is_half_received) {
  Running server;
  Peer peer{server.port()};
  peer.send("GET /half HTTP/1.1\r\n");
  std::this_thread::sleep_for(20ms);
  server.stop();
  std::this_thread::sleep_for(20ms);
  auto const answer = peer.ask("Host: a\r\n\r\n");
  EXPECT_EQ(answer.body, "path /half");
  EXPECT_EQ(answer.header("Connection"), "close");
}

TEST(Stop, waits_no_longer_than_the_drain_time) {
  Limits limits = small_limits();
  limits.drain_time = 60ms;
  Running server{limits};
  Peer peer{server.port()};
  peer.send("GET /half HTTP/1.1\r\n");
  std::this_thread::sleep_for(20ms);
  auto const start = Clock::now();
  server.stop();
  server.wait();
  EXPECT_GE(Clock::now() - start, 60ms);
  EXPECT_LT(Clock::now() - start, limits.header_time / 2);
}

TEST(Stop, begins_nothing_that_still_waits_when_the_drain_time_is_over) {
  std::latch release{1};
  Limits limits = small_limits();
  limits.drain_time = 20ms;
  Address one_worker;
  one_worker.worker_threads = 1;
  Running server{limits, one_worker, [&](Request const&) {
                   release.wait();
                   return Response{};
                 }};
  Peer begun{server.port()};
  begun.send(get_root);
  while (server.handled() == 0) std::this_thread::sleep_for(1ms);
  Peer waiting{server.port()};
  waiting.send(get_root);
  EXPECT_TRUE(waiting.is_silent_for(20ms));
  server.stop();
  EXPECT_TRUE(begun.is_closed_by_server());
  release.count_down();
  server.wait();
  EXPECT_EQ(server.handled(), 1);
}

TEST(Stop, answers_who_was_already_at_the_door) {
  Server server{{}, small_limits(), handle};
  Peer peer{server.listen()};
  peer.send(get_root);
  server.stop();
  std::jthread const running{[&] { server.run(false); }};
  EXPECT_EQ(peer.answer().status, 200);
  EXPECT_TRUE(peer.is_closed_by_server());
  peer.finish_sending();
}

TEST(Stop, before_the_start_ends_at_once) {
  Server server{{}, small_limits(), handle};
  server.listen();
  server.stop();
  server.run(false);
}

TEST(Stop, comes_with_a_signal) {
  Server server{{}, small_limits(), handle};
  std::uint16_t const port = server.listen();
  std::jthread const running{[&] { server.run(true); }};
  EXPECT_EQ(Peer{port}.ask(get_root).status, 200);
  std::raise(SIGTERM);
}

}  // namespace
}  // namespace lenig::http
