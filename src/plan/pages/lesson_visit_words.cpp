#include "plan/pages/lesson_visit_words.hpp"

namespace lenig::plan::pages {

html::Objection objection_to(VisitRefusal why, i18n::Words const& tr) {
  switch (why) {
    case VisitRefusal::not_found: return {"", tr("Dit lesbezoek is er niet meer.")};
    case VisitRefusal::oneself: return {"visitor", tr("Kies een collega; u bent er zelf al bij.")};
    case VisitRefusal::no_colleague: return {"visitor", tr("Deze collega werkt hier niet meer. Kies een ander.")};
    case VisitRefusal::day_in_the_past: return {"on_day", tr("Deze dag is al geweest. Kies een dag die nog komt.")};
    case VisitRefusal::guide_missing: return {"guide", tr("Schrijf ten minste één vraag op waar u samen op let.")};
    case VisitRefusal::too_long:
      return {"", tr("Houd de vragen onder 2000 tekens en het verslag onder 5000. Wat u typte staat er nog.")};
    case VisitRefusal::not_yours: return {"", tr("Dit is aan de ander van u beiden.")};
    case VisitRefusal::answered_already: return {"", tr("Dit was al beantwoord. Kijk hoe het nu staat.")};
    case VisitRefusal::not_accepted: return {"", tr("Dit bezoek is niet afgesproken. Spreek het eerst samen af.")};
    case VisitRefusal::day_to_come: return {"", tr("De dag van het bezoek moet nog komen. Daarna kan dit.")};
    case VisitRefusal::report_missing: return {"report", tr("Schrijf op wat u zag en wat u samen bespraken.")};
    case VisitRefusal::report_of_visited:
      return {"report", tr("Wie bezocht is heeft het verslag aangevuld. Bespreek samen wat u nog mist.")};
    case VisitRefusal::consent_missing:
      return {"consent", tr("Zet het vinkje als u dit wilt; zonder gaat er niets heen.")};
    case VisitRefusal::value_missing: return {"value", tr("Vul in welk getal u geeft.")};
    case VisitRefusal::indicator_not_found:
      return {"indicator", tr("Dit piketpaaltje is er niet meer. Kies een ander.")};
    case VisitRefusal::value_out_of_range:
      return {"value", tr("Dit getal kan hier niet: kijk nog eens naar de beginstand, het streefgetal en de maat.")};
    case VisitRefusal::before_baseline:
      return {"indicator", tr("Dit bezoek was voor de dag van de beginstand. Kies een ander piketpaaltje.")};
    case VisitRefusal::consented_already: return {"", tr("Dit bezoek voedt al een piketpaaltje. Trek dat eerst in.")};
    case VisitRefusal::no_consent: return {"", tr("Dit bezoek voedt geen piketpaaltje.")};
  }
  return {};
}

std::vector<html::Link> visits_crumbs(i18n::Words const& tr) {
  auto crumbs = own_crumb(tr);
  crumbs.push_back({tr("Lesbezoeken"), visits_path});
  return crumbs;
}

std::string state_of(LessonVisit const& visit, i18n::Words const& tr) {
  bool const over = visit.state == VisitState::accepted && !visit.report.empty();
  return over ? tr("Geweest") : words_for(visit.state, tr);
}

std::string heading_of(LessonVisit const& visit, PersonId const& viewer, std::map<PersonId, std::string> const& names,
                       i18n::Words const& tr) {
  return viewer == visit.visited ? tr("{} bezoekt u", name_of(names, visit.visitor, tr))
                                 : tr("U bezoekt {}", name_of(names, visit.visited, tr));
}

}  // namespace lenig::plan::pages
