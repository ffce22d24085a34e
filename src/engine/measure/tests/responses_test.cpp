#include "engine/measure/responses.hpp"

#include <gtest/gtest.h>

#include "engine/measure/figures.hpp"

namespace lenig::measure {
namespace {

using Bytes = std::vector<std::uint8_t>;

std::vector<ScaleOfInstrument> const scale{{"s", {"a", "b"}, {1, 5}, {"b"}}};

TEST(Responses, are_read_as_spreadsheets_write_them) {
  for (std::string const csv : {"school,a,b\nx,1,2\ny,,5\n", "\xEF\xBB\xBFschool;a;b\r\nx;1;2\r\ny;NA;5",
                                "\"school\"\t\"b\"\t\"a\"\nx\t2\t1\n\ny\t5\t\n",
                                "note,school,a,b\n\"one, two\nthree\",\"x\",1,2\n\"he said \"\"no\"\"\",y, ,5\n"}) {
    auto const read = read_responses(csv, scale, {"school"});
    EXPECT_EQ(read.rows, 2U) << csv;
    EXPECT_TRUE(read.faults.empty());
    EXPECT_EQ(read.columns[0], (Bytes{1, 0})) << csv;
    EXPECT_EQ(read.columns[1], (Bytes{4, 1})) << csv;  // reversed
    EXPECT_EQ(read.levels[0].names, (std::vector<std::string>{"x", "y"}));
  }
}

TEST(Responses, name_what_is_wrong_by_line_and_column_and_leave_the_row_out) {
  auto const read = read_responses(
      "school,a,b\nx,1,1\nx,6,1\nx,1,good\nx,1\nx,1,1,1\n,1,1\nx,0,9\nx,2.5,1\nx,2,2\nx,3,3\nx,4,4\nx,1,1\nx,1,1\nx,1,"
      "1\nx,1,1\n",
      scale, {"school"});
  std::vector<std::pair<std::size_t, std::string>> where;
  for (auto const& fault : read.faults) where.emplace_back(fault.line, fault.column);
  EXPECT_EQ(where, (std::vector<std::pair<std::size_t, std::string>>{
                       {3, "a"}, {4, "b"}, {5, "b"}, {6, "b"}, {7, "school"}, {8, "a"}, {8, "b"}, {9, "a"}}));
  EXPECT_EQ(read.bad_rows, 7U);
  EXPECT_EQ(read.rows, 8U);
  EXPECT_EQ(read.columns[0], (Bytes{1, 2, 3, 4, 1, 1, 1, 1}));
  EXPECT_EQ(read.levels[0].of_row.size(), 8U);
}

TEST(Responses, say_which_column_is_not_there_or_is_there_twice) {
  auto const read = read_responses("school,a,a\nx,1,1\n", scale, {"team"});
  ASSERT_EQ(read.faults.size(), 3U);
  EXPECT_EQ(read.faults[0].column, "a");
  EXPECT_EQ(read.faults[1].column, "b");
  EXPECT_EQ(read.faults[2].column, "team");
}

TEST(Responses, that_are_not_whole_are_taken_as_numbers) {
  auto const read = read_responses("school,a\nx,1.5\nx,2.25\ny,5\n", {{"s", {"a"}, {1, 5}, {"a"}}}, {"school"});
  EXPECT_EQ(read.not_whole, std::vector<std::string>{"a"});
  EXPECT_EQ(read.scales[0].items[0].values, (std::vector<double>{4.5, 3.75, 1}));
  auto const figures = measured(read.scales, read.levels[0].groups(), Missing::listwise)[0];
  EXPECT_NEAR(*figures.mean, (4.5 + 3.75 + 1) / 3, 1e-12);
}

TEST(Responses, are_the_same_read_by_one_and_by_two) {
  std::string csv = "team,school,a,b\n";
  for (int row = 0; row < 997; ++row) {
    csv += "t" + std::to_string(row % 3) + ",s" + std::to_string(row * row % 7) + "," + std::to_string(row % 7) + "," +
           std::to_string(1 + row % 5) + "\n";
  }
  auto const one = read_responses(csv, scale, {"school", "team"}, 1);
  auto const two = read_responses(csv, scale, {"school", "team"}, 2);
  EXPECT_GT(one.bad_rows, 0U);
  EXPECT_EQ(one.bad_rows, two.bad_rows);
  EXPECT_EQ(one.columns, two.columns);
  EXPECT_EQ(one.faults.back().line, two.faults.back().line);
  for (std::size_t level = 0; level < 2; ++level) {
    EXPECT_EQ(one.levels[level].names, two.levels[level].names);
    EXPECT_EQ(one.levels[level].of_row, two.levels[level].of_row);
  }
  EXPECT_EQ(one.levels[1].names[0], "s1 / t1");
}

}  // namespace
}  // namespace lenig::measure
