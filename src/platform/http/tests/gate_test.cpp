#include "platform/http/gate.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace lenig::http {
namespace {

using enum GateRefusal;
using std::literals::operator""s;

struct RefusedBlock {
  std::string block;
  GateRefusal refusal;
};

std::string get(std::string const& target) { return "GET " + target + " HTTP/1.1\r\nHost: a\r\n\r\n"; }
std::string with(std::string const& header) { return "POST / HTTP/1.1\r\nHost: a\r\n" + header + "\r\n\r\n"; }
std::string host(std::string const& value) { return "GET / HTTP/1.1\r\nHost: " + value + "\r\n\r\n"; }
std::string starting(std::string const& line) { return line + "\r\nHost: a\r\n\r\n"; }

std::string many_headers(int count) {
  std::string headers = "X-0: a";
  for (int number = 1; number < count; ++number) headers += "\r\nX-" + std::to_string(number) + ": a";
  return headers;
}

std::vector<RefusedBlock> refused_blocks() {
  return {
      // request line
      {"\r\n", request_line_malformed},
      {"\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", request_line_malformed},
      {"GET / HTTP/1.1\r\nHost: a\r\n", request_line_malformed},
      {starting("GET"), request_line_malformed},
      {starting("GET /"), request_line_malformed},
      {starting("GET  / HTTP/1.1"), request_line_malformed},
      {starting("GET /  HTTP/1.1"), request_line_malformed},
      {starting("GET /a b HTTP/1.1"), request_line_malformed},
      {starting(" GET / HTTP/1.1"), request_line_malformed},
      {starting("G(T / HTTP/1.1"), request_line_malformed},
      {starting("GET\t/ HTTP/1.1"), request_line_malformed},
      {starting("G\0T / HTTP/1.1"s), request_line_malformed},
      {starting("GET / HTTP/1.1 "), request_line_malformed},
      {starting("GET / HTTP/1.2"), version_not_served},
      {starting("GET / HTTP/2.0"), version_not_served},
      {starting("GET / HTTP/0.9"), version_not_served},
      {starting("GET / HTTP/1.10"), version_not_served},
      {starting("GET / http/1.1"), version_not_served},
      {starting("GET / HTTP/1,1"), version_not_served},
      {starting("GET / HTTP/1.1\t"), version_not_served},
      {starting("PUT / HTTP/1.1"), method_not_served},
      {starting("OPTIONS / HTTP/1.1"), method_not_served},
      {starting("TRACE / HTTP/1.1"), method_not_served},
      {starting("get / HTTP/1.1"), method_not_served},
      {starting("PRI / HTTP/1.1"), method_not_served},
      // target
      {get("*"), target_not_origin_form},
      {get("a"), target_not_origin_form},
      {get("http://a/"), target_not_origin_form},
      {get("a:80"), target_not_origin_form},
      {get("?a=b"), target_not_origin_form},
      {get("/a#b"), target_character},
      {get("/a<b"), target_character},
      {get("/a|b"), target_character},
      {get("/a\"b"), target_character},
      {get("/caf\xc3\xa9"), target_character},
      {get("/a\x7f"), target_character},
      {get("/a\tb"), target_character},
      {get("/a\0b"s), target_character},
      {get("/?a={b}"), target_character},
      {get("/?a=\xc3\xa9"), target_character},
      {get("/?a#b"), target_character},
      {get("/%"), target_percent_encoding},
      {get("/%4"), target_percent_encoding},
      {get("/%zz"), target_percent_encoding},
      {get("/%4g"), target_percent_encoding},
      {get("/?a=%"), target_percent_encoding},
      {get("/?a=%u0041"), target_percent_encoding},
      {get("/%00"), target_nul},
      {get("/?a=%00"), target_nul},
      {get("/%ff"), target_not_utf8},
      {get("/%c3"), target_not_utf8},
      {get("/%c0%af"), target_not_utf8},
      {get("/%ed%a0%80"), target_not_utf8},
      {get("/%f4%90%80%80"), target_not_utf8},
      {get("/?a=%ff"), target_not_utf8},
      {get("/a%0d%0ab"), path_control_character},
      {get("/a%09"), path_control_character},
      {get("/a%7f"), path_control_character},
      {get("/a%c2%85"), path_control_character},
      {get("/.."), path_dot_segment},
      {get("/."), path_dot_segment},
      {get("/a/../b"), path_dot_segment},
      {get("/a/./b"), path_dot_segment},
      {get("/a/%2e%2e/b"), path_dot_segment},
      {get("/a/.%2E"), path_dot_segment},
      {get("/a\\b"), path_backslash},
      {get("/a%5cb"), path_backslash},
      {get("//a"), path_double_slash},
      {get("/a//b"), path_double_slash},
      {get("/a%2fb"), path_encoded_slash},
      {get("/a/%2F"), path_encoded_slash},
      // line breaks and headers
      {"GET / HTTP/1.1\nHost: a\r\n\r\n", line_break_bare},
      {"GET / HTTP/1.1\r\nHost: a\n\n", line_break_bare},
      {with("X: a\nY: b"), line_break_bare},
      {with("X: a\rY: b"), line_break_bare},
      {with("X: a\r"), line_break_bare},
      {"GET / HTTP/1.1\r\r\nHost: a\r\n\r\n", line_break_bare},
      {with(": a"), header_name_malformed},
      {with("X"), header_name_malformed},
      {with("X : a"), header_name_malformed},
      {with("X\t: a"), header_name_malformed},
      {with("Content-Length : 0"), header_name_malformed},
      {with("X(Y): a"), header_name_malformed},
      {with("X\xc3\xa9: a"), header_name_malformed},
      {with("X: a\r\n b"), header_folded},
      {with("X: a\r\n\tb"), header_folded},
      {"GET / HTTP/1.1\r\n Host: a\r\n\r\n", header_folded},
      {with("X: a\0b"s), header_value_character},
      {with("X: a\x01"), header_value_character},
      {with("X: \x1b[31m"), header_value_character},
      {with("X: a\x7f"), header_value_character},
      {with(many_headers(100)), headers_too_many},
      {with("Content-Type: a/b\r\nContent-Type: a/b"), header_twice},
      {with("Authorization: a\r\nauthorization: b"), header_twice},
      {with("Cookie: a=b\r\nCookie: c=d"), header_twice},
      {with("Origin: https://a\r\nOrigin: https://b"), header_twice},
      // host
      {"GET / HTTP/1.1\r\n\r\n", host_missing},
      {"GET / HTTP/1.0\r\n\r\n", host_missing},
      {"GET / HTTP/1.1\r\nX-Host: a\r\n\r\n", host_missing},
      {with("Host: a"), header_twice},
      {with("HOST: b"), header_twice},
      {host(""), host_malformed},
      {host("a@b"), host_malformed},
      {host("a/b"), host_malformed},
      {host("a b"), host_malformed},
      {host("a, b"), host_malformed},
      {host("http://a"), host_malformed},
      {host("a:"), host_malformed},
      {host("a:b"), host_malformed},
      {host("a:80:80"), host_malformed},
      {host("a:65536"), host_malformed},
      {host(":80"), host_malformed},
      {host("a%41"), host_malformed},
      {host("[::1"), host_malformed},
      {host("[]"), host_malformed},
      {host("[::1]a"), host_malformed},
      {host("[g::1]"), host_malformed},
      {host("caf\xc3\xa9.nl"), host_malformed},
      // length and coding of the body
      {with("Content-Length: 3,3"), content_length_malformed},
      {with("Content-Length: +3"), content_length_malformed},
      {with("Content-Length: -1"), content_length_malformed},
      {with("Content-Length:  3 4"), content_length_malformed},
      {with("Content-Length: 0x3"), content_length_malformed},
      {with("Content-Length: 3.0"), content_length_malformed},
      {with("Content-Length:"), content_length_malformed},
      {with("Content-Length: 18446744073709551616"), content_length_malformed},
      {with("Content-Length: 3\r\nContent-Length: 3"), header_twice},
      {with("Content-Length: 3\r\nContent-Length: 4"), header_twice},
      {with("Transfer-Encoding: identity"), transfer_encoding_not_served},
      {with("Transfer-Encoding: gzip"), transfer_encoding_not_served},
      {with("Transfer-Encoding: gzip, chunked"), transfer_encoding_not_served},
      {with("Transfer-Encoding: chunked, chunked"), transfer_encoding_not_served},
      {with("Transfer-Encoding: chunked,"), transfer_encoding_not_served},
      {with("Transfer-Encoding: \"chunked\""), transfer_encoding_not_served},
      {with("Transfer-Encoding: xchunked"), transfer_encoding_not_served},
      {with("Transfer-Encoding:"), transfer_encoding_not_served},
      {with("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked"), header_twice},
      {with("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity"), header_twice},
      {"POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n", transfer_encoding_not_served},
      {with("Content-Length: 3\r\nTransfer-Encoding: chunked"), transfer_encoding_with_length},
      {with("Transfer-Encoding: chunked\r\nContent-Length: 0"), transfer_encoding_with_length},
      {with("Expect: 200-ok"), expectation_not_served},
      {with("Expect: 100-continue, a"), expectation_not_served},
      {with("Expect: 100-continue\r\nExpect: 100-continue"), header_twice},
  };
}

GateHeader passed(std::string const& block) {
  auto header = pass_gate(block);
  if (!header) {
    ADD_FAILURE() << "refused for reason " << static_cast<int>(header.error()) << ": " << testing::PrintToString(block);
    return {};
  }
  return *std::move(header);
}

TEST(Gate, refuses_what_two_readers_could_read_differently) {
  for (auto const& [block, refusal] : refused_blocks()) {
    auto const header = pass_gate(block);
    ASSERT_FALSE(header) << testing::PrintToString(block);
    EXPECT_EQ(header.error(), refusal) << testing::PrintToString(block);
  }
}

TEST(Gate, answers_a_method_with_405_an_expectation_with_417_and_the_rest_with_400) {
  for (auto const& [block, refusal] : refused_blocks()) {
    int const expected = refusal == method_not_served ? 405 : refusal == expectation_not_served ? 417 : 400;
    EXPECT_EQ(status_of(refusal), expected);
  }
}

TEST(Gate, takes_target_path_and_query_apart_and_decodes_the_path_once) {
  auto const request = passed(get("/caf%C3%A9/a%20b%252e?q=%26x&y=?/")).request;
  EXPECT_EQ(request.target, "/caf%C3%A9/a%20b%252e?q=%26x&y=?/");
  EXPECT_EQ(request.path, "/caf\xc3\xa9/a b%2e");
  EXPECT_EQ(request.query, "q=%26x&y=?/");
}

TEST(Gate, lets_through_every_unencoded_character_of_a_path) {
  std::string const path = "/-._~!$&'()*+,;=:@/...a/.b/c..";
  EXPECT_EQ(passed(get(path)).request.path, path);
}

TEST(Gate, knows_the_three_methods) {
  EXPECT_EQ(passed(starting("GET / HTTP/1.1")).request.method, Method::get);
  EXPECT_EQ(passed(starting("HEAD / HTTP/1.1")).request.method, Method::head);
  EXPECT_EQ(passed(starting("POST / HTTP/1.1")).request.method, Method::post);
}

TEST(Gate, gives_header_names_in_lower_case_and_values_trimmed) {
  auto const request = passed(with("X-Odd:\t a \tb \t\r\nX-Empty:\r\nX-Name: J\xc3\xb8rgen")).request;
  EXPECT_EQ(request.header("x-odd"), "a \tb");
  EXPECT_EQ(request.header("x-empty"), "");
  EXPECT_EQ(request.header("x-name"), "J\xc3\xb8rgen");
  EXPECT_EQ(request.header("x-other"), std::nullopt);
}

TEST(Gate, lets_the_same_list_header_come_twice) {
  EXPECT_EQ(passed(with("Accept: a/b\r\nAccept: c/d")).request.headers.size(), 3U);
}

TEST(Gate, lets_through_a_hundred_headers) { EXPECT_EQ(passed(with(many_headers(99))).request.headers.size(), 100U); }

TEST(Gate, lets_through_hosts_as_they_are_used) {
  for (auto const* const name : {"a", "A.b-c.NL", "a:8080", "10.0.0.1", "[::1]", "[::ffff:1.2.3.4]:443", "a:65535"}) {
    EXPECT_EQ(passed(host(name)).request.header("host"), name);
  }
}

TEST(Gate, reads_the_length_of_the_body) {
  EXPECT_EQ(passed(with("Content-Length: 3")).content_length, 3U);
  EXPECT_EQ(passed(with("Content-Length: 18446744073709551615")).content_length, 18446744073709551615U);
  EXPECT_EQ(passed(get("/")).content_length, std::nullopt);
}

TEST(Gate, reads_chunked_and_expectation) {
  auto const header = passed(with("Transfer-Encoding: chunked\r\nExpect: 100-Continue"));
  EXPECT_TRUE(header.is_chunked);
  EXPECT_TRUE(header.expects_continue);
  EXPECT_FALSE(passed(get("/")).is_chunked);
  EXPECT_FALSE(passed("POST / HTTP/1.0\r\nHost: a\r\nExpect: 100-continue\r\n\r\n").expects_continue);
}

TEST(Gate, keeps_a_connection_as_its_version_has_it) {
  EXPECT_TRUE(passed(get("/")).keeps_alive);
  EXPECT_FALSE(passed(with("Connection: close")).keeps_alive);
  EXPECT_FALSE(passed(with("Connection: keep-alive, Close")).keeps_alive);
  EXPECT_FALSE(passed(starting("GET / HTTP/1.0")).keeps_alive);
  EXPECT_TRUE(passed("GET / HTTP/1.0\r\nHost: a\r\nConnection: Keep-Alive\r\n\r\n").keeps_alive);
}

TEST(HeaderEnd, is_behind_the_empty_line) { EXPECT_EQ(header_end("GET / HTTP/1.1\r\nHost: a\r\n\r\nmore"), 27U); }

TEST(HeaderEnd, is_not_there_while_a_line_is_open) {
  EXPECT_EQ(header_end(""), std::nullopt);
  EXPECT_EQ(header_end("\r"), std::nullopt);
  EXPECT_EQ(header_end("GET / HTTP/1.1\r\nHost: a\r\n\r"), std::nullopt);
}

TEST(HeaderEnd, is_at_the_first_line_break_that_cannot_be_right) {
  EXPECT_EQ(header_end("GET / HTTP/1.1\nHost: a"), 15U);
  EXPECT_EQ(header_end("\nGET"), 1U);
  EXPECT_EQ(header_end("\r\nGET"), 2U);
}

}  // namespace
}  // namespace lenig::http
