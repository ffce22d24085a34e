// An action: taken on for a goal or in a plan, put better, done, or dropped.
#include "plan/pages/pages.hpp"
#include "plan/pages/words.hpp"
#include "platform/base/collected.hpp"

namespace lenig::plan::pages {

namespace {

using access::Matter;

/// Who can take it on: somebody of the unit or group; a person's own are theirs.
std::vector<html::Option> people_for(db::Reading& reading, Visit const& visit, Owner const& owner) {
  std::vector<html::Option> people;
  if (owner.kind() == OwnerKind::unit) {
    for (auto const& one : organisation::staff_of(reading, {owner.unit}, visit.viewer.today))
      people.push_back({one.id.text(), one.name()});
  } else if (owner.kind() == OwnerKind::peer_group) {
    auto const members = base::collected(members_of(reading, visit.viewer.board, {owner.peer_group}), &Member::person);
    for (auto const& [id, name] : names_of(reading, visit.viewer.board, members)) people.push_back({id.text(), name});
  }
  return people;
}

/// For what an action is, and the way back.
struct Place {
  ActionPlace place;
  std::string action;
  std::string back;
  std::string title;
  std::vector<html::Option> people;

  Matter holds() const { return place.owner.kind() == OwnerKind::unit ? Matter::unit_plan : Matter::plan; }
};

Place of_plan(Visit& visit) {
  return visit.read([&](db::Reading& reading) {
    auto const plan = find_plan(reading, visit.id<PlanId>()).value();
    return Place{{plan.owner(), plan.id, {}},
                 path_of(plan) + "/acties/nieuw",
                 path_of(plan),
                 plan.name,
                 people_for(reading, visit, plan.owner())};
  });
}

Place of_goal(Visit& visit) {
  return visit.read([&](db::Reading& reading) {
    auto const goal = find_goal(reading, visit.vault(), visit.id<GoalId>()).value();
    return Place{{goal.owner(), goal.plan, goal.id},
                 path_of(goal) + "/acties/nieuw",
                 path_of(goal),
                 goal.words,
                 people_for(reading, visit, goal.owner())};
  });
}

html::FormBuilder action_form(Visit const& visit, Place const& at, std::string const& heading) {
  auto const& tr = visit.tr;
  html::FormBuilder form(tr, heading, at.action, tr("Bewaar"));
  form.text("what", tr("Wat gebeurt er?"));
  if (at.people.empty())
    form.hidden("person", visit.viewer.person.text());
  else
    form.choice("person", tr("Wie doet het?"), at.people);
  form.optional_date("due", tr("Uiterlijk")).cancel(at.back);
  return form;
}

Response page(Visit& visit, Place const& at, html::FormBuilder const& form) {
  return visit.form_page(form.build(), {{at.title, at.back}}, {at.holds()});
}

bool is_among(std::vector<html::Option> const& people, PersonId const& person) {
  for (auto const& one : people) {
    if (one.value == person.text()) return true;
  }
  return people.empty();
}

/// Nobody outside is given something to do.
ActionDraft among(Place const& at, ActionDraft draft) {
  if (!is_among(at.people, draft.person)) draft.person = PersonId();
  return draft;
}

Response show_new(Visit& visit, Place const& at) {
  auto form = action_form(visit, at, visit.tr("Actie toevoegen"));
  if (is_among(at.people, visit.viewer.person)) form.start("person", visit.viewer.person.text());
  return page(visit, at, form);
}

Response post_new(Visit& visit, Place const& at) {
  auto const filled = visit.read_form<ActionDraft>();
  auto form = action_form(visit, at, visit.tr("Actie toevoegen"));
  if (!filled) return page(visit, at, form.filled(filled));
  auto draft = among(at, *filled);
  if (at.people.empty()) draft.person = visit.viewer.person;
  auto const taken =
      visit.write([&](db::Transaction& tx) { return take_on(tx, visit.vault(), visit.actor(), at.place, draft); });
  if (!taken) return page(visit, at, form.filled(filled, objection_to(taken.error(), visit.tr)));
  return visit.see_other(at.back, visit.tr("Het staat erbij, en op de lijst van wie het doet."));
}

struct Asked {
  PlanAction action;
  Place at;
};

Asked action_asked_for(Visit& visit) {
  return visit.read([&](db::Reading& reading) {
    auto const action = find_action(reading, visit.vault(), visit.id<ActionId>()).value();
    auto const owner = owner_of_action(reading, action);
    return Asked{action, Place{{owner, action.plan, action.goal},
                               path_of(action.id),
                               own_path,
                               visit.tr("Mijn ontwikkeling"),
                               people_for(reading, visit, owner)}};
  });
}

html::FormBuilder change_form(Visit const& visit, Asked const& asked) {
  auto form = action_form(visit, asked.at, visit.tr("Actie"));
  form.start(ActionDraft{asked.action.what, asked.action.due, asked.action.person});
  return form;
}

}  // namespace

Response show_plan_action_new(Visit& visit) { return show_new(visit, of_plan(visit)); }
Response post_plan_action_new(Visit& visit) { return post_new(visit, of_plan(visit)); }
Response show_goal_action_new(Visit& visit) { return show_new(visit, of_goal(visit)); }
Response post_goal_action_new(Visit& visit) { return post_new(visit, of_goal(visit)); }

Response show_action(Visit& visit) {
  auto const asked = action_asked_for(visit);
  return page(visit, asked.at, change_form(visit, asked));
}

Response post_action_change(Visit& visit) {
  auto const asked = action_asked_for(visit);
  auto const filled = visit.read_form<ActionDraft>();
  auto form = change_form(visit, asked);
  if (!filled || form.is_stale(visit.form)) return page(visit, asked.at, form.filled(filled));
  auto draft = among(asked.at, *filled);
  if (asked.at.people.empty()) draft.person = asked.action.person;
  auto const changed = visit.write(
      [&](db::Transaction& tx) { return change_action(tx, visit.vault(), visit.actor(), asked.action.id, draft); });
  if (!changed) return page(visit, asked.at, form.filled(filled, objection_to(changed.error(), visit.tr)));
  return visit.see_other(own_path, visit.tr("Bewaard."));
}

Response post_action_done(Visit& visit) {
  auto const done =
      visit.write([&](db::Transaction& tx) { return finish_action(tx, visit.actor(), visit.id<ActionId>()); });
  if (!done) return visit.see_other(own_path, objection_to(done.error(), visit.tr).message);
  return visit.see_other(own_path, visit.tr("Gedaan. Dat is mooi."), *done);
}

Response post_action_drop(Visit& visit) {
  auto const dropped =
      visit.write([&](db::Transaction& tx) { return drop_action(tx, visit.actor(), visit.id<ActionId>()); });
  if (!dropped) return visit.see_other(own_path, objection_to(dropped.error(), visit.tr).message);
  return visit.see_other(own_path, visit.tr("De actie is weg."), *dropped);
}

}  // namespace lenig::plan::pages
