// What people do with a programme, through the program's own pages: who, what, then what the page says and the row
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

std::string turns_of(Case& in, std::string const& way) {
  return in.value("select cast(count(*) as text) from programme_turn where participation_id = '" + way + "'");
}

tests::Answer turn(Browser& browser, std::string const& way, std::string const& what, std::string const& day,
                   std::string const& reason = "") {
  return browser.post("/programma/deelname/" + way + "/stand/" + what, {{"on_day", day}, {"reason", reason}});
}

TEST(Director, pauses_and_resumes_with_the_history_kept) {
  Case in;
  auto director = in.as("director");
  auto const way = in.participation("Theo Thijssenschool");
  EXPECT_EQ(turn(director, way, "paused", "2004-04-15", "workload").status, 303);
  EXPECT_EQ(status_of(in, way), "paused");
  auto const page = director.get("/programma/deelname/" + way);
  EXPECT_TRUE(page.says("Gepauzeerd: drukte"));
  EXPECT_TRUE(page.says("door Wim Kuipers"));
  EXPECT_EQ(turn(director, way, "resumed", "2004-04-15").status, 303);
  EXPECT_EQ(status_of(in, way), "active");
  EXPECT_EQ(turns_of(in, way), "6");
}

TEST(Pause, without_a_reason_is_refused_and_keeps_the_day) {
  Case in;
  auto director = in.as("director");
  auto const way = in.participation("Theo Thijssenschool");
  auto const refused = turn(director, way, "paused", "2004-04-14");
  EXPECT_EQ(refused.status, 422);
  EXPECT_TRUE(refused.says("Kies een soort reden"));
  EXPECT_TRUE(refused.says("value=\"2004-04-14\""));
  EXPECT_EQ(status_of(in, way), "active");
}

TEST(Turn, in_the_future_or_before_the_last_one_is_refused) {
  Case in;
  auto director = in.as("director");
  auto const way = in.participation("Theo Thijssenschool");
  EXPECT_EQ(turn(director, way, "paused", "2004-04-16", "workload").status, 422);
  EXPECT_EQ(turn(director, way, "paused", "2003-09-09", "workload").status, 422);
  EXPECT_EQ(status_of(in, way), "active");
}

TEST(Director, plans_for_the_own_school_alone_whatever_the_form_names) {
  Case in;
  auto director = in.as("director");
  auto const own = in.participation("Theo Thijssenschool");
  auto const other = in.participation("Houwingaham");
  auto const planned =
      director.post("/programma/deelname/" + own + "/bijeenkomsten", {{"kind", "step"},
                                                                      {"step", "6"},
                                                                      {"starts_at", "2004-04-14T14:00"},
                                                                      {"minutes", "60"},
                                                                      {"participations", other},
                                                                      {"participations", own}});
  ASSERT_EQ(planned.status, 303);
  EXPECT_EQ(director.post(planned.location + "/opbrengst", {{"outcome", "Klaar"}, {"step_done", "1"}}).status, 303);
  EXPECT_EQ(in.value("select cast(count(*) as text) from programme_step_done where participation_id = '" + own + "'"),
            "6");
  EXPECT_EQ(in.value("select cast(count(*) as text) from programme_step_done where participation_id = '" + other + "'"),
            "5");
  EXPECT_EQ(director.post(planned.location + "/opbrengst", {{"outcome", "Toch niet klaar"}}).status, 303);
  EXPECT_EQ(in.value("select cast(count(*) as text) from programme_step_done where participation_id = '" + own + "'"),
            "5");
}

TEST(Turn, can_be_undone_until_something_else_happens) {
  Case in;
  auto director = in.as("director");
  auto const way = in.participation("Theo Thijssenschool");
  EXPECT_EQ(turn(director, way, "paused", "2004-04-15", "workload").status, 303);
  auto const step = in.value(
      "select id from undo_step where kind = 'programme.take_turn' and used_at is null order by id desc limit 1");
  EXPECT_EQ(director.post("/ongedaan/" + step).status, 303);
  EXPECT_EQ(status_of(in, way), "active");
  EXPECT_EQ(turns_of(in, way), "4");
}

