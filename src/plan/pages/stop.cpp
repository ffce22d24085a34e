// If something is added, something goes: what weighs on those whom a goal touches, and what stops for it.
#include "plan/stop.hpp"

#include "plan/pages/practice_pages.hpp"
#include "plan/pages/words.hpp"

namespace lenig::plan::pages {

namespace {

using access::Action;
using access::Matter;

struct StopView {
  static constexpr std::string_view view = "plan/stop";
  html::Html form;
  std::string touched;
  std::vector<std::string> lines;
  std::string load_path;  // for who may see hours of people
};
BOOST_DESCRIBE_STRUCT(StopView, (), (form, touched, lines, load_path))

/// What was chosen, as it stands in the form.
struct StopShown {
  std::string asks;
  std::string choice;
  std::string words;
  std::string freed;
};
BOOST_DESCRIBE_STRUCT(StopShown, (), (asks, choice, words, freed))

html::Objection objection_to(StopRefusal why, i18n::Words const& tr) {
  switch (why) {
    case StopRefusal::not_found: return {"", tr("Dit doel is er niet meer.")};
    case StopRefusal::private_goal: return {"", tr("Deze vraag hoort bij doelen van een school of team.")};
    case StopRefusal::closed: return {"", tr("Dit doel is al bereikt of losgelaten. Open het eerst weer.")};
    case StopRefusal::what_missing: return {"words", tr("Schrijf op wat er stopt.")};
    case StopRefusal::reason_missing: return {"words", tr("Schrijf op waarom er niets af hoeft.")};
    case StopRefusal::too_long: return {"words", tr("Houd het onder 1000 tekens. Wat u typte staat er nog.")};
    case StopRefusal::asks_out_of_range:
      return {"asks", tr("Vul meer dan 0 en hoogstens 2500 uur in, of laat het leeg.")};
    case StopRefusal::freed_out_of_range:
      return {"freed", tr("Vul meer dan 0 en hoogstens 2500 uur in, of laat het leeg.")};
  }
  return {};
}

Goal goal_asked_for(Visit& visit) {
  return visit.read([&](db::Reading& reading) { return find_sealed_goal(reading, visit.id<GoalId>()).value(); });
}

std::string typed(std::optional<double> const& hours) { return hours ? fmt::format("{:.6g}", *hours) : ""; }

StopShown shown_of(std::optional<Stop> const& stop) {
  if (!stop) return {};
  return {typed(stop->asks), std::string(base::name_of(stop->choice)), stop->words, typed(stop->freed)};
}

html::FormBuilder stop_form(Visit& visit, Goal const& goal) {
  auto const& tr = visit.tr;
  html::FormBuilder form(tr, tr("Wat gaat eraf?"), path_of_stop(goal.id), tr("Bewaar"));
  auto const option = [](StopChoice choice, std::string label) {
    return html::Option{std::string(base::name_of(choice)), std::move(label)};
  };
  form.intro(goal.words)
      .optional_text("asks", tr("Hoeveel uur vraagt dit doel van een persoon, per jaar?"),
                     tr("Een schatting is genoeg. Leeg mag ook."))
      .options("choice", tr("Als er iets bij komt, gaat er iets af"),
               {option(StopChoice::something_stops, tr("Er stopt iets")),
                option(StopChoice::nothing_needed, tr("Er hoeft niets af, en wij zeggen waarom")),
                option(StopChoice::skipped, tr("Dat kiezen wij later; tot dan staat het open"))})
      .optional_area("words", tr("Wat stopt er, of waarom hoeft er niets af?"))
      .optional_text("freed", tr("Hoeveel uur komt daarmee vrij, per persoon per jaar?"))
      .cancel(path_of(goal));
  return form.start(shown_of(visit.read([&](db::Reading& reading) { return stop_of(reading, goal.id); })));
}

/// A person's own hours are for who leads them and for HR; others hear a mean that tells nothing of one person.
std::vector<std::string> yearly_task(Weight const& weight, bool sees_hours, i18n::Words const& tr) {
  if (weight.known == 0)
    return {tr("Van niemand is de jaartaak bekend. Daarom telt dit wat er al loopt, en geen uren.")};
  std::vector<std::string> lines{tr("Van {} van hen is de jaartaak bekend.", weight.known)};
  auto const mean = sees_hours ? std::optional(weight.hours / weight.known) : told_mean(weight);
  if (sees_hours) lines.push_back(tr("Samen {} uur, gemiddeld {} uur.", tr.decimal(weight.hours), tr.decimal(*mean)));
  if (!sees_hours && mean) lines.push_back(tr("Gemiddeld ongeveer {} uur.", tr.decimal(*mean)));
  if (mean && weight.asked > 0)
    lines.push_back(
        tr("Wat de open doelen vragen is {} % van een gemiddelde jaartaak.", tr.decimal(100 * weight.asked / *mean)));
  return lines;
}

std::vector<std::string> lines_of(Weight const& weight, bool sees_hours, i18n::Words const& tr) {
  auto lines = yearly_task(weight, sees_hours, tr);
  lines.push_back(
      tr.n("{} open doel, dat van het bestuur erbij.", "{} open doelen, die van het bestuur erbij.", weight.goals));
  if (weight.with_hours > 0)
    lines.push_back(tr("{} daarvan zeggen hoeveel: samen {} uur per persoon per jaar.", weight.with_hours,
                       tr.decimal(weight.asked)));
  if (weight.freed > 0) lines.push_back(tr("Wat daarvoor stopt geeft {} uur terug.", tr.decimal(weight.freed)));
  lines.push_back(tr.n("{} open actie bij die doelen.", "{} open acties bij die doelen.", weight.actions));
  lines.push_back(tr.n("{} programma dat nu loopt.", "{} programma's die nu lopen.", weight.ways));
  return lines;
}

Response stop_page(Visit& visit, Goal const& goal, html::FormBuilder const& form) {
  auto const& tr = visit.tr;
  auto const built = form.build();
  StopView view{.form = visit.render(built)};
  bool const sees_hours = visit.viewer.may(Action::see, Matter::load);
  std::string unit;
  visit.read([&](db::Reading& reading) {
    auto const weight = weight_on(reading, goal.board, goal.unit, visit.viewer.today);
    unit = name_of(unit_names(reading, {goal.unit}), goal.unit);
    view.touched = tr.n("Dit doel raakt {} mens.", "Dit doel raakt {} mensen.", weight.people);
    view.lines = lines_of(weight, sees_hours, tr);
  });
  if (sees_hours) view.load_path = "/plannen/jaartaak/" + goal.unit.text();
  return visit.page({.title = tr("Wat gaat eraf?"),
                     .crumbs = {{unit, path_of_course(goal.unit)}, {goal.words, path_of(goal)}},
                     .holds = {Matter::unit_plan, Matter::load},
                     .content = visit.render(view)},
                    built.wrong ? 422 : 200);
}

}  // namespace

Response show_stop(Visit& visit) {
  auto const goal = goal_asked_for(visit);
  return stop_page(visit, goal, stop_form(visit, goal));
}

Response post_stop(Visit& visit) {
  auto const goal = goal_asked_for(visit);
  auto const filled = visit.read_form<StopDraft>();
  auto form = stop_form(visit, goal);
  if (!filled || form.is_stale(visit.form)) return stop_page(visit, goal, form.filled(filled));
  auto const chosen =
      visit.write([&](db::Transaction& tx) { return choose_stop(tx, visit.actor(), goal.id, *filled); });
  if (!chosen) return stop_page(visit, goal, form.filled(filled, objection_to(chosen.error(), visit.tr)));
  return visit.see_other(path_of(goal), filled->choice == StopChoice::skipped
                                            ? visit.tr("Dat kan later nog. Het doel staat er.")
                                            : visit.tr("Bewaard."));
}

}  // namespace lenig::plan::pages
