#include "platform/http/body.hpp"

#include <gtest/gtest.h>

namespace lenig::http {
namespace {

TEST(Form, gives_names_and_values_in_order) {
  Fields const expected{{"b", "1"}, {"a", "2 3"}, {"b", ""}, {"c", ""}, {"d=", "é&=+"}};
  EXPECT_EQ(parse_form("b=1&a=2+3&b=&c&d%3D=%C3%A9%26=%2b"), expected);
}

TEST(Form, passes_over_what_is_empty) {
  EXPECT_EQ(parse_form(""), Fields{});
  EXPECT_EQ(parse_form("&&a=1&"), (Fields{{"a", "1"}}));
}

TEST(Form, makes_line_ends_plain) {
  EXPECT_EQ(parse_form("a=1%0D%0A2%0D3%0A4%0D%0D%0A"), (Fields{{"a", "1\n2\n3\n4\n\n"}}));
}

TEST(Form, refuses_broken_text) {
  for (auto const* const broken :
       {"a=%", "a=%4", "a=%zz", "%=a", "a=%00", "%00=a", "a=%ff", "a=%c3", "a=\xff", "a=%c0%80"}) {
    EXPECT_EQ(parse_form(broken), std::nullopt) << broken;
  }
}

TEST(Form, refuses_more_fields_than_a_page_can_have) {
  std::string most;
  for (std::size_t number = 0; number < most_fields; ++number) most += "a=&";
  EXPECT_EQ(parse_form(most).value_or(Fields{}).size(), most_fields);
  EXPECT_EQ(parse_form(most + "a="), std::nullopt);
}

TEST(UrlEncode, leaves_only_unreserved_characters_as_they_are) {
  EXPECT_EQ(url_encode("aZ09-._~"), "aZ09-._~");
  EXPECT_EQ(url_encode("a b/c&d=é+%"), "a%20b%2Fc%26d%3D%C3%A9%2B%25");
}

TEST(UrlEncode, comes_back_from_a_form) {
  std::string every;
  for (char letter = 1; letter < 127; ++letter) {
    if (letter != '\r') every += letter;
  }
  EXPECT_EQ(parse_form("a=" + url_encode(every)), (Fields{{"a", every}}));
}

}  // namespace
}  // namespace lenig::http
