// Every wait has an end, and none is cut short.

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <thread>

#include "platform/http/http.hpp"
#include "platform/http/tests/peer.hpp"
#include "platform/http/tests/running.hpp"

namespace lenig::http {
namespace {

using Clock = std::chrono::steady_clock;

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

/// What a header that comes in letter by letter is answered; 0 when a letter crossed the end of the connection, for
/// then the kernel throws away what the server said.
int answer_to_a_dripping_header(Running const& server) {
  Peer peer{server.port()};
  for (char const letter : get("/" + std::string(80, 'a'))) {
    if (!peer.is_silent_for(10ms)) break;
    peer.send({&letter, 1});
  }
  return peer.answer().status;
}

TEST(Server, does_not_let_a_dripping_header_renew_its_time) {
  Running const server{hasty_limits()};
  int status = 0;
  for (int i = 0; i < 5 && status == 0; ++i) status = answer_to_a_dripping_header(server);
  EXPECT_EQ(status, 408);
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

}  // namespace
}  // namespace lenig::http
