// A goal is set, put better, and hung under what it serves; from a wider goal down, or from a narrower one up.
#include <algorithm>

#include "plan/pages/pages.hpp"
#include "plan/pages/words.hpp"
#include "plan/plan.hpp"
#include "plan/stop.hpp"
#include "platform/base/collected.hpp"

namespace lenig::plan::pages {

namespace {

using access::Matter;

/// Where a goal is set, and what it serves from the start.
struct Setting {
  GoalPlace place;
  std::vector<WiderRef> widers;
  std::string action;
  std::string back;
  std::vector<html::Link> crumbs;
  Matter holds = Matter::plan;
};

html::FormBuilder goal_form(i18n::Words const& tr, std::string const& heading, std::string const& action,
                            std::string const& back) {
  html::FormBuilder form(tr, heading, action, tr("Bewaar"));
  form.area("words", tr("Wat is er dan anders?"),
            tr("Zo concreet dat u over een jaar kunt zeggen of het zo is. Niet wat u doet, maar wat er anders is."))
      .optional_text("for_whom", tr("Voor wie?"), tr("Wie merkt het: welke leerlingen, collega's of ouders?"))
      .optional_date("due", tr("Wanneer?"), tr("Zonder dag blijft een doel een wens."))
      .cancel(back);
  return form;
}

Response setting_page(Visit& visit, Setting const& at, html::FormBuilder const& form) {
  return visit.form_page(form.build(), at.crumbs, {at.holds});
}

html::FormBuilder new_form(Visit const& visit, Setting const& at) {
  return goal_form(visit.tr, visit.tr("Een doel stellen"), at.action, at.back);
}

Result<Goal, GoalRefusal> set_and_serve(db::Transaction& tx, Visit const& visit, Setting const& at,
                                        GoalDraft const& draft) {
  auto const id = set_goal(tx, visit.vault(), visit.actor(), at.place, draft);
  if (!id) return std::unexpected(id.error());
  if (!at.widers.empty()) {
    auto const served = serve(tx, visit.vault(), visit.actor(), *id, at.widers);
    if (!served) return std::unexpected(served.error());
  }
  return find_goal(tx, visit.vault(), *id).value();
}

/// Of a place, the next question is what goes for it.
std::string path_after(Goal const& goal) { return goal.unit.empty() ? path_of(goal) : path_of_stop(goal.id); }

Response set(Visit& visit, Setting const& at) {
  auto const filled = visit.read_form<GoalDraft>();
  auto form = new_form(visit, at);
  if (!filled) return setting_page(visit, at, form.filled(filled));
  auto const goal = visit.write([&](db::Transaction& tx) { return set_and_serve(tx, visit, at, *filled); });
  if (!goal) return setting_page(visit, at, form.filled(filled, objection_to(goal.error(), visit.tr)));
  auto const said =
      at.widers.empty() ? visit.tr("Het doel staat er. Waar hoort het bij?") : visit.tr("Het doel staat er.");
  return visit.see_other(path_after(*goal), said);
}

Setting in_own_hands(Visit const& visit) {
  return {{Owner::of(visit.viewer.person), Level::person, {}},
          {},
          "/plannen/eigen-doelen",
          own_path,
          own_crumb(visit.tr),
          Matter::plan};
}

Setting of_unit(Visit& visit) {
  auto const unit = visit.id<UnitId>();
  auto const units = visit.read([&](db::Reading& reading) { return organisation::units_by_ids(reading, {unit}); });
  auto const path = path_of_course(unit);
  return {{Owner::of(unit), level_of(units.front().kind), {}},
          {},
          path + "/doelen",
          path,
          course_crumb(unit, units.front().name),
          Matter::unit_plan};
}

Setting under_theme(Visit& visit) {
  auto const theme = visit.read([&](db::Reading& reading) { return find_theme(reading, visit.id<ThemeId>()).value(); });
  auto const units =
      visit.read([&](db::Reading& reading) { return organisation::units_by_ids(reading, {theme.unit}); });
  return {{Owner::of(theme.unit), level_of(units.front().kind), {}},
          {{WiderKind::theme, theme.id.text()}},
          path_of(theme.id) + "/doelen",
          path_of_course(theme.unit),
          course_crumb(theme.unit, units.front().name),
          Matter::unit_plan};
}

/// A goal of the viewer's own, or of a place that they may set goals for, that serves a unit's goal.
struct TakeUpDraft {
  std::string of;
  std::string words;
  std::string for_whom;
  std::optional<base::Date> due;
};
BOOST_DESCRIBE_STRUCT(TakeUpDraft, (), (of, words, for_whom, due))

constexpr char const* mine = "mine";

bool sets_goals(access::Role role) {
  return role == access::Role::leader || role == access::Role::facilitator || role == access::Role::hr ||
         role == access::Role::board_member;
}

html::FormBuilder take_up_form(Visit const& visit, Goal const& wider) {
  auto const& tr = visit.tr;
  std::vector<html::Option> owners{{mine, tr("Van mijzelf: alleen ik zie het, tot ik het deel"), true}};
  for (auto const& place : visit.places) {
    if (sets_goals(place.role) && place.unit != wider.unit.text())
      owners.push_back({place.unit, tr("Van {}", place.name)});
  }
  html::FormBuilder form(tr, tr("Neem dit op als doel"), path_of(wider) + "/eigen-doel", tr("Bewaar"));
  form.intro(tr("Het hoort dan bij: {}", wider.words))
      .options("of", tr("Van wie is het doel?"), owners)
      .area("words", tr("Wat is er dan anders, in uw eigen werk?"))
      .optional_text("for_whom", tr("Voor wie?"))
      .optional_date("due", tr("Wanneer?"))
      .cancel(path_of(wider));
  return form;
}

std::optional<GoalPlace> place_chosen(Visit& visit, std::string const& of) {
  if (of == mine) return GoalPlace{Owner::of(visit.viewer.person), Level::person, {}};
  for (auto const& place : visit.places) {
    if (place.unit != of || !sets_goals(place.role)) continue;
    auto const units =
        visit.read([&](db::Reading& reading) { return organisation::units_by_ids(reading, {UnitId(of)}); });
    return GoalPlace{Owner::of(UnitId(of)), level_of(units.front().kind), {}};
  }
  return std::nullopt;
}

Goal goal_asked_for(Visit& visit) {
  return visit.read(
      [&](db::Reading& reading) { return find_goal(reading, visit.vault(), visit.id<GoalId>()).value(); });
}

Matter matter_of(Goal const& goal) { return goal.unit.empty() ? Matter::plan : Matter::unit_plan; }

Response goal_page(Visit& visit, Goal const& goal, html::FormBuilder const& form) {
  return visit.form_page(form.build(), {{goal.words, path_of(goal)}}, {matter_of(goal)});
}

html::FormBuilder change_form(Visit const& visit, Goal const& goal) {
  auto form = goal_form(visit.tr, visit.tr("Het doel wijzigen"), path_of(goal) + "/wijzigen", path_of(goal));
  form.start(GoalDraft{goal.words, goal.for_whom, goal.due});
  return form;
}

/// What stands in the form for something wider: "goal.id".
std::string choice_of(WiderKind kind, std::string const& id) { return std::string(base::name_of(kind)) + "." + id; }

std::optional<WiderRef> wider_of(std::string const& choice) {
  auto const dot = choice.find('.');
  if (dot == std::string::npos) return std::nullopt;
  auto const kind = base::enum_from<WiderKind>(choice.substr(0, dot));
  return kind ? std::optional(WiderRef{*kind, choice.substr(dot + 1)}) : std::nullopt;
}

/// What can be chosen: of the places of the viewer, of the board, and what the goal serves already.
struct Choices {
  std::vector<Wider> all;
  std::vector<Wider> now;
  std::map<UnitId, std::string> units;
};

Choices choices_for(Visit& visit, Goal const& goal) {
  return visit.read([&](db::Reading& reading) {
    std::vector<UnitId> units{UnitId(goal.board.text())};
    for (auto const& place : visit.places) units.emplace_back(place.unit);
    if (!goal.unit.empty()) units.push_back(goal.unit);
    std::ranges::sort(units);
    units.erase(std::unique(units.begin(), units.end()), units.end());
    Choices choices{choices_of_wider(reading, goal.board, units), widers_of(reading, {goal.id}, Reach::direct), {}};
    std::erase_if(choices.all, [&](Wider const& one) { return one.id == goal.id.text(); });
    for (auto const& one : choices.now) {
      if (std::ranges::find(choices.all, one.id, &Wider::id) == choices.all.end()) choices.all.push_back(one);
    }
    choices.units = unit_names(reading, base::collected(choices.all, &Wider::unit));
    return choices;
  });
}

html::FormBuilder serve_form(Visit const& visit, Goal const& goal, Choices const& choices) {
  auto const& tr = visit.tr;
  html::FormBuilder form(tr, tr("Waar hoort dit bij?"), path_of(goal) + "/hoort-bij", tr("Bewaar"));
  form.intro(goal.unit.empty() ? tr("{}. Anderen zien alleen dát iemand eraan werkt, nooit uw doel zelf.", goal.words)
                               : goal.words);
  if (choices.all.empty())
    form.intro(tr("Er zijn nog geen thema's of bredere doelen. Kijk bij de koers van uw school of bestuur."));
  std::vector<html::Option> options;
  for (auto const& one : choices.all) {
    auto const kind = one.kind == WiderKind::theme ? tr("thema") : tr("doel");
    options.push_back(
        {choice_of(one.kind, one.id), one.words + " (" + kind + ", " + name_of(choices.units, one.unit) + ")"});
  }
  form.many("wider", tr("Doelen en thema's"), options).cancel(path_of(goal));
  form.start_all("wider", base::collected(choices.now, [](Wider const& one) { return choice_of(one.kind, one.id); }));
  return form;
}

}  // namespace

Response show_own_goal_new(Visit& visit) {
  auto const at = in_own_hands(visit);
  return setting_page(visit, at, new_form(visit, at));
}
Response post_own_goal(Visit& visit) { return set(visit, in_own_hands(visit)); }

Response show_unit_goal_new(Visit& visit) {
  auto const at = of_unit(visit);
  return setting_page(visit, at, new_form(visit, at));
}
Response post_unit_goal(Visit& visit) { return set(visit, of_unit(visit)); }

Response show_theme_goal_new(Visit& visit) {
  auto const at = under_theme(visit);
  return setting_page(visit, at, new_form(visit, at));
}
Response post_theme_goal(Visit& visit) { return set(visit, under_theme(visit)); }

Response show_take_up(Visit& visit) {
  auto const wider = goal_asked_for(visit);
  return goal_page(visit, wider, take_up_form(visit, wider));
}

Response post_take_up(Visit& visit) {
  auto const wider = goal_asked_for(visit);
  auto const filled = visit.read_form<TakeUpDraft>();
  auto form = take_up_form(visit, wider);
  if (!filled) return goal_page(visit, wider, form.filled(filled));
  auto const place = place_chosen(visit, filled->of);
  if (!place)
    return goal_page(visit, wider, form.filled(filled, html::Objection{"of", visit.tr("Kies van wie het doel is.")}));
  Setting const at{.place = *place, .widers = {{WiderKind::goal, wider.id.text()}}};
  auto const goal = visit.write([&](db::Transaction& tx) {
    return set_and_serve(tx, visit, at, {filled->words, filled->for_whom, filled->due});
  });
  if (!goal) return goal_page(visit, wider, form.filled(filled, objection_to(goal.error(), visit.tr)));
  return visit.see_other(path_after(*goal), visit.tr("Het doel staat er, en hoort bij: {}", wider.words));
}

Response show_goal_change(Visit& visit) {
  auto const goal = goal_asked_for(visit);
  return goal_page(visit, goal, change_form(visit, goal));
}

Response post_goal_change(Visit& visit) {
  auto const goal = goal_asked_for(visit);
  auto const filled = visit.read_form<GoalDraft>();
  auto form = change_form(visit, goal);
  if (!filled || form.is_stale(visit.form)) return goal_page(visit, goal, form.filled(filled));
  auto const changed =
      visit.write([&](db::Transaction& tx) { return change_goal(tx, visit.vault(), visit.actor(), goal.id, *filled); });
  if (!changed) return goal_page(visit, goal, form.filled(filled, objection_to(changed.error(), visit.tr)));
  return visit.see_other(path_of(goal), visit.tr("Bewaard."));
}

Response show_serves(Visit& visit) {
  auto const goal = goal_asked_for(visit);
  return goal_page(visit, goal, serve_form(visit, goal, choices_for(visit, goal)));
}

Response post_serves(Visit& visit) {
  auto const goal = goal_asked_for(visit);
  std::vector<WiderRef> widers;
  for (auto const& choice : visit.form.values("wider")) {
    if (auto const one = wider_of(choice)) widers.push_back(*one);
  }
  auto const served =
      visit.write([&](db::Transaction& tx) { return serve(tx, visit.vault(), visit.actor(), goal.id, widers); });
  if (!served) {
    auto form = serve_form(visit, goal, choices_for(visit, goal));
    return goal_page(visit, goal, form.filled(visit.form, objection_to(served.error(), visit.tr)));
  }
  return visit.see_other(path_of(goal), visit.tr("Bewaard."));
}

}  // namespace lenig::plan::pages
