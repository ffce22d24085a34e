#include "programme/pages/pages.hpp"
#include "programme/pages/unit_way.hpp"
#include "programme/pages/words.hpp"

namespace lenig::programme::pages {

namespace {

struct Around : UnitWay {
  std::vector<Cohort> cohorts;
};

Around around_of(Visit& visit) {
  return visit.read([&](db::Reading& reading) {
    Around found{unit_way(reading, visit.id<ParticipationId>()), {}};
    found.cohorts = cohorts_of(reading, *find_programme(reading, found.way.programme));
    return found;
  });
}

std::vector<html::Option> reasons(i18n::Words const& tr) {
  std::vector<html::Option> options;
  base::each_enumerator<Reason>(
      [&](Reason reason) { options.push_back({std::string(base::name_of(reason)), words_for(reason, tr)}); });
  return options;
}

std::string intro_of(Turn turn, i18n::Words const& tr) {
  switch (turn) {
    case Turn::paused: return tr("Wat gedaan is blijft staan. Hervatten kan op elk moment.");
    case Turn::started_anew:
      return tr(
          "U begint weer bij stap 1, zo nodig in een andere groep. Wat eerder gebeurde blijft in het verloop staan.");
    case Turn::withdrawn: return tr("De deelname eindigt. Het verloop blijft bewaard; later opnieuw uitnodigen kan.");
    case Turn::committed: return tr("De school zegt toe mee te doen. Daarna volgt het plan van aanpak.");
    case Turn::intake_held: return tr("Leg vast wanneer het intakegesprek was.");
    case Turn::invited:
    case Turn::started:
    case Turn::resumed:
    case Turn::completed: return {};
  }
  return {};
}

/// Whoever commits a unit sees first what weighs on it.
std::string intro_of(Visit& visit, Around const& around, Turn turn, Joining const& joining) {
  auto intro = intro_of(turn, visit.tr);
  if (turn != Turn::committed || !around.way.person.empty()) return intro;
  for (auto const& line : joining.weighs(visit, around.way.unit)) intro += " " + line;
  return intro;
}

html::FormBuilder form_of(Visit& visit, Around const& around, Turn turn, Joining const& joining) {
  auto const& tr = visit.tr;
  html::FormBuilder form(tr, tr("{}: {}", around.unit_name, invitation_to(turn, tr)), visit.request.path,
                         invitation_to(turn, tr));
  form.intro(intro_of(visit, around, turn, joining)).date("on_day", tr("Op welke dag"));
  if (asks_reason(turn))
    form.options("reason", tr("Waarom"), reasons(tr),
                 tr("Alleen de soort reden. Wie het betreft en wat er speelt hoort hier niet."));
  if (turn == Turn::started_anew) {
    form.choice("cohort", tr("In welke groep"), cohort_options(around.cohorts));
  }
  form.cancel(around.path());
  return form;
}

/// A turn that the path names and that is possible from here; completion has a page of its own.
std::optional<Turn> turn_of(Visit const& visit, Participation const& way) {
  auto const turn = base::enum_from<Turn>(visit.params.find("turn")->second);
  if (!turn || *turn == Turn::completed || !can_take(way.status, *turn)) return std::nullopt;
  return turn;
}

/// After a commitment it is asked what goes for it; otherwise back to the way.
std::string path_after(Visit& visit, Around const& around, Turn turn, Joining const& joining) {
  if (turn != Turn::committed || !around.way.person.empty()) return around.path();
  return joining.asks(visit, around.way.unit, around.way.programme).value_or(around.path());
}

std::string gone(Visit const& visit) {
  return visit.tr("De stand is intussen veranderd. Hieronder staat wat er nu kan.");
}

}  // namespace

Response show_turn(Visit& visit, Joining const& joining) {
  auto const around = around_of(visit);
  auto const turn = turn_of(visit, around.way);
  if (!turn) return visit.see_other(around.path(), gone(visit));
  auto form = form_of(visit, around, *turn, joining);
  form.start("on_day", visit.viewer.today.text()).start("cohort", around.way.cohort.text());
  return visit.form_page(form.build(), around.crumbs(visit.tr), {access::Matter::participation});
}

Response post_turn(Visit& visit, Joining const& joining) {
  auto const around = around_of(visit);
  auto const turn = turn_of(visit, around.way);
  if (!turn) return visit.see_other(around.path(), gone(visit));
  auto filled = visit.read_form<TurnDraft>();
  filled.faults.erase("turn");  // the path says it
  auto form = form_of(visit, around, *turn, joining);
  if (!filled) return visit.form_page(form.filled(filled).build(), around.crumbs(visit.tr));
  TurnDraft const draft{*turn, filled->on_day, filled->reason, filled->cohort};
  auto const taken =
      visit.write([&](db::Transaction& tx) { return take_turn(tx, visit.actor(), around.way.id, draft); });
  if (!taken)
    return visit.form_page(form.filled(filled, objection_to(taken.error(), visit.tr)).build(), around.crumbs(visit.tr));
  return visit.see_other(path_after(visit, around, *turn, joining),
                         visit.tr("{}: {}.", around.unit_name, words_for(*turn, visit.tr)), *taken);
}

}  // namespace lenig::programme::pages
