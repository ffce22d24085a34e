#include "programme/routes.hpp"

#include "programme/agreement.hpp"
#include "programme/away.hpp"
#include "programme/evaluation_template.hpp"
#include "programme/facilitation.hpp"
#include "programme/lesson.hpp"
#include "programme/meeting.hpp"
#include "programme/pages/pages.hpp"
#include "programme/planning.hpp"
#include "programme/question.hpp"
#include "programme/report.hpp"
#include "programme/standing.hpp"
#include "programme/summons.hpp"
#include "programme/year_plan.hpp"

namespace lenig::programme {

using access::Access;
using access::Action;
using access::Matter;

namespace {

void add_programme_routes(access::Routes& routes) {
  auto const see = Access::may(Action::see, Matter::programme);
  auto const change = Access::may(Action::change, Matter::programme);
  routes.get("/programma", see, pages::show_programmes);
  routes.get("/programma/nieuw", change, pages::show_programme_new);
  routes.post("/programma", change, pages::post_programme);
  routes.of(relations_to_programme)
      .get("/programma/{id}/wijzigen", change, pages::show_programme_change)
      .post("/programma/{id}/wijzigen", change, pages::post_programme_change)
      .get("/programma/{id}/opzet", see, pages::show_set_up)
      .post("/programma/{id}/opzet", change, pages::post_begin_version)
      .post("/programma/{id}/opzet/vaststellen", change, pages::post_publish)
      .get("/programma/{id}/stappen/nieuw", change, pages::show_step_new)
      .post("/programma/{id}/stappen", change, pages::post_step)
      .get("/programma/{id}/stappen/{position}/wijzigen", change, pages::show_step_change)
      .post("/programma/{id}/stappen/{position}/wijzigen", change, pages::post_step_change)
      .post("/programma/{id}/stappen/{position}/omhoog", change, pages::post_step_raise)
      .post("/programma/{id}/stappen/{position}/verwijderen", change, pages::post_step_remove)
      .get("/programma/{id}/opzet/terugblik", see, pages::show_evaluation_questions)
      .get("/programma/{id}/opzet/terugblik/nieuw", change, pages::show_evaluation_question_new)
      .post("/programma/{id}/opzet/terugblik", change, pages::post_evaluation_question)
      .get("/programma/{id}/opzet/terugblik/naam", change, pages::show_attributions)
      .post("/programma/{id}/opzet/terugblik/naam", change, pages::post_attributions)
      .post("/programma/{id}/opzet/terugblik/{moment}/{position}/verwijderen", change,
            pages::post_evaluation_question_remove)
      .get("/programma/{id}/monitoring", Access::may(Action::see, Matter::roll_out), pages::show_monitoring)
      .get("/programma/{id}/verslagen", Access::may(Action::see, Matter::report), pages::show_reports)
      .get("/programma/{id}/verslagen/nieuw", Access::may(Action::change, Matter::report), pages::show_report_new)
      .post("/programma/{id}/verslagen", Access::may(Action::change, Matter::report), pages::post_report)
      .get("/programma/{id}/geleerd", Access::may(Action::see, Matter::lesson), pages::show_learned)
      .get("/programma/{id}", Access::may(Action::see, Matter::roll_out), pages::show_map)
      .get("/programma/{id}/tabel", Access::may(Action::see, Matter::roll_out), pages::show_map_table)
      .get("/programma/{id}/groepen/nieuw", Access::may(Action::change, Matter::cohort), pages::show_cohort_new)
      .post("/programma/{id}/groepen", Access::may(Action::change, Matter::cohort), pages::post_cohort)
      .get("/programma/{id}/bijeenkomsten/nieuw", Access::may(Action::change, Matter::talk),
           pages::show_programme_meeting_new)
      .post("/programma/{id}/bijeenkomsten", Access::may(Action::change, Matter::talk), pages::post_programme_meeting);
}

void add_cohort_routes(access::Routes& routes) {
  auto const change = Access::may(Action::change, Matter::cohort);
  routes.of(relations_to_cohort)
      .get("/programma/groep/{id}", Access::may(Action::see, Matter::lesson), pages::show_cohort)
      .get("/programma/groep/{id}/terugblik", Access::may(Action::change, Matter::evaluation),
           pages::show_cohort_evaluation)
      .post("/programma/groep/{id}/terugblik", Access::may(Action::change, Matter::evaluation),
            pages::post_cohort_evaluation)
      .get("/programma/groep/{id}/terugblik/uitkomst", Access::may(Action::see, Matter::evaluation),
           pages::show_cohort_results)
      .get("/programma/groep/{id}/terugblik/vragen", change, pages::show_look_back)
      .post("/programma/groep/{id}/terugblik/vragen", change, pages::post_look_back)
      .get("/programma/groep/{id}/lessen/nieuw", Access::may(Action::change, Matter::lesson), pages::show_lesson_new)
      .post("/programma/groep/{id}/lessen", Access::may(Action::change, Matter::lesson), pages::post_lesson)
      .get("/programma/groep/{id}/overdracht/nieuw", Access::may(Action::change, Matter::talk),
           pages::show_hand_over_new)
      .post("/programma/groep/{id}/overdracht", Access::may(Action::change, Matter::talk), pages::post_hand_over)
      .get("/programma/groep/{id}/wijzigen", change, pages::show_cohort_change)
      .post("/programma/groep/{id}/wijzigen", change, pages::post_cohort_change)
      .get("/programma/groep/{id}/uitnodigen", change, pages::show_invitation)
      .post("/programma/groep/{id}/uitnodigen", change, pages::post_invitation);
  auto const hand_on = Access::may(Action::change, Matter::lesson);
  routes.of(relations_to_lesson)
      .get("/programma/les/{id}/wijzigen", hand_on, pages::show_lesson_change)
      .post("/programma/les/{id}/wijzigen", hand_on, pages::post_lesson_change)
      .post("/programma/les/{id}/verwijderen", hand_on, pages::post_lesson_remove)
      .post("/programma/les/{id}/opnemen", Access::may(Action::change, Matter::programme), pages::post_lesson_take_up);
}

void add_planning_routes(access::Routes& routes, std::string const& address) {
  auto const change = Access::may(Action::change, Matter::planning);
  routes.of(relations_to_programme)
      .get("/programma/{id}/planning", Access::may(Action::see, Matter::planning), pages::show_planning)
      .post("/programma/{id}/planning/plaatsen", change, pages::post_place)
      .post("/programma/{id}/planning/wensen-vragen", change,
            [address](access::Visit& visit) { return pages::post_ask_wishes(visit, address); })
      .post("/programma/{id}/planning/voorstel", change, pages::post_proposal)
      .post("/programma/{id}/planning/overnemen", change, pages::post_take_over)
      .post("/programma/{id}/planning/uitvoeren", change, pages::post_carry_out)
      .get("/programma/{id}/planning/dagdelen/{cohort_id}", change, pages::show_half_days)
      .post("/programma/{id}/planning/dagdelen/{cohort_id}", change, pages::post_half_days);
  routes.of(relations_to_programme)
      .get("/programma/{id}/projectteam", Access::may(Action::see, Matter::planning), pages::show_project_team)
      .get("/programma/{id}/projectteam/{year}", change, pages::show_team_of_year)
      .post("/programma/{id}/projectteam/{year}", change, pages::post_team_of_year);
  auto const account = Access::may(Action::change, Matter::facilitation);
  routes.of(relations_to_programme)
      .get("/programma/{id}/dagdelen", Access::may(Action::see, Matter::facilitation), pages::show_facilitation)
      .get("/programma/{id}/dagdelen/nieuw", account, pages::show_facilitation_new)
      .post("/programma/{id}/dagdelen", account, pages::post_facilitation)
      .post("/programma/{id}/dagdelen/{entry_id}/verwijderen", account, pages::post_facilitation_remove);
  auto const talk = Access::may(Action::change, Matter::talk);
  routes.of(relations_to_programme)
      .get("/programma/{id}/afspraken", Access::may(Action::see, Matter::talk), pages::show_agreements)
      .get("/programma/{id}/afspraken/nieuw", talk, pages::show_agreement_new)
      .post("/programma/{id}/afspraken", talk, pages::post_agreement)
      .post("/programma/{id}/afspraken/vast-punt", talk, pages::post_standing_item);
  routes.of(relations_to_agreement)
      .post("/programma/afspraak/{id}/gedaan", Access::may(Action::change, Matter::agreement),
            pages::post_agreement_done);
  auto const wish = Access::may(Action::change, Matter::wish);
  routes.of(organisation::relations_to_unit)
      .get("/programma/wensen/{id}/{programme_id}", wish, pages::show_wishes)
      .post("/programma/wensen/{id}/{programme_id}", wish, pages::post_wishes)
      .get("/programma/wensen/{id}/{programme_id}/ja", wish, pages::show_yes)
      .post("/programma/wensen/{id}/{programme_id}/ja", wish, pages::post_yes);
}

void add_trainer_routes(access::Routes& routes) {
  auto const plan = Access::may(Action::change, Matter::planning);
  routes.of(relations_to_programme)
      .get("/programma/{id}/begeleiders", Access::may(Action::see, Matter::training), pages::show_trainers)
      .get("/programma/{id}/begeleiders/nieuw", plan, pages::show_trainer_new)
      .post("/programma/{id}/begeleiders", plan, pages::post_trainer);
  auto const away = Access::may(Action::change, Matter::trainer_calendar);
  routes.of(relations_to_trainer)
      .get("/programma/begeleider/{id}", Access::may(Action::see, Matter::trainer_calendar), pages::show_trainer)
      .post("/programma/begeleider/{id}/stoppen", plan, pages::post_trainer_end)
      .get("/programma/begeleider/{id}/dagdelen/{year}", plan, pages::show_trainer_half_days)
      .post("/programma/begeleider/{id}/dagdelen/{year}", plan, pages::post_trainer_half_days)
      .get("/programma/begeleider/{id}/stap/{position}", plan, pages::show_part)
      .post("/programma/begeleider/{id}/stap/{position}", plan, pages::post_part)
      .get("/programma/begeleider/{id}/weg/nieuw", away, pages::show_away_new)
      .post("/programma/begeleider/{id}/weg", away, pages::post_away)
      .post("/programma/begeleider/{id}/weg/{entry_id}/verwijderen", away, pages::post_away_remove);
  auto const trained = Access::may(Action::change, Matter::training);
  routes.of(relations_to_meeting)
      .get("/programma/bijeenkomst/{id}/begeleiders", trained, pages::show_meeting_trainers)
      .post("/programma/bijeenkomst/{id}/begeleiders", trained, pages::post_meeting_trainers);
}

void add_year_routes(access::Routes& routes) {
  auto const plan = Access::may(Action::change, Matter::planning);
  routes.of(relations_to_cohort)
      .get("/programma/groep/{id}/jaar", plan, pages::show_year)
      .post("/programma/groep/{id}/jaar/voorstel", plan, pages::post_year_proposal)
      .post("/programma/groep/{id}/jaar/schuiven", plan, pages::post_year_shift)
      .post("/programma/groep/{id}/jaar/overnemen", plan, pages::post_year_adoption)
      .get("/programma/groep/{id}/jaar/waarmee", plan, pages::show_year_settings)
      .post("/programma/groep/{id}/jaar/waarmee", plan, pages::post_year_settings)
      .get("/programma/groep/{id}/jaar/{entry_id}/{position}", plan, pages::show_year_meeting)
      .post("/programma/groep/{id}/jaar/{entry_id}/{position}", plan, pages::post_year_meeting)
      .post("/programma/groep/{id}/jaar/{entry_id}/{position}/verwijderen", plan, pages::post_year_meeting_remove);
}

/// Of the viewer's own board.
void add_holiday_routes(access::Routes& routes) {
  auto const change = Access::may(Action::change, Matter::holiday);
  routes.get("/programma/vakanties", Access::may(Action::see, Matter::holiday), pages::show_holidays);
  routes.get("/programma/vakanties/{year}/{region}", change, pages::show_holidays_change);
  routes.post("/programma/vakanties/{year}/{region}", change, pages::post_holidays);
  routes.get("/programma/vakanties/regio", change, pages::show_regions);
  routes.post("/programma/vakanties/regio", change, pages::post_regions);
}

void add_report_routes(access::Routes& routes) {
  auto const see = Access::may(Action::see, Matter::report);
  auto const change = Access::may(Action::change, Matter::report);
  routes.of(relations_to_report)
      .get("/programma/verslag/{id}", see, pages::show_report)
      .post("/programma/verslag/{id}/document", see, pages::post_report_document)
      .get("/programma/verslag/{id}/deel/{section}", change, pages::show_report_section)
      .post("/programma/verslag/{id}/deel/{section}", change, pages::post_report_section)
      .get("/programma/verslag/{id}/vaststellen", change, pages::show_adoption)
      .post("/programma/verslag/{id}/vaststellen", change, pages::post_adoption);
}

void add_participation_routes(access::Routes& routes, Joining const& joining) {
  auto const change = Access::may(Action::change, Matter::participation);
  auto const plan = Access::may(Action::change, Matter::meeting);
  routes.of(relations_to_participation)
      .get("/programma/deelname/{id}", Access::may(Action::see, Matter::participation), pages::show_participation)
      .get("/programma/deelname/{id}/doorgegeven", Access::may(Action::see, Matter::lesson), pages::show_handed_on)
      .post("/programma/deelname/{id}/doorgegeven", change, pages::post_handed_on)
      .get("/programma/deelname/{id}/verslag/{report_id}", Access::may(Action::change, Matter::account),
           pages::show_account_words)
      .post("/programma/deelname/{id}/verslag/{report_id}", Access::may(Action::change, Matter::account),
            pages::post_account_words)
      .get("/programma/deelname/{id}/stand/{turn}", change,
           [joining](access::Visit& visit) { return pages::show_turn(visit, joining); })
      .post("/programma/deelname/{id}/stand/{turn}", change,
            [joining](access::Visit& visit) { return pages::post_turn(visit, joining); })
      .get("/programma/deelname/{id}/afronden", change, pages::show_completion)
      .post("/programma/deelname/{id}/afronden", change, pages::post_completion)
      .get("/programma/deelname/{id}/plan", Access::may(Action::change, Matter::approach), pages::show_approach)
      .post("/programma/deelname/{id}/plan", Access::may(Action::change, Matter::approach), pages::post_approach)
      .get("/programma/deelname/{id}/vragen/nieuw", Access::may(Action::change, Matter::team_question),
           pages::show_question_new)
      .post("/programma/deelname/{id}/vragen", Access::may(Action::change, Matter::team_question), pages::post_question)
      .get("/programma/deelname/{id}/bijeenkomsten/nieuw", plan, pages::show_meeting_new)
      .post("/programma/deelname/{id}/bijeenkomsten", plan, pages::post_meeting);
  routes.of(relations_to_question)
      .get("/programma/vraag/{id}", Access::may(Action::change, Matter::approach), pages::show_fate)
      .post("/programma/vraag/{id}", Access::may(Action::change, Matter::approach), pages::post_fate)
      .post("/programma/vraag/{id}/verwijderen", Access::may(Action::change, Matter::approach),
            pages::post_question_remove);
}

void add_meeting_routes(access::Routes& routes, std::string const& address) {
  auto const change = Access::may(Action::change, Matter::meeting);
  routes.of(relations_to_meeting)
      .get("/programma/bijeenkomst/{id}", Access::may(Action::see, Matter::meeting), pages::show_meeting)
      .get("/programma/bijeenkomst/{id}/terugblik", Access::may(Action::change, Matter::evaluation),
           pages::show_meeting_evaluation)
      .post("/programma/bijeenkomst/{id}/terugblik", Access::may(Action::change, Matter::evaluation),
            pages::post_meeting_evaluation)
      .get("/programma/bijeenkomst/{id}/terugblik/uitkomst", Access::may(Action::see, Matter::evaluation),
           pages::show_meeting_results)
      .get("/programma/bijeenkomst/{id}/wijzigen", change, pages::show_meeting_change)
      .post("/programma/bijeenkomst/{id}/wijzigen", change,
            [address](access::Visit& visit) { return pages::post_meeting_change(visit, address); })
      .post("/programma/bijeenkomst/{id}/uitnodigen", change,
            [address](access::Visit& visit) { return pages::post_summon(visit, address); })
      .post("/programma/bijeenkomst/{id}/antwoord", Access::may(Action::see, Matter::meeting), pages::post_own_answer)
      .get("/programma/bijeenkomst/{id}/wie", Access::may(Action::change, Matter::talk), pages::show_company)
      .post("/programma/bijeenkomst/{id}/wie", Access::may(Action::change, Matter::talk), pages::post_company)
      .post("/programma/bijeenkomst/{id}/afzeggen", change,
            [address](access::Visit& visit) { return pages::post_meeting_cancel(visit, address); })
      .get("/programma/bijeenkomst/{id}/opbrengst", change, pages::show_outcome)
      .post("/programma/bijeenkomst/{id}/opbrengst", change, pages::post_outcome)
      .get("/programma/bijeenkomst/{id}/agenda/nieuw", change, pages::show_agenda_item_new)
      .post("/programma/bijeenkomst/{id}/agenda", change, pages::post_agenda_item)
      .post("/programma/bijeenkomst/{id}/aanwezig", Access::may(Action::change, Matter::attendance),
            pages::post_attendance);
  routes.of(relations_to_agenda_item)
      .get("/programma/agendapunt/{id}/wijzigen", change, pages::show_agenda_item_change)
      .post("/programma/agendapunt/{id}/wijzigen", change, pages::post_agenda_item_change)
      .post("/programma/agendapunt/{id}/omhoog", change, pages::post_agenda_item_raise)
      .post("/programma/agendapunt/{id}/verwijderen", change, pages::post_agenda_item_remove);
}

}  // namespace

void add_routes(access::Routes& routes, std::string const& address, Joining const& joining) {
  add_programme_routes(routes);
  add_cohort_routes(routes);
  add_planning_routes(routes, address);
  add_trainer_routes(routes);
  add_year_routes(routes);
  add_holiday_routes(routes);
  add_report_routes(routes);
  add_participation_routes(routes, joining);
  add_meeting_routes(routes, address);
  // By a link in a letter, and by a calendar: whoever holds the secret. An account is not needed.
  routes.get("/antwoord/{secret}", Access::may(Action::see, Matter::entrance), pages::show_answer);
  routes.post("/antwoord/{secret}", Access::may(Action::change, Matter::entrance), pages::post_answer);
  routes.get("/agenda/{secret}", Access::may(Action::see, Matter::entrance),
             [address](access::Visit& visit) { return pages::show_feed(visit, address); });
  routes.get("/programma/onbestelbaar", Access::may(Action::see, Matter::bounce), pages::show_bounces);
  routes.post("/programma/onbestelbaar", Access::may(Action::change, Matter::bounce), pages::post_bounce_clear);
  routes.get("/account/agenda", Access::may(Action::see, Matter::own_account), pages::show_feed_page);
  routes.post("/account/agenda", Access::may(Action::change, Matter::own_account),
              [address](access::Visit& visit) { return pages::post_feed(visit, address); });
}

undo::TakeBacks take_backs(std::string const& address) {
  return {{"programme.take_turn", undo_take_turn},
          {"programme.invite", undo_invite},
          {"programme.publish_version", undo_publish_version},
          {"programme.remove_step", undo_remove_step},
          {"programme.cancel_meeting",
           [address](db::Transaction& tx, base::Actor const& actor, std::string const& meeting) {
             auto const before = find_meeting(tx, MeetingId(meeting));
             if (!before || !undo_cancel_meeting(tx, actor, meeting)) return false;
             tell_of_change(tx, actor, *before, address, i18n::Words(i18n::Language::nl));
             return true;
           }},
          {"programme.remove_agenda_item", undo_remove_agenda_item},
          {"programme.remove_question", undo_remove_question},
          {"programme.remove_evaluation_question", undo_remove_evaluation_question},
          {"programme.remove_lesson", undo_remove_lesson},
          {"programme.adopt_report", undo_adopt_report},
          {"programme.place_unit", undo_place_unit},
          {"programme.year", undo_year},
          {"programme.adopt_year", undo_adopt_year},
          {"programme.end_trainer", undo_end_trainer},
          {"programme.remove_away", undo_remove_away},
          {"programme.remove_facilitation", undo_remove_facilitation},
          {"programme.agreement_done", undo_agreement_done}};
}

}  // namespace lenig::programme
