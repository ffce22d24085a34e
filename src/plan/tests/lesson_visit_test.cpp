// Lesson visits: for the two alone, the report the visited's, an indicator fed by consent and by nothing else.
#include "plan/lesson_visit.hpp"

#include <gtest/gtest.h>

#include "tests/support/browser.hpp"

namespace lenig::plan {

namespace {

using tests::Browser;
using tests::Case;

constexpr char const* invitations = "/plannen/lesbezoeken/nieuw";

std::string count(Case& in, std::string const& from) { return in.value("select cast(count(*) as text) from " + from); }

/// Of the two Hovingas and more in the case, the one at the teacher's school who signs in.
std::string colleague(Case& in) {
  return in.value("select person_id from access_account where email = '" + in.email_of("support") + "'");
}

/// Anneke Smid asks Geert Hovinga, of her school, to look at her lesson today.
std::string invite(Case& in, Browser& teacher) {
  auto const asked = teacher.post(
      invitations, {{"visitor", colleague(in)}, {"on_day", "2004-04-15"}, {"guide", "Wie is aan het woord?"}});
  EXPECT_EQ(asked.status, 303);
  return "/plannen/lesbezoek/" + in.value("select id from plan_lesson_visit");
}

/// The same, agreed on and with a report.
std::string reported(Case& in, Browser& teacher, Browser& visitor) {
  auto const page = invite(in, teacher);
  EXPECT_EQ(visitor.post(page + "/aannemen").status, 303);
  EXPECT_EQ(visitor.post(page + "/verslag", {{"report", "Anneke liet de klas zelf nadenken."}}).status, 303);
  return page;
}

/// An indicator at a goal of the school, whose readings are lessons.
std::string indicator(Case& in) {
  in.as("hr").post("/plannen/koers/" + in.unit("Houwingaham") + "/doelen", {{"words", "Leerlingen aan het woord"}});
  auto const goal = in.value("select id from plan_goal where words = 'Leerlingen aan het woord'");
  EXPECT_EQ(in.as("hr")
                .post("/plannen/doel/" + goal + "/piketpaaltjes/nieuw", {{"name", "Vragen van leerlingen"},
                                                                         {"measure", "vragen per les"},
                                                                         {"baseline", "2"},
                                                                         {"baseline_on", "2004-01-01"},
                                                                         {"target", "10"},
                                                                         {"target_on", "2005-01-01"},
                                                                         {"ask_days", "90"}})
                .status,
            303);
  return in.value("select id from plan_indicator where name = 'Vragen van leerlingen'");
}

TEST(LessonVisit, is_asked_for_accepted_and_stands_with_both) {
  Case in;
  auto teacher = in.as("teacher");
  auto visitor = in.as("support");
  auto const page = invite(in, teacher);
  EXPECT_TRUE(teacher.get("/plannen").says("Geert Hovinga bezoekt u"));
  EXPECT_TRUE(visitor.get("/plannen").says("uw collega nodigt u uit"));
  EXPECT_TRUE(visitor.get(page).says("Wie is aan het woord?"));
  EXPECT_TRUE(teacher.get(teacher.post(page + "/aannemen").location).says("Dit is aan de ander van u beiden."));
  EXPECT_EQ(visitor.post(page + "/aannemen").status, 303);
  EXPECT_EQ(in.value("select state from plan_lesson_visit"), "accepted");
  EXPECT_TRUE(visitor.get(visitor.post(page + "/afslaan").location).says("Dit was al beantwoord."));
  EXPECT_EQ(teacher.post(page + "/afzeggen").status, 303);
  EXPECT_EQ(in.value("select state from plan_lesson_visit"), "cancelled");
  EXPECT_FALSE(teacher.get("/plannen").says("Geert Hovinga bezoekt u"));
  EXPECT_EQ(count(in, "audit_entry where act like 'lesson_visit.%'"), "3");
}

TEST(LessonVisit, can_be_declined) {
  Case in;
  auto teacher = in.as("teacher");
  auto visitor = in.as("support");
  auto const page = invite(in, teacher);
  EXPECT_EQ(visitor.post(page + "/afslaan").status, 303);
  EXPECT_TRUE(teacher.get(page).says("Afgeslagen"));
  EXPECT_EQ(visitor.post(page + "/verslag", {{"report", "Toch"}}).status, 422) << "it did not take place";
}

TEST(Invitation, is_refused_with_what_to_do_and_keeps_what_was_typed) {
  Case in;
  auto teacher = in.as("teacher");
  EXPECT_TRUE(teacher.get(invitations).says("Wat zag u leerlingen of collega&#39;s doen?"));
  auto const past = teacher.post(
      invitations, {{"visitor", colleague(in)}, {"on_day", "2004-04-14"}, {"guide", "Wie is aan het woord?"}});
  EXPECT_EQ(past.status, 422);
  EXPECT_TRUE(past.says("Deze dag is al geweest"));
  EXPECT_TRUE(past.says("Wie is aan het woord?"));
  auto const with = [&](std::string const& who, std::string const& guide) {
    return teacher.post(invitations, {{"visitor", who}, {"on_day", "2004-04-20"}, {"guide", guide}});
  };
  EXPECT_TRUE(with(in.person("Smid"), "Let op").says("u bent er zelf al bij"));
  EXPECT_TRUE(with(in.person("Dam"), "Let op").says("Deze collega werkt hier niet meer")) << "of another board";
  EXPECT_TRUE(with(colleague(in), "").says("ten minste één vraag"));
  EXPECT_TRUE(with(colleague(in), std::string(2001, 'a')).says("onder 2000 tekens"));
  EXPECT_EQ(count(in, "plan_lesson_visit"), "0");
}

TEST(Report, is_sealed_and_the_visiteds_to_remove) {
  Case in;
  auto teacher = in.as("teacher");
  auto visitor = in.as("support");
  auto const page = reported(in, teacher, visitor);
  EXPECT_TRUE(teacher.get(page).says("Anneke liet de klas zelf nadenken."));
  EXPECT_TRUE(teacher.get(page).says("Opgeschreven door Geert Hovinga"));
  EXPECT_EQ(count(in, "plan_lesson_visit where report like '%nadenken%' or guide like '%woord%'"), "0");
  auto const seen = teacher.get(page + "/verslag").field("_seen");
  visitor.post(page + "/verslag", {{"report", "De klas dacht zelf na."}});
  auto const stale = teacher.post(page + "/verslag", {{"report", "Ik zweeg langer."}, {"_seen", seen}});
  EXPECT_EQ(stale.status, 422);
  EXPECT_TRUE(stale.says("De klas dacht zelf na.")) << "both write, and neither overwrites the other unseen";
  visitor.post(page + "/verslag/verwijderen");
  EXPECT_TRUE(teacher.get(page).says("De klas dacht zelf na.")) << "it is not the visitor's to remove";
  EXPECT_EQ(teacher.post(page + "/verslag/verwijderen").status, 303);
  EXPECT_EQ(in.value("select report from plan_lesson_visit"), "");
  EXPECT_FALSE(visitor.get(page).says("De klas dacht zelf na."));
  auto const step = in.value("select id from undo_step where kind = 'plan.remove_report'");
  EXPECT_EQ(teacher.post("/ongedaan/" + step).status, 303);
  EXPECT_TRUE(teacher.get(page).says("De klas dacht zelf na."));
}

TEST(Report, that_the_visited_wrote_in_is_theirs_alone) {
  Case in;
  auto teacher = in.as("teacher");
  auto visitor = in.as("support");
  auto const page = reported(in, teacher, visitor);
  EXPECT_TRUE(teacher.get(page).says("Geweest"));
  EXPECT_EQ(visitor.post(page + "/verslag", {{"report", "Anneke liet de klas zelf nadenken, en wachtte."}}).status,
            303);
  EXPECT_EQ(teacher.post(page + "/verslag", {{"report", "Ik wachtte langer dan ik gewend ben."}}).status, 303);
  auto const refused = visitor.post(page + "/verslag", {{"report", "Anders"}});
  EXPECT_EQ(refused.status, 422);
  EXPECT_TRUE(refused.says("Anders")) << "what was typed is there";
  EXPECT_TRUE(teacher.get(page).says("Ik wachtte langer"));
}

TEST(Invitation, stands_on_the_start_page_until_it_is_answered) {
  Case in;
  auto teacher = in.as("teacher");
  auto const page = invite(in, teacher);
  auto visitor = in.as("support");
  EXPECT_TRUE(visitor.get("/").says("Anneke Smid vraagt u om een lesbezoek"));
  visitor.post(page + "/aannemen");
  EXPECT_FALSE(visitor.get("/").says("vraagt u om een lesbezoek"));
}

TEST(Report, waits_for_the_day) {
  Case in;
  auto teacher = in.as("teacher");
  auto visitor = in.as("support");
  auto const page = invite(in, teacher);
  in.change("update plan_lesson_visit set on_day = '2004-05-15', state = 'accepted'");
  auto const early = visitor.post(page + "/verslag", {{"report", "Alvast"}});
  EXPECT_EQ(early.status, 422);
  EXPECT_TRUE(early.says("De dag van het bezoek moet nog komen."));
  EXPECT_TRUE(early.says("Alvast"));
  in.change("update plan_lesson_visit set on_day = '2004-04-15'");
  EXPECT_TRUE(visitor.post(page + "/verslag", {{"report", ""}}).says("Schrijf op wat u zag"));
}

TEST(LessonVisit, is_seen_by_nobody_but_the_two) {
  Case in;
  auto teacher = in.as("teacher");
  auto visitor = in.as("support");
  auto const page = reported(in, teacher, visitor);
  in.change("update plan_lesson_visit set visited_id = visited_id");
  for (auto const* const persona :
       {"council", "director", "hr", "office", "board_member", "supervisor", "trainer", "stranger"}) {
    auto browser = in.as(persona);
    EXPECT_EQ(browser.get(page).status, 404) << persona;
    EXPECT_EQ(browser.get(page + "/verslag").status, 404) << persona;
    EXPECT_EQ(browser.get(page + "/meting").status, 404) << persona;
    for (auto const* const act :
         {"/aannemen", "/afslaan", "/afzeggen", "/verslag", "/verslag/verwijderen", "/meting", "/meting/intrekken"})
      EXPECT_EQ(browser.post(page + act).status, 404) << persona << act;
    EXPECT_FALSE(browser.get("/plannen/lesbezoeken").says(page)) << persona;
  }
}

TEST(LessonVisit, is_not_seen_by_who_leads_the_visited) {
  Case in;
  auto teacher = in.as("teacher");
  auto visitor = in.as("support");
  auto const page = reported(in, teacher, visitor);
  auto const theo = in.unit("Theo Thijssenschool");
  auto const colleague = in.value("select min(person_id) from organisation_appointment where unit_id = '" + theo +
                                  "' and person_id <> '" + in.person("Kuipers") + "'");
  in.change("update plan_lesson_visit set visited_id = '" + colleague + "'");
  auto director = in.as("director");
  EXPECT_EQ(director.get("/organisatie/mens/" + colleague).status, 200) << "he leads them";
  EXPECT_EQ(director.get(page).status, 404);
  EXPECT_EQ(director.get(page + "/verslag").status, 404);
}

TEST(Consent, gives_an_indicator_a_number_without_a_name_and_can_be_withdrawn) {
  Case in;
  auto const marker = indicator(in);
  auto teacher = in.as("teacher");
  auto visitor = in.as("support");
  auto const page = reported(in, teacher, visitor);
  auto const reading_page = "/plannen/piketpaaltje/" + marker;
  auto const unasked = teacher.post(page + "/meting", {{"indicator", marker}, {"value", "7"}});
  EXPECT_EQ(unasked.status, 422);
  EXPECT_TRUE(unasked.says("Zet het vinkje als u dit wilt"));
  EXPECT_TRUE(unasked.says("value=\"7\""));
  EXPECT_EQ(count(in, "plan_reading where on_day = '2004-04-15'"), "0");
  EXPECT_EQ(visitor.post(page + "/meting", {{"indicator", marker}, {"value", "7"}, {"consent", "1"}}).status, 404)
      << "it is not the visitor's to give";
  EXPECT_EQ(teacher.post(page + "/meting", {{"indicator", marker}, {"value", "7"}, {"consent", "1"}}).status, 303);
  auto const shown = in.as("hr").get(reading_page);
  EXPECT_TRUE(shown.says("Lesbezoeken"));
  EXPECT_TRUE(shown.says("<td>7</td>"));
  EXPECT_FALSE(shown.says("Anneke Smid"));
  EXPECT_FALSE(shown.says("Geert Hovinga"));
  EXPECT_FALSE(shown.says("niet meer werkt"));
  EXPECT_FALSE(shown.says("nadenken"));
  EXPECT_EQ(count(in, "plan_reading where person_id = '" + in.person("Smid") + "'"), "0");
  EXPECT_EQ(teacher.post(page + "/meting", {{"indicator", marker}, {"value", "8"}, {"consent", "1"}}).status, 422)
      << "once";
  EXPECT_TRUE(teacher.get(page).says("U gaf 7 aan: Vragen van leerlingen"));
  EXPECT_FALSE(visitor.get(page).says("U gaf 7 aan"));
  visitor.post(page + "/meting/intrekken");
  EXPECT_EQ(count(in, "plan_reading where on_day = '2004-04-15'"), "1");
  EXPECT_EQ(teacher.post(page + "/meting/intrekken").status, 303);
  EXPECT_EQ(count(in, "plan_reading where on_day = '2004-04-15'"), "0");
  EXPECT_FALSE(in.as("hr").get(reading_page).says("<td>7</td>"));
}

TEST(Consent, is_refused_with_what_to_do) {
  Case in;
  auto const marker = indicator(in);
  auto teacher = in.as("teacher");
  auto visitor = in.as("support");
  auto const page = reported(in, teacher, visitor);
  auto const with = [&](std::string const& which, std::string const& value) {
    return teacher.post(page + "/meting", {{"indicator", which}, {"value", value}, {"consent", "1"}});
  };
  EXPECT_TRUE(with(marker, "").says("Vul in welk getal u geeft."));
  EXPECT_TRUE(with(marker, "veel").says("Vul een getal in"));
  EXPECT_TRUE(with(base::new_uuid(), "7").says("Dit piketpaaltje is er niet meer"));
  in.change("update plan_indicator set baseline_on = '2004-04-16'");
  EXPECT_TRUE(with(marker, "7").says("voor de dag van de beginstand"));
  EXPECT_EQ(count(in, "plan_reading where on_day = '2004-04-15'"), "0");
}

}  // namespace

}  // namespace lenig::plan
