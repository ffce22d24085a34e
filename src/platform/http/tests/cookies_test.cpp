#include "platform/http/cookies.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

#include "platform/http/http.hpp"

namespace lenig::http {
namespace {

TEST(Cookie, is_found_among_others) {
  Request request;
  request.headers = {{"cookie", "a=1; session=x-Y_z=; empty="}};
  EXPECT_EQ(request.cookie("session"), "x-Y_z=");
  EXPECT_EQ(request.cookie("empty"), "");
  EXPECT_EQ(request.cookie("a"), "1");
  EXPECT_EQ(request.cookie("Session"), std::nullopt);
  EXPECT_EQ(request.cookie("1"), std::nullopt);
  EXPECT_EQ(Request{}.cookie("a"), std::nullopt);
}

TEST(Cookie, that_stands_there_twice_counts_for_nothing) {
  EXPECT_EQ(cookie_value("session=mine; session=planted", "session"), std::nullopt);
}

TEST(Cookie, of_another_program_harms_nothing) {
  EXPECT_EQ(cookie_value("odd; {\"a\": 1}; quoted=\"b\"; =c; session=1", "session"), "1");
  EXPECT_EQ(cookie_value("quoted=\"b\"", "quoted"), std::nullopt);
  EXPECT_EQ(cookie_value("spaced=a b", "spaced"), std::nullopt);
}

TEST(SetCookie, is_safe_unless_asked_otherwise) {
  EXPECT_EQ(set_cookie("__Host-session", "abc"), "__Host-session=abc; Path=/; Secure; HttpOnly; SameSite=Lax");
}

TEST(SetCookie, writes_every_option) {
  CookieOptions const options{
      .max_age = std::chrono::hours{1}, .secure = false, .http_only = false, .same_site = SameSite::strict};
  EXPECT_EQ(set_cookie("taal", "nl", options), "taal=nl; Path=/; Max-Age=3600; SameSite=Strict");
  EXPECT_EQ(set_cookie("a", "", {.max_age = std::chrono::seconds{0}, .same_site = SameSite::none}),
            "a=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=None");
}

TEST(SetCookie, throws_at_what_would_break_the_header) {
  for (auto const* const value : {"a;b", "a b", "a\r\nX: y", "a,b", "a\"", "\xc3\xa9"}) {
    EXPECT_THROW(set_cookie("a", value), std::invalid_argument) << value;
  }
  for (auto const* const name : {"", "a=b", "a b", "a;"}) {
    EXPECT_THROW(set_cookie(name, "a"), std::invalid_argument) << name;
  }
}

TEST(SetCookie, throws_at_what_a_browser_would_drop) {
  EXPECT_THROW(set_cookie("__Host-a", "b", {.secure = false}), std::invalid_argument);
  EXPECT_THROW(set_cookie("__Secure-a", "b", {.secure = false}), std::invalid_argument);
  EXPECT_THROW(set_cookie("a", "b", {.secure = false, .same_site = SameSite::none}), std::invalid_argument);
}

}  // namespace
}  // namespace lenig::http
