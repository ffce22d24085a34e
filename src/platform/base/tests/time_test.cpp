#include "platform/base/time.hpp"

#include <gtest/gtest.h>

namespace lenig::base {
namespace {

Date day(char const* text) { return Date::parse(text).value(); }
Instant instant(char const* text) { return Instant::parse(text).value(); }

TEST(Date, reads_a_day_that_exists_and_writes_it_the_same) {
  for (char const* const text : {"2004-04-15", "2004-02-29", "2000-02-29", "1970-01-01", "0999-12-31", "9999-12-31"}) {
    auto const date = Date::parse(text);
    ASSERT_TRUE(date) << text;
    EXPECT_EQ(date->text(), text);
  }
}

TEST(Date, refuses_a_day_that_does_not_exist_or_is_written_otherwise) {
  for (char const* const text :
       {"2003-02-29", "1900-02-29", "2004-02-30", "2004-04-31", "2004-13-01", "2004-00-10", "2004-01-00", "2004-1-1",
        "15-04-2004", "2004/04/15", "2004-04-15 ", " 2004-04-15", "2004-04-1x", "+004-04-15", ""}) {
    EXPECT_FALSE(Date::parse(text)) << text;
  }
}

TEST(Date, moves_by_days_and_months_to_the_last_day_of_a_shorter_month) {
  EXPECT_EQ(day("2004-02-28").plus_days(1), day("2004-02-29"));
  EXPECT_EQ(day("2004-01-01").plus_days(-1), day("2003-12-31"));
  EXPECT_EQ(day("2004-01-31").plus_months(1), day("2004-02-29"));
  EXPECT_EQ(day("2003-01-31").plus_months(1), day("2003-02-28"));
  EXPECT_EQ(day("2003-11-30").plus_months(3), day("2004-02-29"));
  EXPECT_EQ(day("2004-03-31").plus_months(-1), day("2004-02-29"));
  EXPECT_EQ(days_between(day("2004-02-01"), day("2004-03-01")), 29);
  EXPECT_EQ(days_between(day("2004-03-01"), day("2004-02-01")), -29);
}

TEST(Instant, is_read_and_written_to_the_millisecond) {
  for (char const* const text : {"2026-07-28T12:34:56.789Z", "2004-02-29T23:59:59.999Z", "1970-01-01T00:00:00.000Z",
                                 "1969-12-31T23:59:59.999Z"}) {
    EXPECT_EQ(instant(text).text(), text);
  }
  EXPECT_EQ(instant("2026-07-28T23:59:59.999Z").plus(std::chrono::milliseconds{1}),
            instant("2026-07-29T00:00:00.000Z"));
}

TEST(Instant, refuses_what_is_no_moment) {
  for (char const* const text : {"2026-07-28T24:00:00.000Z", "2026-07-28T12:60:00.000Z", "2026-07-28T12:00:60.000Z",
                                 "2026-02-30T12:00:00.000Z", "2026-07-28 12:00:00.000Z", "2026-07-28T12:00:00.000",
                                 "2026-07-28T12:00:00Z", "2026-07-28T12-00:00.000Z", ""}) {
    EXPECT_FALSE(Instant::parse(text)) << text;
  }
}

TEST(Instant, sorts_as_its_text_does) {
  EXPECT_LT(instant("2026-07-28T09:00:00.000Z").text(), instant("2026-07-28T10:00:00.000Z").text());
  EXPECT_LT(instant("2026-07-28T09:00:00.000Z"), instant("2026-07-28T10:00:00.000Z"));
}

TEST(LocalTime, reads_what_a_browser_sends_and_writes_it) {
  EXPECT_EQ(LocalTime::parse("2004-05-19T15:30")->text(), "2004-05-19T15:30");
  EXPECT_EQ(LocalTime::parse("2004-05-19 05:07")->clock(), "05:07");
  EXPECT_EQ(LocalTime::parse("2004-05-19T23:59")->minute_of_day, 1439);
  for (char const* const text : {"2004-05-19T24:00", "2004-05-19T15:60", "2004-02-30T15:30", "2004-05-19",
                                 "2004-05-19T1530", "2004-05-19T15:30:00", ""}) {
    EXPECT_FALSE(LocalTime::parse(text)) << text;
  }
}

TEST(Clocks, jump_from_two_to_three_on_the_last_sunday_of_march) {
  EXPECT_EQ(local_time(instant("2026-03-29T00:59:00.000Z")).text(), "2026-03-29T01:59");
  EXPECT_EQ(local_time(instant("2026-03-29T01:00:00.000Z")).text(), "2026-03-29T03:00");
  EXPECT_EQ(local_time(instant("2024-03-31T00:59:00.000Z")).text(), "2024-03-31T01:59");
  EXPECT_EQ(local_time(instant("2024-03-31T01:00:00.000Z")).text(), "2024-03-31T03:00");
}

TEST(Clocks, go_back_from_three_to_two_on_the_last_sunday_of_october) {
  EXPECT_EQ(local_time(instant("2026-10-25T00:59:00.000Z")).text(), "2026-10-25T02:59");
  EXPECT_EQ(local_time(instant("2026-10-25T01:00:00.000Z")).text(), "2026-10-25T02:00");
  EXPECT_EQ(local_time(instant("2027-10-31T00:59:00.000Z")).text(), "2027-10-31T02:59");
  EXPECT_EQ(local_time(instant("2027-10-31T01:00:00.000Z")).text(), "2027-10-31T02:00");
}

TEST(Clocks, show_the_next_day_before_it_begins_in_utc) {
  EXPECT_EQ(local_time(instant("2026-12-31T23:30:00.000Z")).text(), "2027-01-01T00:30");
  EXPECT_EQ(local_time(instant("2026-07-01T22:00:00.000Z")).text(), "2026-07-02T00:00");
}

TEST(Calendar, shows_the_real_day_unless_it_is_told_another) {
  EXPECT_EQ(Calendar().today(), local_time(Instant::now()).date);
  EXPECT_EQ(Calendar(day("2004-04-15")).today(), day("2004-04-15"));
  EXPECT_EQ(Calendar(day("2104-02-29")).today(), day("2104-02-29"));
}

}  // namespace
}  // namespace lenig::base
