// Many peers at once, and peers that vanish.

#include <gtest/gtest.h>

#include <chrono>
#include <latch>
#include <memory>
#include <thread>

#include "platform/http/http.hpp"
#include "platform/http/tests/peer.hpp"
#include "platform/http/tests/running.hpp"

namespace lenig::http {
namespace {

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

}  // namespace
}  // namespace lenig::http