TEST(WayOfAPerson, is_not_for_colleagues_nor_for_those_who_see_totals) {
  Case in;
  auto office = in.as("office");
  auto const network = in.value("select id from organisation_unit where kind = 'network'");
  auto const begun = office.post(
      "/programma", {{"library", "leernetwerk"}, {"name", "Leernetwerk"}, {"host", network}, {"audience", "people"}});
  auto const path = begun.location.substr(0, begun.location.rfind('/'));
  office.post(path + "/opzet/vaststellen");
  office.post(path + "/groepen", {{"name", "Groep van mensen"}, {"school_year", "2004"}});
  auto const teacher = in.person("Smid");
  EXPECT_EQ(office
                .post("/programma/groep/" + in.cohort("Groep van mensen") + "/uitnodigen",
                      {{"people", teacher}, {"people", teacher}, {"on_day", "2004-04-15"}})
                .status,
            303);
  EXPECT_EQ(in.value("select cast(count(*) as text) from programme_participation where person_id = '" + teacher + "'"),
            "1");
  EXPECT_FALSE(in.as("supervisor").get(path).says("Anneke Smid"));
  EXPECT_TRUE(office.get(path).says("Anneke Smid"));
  EXPECT_FALSE(in.as("support").get("/").says("Leernetwerk"));
  EXPECT_TRUE(in.as("teacher").get("/").says("Leernetwerk"));
}

TEST(Turn, that_is_not_possible_from_here_leads_back_and_changes_nothing) {
  Case in;
  auto office = in.as("office");
  auto const way = in.participation("De Bouwsteen");
  auto const answer = turn(office, way, "started", "2004-04-15");
  EXPECT_EQ(answer.status, 303);
  EXPECT_EQ(answer.location, "/programma/deelname/" + way);
  EXPECT_EQ(status_of(in, way), "invited");
}

TEST(Office, brings_a_school_from_invitation_to_its_first_meeting) {
  Case in;
  auto office = in.as("office");
  auto const way = in.participation("De Bouwsteen");
  EXPECT_EQ(turn(office, way, "intake_held", "2004-04-10").status, 303);
  EXPECT_EQ(turn(office, way, "committed", "2004-04-12").status, 303);
  EXPECT_EQ(
      office
          .post("/programma/deelname/" + way + "/plan",
                {{"wanted", "Elkaar vragen stellen"}, {"arrangement", "Elke zes weken"}, {"adopted_on", "2004-04-14"}})
          .status,
      303);
  auto const planned = office.post("/programma/deelname/" + way + "/bijeenkomsten", {{"kind", "step"},
                                                                                     {"step", "1"},
                                                                                     {"starts_at", "2004-09-08T14:00"},
                                                                                     {"minutes", "150"},
                                                                                     {"participations", way}});
  ASSERT_EQ(planned.status, 303);
  auto const meeting = office.get(planned.location);
  EXPECT_TRUE(meeting.says("Startbijeenkomst met persoonlijke competenties in popgroepen"));
  EXPECT_TRUE(meeting.says("Wat mag niet verloren gaan?"));  // a question of the step is an item of the agenda
  EXPECT_TRUE(meeting.says("Totaal 2 uur en 30 minuten"));
  EXPECT_TRUE(office.get("/programma/" + in.programme()).says("gepland op 8 september 2004"));
}

TEST(PausedSchool, starts_anew_in_the_next_cohort_with_its_history_kept) {
  Case in;
  auto office = in.as("office");
  auto const way = in.participation("Drieborg");
  EXPECT_EQ(office
                .post("/programma/groep/" + in.cohort("Tranche 1") + "/wijzigen",
                      {{"name", "Tranche 1"}, {"school_year", "2004"}, {"most", "9"}, {"second_year", "1"}})
                .status,
            303);
  EXPECT_EQ(office
                .post("/programma/deelname/" + way + "/stand/started_anew",
                      {{"on_day", "2004-04-15"}, {"cohort", in.cohort("Tranche 1")}})
                .status,
            303);
  EXPECT_EQ(
      in.value(
          "select c.name from programme_participation w join programme_cohort c on c.id = w.cohort_id where w.id = '" +
          way + "'"),
      "Tranche 1");
  EXPECT_EQ(turns_of(in, way), "6");
  auto const page = office.get("/programma/deelname/" + way);
  EXPECT_TRUE(page.says("0 van 6 stappen"));
  EXPECT_TRUE(page.says("2e keer begonnen"));
  EXPECT_EQ(in.value("select cast(count(*) as text) from programme_step_done where participation_id = '" + way + "'"),
            "1");  // the first attempt's stays
}

TEST(Cohort, that_is_full_takes_nobody_more) {
  Case in;
  auto office = in.as("office");
  auto const way = in.participation("Drieborg");
  auto const refused = office.post("/programma/deelname/" + way + "/stand/started_anew",
                                   {{"on_day", "2004-04-15"}, {"cohort", in.cohort("Tranche 1")}});
  EXPECT_EQ(refused.status, 422);
  EXPECT_TRUE(refused.says("Deze groep is vol"));
  EXPECT_EQ(status_of(in, way), "paused");
}

