#include "platform/base/text.hpp"

#include <gtest/gtest.h>

#include "platform/base/described.hpp"

namespace lenig::base {
namespace {

using std::literals::operator""s;

TEST(CleanText, is_trimmed_and_in_one_normal_form) {
  EXPECT_EQ(cleaned("  Daniëlle \n"), "Daniëlle");
  EXPECT_EQ(cleaned("Danie\u0308lle"), "Daniëlle");  // e and a combining diaeresis
  EXPECT_EQ(cleaned("ĳsberg ß"), "ĳsberg ß");        // NFC, not NFKC: what was typed stays
  EXPECT_EQ(cleaned(""), "");
}

TEST(CleanText, has_no_control_characters_but_tab_and_line_feed) {
  EXPECT_EQ(cleaned("a\r\nb\rc\td"), "a\nb\nc\td");
  EXPECT_EQ(cleaned("a\0b\x01\x1b\x7f"s + "c"), "abc");
}

TEST(CleanText, has_no_control_characters_of_the_second_range) {
  EXPECT_EQ(cleaned("a\xc2\x85"
                    "b\xc2\x9b"
                    "c"),
            "abc");
}

TEST(CleanText, is_nothing_when_it_is_no_utf8) {
  for (auto const& bytes :
       {"\xff"s, "Dani\xeblle"s, "\xc0\xaf"s, "\xed\xa0\x80"s, "\xf4\x90\x80\x80"s, "abc\xe2\x82"s}) {
    EXPECT_FALSE(cleaned(bytes));
  }
}

TEST(FoldedText, is_found_as_people_type_it) {
  EXPECT_EQ(folded("Daniëlle"), "danielle");
  EXPECT_EQ(folded("Danie\u0308lle"), "danielle");
  EXPECT_EQ(folded("ĲSBRAND"), "ijsbrand");
  EXPECT_EQ(folded("ĳsbrand"), "ijsbrand");
  EXPECT_EQ(folded("Straße"), "strasse");
  EXPECT_EQ(folded("Ægir Søren Wałęsa"), "aegir soren walesa");
  EXPECT_EQ(folded("op 't Veld"), "op t veld");
  EXPECT_EQ(folded("d’Arc"), "darc");
}

TEST(FoldedText, has_one_space_for_whatever_is_no_letter_or_digit) {
  EXPECT_EQ(folded("  F.T.  Venema--school! "), "f t venema school");
  EXPECT_EQ(folded("Groep 7/8"), "groep 7 8");
  EXPECT_EQ(folded("?!"), "");
}

TEST(FoldedText, passes_over_broken_bytes) {
  EXPECT_EQ(folded("a\xff"
                   "b"),
            folded("a\xff"
                   "b"));
}

TEST(Text, is_counted_in_characters) {
  EXPECT_EQ(length("Daniëlle"), 8U);
  EXPECT_EQ(length("😀"), 1U);
  EXPECT_EQ(length(""), 0U);
}

TEST(Text, is_cut_and_put_together) {
  EXPECT_EQ(split("a;;b", ';'), (std::vector<std::string>{"a", "", "b"}));
  EXPECT_EQ(split("", ';'), (std::vector<std::string>{""}));
  EXPECT_EQ(lines(" a \n\n\t\nb"), (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(joined({"a", "b", "a"}, ", "), "a, b, a");
  EXPECT_EQ(joined({}, ", "), "");
  EXPECT_EQ(trimmed(" \t a b \r\n"), "a b");
}

enum class Colour { red, green };
BOOST_DESCRIBE_ENUM(Colour, red, green)

TEST(Described, enumerators_go_to_words_and_back) {
  EXPECT_EQ(name_of(Colour::green), "green");
  EXPECT_EQ(enum_from<Colour>("red"), Colour::red);
  EXPECT_FALSE(enum_from<Colour>("blue"));
  EXPECT_FALSE(enum_from<Colour>(""));
}

}  // namespace
}  // namespace lenig::base
