#include "programme/routes.hpp"

#include "programme/meeting.hpp"
#include "programme/pages/pages.hpp"
#include "programme/question.hpp"
#include "programme/standing.hpp"

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
      .get("/programma/groep/{id}/wijzigen", change, pages::show_cohort_change)
      .post("/programma/groep/{id}/wijzigen", change, pages::post_cohort_change)
      .get("/programma/groep/{id}/uitnodigen", change, pages::show_invitation)
      .post("/programma/groep/{id}/uitnodigen", change, pages::post_invitation);
}

void add_participation_routes(access::Routes& routes) {
  auto const change = Access::may(Action::change, Matter::participation);
  auto const plan = Access::may(Action::change, Matter::meeting);
  routes.of(relations_to_participation)
      .get("/programma/deelname/{id}", Access::may(Action::see, Matter::participation), pages::show_participation)
      .get("/programma/deelname/{id}/stand/{turn}", change, pages::show_turn)
      .post("/programma/deelname/{id}/stand/{turn}", change, pages::post_turn)
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

void add_meeting_routes(access::Routes& routes) {
  auto const change = Access::may(Action::change, Matter::meeting);
  routes.of(relations_to_meeting)
      .get("/programma/bijeenkomst/{id}", Access::may(Action::see, Matter::meeting), pages::show_meeting)
      .get("/programma/bijeenkomst/{id}/wijzigen", change, pages::show_meeting_change)
      .post("/programma/bijeenkomst/{id}/wijzigen", change, pages::post_meeting_change)
      .get("/programma/bijeenkomst/{id}/wie", Access::may(Action::change, Matter::talk), pages::show_company)
      .post("/programma/bijeenkomst/{id}/wie", Access::may(Action::change, Matter::talk), pages::post_company)
      .post("/programma/bijeenkomst/{id}/afzeggen", change, pages::post_meeting_cancel)
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

void add_routes(access::Routes& routes) {
  add_programme_routes(routes);
  add_cohort_routes(routes);
  add_participation_routes(routes);
  add_meeting_routes(routes);
}

undo::TakeBacks take_backs() {
  return {{"programme.take_turn", undo_take_turn},
          {"programme.invite", undo_invite},
          {"programme.publish_version", undo_publish_version},
          {"programme.remove_step", undo_remove_step},
          {"programme.cancel_meeting", undo_cancel_meeting},
          {"programme.remove_agenda_item", undo_remove_agenda_item},
          {"programme.remove_question", undo_remove_question}};
}

}  // namespace lenig::programme
