#include "plan/pages/plan_view.hpp"

#include <algorithm>
#include <set>

#include "plan/stop.hpp"
#include "platform/base/collected.hpp"
#include "platform/base/text.hpp"

namespace lenig::plan::pages {

namespace {

bool holds_any(std::vector<Part> const& parts, std::initializer_list<Holds> kinds) {
  return std::ranges::any_of(parts,
                             [&](Part const& part) { return std::ranges::find(kinds, part.holds) != kinds.end(); });
}

/// Parts of an earlier version in which words stand: brought over, they are shown until somebody empties them.
void add_parts_left_over(std::vector<Part>& parts, std::vector<Wording> const& wordings, i18n::Words const& tr) {
  for (auto const& one : wordings) {
    if (one.words.empty() || std::ranges::find(parts, one.slot, &Part::slot) != parts.end()) continue;
    parts.push_back(
        {static_cast<int>(parts.size()) + 1, one.slot, tr("Uit een eerdere versie van het format"), "", Holds::words});
  }
}

void read_goals(db::Reading& reading, vault::Vault& keys, Material& all) {
  auto const& plan = all.plan;
  all.goals = goals_of(reading, keys, plan.board, plan.owner(), plan.id);
  auto const ids = base::collected(all.goals, &Goal::id);
  if (!plan.unit.empty()) all.unasked = goals_unasked(reading, ids);
  if (holds_any(all.parts, {Holds::goals}) && plan.kind != PlanKind::roadmap)
    all.widers = widers_of(reading, ids, Reach::direct);
  if (holds_any(all.parts, {Holds::indicators})) {
    all.indicators = indicators_of(reading, plan.board, ids);
    all.readings = readings_of(reading, plan.board, base::collected(all.indicators, &Indicator::id));
  }
  if (holds_any(all.parts, {Holds::conditions})) all.conditions = conditions_of(reading, plan.board, ids);
  if (holds_any(all.parts, {Holds::changes})) {
    all.changes = changes_of(reading, plan.board, ids);
    all.observations = observations_of(reading, plan.board, base::collected(all.changes, &VisibleChange::id));
  }
}

std::string owner_name(db::Reading& reading, Plan const& plan) {
  if (!plan.unit.empty()) return name_of(unit_names(reading, {plan.unit}), plan.unit);
  if (!plan.peer_group.empty()) return find_peer_group(reading, plan.peer_group)->name;
  return {};
}

std::string audience_words(Share const& share, i18n::Words const& tr) {
  switch (share.audience) {
    case Audience::peer_group: return tr("mijn groep");
    case Audience::leader: return tr("mijn leidinggevende");
    case Audience::school: return tr("mijn school");
  }
  return {};
}

std::string shared_with(Material const& all, std::string const& slot, i18n::Words const& tr) {
  std::set<std::string> with;
  for (auto const& one : all.shares) {
    if (one.slot.empty() || one.slot == slot) with.insert(audience_words(one, tr));
  }
  return base::joined({with.begin(), with.end()}, ", ");
}

std::string serves(Material const& all, GoalId const& goal, i18n::Words const& tr) {
  std::vector<std::string> names;
  for (auto const& one : all.widers) {
    if (one.goal == goal) names.push_back(one.words);
  }
  return names.empty() ? "" : tr("Hoort bij: {}", base::joined(names, "; "));
}

ItemView item_of(Material const& all, Goal const& goal, access::Viewer const& viewer, bool linked,
                 i18n::Words const& tr) {
  auto const sign = sign_of(goal, viewer.today, tr);
  auto const due = by_day(goal.due, tr);
  auto const note = goal.for_whom.empty() || due.empty() ? goal.for_whom + due : goal.for_whom + ", " + due;
  return {.item = goal.words,
          .item_path = linked ? path_of(goal) : "",
          .note = note,
          .why = serves(all, goal.id, tr),
          .dot = sign.dot,
          .dot_text = sign.text,
          .stop_path = all.unasked.contains(goal.id) ? path_of_stop(goal.id) + "?plan=1" : ""};
}

ItemView item_of(Material const& all, PlanAction const& action, access::Viewer const& viewer, bool linked,
                 i18n::Words const& tr) {
  auto const sign = sign_of(action, viewer.today, tr);
  auto const who = all.plan.person.empty() ? name_of(all.names, action.person, tr) : std::string();
  return {.item = action.what,
          .item_path = linked ? path_of(action.id) : "",
          .note = note_of(action, who, tr),
          .dot = sign.dot,
          .dot_text = sign.text,
          .done_path = linked && !action.done_on ? path_of(action.id) + "/gedaan" : ""};
}

std::vector<Reading> of_indicator(Material const& all, IndicatorId const& indicator) {
  std::vector<Reading> readings;
  std::ranges::copy_if(all.readings, std::back_inserter(readings),
                       [&](Reading const& one) { return one.indicator == indicator; });
  return readings;
}

ItemView item_of(Material const& all, Indicator const& one, access::Viewer const& viewer, bool, i18n::Words const& tr) {
  auto const readings = of_indicator(all, one.id);
  auto const progress = progress_of(one, readings);
  auto const now = readings.empty() ? one.baseline : readings.back().value;
  auto note = tr("nu {}, van {} naar {} {} op {}", tr.decimal(now), tr.decimal(one.baseline), tr.decimal(one.target),
                 one.measure, tr.short_day(one.target_on));
  if (is_stale(one, readings, viewer.today)) note += ". " + tr("Vraagt om een nieuwe meting.");
  return {.item = one.name,
          .item_path = path_of(one.id),
          .note = note,
          .dot = dot_of(progress),
          .dot_text = words_for(progress, tr)};
}

ItemView item_of(Material const&, Condition const& one, access::Viewer const& viewer, bool, i18n::Words const& tr) {
  auto const sign = sign_of(one, viewer.today, tr);
  return {
      .item = one.what, .item_path = path_of(one.id), .note = note_of(one, tr), .dot = sign.dot, .dot_text = sign.text};
}

ItemView item_of(Material const& all, VisibleChange const& one, access::Viewer const&, bool, i18n::Words const& tr) {
  auto const seen = std::ranges::count(all.observations, one.id, &Observation::change);
  bool const clearly = std::ranges::any_of(all.observations, [&](Observation const& other) {
    return other.change == one.id && other.seen == Seen::clearly;
  });
  return {.item = one.what,
          .item_path = path_of(one.id),
          .note = seen == 0 ? tr("Nog niemand schreef op wat er te zien is.")
                            : tr.n("{} waarneming", "{} waarnemingen", seen),
          .dot = clearly     ? "done"
                 : seen == 0 ? "later"
                             : "active",
          .dot_text = clearly     ? words_for(Seen::clearly, tr)
                      : seen == 0 ? tr("Nog geen waarneming")
                                  : tr("Waargenomen")};
}

template <class Things>
void list(PartView& view, Material const& all, Things const& things, access::Viewer const& viewer, bool linked,
          i18n::Words const& tr) {
  view.items = base::collected(things, [&](auto const& one) { return item_of(all, one, viewer, linked, tr); });
}

std::vector<GoalChoice> open_goals(Material const& all) {
  std::vector<GoalChoice> open;
  for (auto const& one : all.goals) {
    if (one.state == GoalState::open) open.push_back({one.id.text(), one.words});
  }
  return open;
}

/// How somebody who fills the plan adds a line.
void offer(PartView& view, Part const& part, Material const& all, i18n::Words const& tr) {
  auto const path = path_of(all.plan);
  auto const goals = open_goals(all);
  bool const has_goal = !goals.empty();
  switch (part.holds) {
    case Holds::words: break;
    case Holds::goals:
      view.quick_path = path + "/doelen";
      view.quick_label = tr("Wat wordt anders?");
      view.quick_due = true;
      view.quick_whom = true;
      break;
    case Holds::actions:
      view.quick_path = path + "/acties";
      view.quick_label = tr("Wat ga ik doen?");
      view.quick_due = true;
      if (all.plan.person.empty()) {
        view.quick_path.clear();
        view.add_path = path + "/acties/nieuw";
        view.add_label = tr("Actie toevoegen");
      }
      break;
    case Holds::indicators:
      if (has_goal) {
        view.add_path = path + "/piketpaaltjes/nieuw";
        view.add_label = tr("Piketpaaltje toevoegen");
      }
      break;
    case Holds::conditions:
      if (has_goal) {
        view.quick_path = path + "/voorwaarden";
        view.quick_label = tr("Wat moet er geregeld zijn?");
        view.quick_due = true;
      }
      break;
    case Holds::changes:
      if (has_goal) {
        view.quick_path = path + "/veranderingen";
        view.quick_label = tr("Wat zullen anderen merken?");
      }
      break;
  }
  bool const of_one_goal = part.holds == Holds::conditions || part.holds == Holds::changes;
  if (of_one_goal && goals.size() > 1) view.quick_goals = goals;
  view.quick_asks_goal = !view.quick_goals.empty();
}

std::string empty_words(Holds holds, bool has_goal, i18n::Words const& tr) {
  switch (holds) {
    case Holds::words: return {};
    case Holds::goals: return tr("Nog geen doel.");
    case Holds::actions: return tr("Nog geen actie.");
    case Holds::indicators: return has_goal ? tr("Nog geen piketpaaltje.") : tr("Stel eerst een doel.");
    case Holds::conditions: return has_goal ? tr("Nog geen voorwaarde.") : tr("Stel eerst een doel.");
    case Holds::changes: return has_goal ? tr("Nog geen verandering.") : tr("Stel eerst een doel.");
  }
  return {};
}

PartView part_view(Part const& part, Material const& all, access::Viewer const& viewer, Mode mode,
                   i18n::Words const& tr) {
  bool const linked = mode == Mode::fills || !all.plan.unit.empty();
  PartView view{.slot = part.slot,
                .title = part.title,
                .has_questions = !part.questions.empty(),
                .questions = base::lines(part.questions),
                .is_words = part.holds == Holds::words,
                .is_list = part.holds != Holds::words};
  switch (part.holds) {
    case Holds::words: {
      auto const at = std::ranges::find(all.wordings, part.slot, &Wording::slot);
      if (at != all.wordings.end()) view.words = at->words;
      if (mode == Mode::fills && !all.plan.is_fixed()) view.words_path = path_of(all.plan) + "/deel/" + part.slot;
      view.says_nothing = view.words.empty();
      break;
    }
    case Holds::goals: list(view, all, all.goals, viewer, linked, tr); break;
    case Holds::actions: list(view, all, all.actions, viewer, linked && mode == Mode::fills, tr); break;
    case Holds::indicators: list(view, all, all.indicators, viewer, linked, tr); break;
    case Holds::conditions: list(view, all, all.conditions, viewer, linked, tr); break;
    case Holds::changes: list(view, all, all.changes, viewer, linked, tr); break;
  }
  if (mode == Mode::fills && !all.plan.is_fixed()) offer(view, part, all, tr);
  view.has_items = !view.items.empty();
  if (view.is_list && !view.has_items) view.empty = empty_words(part.holds, !all.goals.empty(), tr);
  if (mode == Mode::fills && all.plan.unit.empty()) view.shared = shared_with(all, part.slot, tr);
  return view;
}

}  // namespace

Material material_of(db::Reading& reading, vault::Vault& keys, PlanId const& id, i18n::Words const& tr) {
  Material all{.plan = find_plan(reading, id).value()};
  all.format = find_format(reading, all.plan.format).value();
  all.parts = parts_of(reading, all.format, all.plan.version);
  all.wordings = wordings_of(reading, keys, all.plan);
  add_parts_left_over(all.parts, all.wordings, tr);
  read_goals(reading, keys, all);
  if (holds_any(all.parts, {Holds::actions})) {
    all.actions = actions_in(reading, keys, all.plan.board, all.plan.id);
    if (all.plan.person.empty())
      all.names = names_of(reading, all.plan.board, base::collected(all.actions, &PlanAction::person));
  }
  all.owner_name = owner_name(reading, all.plan);
  if (all.plan.unit.empty()) all.shares = shares_of(reading, all.plan);
  return all;
}

PartsView parts_view(Material const& all, access::Viewer const& viewer, Mode mode, i18n::Words const& tr) {
  PartsView view{.revision = std::to_string(all.plan.revision), .columns = all.plan.kind == PlanKind::roadmap};
  for (auto const& part : all.parts) view.parts.push_back(part_view(part, all, viewer, mode, tr));
  return view;
}

PartsView shared_view(Material const& all, access::Viewer const& viewer, Shown const& shown, i18n::Words const& tr) {
  PartsView view{.revision = std::to_string(all.plan.revision)};
  for (auto const& part : all.parts) {
    if (shown.shows(part.slot)) view.parts.push_back(part_view(part, all, viewer, Mode::reads, tr));
  }
  return view;
}

}  // namespace lenig::plan::pages
