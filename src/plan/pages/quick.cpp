// With one field: an intention with its first step, an action, and what a part of a plan gathers.
#include <algorithm>

#include "plan/pages/pages.hpp"
#include "plan/pages/words.hpp"

namespace lenig::plan::pages {

namespace {

using access::Matter;

struct IntentionDraft {
  std::string words;
  std::string step;
  std::optional<base::Date> due;
};
BOOST_DESCRIBE_STRUCT(IntentionDraft, (), (words, step, due))

html::FormBuilder intention_form(i18n::Words const& tr) {
  html::FormBuilder form(tr, tr("Eén voornemen"), "/plannen/snel", tr("Bewaar"));
  form.intro(tr("Drie regels zijn genoeg. Alleen u ziet dit, tot u het deelt."))
      .area("words", tr("Mijn voornemen"), tr("Wat is er dan anders?"))
      .text("step", tr("Mijn eerste stap"), tr("Zo klein dat u er deze week aan begint."))
      .optional_date("due", tr("Wanneer doe ik dat?"))
      .cancel(own_path);
  return form;
}

/// Why an intention can't be kept, at its field of the form.
using Kept = Result<Plan, html::Objection>;

Kept keep(db::Transaction& tx, Visit const& visit, IntentionDraft const& draft) {
  auto const& tr = visit.tr;
  if (draft.step.empty()) return std::unexpected(html::Objection{"step", tr("Schrijf op wat uw eerste stap is.")});
  auto const owner = Owner::of(visit.viewer.person);
  UnitId const place(visit.places.empty() ? "" : visit.places.front().unit);
  auto const plan = begin_plan(tx, visit.actor(), owner, place,
                               {PlanKind::action_plan, tr("Voornemen van {}", tr.day(visit.viewer.today))});
  if (!plan) return std::unexpected(objection_to(plan.error(), tr));
  auto const goal = set_goal(tx, visit.vault(), visit.actor(), {owner, Level::person, *plan}, {draft.words, "", {}});
  if (!goal) return std::unexpected(objection_to(goal.error(), tr));
  auto const action =
      take_on(tx, visit.vault(), visit.actor(), {owner, *plan, *goal}, {draft.step, draft.due, visit.viewer.person});
  if (!action) {
    auto why = objection_to(action.error(), tr);
    if (why.field == "what") why.field = "step";
    return std::unexpected(why);
  }
  return find_plan(tx, *plan).value();
}

Plan plan_asked_for(Visit& visit) {
  return visit.read([&](db::Reading& reading) { return find_plan(reading, visit.id<PlanId>()).value(); });
}

/// What was typed in the one field, with a day where there is one.
struct QuickDraft {
  std::string quick;
  std::optional<base::Date> due;
};
BOOST_DESCRIBE_STRUCT(QuickDraft, (), (quick, due))

/// The same field on a page of its own: what could not be added stands there, with what is wrong.
Response again(Visit& visit, std::string const& heading, std::string const& back,
               html::Filled<QuickDraft> const& filled, std::optional<html::Objection> why) {
  auto const& tr = visit.tr;
  html::FormBuilder form(tr, heading, visit.request.path, tr("Voeg toe"));
  form.area("quick", heading).optional_date("due", tr("Uiterlijk")).cancel(back);
  if (why && why->field != "due") why->field = "quick";
  return visit.form_page(form.filled(filled, why).build(), {}, {Matter::plan});
}

/// Adds one line and goes back to the plan.
template <class Add>
Response added(Visit& visit, std::string const& heading, Add const& add) {
  auto const plan = plan_asked_for(visit);
  auto const filled = visit.read_form<QuickDraft>();
  if (!filled) return again(visit, heading, path_of(plan), filled, std::nullopt);
  auto const done = visit.write([&](db::Transaction& tx) { return add(tx, plan, *filled); });
  if (!done) return again(visit, heading, path_of(plan), filled, objection_to(done.error(), visit.tr));
  return visit.see_other(path_of(plan), visit.tr("Het staat erbij."));
}

/// What is gathered without saying for which goal is for the first that is open.
std::optional<GoalId> first_goal(db::Reading& reading, Visit const& visit, Plan const& plan) {
  for (auto const& goal : goals_of(reading, visit.vault(), plan.board, plan.owner(), plan.id)) {
    if (goal.state == GoalState::open) return goal.id;
  }
  return std::nullopt;
}

Level level_of_plan(db::Reading& reading, Plan const& plan) {
  if (!plan.person.empty()) return Level::person;
  if (!plan.peer_group.empty()) return Level::peer_group;
  return level_of(organisation::units_by_ids(reading, {plan.unit}).front().kind);
}

}  // namespace

Response show_intention_new(Visit& visit) {
  return visit.form_page(intention_form(visit.tr).build(), own_crumb(visit.tr), {Matter::plan});
}

Response post_intention(Visit& visit) {
  auto const filled = visit.read_form<IntentionDraft>();
  auto form = intention_form(visit.tr);
  if (!filled) return visit.form_page(form.filled(filled).build(), own_crumb(visit.tr), {Matter::plan});
  auto const kept = visit.write([&](db::Transaction& tx) { return keep(tx, visit, *filled); });
  if (!kept) return visit.form_page(form.filled(filled, kept.error()).build(), own_crumb(visit.tr), {Matter::plan});
  return visit.see_other(own_path, visit.tr("Uw voornemen staat er, met de eerste stap."));
}

Response post_own_action(Visit& visit) {
  auto const filled = visit.read_form<QuickDraft>();
  auto const heading = visit.tr("Wat ga ik doen?");
  if (!filled) return again(visit, heading, own_path, filled, std::nullopt);
  auto const done = visit.write([&](db::Transaction& tx) {
    return take_on(tx, visit.vault(), visit.actor(), {Owner::of(visit.viewer.person), {}, {}},
                   {filled->quick, filled->due, visit.viewer.person});
  });
  if (!done) return again(visit, heading, own_path, filled, objection_to(done.error(), visit.tr));
  return visit.see_other(own_path, visit.tr("Het staat op uw lijst."));
}

Response post_plan_goal(Visit& visit) {
  return added(visit, visit.tr("Wat wordt anders?"),
               [&](db::Transaction& tx, Plan const& plan, QuickDraft const& draft) {
                 return set_goal(tx, visit.vault(), visit.actor(), {plan.owner(), level_of_plan(tx, plan), plan.id},
                                 {draft.quick, "", draft.due});
               });
}

Response post_plan_action(Visit& visit) {
  return added(visit, visit.tr("Wat ga ik doen?"), [&](db::Transaction& tx, Plan const& plan, QuickDraft const& draft) {
    return take_on(tx, visit.vault(), visit.actor(), {plan.owner(), plan.id, {}},
                   {draft.quick, draft.due, visit.viewer.person});
  });
}

Response post_plan_condition(Visit& visit) {
  return added(visit, visit.tr("Wat moet er geregeld zijn?"),
               [&](db::Transaction& tx, Plan const& plan, QuickDraft const& draft) {
                 auto const goal = first_goal(tx, visit, plan).value_or(GoalId());
                 return set_condition(tx, visit.actor(), goal, {draft.quick, "", draft.due});
               });
}

Response post_plan_change(Visit& visit) {
  return added(visit, visit.tr("Wat zullen anderen merken?"),
               [&](db::Transaction& tx, Plan const& plan, QuickDraft const& draft) {
                 auto const goal = first_goal(tx, visit, plan).value_or(GoalId());
                 return expect_change(tx, visit.actor(), goal, {draft.quick});
               });
}

}  // namespace lenig::plan::pages
