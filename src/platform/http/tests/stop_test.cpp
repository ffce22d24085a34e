// How the server ends.

#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <cstdint>
#include <latch>
#include <thread>

#include "platform/http/http.hpp"
#include "platform/http/tests/peer.hpp"
#include "platform/http/tests/running.hpp"

namespace lenig::http {
namespace {

using Clock = std::chrono::steady_clock;

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
