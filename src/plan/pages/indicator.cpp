// A marker (piketpaaltje): placed, read off, and its line from baseline to target.
#include <algorithm>

#include "plan/lesson_visit.hpp"
#include "plan/pages/pages.hpp"
#include "plan/pages/words.hpp"
#include "plan/plan.hpp"
#include "platform/base/collected.hpp"

namespace lenig::plan::pages {

namespace {

using access::Action;
using access::Matter;

struct ReadingView {
  std::string day;
  std::string value;
  std::string expected;  // what the line asked for
  std::string source;
  std::string evidence;
  std::string who;
  std::string remove_path;
};
BOOST_DESCRIBE_STRUCT(ReadingView, (), (day, value, expected, source, evidence, who, remove_path))

struct DotView {
  std::string x;
  std::string y;
};
BOOST_DESCRIBE_STRUCT(DotView, (), (x, y))

struct IndicatorView {
  static constexpr std::string_view view = "plan/indicator";
  std::string goal;
  std::string goal_path;
  std::string name;
  std::string measure;
  std::string state;
  std::string dot;
  std::string stale;
  std::string baseline;
  std::string baseline_day;
  std::string target;
  std::string target_day;
  std::string band_points;
  std::string line_points;
  std::string reading_points;
  std::vector<DotView> dots;
  std::string path;
  bool may_change = false;
  bool ended = false;
  bool has_readings = false;
  std::vector<ReadingView> readings;
};
BOOST_DESCRIBE_STRUCT(IndicatorView, (),
                      (goal, goal_path, name, measure, state, dot, stale, baseline, baseline_day, target, target_day,
                       band_points, line_points, reading_points, dots, path, may_change, ended, has_readings, readings))

std::string plain(double number) { return fmt::format("{:.6g}", number); }

ReadingView view_of(Indicator const& indicator, Reading const& one, std::map<PersonId, std::string> const& names,
                    bool may_change, i18n::Words const& tr) {
  bool const of_visit = one.person == nobody_named(indicator.board);
  return {tr.day(one.on_day),
          tr.decimal(one.value),
          tr.decimal(expected_on(indicator, one.on_day)),
          words_for(one.source, tr),
          one.evidence,
          of_visit ? "" : name_of(names, one.person, tr),
          may_change && !of_visit ? path_of(indicator.id) + "/metingen/" + one.id.text() + "/weghalen" : ""};
}

/// Where days and values stand in the drawing of 600 by 220, with room for two lines of text below.
class Plot {
 public:
  Plot(Indicator const& indicator, std::vector<Reading> const& readings)
      : indicator_(&indicator), readings_(&readings) {
    last_ = indicator.target_on;
    low_ = std::min(indicator.baseline, indicator.target) - band_of(indicator);
    high_ = std::max(indicator.baseline, indicator.target) + band_of(indicator);
    for (auto const& one : readings) {
      last_ = std::max(last_, one.on_day);
      low_ = std::min(low_, one.value);
      high_ = std::max(high_, one.value);
    }
  }

  void draw(IndicatorView& view) const {
    auto const& one = *indicator_;
    double const band = band_of(one);
    view.line_points =
        at(one.baseline_on, one.baseline) + " " + at(one.target_on, one.target) + " " + at(last_, one.target);
    view.band_points = at(one.baseline_on, one.baseline - band) + " " + at(one.target_on, one.target - band) + " " +
                       at(last_, one.target - band) + " " + at(last_, one.target + band) + " " +
                       at(one.target_on, one.target + band) + " " + at(one.baseline_on, one.baseline + band);
    view.reading_points = at(one.baseline_on, one.baseline);
    for (auto const& reading : *readings_) {
      view.reading_points += " " + at(reading.on_day, reading.value);
      view.dots.push_back({number(x(reading.on_day)), number(y(reading.value))});
    }
  }

 private:
  static std::string number(double value) { return fmt::format("{:.1f}", value); }
  std::string at(base::Date day, double value) const { return number(x(day)) + "," + number(y(value)); }
  double x(base::Date day) const {
    double const whole = base::days_between(indicator_->baseline_on, last_);
    return 10 + 580 * base::days_between(indicator_->baseline_on, day) / whole;
  }
  double y(double value) const { return 10 + 180 * (high_ - value) / (high_ - low_); }

