// If something is added, something goes: what weighs on people, what stops, and hours of the yearly task.
#include "plan/stop.hpp"

#include <gtest/gtest.h>

#include "plan/load.hpp"
#include "tests/support/browser.hpp"

namespace lenig::plan {

namespace {

using tests::Answer;
using tests::Browser;
using tests::Case;

base::Date day(char const* text) { return base::Date::parse(text).value(); }

std::string school(Case& in) { return in.unit("Theo Thijssenschool"); }
std::string course_of_school(Case& in) { return "/plannen/koers/" + school(in); }
std::string hours_page(Case& in) { return "/plannen/jaartaak/" + school(in); }

std::string count(Case& in, std::string const& from) { return in.value("select cast(count(*) as text) from " + from); }

std::string email_of(Case& in, std::string const& given_name) {
  return in.value(
      "select min(p.email) from organisation_person p join organisation_appointment a on a.board_id = p.board_id and "
      "a.person_id = p.id where p.given_name = '" +
      given_name + "' and a.unit_id = '" + school(in) + "'");
}

std::string set_goal(Case& in, Browser& browser, std::string const& words) {
  browser.post(course_of_school(in) + "/doelen", {{"words", words}});
  return "/plannen/doel/" + in.value("select id from plan_goal where words = '" + words + "'");
}

/// Hours of the five of the school, in lines.
std::string five_lines(Case& in) {
  return email_of(in, "Gerda") + ";1327\n" + email_of(in, "Bouke") + ";1328\n" + email_of(in, "Femke") +
         "\t1329,5\n\n" + email_of(in, "Lammie") + ";1330\n" + in.email_of("director") + "; 1659\n";
}

TEST(SchoolYear, begins_in_august) {
  EXPECT_EQ(school_year_of(day("2004-04-15")), 2003);
  EXPECT_EQ(school_year_of(day("2004-07-31")), 2003);
  EXPECT_EQ(school_year_of(day("2004-08-01")), 2004);
  EXPECT_EQ(name_of_year(2003), "2003-2004");
}

TEST(MeanTask, is_told_of_five_people_and_in_steps_of_fifty) {
  EXPECT_EQ(told_mean({.people = 9, .known = 4, .hours = 4 * 1659.0}), std::nullopt);
  EXPECT_EQ(told_mean({.people = 9, .known = 5, .hours = 5 * 1659.0}), 1650);
}

TEST(HourLines, that_are_wrong_are_all_named) {
  Addresses const people{{"a@b.example", PersonId::make()}, {"c@d.example", PersonId::make()}};
  auto const read = hours_in("A@B.example;1000\nc@d.example 12,5", people);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->at(people.at("a@b.example")), 1000);
  EXPECT_EQ(read->at(people.at("c@d.example")), 12.5);
  auto const wrong =
      hours_in("a@b.example\nx@y.example;10\na@b.example;veel\na@b.example;9000\na@b.example;1\na@b.example;2", people);
  ASSERT_FALSE(wrong);
  ASSERT_EQ(wrong.error().size(), 5U);
  EXPECT_EQ(wrong.error()[0].fault, LineFault::no_hours);
  EXPECT_EQ(wrong.error()[1].fault, LineFault::address_unknown);
  EXPECT_EQ(wrong.error()[2].fault, LineFault::hours_unreadable);
  EXPECT_EQ(wrong.error()[3].fault, LineFault::out_of_range);
  EXPECT_EQ(wrong.error()[4].fault, LineFault::twice);
  EXPECT_EQ(wrong.error()[4].line, 6);
}

TEST(Goal, of_a_school_asks_what_goes) {
  Case in;
  auto director = in.as("director");
  auto const set = director.post(course_of_school(in) + "/doelen", {{"words", "Iedere les een doel"}});
  EXPECT_TRUE(set.location.ends_with("/wat-stopt")) << set.location;
  auto const asked = director.get(set.location);
  EXPECT_TRUE(asked.says("Dit doel raakt 5 mensen."));
  EXPECT_TRUE(asked.says("Van niemand is de jaartaak bekend")) << "it says that it counts no hours";
  EXPECT_TRUE(asked.says("5 open doelen")) << "two of the school, three of its board";
  EXPECT_TRUE(asked.says("1 programma dat nu loopt"));
  auto const stops = director.post(
      set.location,
      {{"asks", "20"}, {"choice", "something_stops"}, {"words", "De maandelijkse klassenkrant"}, {"freed", "12,5"}});
  EXPECT_EQ(stops.status, 303);
  auto const goal = director.get(stops.location);
  EXPECT_TRUE(goal.says("De maandelijkse klassenkrant (12,5 uur per persoon per jaar)"));
  EXPECT_TRUE(goal.says("Dit doel vraagt 20 uur per persoon per jaar."));
  EXPECT_EQ(in.value("select detail from audit_entry where act = 'goal.stop_chosen'"), "something_stops");
}

TEST(Skipping, is_allowed_visible_and_counted) {
  Case in;
  in.change("delete from plan_goal where unit_id = '" + school(in) + "'");
  auto director = in.as("director");
  auto const goal = set_goal(in, director, "Iedere les een doel");
  EXPECT_TRUE(director.get(goal).says("Nog niet gekozen wat eraf gaat."));
  EXPECT_EQ(director.post(goal + "/wat-stopt", {{"choice", "skipped"}, {"asks", "20"}}).status, 303);
  EXPECT_TRUE(director.get(goal).says("Nog niet gekozen wat eraf gaat."));
  EXPECT_TRUE(director.get(course_of_school(in)).says("Bij 1 doel is niet gekozen wat eraf gaat."));
  set_goal(in, director, "Nog een doel");
  EXPECT_TRUE(director.get(course_of_school(in)).says("Bij 2 doelen is niet gekozen wat eraf gaat."));
  director.post(goal + "/wat-stopt", {{"choice", "nothing_needed"}, {"words", "Het past in de les."}});
  EXPECT_TRUE(director.get(goal).says("Het past in de les."));
  EXPECT_TRUE(director.get(course_of_school(in)).says("Bij 1 doel is niet gekozen wat eraf gaat."));
}

TEST(WhatGoes, is_refused_without_words_and_keeps_what_was_typed) {
  Case in;
  auto director = in.as("director");
  auto const page = set_goal(in, director, "Iedere les een doel") + "/wat-stopt";
  auto const empty = director.post(page, {{"choice", "something_stops"}, {"asks", "20"}});
  EXPECT_EQ(empty.status, 422);
  EXPECT_TRUE(empty.says("Schrijf op wat er stopt."));
  EXPECT_TRUE(empty.says("value=\"20\""));
  EXPECT_TRUE(director.post(page, {{"choice", "nothing_needed"}}).says("Schrijf op waarom er niets af hoeft."));
  EXPECT_TRUE(director.post(page, {{"asks", "20"}}).says("Vul dit in."));
  EXPECT_TRUE(director.post(page, {{"choice", "skipped"}, {"asks", "-3"}}).says("Vul meer dan 0"));
  EXPECT_TRUE(director.post(page, {{"choice", "something_stops"}, {"words", "x"}, {"freed", "9000"}})
                  .says("hoogstens 2500 uur"));
  EXPECT_TRUE(director.post(page, {{"choice", "skipped"}, {"asks", "veel"}}).says("Vul een getal in"));
  EXPECT_EQ(count(in, "plan_stop"), "0");
}

TEST(WhatGoes, that_somebody_else_chose_is_not_overwritten_unseen) {
  Case in;
  auto director = in.as("director");
  auto const page = set_goal(in, director, "Iedere les een doel") + "/wat-stopt";
  auto const seen = director.get(page).field("_seen");
  EXPECT_EQ(in.as("hr").post(page, {{"choice", "something_stops"}, {"words", "De klassenkrant"}}).status, 303);
  auto const stale = director.post(page, {{"choice", "nothing_needed"}, {"words", "Het past"}, {"_seen", seen}});
  EXPECT_EQ(stale.status, 422);
  EXPECT_TRUE(stale.says("Nu staat er: De klassenkrant"));
}

TEST(WhatGoes, is_chosen_by_who_sets_the_course) {
  Case in;
  auto director = in.as("director");
  auto const page = set_goal(in, director, "Iedere les een doel") + "/wat-stopt";
  for (auto const* const persona : {"teacher", "support", "council", "trainer", "supervisor", "stranger"}) {
    EXPECT_EQ(in.as(persona).get(page).status, 404) << persona;
    EXPECT_EQ(in.as(persona).post(page, {{"choice", "skipped"}}).status, 404) << persona;
  }
  director.post(page.substr(0, page.size() - 10) + "/loslaten");
  EXPECT_TRUE(director.post(page, {{"choice", "skipped"}}).says("Open het eerst weer"));
}

TEST(Hours, are_pasted_with_every_fault_named_and_nothing_lost) {
  Case in;
  auto director = in.as("director");
  auto const page = hours_page(in) + "/2003/plakken";
  auto const wrong = director.post(page, {{"lines", five_lines(in) + "iemand@elders.example;10\nzomaar"}});
  EXPECT_EQ(wrong.status, 422);
  EXPECT_TRUE(wrong.says("Regel 7: dit adres is van niemand die hier werkt."));
  EXPECT_TRUE(wrong.says("Regel 8: zet na het adres een puntkomma"));
  EXPECT_TRUE(wrong.says("iemand@elders.example;10"));
  EXPECT_EQ(count(in, "plan_load"), "0") << "all lines or none";
  EXPECT_EQ(director.post(page, {{"lines", five_lines(in)}}).status, 303);
  EXPECT_TRUE(director.get(hours_page(in)).says("1329,5"));
  EXPECT_TRUE(director.get(hours_page(in)).says("2003-2004: van 5 van de 5 mensen bekend."));
  EXPECT_FALSE(director.get(hours_page(in) + "?jaar=2004").says("1329,5"));
  EXPECT_EQ(count(in, "audit_entry where act = 'load.set'"), "5");
  EXPECT_EQ(director.post("/ongedaan/" + in.value("select id from undo_step where kind = 'plan.set_hours'")).status,
            303);
  EXPECT_EQ(count(in, "plan_load"), "0");
}

TEST(Hours, are_typed_and_an_empty_field_takes_them_away_until_undone) {
  Case in;
  auto director = in.as("director");
  auto const page = hours_page(in) + "/2003/invullen";
  auto const field = "hours-" + in.person("Kuipers");
  EXPECT_EQ(director.get(page).status, 200);
  auto const wrong = director.post(page, {{field, "veel"}});
  EXPECT_EQ(wrong.status, 422);
  EXPECT_TRUE(wrong.says("Vul een getal in, of laat het leeg."));
  EXPECT_TRUE(wrong.says("value=\"veel\""));
  auto const seen = director.get(page).field("_seen");
  EXPECT_EQ(director.post(page, {{field, "1659"}, {"_seen", seen}}).status, 303);
  auto const stale = director.post(page, {{field, "1600"}, {"_seen", seen}});
  EXPECT_EQ(stale.status, 422);
  EXPECT_TRUE(stale.says("Nu staat er: 1659"));
  EXPECT_EQ(director.post(page, {{field, ""}}).status, 303);
  EXPECT_EQ(count(in, "plan_load"), "0");
  EXPECT_EQ(
      director.post("/ongedaan/" + in.value("select max(id) from undo_step where kind = 'plan.set_hours'")).status,
      303);
  EXPECT_EQ(in.value("select cast(cast(hours as integer) as text) from plan_load"), "1659");
  EXPECT_EQ(director.get(hours_page(in) + "/12/invullen").status, 404);
}

TEST(Hours, of_a_person_are_for_their_leader_and_hr_alone) {
  Case in;
  auto director = in.as("director");
  director.post(hours_page(in) + "/2003/plakken", {{"lines", five_lines(in)}});
  EXPECT_TRUE(in.as("hr").get(hours_page(in)).says("1659"));
  for (auto const* const persona :
       {"office", "teacher", "board_member", "council", "supervisor", "trainer", "stranger"}) {
    EXPECT_EQ(in.as(persona).get(hours_page(in)).status, 404) << persona;
    EXPECT_EQ(in.as(persona).post(hours_page(in) + "/2003/plakken", {{"lines", ""}}).status, 404) << persona;
    EXPECT_EQ(in.as(persona).post(hours_page(in) + "/2003/invullen").status, 404) << persona;
  }
  EXPECT_EQ(director.get("/plannen/jaartaak/" + in.unit("Houwingaham")).status, 404) << "another school";
  EXPECT_TRUE(director.get("/plannen").says("Uw jaartaak in 2003-2004: 1659 uur."));
  auto const page = set_goal(in, director, "Iedere les een doel") + "/wat-stopt";
  EXPECT_TRUE(director.get(page).says("Samen 6973,5 uur, gemiddeld 1394,7 uur."));
  auto const of_board = in.as("board_member").get(page);
  EXPECT_TRUE(of_board.says("Gemiddeld ongeveer 1400 uur."));
  EXPECT_FALSE(of_board.says("6973,5"));
  EXPECT_FALSE(of_board.says("1394,7"));
  in.change("delete from plan_load where hours > 1600");
  EXPECT_FALSE(in.as("board_member").get(page).says("Gemiddeld ongeveer")) << "of four people nothing is told";
}

}  // namespace

}  // namespace lenig::plan
