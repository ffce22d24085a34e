// What the server refuses, and that it closes behind it.

#include <gtest/gtest.h>

#include <string>

#include "platform/http/http.hpp"
#include "platform/http/tests/peer.hpp"
#include "platform/http/tests/running.hpp"

namespace lenig::http {
namespace {

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

TEST(Server, hands_no_half_body_to_the_handler) {
  Running const server;
  Peer peer{server.port()};
  peer.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc");
  peer.finish_sending();
  EXPECT_TRUE(peer.is_closed_by_server());
  EXPECT_EQ(server.handled(), 0);
}

}  // namespace
}  // namespace lenig::http
