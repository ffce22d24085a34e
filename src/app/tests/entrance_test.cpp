// Coming in, by a browser: signing in and out, invitations, resets, and what is remembered.
#include <gtest/gtest.h>

#include "tests/support/browser.hpp"

namespace lenig::tests {

namespace {

class Entrance : public ::testing::Test {
 protected:
  int count(std::string const& from) { return std::stoi(in.value("select cast(count(*) as text) from " + from)); }
  std::string newest_mail(std::string const& column) {
    return in.value("select " + column + " from mail_message order by id desc limit 1");
  }
  /// The path of the link in the newest mail.
  std::string link() {
    auto const body = newest_mail("body");
    std::string const address = "http://lenig.test";
    auto const from = body.find(address) + address.size();
    return body.substr(from, body.find_first_of(" \n", from) - from);
  }
  Answer forgot(Browser& browser, std::string const& email) {
    return browser.post("/wachtwoord-vergeten", {{"email", email}});
  }

  Case in;
};

std::string without_tokens(std::string body) {
  for (char const* const name : {"_csrf", "_once"}) {
    auto const mark = std::string("name=\"") + name + "\" value=\"";
    for (auto at = body.find(mark); at != std::string::npos; at = body.find(mark, at + 1)) {
      auto const begin = at + mark.size();
      body.erase(begin, body.find('"', begin) - begin);
    }
  }
  return body;
}

constexpr char const* good = "paard batterij nietje";

}  // namespace

TEST_F(Entrance, says_the_same_to_a_wrong_password_and_an_unknown_address) {
  auto browser = in.anybody();
  auto const wrong = browser.post("/aanmelden", {{"email", in.email_of("teacher")}, {"password", "wrong"}});
  auto const unknown = browser.post("/aanmelden", {{"email", "nobody@school.example"}, {"password", "wrong"}});
  EXPECT_EQ(wrong.status, 422);
  EXPECT_EQ(unknown.status, 422);
  auto const neutral = [](std::string body, std::string const& email) {
    auto const at = body.find("value=\"" + email + "\" autocomplete=\"username\"");
    EXPECT_NE(at, std::string::npos) << "what was typed stands there";
    return without_tokens(body.erase(at, 7 + email.size()));
  };
  EXPECT_EQ(neutral(wrong.body, in.email_of("teacher")), neutral(unknown.body, "nobody@school.example"));
  EXPECT_FALSE(wrong.says("value=\"wrong\""));
}

TEST_F(Entrance, makes_who_fails_too_often_wait_and_says_how_long) {
  auto browser = in.anybody();
  for (int i = 0; i < 5; ++i) browser.post("/aanmelden", {{"email", in.email_of("teacher")}, {"password", "wrong"}});
  auto const answer =
      browser.post("/aanmelden", {{"email", in.email_of("teacher")}, {"password", in.password_of("teacher")}});
  EXPECT_EQ(answer.status, 422);
  EXPECT_TRUE(answer.says("Er is te vaak een verkeerd wachtwoord ingevuld"));
}

TEST_F(Entrance, leads_strangers_to_it_and_who_is_in_to_start) {
  auto stranger = in.anybody();
  auto const answer = stranger.get("/");
  EXPECT_EQ(answer.status, 303);
  EXPECT_EQ(answer.location, "/aanmelden");
  auto teacher = in.as("teacher");
  EXPECT_EQ(teacher.get("/aanmelden").location, "/");
}

TEST_F(Entrance, ends_the_session_of_who_signs_out_and_not_only_the_cookie) {
  auto teacher = in.as("teacher");
  auto const cookies = teacher.cookies;
  auto const done = teacher.post("/afmelden");
  EXPECT_EQ(done.location, "/aanmelden");
  EXPECT_FALSE(teacher.cookies.contains("lenig_session"));
  teacher.cookies = cookies;
  EXPECT_EQ(teacher.get("/").location, "/aanmelden");
}

TEST_F(Entrance, signs_out_everywhere) {
  auto here = in.as("teacher");
  auto there = in.as("teacher");
  auto colleague = in.as("support");
  EXPECT_EQ(here.post("/account/overal-afmelden").location, "/aanmelden");
  EXPECT_EQ(here.get("/").location, "/aanmelden");
  EXPECT_EQ(there.get("/").location, "/aanmelden");
  EXPECT_EQ(colleague.get("/").status, 200);
}

TEST_F(Entrance, answers_a_forgotten_password_the_same_for_whom_it_knows_and_whom_not) {
  auto browser = in.anybody();
  auto const before = count("mail_message");
  auto const known = forgot(browser, in.email_of("teacher"));
  EXPECT_EQ(count("mail_message"), before + 1);
  auto const unknown = forgot(browser, "nobody@school.example");
  EXPECT_EQ(count("mail_message"), before + 1);
  EXPECT_EQ(known.status, 200);
  EXPECT_EQ(unknown.status, 200);
  EXPECT_EQ(without_tokens(known.body), without_tokens(unknown.body));
  EXPECT_EQ(forgot(browser, "geen adres").status, 422);
}

TEST_F(Entrance, sends_one_person_three_links_an_hour_at_most) {
  auto browser = in.anybody();
  auto const before = count("mail_message");
  auto const first = forgot(browser, in.email_of("teacher"));
  for (int i = 0; i < 4; ++i) {
    EXPECT_EQ(without_tokens(forgot(browser, in.email_of("teacher")).body), without_tokens(first.body));
  }
  EXPECT_EQ(count("mail_message"), before + 3);
  forgot(browser, in.email_of("support"));
  EXPECT_EQ(count("mail_message"), before + 4);
}

TEST_F(Entrance, sends_a_link_that_sets_a_password_once) {
  auto before = in.as("teacher");
  auto browser = in.anybody();
  forgot(browser, in.email_of("teacher"));
  EXPECT_EQ(newest_mail("recipient"), in.email_of("teacher"));
  auto const path = link();
  ASSERT_TRUE(path.starts_with("/wachtwoord/")) << path;
  EXPECT_EQ(browser.get(path).status, 200);
  auto const set = browser.post(path, {{"password", good}, {"again", good}});
  EXPECT_EQ(set.status, 303);
  EXPECT_EQ(set.location, "/aanmelden");
  EXPECT_EQ(before.get("/").location, "/aanmelden");  // whoever was in is out
  EXPECT_EQ(browser.get(path).status, 404);
  EXPECT_EQ(browser.post(path, {{"password", "een heel ander woord"}, {"again", "een heel ander woord"}}).status, 404);
  EXPECT_NO_THROW(browser.sign_in(in.email_of("teacher"), good));
  auto old = in.anybody();
  EXPECT_THROW(old.sign_in(in.email_of("teacher"), in.password_of("teacher")), std::runtime_error);
}

TEST_F(Entrance, refuses_a_bad_password_and_leaves_the_link_as_it_was) {
  auto browser = in.anybody();
  forgot(browser, in.email_of("teacher"));
  auto const path = link();
  auto const shorter = browser.post(path, {{"password", "kort"}, {"again", "kort"}});
  EXPECT_EQ(shorter.status, 422);
  EXPECT_TRUE(shorter.says("Kies ten minste 12 tekens"));
  EXPECT_FALSE(shorter.says("value=\"kort\""));
  EXPECT_TRUE(
      browser.post(path, {{"password", good}, {"again", "iets anders dan dat"}}).says("Dit is een ander wachtwoord"));
  EXPECT_EQ(browser.post(path, {{"password", good}, {"again", good}}).status, 303);
}

TEST_F(Entrance, takes_a_password_as_it_was_typed) {
  std::string const spaced = "  paard batterij nietje  ";
  auto browser = in.anybody();
  forgot(browser, in.email_of("teacher"));
  ASSERT_EQ(browser.post(link(), {{"password", spaced}, {"again", spaced}}).status, 303);
  EXPECT_NO_THROW(browser.sign_in(in.email_of("teacher"), spaced));
}

TEST_F(Entrance, invites_a_colleague_who_chooses_a_password_and_is_in) {
  auto const person = in.value(
      "select p.id from organisation_person p where p.email is not null and not exists"
      " (select 1 from access_account a where a.person_id = p.id) order by p.id limit 1");
  ASSERT_FALSE(person.empty());
  auto const email = in.value("select email from organisation_person where id = '" + person + "'");
  auto hr = in.as("hr");
  auto const invited = hr.post("/organisatie/mens/" + person + "/uitnodigen");
  ASSERT_EQ(invited.status, 303) << invited.body;
  EXPECT_EQ(newest_mail("recipient"), email);
  auto const path = link();
  ASSERT_TRUE(path.starts_with("/welkom/")) << path;

  auto colleague = in.anybody();
  EXPECT_EQ(colleague.get(path).status, 200);
  EXPECT_EQ(colleague.post(path, {{"password", good}, {"again", good}}).location, "/aanmelden");
  EXPECT_NO_THROW(colleague.sign_in(email, good));
  EXPECT_EQ(colleague.get("/").status, 200);
  EXPECT_EQ(in.anybody().get(path).status, 404);
}

TEST_F(Entrance, invited_again_by_a_new_link_only) {
  auto const person = in.value(
      "select p.id from organisation_person p where p.email is not null and not exists"
      " (select 1 from access_account a where a.person_id = p.id) order by p.id limit 1");
  auto hr = in.as("hr");
  hr.post("/organisatie/mens/" + person + "/uitnodigen");
  auto const first = link();
  hr.post("/organisatie/mens/" + person + "/uitnodigen");
  auto const second = link();
  ASSERT_NE(first, second);
  EXPECT_EQ(in.anybody().get(first).status, 404);
  EXPECT_EQ(in.anybody().get(second).status, 200);
}

TEST_F(Entrance, remembers_language_and_theme_for_the_account_and_the_browser) {
  auto teacher = in.as("teacher");
  EXPECT_EQ(teacher.post("/voorkeuren/taal", {{"language", "en"}, {"here", "/organisatie"}}).location, "/organisatie");
  EXPECT_EQ(teacher.post("/voorkeuren/thema", {{"theme", "dark"}, {"here", "/account"}}).location, "/account");
  EXPECT_EQ(teacher.cookies.at("lenig_language"), "en");
  EXPECT_EQ(teacher.cookies.at("lenig_theme"), "dark");
  auto elsewhere = in.as("teacher");  // another browser, the same account
  EXPECT_TRUE(elsewhere.get("/account").says("<html lang=\"en\" data-theme=\"dark\">"));
  EXPECT_TRUE(in.as("support").get("/account").says("<html lang=\"nl\" data-theme=\"auto\">"));
  teacher.post("/afmelden");
  EXPECT_TRUE(teacher.get("/aanmelden").says("<html lang=\"en\" data-theme=\"dark\">"));
}

TEST_F(Entrance, lets_a_stranger_choose_a_language_and_refuses_what_is_none) {
  auto stranger = in.anybody();
  EXPECT_EQ(stranger.post("/voorkeuren/taal", {{"language", "en"}, {"here", "/aanmelden"}}).status, 303);
  EXPECT_TRUE(stranger.get("/aanmelden").says("<html lang=\"en\""));
  EXPECT_EQ(stranger.post("/voorkeuren/taal", {{"language", "fr"}}).status, 404);
  EXPECT_EQ(stranger.post("/voorkeuren/thema", {{"theme", "blue"}}).status, 404);
}

TEST_F(Entrance, leads_to_no_other_site_by_the_place_where_a_preference_was_chosen) {
  auto teacher = in.as("teacher");
  for (char const* const there : {"https://evil.example/", "//evil.example", "/\\evil.example", "\\\\evil.example",
                                  "/\t/evil.example", "/\n/evil.example", "javascript:alert(1)", "evil.example", "",
                                  "/\r\nSet-Cookie: a=b", " //evil.example", "/ /evil.example"}) {
    auto const answer = teacher.post("/voorkeuren/taal", {{"language", "nl"}, {"here", there}});
    EXPECT_EQ(answer.status, 303);
    EXPECT_EQ(answer.location, "/") << there;
  }
}

TEST_F(Entrance, stays_at_ones_own_boards) {
  auto teacher = in.as("teacher");
  auto const other = in.value(
      "select id from organisation_unit where kind = 'board' and name <> 'Openbaar Onderwijs Oost-Groningen' limit 1");
  EXPECT_EQ(
      teacher.post("/voorkeuren/bestuur", {{"board", other.empty() ? "01900000-0000-7000-8000-000000000000" : other}})
          .status,
      404);
  EXPECT_EQ(teacher.post("/voorkeuren/bestuur", {{"board", "x"}}).status, 404);
}

}  // namespace lenig::tests
