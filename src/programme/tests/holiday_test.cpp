// School holidays: as people type or paste them, per region, and which region a school is in.
#include "programme/holiday.hpp"

#include <gtest/gtest.h>

#include "tests/support/browser.hpp"

namespace lenig::programme {

namespace {

using tests::Case;

base::Date day(char const* text) { return base::Date::parse(text).value(); }

std::vector<Holiday> read(char const* typed) { return holidays_in(typed, 2004, Region::north).value(); }

HolidayFaultAt fault_in(char const* typed) { return holidays_in(typed, 2004, Region::north).error(); }

TEST(HolidayLines, are_read_as_people_write_them) {
  for (auto const* const typed :
       {"Herfstvakantie 16-10-2004 t/m 24-10-2004", "Herfstvakantie; 2004-10-16; 2004-10-24",
        "Herfstvakantie\t16/10/2004\t24/10/2004", "Herfstvakantie van 16 oktober 2004 tot en met 24 okt 2004",
        "\n  Herfstvakantie: 16-10-2004 - 24-10-2004\r\n"}) {
    auto const holidays = read(typed);
    ASSERT_EQ(holidays.size(), 1U) << typed;
    EXPECT_EQ(holidays[0].name, "Herfstvakantie") << typed;
    EXPECT_EQ(holidays[0].first_day, day("2004-10-16")) << typed;
    EXPECT_EQ(holidays[0].last_day, day("2004-10-24")) << typed;
  }
  auto const one_day = read("Goede Vrijdag 25 mrt 2005");
  EXPECT_EQ(one_day.at(0).name, "Goede Vrijdag");
  EXPECT_EQ(one_day[0].first_day, one_day[0].last_day);
  EXPECT_TRUE(read("\n \n").empty());
}

TEST(HolidayLines, that_are_wrong_are_named_by_their_number) {
  auto const wrong = fault_in("Kerst 18-12-2004 2-1-2005\nVoorjaar");
  EXPECT_EQ(wrong.line, 2);
  EXPECT_EQ(wrong.fault, HolidayFault::no_day);
  EXPECT_EQ(fault_in("Kerst 30-2-2005").fault, HolidayFault::no_day) << "there is no such day";
  EXPECT_EQ(fault_in("16-10-2004 24-10-2004").fault, HolidayFault::name_missing);
  EXPECT_EQ(fault_in("Kerst 2-1-2005 18-12-2004").fault, HolidayFault::ends_before);
  EXPECT_EQ(fault_in("Kerst 18-12-2014 2-1-2015").fault, HolidayFault::outside_year);
  EXPECT_EQ(fault_in("Kerst 18-12-2004 2-1-2005 3-1-2005").fault, HolidayFault::too_many_days);
}

TEST(HolidayLines, come_back_as_they_were) {
  auto const holidays = read("Herfstvakantie 16-10-2004 t/m 24-10-2004\nGoede Vrijdag 25-3-2005");
  auto const again = read(as_lines(holidays).c_str());
  ASSERT_EQ(again.size(), 2U);
  EXPECT_EQ(again[1].name, "Goede Vrijdag");
  EXPECT_EQ(again[1].last_day, day("2005-03-25"));
}

TEST(Holidays, are_typed_by_the_office_and_seen_by_all_of_the_board) {
  Case in;
  auto office = in.as("office");
  auto const lines = std::string("/programma/vakanties/2006/noord");
  auto const wrong = office.post(lines, {{"lines", "Herfst 21-10-2006 29-10-2006\nKerst"}});
  EXPECT_EQ(wrong.status, 422);
  EXPECT_TRUE(wrong.says("Regel 2"));
  EXPECT_TRUE(wrong.says("Herfst 21-10-2006")) << "what was typed is still there";
  EXPECT_EQ(office.post(lines, {{"lines", "Herfst 21-10-2006 29-10-2006"}}).status, 303);
  EXPECT_TRUE(
      in.as("teacher").get("/programma/vakanties?jaar=2006").says("21 oktober 2006 tot en met 29 oktober 2006"));
  EXPECT_FALSE(in.as("teacher").get("/programma/vakanties?jaar=2005").says("21 oktober 2006"));
  EXPECT_FALSE(in.as("stranger").get("/programma/vakanties?jaar=2006").says("21 oktober 2006"));
  EXPECT_EQ(in.as("teacher").post(lines, {{"lines", ""}}).status, 404);
  EXPECT_EQ(office.post(lines, {{"lines", ""}}).status, 303);
  EXPECT_FALSE(office.get("/programma/vakanties?jaar=2006").says("21 oktober 2006"));
  EXPECT_EQ(office.get("/programma/vakanties/2006/oost").status, 404);
}

TEST(Region, of_the_board_is_for_all_its_schools_but_those_with_their_own) {
  Case in;
  auto office = in.as("office");
  auto const linde = UnitId(in.unit("De Linde"));
  EXPECT_EQ(office.post("/programma/vakanties/regio").status, 422);
  EXPECT_EQ(
      office
          .post("/programma/vakanties/regio",
                {{"region", "north"}, {"unit-" + linde.text(), "middle"}, {"unit-" + in.unit("Jaarfke"), "board"}})
          .status,
      303);
  auto const regions = in.database().read(db::every_board, [&](db::Reading& reading) {
    return regions_of(reading,
                      BoardId(in.value("select board_id from organisation_unit where id = '" + linde.text() + "'")));
  });
  EXPECT_EQ(regions.of(linde), Region::middle);
  EXPECT_EQ(regions.of(UnitId(in.unit("Jaarfke"))), Region::north);
  EXPECT_TRUE(office.get("/programma/vakanties").says("De Linde: Midden"));
}

}  // namespace

}  // namespace lenig::programme
