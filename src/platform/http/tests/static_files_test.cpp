#include "platform/http/static_files.hpp"

#include <gtest/gtest.h>

#include <array>
#include <set>

namespace lenig::http {
namespace {

constexpr std::array<Asset, 2> assets{{
    {"/assets/a.css", "text/css", "\"f00d\"", "plain", "gzip", "brotli"},
    {"/assets/b.png", "image/png", "\"beef\"", "pixels", "", ""},
}};

Request asking(std::string path, Headers headers = {}) {
  Request request;
  request.path = std::move(path);
  request.headers = std::move(headers);
  return request;
}

Response served(std::string const& path, Headers headers = {}) {
  auto response = serve_asset(assets, asking(path, std::move(headers)));
  if (!response) ADD_FAILURE() << path << " is not served";
  return response.value_or(Response{});
}

std::string header(Response const& response, std::string_view name) {
  for (auto const& [each, value] : response.headers) {
    if (each == name) return value;
  }
  return "(none)";
}

std::string content_for(std::string const& accept_encoding) {
  return std::string{served("/assets/a.css", {{"accept-encoding", accept_encoding}}).built_in};
}

TEST(Asset, is_served_with_what_a_browser_must_know) {
  auto const response = served("/assets/a.css", {{"accept-encoding", "gzip, deflate, br, zstd"}});
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(response.built_in, "brotli");
  EXPECT_EQ(header(response, "Content-Type"), "text/css");
  EXPECT_EQ(header(response, "Content-Encoding"), "br");
  EXPECT_EQ(header(response, "Vary"), "Accept-Encoding");
  EXPECT_EQ(header(response, "ETag"), "\"f00d-br\"");
  EXPECT_EQ(header(response, "Cache-Control"), "public, max-age=31536000, immutable");
}

TEST(Asset, is_plain_when_nothing_else_is_asked_or_there) {
  auto const response = served("/assets/a.css");
  EXPECT_EQ(response.built_in, "plain");
  EXPECT_EQ(header(response, "Content-Encoding"), "(none)");
  EXPECT_EQ(header(response, "Vary"), "Accept-Encoding");
  EXPECT_EQ(header(response, "ETag"), "\"f00d\"");
  EXPECT_EQ(served("/assets/b.png", {{"accept-encoding", "br, gzip, *"}}).built_in, "pixels");
}

TEST(Asset, comes_in_the_encoding_that_weighs_most) {
  EXPECT_EQ(content_for("gzip"), "gzip");
  EXPECT_EQ(content_for("GZip;Q=1"), "gzip");
  EXPECT_EQ(content_for("br;q=0.5, gzip;q=0.8"), "gzip");
  EXPECT_EQ(content_for("br;q=0.8 , gzip ; q=0.8"), "brotli");
  EXPECT_EQ(content_for("br;q=0, gzip;q=0.001"), "gzip");
  EXPECT_EQ(content_for("br;q=0.000, gzip;q=0"), "plain");
  EXPECT_EQ(content_for("identity, gzip;q=0.5"), "plain");
  EXPECT_EQ(content_for("*"), "brotli");
  EXPECT_EQ(content_for("*;q=0.5, br;q=0"), "gzip");
  EXPECT_EQ(content_for("deflate"), "plain");
  EXPECT_EQ(content_for(""), "plain");
  EXPECT_EQ(content_for("identity;q=0"), "plain");
}

TEST(Asset, gives_a_malformed_weight_no_weight) {
  for (auto const* const weight :
       {"br;q=", "br;q=2", "br;q=1.5", "br;q=0.1234", "br;q=a", "br;q=0,5", "br;x=1", "br;q=-1", "br;q=0x1"}) {
    EXPECT_EQ(content_for(weight), "plain") << weight;
  }
}

TEST(Asset, is_not_sent_again_to_who_has_this_very_form_of_it) {
  Headers const has_brotli{{"accept-encoding", "br"}, {"if-none-match", "W/\"f00d-br\""}};
  auto const response = served("/assets/a.css", has_brotli);
  EXPECT_EQ(response.status, 304);
  EXPECT_EQ(response.built_in, "");
  EXPECT_EQ(header(response, "ETag"), "\"f00d-br\"");
  EXPECT_EQ(header(response, "Vary"), "Accept-Encoding");
  EXPECT_EQ(header(response, "Cache-Control"), "public, max-age=31536000, immutable");
  EXPECT_EQ(served("/assets/a.css", {{"accept-encoding", "gzip"}, {"if-none-match", "\"f00d-br\""}}).status, 200);
}

TEST(Asset, is_only_there_for_reading_and_at_its_own_path) {
  Request post = asking("/assets/a.css");
  post.method = Method::post;
  EXPECT_FALSE(serve_asset(assets, post));
  EXPECT_FALSE(serve_asset(assets, asking("/assets/a.cs")));
  Request head = asking("/assets/a.css");
  head.method = Method::head;
  EXPECT_TRUE(serve_asset(assets, head));
}

TEST(EntityTag, matches_by_weak_comparison) {
  EXPECT_TRUE(matches("\"a\"", "\"a\""));
  EXPECT_TRUE(matches("W/\"a\"", "\"a\""));
  EXPECT_TRUE(matches("\"a\"", "W/\"a\""));
  EXPECT_TRUE(matches("\"b\" ,W/\"a\"", "\"a\""));
  EXPECT_TRUE(matches(" * ", "\"a\""));
  EXPECT_FALSE(matches("\"b\"", "\"a\""));
  EXPECT_FALSE(matches("\"A\"", "\"a\""));
  EXPECT_FALSE(matches("a", "a"));
  EXPECT_FALSE(matches("", "\"a\""));
  EXPECT_FALSE(matches("w/\"a\"", "\"a\""));
}

TEST(EntityTag, differs_where_the_content_differs) {
  std::set<std::string> tags{etag_of("")};
  for (int length = 1; length <= 64; ++length) {
    tags.insert(etag_of(std::string(static_cast<std::size_t>(length), '\0')));
    for (int at = 0; at < length; ++at) {
      std::string text(static_cast<std::size_t>(length), '\0');
      text[static_cast<std::size_t>(at)] = 1;
      tags.insert(etag_of(text));
    }
  }
  EXPECT_EQ(tags.size(), 1U + 64U + 64U * 65U / 2U);
  EXPECT_EQ(etag_of("a"), etag_of("a"));
  EXPECT_EQ(etag_of("a").size(), 18U);
  EXPECT_TRUE(etag_of("a").starts_with('"') && etag_of("a").ends_with('"'));
}

}  // namespace
}  // namespace lenig::http
