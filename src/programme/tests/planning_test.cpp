// Who goes when: wishes, the plan by hand and by the engine, a yes, and carrying it out; the directors and the team.
#include "programme/planning.hpp"

#include <gtest/gtest.h>

#include "programme/agreement.hpp"
#include "programme/project_team.hpp"
#include "tests/support/browser.hpp"

namespace lenig::programme {

namespace {

using tests::Browser;
using tests::Case;

std::string planning(Case& in) { return "/programma/" + in.programme() + "/planning"; }

std::string cohort_of(Case& in, std::string const& unit) {
  return in.value(
      "select c.name from programme_participation w join programme_cohort c on c.id = w.cohort_id where w.id = '" +
      in.participation(unit) + "'");
}

tests::Answer place(Case& in, Browser& office, std::string const& unit, std::string const& cohort) {
  return office.post(planning(in) + "/plaatsen", {{"unit", in.unit(unit)}, {"cohort", in.cohort(cohort)}});
}

TEST(Office, moves_a_school_and_sees_at_once_what_breaks) {
  Case in;
  auto office = in.as("office");
  EXPECT_EQ(place(in, office, "Beukenlaan", "Tranche 1").status, 303);
  auto const page = office.get(planning(in));
  EXPECT_TRUE(page.says("één boven het maximum")) << "Tranche 1 holds eight";
  EXPECT_TRUE(page.says("dit schooljaar past niet; de school moet eerst ja zeggen"));
  EXPECT_EQ(cohort_of(in, "Beukenlaan"), "Tranche 2") << "a plan is not an invitation yet";
  EXPECT_EQ(office.post(planning(in) + "/uitvoeren", {{"over_maximum", "1"}}).status, 422) << "without its yes";
  auto const step = in.value("select id from undo_step where kind = 'programme.place_unit' order by id desc limit 1");
  EXPECT_EQ(office.post("/ongedaan/" + step).status, 303);
  EXPECT_FALSE(office.get(planning(in)).says("één boven het maximum"));
}

TEST(School, that_is_on_its_way_is_not_moved) {
  Case in;
  auto office = in.as("office");
  EXPECT_EQ(place(in, office, "Houwingaham", "Tranche 1").status, 422);
}

TEST(Maximum, is_exceeded_knowingly_alone) {
  Case in;
  auto office = in.as("office");
  place(in, office, "Uilenburcht", "Tranche 1");
  EXPECT_EQ(office.post(planning(in) + "/uitvoeren").status, 422);
  EXPECT_EQ(cohort_of(in, "Uilenburcht"), "Tranche 2");
  EXPECT_EQ(office.post(planning(in) + "/uitvoeren", {{"over_maximum", "1"}}).status, 303);
  EXPECT_EQ(cohort_of(in, "Uilenburcht"), "Tranche 1");
}

TEST(Director, says_when_it_suits_and_yes_to_what_did_not) {
  Case in;
  auto const unit = in.unit("Theo Thijssenschool");
  in.change("update programme_participation set status = 'invited', cohort_id = '" + in.cohort("Tranche 2") +
            "' where unit_id = '" + unit + "'");
  auto director = in.as("director");
  auto const wishes = "/programma/wensen/" + unit + "/" + in.programme();
  EXPECT_EQ(director.post(wishes, {{"year-2004", "does_not_suit"}, {"team_day", "monday"}, {"team_at", ""}}).status,
            422)
      << "half a time is no time";
  auto const wrong =
      director.post(wishes, {{"year-2004", "does_not_suit"}, {"team_day", "monday"}, {"team_at", "half vier"}});
  EXPECT_EQ(wrong.status, 422);
  EXPECT_TRUE(wrong.says("half vier"));
  EXPECT_EQ(director
                .post(wishes, {{"year-2004", "does_not_suit"},
                               {"year-2005", "suits"},
                               {"weekdays", "monday"},
                               {"team_day", "monday"},
                               {"team_at", "15:30"}})
                .status,
            303);
  auto office = in.as("office");
  place(in, office, "Theo Thijssenschool", "Tranche 1");
  EXPECT_EQ(office.post(wishes + "/ja").status, 404) << "only who leads the school says yes for it";
  EXPECT_TRUE(director.get(wishes + "/ja").says("Ja, dit kan"));
  EXPECT_EQ(director.post(wishes + "/ja").status, 303);
  EXPECT_FALSE(office.get(planning(in)).says("de school moet eerst ja zeggen"));
  EXPECT_EQ(office.post(planning(in) + "/uitvoeren", {{"over_maximum", "1"}}).status, 303);
  EXPECT_EQ(cohort_of(in, "Theo Thijssenschool"), "Tranche 1");
}

TEST(Wishes, of_another_school_are_not_for_a_director_nor_for_a_stranger) {
  Case in;
  auto const wishes = "/programma/wensen/" + in.unit("Houwingaham") + "/" + in.programme();
  EXPECT_EQ(in.as("director").get(wishes).status, 404);
  EXPECT_EQ(in.as("stranger").get(wishes).status, 404);
  EXPECT_EQ(in.as("office").get(wishes).status, 200);
}

TEST(Proposal, for_the_24_units_of_the_case_is_proven_and_holds_every_maximum) {
  Case in;
  auto const sheet = in.database().read(db::every_board, [&](db::Reading& reading) {
    return sheet_of(reading, find_programme(reading, ProgrammeId(in.programme())).value());
  });
  EXPECT_EQ(sheet.units.size(), 24U);
  auto const plan = proposal_for(sheet);
  EXPECT_EQ(plan.gap(), 0);
  EXPECT_EQ(plan.cohort_of.size(), 24U);
  std::map<std::string, int> members;
  for (auto const& [unit, cohort] : plan.cohort_of) ++members[cohort];
  for (auto const& cohort : sheet.cohorts) EXPECT_LE(members[cohort.id.text()], cohort.most.value());
}

TEST(Proposal, is_shown_with_its_proof_and_taken_over_by_a_press) {
  Case in;
  auto office = in.as("office");
  place(in, office, "Beukenlaan", "Tranche 1");
  auto const proposal = office.post(planning(in) + "/voorstel");
  EXPECT_EQ(proposal.status, 200);
  EXPECT_TRUE(proposal.says("Bewezen"));
  EXPECT_TRUE(proposal.says("Beukenlaan"));
  EXPECT_EQ(office.post(planning(in) + "/overnemen", {{"plan", proposal.field("plan")}}).status, 303);
  EXPECT_FALSE(office.get(planning(in)).says("één boven het maximum"));
}

TEST(Agreement, has_an_owner_and_a_day_and_is_done_by_its_owner) {
  Case in;
  auto office = in.as("office");
  auto const path = "/programma/" + in.programme() + "/afspraken";
  EXPECT_TRUE(office.get(path).says("had klaar moeten zijn op 1 december 2003"));
  EXPECT_EQ(office.post(path, {{"what", "Bellen"}, {"person", in.person("Kuipers")}, {"due", "2004-04-14"}}).status,
            422);
  EXPECT_EQ(office.post(path, {{"what", "Bellen"}, {"person", in.person("Smid")}, {"due", "2004-05-01"}}).status, 422)
      << "a teacher sits in no such talk";
  EXPECT_EQ(office.post(path, {{"what", "Bellen"}, {"person", in.person("Kuipers")}, {"due", "2004-05-01"}}).status,
            303);
  auto const done =
      "/programma/afspraak/" + in.value("select id from programme_agreement where what = 'Bellen'") + "/gedaan";
  EXPECT_EQ(in.as("teacher").post(done).status, 404);
  EXPECT_EQ(in.as("director").post(done).status, 303);
  EXPECT_EQ(in.value("select done_on from programme_agreement where what = 'Bellen'"), "2004-04-15");
}

TEST(StandingItem, that_was_dropped_shows_on_the_map) {
  Case in;
  EXPECT_TRUE(
      in.as("office").get("/programma/" + in.programme()).says("is afgezegd, en daarna is er geen meer gehouden"));
  EXPECT_TRUE(in.as("director").get("/programma/" + in.programme()).says("geen overleg gepland"));
}

TEST(ProjectTeam, turns_over_by_the_rule) {
  Case in;
  auto const served = [&](int year, char const* origin) {
    return in.value("select cast(count(*) as text) from programme_team_member where school_year = " +
                    std::to_string(year) + " and origin = '" + origin + "'");
  };
  EXPECT_EQ(served(2004, "former"), "2");
  EXPECT_EQ(served(2004, "present"), "3");
  EXPECT_EQ(served(2005, "former"), "2");
  EXPECT_EQ(served(2005, "present"), "3");
  EXPECT_EQ(served(2006, "former"), "3") << "the last year: of the cohort that has its second year";
  EXPECT_EQ(served(2006, "present"), "0");
  auto office = in.as("office");
  auto const team = "/programma/" + in.programme() + "/projectteam";
  EXPECT_TRUE(office.get(team).says("2006-2007"));
  EXPECT_EQ(office.post(team + "/2004", {{"office", in.person("Smid")}}).status, 422);
  EXPECT_EQ(office.post(team + "/2004", {{"office", in.person("Bos")}}).status, 303);
  EXPECT_EQ(served(2004, "former"), "0");
}

}  // namespace

}  // namespace lenig::programme
