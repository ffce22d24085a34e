// A cohort's year: proposed around team times, holidays and trainers' calendars, changed by hand, taken over.
#include "programme/year_plan.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/browser.hpp"

namespace lenig::programme {

namespace {

using tests::Case;
using Kind = schedule::MeetingFault::Kind;

std::string year(Case& in) { return "/programma/groep/" + in.cohort("Tranche 1") + "/jaar"; }

YearSheet sheet_of_year(Case& in) {
  return in.database().read(db::every_board, [&](db::Reading& reading) {
    return year_sheet_of(reading, find_cohort(reading, CohortId(in.cohort("Tranche 1"))).value(),
                         base::Date::parse("2004-04-15").value());
  });
}

std::string way_of(Case& in, char const* unit) { return in.participation(unit); }

std::string page_of_step(Case& in, char const* unit, int step) {
  return year(in) + "/" + way_of(in, unit) + "/" + std::to_string(step);
}

bool has(YearSheet const& sheet, Kind kind) {
  return std::ranges::find(sheet.faults, kind, &schedule::MeetingFault::kind) != sheet.faults.end();
}

void undo_last(Case& in, tests::Browser& office, char const* kind) {
  office.get("/");
  auto const step =
      in.value("select id from undo_step where kind = '" + std::string(kind) + "' order by id desc limit 1");
  EXPECT_EQ(office.post("/ongedaan/" + step).status, 303);
}

void start(Case& in, char const* unit) {
  in.change("update programme_participation set status = 'active' where id = '" + way_of(in, unit) + "'");
}

TEST(Year, of_a_cohort_is_proposed_with_its_proof_and_without_a_fault) {
  Case in;
  auto office = in.as("office");
  EXPECT_EQ(office.post(year(in) + "/voorstel").status, 303);
  auto const sheet = sheet_of_year(in);
  EXPECT_EQ(sheet.units.size(), 8U);
  EXPECT_EQ(sheet.meetings.size(), 48U);
  EXPECT_TRUE(sheet.faults.empty());
  auto const page = office.get(year(in));
  EXPECT_TRUE(page.says("48 van 48 bijeenkomsten kregen een plaats"));
  EXPECT_TRUE(page.says("Bewezen") || page.says("van het best mogelijke af"));
  for (auto const& meeting : sheet.meetings) {
    for (auto const& holiday : sheet.holidays) {
      bool const within = holiday.region == Region::north && holiday.first_day <= meeting.starts_at.date &&
                          meeting.starts_at.date <= holiday.last_day;
      EXPECT_FALSE(within) << meeting.starts_at.text() << " in " << holiday.name;
    }
  }
}

TEST(Year, keeps_out_of_holidays_of_a_schools_own_region_and_of_calendars_of_trainers) {
  Case in;
  auto office = in.as("office");
  office.post("/programma/vakanties/regio", {{"region", "north"}, {"unit-" + in.unit("De Linde"), "south"}});
  office.post("/programma/vakanties/2004/zuid", {{"lines", "Heel lang 1-9-2004 28-2-2005"}});
  office.post(year(in) + "/voorstel");
  auto const sheet = sheet_of_year(in);
  for (auto const& meeting : sheet.meetings) {
    if (meeting.participation.text() == way_of(in, "De Linde")) {
      EXPECT_GT(meeting.starts_at.date, base::Date::parse("2005-02-28").value());
    }
    bool const away = base::Date::parse("2004-11-08").value() <= meeting.starts_at.date &&
                      meeting.starts_at.date <= base::Date::parse("2004-11-19").value();
    auto const wolters = PersonId(in.person("Wolters"));
    EXPECT_FALSE(away && (meeting.leads == wolters || meeting.grows == wolters));
  }
  EXPECT_TRUE(sheet.faults.empty());
}

TEST(Year, says_at_once_what_is_wrong_with_a_change_by_hand) {
  Case in;
  auto office = in.as("office");
  office.post(year(in) + "/voorstel");
  auto const step = page_of_step(in, "De Linde", 1);
  auto const moved = [&](char const* when, char const* who) {
    return office.post(step, {{"starts_at", when}, {"minutes", "120"}, {"leads", in.person(who)}, {"grows", ""}});
  };
  EXPECT_EQ(moved("morgen", "Bos").status, 422);
  EXPECT_EQ(moved("2004-10-18T14:00", "Smid").status, 422) << "a teacher trains nobody";
  EXPECT_EQ(moved("2004-12-27T14:00", "Bos").status, 303);
  EXPECT_TRUE(has(sheet_of_year(in), Kind::in_holidays));
  EXPECT_TRUE(office.get(year(in)).says("valt in een schoolvakantie"));
  EXPECT_TRUE(office.get(year(in)).says("Daarna is er met de hand gewijzigd"));
  undo_last(in, office, "programme.year");
  EXPECT_TRUE(sheet_of_year(in).faults.empty());
  EXPECT_EQ(office.post(step + "/verwijderen").status, 303);
  EXPECT_EQ(sheet_of_year(in).meetings.size(), 47U);
}

TEST(Year, is_shifted_as_a_whole_and_back) {
  Case in;
  auto office = in.as("office");
  office.post(year(in) + "/voorstel");
  auto const before = sheet_of_year(in).meetings;
  EXPECT_EQ(office.post(year(in) + "/schuiven", {{"weeks", "0"}, {"way", "later"}}).status, 422);
  EXPECT_EQ(office.post(year(in) + "/schuiven", {{"weeks", "twee"}, {"way", "later"}}).status, 422);
  EXPECT_EQ(office.post(year(in) + "/schuiven", {{"weeks", "30"}, {"way", "later"}}).status, 303);
  EXPECT_TRUE(has(sheet_of_year(in), Kind::outside_year));
  EXPECT_EQ(office.post(year(in) + "/schuiven", {{"weeks", "30"}, {"way", "earlier"}}).status, 303);
  EXPECT_EQ(sheet_of_year(in).meetings, before);
}

TEST(Year, is_taken_over_for_who_committed_and_can_be_taken_back) {
  Case in;
  auto office = in.as("office");
  office.post(year(in) + "/voorstel");
  EXPECT_EQ(office.post(year(in) + "/overnemen").status, 422) << "nobody committed yet";
  start(in, "De Linde");
  EXPECT_EQ(office.post(year(in) + "/overnemen").status, 303);
  auto const planned = [&] {
    return in.value("select cast(count(*) as text) from programme_meeting_participation where participation_id = '" +
                    way_of(in, "De Linde") + "'");
  };
  EXPECT_EQ(planned(), "6");
  EXPECT_EQ(sheet_of_year(in).meetings.size(), 42U) << "the others stay in the plan";
  EXPECT_EQ(in.value("select cast(count(*) as text) from programme_meeting_trainer t join "
                     "programme_meeting_participation p on p.meeting_id = t.meeting_id where t.part = 'leads' and "
                     "p.participation_id = '" +
                     way_of(in, "De Linde") + "'"),
            "6");
  undo_last(in, office, "programme.adopt_year");
  EXPECT_EQ(planned(), "0");
  EXPECT_EQ(sheet_of_year(in).meetings.size(), 48U);
}

TEST(Year, that_somebody_was_invited_to_is_not_taken_back) {
  Case in;
  auto office = in.as("office");
  office.post(year(in) + "/voorstel");
  start(in, "De Linde");
  office.post(year(in) + "/overnemen");
  auto const meeting =
      in.value("select min(meeting_id) from programme_meeting_participation where participation_id = '" +
               way_of(in, "De Linde") + "'");
  EXPECT_EQ(office.post("/programma/bijeenkomst/" + meeting + "/uitnodigen").status, 303);
  undo_last(in, office, "programme.adopt_year");
  EXPECT_EQ(in.value("select id from programme_meeting where id = '" + meeting + "'"), meeting);
}

TEST(Year, without_somebody_who_may_lead_has_no_place_and_says_why) {
  Case in;
  auto office = in.as("office");
  in.change("delete from programme_trainer_part");
  in.change("delete from programme_meeting_trainer");
  EXPECT_EQ(office.post(year(in) + "/voorstel").status, 303);
  EXPECT_TRUE(sheet_of_year(in).meetings.empty());
  EXPECT_TRUE(office.get(year(in)).says("geen begeleider mag deze stap begeleiden"));
  EXPECT_TRUE(office.get(year(in)).says("de stap ervoor heeft geen plaats"));
}

TEST(Year, is_planned_with_days_and_times_that_the_office_chooses) {
  Case in;
  auto office = in.as("office");
  auto const with = year(in) + "/waarmee";
  auto const draft = [](char const* last, char const* at) {
    return std::vector<std::pair<std::string, std::string>>{
        {"first_day", "2004-09-13"}, {"last_day", last}, {"other_at", at}, {"minutes_between", "45"}};
  };
  EXPECT_EQ(office.post(with, draft("2004-09-01", "15:30")).status, 422);
  EXPECT_EQ(office.post(with, draft("2005-06-17", "half vier")).status, 422);
  EXPECT_EQ(office.post(with, draft("2005-06-17", "16:00")).status, 303);
  EXPECT_TRUE(office.get(year(in)).says("13 september 2004 tot en met 17 juni 2005"));
  office.post(year(in) + "/voorstel");
  for (auto const& meeting : sheet_of_year(in).meetings) {
    EXPECT_GE(meeting.starts_at.date, base::Date::parse("2004-09-13").value());
    EXPECT_FALSE(meeting.grows) << "nobody comes along: it was not chosen";
  }
}

TEST(Year, of_a_school_that_was_interrupted_goes_on_where_it_was_around_the_holidays_of_then) {
  Case in;
  start(in, "Drieborg");
  auto office = in.as("office");
  auto const pilots = "/programma/groep/" + in.cohort("Pilots") + "/jaar";
  EXPECT_EQ(office
                .post(pilots + "/waarmee", {{"first_day", "2004-09-01"},
                                            {"last_day", "2005-06-30"},
                                            {"other_at", "15:30"},
                                            {"minutes_between", "30"}})
                .status,
            303);
  EXPECT_EQ(office.post(pilots + "/voorstel").status, 303);
  auto const sheet = in.database().read(db::every_board, [&](db::Reading& reading) {
    return year_sheet_of(reading, find_cohort(reading, CohortId(in.cohort("Pilots"))).value(),
                         base::Date::parse("2004-04-15").value());
  });
  auto const of_drieborg = std::ranges::count_if(sheet.meetings, [&](auto const& one) {
    return one.participation.text() == way_of(in, "Drieborg") && one.step > 1;
  });
  EXPECT_EQ(of_drieborg, 5) << "step 1 was done a year before";
  EXPECT_EQ(sheet.holidays.size(), 4U);
  EXPECT_TRUE(sheet.faults.empty());
}

TEST(Year, is_the_offices_alone) {
  Case in;
  for (auto const* const persona : {"director", "trainer", "hr", "teacher", "stranger"})
    EXPECT_EQ(in.as(persona).get(year(in)).status, 404) << persona;
}

}  // namespace

}  // namespace lenig::programme
