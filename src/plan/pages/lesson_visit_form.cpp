// A lesson visit is asked for, reported on, and feeds an indicator by the consent of the visited.
#include <algorithm>

#include "plan/pages/lesson_visit_words.hpp"
#include "plan/pages/practice_pages.hpp"
#include "platform/base/collected.hpp"

namespace lenig::plan::pages {

namespace {

using access::Matter;

Response form_page(Visit& visit, html::FormBuilder const& form, std::vector<html::Link> crumbs) {
  return visit.form_page(form.build(), std::move(crumbs), {Matter::lesson_visit});
}

/// Who works where the viewer works, but for the board as a whole.
std::vector<html::Option> colleagues_of(Visit& visit) {
  return visit.read([&](db::Reading& reading) {
    std::vector<html::Option> people;
    for (auto const& place : visit.places) {
      if (place.unit == visit.viewer.board.text()) continue;
      for (auto const& one : organisation::staff_of(reading, {UnitId(place.unit)}, visit.viewer.today)) {
        bool const again = std::ranges::find(people, one.id.text(), &html::Option::value) != people.end();
        if (one.id == visit.viewer.person || again) continue;
        people.push_back({one.id.text(), one.function.empty() ? one.name() : one.name() + ", " + one.function});
      }
    }
    return people;
  });
}

html::FormBuilder invitation_form(Visit& visit) {
  auto const& tr = visit.tr;
  html::FormBuilder form(tr, tr("Nodig een collega uit"), std::string(visits_path) + "/nieuw", tr("Nodig uit"));
  form.intro(tr("Om mee te kijken in uw les of uw werk. Wat u samen opschrijft is van u; uw leidinggevende ziet er "
                "niets van."))
      .choice("visitor", tr("Wie?"), colleagues_of(visit))
      .date("on_day", tr("Op welke dag?"))
      .area("guide", tr("Waar let u samen op?"), tr("Eén vraag per regel. Dit is een begin; pas het aan."))
      .cancel(visits_path);
  return form;
}

std::string ready_guide(i18n::Words const& tr) {
  return tr("Wat zag u leerlingen of collega's doen?") + "\n" + tr("Wat deed ik dat daaraan hielp?") + "\n" +
         tr("Wat viel u op waar ik zelf niet aan dacht?") + "\n" + tr("Welke vraag geeft u mij mee?");
}

/// A visit with its heading and the way back.
struct Asked {
  LessonVisit lesson;
  std::string heading;