TEST(Cohort, does_not_get_smaller_than_who_is_in_it) {
  Case in;
  auto const refused = in.as("office").post("/programma/groep/" + in.cohort("Pilots") + "/wijzigen",
                                            {{"name", "Pilots"}, {"school_year", "2003"}, {"most", "4"}});
  EXPECT_EQ(refused.status, 422);
}

TEST(Invitation, of_a_unit_beyond_the_network_or_already_in_is_refused) {
  Case in;
  auto office = in.as("office");
  auto const path = "/programma/groep/" + in.cohort("Tranche 2") + "/uitnodigen";
  EXPECT_EQ(office.post(path, {{"units", in.unit("De Strandloper")}, {"on_day", "2004-04-15"}}).status, 422);
  EXPECT_EQ(office.post(path, {{"units", in.unit("Houwingaham")}, {"on_day", "2004-04-15"}}).status, 422);
  EXPECT_EQ(in.value("select cast(count(*) as text) from programme_participation"), "24");
}

TEST(Version, that_is_published_stays_with_who_began_on_it) {
  Case in;
  auto office = in.as("office");
  auto const path = "/programma/" + in.programme();
  EXPECT_EQ(office.post(path + "/opzet").status, 303);
  EXPECT_EQ(office.post(path + "/stappen", {{"title", "Terugkijken"}, {"minutes", "60"}}).status, 303);
  EXPECT_EQ(office.post(path + "/opzet/vaststellen").status, 303);
  EXPECT_EQ(in.value("select cast(count(*) as text) from programme_step where version = 1"), "6");
  EXPECT_EQ(in.value("select cast(count(*) as text) from programme_step where version = 2"), "7");
  EXPECT_EQ(in.value("select cast(version as text) from programme_cohort where name = 'Pilots'"), "1");
  EXPECT_EQ(office.post(path + "/groepen", {{"name", "Tranche 3"}, {"school_year", "2006"}}).status, 303);
  EXPECT_EQ(in.value("select cast(version as text) from programme_cohort where name = 'Tranche 3'"), "2");
  EXPECT_EQ(office.post(path + "/stappen", {{"title", "Te laat"}, {"minutes", "60"}}).status, 422);
}

TEST(Question, is_the_teams_own_and_nobody_keeps_who_asked) {
  Case in;
  auto support = in.as("support");
  auto const way = in.participation("Houwingaham");
  EXPECT_EQ(support.post("/programma/deelname/" + way + "/vragen", {{"question", ""}}).status, 422);
  EXPECT_EQ(support.post("/programma/deelname/" + way + "/vragen", {{"question", "Wat zie ik dat anderen niet zien?"}})
                .status,
            303);
  EXPECT_TRUE(in.as("teacher").get("/programma/deelname/" + way).says("Wat zie ik dat anderen niet zien?"));
  EXPECT_EQ(in.value("select coalesce(max(actor_id), 'nobody') from audit_entry where act = 'question.asked' and "
                     "object_id = (select id from programme_question where question like 'Wat zie ik%')"),
            "nobody");
  EXPECT_EQ(in.as("director").get("/programma/deelname/" + way).status, 404);
}

TEST(Question, is_put_better_or_removed_by_who_answers_it_and_comes_back) {
  Case in;
  auto director = in.as("director");
  auto const way = in.participation("Theo Thijssenschool");
  director.post("/programma/deelname/" + way + "/vragen", {{"question", "Hoe doen anderen dat?"}});
  auto const id = in.value("select id from programme_question where question = 'Hoe doen anderen dat?'");
  auto const better = director.post(
      "/programma/vraag/" + id,
      {{"question", "Hoe doen andere scholen dat?"}, {"fate", "planned"}, {"answer", "Komt terug in stap 6."}});
  EXPECT_EQ(better.status, 303);
  EXPECT_EQ(director.post("/programma/vraag/" + id + "/verwijderen").status, 303);
  EXPECT_FALSE(director.get("/programma/deelname/" + way).says("andere scholen"));
  auto const step = in.value("select id from undo_step where kind = 'programme.remove_question'");
  director.post("/ongedaan/" + step);
  auto const page = director.get("/programma/deelname/" + way);
  EXPECT_TRUE(page.says("Hoe doen andere scholen dat?"));
  EXPECT_TRUE(page.says("Komt terug in stap 6."));
}

