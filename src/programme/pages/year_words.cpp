#include "programme/pages/year_words.hpp"

#include <algorithm>

namespace lenig::programme::pages {

namespace {

std::string name_of(YearSheet const& sheet, schedule::Id const& trainer, i18n::Words const& tr) {
  auto const at = std::ranges::find(sheet.trainers, PersonId(trainer), &YearTrainer::person);
  return at == sheet.trainers.end() || at->name.empty() ? tr("iemand die hier niet meer werkt") : at->name;
}

std::string unit_of(YearSheet const& sheet, schedule::Id const& unit) {
  auto const* const found = sheet.unit(ParticipationId(unit));
  return found == nullptr ? "" : found->row.unit_name;
}

}  // namespace

std::string words_for(schedule::MeetingFault const& fault, YearSheet const& sheet, i18n::Words const& tr) {
  using Kind = schedule::MeetingFault::Kind;
  switch (fault.kind) {
    case Kind::outside_year: return tr("valt buiten de periode waarin u plant.");
    case Kind::in_holidays: return tr("valt in een schoolvakantie.");
    case Kind::unit_busy: return tr("de school heeft dan al een bijeenkomst.");
    case Kind::too_soon: return tr("te kort na de stap ervoor: er moeten twee weken tussen zitten.");
    case Kind::too_late: return tr("meer dan elf weken na de stap ervoor.");
    case Kind::trainer_busy: return tr("{} kan dan niet.", name_of(sheet, fault.trainer, tr));
    case Kind::trainer_double:
      return tr("{} is dan ook bij {}, of moet daar nog vandaan komen.", name_of(sheet, fault.trainer, tr),
                unit_of(sheet, fault.other));
    case Kind::may_not_lead: return tr("{} mag deze stap nog niet begeleiden.", name_of(sheet, fault.trainer, tr));
    case Kind::may_not_grow: return tr("{} mag deze stap al zelf begeleiden.", name_of(sheet, fault.trainer, tr));
    case Kind::nobody_grows: return tr("er komt niemand mee om te groeien.");
  }
  return {};
}

std::string words_for(schedule::Hindrance why, i18n::Words const& tr) {
  using schedule::Hindrance;
  switch (why) {
    case Hindrance::nobody_leads: return tr("geen begeleider mag deze stap begeleiden.");
    case Hindrance::nobody_grows: return tr("geen begeleider kan bij deze stap meekomen om te groeien.");
    case Hindrance::no_slot:
      return tr("de school heeft geen moment buiten de vakanties dat ver genoeg van de vorige stap ligt.");
    case Hindrance::trainers_away: return tr("op elk moment dat de school kan zijn te weinig begeleiders vrij.");
    case Hindrance::time: return tr("de tijd om te zoeken was op.");
    case Hindrance::step_before: return tr("de stap ervoor heeft geen plaats.");
  }
  return {};
}

std::string quality_of(YearPlan const& plan, i18n::Words const& tr) {
  if (!plan.placed) return {};
  auto const reached = tr("{} van {} bijeenkomsten kregen een plaats, {} daarvan op een vast teamoverleg.",
                          *plan.placed, plan.steps.value_or(0), plan.in_team_time.value_or(0));
  auto const proof =
      plan.proven == 1 ? tr("Bewezen: geen ander plan plaatst er meer, of meer op een vast teamoverleg, of beter over "
                            "het jaar en de begeleiders verdeeld.")
                       : tr("Hoogstens {} % van het best mogelijke af; de tijd om te zoeken was op.",
                            tr.decimal(plan.per_mille_off.value_or(0) / 10.0));
  auto const since = plan.touched ? " " + tr("Daarna is er met de hand gewijzigd.") : "";
  return reached + " " + proof + since;
}

html::Objection objection_to(YearRefusal why, i18n::Words const& tr) {
  switch (why) {
    case YearRefusal::not_found:
      return {"", tr("Deze school of stap hoort hier niet (meer) bij. Kijk naar het plan van nu.")};
    case YearRefusal::ends_before: return {"last_day", tr("De laatste dag ligt voor de eerste. Kijk de dagen na.")};
    case YearRefusal::too_long: return {"last_day", tr("Plan ten hoogste dertien maanden in één keer.")};
    case YearRefusal::time_wrong: return {"other_at", tr("Vul een tijd in als 15:30.")};
    case YearRefusal::between_out_of_range: return {"minutes_between", tr("Vul een aantal minuten in van 0 tot 480.")};
    case YearRefusal::minutes_out_of_range: return {"minutes", tr("Een bijeenkomst duurt 15 tot 720 minuten.")};
    case YearRefusal::trainer_unknown: return {"leads", tr("Kies een begeleider van dit programma.")};
    case YearRefusal::same_trainer: return {"grows", tr("Kies iemand anders, of niemand.")};
    case YearRefusal::weeks_out_of_range: return {"weeks", tr("Vul een aantal weken in van 1 tot 52.")};
    case YearRefusal::nothing_planned: return {"", tr("Er staat nog niets in het plan. Maak eerst een voorstel.")};
    case YearRefusal::nobody_ready:
      return {"",
              tr("Geen van deze scholen heeft al toegezegd. Neem het plan over zodra zij dat doen; het blijft staan.")};
    case YearRefusal::meeting_refused:
      return {"", tr("Een bijeenkomst kon niet gepland worden. Er is niets overgenomen.")};
  }
  return {};
}

std::string year_path(CohortId const& cohort) { return path_of(cohort) + "/jaar"; }

}  // namespace lenig::programme::pages
