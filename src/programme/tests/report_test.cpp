// Reports: composed from what is there, edited by part, quoting only what was released, kept as adopted.
#include "programme/report.hpp"

#include <gtest/gtest.h>

#include "programme/report_text.hpp"
#include "tests/support/browser.hpp"

namespace lenig::programme {

namespace {

using tests::Case;

std::string of_case(Case& in) {
  return "/programma/verslag/" +
         in.value("select id from programme_report where school_year = 2003 and kind = 'interim'");
}

TEST(InterimReport, of_the_case_is_read_by_everybody_around_the_programme) {
  Case in;
  auto const report = of_case(in);
  for (auto const* const persona : {"office", "director", "teacher", "board_member", "supervisor", "council", "hr"}) {
    auto const page = in.as(persona).get(report);
    EXPECT_EQ(page.status, 200) << persona;
    EXPECT_TRUE(page.says("Positieve ervaringen")) << persona;
    EXPECT_TRUE(page.says("jaarrooster")) << "the words that De Tweemaster released";
    EXPECT_TRUE(page.says("een deelnemer")) << "a released quote";
  }
  EXPECT_EQ(in.as("stranger").get(report).status, 404);
}

TEST(AnnualReport, begins_from_what_the_system_holds_and_is_edited_by_part) {
  Case in;
  auto office = in.as("office");
  auto const list = "/programma/" + in.programme() + "/verslagen";
  auto const begun = office.post(list, {{"kind", "annual"}, {"school_year", "2003"}});
  ASSERT_EQ(begun.status, 303);
  auto const draft = office.get(begun.location);
  EXPECT_TRUE(draft.says("Deze bijeenkomst helpt mij in mijn werk."));
  EXPECT_TRUE(draft.says("2 van 5 scholen en teams liggen stil."));
  EXPECT_TRUE(draft.says("Houwingaham"));
  EXPECT_EQ(office.post(list, {{"kind", "annual"}, {"school_year", "2003"}}).status, 422) << "there is one already";
  EXPECT_EQ(office.post(begun.location + "/deel/recommendations", {{"text", "- Ga door."}}).status, 303);
  EXPECT_TRUE(office.get(begun.location).says("<li>Ga door.</li>"));
  EXPECT_EQ(in.as("teacher").get(begun.location).status, 404) << "a draft is for who makes it";
  EXPECT_EQ(in.as("trainer").get(begun.location).status, 200);
}

TEST(Quote, stands_in_a_report_only_as_long_as_its_author_releases_it) {
  Case in;
  auto office = in.as("office");
  auto const begun =
      office.post("/programma/" + in.programme() + "/verslagen", {{"kind", "annual"}, {"school_year", "2003"}});
  auto const quoted = "een deelnemer";
  EXPECT_TRUE(office.get(begun.location).says(quoted));
  in.change("update programme_answer set quotable = 0");
  EXPECT_FALSE(office.get(begun.location).says(quoted));
  EXPECT_TRUE(office.get(of_case(in)).says(quoted)) << "an adopted report says what it said";
}

TEST(Quote, that_was_not_released_is_not_taken_whatever_the_form_names) {
  Case in;
  auto office = in.as("office");
  auto const begun =
      office.post("/programma/" + in.programme() + "/verslagen", {{"kind", "annual"}, {"school_year", "2003"}});
  auto const closed = in.value(
      "select subject_id || '.2.' || person_id from programme_answer where question = 2 and quotable = 0 and sealed <> "
      "'' "
      "order by subject_id, person_id limit 1");
  EXPECT_EQ(office.post(begun.location + "/deel/positive", {{"text", "Niets"}, {"quotes", closed}}).status, 303);
  EXPECT_EQ(
      in.value("select cast(count(*) as text) from programme_report_quote where subject_id || '.2.' || person_id = '" +
               closed + "' and question = 2"),
      "0");
}

TEST(School, writes_its_own_words_and_releases_them) {
  Case in;
  auto office = in.as("office");
  auto const begun =
      office.post("/programma/" + in.programme() + "/verslagen", {{"kind", "annual"}, {"school_year", "2003"}});
  auto const report = begun.location.substr(begun.location.rfind('/') + 1);
  auto director = in.as("director");
  auto const words = "/programma/deelname/" + in.participation("Theo Thijssenschool") + "/verslag/" + report;
  EXPECT_TRUE(director.get("/programma/deelname/" + in.participation("Theo Thijssenschool")).says("Uw eigen woorden"));
  EXPECT_EQ(director.post(words, {{"words", ""}, {"released", "1"}}).status, 422);
  EXPECT_EQ(director.post(words, {{"words", "Wij gaan verder met z'n vijven."}}).status, 303);
  EXPECT_FALSE(office.get(begun.location).says("met z&#39;n vijven")) << "not released yet";
  EXPECT_EQ(office.get(words).status, 404) << "a school's own words are its own";
  EXPECT_EQ(director.post(words, {{"words", "Wij gaan verder met z'n vijven."}, {"released", "1"}}).status, 303);
  EXPECT_TRUE(office.get(begun.location).says("met z&#39;n vijven"));
}

TEST(Adoption, keeps_what_the_report_says_and_can_be_undone) {
  Case in;
  auto office = in.as("office");
  auto const begun =
      office.post("/programma/" + in.programme() + "/verslagen", {{"kind", "annual"}, {"school_year", "2003"}});
  EXPECT_EQ(office.post(begun.location + "/vaststellen", {{"adopted_on", "2004-04-16"}}).status, 422);
  EXPECT_EQ(office.post(begun.location + "/vaststellen", {{"adopted_on", "2004-04-15"}}).status, 303);
  auto const before = in.as("teacher").get(begun.location);
  EXPECT_EQ(before.status, 200);
  in.change("update programme_participation set status = 'withdrawn'");
  EXPECT_TRUE(office.get(begun.location).says("2 van 5 scholen en teams liggen stil."));
  auto const refused = office.post(begun.location + "/deel/positive", {{"text", "Toch anders"}});
  EXPECT_EQ(refused.status, 422);
  EXPECT_TRUE(refused.says("Toch anders")) << "nothing typed is lost";
  auto const step = in.value(
      "select id from undo_step where kind = 'programme.adopt_report' and used_at is null order by id desc limit 1");
  EXPECT_EQ(office.post("/ongedaan/" + step).status, 303);
  EXPECT_EQ(in.as("teacher").get(begun.location).status, 404);
}

TEST(Report, goes_to_paper_for_who_orders_it) {
  Case in;
  auto director = in.as("director");
  auto const ordered = director.post(of_case(in) + "/document", {{"format", "pdf"}});
  EXPECT_EQ(ordered.status, 303);
  EXPECT_TRUE(ordered.location.starts_with("/document/"));
  EXPECT_EQ(director.get(ordered.location).status, 200);
  EXPECT_EQ(in.as("office").get(ordered.location).status, 404);
}

TEST(Map, says_which_report_is_missing) {
  Case in;
  auto const map = "/programma/" + in.programme();
  EXPECT_FALSE(in.as("office").get(map).says("had er op 31 maart 2004 moeten zijn"));
  in.change("update programme_report set adopted_on = null");
  EXPECT_TRUE(in.as("office").get(map).says("Tussenverslag 2003-2004 had er op 31 maart 2004 moeten zijn"));
}

TEST(Monitoring, answers_four_questions_with_counts) {
  Case in;
  auto const page = in.as("office").get("/programma/" + in.programme() + "/monitoring");
  EXPECT_EQ(page.status, 200);
  for (auto const* const question :
       {"Wat werkt, en wat niet?", "Waar lopen scholen vast?", "Wat belemmert, en wat helpt?", "Wat levert het op?"})
    EXPECT_TRUE(page.says(question)) << question;
  EXPECT_TRUE(page.says("ligt stil"));
  EXPECT_EQ(in.as("teacher").get("/programma/" + in.programme() + "/monitoring").status, 404);
}

TEST(Blocks, of_typed_text_are_paragraphs_and_lists) {
  auto const blocks = blocks_of("Eerste\nregel\n\n- een\n- twee\nSlot");
  ASSERT_EQ(blocks.size(), 3U);
  EXPECT_EQ(blocks[0].text, "Eerste\nregel");
  EXPECT_EQ(blocks[1].items, (std::vector<std::string>{"een", "twee"}));
  EXPECT_EQ(blocks[2].text, "Slot");
  EXPECT_TRUE(blocks_of("").empty());
}

}  // namespace

}  // namespace lenig::programme