TEST(Invitation, can_be_taken_back_until_something_follows) {
  Case in;
  auto office = in.as("office");
  auto const way_before = in.participation("Drieborg");
  ASSERT_EQ(turn(office, way_before, "withdrawn", "2004-04-15", "workload").status, 303);  // so it can be invited anew
  auto const free = in.unit("Drieborg");
  auto const invite = [&] {
    office.post("/programma/groep/" + in.cohort("Pilots") + "/uitnodigen", {{"units", free}, {"on_day", "2004-04-15"}});
    return in.value("select id from undo_step where kind = 'programme.invite' order by id desc limit 1");
  };
  auto const ways = [&] {
    return in.value(
        "select cast(count(*) as text) from programme_participation where status = 'invited' and unit_id = '" + free +
        "'");
  };
  auto const step = invite();
  EXPECT_EQ(ways(), "1");
  office.post("/ongedaan/" + step);
  EXPECT_EQ(ways(), "0");
  EXPECT_EQ(in.value("select cast(count(*) as text) from programme_turn t where not exists (select 1 from "
                     "programme_participation p where p.id = t.participation_id)"),
            "0");
  auto const second = invite();
  auto const way =
      in.value("select id from programme_participation where status = 'invited' and unit_id = '" + free + "'");
  EXPECT_EQ(turn(office, way, "intake_held", "2004-04-15").status, 303);
  office.post("/ongedaan/" + second);
  EXPECT_EQ(status_of(in, way), "intake") << "something followed: it stays";
}

TEST(Version, is_a_draft_again_when_publishing_is_undone) {
  Case in;
  auto office = in.as("office");
  auto const path = "/programma/" + in.programme() + "/opzet";
  office.post(path);
  office.post(path + "/vaststellen");
  auto const step = in.value("select id from undo_step where kind = 'programme.publish_version'");
  office.post("/ongedaan/" + step);
  EXPECT_TRUE(office.get(path).says("Concept van versie 2"));
  office.post(path + "/vaststellen");
  office.post("/programma/" + in.programme() + "/groepen", {{"name", "Tranche 3"}, {"school_year", "2005"}});
  auto const later = in.value("select id from undo_step where kind = 'programme.publish_version' and used_at is null");
  office.post("/ongedaan/" + later);
  EXPECT_TRUE(office.get(path).says("Versie 2")) << "a cohort goes by it";
  EXPECT_FALSE(office.get(path).says("Concept van versie 2"));
}

TEST(Step, that_moved_meanwhile_is_left_alone) {
  Case in;
  auto office = in.as("office");
  auto const path = "/programma/" + in.programme();
  office.post(path + "/opzet");
  auto const steps = [&] {
    return in.value("select cast(count(*) as text) from programme_step where version = 2 and programme_id = '" +
                    in.programme() + "'");
  };
  EXPECT_EQ(steps(), "6");
  office.post(path + "/stappen/2/verwijderen", {{"title", "Een andere stap"}});
  EXPECT_EQ(steps(), "6");
  auto const title = in.value("select title from programme_step where version = 2 and position = 2");
  office.post(path + "/stappen/2/verwijderen", {{"title", title}});
  EXPECT_EQ(steps(), "5");
}

TEST(LearningNetwork, is_gone_through_by_people_and_each_sees_their_own_way) {
  Case in;
  auto office = in.as("office");
  auto const network = in.value("select id from organisation_unit where kind = 'network'");
  auto const begun = office.post(
      "/programma", {{"library", "leernetwerk"}, {"name", "Leernetwerk"}, {"host", network}, {"audience", "people"}});
  ASSERT_EQ(begun.status, 303);
  auto const path = begun.location.substr(0, begun.location.rfind('/'));
  EXPECT_EQ(office.post(path + "/opzet/vaststellen").status, 303);
  EXPECT_EQ(office.post(path + "/groepen", {{"name", "Eerste groep"}, {"school_year", "2004"}, {"most", "7"}}).status,
            303);
  auto const teacher = in.person("Smid");
  EXPECT_EQ(office
                .post("/programma/groep/" + in.cohort("Eerste groep") + "/uitnodigen",
                      {{"people", teacher}, {"on_day", "2004-04-15"}})
                .status,
            303);
  auto const way = in.value("select id from programme_participation where person_id = '" + teacher + "'");
  EXPECT_EQ(in.as("teacher").get("/programma/deelname/" + way).status, 200);
  EXPECT_EQ(in.as("support").get("/programma/deelname/" + way).status, 404);  // a colleague at the same school
  EXPECT_TRUE(office.get(path).says("Anneke Smid, Houwingaham"));
  EXPECT_TRUE(office.get(path).says("1 ×"));
  auto const from_afar = in.as("supervisor").get(path);
  ASSERT_EQ(from_afar.status, 200);
  EXPECT_FALSE(from_afar.says("Anneke Smid"));
  EXPECT_FALSE(from_afar.says("1 ×")) << "one person is no number";
  EXPECT_FALSE(from_afar.says("1 van ten hoogste"));
  EXPECT_TRUE(from_afar.says("kleine aantallen blijven weg"));
}

}  // namespace

}  // namespace lenig::programme
