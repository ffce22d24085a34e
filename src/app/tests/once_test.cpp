// Forms: each is done once, for the session whose page it stood on, and nothing typed is lost.
#include <gtest/gtest.h>

#include "platform/access/session.hpp"
#include "tests/support/browser.hpp"

namespace lenig::tests {

namespace {

using Fields = std::vector<std::pair<std::string, std::string>>;

/// Adds a question of the own team: a writing form that the teacher of the case may send.
class Forms : public ::testing::Test {
 protected:
  std::string path() { return "/programma/deelname/" + way + "/vragen"; }
  int asked(std::string const& text) {
    return std::stoi(in.value("select cast(count(*) as text) from programme_question where question = '" + text + "'"));
  }
  static std::string encoded(Browser const& browser, std::string const& text) {
    return "question=" + text + "&_csrf=" + browser.csrf + "&_once=" + browser.once;
  }
  static http::Headers form_type() { return {{"content-type", "application/x-www-form-urlencoded"}}; }

  Case in;
  std::string const way = in.participation("Houwingaham");
  Browser teacher = in.as("teacher");
};

}  // namespace

TEST_F(Forms, sent_twice_are_done_once_and_lead_to_the_same_place) {
  teacher.get("/programma/deelname/" + way);
  teacher.keep_once = true;
  auto const first = teacher.post(path(), {{"question", "Eenmaal gevraagd"}});
  auto const second = teacher.post(path(), {{"question", "Eenmaal gevraagd"}});
  ASSERT_EQ(first.status, 303);
  EXPECT_EQ(second.status, 303);
  EXPECT_EQ(second.location, first.location);
  EXPECT_EQ(asked("Eenmaal gevraagd"), 1);
  EXPECT_TRUE(teacher.get(second.location).says("Dit was al verstuurd"));
}

TEST_F(Forms, from_two_pages_are_two_forms_though_they_say_the_same) {
  ASSERT_EQ(teacher.post(path(), {{"question", "Tweemaal gevraagd"}}).status, 303);
  teacher.get("/programma/deelname/" + way);
  ASSERT_EQ(teacher.post(path(), {{"question", "Tweemaal gevraagd"}}).status, 303);
  EXPECT_EQ(asked("Tweemaal gevraagd"), 2);
}

TEST_F(Forms, of_one_page_that_say_something_else_are_another) {
  teacher.keep_once = true;
  ASSERT_EQ(teacher.post(path(), {{"question", "De ene vraag"}}).status, 303);
  ASSERT_EQ(teacher.post(path(), {{"question", "De andere vraag"}}).status, 303);
  EXPECT_EQ(asked("De ene vraag") + asked("De andere vraag"), 2);
}

TEST_F(Forms, that_were_refused_can_be_sent_again) {
  teacher.keep_once = true;
  EXPECT_EQ(teacher.post(path(), {{"question", ""}}).status, 422);
  EXPECT_EQ(teacher.post(path(), {{"question", ""}}).status, 422);
  EXPECT_EQ(teacher.post(path(), {{"question", "Nu wel ingevuld"}}).status, 303);
  EXPECT_EQ(asked("Nu wel ingevuld"), 1);
}

TEST_F(Forms, without_a_token_are_not_done_but_shown_again) {
  auto const answer = teacher.post_bare(path(), "question=Zonder+bewijs", form_type());
  EXPECT_EQ(answer.status, 403);
  EXPECT_TRUE(answer.says("Nog niet verstuurd"));
  EXPECT_TRUE(answer.says("name=\"question\" value=\"Zonder bewijs\""));
  EXPECT_EQ(asked("Zonder bewijs"), 0);
}

TEST_F(Forms, of_another_session_are_not_done) {
  auto colleague = in.as("support");
  auto const answer = teacher.post_bare(path(), encoded(colleague, "Geleend"), form_type());
  EXPECT_EQ(answer.status, 403);
  EXPECT_EQ(asked("Geleend"), 0);
}

TEST_F(Forms, of_another_site_are_not_done_even_with_a_token) {
  auto headers = form_type();
  headers.emplace_back("sec-fetch-site", "cross-site");
  auto const answer = teacher.post_bare(path(), encoded(teacher, "Gestuurd"), headers);
  EXPECT_EQ(answer.status, 403);
  EXPECT_FALSE(answer.says("Gestuurd"));  // nobody here typed it, so nobody is offered to send it
  EXPECT_EQ(asked("Gestuurd"), 0);
  headers.back().second = "same-origin";
  EXPECT_EQ(teacher.post_bare(path(), encoded(teacher, "Gestuurd"), headers).status, 303);
}

TEST_F(Forms, that_are_shown_again_can_be_sent_from_there) {
  auto const shown = teacher.post_bare(path(), "question=Alsnog", form_type());
  ASSERT_EQ(shown.status, 403);
  EXPECT_TRUE(shown.says("action=\"" + path() + "\""));
  EXPECT_EQ(teacher.post(path(), {{"question", "Alsnog"}}).status, 303);  // with the tokens of that page
  EXPECT_EQ(asked("Alsnog"), 1);
}

TEST_F(Forms, that_are_shown_again_keep_no_password_and_no_script) {
  auto anybody = in.anybody();
  auto const answer =
      anybody.post_bare("/aanmelden", "email=%3Cscript%3Ejan&password=geheim123&again=geheim456&_once=x", form_type());
  EXPECT_EQ(answer.status, 403);
  EXPECT_TRUE(answer.says("name=\"email\" value=\"&lt;script&gt;jan\""));
  EXPECT_FALSE(answer.says("geheim"));
}

TEST_F(Forms, of_a_session_that_ended_meanwhile_keep_what_was_typed) {
  auto const kept = teacher.csrf;
  teacher.cookies.erase("lenig_session");
  auto const answer = teacher.post_bare(path(), "question=Lang+getypt&_csrf=" + kept + "&_once=x", form_type());
  EXPECT_EQ(answer.status, 403);
  EXPECT_TRUE(answer.says("value=\"Lang getypt\""));
  teacher.sign_in(in.email_of("teacher"), in.password_of("teacher"));
  EXPECT_EQ(teacher.post(path(), {{"question", "Lang getypt"}}).status, 303);
}

TEST_F(Forms, that_can_not_be_read_are_a_bad_request) {
  struct Bad {
    char const* body;
    char const* type;
  };
  for (auto const& [body, type] : {Bad{"question=%zz", "application/x-www-form-urlencoded"},
                                   Bad{"question=%ff", "application/x-www-form-urlencoded"},
                                   Bad{"question=%00", "application/x-www-form-urlencoded"},
                                   Bad{"{\"question\":1}", "application/json"}, Bad{"question=x", "text/plain"}}) {
    auto const answer = teacher.post_bare(path(), body, {{"content-type", type}});
    EXPECT_EQ(answer.status, 400) << body;
    EXPECT_TRUE(answer.says("niet te lezen")) << body;
  }
  EXPECT_EQ(teacher.post_bare(path(), "question=x", {}).status, 400);
}

}  // namespace lenig::tests
