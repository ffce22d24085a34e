#include "platform/base/csv.hpp"

#include <gtest/gtest.h>

namespace lenig::base {
namespace {

using Values = std::vector<std::string>;

TEST(Csv, is_read_whatever_separates_its_values) {
  for (std::string const separator : {";", ",", "\t"}) {
    auto const records = read_csv("naam" + separator + "school\r\nAnna" + separator + "De Tichel\r\n");
    ASSERT_EQ(records.size(), 2U) << separator;
    EXPECT_EQ(records[0].values, (Values{"naam", "school"}));
    EXPECT_EQ(records[1].values, (Values{"Anna", "De Tichel"}));
  }
}

TEST(Csv, is_read_in_the_encodings_that_spreadsheets_write) {
  for (std::string const written : {"a;b\nZo\xc3\xab;\xe2\x82\xac",
                                    "\xef\xbb\xbf"
                                    "a;b\nZo\xc3\xab;\xe2\x82\xac",
                                    "a;b\nZo\xeb;\x80"}) {
    auto const records = read_csv(written);
    ASSERT_EQ(records.size(), 2U);
    EXPECT_EQ(records[0].values, (Values{"a", "b"}));
    EXPECT_EQ(records[1].values, (Values{"Zoë", "€"}));
  }
}

TEST(Csv, knows_on_which_line_a_record_begins) {
  auto const records = read_csv("a;b\n\n\"een\ntwee \"\"drie\"\"; vier\";x\n;\nlast; y ");
  ASSERT_EQ(records.size(), 3U);
  EXPECT_EQ(records[1].line, 3);
  EXPECT_EQ(records[1].values, (Values{"een\ntwee \"drie\"; vier", "x"}));
  EXPECT_EQ(records[2].line, 6);
  EXPECT_EQ(records[2].values, (Values{"last", "y"}));
}

TEST(Csv, that_is_empty_has_no_records) {
  EXPECT_TRUE(read_csv("").empty());
  EXPECT_TRUE(read_csv("\xef\xbb\xbf\r\n\r\n").empty());
}

}  // namespace
}  // namespace lenig::base
