// What is answered, over real sockets and with small limits; what is refused, and when waiting ends, stand in files
// of their own.

#include <gtest/gtest.h>

#include <chrono>
#include <set>
#include <string>
#include <string_view>
#include <thread>
#include <utility>

#include "platform/http/http.hpp"
#include "platform/http/tests/peer.hpp"
#include "platform/http/tests/running.hpp"

namespace lenig::http {
namespace {

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

}  // namespace
}  // namespace lenig::http
