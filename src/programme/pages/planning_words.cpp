#include "programme/pages/planning_words.hpp"

namespace lenig::programme::pages {

std::string wish_path(UnitId const& unit, ProgrammeId const& programme) {
  return "/programma/wensen/" + unit.text() + "/" + programme.text();
}

std::string words_for(PlanFault const& fault, i18n::Words const& tr) {
  using Kind = schedule::RollOutFault::Kind;
  switch (fault.kind) {
    case Kind::over_maximum: return tr.n("één boven het maximum.", "{} boven het maximum.", fault.by);
    case Kind::half_days_short:
      return tr.n("één dagdeel van begeleiders te weinig.", "{} dagdelen van begeleiders te weinig.", fault.by);
    case Kind::trainer_double: return tr("de begeleider is dan al ergens anders.");
    case Kind::wish_not_honoured: return tr("een ander schooljaar past beter.");
    case Kind::outside_choice: return tr("dit schooljaar past niet; de school moet eerst ja zeggen.");
    case Kind::not_where_fixed: return tr("staat niet waar zij al bezig is.");
  }
  return {};
}

html::Objection objection_to(PlanRefusal why, i18n::Words const& tr) {
  switch (why) {
    case PlanRefusal::not_found: return {"", tr("Dit programma of deze groep is er niet meer.")};
    case PlanRefusal::of_people: return {"", tr("Dit programma is voor mensen; plannen kan voor scholen en teams.")};
    case PlanRefusal::fixed: return {"", tr("Deze school is al op weg en blijft in haar groep.")};
    case PlanRefusal::out_of_reach: return {"", tr("Deze school of groep hoort hier niet (meer) bij. Kies opnieuw.")};
    case PlanRefusal::no_cohorts: return {"", tr("Voeg eerst een groep toe.")};
    case PlanRefusal::half_days_out_of_range: return {"half_days", tr("Vul een aantal in van 0 tot 1000, of niets.")};
    case PlanRefusal::team_time_half:
      return {"team_day", tr("Vul bij het vaste overleg de dag en de tijd in, of geen van beide.")};
    case PlanRefusal::faults:
      return {"", tr("Een school staat in een jaar dat niet past. Verplaats haar, of vraag haar eerst om een ja.")};
    case PlanRefusal::over_maximum:
      return {"", tr("Een groep komt boven haar maximum. Verplaats een school, of zeg erbij dat het mag.")};
    case PlanRefusal::nothing_to_do: return {"", tr("Er is niets te doen: alles staat al zoals gepland.")};
  }
  return {};
}

}  // namespace lenig::programme::pages
