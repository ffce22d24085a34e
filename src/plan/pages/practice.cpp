// The instruments of personnel policy of a place: the list by what they drive, and one of them.
#include "plan/practice.hpp"

#include <algorithm>

#include "plan/pages/practice_pages.hpp"
#include "plan/pages/words.hpp"
#include "platform/base/collected.hpp"
#include "platform/base/text.hpp"

namespace lenig::plan::pages {

namespace {

using access::Action;
using access::Matter;

struct PracticeLine {
  std::string practice;
  std::string practice_path;
  std::string about;
};
BOOST_DESCRIBE_STRUCT(PracticeLine, (), (practice, practice_path, about))

struct DriverView {
  std::string driver;
  std::string driver_id;
  std::string meaning;
  bool has_practices = false;
  std::vector<PracticeLine> practices;
};
BOOST_DESCRIBE_STRUCT(DriverView, (), (driver, driver_id, meaning, has_practices, practices))

struct PracticesView {
  static constexpr std::string_view view = "plan/practices";
  std::string unit;
  std::string path;
  bool may_change = false;
  std::vector<DriverView> drivers;
  bool has_ended = false;
  std::vector<PracticeLine> ended;
};
BOOST_DESCRIBE_STRUCT(PracticesView, (), (unit, path, may_change, drivers, has_ended, ended))

struct ServedView {
  std::string goal;
  std::string goal_path;
  std::string goal_unit;
};
BOOST_DESCRIBE_STRUCT(ServedView, (), (goal, goal_path, goal_unit))

struct PracticeView {
  static constexpr std::string_view view = "plan/practice";
  std::string unit;
  std::string kind;
  std::string name;
  std::string driver;
  std::string meant_for;
  std::string owner;
  std::string since;
  std::string ended;
  std::vector<std::string> policy;
  bool has_policy = false;
  bool has_goals = false;
  std::vector<ServedView> goals;
  std::string path;
  bool may_change = false;
};
BOOST_DESCRIBE_STRUCT(PracticeView, (),
                      (unit, kind, name, driver, meant_for, owner, since, ended, policy, has_policy, has_goals, goals,
                       path, may_change))

std::string meaning_of(Driver driver, i18n::Words const& tr) {
  switch (driver) {
    case Driver::ability: return tr("Kennis, vaardigheden en competenties.");
    case Driver::motivation: return tr("De drijfveren om het werk te doen.");
    case Driver::opportunity: return tr("Autonomie, eigenaarschap en regelruimte.");
  }
  return {};
}

std::string meant_for(HrPractice const& practice, i18n::Words const& tr) {
  return base::joined(base::collected(practice.groups(), [&](StaffGroup group) { return words_for(group, tr); }), ", ");
}

std::vector<DriverView> by_driver(std::vector<HrPractice> const& practices, std::vector<GoalServed> const& served,
                                  i18n::Words const& tr) {
  std::vector<DriverView> views;
  base::each_enumerator<Driver>([&](Driver driver) {
    DriverView view{.driver = words_for(driver, tr),
                    .driver_id = std::string(base::name_of(driver)),
                    .meaning = meaning_of(driver, tr),
                    .practices = {}};
    for (auto const& one : practices) {
      if (one.driver != driver || one.ended_on) continue;
      auto const goals = std::ranges::count(served, one.id, &GoalServed::practice);
      auto const serves = goals == 0 ? tr("nog bij geen doel") : tr.n("bij {} doel", "bij {} doelen", goals);
      view.practices.push_back(
          {one.name, path_of(one.id), words_for(one.kind, tr) + ", " + meant_for(one, tr) + ", " + serves});
    }
    view.has_practices = !view.practices.empty();
    views.push_back(std::move(view));
  });
  return views;
}

PracticesView view_of(db::Reading& reading, Visit const& visit, UnitId const& unit) {
  auto const& tr = visit.tr;
  auto const practices = practices_of(reading, unit);
  PracticesView view{.unit = name_of(unit_names(reading, {unit}), unit),
                     .path = path_of_practices(unit),
                     .may_change = visit.viewer.may(Action::change, Matter::practice)};
  if (!practices.empty()) {
    view.drivers = by_driver(
        practices, goals_served_by(reading, practices.front().board, base::collected(practices, &HrPractice::id)), tr);
  } else {
    view.drivers = by_driver({}, {}, tr);
  }
  for (auto const& one : practices) {
    if (one.ended_on) view.ended.push_back({one.name, path_of(one.id), tr("beëindigd op {}", tr.day(*one.ended_on))});
  }
  view.has_ended = !view.ended.empty();
  return view;
}

HrPractice practice_asked_for(Visit& visit) {
  return visit.read([&](db::Reading& reading) { return find_practice(reading, visit.id<HrPracticeId>()).value(); });
}

PracticeView view_of(db::Reading& reading, Visit const& visit, HrPractice const& practice) {
  auto const& tr = visit.tr;
  auto const served = goals_served_by(reading, practice.board, {practice.id});
  auto units = base::collected(served, &GoalServed::unit);
  units.push_back(practice.unit);
  auto const names = unit_names(reading, units);
  PracticeView view{.unit = name_of(names, practice.unit),
                    .kind = words_for(practice.kind, tr),
                    .name = practice.name,
                    .driver = words_for(practice.driver, tr),
                    .meant_for = meant_for(practice, tr),
                    .owner = name_of(names_of(reading, practice.board, {practice.owner}), practice.owner, tr),
                    .since = tr.day(practice.since),
                    .ended = practice.ended_on ? tr("beëindigd op {}", tr.day(*practice.ended_on)) : "",
                    .policy = base::lines(practice.policy),
                    .path = path_of(practice.id),
                    .may_change = visit.viewer.may(Action::change, Matter::practice) && !practice.ended_on};
  view.has_policy = !view.policy.empty();
  for (auto const& one : served)
    view.goals.push_back({one.words, "/plannen/doel/" + one.goal.text(), name_of(names, one.unit)});
  view.has_goals = !view.goals.empty();
  return view;
}

}  // namespace

Response show_practices(Visit& visit) {
  auto const unit = visit.id<UnitId>();
  auto const view = visit.read([&](db::Reading& reading) { return view_of(reading, visit, unit); });
  return visit.page({.title = visit.tr("HR-praktijken van {}", view.unit),
                     .crumbs = course_crumb(unit, view.unit),
                     .holds = {Matter::practice},
                     .content = visit.render(view)});
}

Response show_practice(Visit& visit) {
  auto const practice = practice_asked_for(visit);
  auto const view = visit.read([&](db::Reading& reading) { return view_of(reading, visit, practice); });
  return visit.page({.title = practice.name,
                     .crumbs = {{view.unit, path_of_course(practice.unit)},
                                {visit.tr("HR-praktijken"), path_of_practices(practice.unit)}},
                     .holds = {Matter::practice},
                     .content = visit.render(view)});
}

Response post_practice_end(Visit& visit) {
  auto const practice = practice_asked_for(visit);
  auto const ended = visit.write([&](db::Transaction& tx) { return end_practice(tx, visit.actor(), practice.id); });
  if (!ended) return visit.see_other(path_of(practice.id), visit.tr("Deze praktijk was al beëindigd."));
  return visit.see_other(path_of_practices(practice.unit), visit.tr("De praktijk is beëindigd, en blijft te lezen."),
                         *ended);
}

}  // namespace lenig::plan::pages
