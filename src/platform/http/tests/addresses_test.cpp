// Where the server listens, and whom it takes a peer for.

#include <gtest/gtest.h>

#include <string>
#include <system_error>

#include "platform/http/http.hpp"
#include "platform/http/tests/peer.hpp"
#include "platform/http/tests/running.hpp"

namespace lenig::http {
namespace {

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

}  // namespace
}  // namespace lenig::http
