#include "platform/http/chunked.hpp"

#include <gtest/gtest.h>

namespace lenig::http {
namespace {

using enum ChunkedDecoder::State;

ChunkedDecoder::State state_after(std::string_view input, std::size_t limit = 100) {
  return ChunkedDecoder{limit}.feed(input).state;
}

TEST(Chunked, puts_the_chunks_together_and_leaves_what_follows) {
  std::string_view const input = "4\r\nWiki\r\nA\r\n\r\n45678901\r\n0\r\n\r\nGET";
  ChunkedDecoder decoder{100};
  auto const step = decoder.feed(input);
  EXPECT_EQ(step.state, done);
  EXPECT_EQ(input.substr(step.used), "GET");
  EXPECT_EQ(decoder.take_body(), "Wiki\r\n45678901");
}

TEST(Chunked, gives_the_same_byte_by_byte) {
  std::string_view const input = "0a\r\n0123456789\r\n3\r\nabc\r\n0\r\n\r\n";
  ChunkedDecoder decoder{100};
  for (std::size_t at = 0; at < input.size(); ++at) {
    auto const step = decoder.feed(input.substr(at, 1));
    EXPECT_EQ(step.used, 1U);
    EXPECT_EQ(step.state, at + 1 == input.size() ? done : more);
  }
  EXPECT_EQ(decoder.take_body(), "0123456789abc");
}

TEST(Chunked, takes_an_empty_body) { EXPECT_EQ(state_after("0\r\n\r\n"), done); }

TEST(Chunked, refuses_what_is_not_plainly_a_chunk) {
  for (std::string_view const input : {"\r\n",
                                       " 4\r\n",
                                       "4 \r\n",
                                       "4;name=value\r\n",
                                       "4;\r\n",
                                       "g\r\n",
                                       "-1\r\n",
                                       "+1\r\n",
                                       "0x4\r\n",
                                       "4\n",
                                       "4\r4",
                                       "\n",
                                       "000000004\r\n",
                                       "4\r\nWiki!",
                                       "4\r\nWiki\n",
                                       "4\r\nWiki\r\r",
                                       "0\r\nTrailer: a\r\n\r\n",
                                       "0\r\n\n",
                                       "0\r\n\r\r",
                                       "0\n",
                                       "0;\r\n"}) {
    EXPECT_EQ(state_after(input), malformed) << testing::PrintToString(input);
  }
}

TEST(Chunked, refuses_a_body_over_the_limit_at_the_size_of_the_chunk_that_goes_over_it) {
  EXPECT_EQ(state_after("4\r\nWiki\r\n0\r\n\r\n", 4), done);
  EXPECT_EQ(state_after("5\r\n", 4), too_large);
  EXPECT_EQ(state_after("2\r\nab\r\n3\r\n", 4), too_large);
  EXPECT_EQ(state_after("ffffffff\r\n", 4), too_large);
}

}  // namespace
}  // namespace lenig::http
