// Looking back: who may answer, what is shown of it and when, and whose words they stay.
#include "programme/evaluation.hpp"

#include <gtest/gtest.h>

#include "tests/support/browser.hpp"

namespace lenig::programme {

namespace {

using tests::Browser;
using tests::Case;

std::string answers_to(Case& in, std::string const& subject) {
  return in.value("select cast(count(*) as text) from programme_answer where subject_id = '" + subject + "'");
}

/// The meeting of step 5 at Houwingaham, a week before the case's day: open to look back on.
std::string open_meeting(Case& in) {
  return in.value(
      "select m.id from programme_meeting m join programme_meeting_participation p on p.meeting_id = m.id where m.step "
      "= "
      "5 and p.participation_id = '" +
      in.participation("Houwingaham") + "'");
}

/// The meeting of step 4 there, long closed.
std::string closed_meeting(Case& in) {
  return in.value(
      "select m.id from programme_meeting m join programme_meeting_participation p on p.meeting_id = m.id where m.step "
      "= "
      "4 and p.participation_id = '" +
      in.participation("Houwingaham") + "'");
}

std::string path(std::string const& meeting) { return "/programma/bijeenkomst/" + meeting + "/terugblik"; }

TEST(Teacher, looks_back_on_a_meeting_and_can_change_it_until_it_closes) {
  Case in;
  auto const meeting = open_meeting(in);
  auto teacher = in.as("teacher");
  auto const form = teacher.get(path(meeting));
  EXPECT_EQ(form.status, 200);
  EXPECT_TRUE(form.says("vertrouwelijk"));
  EXPECT_TRUE(form.says("niet anoniem"));
  EXPECT_EQ(
      teacher.post(path(meeting), {{"answer-1", "4"}, {"answer-2", "De rust in de groep"}, {"quotable-2", "1"}}).status,
      303);
  EXPECT_EQ(answers_to(in, meeting), "2");
  EXPECT_TRUE(teacher.get(path(meeting)).says("De rust in de groep"));
  EXPECT_EQ(teacher.post(path(meeting), {{"answer-1", "3"}}).status, 303);
  EXPECT_EQ(answers_to(in, meeting), "1");
}

TEST(Answer, is_sealed_with_its_author_s_key) {
  Case in;
  auto const meeting = open_meeting(in);
  in.as("teacher").post(path(meeting), {{"answer-2", "Alleen voor ons"}});
  auto const sealed = in.value("select sealed from programme_answer where subject_id = '" + meeting + "'");
  EXPECT_FALSE(sealed.empty());
  EXPECT_EQ(sealed.find("Alleen"), std::string::npos);
}

TEST(Answer, without_anything_or_above_the_scale_is_refused_and_nothing_is_lost) {
  Case in;
  auto const meeting = open_meeting(in);
  auto teacher = in.as("teacher");
  EXPECT_EQ(teacher.post(path(meeting), {{"answer-1", "9"}}).status, 422);
  auto const long_text = std::string(2001, 'x');
  auto const refused = teacher.post(path(meeting), {{"answer-1", "4"}, {"answer-2", long_text}});
  EXPECT_EQ(refused.status, 422);
  EXPECT_TRUE(refused.says(long_text));
  EXPECT_EQ(answers_to(in, meeting), "0");
}

TEST(Answer, of_somebody_who_was_not_expected_is_refused) {
  Case in;
  auto const meeting = open_meeting(in);
  EXPECT_EQ(in.as("director").get(path(meeting)).status, 404) << "of another school";
  EXPECT_EQ(in.as("office").get(path(meeting)).status, 404) << "who runs it does not look back on it";
  EXPECT_EQ(in.as("stranger").get(path(meeting)).status, 404);
}

TEST(Answers, are_shown_to_nobody_before_it_closes) {
  Case in;
  auto const meeting = closed_meeting(in);
  in.change("update programme_meeting set starts_at = '2004-04-10T15:30' where id = '" + meeting + "'");
  for (auto const* const persona : {"teacher", "office", "trainer"}) {
    auto const results = in.as(persona).get(path(meeting) + "/uitkomst");
    EXPECT_EQ(results.status, 200) << persona;
    EXPECT_FALSE(results.says("Een duidelijke agenda.")) << persona;
    EXPECT_FALSE(results.says("gemiddeld")) << persona;
  }
}

TEST(Answers, are_shown_without_a_name_once_closed_and_answered_by_five) {
  Case in;
  auto const meeting = closed_meeting(in);
  auto const results = in.as("office").get(path(meeting) + "/uitkomst");
  EXPECT_EQ(results.status, 200);
  EXPECT_TRUE(results.says("gemiddeld"));
  EXPECT_TRUE(results.says("Een duidelijke agenda."));
  EXPECT_FALSE(results.says("Anneke Smid"));
  EXPECT_EQ(in.as("director").get(path(meeting) + "/uitkomst").status, 404) << "of another school";
}

TEST(Answers, below_five_are_withheld) {
  Case in;
  auto const meeting = closed_meeting(in);
  in.change("delete from programme_answer where subject_id = '" + meeting +
            "' and person_id not in (select person_id from programme_answer where subject_id = '" + meeting +
            "' group by person_id order by person_id limit 4)");
  auto const results = in.as("office").get(path(meeting) + "/uitkomst");
  EXPECT_FALSE(results.says("gemiddeld"));
  EXPECT_FALSE(results.says("Een duidelijke agenda."));
  EXPECT_TRUE(results.says("door te weinig mensen beantwoord"));
}

TEST(Author, decides_about_quoting_also_after_it_closed) {
  Case in;
  auto const meeting = closed_meeting(in);
  auto teacher = in.as("teacher");
  auto const of_teacher = "select cast(coalesce(sum(quotable), 0) as text) from programme_answer where subject_id = '" +
                          meeting + "' and person_id = '" + in.person("Smid") + "'";
  teacher.get(path(meeting));
  EXPECT_EQ(teacher.post(path(meeting), {{"quotable-2", "1"}}).status, 303);
  EXPECT_EQ(in.value(of_teacher), "1");
  EXPECT_EQ(teacher.post(path(meeting)).status, 303);
  EXPECT_EQ(in.value(of_teacher), "0");
}

TEST(ErasedKey, takes_the_words_with_it) {
  Case in;
  auto const meeting = closed_meeting(in);
  auto const all = "select person_id from programme_answer where subject_id = '" + meeting +
                   "' and question = 2 and sealed <> '' order by person_id limit 1";
  auto const before = in.as("office").get(path(meeting) + "/uitkomst").body.size();
  in.application().vault().erase({vault::OwnerKind::person, in.value(all)});
  EXPECT_LT(in.as("office").get(path(meeting) + "/uitkomst").body.size(), before);
}

TEST(Mean, at_the_ends_of_the_scale_is_told_as_a_class) {
  i18n::Words const tr(i18n::Language::nl);
  EXPECT_EQ(shown_mean(5.0, tr), "4,8 of hoger");
  EXPECT_EQ(shown_mean(1.0, tr), "1,2 of lager");
  EXPECT_EQ(shown_mean(3.4444, tr), "3,4");
}

TEST(Cohort, is_asked_to_look_back_between_two_days) {
  Case in;
  auto office = in.as("office");
  auto const cohort = "/programma/groep/" + in.cohort("Pilots");
  EXPECT_EQ(office.post(cohort + "/terugblik/vragen", {{"opens", "2004-04-20"}, {"closes", "2004-04-19"}}).status, 422);
  EXPECT_EQ(office.post(cohort + "/terugblik/vragen", {{"opens", "2004-04-15"}, {"closes", "2004-05-06"}}).status, 303);
  auto teacher = in.as("teacher");
  EXPECT_TRUE(teacher.get(cohort).says("Kijk terug"));
  EXPECT_EQ(teacher.post(cohort + "/terugblik", {{"answer-1", "5"}, {"answer-2", "Een eigen plan"}}).status, 303);
  auto const earlier = office.post(cohort + "/terugblik/vragen", {{"opens", "2004-04-15"}, {"closes", "2004-04-16"}});
  EXPECT_EQ(earlier.status, 422) << "somebody answered already: it does not close earlier";
}

TEST(Template, says_what_is_asked_and_a_new_version_copies_it) {
  Case in;
  auto office = in.as("office");
  auto const path = "/programma/" + in.programme() + "/opzet";
  EXPECT_EQ(office
                .post(path + "/terugblik",
                      {{"moment", "meeting"}, {"form", "open"}, {"theme", "stuck"}, {"question", "Wat nu?"}})
                .status,
            422)
      << "a version in use does not change";
  EXPECT_EQ(office.post(path).status, 303);
  EXPECT_EQ(office
                .post(path + "/terugblik",
                      {{"moment", "meeting"}, {"form", "open"}, {"theme", "stuck"}, {"question", "Waar liep u vast?"}})
                .status,
            303);
  EXPECT_TRUE(office.get(path + "/terugblik").says("Waar liep u vast?"));
  EXPECT_EQ(in.value("select cast(count(*) as text) from programme_evaluation_question where version = 2"), "9");
  EXPECT_EQ(office.post(path + "/terugblik/meeting/4/verwijderen").status, 303);
  EXPECT_EQ(in.value("select cast(count(*) as text) from programme_evaluation_question where version = 2"), "8");
  auto const step =
      in.value("select id from undo_step where kind = 'programme.remove_evaluation_question' order by id desc limit 1");
  EXPECT_EQ(office.post("/ongedaan/" + step).status, 303);
  EXPECT_TRUE(office.get(path + "/terugblik").says("Waar liep u vast?"));
  EXPECT_EQ(office.post(path + "/terugblik/naam", {{"meeting_answers", "by_name"}, {"cohort_answers", "confidential"}})
                .status,
            303);
  EXPECT_EQ(in.value("select meeting_answers from programme_version where number = 2"), "by_name");
}

TEST(NamedAnswers, are_for_who_runs_it_alone) {
  Case in;
  in.change("update programme_version set meeting_answers = 'by_name' where programme_id = '" + in.programme() + "'");
  auto const meeting = open_meeting(in);
  auto teacher = in.as("teacher");
  EXPECT_TRUE(teacher.get(path(meeting)).says("met uw naam"));
  teacher.post(path(meeting), {{"answer-2", "De rust in de groep"}});
  auto const results = in.as("office").get(path(meeting) + "/uitkomst");
  EXPECT_TRUE(results.says("De rust in de groep"));
  EXPECT_TRUE(results.says("Anneke Smid"));
  EXPECT_EQ(in.as("support").get(path(meeting) + "/uitkomst").status, 404);
}

}  // namespace

}  // namespace lenig::programme
