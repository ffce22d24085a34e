// The corpus against the server itself, over sockets.
#include "platform/http/tests/corpus.hpp"

#include <gtest/gtest.h>

#include "platform/http/tests/peer.hpp"
#include "platform/http/tests/running.hpp"

namespace lenig::http {
namespace {

TEST(Corpus, is_of_three_hundred_at_least) { EXPECT_GE(Corpus::smuggling().size(), 300U); }

TEST(Corpus, is_refused_answered_once_and_closed_behind) {
  Running const server;
  for (auto const& request : Corpus::smuggling()) {
    Peer peer{server.port()};
    peer.send(request + get_root);  // what a proxy would take for the next request
    auto const answer = peer.answer();
    EXPECT_EQ(answer.status, 400) << testing::PrintToString(request);
    EXPECT_EQ(answer.header("Connection"), "close") << testing::PrintToString(request);
    EXPECT_TRUE(peer.is_closed_by_server()) << testing::PrintToString(request);
  }
  EXPECT_EQ(server.handled(), 0) << "nothing of it reached a handler";
}

}  // namespace
}  // namespace lenig::http
