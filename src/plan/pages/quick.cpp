// With one field: an intention with its first step, an action, and what a part of a plan gathers.
#include <algorithm>

#include "plan/pages/pages.hpp"
#include "plan/pages/words.hpp"
#include "plan/routes.hpp"
#include "platform/base/text.hpp"

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

/// What was typed in the one field, with what goes with it.
struct QuickDraft {
  std::string quick;
  std::string for_whom;
  std::string goal;
  std::optional<base::Date> due;
};
BOOST_DESCRIBE_STRUCT(QuickDraft, (), (quick, for_whom, goal, due))

/// What is asked in a part of a plan.
struct Quick {
  std::string heading;
  std::string back;
  bool due = true;
  bool whom = false;
  std::vector<html::Option> goals;  // of which one is chosen, where there are several
  std::string said;                 // besides that it stands there
};

/// The same fields on a page of their own: what could not be added stands there, with what is wrong.
Response again(Visit& visit, Quick const& asked, html::Filled<QuickDraft> const& filled,
               std::optional<html::Objection> why) {
  auto const& tr = visit.tr;
  html::FormBuilder form(tr, asked.heading, visit.request.path, tr("Voeg toe"));
  form.area("quick", asked.heading);
  if (asked.whom) form.optional_text("for_whom", tr("Voor wie?"));
  if (asked.goals.size() > 1) form.choice("goal", tr("Bij welk doel?"), asked.goals);
  if (asked.due) form.optional_date("due", tr("Uiterlijk"));
  form.cancel(asked.back);
  bool const elsewhere = why && (why->field == "due" || why->field == "goal" || why->field == "for_whom");
  if (why && !elsewhere) why->field = "quick";
  return visit.form_page(form.filled(filled, why).build(), {}, {Matter::plan});
}

/// Adds one line and goes back to the plan.
template <class Add>
Response added(Visit& visit, Quick const& asked, Add const& add) {
  auto const filled = visit.read_form<QuickDraft>();
  if (!filled) return again(visit, asked, filled, std::nullopt);
  auto const done = visit.write([&](db::Transaction& tx) { return add(tx, *filled); });
  if (!done) return again(visit, asked, filled, objection_to(done.error(), visit.tr));
  auto said = visit.tr("Het staat erbij.");
  if (!asked.said.empty()) said += " " + asked.said;
  return visit.see_other(asked.back, said);
}

std::vector<html::Option> open_goals(Visit& visit, Plan const& plan) {
  std::vector<html::Option> open;
  auto const goals = visit.read(
      [&](db::Reading& reading) { return goals_of(reading, visit.vault(), plan.board, plan.owner(), plan.id); });
  for (auto const& goal : goals) {
    if (goal.state == GoalState::open) open.push_back({goal.id.text(), goal.words});
  }
  return open;
}

/// The goal that was chosen, or the only one; nothing where it is not said which.
std::optional<GoalId> goal_meant(std::vector<html::Option> const& goals, std::string const& chosen) {
  if (chosen.empty() && goals.size() == 1) return GoalId(goals.front().value);
  bool const there = std::ranges::find(goals, chosen, &html::Option::value) != goals.end();
  return there ? std::optional(GoalId(chosen)) : std::nullopt;
}

/// Adds what belongs to one goal of the plan.
template <class Add>
Response added_to_goal(Visit& visit, Quick asked, Plan const& plan, Add const& add) {
  asked.goals = open_goals(visit, plan);
  auto const filled = visit.read_form<QuickDraft>();
  auto const goal = goal_meant(asked.goals, filled.draft.goal);
  if (filled && !goal && asked.goals.size() > 1)
    return again(visit, asked, filled, html::Objection{"goal", visit.tr("Kies bij welk doel dit hoort.")});
  return added(visit, asked,
               [&](db::Transaction& tx, QuickDraft const& draft) { return add(tx, goal.value_or(GoalId()), draft); });
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
  Quick const asked{.heading = visit.tr("Wat ga ik doen?"), .back = own_path};
  if (!filled) return again(visit, asked, filled, std::nullopt);
  auto const done = visit.write([&](db::Transaction& tx) {
    return take_on(tx, visit.vault(), visit.actor(), {Owner::of(visit.viewer.person), {}, {}},
                   {filled->quick, filled->due, visit.viewer.person});
  });
  if (!done) return again(visit, asked, filled, objection_to(done.error(), visit.tr));
  return visit.see_other(own_path, visit.tr("Het staat op uw lijst."));
}

/// Of a unit with what weighs on those whom it touches; what goes for it is asked at its line.
Response post_plan_goal(Visit& visit) {
  auto const plan = plan_asked_for(visit);
  Quick asked{.heading = visit.tr("Wat wordt anders?"), .back = path_of(plan), .whom = true};
  if (!plan.unit.empty()) asked.said = base::joined(weighs_on(visit, plan.unit), " ");
  return added(visit, asked, [&](db::Transaction& tx, QuickDraft const& draft) {
    return set_goal(tx, visit.vault(), visit.actor(), {plan.owner(), level_of_plan(tx, plan), plan.id},
                    {draft.quick, draft.for_whom, draft.due});
  });
}

Response post_plan_action(Visit& visit) {
  auto const plan = plan_asked_for(visit);
  return added(visit, {.heading = visit.tr("Wat ga ik doen?"), .back = path_of(plan)},
               [&](db::Transaction& tx, QuickDraft const& draft) {
                 return take_on(tx, visit.vault(), visit.actor(), {plan.owner(), plan.id, {}},
                                {draft.quick, draft.due, visit.viewer.person});
               });
}

Response post_plan_condition(Visit& visit) {
  auto const plan = plan_asked_for(visit);
  return added_to_goal(visit, {.heading = visit.tr("Wat moet er geregeld zijn?"), .back = path_of(plan)}, plan,
                       [&](db::Transaction& tx, GoalId const& goal, QuickDraft const& draft) {
                         return set_condition(tx, visit.actor(), goal, {draft.quick, "", draft.due});
                       });
}

Response post_plan_change(Visit& visit) {
  auto const plan = plan_asked_for(visit);
  return added_to_goal(visit, {.heading = visit.tr("Wat zullen anderen merken?"), .back = path_of(plan), .due = false},
                       plan, [&](db::Transaction& tx, GoalId const& goal, QuickDraft const& draft) {
                         return expect_change(tx, visit.actor(), goal, {draft.quick});
                       });
}

}  // namespace lenig::plan::pages
