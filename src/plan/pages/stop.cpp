// If something is added, something goes: what weighs on those whom a goal touches, and what stops for it.
#include "plan/stop.hpp"

#include "plan/initiative.hpp"
#include "plan/pages/practice_pages.hpp"
#include "plan/pages/words.hpp"
#include "plan/routes.hpp"
#include "plan/standing.hpp"

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
    case StopRefusal::not_found: return {"", tr("Dit is er niet meer. Ga terug en kies opnieuw.")};
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

std::string typed(std::optional<double> const& hours) { return hours ? fmt::format("{:.6g}", *hours) : ""; }

StopShown shown_of(std::optional<StopDraft> const& stop) {
  if (!stop) return {};
  return {typed(stop->asks), std::string(base::name_of(stop->choice)), stop->words, typed(stop->freed)};
}

/// What something goes for: a goal of a unit, or a programme that it goes through.
struct Added {
  BoardId board;
  UnitId unit;
  std::string unit_name;
  std::string words;
  std::string path;  // of the question
  std::string back;
  std::string asks;     // how much of a person it asks, as a question
  std::string touches;  // how many people it touches
  Weight weight;
  std::optional<StopDraft> now;
};

std::optional<StopDraft> draft_of(std::optional<Stop> const& stop) {
  if (!stop) return std::nullopt;
  return StopDraft{stop->asks, stop->choice, stop->words, stop->freed};
}

constexpr char const* from_plan = "plan";  // asked while a plan is filled: back to it

Added goal_asked_for(Visit& visit) {
  auto const& tr = visit.tr;
  bool const to_plan = visit.query.value(from_plan).has_value();
  return visit.read([&](db::Reading& reading) {
    auto const goal = find_sealed_goal(reading, visit.id<GoalId>()).value();
    auto const weight = weight_on(reading, goal.board, goal.unit, visit.viewer.today);
    return Added{goal.board,
                 goal.unit,
                 name_of(unit_names(reading, {goal.unit}), goal.unit),
                 goal.words,
                 to_plan ? path_of_stop(goal.id) + "?" + from_plan + "=1" : path_of_stop(goal.id),
                 to_plan && !goal.plan.empty() ? "/plannen/plan/" + goal.plan.text() : path_of(goal),
                 tr("Hoeveel uur vraagt dit doel van een persoon, per jaar?"),
                 tr.n("Dit doel raakt {} mens.", "Dit doel raakt {} mensen.", weight.people),
                 weight,
                 draft_of(stop_of(reading, goal.id))};
  });
}

html::FormBuilder stop_form(i18n::Words const& tr, Added const& added) {
  html::FormBuilder form(tr, tr("Wat gaat eraf?"), added.path, tr("Bewaar"));
  auto const option = [](StopChoice choice, std::string label) {
    return html::Option{std::string(base::name_of(choice)), std::move(label)};
  };
  form.intro(added.words)
      .optional_text("asks", added.asks, tr("Een schatting is genoeg. Leeg mag ook."))
      .options("choice", tr("Als er iets bij komt, gaat er iets af"),
               {option(StopChoice::something_stops, tr("Er stopt iets")),
                option(StopChoice::nothing_needed, tr("Er hoeft niets af, en wij zeggen waarom")),
                option(StopChoice::skipped, tr("Dat kiezen wij later; tot dan staat het open"))})
      .optional_area("words", tr("Wat stopt er, of waarom hoeft er niets af?"),
                     tr("Alleen leeg als u dat later kiest."))
      .optional_text("freed", tr("Hoeveel uur komt daarmee vrij, per persoon per jaar?"))
      .cancel(added.back);
  return form.start(shown_of(added.now));
}

Response stop_page(Visit& visit, Added const& added, html::FormBuilder const& form) {
  auto const built = form.build();
  bool const sees_hours = visit.viewer.may(Action::see, Matter::load);
  StopView view{.form = visit.render(built),
                .touched = added.touches,
                .lines = words_for(added.weight, sees_hours, visit.tr),
                .load_path = sees_hours ? "/plannen/jaartaak/" + added.unit.text() : ""};
  return visit.page({.title = visit.tr("Wat gaat eraf?"),
                     .crumbs = {{added.unit_name, path_of_course(added.unit)}, {added.words, added.back}},
                     .holds = {Matter::unit_plan, Matter::load},
                     .content = visit.render(view)},
                    built.wrong ? 422 : 200);
}

