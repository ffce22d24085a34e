// The case of Oost-Groningen as the demo loads it, asked through the program's own pages.
#include <gtest/gtest.h>

#include "tests/support/browser.hpp"

namespace lenig::programme {

namespace {

using tests::Case;

int count_of(std::string const& text, std::string_view part) {
  int count = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++count;
  return count;
}

TEST(OostGroningen, has_three_cohorts_of_five_eight_and_eleven_units) {
  Case in;
  auto const members = [&](char const* cohort) {
    return in.value("select cast(count(*) as text) from programme_participation where cohort_id = '" +
                    in.cohort(cohort) + "'");
  };
  EXPECT_EQ(members("Pilots"), "5");
  EXPECT_EQ(members("Tranche 1"), "8");
  EXPECT_EQ(members("Tranche 2"), "11");
}

TEST(OostGroningen, has_step_five_done_in_three_schools_and_two_paused) {
  Case in;
  for (char const* school : {"Houwingaham", "Theo Thijssenschool", "De Tweemaster"}) {
    EXPECT_EQ(in.value("select cast(count(*) as text) from programme_step_done where participation_id = '" +
                       in.participation(school) + "'"),
              "5")
        << school;
    EXPECT_EQ(in.value("select status from programme_participation where id = '" + in.participation(school) + "'"),
              "active")
        << school;
  }
  EXPECT_EQ(in.value("select status || ' ' || reason || ' ' || since from programme_participation where id = '" +
                     in.participation("Drieborg") + "'"),
            "paused absence 2003-10-13");
  EXPECT_EQ(in.value("select status || ' ' || reason from programme_participation where id = '" +
                     in.participation("Regionaal Onderwijs Bureau (ROB)") + "'"),
            "paused departure");
}

TEST(OostGroningen, has_two_joint_kick_offs_and_not_five) {
  Case in;
  EXPECT_EQ(in.value("select cast(count(*) as text) from programme_meeting where kind = 'kick_off'"), "2");
  EXPECT_EQ(in.value("select cast(count(*) as text) from programme_meeting m join programme_meeting_participation p on "
                     "p.meeting_id = m.id where m.kind = 'kick_off'"),
            "5");
}

TEST(OostGroningen, has_a_small_school_of_five_teachers_one_of_whom_leads_it) {
  Case in;
  EXPECT_EQ(in.value("select cast(count(distinct person_id) as text) from organisation_appointment where unit_id = '" +
                     in.unit("Theo Thijssenschool") + "'"),
            "5");
}

TEST(Map, shows_the_office_every_unit_with_the_reason_of_a_pause) {
  Case in;
  auto const map = in.as("office").get("/programma/" + in.programme());
  EXPECT_EQ(map.status, 200);
  EXPECT_EQ(count_of(map.body, "lenig-map__row\""), 24);
  EXPECT_EQ(count_of(map.body, "lenig-map__cell--done"), 17);  // three schools with five steps, two with one
  EXPECT_EQ(count_of(map.body, "lenig-map__cell--paused"), 2);
  EXPECT_TRUE(map.says("ziekte of afwezigheid"));
  EXPECT_TRUE(map.says("vertrek"));
  EXPECT_TRUE(map.says("Intakegesprek houden"));
}

TEST(Map, hides_the_reason_of_a_pause_from_other_directors) {
  Case in;
  auto const map = in.as("director").get("/programma/" + in.programme());
  EXPECT_EQ(map.status, 200);
  EXPECT_TRUE(map.says("Gepauzeerd"));
  EXPECT_FALSE(map.says("ziekte of afwezigheid"));
  EXPECT_FALSE(map.says("vertrek"));
  EXPECT_TRUE(map.says(in.participation("Theo Thijssenschool")));
  EXPECT_FALSE(map.says(in.participation("Drieborg")));  // no link to what would not open
}

TEST(Map, says_the_same_as_a_table) {
  Case in;
  auto const table = in.as("office").get("/programma/" + in.programme() + "/tabel");
  EXPECT_EQ(table.status, 200);
  EXPECT_EQ(count_of(table.body, "<tr><th scope=\"row\">"), 24);
  EXPECT_TRUE(table.says("gedaan op 14 april 2004"));
  EXPECT_TRUE(table.says("gepland op 19 mei 2004"));
  EXPECT_TRUE(table.says("2004-2005"));  // the second year of the pilots
}

TEST(Map, names_what_is_late_when_the_year_goes_on) {
  Case in;
  auto settings = in.application().settings();
  settings.today = base::Date::parse("2004-09-20");
  app::Application later(settings);
  tests::Browser office(later);
  office.sign_in(in.email_of("office"), in.password_of("office"));
  auto const map = office.get("/programma/" + in.programme());
  EXPECT_TRUE(map.says("te laat"));
  EXPECT_TRUE(map.says("wacht op de projectleiding, sinds 1 jun 2004"));
  EXPECT_TRUE(map.says("wacht op de schoolleiding, sinds 1 sep 2004"));  // the two that were paused
  EXPECT_TRUE(map.says("lenig-map__cell--late"));                        // step 6 was planned in May, and not recorded
}

TEST(StartPage, asks_the_office_for_intakes_and_the_director_for_a_day) {
  Case in;
  auto const office = in.as("office").get("/");
  EXPECT_TRUE(office.says("Intakegesprek houden: De Bouwsteen"));
  auto const director = in.as("director").get("/");
  EXPECT_TRUE(director.says("Een dag kiezen voor stap 6: Theo Thijssenschool"));
  EXPECT_FALSE(director.says("Intakegesprek"));
}

TEST(StartPage, shows_a_teacher_what_comes_and_a_stranger_nothing_of_it) {
  Case in;
  auto const teacher = in.as("teacher").get("/");
  EXPECT_TRUE(teacher.says("Een mix van alles"));
  EXPECT_TRUE(teacher.says(in.participation("Houwingaham")));
  EXPECT_FALSE(teacher.says("De Tweemaster"));
  auto const stranger = in.as("stranger").get("/");
  EXPECT_TRUE(stranger.says("Er wacht niets op u"));
  EXPECT_FALSE(stranger.says("Houwingaham"));
}

TEST(Meeting, shows_attendance_to_who_leads_it_and_not_to_the_team) {
  Case in;
  auto const step_five = in.value(
      "select m.id from programme_meeting m join programme_meeting_participation p on p.meeting_id = m.id where "
      "p.participation_id = '" +
      in.participation("Houwingaham") + "' and m.step = 5");
  EXPECT_TRUE(in.as("office").get("/programma/bijeenkomst/" + step_five).says("Wie was erbij?"));
  auto const teacher = in.as("teacher").get("/programma/bijeenkomst/" + step_five);
  EXPECT_EQ(teacher.status, 200);
  EXPECT_FALSE(teacher.says("Wie was erbij?"));
  EXPECT_FALSE(teacher.says("Opbrengst wijzigen"));
}

TEST(Meeting, of_two_schools_is_changed_by_who_runs_it_and_not_by_one_director) {
  Case in;
  auto const kick_off = in.value(
      "select m.id from programme_meeting m join programme_meeting_participation p on p.meeting_id = m.id where "
      "p.participation_id = '" +
      in.participation("Theo Thijssenschool") + "' and m.kind = 'kick_off'");
  auto director = in.as("director");
  auto const page = director.get("/programma/bijeenkomst/" + kick_off);
  EXPECT_EQ(page.status, 200);
  EXPECT_FALSE(page.says("Wie was erbij?"));
  EXPECT_EQ(director.post("/programma/bijeenkomst/" + kick_off + "/opbrengst", {{"outcome", "Anders"}}).status, 404);
  EXPECT_TRUE(in.as("office").get("/programma/bijeenkomst/" + kick_off).says("Anneke Smid"));
}

}  // namespace

}  // namespace lenig::programme
