#include "platform/html/form.hpp"

#include <gtest/gtest.h>

namespace lenig::html {
namespace {

enum class Colour { red, green };
BOOST_DESCRIBE_ENUM(Colour, red, green)
using SampleId = base::Id<struct SampleTag>;

struct Draft {
  std::string text;
  int number = -1;
  double share = -1;
  bool flag = false;
  Colour colour = Colour::red;
  SampleId id;
  base::Date day;
  base::LocalTime moment;
  std::optional<int> rank;
  std::optional<base::Date> until;
  std::optional<Colour> second;
  std::optional<std::string> note;
  std::vector<Colour> many;
  std::vector<SampleId> ids;
};
BOOST_DESCRIBE_STRUCT(Draft, (),
                      (text, number, share, flag, colour, id, day, moment, rank, until, second, note, many, ids))

using Pairs = std::vector<std::pair<std::string, std::string>>;
constexpr char const* some_id = "01900000-0000-7000-8000-00000000abcd";

Pairs complete() {
  return {{"text", " Daniëlle \r\n"},
          {"number", "12"},
          {"share", "0,8"},
          {"flag", "1"},
          {"colour", "green"},
          {"id", some_id},
          {"day", "2004-02-29"},
          {"moment", "2004-05-19T15:30"},
          {"rank", "3"},
          {"until", "2005-01-01"},
          {"second", "red"},
          {"note", "kort"},
          {"many", "red"},
          {"many", "green"},
          {"ids", some_id}};
}

Filled<Draft> read_with(std::string const& name, std::string const& value) {
  auto pairs = complete();
  std::erase_if(pairs, [&](auto const& pair) { return pair.first == name; });
  pairs.emplace_back(name, value);
  return read<Draft>(Sent(pairs));
}

std::optional<FieldFault> fault_of(std::string const& name, std::string const& value) {
  auto const filled = read_with(name, value);
  EXPECT_LE(filled.faults.size(), 1U) << "only " << name << " is wrong";
  auto const found = filled.faults.find(name);
  return found == filled.faults.end() ? std::nullopt : std::optional(found->second);
}

TEST(Form, gives_every_kind_of_field) {
  auto const filled = read<Draft>(Sent(complete()));
  ASSERT_TRUE(filled);
  EXPECT_EQ(filled->text, "Daniëlle");
  EXPECT_EQ(filled->number, 12);
  EXPECT_EQ(filled->share, 0.8);
  EXPECT_TRUE(filled->flag);
  EXPECT_EQ(filled->colour, Colour::green);
  EXPECT_EQ(filled->id.text(), some_id);
  EXPECT_EQ(filled->day.text(), "2004-02-29");
  EXPECT_EQ(filled->moment.text(), "2004-05-19T15:30");
  EXPECT_EQ(filled->rank, 3);
  EXPECT_EQ(filled->until->text(), "2005-01-01");
  EXPECT_EQ(filled->second, Colour::red);
  EXPECT_EQ(filled->note, "kort");
  EXPECT_EQ(filled->many, (std::vector{Colour::red, Colour::green}));
  ASSERT_EQ(filled->ids.size(), 1U);
}

TEST(Form, without_a_field_misses_all_that_can_not_be_empty) {
  auto const filled = read<Draft>(Sent());
  std::vector<std::string> missing;
  for (auto const& [name, fault] : filled.faults) {
    EXPECT_EQ(fault, FieldFault::missing) << name;
    missing.push_back(name);
  }
  EXPECT_EQ(missing, (std::vector<std::string>{"colour", "day", "id", "moment", "number", "share"}));
  EXPECT_EQ(filled->text, "");
  EXPECT_FALSE(filled->flag || filled->rank || filled->until || filled->second || filled->note ||
               !filled->many.empty());
}

TEST(Form, reads_blanks_as_left_empty) {
  EXPECT_EQ(fault_of("number", "  "), FieldFault::missing);
  EXPECT_EQ(read_with("rank", "  ")->rank, std::nullopt);
  EXPECT_EQ(read_with("until", "")->until, std::nullopt);
}

TEST(Form, refuses_what_is_no_number) {
  for (char const* const text : {"twaalf", "12x", "1 2", "99999999999999999999", "0x10", "1.5"})
    EXPECT_EQ(fault_of("number", text), FieldFault::not_a_number) << text;
  for (char const* const text : {"veel", "0,8x", "0,8,1", "1e3", "inf", "nan", "-inf"})
    EXPECT_EQ(fault_of("share", text), FieldFault::not_a_number) << text;
  EXPECT_EQ(fault_of("rank", "eerst"), FieldFault::not_a_number);
  EXPECT_EQ(read_with("share", " 0.85 ")->share, 0.85);
  EXPECT_EQ(read_with("number", "-3")->number, -3);
}

TEST(Form, refuses_days_and_moments_that_do_not_exist) {
  EXPECT_EQ(fault_of("day", "2003-02-29"), FieldFault::not_a_date);
  EXPECT_EQ(fault_of("day", "29-02-2004"), FieldFault::not_a_date);
  EXPECT_EQ(fault_of("until", "morgen"), FieldFault::not_a_date);
  EXPECT_EQ(fault_of("moment", "2004-05-19"), FieldFault::not_a_moment);
  EXPECT_EQ(fault_of("moment", "2004-05-19T25:00"), FieldFault::not_a_moment);
}

TEST(Form, refuses_what_is_none_of_the_choices) {
  EXPECT_EQ(fault_of("colour", "blue"), FieldFault::not_a_choice);
  EXPECT_EQ(fault_of("second", "blue"), FieldFault::not_a_choice);
  EXPECT_EQ(fault_of("many", "blue"), FieldFault::not_a_choice);
  EXPECT_EQ(fault_of("id", "1 or 1=1"), FieldFault::not_a_choice);
  EXPECT_EQ(fault_of("ids", "1"), FieldFault::not_a_choice);
}

TEST(Form, refuses_texts_that_are_too_long_or_no_text) {
  EXPECT_EQ(fault_of("text", std::string(10'001, 'x')), FieldFault::too_long);
  EXPECT_EQ(fault_of("note", std::string(10'001, 'x')), FieldFault::too_long);
  std::string letters;
  for (int i = 0; i < 10'000; ++i) letters += "ë";
  EXPECT_EQ(fault_of("text", letters), std::nullopt);  // characters, not bytes
  EXPECT_EQ(fault_of("text", "\xff"), FieldFault::not_text);
}

TEST(Form, keeps_what_was_typed_beside_what_could_be_read) {
  auto const filled = read_with("number", "twaalf");
  EXPECT_FALSE(filled);
  EXPECT_EQ(filled.sent.value("number"), "twaalf");
  EXPECT_EQ(filled->text, "Daniëlle");
}

}  // namespace
}  // namespace lenig::html
