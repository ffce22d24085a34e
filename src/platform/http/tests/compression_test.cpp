#include "platform/http/compression.hpp"

#include <gtest/gtest.h>
#include <zlib.h>

#include <algorithm>

namespace lenig::http {
namespace {

std::string const page = "<p>" + std::string(5000, 'a') + "</p>";

Response answered(std::string const& accept_encoding, std::string const& type = "text/html; charset=utf-8") {
  Response response{.body = page};
  response.with("Content-Type", type);
  Request request;
  request.headers = {{"accept-encoding", accept_encoding}};
  compress(response, request);
  return response;
}

bool is_gzipped(Response const& response) {
  return std::ranges::find(response.headers, Headers::value_type{"Content-Encoding", "gzip"}) != response.headers.end();
}

std::string unpacked(std::string const& packed) {
  z_stream stream{};
  EXPECT_EQ(inflateInit2(&stream, 15 + 16), Z_OK);
  std::string text(100'000, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(packed.size());
  stream.next_out = reinterpret_cast<Bytef*>(text.data());
  stream.avail_out = static_cast<uInt>(text.size());
  EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
  text.resize(stream.total_out);
  inflateEnd(&stream);
  return text;
}

TEST(Compression, says_the_same_in_less) {
  auto const response = answered("gzip, deflate, br");
  ASSERT_TRUE(is_gzipped(response));
  EXPECT_LT(response.body.size(), page.size() / 10);
  EXPECT_EQ(unpacked(response.body), page);
}

TEST(Compression, is_for_who_takes_it) {
  for (auto const* accepted : {"", "br", "gzip;q=0", "identity", "*;q=0"}) {
    auto const response = answered(accepted);
    EXPECT_FALSE(is_gzipped(response)) << accepted;
    EXPECT_EQ(response.body, page) << accepted;
  }
  EXPECT_TRUE(is_gzipped(answered("*")));
}

TEST(Compression, is_for_text_only) {
  EXPECT_FALSE(is_gzipped(answered("gzip", "image/png")));
  EXPECT_TRUE(is_gzipped(answered("gzip", "application/json")));
}

TEST(Compression, tells_caches_that_it_depends_on_the_browser) {
  for (auto const* accepted : {"gzip", ""}) {
    auto const response = answered(accepted);
    Headers::value_type const vary{"Vary", "Accept-Encoding"};
    EXPECT_NE(std::ranges::find(response.headers, vary), response.headers.end());
  }
}

}  // namespace
}  // namespace lenig::http
