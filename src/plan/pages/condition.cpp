// What must be arranged for a goal, and what others will notice, with what several people say that they see.
#include "plan/condition.hpp"

#include "plan/pages/pages.hpp"
#include "plan/pages/words.hpp"
#include "platform/base/collected.hpp"

namespace lenig::plan::pages {

namespace {

using access::Action;
using access::Matter;

Response form_page(Visit& visit, html::FormBuilder const& form, std::vector<html::Link> crumbs) {
  return visit.form_page(form.build(), std::move(crumbs), {Matter::unit_plan});
}

Goal goal_of(Visit& visit, GoalId const& goal) {
  return visit.read([&](db::Reading& reading) { return find_sealed_goal(reading, goal).value(); });
}

html::FormBuilder condition_form(i18n::Words const& tr, std::string const& heading, std::string const& action,
                                 std::string const& back) {
  html::FormBuilder form(tr, heading, action, tr("Bewaar"));
  form.text("what", tr("Wat moet er geregeld zijn?"), tr("Bijvoorbeeld: scholing, tijd in het rooster, een lokaal."))
      .optional_text("by_whom", tr("Door wie?"))
      .optional_date("due", tr("Uiterlijk"))
      .cancel(back);
  return form;
}

Condition condition_asked_for(Visit& visit) {
  return visit.read([&](db::Reading& reading) { return find_condition(reading, visit.id<ConditionId>()).value(); });
}

html::FormBuilder change_form(Visit const& visit, Condition const& one, Goal const& goal) {
  auto form = condition_form(visit.tr, visit.tr("Voorwaarde"), path_of(one.id), path_of(goal));
  form.start(ConditionDraft{one.what, one.by_whom, one.due});
  return form;
}

html::FormBuilder visible_form(i18n::Words const& tr, std::string const& action, std::string const& back) {
  html::FormBuilder form(tr, tr("Wat anderen zullen merken"), action, tr("Bewaar"));
  form.area("what", tr("Wat is nieuw of anders?"), tr("Gedrag dat een ander kan zien, bijvoorbeeld bij een lesbezoek."))
      .cancel(back);
  return form;
}

VisibleChange change_asked_for(Visit& visit) {
  return visit.read([&](db::Reading& reading) { return find_change(reading, visit.id<ChangeId>()).value(); });
}

struct SeenView {
  std::string who;
  std::string when;
  std::string how;
  std::string words;
};
BOOST_DESCRIBE_STRUCT(SeenView, (), (who, when, how, words))

struct ChangeView {
  static constexpr std::string_view view = "plan/change";
  std::string goal;
  std::string goal_path;
  std::string what;
  std::string path;
  bool may_change = false;
  bool has_seen_it = false;
  std::vector<SeenView> observations;
};
BOOST_DESCRIBE_STRUCT(ChangeView, (), (goal, goal_path, what, path, may_change, has_seen_it, observations))

ChangeView view_of(db::Reading& reading, Visit const& visit, VisibleChange const& change) {
  auto const& tr = visit.tr;
  auto const goal = find_sealed_goal(reading, change.goal).value();
  auto const observations = observations_of(reading, change.board, {change.id});
  auto const names = names_of(reading, change.board, base::collected(observations, &Observation::person));
  ChangeView view{.goal = goal.words,
                  .goal_path = path_of(goal),
                  .what = change.what,
                  .path = path_of(change.id),
                  .may_change = visit.viewer.may(Action::change, Matter::unit_plan)};
  view.observations = base::collected(observations, [&](Observation const& one) {
    return SeenView{name_of(names, one.person, tr), tr.day(one.on_day), words_for(one.seen, tr), one.words};
  });
  view.has_seen_it = !view.observations.empty();
  return view;
}

html::FormBuilder observation_form(Visit const& visit, VisibleChange const& change) {
  auto const& tr = visit.tr;
  std::vector<html::Option> ways;
  base::each_enumerator<Seen>(
      [&](Seen seen) { ways.push_back({std::string(base::name_of(seen)), words_for(seen, tr)}); });
  html::FormBuilder form(tr, change.what, path_of(change.id) + "/waarnemingen", tr("Bewaar"));
  form.intro(tr("Uw naam staat bij wat u schrijft. Schrijf over wat u ziet gebeuren, niet over een persoon."))
      .options("seen", tr("Is het te zien?"), ways)
      .optional_area("words", tr("Waaraan merkt u dat?"))
      .cancel(path_of(change.id));
  return form;
}

}  // namespace

Response show_condition_new(Visit& visit) {
  auto const goal = goal_of(visit, visit.id<GoalId>());
  auto const form =
      condition_form(visit.tr, visit.tr("Voorwaarde toevoegen"), path_of(goal) + "/voorwaarden/nieuw", path_of(goal));
  return form_page(visit, form, {{goal.words, path_of(goal)}});
}

Response post_condition(Visit& visit) {
  auto const goal = goal_of(visit, visit.id<GoalId>());
  auto const filled = visit.read_form<ConditionDraft>();
  auto form =
      condition_form(visit.tr, visit.tr("Voorwaarde toevoegen"), path_of(goal) + "/voorwaarden/nieuw", path_of(goal));
  if (!filled) return form_page(visit, form.filled(filled), {{goal.words, path_of(goal)}});
  auto const set = visit.write([&](db::Transaction& tx) { return set_condition(tx, visit.actor(), goal.id, *filled); });
  if (!set)
    return form_page(visit, form.filled(filled, objection_to(set.error(), visit.tr)), {{goal.words, path_of(goal)}});
  return visit.see_other(path_of(goal), visit.tr("De voorwaarde staat erbij."));
}

Response show_condition(Visit& visit) {
  auto const one = condition_asked_for(visit);
  auto const goal = goal_of(visit, one.goal);
  if (visit.viewer.may(Action::change, Matter::unit_plan))
    return form_page(visit, change_form(visit, one, goal), {{goal.words, path_of(goal)}});
  return visit.see_other(path_of(goal) + "#voorwaarden");
}

Response post_condition_change(Visit& visit) {
  auto const one = condition_asked_for(visit);
  auto const goal = goal_of(visit, one.goal);
  auto const filled = visit.read_form<ConditionDraft>();
  auto form = change_form(visit, one, goal);
  if (!filled || form.is_stale(visit.form)) return form_page(visit, form.filled(filled), {{goal.words, path_of(goal)}});
  auto const changed =
      visit.write([&](db::Transaction& tx) { return change_condition(tx, visit.actor(), one.id, *filled); });
  if (!changed)
    return form_page(visit, form.filled(filled, objection_to(changed.error(), visit.tr)),
                     {{goal.words, path_of(goal)}});
  return visit.see_other(path_of(goal), visit.tr("Bewaard."));
}

Response post_condition_arranged(Visit& visit) {
  auto const one = condition_asked_for(visit);
  bool const arranged = !one.arranged_on;
  visit.write([&](db::Transaction& tx) { return arrange_condition(tx, visit.actor(), one.id, arranged); });
  return visit.see_other(path_of(goal_of(visit, one.goal)),
                         arranged ? visit.tr("Geregeld.") : visit.tr("Het staat weer open."));
}

Response show_change_new(Visit& visit) {
  auto const goal = goal_of(visit, visit.id<GoalId>());
  return form_page(visit, visible_form(visit.tr, path_of(goal) + "/veranderingen/nieuw", path_of(goal)),
                   {{goal.words, path_of(goal)}});
}

Response post_change(Visit& visit) {
  auto const goal = goal_of(visit, visit.id<GoalId>());
  auto const filled = visit.read_form<VisibleChangeDraft>();
  auto form = visible_form(visit.tr, path_of(goal) + "/veranderingen/nieuw", path_of(goal));
  if (!filled) return form_page(visit, form.filled(filled), {{goal.words, path_of(goal)}});
  auto const expected =
      visit.write([&](db::Transaction& tx) { return expect_change(tx, visit.actor(), goal.id, *filled); });
  if (!expected)
    return form_page(visit, form.filled(filled, objection_to(expected.error(), visit.tr)),
                     {{goal.words, path_of(goal)}});
  return visit.see_other(path_of(goal), visit.tr("Het staat erbij."));
}

Response show_change(Visit& visit) {
  auto const change = change_asked_for(visit);
  auto const view = visit.read([&](db::Reading& reading) { return view_of(reading, visit, change); });
  return visit.page({.title = change.what,
                     .crumbs = {{view.goal, view.goal_path}},
                     .holds = {Matter::unit_plan},
                     .content = visit.render(view)});
}

Response show_change_reword(Visit& visit) {
  auto const change = change_asked_for(visit);
  auto form = visible_form(visit.tr, path_of(change.id) + "/wijzigen", path_of(change.id));
  return form_page(visit, form.start(VisibleChangeDraft{change.what}), {{change.what, path_of(change.id)}});
}

Response post_change_reword(Visit& visit) {
  auto const change = change_asked_for(visit);
  auto const filled = visit.read_form<VisibleChangeDraft>();
  auto form = visible_form(visit.tr, path_of(change.id) + "/wijzigen", path_of(change.id));
  form.start(VisibleChangeDraft{change.what});
  std::vector<html::Link> const crumbs{{change.what, path_of(change.id)}};
  if (!filled || form.is_stale(visit.form)) return form_page(visit, form.filled(filled), crumbs);
  auto const changed =
      visit.write([&](db::Transaction& tx) { return reword_change(tx, visit.actor(), change.id, *filled); });
  if (!changed) return form_page(visit, form.filled(filled, objection_to(changed.error(), visit.tr)), crumbs);
  return visit.see_other(path_of(change.id), visit.tr("Bewaard."));
}

Response show_observation_new(Visit& visit) {
  auto const change = change_asked_for(visit);
  auto form = observation_form(visit, change);
  return form_page(visit, form.start("seen", "partly"), {{change.what, path_of(change.id)}});
}

Response post_observation(Visit& visit) {
  auto const change = change_asked_for(visit);
  auto const filled = visit.read_form<ObservationDraft>();
  auto form = observation_form(visit, change);
  if (!filled) return form_page(visit, form.filled(filled), {{change.what, path_of(change.id)}});
  auto const seen = visit.write([&](db::Transaction& tx) { return observe(tx, visit.actor(), change.id, *filled); });
  if (!seen)
    return form_page(visit, form.filled(filled, objection_to(seen.error(), visit.tr)),
                     {{change.what, path_of(change.id)}});
  return visit.see_other(path_of(change.id), visit.tr("Uw waarneming staat erbij."));
}

}  // namespace lenig::plan::pages
