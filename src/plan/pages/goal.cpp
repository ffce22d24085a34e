// A goal: what will be different, what it serves, and whether it works.
#include "plan/initiative.hpp"
#include "plan/pages/pages.hpp"
#include "plan/pages/words.hpp"
#include "plan/plan.hpp"
#include "plan/practice.hpp"
#include "plan/standing.hpp"
#include "platform/base/collected.hpp"

namespace lenig::plan::pages {

namespace {

using access::Action;
using access::Matter;

struct LinkedView {
  std::string linked;
  std::string linked_path;
  std::string linked_note;
};
BOOST_DESCRIBE_STRUCT(LinkedView, (), (linked, linked_path, linked_note))

struct LineView {
  std::string line;
  std::string line_path;
  std::string line_note;
  std::string dot;
  std::string dot_text;
  std::string arrange_path;  // of a condition: to say that it is arranged, or not after all
  std::string arrange;
};
BOOST_DESCRIBE_STRUCT(LineView, (), (line, line_path, line_note, dot, dot_text, arrange_path, arrange))

struct GoalView {
  static constexpr std::string_view view = "plan/goal";
  std::string level;
  std::string of;
  std::string goal;
  std::string for_whom;
  std::string due;
  std::string state;
  std::string path;
  std::string problem;
  bool may_change = false;
  bool may_close = false;
  bool is_open = false;
  bool of_unit = false;
  bool has_widers = false;
  std::vector<LinkedView> widers;
  bool has_narrower = false;
  std::vector<LinkedView> narrower;
  bool has_indicators = false;
  std::vector<LineView> indicators;
  bool has_conditions = false;
  std::vector<LineView> conditions;
  bool has_changes = false;
  std::vector<LineView> changes;
  bool has_actions = false;
  std::vector<LineView> actions;
  std::string goes;  // whether something stops for it
  std::string goes_words;
  std::string goes_asks;
  std::string goes_path;  // for who may choose it
  bool has_practices = false;
  std::vector<LinkedView> practices;
  bool has_initiatives = false;
  std::vector<LinkedView> initiatives;
  std::string take_up_path;  // to make it a goal of one's own
};
BOOST_DESCRIBE_STRUCT(GoalView, (),
                      (level, of, goal, for_whom, due, state, path, problem, may_change, may_close, is_open, of_unit,
                       has_widers, widers, has_narrower, narrower, has_indicators, indicators, has_conditions,
                       conditions, has_changes, changes, has_actions, actions, goes, goes_words, goes_asks, goes_path,
                       has_practices, practices, has_initiatives, initiatives, take_up_path))

Matter matter_of(Goal const& goal) { return goal.unit.empty() ? Matter::plan : Matter::unit_plan; }

Goal goal_asked_for(Visit& visit) {
  return visit.read(
      [&](db::Reading& reading) { return find_goal(reading, visit.vault(), visit.id<GoalId>()).value(); });
}

std::string path_of_wider(Wider const& wider) {
  return wider.kind == WiderKind::theme ? path_of(ThemeId(wider.id)) : "/plannen/doel/" + wider.id;
}

void add_widers(GoalView& view, db::Reading& reading, Goal const& goal) {
  auto const widers = widers_of(reading, {goal.id}, Reach::direct);
  auto const narrower = goal.unit.empty() ? std::vector<Goal>() : goals_that_serve(reading, goal.id);
  auto ids = base::collected(widers, &Wider::unit);
  for (auto const& one : narrower) ids.push_back(one.unit);
  ids.push_back(goal.unit);
  auto const units = unit_names(reading, ids);
  view.of = name_of(units, goal.unit);
  for (auto const& one : widers) view.widers.push_back({one.words, path_of_wider(one), name_of(units, one.unit)});
  for (auto const& one : narrower) view.narrower.push_back({one.words, path_of(one), name_of(units, one.unit)});
  view.has_widers = !view.widers.empty();
  view.has_narrower = !view.narrower.empty();
}

void add_indicators(GoalView& view, db::Reading& reading, Goal const& goal, Visit const& visit) {
  auto const& tr = visit.tr;
  auto const indicators = indicators_of(reading, goal.board, {goal.id});
  auto const readings = readings_of(reading, goal.board, base::collected(indicators, &Indicator::id));
  for (auto const& one : indicators) {
    std::vector<Reading> own;
    for (auto const& reading_of : readings) {
      if (reading_of.indicator == one.id) own.push_back(reading_of);
    }
    auto const progress = progress_of(one, own);
    auto note = tr("nu {}, naar {} {} op {}", tr.decimal(own.empty() ? one.baseline : own.back().value),
                   tr.decimal(one.target), one.measure, tr.short_day(one.target_on));
    if (is_stale(one, own, visit.viewer.today)) note += ". " + tr("Vraagt om een nieuwe meting.");
    view.indicators.push_back({one.name, path_of(one.id), note, dot_of(progress), words_for(progress, tr)});
  }
  view.has_indicators = !view.indicators.empty();
}

void add_conditions(GoalView& view, db::Reading& reading, Goal const& goal, Visit const& visit) {
  auto const& tr = visit.tr;
  for (auto const& one : conditions_of(reading, goal.board, {goal.id})) {
    auto const sign = sign_of(one, visit.viewer.today, tr);
    view.conditions.push_back({one.what, path_of(one.id), note_of(one, tr), sign.dot, sign.text,
                               view.may_change ? path_of(one.id) + "/geregeld" : "",
                               one.arranged_on ? tr("Toch niet geregeld") : tr("Geregeld")});
  }
  view.has_conditions = !view.conditions.empty();
}

void add_changes(GoalView& view, db::Reading& reading, Goal const& goal, i18n::Words const& tr) {
  for (auto const& one : changes_of(reading, goal.board, {goal.id}))
    view.changes.push_back({one.what, path_of(one.id), "", "later", tr("Zichtbare verandering")});
  view.has_changes = !view.changes.empty();
}

void add_actions(GoalView& view, db::Reading& reading, Goal const& goal, Visit const& visit) {
  auto const& tr = visit.tr;
  auto const actions = actions_for(reading, visit.vault(), goal);
  auto const names = names_of(reading, goal.board, base::collected(actions, &PlanAction::person));
  for (auto const& one : actions) {
    auto const sign = sign_of(one, visit.viewer.today, tr);
    auto const who = goal.person.empty() ? name_of(names, one.person, tr) : std::string();
    bool const opens = view.may_change || one.person == visit.viewer.person;
    view.actions.push_back({one.what, opens ? path_of(one.id) : "", note_of(one, who, tr), sign.dot, sign.text});
  }
  view.has_actions = !view.actions.empty();
}

void add_what_goes(GoalView& view, db::Reading& reading, Goal const& goal, Visit const& visit) {
  auto const& tr = visit.tr;
  auto const stop = stop_of(reading, goal.id);
  bool const skipped = !stop || stop->choice == StopChoice::skipped;
  view.goes = skipped ? tr("Nog niet gekozen wat eraf gaat.") : words_for(stop->choice, tr);
  if (stop) view.goes_words = stop->words;
  if (stop && stop->freed) view.goes_words += " (" + tr("{} uur per persoon per jaar", tr.decimal(*stop->freed)) + ")";
  if (stop && stop->asks) view.goes_asks = tr("Dit doel vraagt {} uur per persoon per jaar.", tr.decimal(*stop->asks));
  view.may_close = may_set_course(reading, visit.viewer, goal.unit);
  if (view.is_open && view.may_close) view.goes_path = path_of_stop(goal.id);
}

void add_practices(GoalView& view, db::Reading& reading, Goal const& goal, i18n::Words const& tr) {
  for (auto const& one : practices_for(reading, goal.id))
    view.practices.push_back({one.name, path_of(one.id), words_for(one.kind, tr) + ", " + words_for(one.driver, tr)});
  view.has_practices = !view.practices.empty();
}

void add_initiatives(GoalView& view, db::Reading& reading, Goal const& goal) {
  auto const initiatives = initiatives_for(reading, goal.id);
  auto const units = unit_names(reading, base::collected(initiatives, &UnitInitiative::unit));
  for (auto const& one : initiatives)
    view.initiatives.push_back({one.name, path_of(one.unit, one.programme), name_of(units, one.unit)});
  view.has_initiatives = !view.initiatives.empty();
}

std::string state_of(Goal const& goal, i18n::Words const& tr) {
  if (goal.state == GoalState::open) return words_for(goal.state, tr);
  return words_for(goal.state, tr) + ", " + tr.day(goal.closed_on.value());
}

GoalView view_of(db::Reading& reading, Visit const& visit, Goal const& goal) {
  auto const& tr = visit.tr;
  GoalView view{.level = words_for(goal.level, tr),
                .goal = goal.words,
                .for_whom = goal.for_whom,
                .due = by_day(goal.due, tr),
                .state = state_of(goal, tr),
                .path = path_of(goal),
                .may_change = visit.viewer.may(Action::change, matter_of(goal)),
                .may_close = goal.unit.empty(),
                .is_open = goal.state == GoalState::open,
                .of_unit = !goal.unit.empty()};
  add_widers(view, reading, goal);
  add_actions(view, reading, goal, visit);
  if (view.of_unit) {
    add_indicators(view, reading, goal, visit);
    add_conditions(view, reading, goal, visit);
    add_changes(view, reading, goal, tr);
    add_what_goes(view, reading, goal, visit);
    add_practices(view, reading, goal, tr);
    add_initiatives(view, reading, goal);
    if (view.is_open) view.take_up_path = view.path + "/eigen-doel";
  }
  return view;
}

std::vector<html::Link> crumbs_of(Goal const& goal, std::string const& of, i18n::Words const& tr) {
  return goal.unit.empty() ? own_crumb(tr) : course_crumb(goal.unit, of);
}

/// Does one thing and goes back to the goal, which says what was done or why not.
template <class Act>
Response done(Visit& visit, std::string const& said, Act const& act) {
  auto const goal = goal_asked_for(visit);
  auto const did = visit.write([&](db::Transaction& tx) { return act(tx, goal.id); });
  return visit.see_other(path_of(goal), did ? said : objection_to(did.error(), visit.tr).message);
}

}  // namespace

Response show_goal(Visit& visit) {
  auto const goal = goal_asked_for(visit);
  auto const view = visit.read([&](db::Reading& reading) { return view_of(reading, visit, goal); });
  return visit.page({.title = goal.words,
                     .crumbs = crumbs_of(goal, view.of, visit.tr),
                     .holds = {matter_of(goal)},
                     .content = visit.render(view)});
}

Response post_goal_reached(Visit& visit) {
  return done(visit, visit.tr("Mooi: het doel is bereikt."), [&](db::Transaction& tx, GoalId const& goal) {
    return close_goal(tx, visit.vault(), visit.actor(), goal, GoalState::reached);
  });
}

Response post_goal_dropped(Visit& visit) {
  return done(visit, visit.tr("Het doel is losgelaten. U kunt het weer openen."),
              [&](db::Transaction& tx, GoalId const& goal) {
                return close_goal(tx, visit.vault(), visit.actor(), goal, GoalState::dropped);
              });
}

Response post_goal_reopened(Visit& visit) {
  return done(visit, visit.tr("Het doel loopt weer."), [&](db::Transaction& tx, GoalId const& goal) {
    return reopen_goal(tx, visit.vault(), visit.actor(), goal);
  });
}

}  // namespace lenig::plan::pages
