#include "platform/i18n/words.hpp"

#include <gtest/gtest.h>

namespace lenig::i18n {
namespace {

Words const nl(Language::nl);
Words const en(Language::en);

base::Date day(char const* text) { return base::Date::parse(text).value(); }

// Not marked for the catalogue: these texts are not in it.
constexpr char const* unknown = "Deze tekst staat in geen catalogus";

TEST(Words, that_no_catalogue_has_stay_dutch) {
  EXPECT_EQ(nl(unknown), unknown);
  EXPECT_EQ(en(unknown), unknown);
  EXPECT_EQ(en(""), "");  // and not the head of the catalogue
}

TEST(Words, are_english_in_english) {
  EXPECT_EQ(nl(N_("januari")), "januari");
  EXPECT_EQ(en(N_("januari")), "January");
}

TEST(Words, take_what_is_filled_in) {
  constexpr char const* text = "{} van {}";
  EXPECT_EQ(nl(text, 3, "Daniëlle"), "3 van Daniëlle");
}

TEST(Plurals, are_one_for_one_and_many_for_all_else) {
  for (auto const& tr : {nl, en}) {
    constexpr char const* one = "{} schoen";
    constexpr char const* many = "{} schoenen";
    EXPECT_EQ(tr.n(one, many, 1), "1 schoen");
    EXPECT_EQ(tr.n(one, many, 0), "0 schoenen");
    EXPECT_EQ(tr.n(one, many, 2), "2 schoenen");
  }
}

TEST(Plurals, come_from_both_catalogues) {
  auto const said = [](Words const& tr, long long count) {
    return tr.n("Er is te vaak een verkeerd wachtwoord ingevuld. Probeer het over {} seconde opnieuw.",
                "Er is te vaak een verkeerd wachtwoord ingevuld. Probeer het over {} seconden opnieuw.", count);
  };
  EXPECT_TRUE(said(nl, 1).ends_with("over 1 seconde opnieuw."));
  EXPECT_TRUE(said(nl, 2).ends_with("over 2 seconden opnieuw."));
  EXPECT_NE(said(en, 1).find("1 second"), std::string::npos);
  EXPECT_EQ(said(en, 1).find("1 seconds"), std::string::npos);
  EXPECT_NE(said(en, 2).find("2 seconds"), std::string::npos);
}

TEST(Days, are_written_as_people_do) {
  EXPECT_EQ(nl.day(day("2003-09-03")), "3 september 2003");
  EXPECT_EQ(nl.short_day(day("2003-03-12")), "12 mrt 2003");
  EXPECT_EQ(nl.month(day("2003-09-03")), "september 2003");
  EXPECT_EQ(nl.weekday(day("2003-09-03")), "woensdag 3 september 2003");
  EXPECT_EQ(nl.moment(base::LocalTime::parse("2003-09-03T04:05").value()), "woensdag 3 september 2003, 04:05");
}

TEST(Days, are_english_in_english) {
  EXPECT_EQ(en.day(day("2003-09-03")), "3 September 2003");
  EXPECT_EQ(en.short_day(day("2003-03-12")), "12 Mar 2003");
  EXPECT_EQ(en.month(day("2003-05-03")), "May 2003");
  EXPECT_EQ(en.weekday(day("2003-09-03")), "Wednesday 3 September 2003");
  EXPECT_EQ(en.weekday(day("2004-02-29")), "Sunday 29 February 2004");
}

TEST(Decimals, have_a_comma_in_dutch_and_a_point_in_english) {
  EXPECT_EQ(nl.decimal(0.8), "0,8");
  EXPECT_EQ(en.decimal(0.8), "0.8");
  EXPECT_EQ(nl.decimal(1), "1");
  EXPECT_EQ(nl.decimal(0.125), "0,12");
  EXPECT_EQ(nl.decimal(10), "10");
  EXPECT_EQ(nl.decimal(0), "0");
  EXPECT_EQ(en.decimal(36.86), "36.86");
  EXPECT_EQ(nl.decimal(-0.5), "-0,5");
  EXPECT_EQ(nl.decimal(-0.001), "0");
}

TEST(PreferredLanguage, is_the_first_that_we_speak) {
  EXPECT_EQ(preferred(""), Language::nl);
  EXPECT_EQ(preferred("de-DE,fr;q=0.9"), Language::nl);
  EXPECT_EQ(preferred("en-GB,en;q=0.9,nl;q=0.8"), Language::en);
  EXPECT_EQ(preferred("de, en;q=0.7"), Language::en);
  EXPECT_EQ(preferred("nl-NL,nl;q=0.9,en;q=0.8"), Language::nl);
  EXPECT_EQ(preferred("EN-us"), Language::en);
}

}  // namespace
}  // namespace lenig::i18n
