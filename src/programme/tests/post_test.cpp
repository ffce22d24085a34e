// Letters around a programme: asking for wishes, addresses that letters come back from, when post comes; and looking
// back asked on the start page.
#include <gtest/gtest.h>

#include "tests/support/browser.hpp"

namespace lenig::programme {

namespace {

using tests::Case;

std::string planning(Case& in) { return "/programma/" + in.programme() + "/planning"; }

int letters(Case& in, std::string const& where) {
  return std::stoi(in.value("select cast(count(*) as text) from mail_message where " + where));
}

TEST(OpenWishes, are_asked_of_who_leads_a_school_that_said_nothing) {
  Case in;
  auto office = in.as("office");
  EXPECT_TRUE(office.get(planning(in)).says("Vraag 12 scholen om hun wensen"));
  EXPECT_EQ(office.post(planning(in) + "/wensen-vragen").status, 303);
  EXPECT_TRUE(office.get(planning(in)).says("12 scholen zijn om hun wensen gevraagd"));
  EXPECT_TRUE(office.get(planning(in)).says("Naar wensen gevraagd op 15 april 2004"));
  EXPECT_EQ(letters(in, "key like 'wish %'"), 12);
  auto const eexter = in.unit("Eexterbasisschool");
  EXPECT_EQ(letters(in, "key like 'wish %" + eexter + "' and body like '%/programma/wensen/" + eexter + "/%'"), 1);
  EXPECT_EQ(letters(in, "key like 'wish %" + in.unit("De Linde") + "'"), 0) << "she said what she wants";
  EXPECT_FALSE(office.get(planning(in)).says("om hun wensen</button>")) << "not twice on a day";
  EXPECT_EQ(office.post(planning(in) + "/wensen-vragen").status, 422);
  EXPECT_EQ(in.as("director").post(planning(in) + "/wensen-vragen").status, 404);
}

TEST(OpenWishes, that_are_noted_need_no_letter_any_more) {
  Case in;
  auto office = in.as("office");
  office.post(planning(in) + "/wensen-vragen");
  auto const eexter = in.unit("Eexterbasisschool");
  EXPECT_EQ(office.post("/programma/wensen/" + eexter + "/" + in.programme(), {{"year-2004", "suits"}}).status, 303);
  EXPECT_EQ(letters(in, "key like 'wish %" + eexter + "'"), 0);
  EXPECT_EQ(letters(in, "key like 'wish %'"), 11);
}

TEST(Bounces, are_told_to_the_office_with_whose_they_are_and_cleared_by_a_press) {
  Case in;
  auto office = in.as("office");
  auto const meeting = in.value("select min(id) from programme_meeting where step = 6");
  office.post("/programma/bijeenkomst/" + meeting + "/uitnodigen");
  auto const email = in.value("select min(email) from programme_summons");
  auto const bounce = [&](std::string const& board) {
    in.change("insert into mail_bounce (board_id, address, status, reason, at) values ('" + board + "', lower('" +
              email + "'), '5.1.1', 'No such user here', '2004-04-10T08:00:00.000Z')");
  };
  bounce(in.value("select board_id from organisation_unit where name = 'Houwingaham'"));
  bounce(in.value("select board_id from organisation_unit where name = 'De Strandloper'"));
  auto const page = office.get("/programma/onbestelbaar");
  EXPECT_TRUE(page.says("No such user here"));
  auto const name = in.value(
      "select p.family_name from organisation_person p join programme_summons s on s.person_id = p.id and s.board_id = "
      "p.board_id where s.email = '" +
      email + "'");
  EXPECT_TRUE(page.says(name));
  for (auto const* const persona : {"director", "trainer", "teacher", "board_member"})
    EXPECT_EQ(in.as(persona).get("/programma/onbestelbaar").status, 404) << persona;
  EXPECT_EQ(office.post("/programma/onbestelbaar", {{"address", email}}).status, 303);
  EXPECT_FALSE(office.get("/programma/onbestelbaar").says("No such user here"));
  EXPECT_EQ(in.value("select cast(count(*) as text) from mail_bounce"), "1") << "another board's is its own";
}

TEST(Post, comes_when_somebody_chose_it) {
  Case in;
  auto teacher = in.as("teacher");
  EXPECT_TRUE(teacher.get("/account").says("/account/brieven"));
  EXPECT_TRUE(teacher.get("/account/brieven").says(in.email_of("teacher")));
  EXPECT_EQ(teacher.post("/account/brieven", {{"rhythm", "yearly"}, {"hour", "7"}, {"weekday", "1"}}).status, 422);
  EXPECT_EQ(teacher.post("/account/brieven", {{"rhythm", "weekly"}, {"hour", "24"}, {"weekday", "1"}}).status, 422);
  EXPECT_EQ(teacher.post("/account/brieven", {{"rhythm", "weekly"}, {"hour", "16"}, {"weekday", "5"}}).status, 303);
  EXPECT_EQ(in.value("select rhythm || ' ' || hour || ' ' || weekday from mail_preference where address = '" +
                     in.email_of("teacher") + "'"),
            "weekly 16 5");
}

/// A meeting of Houwingaham was held five days ago.
std::string held_lately(Case& in) {
  auto const meeting = in.value(
      "select min(m.id) from programme_meeting m join programme_meeting_participation p on p.meeting_id = m.id where "
      "m.step = 5 and p.participation_id = '" +
      in.participation("Houwingaham") + "'");
  in.change("update programme_meeting set starts_at = '2004-04-10T14:00', state = 'held' where id = '" + meeting + "'");
  return meeting;
}

TEST(LookingBack, that_is_open_stands_on_the_start_page_of_who_did_not_answer) {
  Case in;
  auto const meeting = held_lately(in);
  auto const link = "/programma/bijeenkomst/" + meeting + "/terugblik";
  in.change("delete from programme_answer where subject_id = '" + meeting + "'");
  auto teacher = in.as("teacher");
  EXPECT_TRUE(teacher.get("/").says(link));
  EXPECT_FALSE(in.as("director").get("/").says(link)) << "she leads another school";
  EXPECT_FALSE(in.as("hr").get("/").says(link));
  EXPECT_EQ(teacher.post(link, {{"answer-1", "4"}, {"answer-2", "Goed"}}).status, 303);
  EXPECT_FALSE(teacher.get("/").says(link)) << "answered";
  EXPECT_TRUE(in.as("support").get("/").says(link)) << "each for themselves";
  in.change("update programme_meeting set starts_at = '2004-03-31T14:00' where id = '" + meeting + "'");
  EXPECT_FALSE(in.as("support").get("/").says(link)) << "it closed yesterday";
}

TEST(LookingBack, of_a_cohort_stands_there_between_its_days) {
  Case in;
  auto const cohort = in.cohort("Pilots");
  auto const link = "/programma/groep/" + cohort + "/terugblik";
  EXPECT_FALSE(in.as("teacher").get("/").says(link));
  in.change(
      "update programme_cohort set evaluation_opens = '2004-04-01', evaluation_closes = '2004-04-15' where id = '" +
      cohort + "'");
  EXPECT_TRUE(in.as("teacher").get("/").says(link));
  in.change("update programme_cohort set evaluation_closes = '2004-04-14' where id = '" + cohort + "'");
  EXPECT_FALSE(in.as("teacher").get("/").says(link));
}

}  // namespace

}  // namespace lenig::programme
