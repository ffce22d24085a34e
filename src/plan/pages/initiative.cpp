// A programme as a unit sees it in the thread: which goals it serves, and what goes for it.
#include "plan/initiative.hpp"

#include <algorithm>

#include "plan/pages/practice_pages.hpp"
#include "plan/pages/words.hpp"
#include "platform/base/collected.hpp"

namespace lenig::plan::pages {

namespace {

using access::Action;
using access::Matter;

struct ServedView {
  std::string goal;
  std::string goal_path;
  std::string goal_of;
};
BOOST_DESCRIBE_STRUCT(ServedView, (), (goal, goal_path, goal_of))

struct InitiativeView {
  static constexpr std::string_view view = "plan/initiative";
  std::string programme;
  std::string unit;
  std::string path;
  bool may_change = false;
  bool has_goals = false;
  std::vector<ServedView> goals;
  std::string goes;
  std::string goes_words;
  std::string goes_asks;
};
BOOST_DESCRIBE_STRUCT(InitiativeView, (),
                      (programme, unit, path, may_change, has_goals, goals, goes, goes_words, goes_asks))

struct Shown {
  UnitId unit;
  std::string unit_name;
  Initiative initiative;
  std::vector<Wider> goals;  // that it serves
  std::optional<StopDraft> stop;
};

/// Nothing when the unit neither runs it nor goes through it.
std::optional<Shown> shown(Visit& visit) {
  auto const unit = visit.id<UnitId>();
  auto const programme = programme_in(visit);
  return visit.read([&](db::Reading& reading) -> std::optional<Shown> {
    auto const ground = ground_of(reading, unit);
    auto const* found = ground.find(programme);
    if (found == nullptr) return std::nullopt;
    return Shown{unit, name_of(unit_names(reading, {unit}), unit), *found, goals_of(reading, unit, programme),
                 stop_of(reading, unit, programme)};
  });
}

void add_goals(InitiativeView& view, Visit& visit, Shown const& all) {
  visit.read([&](db::Reading& reading) {
    auto const units = unit_names(reading, base::collected(all.goals, &Wider::unit));
    for (auto const& one : all.goals)
      view.goals.push_back({one.words, "/plannen/doel/" + one.id, name_of(units, one.unit)});
  });
  view.has_goals = !view.goals.empty();
}

void add_what_goes(InitiativeView& view, std::optional<StopDraft> const& stop, i18n::Words const& tr) {
  bool const skipped = !stop || stop->choice == StopChoice::skipped;
  view.goes = skipped ? tr("Nog niet gekozen wat eraf gaat.") : words_for(stop->choice, tr);
  if (!stop) return;
  view.goes_words = stop->words;
  if (stop->freed) view.goes_words += " (" + tr("{} uur per persoon per jaar", tr.decimal(*stop->freed)) + ")";
  if (stop->asks) view.goes_asks = tr("Dit programma vraagt {} uur per persoon per jaar.", tr.decimal(*stop->asks));
}

std::vector<html::Link> crumbs_of(Shown const& all) {
  return {{all.unit_name, path_of_course(all.unit)},
          {all.initiative.name, path_of(all.unit, all.initiative.programme)}};
}

html::FormBuilder connect_form(Visit& visit, Shown const& all) {
  auto const& tr = visit.tr;
  auto const path = path_of(all.unit, all.initiative.programme);
  html::FormBuilder form(tr, tr("Waar draagt dit programma aan bij?"), path + "/doelen", tr("Bewaar"));
  std::vector<html::Option> options;
  visit.read([&](db::Reading& reading) {
    auto const goals = goals_to_serve(reading, all.unit);
    auto const units = unit_names(reading, base::collected(goals, &Wider::unit));
    for (auto const& one : goals) options.push_back({one.id, one.words + " (" + name_of(units, one.unit) + ")"});
    for (auto const& one : all.goals) {
      if (std::ranges::find(options, one.id, &html::Option::value) == options.end())
        options.push_back({one.id, one.words});
    }
  });
  form.intro(options.empty() ? tr("Er zijn nog geen doelen. Stel er eerst één bij de koers.") : all.initiative.name)
      .many("goals", tr("Doelen"), options, tr("Zonder doel mag ook: dan nodigt het uit om te verbinden."))
      .cancel(path);
  form.start_all("goals", base::collected(all.goals, &Wider::id));
  return form;
}

Response form_page(Visit& visit, Shown const& all, html::FormBuilder const& form) {
  return visit.form_page(form.build(), crumbs_of(all), {Matter::course});
}

html::Objection objection_to(InitiativeRefusal why, i18n::Words const& tr) {
  switch (why) {
    case InitiativeRefusal::not_found: return {"", tr("Dit is er niet meer. Ga terug en kies opnieuw.")};
    case InitiativeRefusal::goal_not_found:
      return {"goals", tr("Een van de gekozen doelen is er niet meer of is losgelaten. Kies opnieuw.")};
  }
  return {};
}

}  // namespace

ProgrammeId programme_in(Visit const& visit) { return ProgrammeId(visit.params.find("programme_id")->second); }

Response show_initiative(Visit& visit) {
  auto const all = shown(visit);
  if (!all) return visit.not_found();
  InitiativeView view{.programme = all->initiative.name,
                      .unit = all->unit_name,
                      .path = path_of(all->unit, all->initiative.programme),
                      .may_change = visit.viewer.may(Action::change, Matter::course)};
  add_goals(view, visit, *all);
  add_what_goes(view, all->stop, visit.tr);
  return visit.page({.title = all->initiative.name,
                     .crumbs = course_crumb(all->unit, all->unit_name),
                     .holds = {Matter::course},
                     .content = visit.render(view)});
}

Response show_initiative_change(Visit& visit) {
  auto const all = shown(visit);
  return all ? form_page(visit, *all, connect_form(visit, *all)) : visit.not_found();
}

Response post_initiative(Visit& visit) {
  auto const all = shown(visit);
  if (!all) return visit.not_found();
  auto const goals =
      base::collected(visit.form.values("goals"), [](auto const& one) { return GoalId(std::string(one)); });
  auto const connected = visit.write(
      [&](db::Transaction& tx) { return connect(tx, visit.actor(), all->unit, all->initiative.programme, goals); });
  auto const path = path_of(all->unit, all->initiative.programme);
  if (!connected)
    return form_page(visit, *all,
                     connect_form(visit, *all).filled(visit.form, objection_to(connected.error(), visit.tr)));
  if (all->initiative.asks_choice)
    return visit.see_other(path_of_stop(all->unit, all->initiative.programme), visit.tr("Bewaard."));
  return visit.see_other(path, visit.tr("Bewaard."));
}

}  // namespace lenig::plan::pages