/// Keeps what was chosen and goes back, or asks again with everything that was typed.
template <class Choose>
Response choose(Visit& visit, Added const& added, Choose const& keep) {
  auto const& tr = visit.tr;
  auto const filled = visit.read_form<StopDraft>();
  auto form = stop_form(tr, added);
  if (!filled || form.is_stale(visit.form)) return stop_page(visit, added, form.filled(filled));
  auto const chosen = visit.write([&](db::Transaction& tx) { return keep(tx, *filled); });
  if (!chosen) return stop_page(visit, added, form.filled(filled, objection_to(chosen.error(), tr)));
  return visit.see_other(added.back, filled->choice == StopChoice::skipped
                                         ? tr("Dat kan later nog. Tot dan staat het open.")
                                         : tr("Bewaard."));
}

/// A programme that this unit runs or goes through; nothing when it does not.
std::optional<Added> programme_asked_for(Visit& visit) {
  auto const& tr = visit.tr;
  auto const unit = visit.id<UnitId>();
  auto const programme = programme_in(visit);
  return visit.read([&](db::Reading& reading) -> std::optional<Added> {
    auto const ground = ground_of(reading, unit);
    auto const* found = ground.find(programme);
    if (found == nullptr) return std::nullopt;
    auto const summary = organisation::units_by_ids(reading, {unit}).front();
    auto const weight = weight_on(reading, summary.board, unit, visit.viewer.today);
    return Added{summary.board,
                 unit,
                 summary.name,
                 found->name,
                 path_of_stop(unit, programme),
                 path_of(unit, programme),
                 tr("Hoeveel uur vraagt dit programma van een persoon, per jaar?"),
                 tr.n("Dit programma raakt {} mens.", "Dit programma raakt {} mensen.", weight.people),
                 weight,
                 stop_of(reading, unit, programme)};
  });
}

}  // namespace

Response show_stop(Visit& visit) {
  auto const added = goal_asked_for(visit);
  return stop_page(visit, added, stop_form(visit.tr, added));
}

Response post_stop(Visit& visit) {
  auto const goal = visit.id<GoalId>();
  return choose(visit, goal_asked_for(visit), [&](db::Transaction& tx, StopDraft const& draft) {
    return choose_stop(tx, visit.actor(), goal, draft);
  });
}

Response show_initiative_stop(Visit& visit) {
  auto const added = programme_asked_for(visit);
  return added ? stop_page(visit, *added, stop_form(visit.tr, *added)) : visit.not_found();
}

Response post_initiative_stop(Visit& visit) {
  auto const added = programme_asked_for(visit);
  if (!added) return visit.not_found();
  return choose(visit, *added, [&](db::Transaction& tx, StopDraft const& draft) {
    return choose_stop(tx, visit.actor(), visit.id<UnitId>(), programme_in(visit), draft);
  });
}

}  // namespace lenig::plan::pages

namespace lenig::plan {

std::vector<std::string> weighs_on(access::Visit& visit, UnitId const& unit) {
  return visit.read([&](db::Reading& reading) {
    auto const summary = organisation::units_by_ids(reading, {unit}).front();
    auto const weight = weight_on(reading, summary.board, unit, visit.viewer.today);
    auto lines = words_for(weight, false, visit.tr);
    lines.insert(lines.begin(), visit.tr.n("Dit raakt {} mens.", "Dit raakt {} mensen.", weight.people));
    return lines;
  });
}

std::optional<std::string> asks_what_goes(access::Visit& visit, UnitId const& unit, ProgrammeId const& programme) {
  bool const may = visit.read([&](db::Reading& reading) { return may_set_course(reading, visit.viewer, unit); });
  return may ? std::optional(path_of_stop(unit, programme)) : std::nullopt;
}

}  // namespace lenig::plan
