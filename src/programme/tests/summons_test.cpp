// Inviting to a meeting: letters with a place in the calendar, an answer without signing in, changes told, and a feed.
#include "programme/summons.hpp"

#include <gtest/gtest.h>

#include "tests/support/browser.hpp"

namespace lenig::programme {

namespace {

using tests::Case;

/// The meeting of step 6 at Houwingaham, which is still to come.
std::string to_come(Case& in) {
  return in.value(
      "select m.id from programme_meeting m join programme_meeting_participation p on p.meeting_id = m.id where m.step "
      "= 6 and p.participation_id = '" +
      in.participation("Houwingaham") + "'");
}

std::string page_of(std::string const& meeting) { return "/programma/bijeenkomst/" + meeting; }

/// The newest letter to an address whose subject begins so.
std::string letter(Case& in, std::string const& email, std::string const& subject) {
  return in.value("select body from mail_message where recipient = '" + email + "' and subject like '" + subject +
                  "%' order by id desc limit 1");
}

/// The path of the link behind these words.
std::string link_in(std::string const& letter, std::string const& words) {
  auto const at = letter.find(words + "http://lenig.test");
  if (at == std::string::npos) return {};
  auto const from = at + words.size() + std::string("http://lenig.test").size();
  return letter.substr(from, letter.find_first_of("\n ", from) - from);
}

std::string answer_of(Case& in, std::string const& person) {
  return in.value("select answer from programme_summons where person_id = '" + in.person(person) + "'");
}

TEST(Summons, go_once_to_everybody_who_is_expected) {
  Case in;
  auto const meeting = to_come(in);
  auto office = in.as("office");
  EXPECT_EQ(office.post(page_of(meeting) + "/uitnodigen").status, 303);
  auto const count = in.value("select cast(count(*) as text) from programme_summons");
  EXPECT_GT(std::stoi(count), 10);
  EXPECT_EQ(in.value("select cast(count(*) as text) from mail_message where subject like 'Uitnodiging:%'"), count);
  auto const text = letter(in, in.email_of("teacher"), "Uitnodiging");
  EXPECT_NE(text.find("Ik kom: "), std::string::npos);
  EXPECT_EQ(office.post(page_of(meeting) + "/uitnodigen").status, 303);
  EXPECT_EQ(in.value("select cast(count(*) as text) from programme_summons"), count) << "nobody twice";
  EXPECT_EQ(in.as("director").post(page_of(meeting) + "/uitnodigen").status, 404) << "of another school";
}

TEST(Answer, comes_by_a_link_without_signing_in_and_looking_at_it_answers_nothing) {
  Case in;
  in.as("office").post(page_of(to_come(in)) + "/uitnodigen");
  auto const yes = link_in(letter(in, in.email_of("teacher"), "Uitnodiging"), "Ik kom: ");
  ASSERT_FALSE(yes.empty());
  auto anybody = in.anybody();
  EXPECT_TRUE(anybody.get(yes).says("data-send-now=\"ja\""));
  EXPECT_EQ(answer_of(in, "Smid"), "waiting") << "a program that looks at links answers nothing";
  auto const path = yes.substr(0, yes.find('?'));
  EXPECT_EQ(anybody.post(path, {{"comes", "ja"}}).status, 303);
  EXPECT_EQ(answer_of(in, "Smid"), "accepted");
  EXPECT_EQ(anybody.post(path, {{"comes", "nee"}}).status, 303);
  EXPECT_EQ(answer_of(in, "Smid"), "declined");
  EXPECT_EQ(anybody.get(path.substr(0, path.size() - 3) + "xyz").status, 404);
  EXPECT_EQ(anybody.post(path.substr(0, path.size() - 3) + "xyz", {{"comes", "ja"}}).status, 404);
}

TEST(Reminder, stops_when_somebody_answered) {
  Case in;
  auto const meeting = to_come(in);
  in.as("office").post(page_of(meeting) + "/uitnodigen");
  auto const reminders =
      "select cast(count(*) as text) from mail_message where subject like 'Komt u?%' and recipient = '" +
      in.email_of("teacher") + "'";
  EXPECT_EQ(in.value(reminders), "1");
  EXPECT_EQ(in.as("teacher").post(page_of(meeting) + "/antwoord", {{"comes", "ja"}}).status, 303);
  EXPECT_EQ(in.value(reminders), "0");
}

TEST(Change, of_time_is_told_and_of_the_materials_is_not) {
  Case in;
  auto const meeting = to_come(in);
  auto office = in.as("office");
  office.post(page_of(meeting) + "/uitnodigen");
  auto const told = "select cast(count(*) as text) from mail_message where subject like 'Gewijzigd:%'";
  auto const change = [&](std::string const& starts_at, std::string const& materials) {
    office.get(page_of(meeting) + "/wijzigen");
    return office.post(page_of(meeting) + "/wijzigen",
                       {{"title", in.value("select title from programme_meeting where id = '" + meeting + "'")},
                        {"starts_at", starts_at},
                        {"minutes", "120"},
                        {"place", "Houwingaham"},
                        {"trainer", "Harm Drenth"},
                        {"materials", materials}});
  };
  EXPECT_EQ(change("2004-05-19T15:30", "Kaartjes").status, 303);
  EXPECT_EQ(in.value(told), "0");
  EXPECT_EQ(change("2004-05-20T15:30", "Kaartjes").status, 303);
  EXPECT_EQ(in.value(told), in.value("select cast(count(*) as text) from programme_summons"));
  EXPECT_EQ(in.value("select cast(sequence as text) from programme_meeting where id = '" + meeting + "'"), "1");
}

TEST(CallingOff, is_told_and_so_is_its_undoing) {
  Case in;
  auto const meeting = to_come(in);
  auto office = in.as("office");
  office.post(page_of(meeting) + "/uitnodigen");
  auto const all = in.value("select cast(count(*) as text) from programme_summons");
  EXPECT_EQ(office.post(page_of(meeting) + "/afzeggen").status, 303);
  EXPECT_EQ(in.value("select cast(count(*) as text) from mail_message where subject like 'Afgezegd:%'"), all);
  auto const step =
      in.value("select id from undo_step where kind = 'programme.cancel_meeting' order by id desc limit 1");
  EXPECT_EQ(office.post("/ongedaan/" + step).status, 303);
  EXPECT_EQ(in.value("select cast(count(*) as text) from mail_message where subject like 'Gewijzigd:%'"), all);
}

TEST(Answers, are_told_by_name_to_who_leads_the_meeting_alone) {
  Case in;
  auto const meeting = to_come(in);
  in.as("office").post(page_of(meeting) + "/uitnodigen");
  EXPECT_TRUE(in.as("office").get(page_of(meeting)).says("Wie antwoordde wat?"));
  auto const teacher = in.as("teacher").get(page_of(meeting));
  EXPECT_FALSE(teacher.says("Wie antwoordde wat?"));
  EXPECT_TRUE(teacher.says("Ik kom niet"));
}

TEST(Reply, of_a_calendar_counts_when_it_is_newer_and_about_that_meeting) {
  Case in;
  auto const meeting = to_come(in);
  in.as("office").post(page_of(meeting) + "/uitnodigen");
  auto const token = in.value("select token from programme_summons where person_id = '" + in.person("Smid") + "'");
  mail::Answered answered{
      .token = token, .reply = {.uid = "other@lenig", .answer = Attending::accepted, .given_at = base::Instant::now()}};
  take_reply(in.database(), answered);
  EXPECT_EQ(answer_of(in, "Smid"), "waiting");
  answered.reply.uid = meeting + "@lenig";
  take_reply(in.database(), answered);
  EXPECT_EQ(answer_of(in, "Smid"), "accepted");
  answered.reply.answer = Attending::declined;
  answered.reply.given_at = base::Instant::parse("2004-04-01T12:00:00.000Z").value();
  take_reply(in.database(), answered);
  EXPECT_EQ(answer_of(in, "Smid"), "accepted") << "an older answer comes late";
}

TEST(Feed, holds_what_somebody_was_invited_to_until_its_secret_is_made_anew) {
  Case in;
  in.as("office").post(page_of(to_come(in)) + "/uitnodigen");
  auto teacher = in.as("teacher");
  teacher.get("/account/agenda");
  auto const made = teacher.post("/account/agenda");
  auto const at = made.body.find("http://lenig.test/agenda/");
  ASSERT_NE(at, std::string::npos);
  auto const path = made.body.substr(at + 17, 51);
  auto const feed = in.anybody().get(path);
  EXPECT_EQ(feed.status, 200);
  EXPECT_TRUE(feed.says("BEGIN:VEVENT"));
  EXPECT_TRUE(feed.says(to_come(in) + "@lenig"));
  teacher.post("/account/agenda");
  EXPECT_EQ(in.anybody().get(path).status, 404);
}

}  // namespace

}  // namespace lenig::programme
