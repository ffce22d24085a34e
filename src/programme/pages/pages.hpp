#pragma once

#include "platform/access/routes.hpp"
#include "programme/joining.hpp"

// One file per page; each function answers one route.

namespace lenig::programme::pages {

using access::Visit;
using http::Response;

Response show_programmes(Visit& visit);
Response show_programme_new(Visit& visit);
Response post_programme(Visit& visit);
Response show_programme_change(Visit& visit);
Response post_programme_change(Visit& visit);

Response show_set_up(Visit& visit);
Response post_begin_version(Visit& visit);
Response post_publish(Visit& visit);
Response show_step_new(Visit& visit);
Response post_step(Visit& visit);
Response show_step_change(Visit& visit);
Response post_step_change(Visit& visit);
Response post_step_raise(Visit& visit);
Response post_step_remove(Visit& visit);

Response show_map(Visit& visit);
Response show_map_table(Visit& visit);

Response show_cohort_new(Visit& visit);
Response post_cohort(Visit& visit);
Response show_cohort_change(Visit& visit);
Response post_cohort_change(Visit& visit);
Response show_invitation(Visit& visit);
Response post_invitation(Visit& visit);

Response show_cohort(Visit& visit);
Response show_year(Visit& visit);
Response post_year_proposal(Visit& visit);
Response post_year_shift(Visit& visit);
Response post_year_adoption(Visit& visit);
Response show_year_settings(Visit& visit);
Response post_year_settings(Visit& visit);
Response show_year_meeting(Visit& visit);
Response post_year_meeting(Visit& visit);
Response post_year_meeting_remove(Visit& visit);
Response show_look_back(Visit& visit);
Response post_look_back(Visit& visit);
Response show_hand_over_new(Visit& visit);
Response post_hand_over(Visit& visit);

Response show_evaluation_questions(Visit& visit);
Response show_evaluation_question_new(Visit& visit);
Response post_evaluation_question(Visit& visit);
Response post_evaluation_question_remove(Visit& visit);
Response show_attributions(Visit& visit);
Response post_attributions(Visit& visit);
Response show_meeting_evaluation(Visit& visit);
Response post_meeting_evaluation(Visit& visit);
Response show_meeting_results(Visit& visit);
Response show_cohort_evaluation(Visit& visit);
Response post_cohort_evaluation(Visit& visit);
Response show_cohort_results(Visit& visit);

Response show_agreements(Visit& visit);
Response show_agreement_new(Visit& visit);
Response post_agreement(Visit& visit);
Response post_standing_item(Visit& visit);
Response post_agreement_done(Visit& visit);

Response show_facilitation(Visit& visit);
Response show_facilitation_new(Visit& visit);
Response post_facilitation(Visit& visit);
Response post_facilitation_remove(Visit& visit);

Response show_project_team(Visit& visit);
Response show_team_of_year(Visit& visit);
Response post_team_of_year(Visit& visit);

Response show_trainers(Visit& visit);
Response show_trainer_new(Visit& visit);
Response post_trainer(Visit& visit);
Response show_trainer(Visit& visit);
Response post_trainer_end(Visit& visit);
Response show_trainer_half_days(Visit& visit);
Response post_trainer_half_days(Visit& visit);
Response show_part(Visit& visit);
Response post_part(Visit& visit);
Response show_away_new(Visit& visit);
Response post_away(Visit& visit);
Response post_away_remove(Visit& visit);
Response show_meeting_trainers(Visit& visit);
Response post_meeting_trainers(Visit& visit);

Response show_holidays(Visit& visit);
Response show_holidays_change(Visit& visit);
Response post_holidays(Visit& visit);
Response show_regions(Visit& visit);
Response post_regions(Visit& visit);

Response show_bounces(Visit& visit);
Response post_bounce_clear(Visit& visit);

Response show_planning(Visit& visit);
Response post_ask_wishes(Visit& visit, std::string const& address);
Response post_place(Visit& visit);
Response post_carry_out(Visit& visit);
Response show_half_days(Visit& visit);
Response post_half_days(Visit& visit);
Response post_proposal(Visit& visit);
Response post_take_over(Visit& visit);
Response show_wishes(Visit& visit);
Response post_wishes(Visit& visit);
Response show_yes(Visit& visit);
Response post_yes(Visit& visit);

Response show_monitoring(Visit& visit);
Response show_reports(Visit& visit);
Response show_report_new(Visit& visit);
Response post_report(Visit& visit);
Response show_report(Visit& visit);
Response show_report_section(Visit& visit);
Response post_report_section(Visit& visit);
Response show_adoption(Visit& visit);
Response post_adoption(Visit& visit);
Response post_report_document(Visit& visit);
Response show_account_words(Visit& visit);
Response post_account_words(Visit& visit);

Response show_learned(Visit& visit);
Response show_lesson_new(Visit& visit);
Response post_lesson(Visit& visit);
Response show_lesson_change(Visit& visit);
Response post_lesson_change(Visit& visit);
Response post_lesson_remove(Visit& visit);
Response post_lesson_take_up(Visit& visit);
Response show_handed_on(Visit& visit);
Response post_handed_on(Visit& visit);

Response show_participation(Visit& visit);
/// With what joining asks of the unit.
Response show_turn(Visit& visit, Joining const& joining);
Response post_turn(Visit& visit, Joining const& joining);
Response show_completion(Visit& visit);
Response post_completion(Visit& visit);
Response show_approach(Visit& visit);
Response post_approach(Visit& visit);
Response show_question_new(Visit& visit);
Response post_question(Visit& visit);
Response show_fate(Visit& visit);
Response post_fate(Visit& visit);
Response post_question_remove(Visit& visit);

Response show_meeting_new(Visit& visit);
Response post_meeting(Visit& visit);
Response show_programme_meeting_new(Visit& visit);
Response post_programme_meeting(Visit& visit);
Response show_meeting(Visit& visit);
Response post_summon(Visit& visit, std::string const& address);
Response post_own_answer(Visit& visit);
Response show_answer(Visit& visit);
Response post_answer(Visit& visit);
Response show_feed_page(Visit& visit);
Response post_feed(Visit& visit, std::string const& address);
Response show_feed(Visit& visit, std::string const& address);
Response show_meeting_change(Visit& visit);
Response post_meeting_change(Visit& visit, std::string const& address);
Response show_company(Visit& visit);
Response post_company(Visit& visit);
Response post_meeting_cancel(Visit& visit, std::string const& address);
Response show_outcome(Visit& visit);
Response post_outcome(Visit& visit);
Response show_agenda_item_new(Visit& visit);
Response post_agenda_item(Visit& visit);
Response show_agenda_item_change(Visit& visit);
Response post_agenda_item_change(Visit& visit);
Response post_agenda_item_raise(Visit& visit);
Response post_agenda_item_remove(Visit& visit);
Response post_attendance(Visit& visit);

}  // namespace lenig::programme::pages