  std::vector<html::Link> crumbs(i18n::Words const& tr) const {
    auto all = visits_crumbs(tr);
    all.push_back({heading, path_of(lesson.id)});
    return all;
  }
};

Asked asked_for(Visit& visit) {
  return visit.read([&](db::Reading& reading) {
    auto const one = find_visit(reading, visit.vault(), visit.id<LessonVisitId>()).value();
    auto const names = names_of(reading, one.board, {one.visited, one.visitor});
    return Asked{one, heading_of(one, visit.viewer.person, names, visit.tr)};
  });
}

html::FormBuilder report_form(Visit const& visit, LessonVisit const& one) {
  auto const& tr = visit.tr;
  html::FormBuilder form(tr, tr("Kort verslag"), path_of(one.id) + "/verslag", tr("Bewaar"));
  form.intro(one.guide)
      .area("report", tr("Wat zag u, en wat bespraken u samen?"),
            tr("U beiden kunt hierin schrijven. Het is van wie bezocht is, die het ook kan verwijderen."))
      .cancel(path_of(one.id));
  return form.start(ReportDraft{one.report});
}

/// The indicators of the schools and teams where the viewer works, that are read off.
std::vector<html::Option> indicators_for(Visit& visit) {
  return visit.read([&](db::Reading& reading) {
    std::vector<UnitId> units;
    for (auto const& place : visit.places) {
      if (place.unit != visit.viewer.board.text()) units.emplace_back(place.unit);
    }
    std::ranges::sort(units);
    units.erase(std::unique(units.begin(), units.end()), units.end());
    std::vector<GoalId> goals;
    for (auto const& unit : units) {
      for (auto const& goal : goals_of(reading, visit.viewer.board, unit)) {
        if (goal.state == GoalState::open) goals.push_back(goal.id);
      }
    }
    std::vector<html::Option> options;
    for (auto const& one : indicators_of(reading, visit.viewer.board, goals)) {
      if (!one.ended_on) options.push_back({one.id.text(), one.name + " (" + one.measure + ")"});
    }
    return options;
  });
}

html::FormBuilder consent_form(Visit& visit, LessonVisit const& one) {
  auto const& tr = visit.tr;
  auto const indicators = indicators_for(visit);
  html::FormBuilder form(tr, tr("Een piketpaaltje voeden"), path_of(one.id) + "/meting", tr("Geef dit getal"));
  form.intro(indicators.empty()
                 ? tr("Er is nog geen piketpaaltje dat u kunt voeden. Kijk bij de doelen van uw school.")
                 : tr("Anderen zien dit getal en de dag, met als bron lesbezoeken. Nooit uw naam, nooit het verslag."))
      .choice("indicator", tr("Welk piketpaaltje?"), indicators)
      .number("value", tr("Welk getal geeft u?"))
      .flag("consent", tr("Ja, dit getal mag daarheen. Ik kan dat altijd intrekken."))
      .cancel(path_of(one.id));
  return form;
}

}  // namespace

Response show_lesson_visit_new(Visit& visit) {
  auto form = invitation_form(visit);
  form.start("guide", ready_guide(visit.tr));
  return form_page(visit, form, visits_crumbs(visit.tr));
}

Response post_lesson_visit(Visit& visit) {
  auto const filled = visit.read_form<InvitationDraft>();
  auto form = invitation_form(visit);
  if (!filled) return form_page(visit, form.filled(filled), visits_crumbs(visit.tr));
  auto const invited =
      visit.write([&](db::Transaction& tx) { return invite(tx, visit.vault(), visit.actor(), *filled); });
  if (!invited)
    return form_page(visit, form.filled(filled, objection_to(invited.error(), visit.tr)), visits_crumbs(visit.tr));
  return visit.see_other(path_of(*invited), visit.tr("De uitnodiging staat bij uw collega."));
}

Response show_lesson_report(Visit& visit) {
  auto const asked = asked_for(visit);
  return form_page(visit, report_form(visit, asked.lesson), asked.crumbs(visit.tr));
}

Response post_lesson_report(Visit& visit) {
  auto const asked = asked_for(visit);
  auto const filled = visit.read_form<ReportDraft>();
  auto form = report_form(visit, asked.lesson);
  if (!filled || form.is_stale(visit.form)) return form_page(visit, form.filled(filled), asked.crumbs(visit.tr));
  auto const written = visit.write(
      [&](db::Transaction& tx) { return write_report(tx, visit.vault(), visit.actor(), asked.lesson.id, *filled); });
  if (!written)
    return form_page(visit, form.filled(filled, objection_to(written.error(), visit.tr)), asked.crumbs(visit.tr));
  return visit.see_other(path_of(asked.lesson.id), visit.tr("Bewaard."));
}

Response show_lesson_consent(Visit& visit) {
  auto const asked = asked_for(visit);
  if (asked.lesson.visited != visit.viewer.person) return visit.not_found();
  return form_page(visit, consent_form(visit, asked.lesson), asked.crumbs(visit.tr));
}

Response post_lesson_consent(Visit& visit) {
  auto const asked = asked_for(visit);
  if (asked.lesson.visited != visit.viewer.person) return visit.not_found();
  auto const filled = visit.read_form<ConsentDraft>();
  auto form = consent_form(visit, asked.lesson);
  if (!filled) return form_page(visit, form.filled(filled), asked.crumbs(visit.tr));
  auto const given =
      visit.write([&](db::Transaction& tx) { return consent(tx, visit.actor(), asked.lesson.id, *filled); });
  if (!given)
    return form_page(visit, form.filled(filled, objection_to(given.error(), visit.tr)), asked.crumbs(visit.tr));
  return visit.see_other(path_of(asked.lesson.id), visit.tr("Het getal staat bij het piketpaaltje, zonder uw naam."));
}

}  // namespace lenig::plan::pages
