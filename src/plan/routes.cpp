#include "plan/routes.hpp"

#include "plan/action.hpp"
#include "plan/course.hpp"
#include "plan/lesson_visit.hpp"
#include "plan/load.hpp"
#include "plan/pages/pages.hpp"
#include "plan/pages/practice_pages.hpp"
#include "plan/practice.hpp"
#include "plan/practice_standing.hpp"
#include "plan/standing.hpp"

namespace lenig::plan {

namespace {

using access::Access;
using enum access::Action;
using enum access::Matter;

/// What is the viewer's own.
void add_own_routes(access::Routes& routes) {
  auto const own = Access::may(see, start);
  routes.get("/plannen", own, pages::show_own);
  routes.get("/plannen/snel", own, pages::show_intention_new);
  routes.post("/plannen/snel", own, pages::post_intention);
  routes.get("/plannen/eigen/nieuw", own, pages::show_plan_new);
  routes.post("/plannen/eigen", own, pages::post_plan);
  routes.get("/plannen/eigen-doelen/nieuw", own, pages::show_own_goal_new);
  routes.post("/plannen/eigen-doelen", own, pages::post_own_goal);
  routes.post("/plannen/acties", own, pages::post_own_action);
  routes.of(relations_to_action)
      .get("/plannen/actie/{id}", Access::may(change, action), pages::show_action)
      .post("/plannen/actie/{id}", Access::may(change, action), pages::post_action_change)
      .post("/plannen/actie/{id}/gedaan", Access::may(change, action), pages::post_action_done)
      .post("/plannen/actie/{id}/verwijderen", Access::may(change, action), pages::post_action_drop);
}

/// What can be done with every plan, of a person and a group as of a unit.
void add_plan_routes(access::Routes::Of of, std::string const& path, access::Matter matter) {
  auto const fill = Access::may(change, matter);
  of.get(path, Access::may(see, matter), pages::show_plan)
      .get(path + "/stand", Access::may(see, matter), pages::show_parts)
      .post(path + "/deel/{slot}", fill, pages::post_words)
      .get(path + "/geschiedenis", fill, pages::show_history)
      .get(path + "/wijzigen", fill, pages::show_plan_stand)
      .post(path + "/wijzigen", fill, pages::post_plan_stand)
      .post(path + "/openen", fill, pages::post_reopen)
      .post(path + "/afsluiten", fill, pages::post_close)
      .post(path + "/overbrengen", fill, pages::post_bring_over)
      .post(path + "/doelen", fill, pages::post_plan_goal)
      .post(path + "/acties", fill, pages::post_plan_action)
      .get(path + "/acties/nieuw", fill, pages::show_plan_action_new)
      .post(path + "/acties/nieuw", fill, pages::post_plan_action_new);
}

void add_sharing_routes(access::Routes& routes) {
  auto const own = Access::may(change, plan);
  routes.of(relations_to_own_plan)
      .get("/plannen/eigen/{id}/delen", own, pages::show_sharing)
      .post("/plannen/eigen/{id}/delen", own, pages::post_sharing)
      .get("/plannen/eigen/{id}/voorbeeld", own, pages::show_preview);
}

/// What a unit fills together.
void add_unit_plan_routes(access::Routes& routes) {
  auto const fill = Access::may(change, unit_plan);
  routes.of(relations_to_unit_plan)
      .get("/plannen/plan/{id}/presentatie", Access::may(see, unit_plan), pages::show_presentation)
      .post("/plannen/plan/{id}/voorwaarden", fill, pages::post_plan_condition)
      .post("/plannen/plan/{id}/veranderingen", fill, pages::post_plan_change)
      .get("/plannen/plan/{id}/piketpaaltjes/nieuw", fill, pages::show_plan_indicator_new)
      .post("/plannen/plan/{id}/piketpaaltjes/nieuw", fill, pages::post_plan_indicator);
  routes.of(relations_to_adoption)
      .post("/plannen/plan/{id}/vaststellen", Access::may(change, course), pages::post_adopt);
  routes.of(organisation::relations_to_unit)
      .get("/plannen/van/{id}", Access::may(see, unit_plan), pages::show_unit_plans)
      .get("/plannen/van/{id}/plannen/nieuw", fill, pages::show_unit_plan_new)
      .post("/plannen/van/{id}/plannen", fill, pages::post_unit_plan)
      .get("/plannen/van/{id}/popgroepen/nieuw", Access::may(change, peer_group), pages::show_peer_group_new)
      .post("/plannen/van/{id}/popgroepen/nieuw", Access::may(change, peer_group), pages::post_peer_group);
  routes.of(relations_to_peer_group)
      .get("/plannen/popgroep/{id}", Access::may(see, peer_group), pages::show_peer_group)
      .get("/plannen/popgroep/{id}/wijzigen", Access::may(change, peer_group), pages::show_peer_group_change)
      .post("/plannen/popgroep/{id}/wijzigen", Access::may(change, peer_group), pages::post_peer_group_change)
      .post("/plannen/popgroep/{id}/opheffen", Access::may(change, peer_group), pages::post_peer_group_end)
      .get("/plannen/popgroep/{id}/plannen/nieuw", Access::may(change, plan), pages::show_group_plan_new)
      .post("/plannen/popgroep/{id}/plannen", Access::may(change, plan), pages::post_group_plan);
}

/// What can be done with every goal, of a person and a group as of a unit; who sets the course closes those of a unit.
void add_goal_routes(access::Routes::Of of, access::Routes::Of closing, std::string const& path, access::Matter matter,
                     access::Matter closed_by) {
  auto const set = Access::may(change, matter);
  of.get(path, Access::may(see, matter), pages::show_goal)
      .get(path + "/wijzigen", set, pages::show_goal_change)
      .post(path + "/wijzigen", set, pages::post_goal_change)
      .get(path + "/hoort-bij", set, pages::show_serves)
      .post(path + "/hoort-bij", set, pages::post_serves)
      .get(path + "/acties/nieuw", set, pages::show_goal_action_new)
      .post(path + "/acties/nieuw", set, pages::post_goal_action_new);
  auto const close = Access::may(change, closed_by);
  closing.post(path + "/bereikt", close, pages::post_goal_reached)
      .post(path + "/loslaten", close, pages::post_goal_dropped)
      .post(path + "/openen", close, pages::post_goal_reopened);
}

/// Whether it works: only of what is not private.
void add_marker_routes(access::Routes& routes) {
  auto const look = Access::may(see, unit_plan);
  auto const set = Access::may(change, unit_plan);
  routes.of(relations_to_unit_goal)
      .get("/plannen/doel/{id}/eigen-doel", look, pages::show_take_up)
      .post("/plannen/doel/{id}/eigen-doel", look, pages::post_take_up)
      .get("/plannen/doel/{id}/piketpaaltjes/nieuw", set, pages::show_indicator_new)
      .post("/plannen/doel/{id}/piketpaaltjes/nieuw", set, pages::post_indicator)
      .get("/plannen/doel/{id}/voorwaarden/nieuw", set, pages::show_condition_new)
      .post("/plannen/doel/{id}/voorwaarden/nieuw", set, pages::post_condition)
      .get("/plannen/doel/{id}/veranderingen/nieuw", set, pages::show_change_new)
      .post("/plannen/doel/{id}/veranderingen/nieuw", set, pages::post_change);
  routes.of(relations_to_indicator)
      .get("/plannen/piketpaaltje/{id}", look, pages::show_indicator)
      .get("/plannen/piketpaaltje/{id}/wijzigen", set, pages::show_indicator_change)
      .post("/plannen/piketpaaltje/{id}/wijzigen", set, pages::post_indicator_change)
      .post("/plannen/piketpaaltje/{id}/weghalen", set, pages::post_indicator_end)
      .get("/plannen/piketpaaltje/{id}/metingen/nieuw", set, pages::show_reading_new)
      .post("/plannen/piketpaaltje/{id}/metingen", set, pages::post_reading)
      .post("/plannen/piketpaaltje/{id}/metingen/{reading_id}/weghalen", set, pages::post_reading_remove);
  routes.of(relations_to_condition)
      .get("/plannen/voorwaarde/{id}", look, pages::show_condition)
      .post("/plannen/voorwaarde/{id}", set, pages::post_condition_change)
      .post("/plannen/voorwaarde/{id}/geregeld", set, pages::post_condition_arranged);
  routes.of(relations_to_change)
      .get("/plannen/verandering/{id}", look, pages::show_change)
      .get("/plannen/verandering/{id}/wijzigen", set, pages::show_change_reword)
      .post("/plannen/verandering/{id}/wijzigen", set, pages::post_change_reword)
      .get("/plannen/verandering/{id}/waarnemingen/nieuw", set, pages::show_observation_new)
      .post("/plannen/verandering/{id}/waarnemingen", set, pages::post_observation);
}

void add_course_routes(access::Routes& routes) {
  auto const look = Access::may(see, course);
  auto const set = Access::may(change, course);
  routes.get("/plannen/koers", look, pages::show_own_course);
  routes.of(relations_to_course)
      .get("/plannen/koers/{id}", look, pages::show_course)
      .get("/plannen/koers/{id}/wijzigen", set, pages::show_course_change)
      .post("/plannen/koers/{id}/wijzigen", set, pages::post_course)
      .get("/plannen/koers/{id}/themas/nieuw", set, pages::show_theme_new)
      .post("/plannen/koers/{id}/themas/nieuw", set, pages::post_theme)
      .get("/plannen/koers/{id}/doelen/nieuw", set, pages::show_unit_goal_new)
      .post("/plannen/koers/{id}/doelen", set, pages::post_unit_goal)
      .get("/plannen/koers/{id}/programma/{programme_id}", look, pages::show_initiative)
      .get("/plannen/koers/{id}/programma/{programme_id}/doelen", set, pages::show_initiative_change)
      .post("/plannen/koers/{id}/programma/{programme_id}/doelen", set, pages::post_initiative)
      .get("/plannen/koers/{id}/programma/{programme_id}/wat-stopt", set, pages::show_initiative_stop)
      .post("/plannen/koers/{id}/programma/{programme_id}/wat-stopt", set, pages::post_initiative_stop)
      .get("/plannen/koers/{id}/niet/nieuw", set, pages::show_not_doing_new)
      .post("/plannen/koers/{id}/niet/nieuw", set, pages::post_not_doing);
  routes.of(relations_to_theme)
      .get("/plannen/thema/{id}", look, pages::show_theme)
      .get("/plannen/thema/{id}/wijzigen", set, pages::show_theme_change)
      .post("/plannen/thema/{id}/wijzigen", set, pages::post_theme_change)
      .post("/plannen/thema/{id}/beeindigen", set, pages::post_theme_end)
      .get("/plannen/thema/{id}/doelen/nieuw", set, pages::show_theme_goal_new)
      .post("/plannen/thema/{id}/doelen", set, pages::post_theme_goal);
  routes.of(relations_to_not_doing).post("/plannen/niet/{id}/verwijderen", set, pages::post_not_doing_remove);
}

void add_format_routes(access::Routes& routes) {
  auto const set = Access::may(change, format);
  routes.get("/plannen/formats", Access::may(see, format), pages::show_formats);
  routes.of(relations_to_format)
      .get("/plannen/format/{id}", Access::may(see, format), pages::show_format)
      .post("/plannen/format/{id}/aanpassen", Access::may(see, format), pages::post_adapt)
      .post("/plannen/format/{id}/versie", set, pages::post_format_version)
      .post("/plannen/format/{id}/vaststellen", set, pages::post_format_publish)
      .get("/plannen/format/{id}/delen/nieuw", set, pages::show_part_new)
      .post("/plannen/format/{id}/delen", set, pages::post_part)
      .get("/plannen/format/{id}/delen/{position}/wijzigen", set, pages::show_part_change)
      .post("/plannen/format/{id}/delen/{position}/wijzigen", set, pages::post_part_change)
      .post("/plannen/format/{id}/delen/{position}/omhoog", set, pages::post_part_raise)
      .post("/plannen/format/{id}/delen/{position}/verwijderen", set, pages::post_part_remove);
}

void add_practice_routes(access::Routes& routes) {
  auto const look = Access::may(see, practice);
  auto const set = Access::may(change, practice);
  routes.of(organisation::relations_to_unit)
      .get("/plannen/praktijken/{id}", look, pages::show_practices)
      .get("/plannen/praktijken/{id}/nieuw", set, pages::show_practice_new)
      .post("/plannen/praktijken/{id}/nieuw", set, pages::post_practice);
  routes.of(relations_to_practice)
      .get("/plannen/praktijk/{id}", look, pages::show_practice)
      .get("/plannen/praktijk/{id}/wijzigen", set, pages::show_practice_change)
      .post("/plannen/praktijk/{id}/wijzigen", set, pages::post_practice_change)
      .post("/plannen/praktijk/{id}/beeindigen", set, pages::post_practice_end);
}

void add_stop_routes(access::Routes& routes) {
  auto const agree = Access::may(change, load);
  routes.of(relations_to_stop)
      .get("/plannen/doel/{id}/wat-stopt", Access::may(change, course), pages::show_stop)
      .post("/plannen/doel/{id}/wat-stopt", Access::may(change, course), pages::post_stop);
  routes.of(organisation::relations_to_unit)
      .get("/plannen/jaartaak/{id}", Access::may(see, load), pages::show_load)
      .get("/plannen/jaartaak/{id}/{year}/invullen", agree, pages::show_load_typed)
      .post("/plannen/jaartaak/{id}/{year}/invullen", agree, pages::post_load_typed)
      .get("/plannen/jaartaak/{id}/{year}/plakken", agree, pages::show_load_pasted)
      .post("/plannen/jaartaak/{id}/{year}/plakken", agree, pages::post_load_pasted);
}

void add_lesson_visit_routes(access::Routes& routes) {
  auto const own = Access::may(see, start);
  auto const take_part = Access::may(change, lesson_visit);
  routes.get("/plannen/lesbezoeken", own, pages::show_lesson_visits);
  routes.get("/plannen/lesbezoeken/nieuw", own, pages::show_lesson_visit_new);
  routes.post("/plannen/lesbezoeken/nieuw", own, pages::post_lesson_visit);
  routes.of(relations_to_lesson_visit)
      .get("/plannen/lesbezoek/{id}", Access::may(see, lesson_visit), pages::show_lesson_visit)
      .post("/plannen/lesbezoek/{id}/aannemen", take_part, pages::post_lesson_visit_accept)
      .post("/plannen/lesbezoek/{id}/afslaan", take_part, pages::post_lesson_visit_decline)
      .post("/plannen/lesbezoek/{id}/afzeggen", take_part, pages::post_lesson_visit_cancel)
      .get("/plannen/lesbezoek/{id}/verslag", take_part, pages::show_lesson_report)
      .post("/plannen/lesbezoek/{id}/verslag", take_part, pages::post_lesson_report)
      .post("/plannen/lesbezoek/{id}/verslag/verwijderen", take_part, pages::post_lesson_report_remove)
      .get("/plannen/lesbezoek/{id}/meting", take_part, pages::show_lesson_consent)
      .post("/plannen/lesbezoek/{id}/meting", take_part, pages::post_lesson_consent)
      .post("/plannen/lesbezoek/{id}/meting/intrekken", take_part, pages::post_lesson_consent_withdraw);
}

}  // namespace

void add_routes(access::Routes& routes) {
  add_own_routes(routes);
  add_plan_routes(routes.of(relations_to_own_plan), "/plannen/eigen/{id}", plan);
  add_plan_routes(routes.of(relations_to_unit_plan), "/plannen/plan/{id}", unit_plan);
  add_sharing_routes(routes);
  add_unit_plan_routes(routes);
  add_goal_routes(routes.of(relations_to_own_goal), routes.of(relations_to_own_goal), "/plannen/eigen-doel/{id}", plan,
                  plan);
  add_goal_routes(routes.of(relations_to_unit_goal), routes.of(relations_to_stop), "/plannen/doel/{id}", unit_plan,
                  course);
  add_marker_routes(routes);
  add_course_routes(routes);
  add_format_routes(routes);
  add_practice_routes(routes);
  add_stop_routes(routes);
  add_lesson_visit_routes(routes);
}

undo::TakeBacks take_backs() {
  return {{"plan.finish_action", undo_finish_action}, {"plan.drop_action", undo_drop_action},
          {"plan.end_theme", undo_end_theme},         {"plan.remove_not_doing", undo_remove_not_doing},
          {"plan.end_practice", undo_end_practice},   {"plan.set_hours", undo_set_hours},
          {"plan.remove_report", undo_remove_report}, {"plan.remove_reading", undo_remove_reading}};
}

}  // namespace lenig::plan
