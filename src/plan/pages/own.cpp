// Mijn ontwikkeling: what somebody works on, why it matters, and what comes next.
#include <algorithm>
#include <set>

#include "plan/load.hpp"
#include "plan/pages/lesson_visit_words.hpp"
#include "plan/pages/pages.hpp"
#include "plan/pages/words.hpp"
#include "platform/audit/audit.hpp"
#include "platform/base/collected.hpp"
#include "platform/base/text.hpp"

namespace lenig::plan::pages {

namespace {

constexpr std::size_t most_done = 3;
constexpr int most_readings = 200;

struct GoalView {
  std::string goal;
  std::string goal_path;
  std::string due;
  bool passed = false;
  std::string serve_path;  // where it can be hung under something wider
  bool has_steps = false;
  std::vector<std::string> steps;  // from what it serves directly, up to a theme
};
BOOST_DESCRIBE_STRUCT(GoalView, (), (goal, goal_path, due, passed, serve_path, has_steps, steps))

struct ActionView {
  std::string what;
  std::string change_path;
  std::string done_path;
  std::string when;
  bool late = false;
};
BOOST_DESCRIBE_STRUCT(ActionView, (), (what, change_path, done_path, when, late))

struct PlanLine {
  std::string plan;
  std::string plan_path;
  std::string about;
};
BOOST_DESCRIBE_STRUCT(PlanLine, (), (plan, plan_path, about))

struct ReaderView {
  std::string reader;
  std::string when;
};
BOOST_DESCRIBE_STRUCT(ReaderView, (), (reader, when))

struct OwnView {
  static constexpr std::string_view view = "plan/own";
  bool has_goals = false;
  std::vector<GoalView> goals;
  std::string more_goals;
  bool has_actions = false;
  std::vector<ActionView> actions;
  bool has_done = false;
  std::vector<std::string> done;
  bool has_plans = false;
  std::vector<PlanLine> plans;
  bool has_groups = false;
  std::vector<PlanLine> groups;
  bool has_visits = false;
  std::vector<PlanLine> visits;  // lesson visits that come, or that wait for an answer
  bool has_shared = false;
  std::vector<PlanLine> shared;  // plans of others that are shared with a group of the viewer
  std::string load;              // hours of the viewer's own yearly task
  bool has_readers = false;
  std::vector<ReaderView> readers;
};
BOOST_DESCRIBE_STRUCT(OwnView, (),
                      (has_goals, goals, more_goals, has_actions, actions, has_done, done, has_plans, plans, has_groups,
                       groups, has_visits, visits, has_shared, shared, load, has_readers, readers))

/// From a goal upwards, one way: what it serves first, and so on up to a theme.
std::vector<std::string> steps_from(GoalId const& goal, std::vector<Wider> const& chain,
                                    std::map<UnitId, std::string> const& units) {
  std::vector<std::string> steps;
  auto from = goal;
  for (auto at = std::ranges::find(chain, from, &Wider::goal); at != chain.end() && steps.size() < chain.size();
       at = std::ranges::find(chain, from, &Wider::goal)) {
    steps.push_back(at->words + " (" + name_of(units, at->unit) + ")");
    if (at->kind == WiderKind::theme) break;
    from = GoalId(at->id);
  }
  return steps;
}

void add_goals(OwnView& view, db::Reading& reading, Visit const& visit) {
  auto const& tr = visit.tr;
  auto goals = goals_of(reading, visit.vault(), visit.viewer.board, visit.viewer.person);
  auto const open = std::ranges::partition(goals, [](Goal const& one) { return one.state == GoalState::open; }).begin();
  auto const closed = std::distance(open, goals.end());
  goals.erase(open, goals.end());
  auto const chain = widers_of(reading, base::collected(goals, &Goal::id), Reach::chain);
  auto const units = unit_names(reading, base::collected(chain, &Wider::unit));
  for (auto const& goal : goals) {
    auto steps = steps_from(goal.id, chain, units);
    view.goals.push_back({.goal = goal.words,
                          .goal_path = path_of(goal),
                          .due = by_day(goal.due, tr),
                          .passed = is_late(goal.due, visit.viewer.today),
                          .serve_path = steps.empty() ? path_of(goal) + "/hoort-bij" : "",
                          .has_steps = !steps.empty(),
                          .steps = steps});
  }
  view.has_goals = !view.goals.empty();
  if (closed > 0)
    view.more_goals = tr.n("{} doel is bereikt of losgelaten.", "{} doelen zijn bereikt of losgelaten.", closed);
}

void add_actions(OwnView& view, db::Reading& reading, Visit const& visit) {
  auto const& tr = visit.tr;
  for (auto const& one : actions_of(reading, visit.vault(), visit.viewer.board, visit.viewer.person)) {
    if (one.done_on) {
      if (view.done.size() < most_done) view.done.push_back(one.what + " (" + tr.short_day(*one.done_on) + ")");
      continue;
    }
    view.actions.push_back({.what = one.what,
                            .change_path = path_of(one.id),
                            .done_path = path_of(one.id) + "/gedaan",
                            .when = by_day(one.due, tr),
                            .late = is_late(one.due, visit.viewer.today)});
  }
  view.has_actions = !view.actions.empty();
  view.has_done = !view.done.empty();
}

std::string about(Plan const& plan, i18n::Words const& tr) {
  auto const state = plan.closed_on      ? tr("afgesloten")
                     : plan.discussed_on ? tr("besproken op {}", tr.day(*plan.discussed_on))
                                         : tr("begonnen op {}", tr.day(plan.begun_on));
  return words_for(plan.kind, tr) + ", " + state;
}

void add_plans(OwnView& view, db::Reading& reading, Visit const& visit) {
  auto const& board = visit.viewer.board;
  auto plans = plans_of(reading, board, visit.viewer.person);
  for (auto const& one : plans_of_groups_of(reading, board, visit.viewer.person)) plans.push_back(one);
  view.plans =
      base::collected(plans, [&](Plan const& one) { return PlanLine{one.name, path_of(one), about(one, visit.tr)}; });
  view.has_plans = !view.plans.empty();
  for (auto const& one : peer_groups_of(reading, board, visit.viewer.person))
    view.groups.push_back({one.name, path_of(one.id), ""});
  view.has_groups = !view.groups.empty();
}

void add_visits(OwnView& view, db::Reading& reading, Visit const& visit) {
  auto const& tr = visit.tr;
  auto const& viewer = visit.viewer;
  auto visits = visits_of(reading, viewer.board, viewer.person);
  std::erase_if(visits, [&](LessonVisit const& one) {
    bool const stands = one.state == VisitState::invited || one.state == VisitState::accepted;
    return !stands || one.on_day < viewer.today;
  });
  std::ranges::reverse(visits);
  std::vector<PersonId> people{viewer.person};
  for (auto const& one : visits) people.push_back(one.visited == viewer.person ? one.visitor : one.visited);
  auto const names = names_of(reading, viewer.board, people);
  view.visits = base::collected(visits, [&](LessonVisit const& one) {
    bool const asked = one.state == VisitState::invited && one.visitor == viewer.person;
    auto const state = asked ? tr("uw collega nodigt u uit") : words_for(one.state, tr);
    return PlanLine{heading_of(one, viewer.person, names, tr), path_of(one.id), tr.day(one.on_day) + ", " + state};
  });
  view.has_visits = !view.visits.empty();
}

void add_shared(OwnView& view, db::Reading& reading, Visit const& visit) {
  auto const& tr = visit.tr;
  auto const plans = shared_in_groups(reading, visit.viewer.board, visit.viewer.person);
  auto const names = names_of(reading, visit.viewer.board, base::collected(plans, &SharedPlan::person));
  for (auto const& one : plans)
    view.shared.push_back(
        {one.name, "/plannen/eigen/" + one.id.text(), name_of(names, one.person, tr) + ", " + one.group_name});
  view.has_shared = !view.shared.empty();
}

void add_load(OwnView& view, db::Reading& reading, Visit const& visit) {
  int const year = school_year_of(visit.viewer.today);
  auto const hours = hours_of(reading, visit.viewer.board, year, {visit.viewer.person});
  for (auto const& [_, one] : hours)
    view.load = visit.tr("Uw jaartaak in {}: {} uur. Dit zien u, wie u leiding geeft en HR.", name_of_year(year),
                         visit.tr.decimal(one));
}

/// Each reader once, who read last first.
void add_readers(OwnView& view, db::Reading& reading, Visit const& visit) {
  auto const& board = visit.viewer.board;
  auto const all = audit::readings_of(reading, board, visit.viewer.person, "plan.read", most_readings);
  auto const names = names_of(reading, board, base::collected(all, &audit::WasRead::reader));
  std::set<PersonId> listed;
  for (auto const& one : all) {
    if (!listed.insert(one.reader).second) continue;
    auto const times = std::ranges::count(all, one.reader, &audit::WasRead::reader);
    view.readers.push_back({name_of(names, one.reader, visit.tr) + " (" + visit.tr.n("{} keer", "{} keer", times) + ")",
                            visit.tr.moment(base::local_time(one.at))});
  }
  view.has_readers = !view.readers.empty();
}

}  // namespace

Response show_own(Visit& visit) {
  OwnView view;
  visit.read([&](db::Reading& reading) {
    add_goals(view, reading, visit);
    add_actions(view, reading, visit);
    add_plans(view, reading, visit);
    add_visits(view, reading, visit);
    add_shared(view, reading, visit);
    add_load(view, reading, visit);
    add_readers(view, reading, visit);
  });
  return visit.page(
      {.title = visit.tr("Mijn ontwikkeling"), .holds = {access::Matter::plan}, .content = visit.render(view)});
}

}  // namespace lenig::plan::pages
