// What a cohort hands on, who reads it, and how the template learns from it.
#include <gtest/gtest.h>

#include "tests/support/browser.hpp"

namespace lenig::programme {

namespace {

using tests::Case;

std::string lesson_about(Case& in, std::string const& start) {
  return in.value("select id from programme_lesson where lesson like '" + start + "%'");
}

TEST(Office, writes_down_what_a_cohort_hands_on) {
  Case in;
  auto office = in.as("office");
  auto const cohort = "/programma/groep/" + in.cohort("Pilots");
  EXPECT_EQ(office.post(cohort + "/lessen", {{"kind", "change"}, {"lesson", "Begin eerder"}, {"reason", ""}}).status,
            422)
      << "without a reason nobody can do anything with it";
  EXPECT_EQ(office
                .post(cohort + "/lessen",
                      {{"kind", "change"}, {"lesson", "Begin eerder"}, {"reason", "Haast"}, {"step", "99"}})
                .status,
            422);
  EXPECT_EQ(
      office.post(cohort + "/lessen", {{"kind", "change"}, {"lesson", "Begin eerder"}, {"reason", "Haast"}}).status,
      303);
  EXPECT_TRUE(office.get(cohort).says("Begin eerder"));
  auto const lesson = "/programma/les/" + lesson_about(in, "Begin eerder");
  EXPECT_EQ(office.post(lesson + "/verwijderen").status, 303);
  EXPECT_FALSE(office.get(cohort).says("Begin eerder"));
  auto const step =
      in.value("select id from undo_step where kind = 'programme.remove_lesson' order by id desc limit 1");
  EXPECT_EQ(office.post("/ongedaan/" + step).status, 303);
  EXPECT_TRUE(office.get(cohort).says("Begin eerder"));
}

TEST(Lesson, that_is_taken_up_becomes_the_reason_of_a_step_in_the_next_version) {
  Case in;
  auto office = in.as("office");
  auto const lesson = "/programma/les/" + lesson_about(in, "Geef stap 2 meer tijd");
  EXPECT_EQ(office.post(lesson + "/opnemen").status, 303);
  EXPECT_TRUE(in.value("select reason from programme_step where version = 2 and position = 2").starts_with("Pilots: "));
  EXPECT_EQ(in.value("select cast(version as text) from programme_lesson where id = '" + lesson.substr(15) + "'"), "2");
  auto const set_up = office.get("/programma/" + in.programme() + "/opzet");
  EXPECT_TRUE(set_up.says("Anders dan in de vorige versie"));
  EXPECT_EQ(office.post(lesson + "/wijzigen", {{"kind", "change"}, {"lesson", "Iets anders"}, {"reason", "x"}}).status,
            422)
      << "what was taken up stays as it was";
  EXPECT_TRUE(office.get("/programma/" + in.programme() + "/geleerd").says("Opgenomen in versie 2"));
}

TEST(Director, of_a_later_cohort_says_that_the_school_read_and_discussed_it) {
  Case in;
  auto office = in.as("office");
  auto const pilots = in.cohort("Pilots");
  auto const way = "/programma/deelname/" + in.participation("De Bouwsteen");
  EXPECT_TRUE(office.get(way + "/doorgegeven").says("gewoon teamoverleg"));
  EXPECT_EQ(office.post(way + "/doorgegeven", {{"cohort", pilots}, {"discussed_on", "2004-04-16"}}).status, 422);
  EXPECT_EQ(office.post(way + "/doorgegeven", {{"cohort", pilots}, {"discussed_on", "2004-04-14"}}).status, 303);
  EXPECT_TRUE(office.get("/programma/groep/" + pilots).says("Besproken op 14 april 2004"));
  EXPECT_TRUE(office.get("/programma/" + in.programme() + "/geleerd").says("4 van 8 lazen het, 3 bespraken het"));
}

TEST(HandOver, brings_both_cohorts_together) {
  Case in;
  auto office = in.as("office");
  auto const cohort = "/programma/groep/" + in.cohort("Pilots");
  EXPECT_EQ(office.get(cohort + "/overdracht/nieuw").status, 200);
  auto const planned = office.post(
      cohort + "/overdracht",
      {{"kind", "hand_over"}, {"title", "Overdracht"}, {"starts_at", "2004-05-26T14:00"}, {"minutes", "120"}});
  ASSERT_EQ(planned.status, 303);
  auto const page = office.get(planned.location);
  EXPECT_TRUE(page.says("Wat wij zouden houden"));
  EXPECT_TRUE(page.says("De Bouwsteen"));
  EXPECT_TRUE(page.says("Drieborg"));
}

TEST(Teacher, reads_what_groups_hand_on_but_writes_nothing) {
  Case in;
  auto teacher = in.as("teacher");
  EXPECT_TRUE(teacher.get("/programma/" + in.programme() + "/geleerd").says("gewoon teamoverleg"));
  EXPECT_EQ(teacher.get("/programma/groep/" + in.cohort("Pilots") + "/lessen/nieuw").status, 404);
  EXPECT_EQ(in.as("stranger").get("/programma/" + in.programme() + "/geleerd").status, 404);
}

}  // namespace

}  // namespace lenig::programme