  Indicator const* indicator_;
  std::vector<Reading> const* readings_;
  base::Date last_;
  double low_ = 0;
  double high_ = 0;
};

IndicatorView view_of(db::Reading& reading, Visit const& visit, Indicator const& indicator) {
  auto const& tr = visit.tr;
  auto const goal = find_sealed_goal(reading, indicator.goal).value();
  auto const readings = readings_of(reading, indicator.board, {indicator.id});
  auto const names = names_of(reading, indicator.board, base::collected(readings, &Reading::person));
  auto const progress = progress_of(indicator, readings);
  IndicatorView view{.goal = goal.words,
                     .goal_path = path_of(goal),
                     .name = indicator.name,
                     .measure = indicator.measure,
                     .state = words_for(progress, tr),
                     .dot = dot_of(progress),
                     .baseline = tr.decimal(indicator.baseline),
                     .baseline_day = tr.day(indicator.baseline_on),
                     .target = tr.decimal(indicator.target),
                     .target_day = tr.day(indicator.target_on),
                     .path = path_of(indicator.id),
                     .may_change = visit.viewer.may(Action::change, Matter::unit_plan),
                     .ended = indicator.ended_on.has_value()};
  if (is_stale(indicator, readings, visit.viewer.today))
    view.stale = tr("De laatste meting is ouder dan {} dagen. Hoe staat het er nu voor?", indicator.ask_days);
  view.readings = base::collected(
      readings, [&](Reading const& one) { return view_of(indicator, one, names, view.may_change, tr); });
  view.has_readings = !view.readings.empty();
  Plot(indicator, readings).draw(view);
  return view;
}

/// An indicator as it stands in its form: numbers as text.
struct IndicatorShown {
  std::string name;
  std::string measure;
  std::string baseline;
  base::Date baseline_on;
  std::string target;
  base::Date target_on;
  int ask_days = 0;
};
BOOST_DESCRIBE_STRUCT(IndicatorShown, (), (name, measure, baseline, baseline_on, target, target_on, ask_days))

Indicator indicator_asked_for(Visit& visit) {
  return visit.read([&](db::Reading& reading) { return find_indicator(reading, visit.id<IndicatorId>()).value(); });
}

html::FormBuilder indicator_form(i18n::Words const& tr, std::string const& heading, std::string const& action,
                                 std::string const& back) {
  html::FormBuilder form(tr, heading, action, tr("Bewaar"));
  form.text("name", tr("Wat wilt u zien bewegen?"), tr("Bijvoorbeeld: lessen met gepersonaliseerd leren."))
      .text("measure", tr("Waarin telt u?"), tr("Bijvoorbeeld: lessen, collega's of %."))
      .number("baseline", tr("Hoe staat het er nu voor?"))
      .date("baseline_on", tr("Op welke dag was dat?"))
      .number("target", tr("Waar wilt u heen?"))
      .date("target_on", tr("Op welke dag moet dat zo zijn?"))
      .number("ask_days", tr("Na hoeveel dagen vraagt dit om een nieuwe meting?"))
      .cancel(back);
  return form;
}

Response form_page(Visit& visit, html::FormBuilder const& form, std::vector<html::Link> crumbs) {
  return visit.form_page(form.build(), std::move(crumbs), {Matter::unit_plan});
}

html::FormBuilder change_form(Visit const& visit, Indicator const& one) {
  auto form =
      indicator_form(visit.tr, visit.tr("Het piketpaaltje verzetten"), path_of(one.id) + "/wijzigen", path_of(one.id));
  form.start(IndicatorShown{one.name, one.measure, plain(one.baseline), one.baseline_on, plain(one.target),
                            one.target_on, one.ask_days});
  return form;
}

html::FormBuilder reading_form(Visit const& visit, Indicator const& indicator) {
  auto const& tr = visit.tr;
  std::vector<html::Option> sources;
  base::each_enumerator<Source>(
      [&](Source source) { sources.push_back({std::string(base::name_of(source)), words_for(source, tr)}); });
  html::FormBuilder form(tr, indicator.name, path_of(indicator.id) + "/metingen", tr("Bewaar"));
  form.number("value", tr("Hoe staat het er nu voor, in {}?", indicator.measure))
      .date("on_day", tr("Op welke dag?"))
      .choice("source", tr("Waar komt dit vandaan?"), sources)
      .optional_area("evidence", tr("Waaraan ziet u dat?"), tr("Geen namen van leerlingen of collega's."))
      .cancel(path_of(indicator.id));
  return form;
}

/// The goal of the path, or of a plan the first that is open.
struct Under {
  GoalId goal;
  std::string action;
  std::string back;
  std::string title;
};

Under under_goal(Visit& visit) {
  return visit.read([&](db::Reading& reading) {
    auto const goal = find_sealed_goal(reading, visit.id<GoalId>()).value();
    return Under{goal.id, path_of(goal) + "/piketpaaltjes/nieuw", path_of(goal), goal.words};
  });
}

Under under_plan(Visit& visit) {
  return visit.read([&](db::Reading& reading) {
    auto const plan = find_plan(reading, visit.id<PlanId>()).value();
    Under under{{}, path_of(plan) + "/piketpaaltjes/nieuw", path_of(plan), plan.name};
    for (auto const& goal : goals_of(reading, visit.vault(), plan.board, plan.owner(), plan.id)) {
      if (goal.state == GoalState::open && under.goal.empty()) under.goal = goal.id;
    }
    return under;
  });
}

Response show_new(Visit& visit, Under const& at) {
  auto form = indicator_form(visit.tr, visit.tr("Piketpaaltje toevoegen"), at.action, at.back);
  form.start("baseline_on", visit.viewer.today.text()).start("ask_days", "90");
  return form_page(visit, form, {{at.title, at.back}});
}

Response post_new(Visit& visit, Under const& at) {
  auto const filled = visit.read_form<IndicatorDraft>();
  auto form = indicator_form(visit.tr, visit.tr("Piketpaaltje toevoegen"), at.action, at.back);
  if (!filled) return form_page(visit, form.filled(filled), {{at.title, at.back}});
  auto const placed =
      visit.write([&](db::Transaction& tx) { return place_indicator(tx, visit.actor(), at.goal, *filled); });
  if (!placed)
    return form_page(visit, form.filled(filled, objection_to(placed.error(), visit.tr)), {{at.title, at.back}});
  return visit.see_other(at.back, visit.tr("Het piketpaaltje staat."));
}

}  // namespace

Response show_indicator(Visit& visit) {
  auto const indicator = indicator_asked_for(visit);
  auto const view = visit.read([&](db::Reading& reading) { return view_of(reading, visit, indicator); });
  return visit.page({.title = view.name,
                     .crumbs = {{view.goal, view.goal_path}},
                     .holds = {Matter::unit_plan},
                     .content = visit.render(view)});
}

Response show_indicator_new(Visit& visit) { return show_new(visit, under_goal(visit)); }
Response post_indicator(Visit& visit) { return post_new(visit, under_goal(visit)); }
Response show_plan_indicator_new(Visit& visit) { return show_new(visit, under_plan(visit)); }
Response post_plan_indicator(Visit& visit) { return post_new(visit, under_plan(visit)); }

Response show_indicator_change(Visit& visit) {
  auto const one = indicator_asked_for(visit);
  return form_page(visit, change_form(visit, one), {{one.name, path_of(one.id)}});
}

Response post_indicator_change(Visit& visit) {
  auto const one = indicator_asked_for(visit);
  auto const filled = visit.read_form<IndicatorDraft>();
  auto form = change_form(visit, one);
  std::vector<html::Link> const crumbs{{one.name, path_of(one.id)}};
  if (!filled || form.is_stale(visit.form)) return form_page(visit, form.filled(filled), crumbs);
  auto const changed =
      visit.write([&](db::Transaction& tx) { return change_indicator(tx, visit.actor(), one.id, *filled); });
  if (!changed) return form_page(visit, form.filled(filled, objection_to(changed.error(), visit.tr)), crumbs);
  return visit.see_other(path_of(one.id), visit.tr("Bewaard."));
}

Response post_indicator_end(Visit& visit) {
  auto const one = indicator_asked_for(visit);
  auto const ended = visit.write([&](db::Transaction& tx) { return end_indicator(tx, visit.actor(), one.id); });
  return visit.see_other(path_of(one.id), ended
                                              ? visit.tr("Het piketpaaltje is weggehaald; wat gemeten is blijft staan.")
                                              : objection_to(ended.error(), visit.tr).message);
}

Response show_reading_new(Visit& visit) {
  auto const one = indicator_asked_for(visit);
  auto form = reading_form(visit, one);
  form.start("on_day", visit.viewer.today.text());
  return form_page(visit, form, {{one.name, path_of(one.id)}});
}

Response post_reading(Visit& visit) {
  auto const one = indicator_asked_for(visit);
  auto const filled = visit.read_form<ReadingDraft>();
  auto form = reading_form(visit, one);
  std::vector<html::Link> const crumbs{{one.name, path_of(one.id)}};
  if (!filled) return form_page(visit, form.filled(filled), crumbs);
  auto const read = visit.write([&](db::Transaction& tx) { return read_off(tx, visit.actor(), one.id, *filled); });
  if (!read) return form_page(visit, form.filled(filled, objection_to(read.error(), visit.tr)), crumbs);
  return visit.see_other(path_of(one.id), visit.tr("De meting staat erbij."));
}

Response post_reading_remove(Visit& visit) {
  auto const one = indicator_asked_for(visit);
  base::Id<struct ReadingTag> const id(visit.params.find("reading_id")->second);
  auto const readings = visit.read([&](db::Reading& reading) { return readings_of(reading, one.board, {one.id}); });
  if (std::ranges::find(readings, id, &Reading::id) == readings.end()) return visit.not_found();
  auto const removed = visit.write([&](db::Transaction& tx) { return remove_reading(tx, visit.actor(), id); });
  if (!removed) return visit.see_other(path_of(one.id), objection_to(removed.error(), visit.tr).message);
  return visit.see_other(path_of(one.id), visit.tr("De meting is weggehaald."), *removed);
}

}  // namespace lenig::plan::pages
