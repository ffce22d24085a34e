#include <gtest/gtest.h>

#include "organisation/import_people.hpp"

namespace lenig::organisation {
namespace {

std::string const header = "email;given_name;prefix;family_name;unit;function;fte;from;until\n";

TEST(PeopleCsv, reads_a_row) {
  auto const read =
      read_people_csv(header + "anna@school.example;Anna;van der;Berg;De Tichel;leraar;0,8;2003-08-01;2004-07-31\n");
  EXPECT_TRUE(read.faults.empty());
  ASSERT_EQ(read.rows.size(), 1U);
  auto const& row = read.rows[0];
  EXPECT_EQ(row.line, 2);
  EXPECT_EQ(row.person.email, "anna@school.example");
  EXPECT_EQ(row.person.prefix, "van der");
  EXPECT_EQ(row.unit, "De Tichel");
  EXPECT_EQ(row.appointment.fte, 0.8);
  EXPECT_EQ(row.appointment.starts_on.text(), "2003-08-01");
  EXPECT_EQ(row.appointment.ends_on->text(), "2004-07-31");
}

TEST(PeopleCsv, reads_what_spreadsheets_write_a_mark_in_front_and_two_characters_at_a_line_end) {
  auto const read = read_people_csv(
      "\xef\xbb\xbf"
      "email;given_name;prefix;family_name;unit;function;fte;from;until\r\n"
      "a@b.example;Anna;;Berg;De Tichel;leraar;1;2003-08-01;\r\n\r\n"
      "c@b.example;Cor;;Dam;De Tichel;leraar;0.5;2003-08-01;\r\n");
  EXPECT_TRUE(read.faults.empty());
  ASSERT_EQ(read.rows.size(), 2U);
  EXPECT_EQ(read.rows[0].appointment.ends_on, std::nullopt);
  EXPECT_EQ(read.rows[1].line, 4);
}

TEST(PeopleCsv, reads_quoted_values_with_semicolons_quotes_and_line_ends) {
  auto const read = read_people_csv(header +
                                    "a@b.example;\"Anna; \"\"An\"\"\";;\"Berg\nDal\";De "
                                    "Tichel;leraar;1;2003-08-01;\nc@b.example;Cor;;Dam;De Tichel;leraar;x;2003-08-01;");
  ASSERT_EQ(read.rows.size(), 1U);
  EXPECT_EQ(read.rows[0].person.given_name, "Anna; \"An\"");
  EXPECT_EQ(read.rows[0].person.family_name, "Berg\nDal");
  ASSERT_EQ(read.faults.size(), 1U);
  EXPECT_EQ(read.faults[0].line, 4);
  EXPECT_EQ(read.faults[0].column, "fte");
}

TEST(PeopleCsv, names_every_fault_by_line_and_column) {
  auto const read = read_people_csv(header +
                                    "a@b.example;Anna;;Berg;De Tichel;leraar;veel;2003-02-30;straks\nte;weinig\n"
                                    "c@b.example;Cor;;Dam;De Tichel;leraar;;2003-08-01;\n");
  ASSERT_EQ(read.faults.size(), 5U);
  EXPECT_EQ(read.faults[0].column, "fte");
  EXPECT_EQ(read.faults[1].column, "from");
  EXPECT_EQ(read.faults[2].column, "until");
  EXPECT_EQ(read.faults[3].line, 3);
  EXPECT_EQ(read.faults[3].column, "");
  EXPECT_EQ(read.faults[4].line, 4);
  EXPECT_EQ(read.faults[4].column, "fte");
  EXPECT_EQ(read.faults[4].why, ImportWhy::value_missing);
}

TEST(PeopleCsv, knows_what_personnel_systems_call_their_columns) {
  auto const read = read_people_csv(
      "Personeelsnummer,Roepnaam,Tussenvoegsel,Achternaam,E-mail werk,Functie,WTF,Datum in dienst,Datum uit "
      "dienst,School\n"
      "17,Zo\xeb,de,Wit,zoe@school.example,leerkracht,\"0,6\",1-8-2019,31/07/2026,De Tichel\n");
  EXPECT_TRUE(read.faults.empty());
  ASSERT_EQ(read.rows.size(), 1U);
  EXPECT_EQ(read.rows[0].person.given_name, "Zoë");
  EXPECT_EQ(read.rows[0].person.email, "zoe@school.example");
  EXPECT_EQ(read.rows[0].unit, "De Tichel");
  EXPECT_EQ(read.rows[0].appointment.fte, 0.6);
  EXPECT_EQ(read.rows[0].appointment.starts_on.text(), "2019-08-01");
  EXPECT_EQ(read.rows[0].appointment.ends_on->text(), "2026-07-31");
}

TEST(PeopleCsv, remembers_what_a_board_calls_its_columns) {
  std::vector<std::string> const headings{"E-mail", "Mailbox", "Roepnaam"};
  EXPECT_EQ(guessed_columns(headings).email, 0);
  EXPECT_EQ(guessed_columns(headings, {{"email", "mailbox"}}).email, 1);
  EXPECT_EQ(guessed_columns(headings, {{"email", "gone"}}).email, 0);
  EXPECT_EQ(missing_columns(guessed_columns(headings)),
            (std::vector<std::string>{"family_name", "unit", "function", "fte", "from"}));
}

TEST(PeopleCsv, asks_for_the_names_of_the_columns) {
  for (auto const* text : {"", "a@b.example;Anna;;Berg;De Tichel;leraar;1;2003-08-01;\n", "email,given_name\n"}) {
    auto const read = read_people_csv(text);
    ASSERT_FALSE(read.faults.empty()) << text;
    for (auto const& fault : read.faults) EXPECT_EQ(fault.line, 1);
    EXPECT_TRUE(read.rows.empty());
  }
}

}  // namespace
}  // namespace lenig::organisation
