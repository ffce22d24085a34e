// What people do with its meetings, through the program's own pages: who, what, then what the page says and the row
// holds.
#include <gtest/gtest.h>

#include "tests/support/browser.hpp"

namespace lenig::programme {

namespace {

using tests::Browser;
using tests::Case;

std::string status_of(Case& in, std::string const& way) {
  return in.value("select status from programme_participation where id = '" + way + "'");
}

tests::Answer turn(Browser& browser, std::string const& way, std::string const& what, std::string const& day,
                   std::string const& reason = "") {
  return browser.post("/programma/deelname/" + way + "/stand/" + what, {{"on_day", day}, {"reason", reason}});
}

/// A meeting of the director's school that is still to come.
std::string planned_by_the_office(Case& in) {
  auto const planned = in.as("office").post(
      "/programma/deelname/" + in.participation("Theo Thijssenschool") + "/bijeenkomsten",
      {{"kind", "step"}, {"step", "6"}, {"starts_at", "2004-05-26T14:00"}, {"minutes", "120"}, {"place", "Op school"}});
  return planned.location.substr(planned.location.rfind('/') + 1);
}

TEST(OldMeeting, counts_for_the_attempt_that_it_was_in) {
  Case in;
  auto office = in.as("office");
  auto const way = in.participation("Drieborg");
  EXPECT_EQ(turn(office, way, "started_anew", "2004-04-15").status, 303);
  auto const kick_off =
      in.value("select meeting_id from programme_meeting_participation where participation_id = '" + way + "'");
  EXPECT_EQ(office
                .post("/programma/bijeenkomst/" + kick_off + "/opbrengst",
                      {{"outcome", "Verbeterd verslag"}, {"step_done", "1"}})
                .status,
            303);
  EXPECT_TRUE(office.get("/programma/deelname/" + way).says("0 van 6 stappen"));
}

TEST(Meeting, can_not_be_planned_for_a_school_that_has_not_committed) {
  Case in;
  auto office = in.as("office");
  auto const way = in.participation("De Bouwsteen");
  auto const refused = office.post("/programma/deelname/" + way + "/bijeenkomsten", {{"kind", "step"},
                                                                                     {"step", "1"},
                                                                                     {"starts_at", "2004-09-08T14:00"},
                                                                                     {"minutes", "150"},
                                                                                     {"place", "In de aula"}});
  EXPECT_EQ(refused.status, 422);
  EXPECT_TRUE(refused.says("In de aula"));
}

TEST(Meeting, can_belong_to_several_schools) {
  Case in;
  auto office = in.as("office");
  auto const first = in.participation("Houwingaham");
  auto const second = in.participation("De Tweemaster");
  auto const planned =
      office.post("/programma/deelname/" + first + "/bijeenkomsten", {{"kind", "second_year"},
                                                                      {"title", "Terugblik"},
                                                                      {"starts_at", "2004-10-06T14:00"},
                                                                      {"minutes", "90"},
                                                                      {"participations", first},
                                                                      {"participations", second}});
  ASSERT_EQ(planned.status, 303);
  EXPECT_EQ(in.value("select cast(count(*) as text) from programme_meeting_participation where meeting_id = '" +
                     planned.location.substr(planned.location.rfind('/') + 1) + "'"),
            "2");
  EXPECT_TRUE(office.get("/programma/" + in.programme()).says("6 okt 2004"));
}

TEST(Meeting, can_belong_to_a_whole_cohort_or_to_the_directors) {
  Case in;
  auto office = in.as("office");
  auto const path = "/programma/" + in.programme() + "/bijeenkomsten";
  auto const of_cohort = office.post(path, {{"kind", "other"},
                                            {"title", "Terugblik van de pilots"},
                                            {"cohort", in.cohort("Pilots")},
                                            {"starts_at", "2004-06-09T14:00"},
                                            {"minutes", "90"}});
  ASSERT_EQ(of_cohort.status, 303);
  EXPECT_EQ(in.value("select cast(count(*) as text) from programme_meeting_participation p join programme_meeting m on "
                     "m.id = p.meeting_id where m.title = 'Terugblik van de pilots'"),
            "3");  // two are paused
  EXPECT_EQ(in.as("teacher").get(of_cohort.location).status, 200);
  auto const of_directors = in.meeting("Directeurenoverleg: collegiale coaching");
  EXPECT_TRUE(
      office.get("/programma/bijeenkomst/" + of_directors).says("Wim Kuipers"));  // who is expected, to be ticked
  EXPECT_EQ(in.as("director").get("/programma/bijeenkomst/" + of_directors).status, 200);
  EXPECT_EQ(in.as("teacher").get("/programma/bijeenkomst/" + of_directors).status, 404);
}

TEST(Agenda, is_changed_by_school_and_trainer_and_a_removed_item_comes_back) {
  Case in;
  auto director = in.as("director");
  auto const meeting = planned_by_the_office(in);
  auto const path = "/programma/bijeenkomst/" + meeting;
  EXPECT_EQ(director.post(path + "/agenda", {{"title", "Dalton en intervisie"}, {"minutes", "20"}}).status, 303);
  auto const item = in.value("select id from programme_agenda_item where title = 'Dalton en intervisie'");
  EXPECT_EQ(director.post("/programma/agendapunt/" + item + "/verwijderen").status, 303);
  EXPECT_FALSE(director.get(path).says("Dalton en intervisie</span>"));
  auto const step = in.value("select id from undo_step where kind = 'programme.remove_agenda_item'");
  EXPECT_EQ(director.post("/ongedaan/" + step).status, 303);
  EXPECT_TRUE(director.get(path).says("Dalton en intervisie"));
  EXPECT_EQ(in.as("trainer").post(path + "/agenda", {{"title", "Van de opleider"}, {"minutes", "5"}}).status, 303);
}

TEST(Outcome, with_the_step_done_moves_the_map) {
  Case in;
  auto settings = in.application().settings();
  settings.today = base::Date::parse("2004-05-20");
  app::Application later(settings);
  Browser office(later);
  office.sign_in(in.email_of("office"), in.password_of("office"));
  auto const meeting = in.value(
      "select m.id from programme_meeting m join programme_meeting_participation p on p.meeting_id = m.id where "
      "p.participation_id = '" +
      in.participation("Houwingaham") + "' and m.step = 6");
  EXPECT_EQ(
      office.post("/programma/bijeenkomst/" + meeting + "/opbrengst", {{"outcome", ""}, {"step_done", "1"}}).status,
      422);
  EXPECT_EQ(office
                .post("/programma/bijeenkomst/" + meeting + "/opbrengst",
                      {{"outcome", "Alles komt terug in het jaarrooster."}, {"step_done", "1"}})
                .status,
            303);
  EXPECT_TRUE(office.get("/programma/" + in.programme()).says("gedaan op 19 mei 2004"));
  auto const way = in.participation("Houwingaham");
  auto const without = office.post("/programma/deelname/" + way + "/afronden", {{"on_day", "2004-05-20"}});
  EXPECT_EQ(without.status, 422);  // completing asks what stands in next year's calendar
  EXPECT_EQ(office
                .post("/programma/deelname/" + way + "/afronden",
                      {{"on_day", "2004-05-20"}, {"first_what", "Popgroepen"}, {"first_day", "2004-10-06"}})
                .status,
            303);
  EXPECT_EQ(status_of(in, way), "completed");
  EXPECT_TRUE(office.get("/programma/deelname/" + way).says("Popgroepen"));
}

TEST(Completion, with_steps_undone_is_said_in_so_many_words) {
  Case in;
  auto office = in.as("office");
  auto const way = in.participation("Houwingaham");  // five of six steps are done
  auto const path = "/programma/deelname/" + way + "/afronden";
  EXPECT_TRUE(office.get(path).says("Eén stap is niet gedaan"));
  auto const silent = office.post(path, {{"on_day", "2004-04-15"}, {"without", "1"}});
  EXPECT_EQ(silent.status, 422);
  EXPECT_TRUE(silent.says("Niet alle stappen zijn gedaan"));
  EXPECT_EQ(office.post(path, {{"on_day", "2004-04-15"}, {"without", "1"}, {"steps_undone", "1"}}).status, 303);
  EXPECT_EQ(status_of(in, way), "completed");
}

TEST(FollowUp, stands_on_the_start_page_of_the_school) {
  Case in;
  auto office = in.as("office");
  auto const way = in.participation("Houwingaham");
  ASSERT_EQ(office
                .post("/programma/deelname/" + way + "/afronden", {{"on_day", "2004-04-15"},
                                                                   {"first_what", "Terugblik met het team"},
                                                                   {"first_day", "2004-04-20"},
                                                                   {"steps_undone", "1"}})
                .status,
            303);
  EXPECT_TRUE(in.as("teacher").get("/").says("Terugblik met het team"));
  EXPECT_FALSE(in.as("stranger").get("/").says("Terugblik met het team"));
}

TEST(Meeting, that_somebody_else_changed_is_not_overwritten_unseen) {
  Case in;
  auto office = in.as("office");
  auto director = in.as("director");
  auto const meeting = planned_by_the_office(in);
  auto const path = "/programma/bijeenkomst/" + meeting + "/wijzigen";
  auto const seen = director.get(path).field("_seen");
  auto const change = [&](Browser& who, std::string const& place, std::string const& saw) {
    return who.post(path, {{"title", "Afronding"},
                           {"starts_at", "2004-05-26T14:00"},
                           {"minutes", "120"},
                           {"place", place},
                           {"_seen", saw}});
  };
  ASSERT_EQ(change(office, "In de aula", office.get(path).field("_seen")).status, 303);
  auto const stopped = change(director, "In lokaal 3", seen);
  EXPECT_EQ(stopped.status, 422);
  EXPECT_TRUE(stopped.says("Iemand anders heeft dit intussen gewijzigd"));
  EXPECT_TRUE(stopped.says("In lokaal 3"));
  EXPECT_TRUE(stopped.says("Nu staat er: In de aula"));
  EXPECT_EQ(in.value("select place from programme_meeting where id = '" + meeting + "'"), "In de aula");
  EXPECT_EQ(change(director, "In lokaal 3", stopped.field("_seen")).status, 303);
  EXPECT_EQ(in.value("select place from programme_meeting where id = '" + meeting + "'"), "In lokaal 3");
}

TEST(Company, of_a_planned_meeting_is_changed_by_who_runs_the_programme) {
  Case in;
  auto office = in.as("office");
  auto const first = in.participation("Houwingaham");
  auto const second = in.participation("De Tweemaster");
  auto const planned =
      office.post("/programma/deelname/" + first + "/bijeenkomsten", {{"kind", "kick_off"},
                                                                      {"title", "Samen"},
                                                                      {"starts_at", "2004-10-06T14:00"},
                                                                      {"minutes", "90"},
                                                                      {"participations", first}});
  auto const path = planned.location + "/wie";
  EXPECT_TRUE(office.get(path).says("De Tweemaster"));
  EXPECT_EQ(office.post(path).status, 422);
  EXPECT_EQ(office.post(path, {{"participations", first}, {"participations", second}}).status, 303);
  auto const count = "select cast(count(*) as text) from programme_meeting_participation where meeting_id = '" +
                     planned.location.substr(planned.location.rfind('/') + 1) + "'";
  EXPECT_EQ(in.value(count), "2");
  EXPECT_EQ(office.post(path, {{"participations", in.participation("Drieborg")}}).status, 422) << "it is paused";
  EXPECT_EQ(in.value(count), "2") << "what is refused changes nothing";
  EXPECT_EQ(in.as("teacher").get(path).status, 404);
}

TEST(Agenda, of_a_meeting_that_was_held_stays) {
  Case in;
  auto director = in.as("director");
  auto const meeting = in.value(
      "select m.id from programme_meeting m join programme_meeting_participation p on p.meeting_id = m.id where "
      "p.participation_id = '" +
      in.participation("Theo Thijssenschool") + "' and m.step = 5");
  EXPECT_EQ(
      director.post("/programma/bijeenkomst/" + meeting + "/agenda", {{"title", "Later"}, {"minutes", "5"}}).status,
      422);
}

TEST(Outcome, that_is_corrected_leaves_a_step_undone_as_it_was) {
  Case in;
  auto office = in.as("office");
  auto const meeting = in.value(
      "select m.id from programme_meeting m join programme_meeting_participation p on p.meeting_id = m.id where "
      "p.participation_id = '" +
      in.participation("Houwingaham") + "' and m.step = 5");
  auto const path = "/programma/bijeenkomst/" + meeting + "/opbrengst";
  auto const ticked = "name=\"step_done\" value=\"1\" checked";
  EXPECT_TRUE(office.get(path).says(ticked));
  ASSERT_EQ(office.post(path, {{"outcome", "Nog niet af."}}).status, 303);
  EXPECT_FALSE(office.get(path).says(ticked)) << "who mends the text does not tick the step unseen";
}

TEST(Outcome, of_a_meeting_that_is_to_come_is_refused) {
  Case in;
  auto const meeting = in.value(
      "select m.id from programme_meeting m join programme_meeting_participation p on p.meeting_id = m.id where "
      "p.participation_id = '" +
      in.participation("Houwingaham") + "' and m.step = 6");
  auto const refused =
      in.as("office").post("/programma/bijeenkomst/" + meeting + "/opbrengst", {{"outcome", "Te vroeg"}});
  EXPECT_EQ(refused.status, 422);
  EXPECT_TRUE(refused.says("Te vroeg"));
}

TEST(Attendance, is_recorded_for_the_expected_only) {
  Case in;
  auto office = in.as("office");
  auto const meeting = in.value(
      "select m.id from programme_meeting m join programme_meeting_participation p on p.meeting_id = m.id where "
      "p.participation_id = '" +
      in.participation("Houwingaham") + "' and m.step = 5");
  auto const someone_else = in.person("Kuipers");
  auto const before =
      in.value("select cast(count(*) as text) from programme_attendance where meeting_id = '" + meeting + "'");
  EXPECT_EQ(office
                .post("/programma/bijeenkomst/" + meeting + "/aanwezig",
                      {{"person-" + in.person("Smid"), "absent"}, {"person-" + someone_else, "present"}})
                .status,
            303);
  EXPECT_EQ(in.value("select presence from programme_attendance where meeting_id = '" + meeting +
                     "' and person_id = '" + in.person("Smid") + "'"),
            "absent");
  EXPECT_EQ(in.value("select cast(count(*) as text) from programme_attendance where meeting_id = '" + meeting + "'"),
            before);
}

}  // namespace

}  // namespace lenig::programme
