#include "plan/pages/words.hpp"

namespace lenig::plan::pages {

namespace {

std::string both(std::string const& first, std::string const& second) {
  return first.empty() || second.empty() ? first + second : first + ", " + second;
}

}  // namespace

std::vector<html::Link> own_crumb(i18n::Words const& tr) { return {{tr("Mijn ontwikkeling"), own_path}}; }

std::vector<html::Link> course_crumb(UnitId const& unit, std::string const& name) {
  return {{name, path_of_course(unit)}};
}

html::Objection objection_to(FormatRefusal why, i18n::Words const& tr) {
  switch (why) {
    case FormatRefusal::not_found: return {"", tr("Dit format is er niet meer. Ga terug en kies een ander.")};
    case FormatRefusal::title_missing: return {"title", tr("Geef het onderdeel een titel.")};
    case FormatRefusal::too_long:
      return {"", tr("Houd de titel onder 100 tekens en de vragen onder 1000. Wat u typte staat er nog.")};
    case FormatRefusal::no_draft:
      return {"", tr("Begin eerst een nieuwe versie; de vastgestelde blijft zoals zij is.")};
    case FormatRefusal::draft_exists:
      return {"", tr("Er is al een concept van de volgende versie. Werk daarin verder.")};
    case FormatRefusal::part_unknown:
      return {"", tr("Dit onderdeel is er niet meer: iemand wijzigde het format intussen. Kijk hoe het nu is.")};
    case FormatRefusal::nothing_in_it: return {"", tr("Voeg eerst een onderdeel toe.")};
  }
  return {};
}

html::Objection objection_to(PlanRefusal why, i18n::Words const& tr) {
  switch (why) {
    case PlanRefusal::not_found: return {"", tr("Dit plan is er niet meer.")};
    case PlanRefusal::name_missing: return {"name", tr("Geef het plan een naam.")};
    case PlanRefusal::too_long: return {"name", tr("Houd de naam onder 120 tekens.")};
    case PlanRefusal::no_place:
      return {"", tr("U hebt bij dit bestuur geen aanstelling; vraag HR om die vast te leggen.")};
    case PlanRefusal::not_of_this_owner: return {"kind", tr("Kies een soort plan die hier past.")};
    case PlanRefusal::closed: return {"", tr("Dit plan is afgesloten. Open het eerst weer.")};
    case PlanRefusal::adopted: return {"", tr("Dit plan is vastgesteld. Open het eerst weer om het te wijzigen.")};
    case PlanRefusal::not_adopted: return {"", tr("Dit plan is al open.")};
    case PlanRefusal::in_future: return {"on_day", tr("Deze dag moet nog komen. Kies vandaag of een dag daarvoor.")};
    case PlanRefusal::newest_already: return {"", tr("Dit plan staat al op de nieuwste versie van het format.")};
  }
  return {};
}

html::Objection objection_to(WordingRefusal why, i18n::Words const& tr) {
  switch (why) {
    case WordingRefusal::not_found: return {"", tr("Dit plan is er niet meer. Kopieer wat u typte voor u verdergaat.")};
    case WordingRefusal::part_unknown:
      return {"", tr("Dit onderdeel is er niet meer. Kopieer wat u typte voor u verdergaat.")};
    case WordingRefusal::adopted:
      return {"", tr("Dit plan is intussen vastgesteld. Uw tekst staat hier nog, maar is niet bewaard.")};
    case WordingRefusal::closed:
      return {"", tr("Dit plan is intussen afgesloten. Uw tekst staat hier nog, maar is niet bewaard.")};
    case WordingRefusal::too_long:
      return {"", tr("Dit is langer dan 10.000 tekens. Maak het korter; uw tekst staat hier nog.")};
  }
  return {};
}

html::Objection objection_to(ShareRefusal why, i18n::Words const& tr) {
  switch (why) {
    case ShareRefusal::not_found: return {"", tr("Dit plan is er niet meer.")};
    case ShareRefusal::part_unknown:
      return {"", tr("Een onderdeel is er niet meer: het plan staat op een andere versie. Kies opnieuw.")};
    case ShareRefusal::not_in_group: return {"", tr("U zit niet meer in deze groep. Kies opnieuw.")};
  }
  return {};
}

html::Objection objection_to(GoalRefusal why, i18n::Words const& tr) {
  switch (why) {
    case GoalRefusal::not_found: return {"", tr("Dit doel is er niet meer.")};
    case GoalRefusal::words_missing: return {"words", tr("Schrijf op wat er anders zal zijn.")};
    case GoalRefusal::too_long: return {"words", tr("Houd het doel onder 500 tekens en voor wie onder 200.")};
    case GoalRefusal::due_in_the_past: return {"due", tr("Deze dag is al geweest. Kies een dag die nog komt.")};
    case GoalRefusal::plan_fixed:
      return {"", tr("Het plan is vastgesteld of afgesloten. Open het eerst weer om de doelen te wijzigen.")};
    case GoalRefusal::wider_not_found:
      return {"wider", tr("Een van de gekozen doelen of thema's is er niet meer. Kies opnieuw.")};
    case GoalRefusal::itself: return {"wider", tr("Een doel kan niet bij zichzelf horen. Haal het vinkje daar weg.")};
    case GoalRefusal::circle:
      return {"wider", tr("Zo ontstaat een kring: het gekozen doel hoort zelf al bij dit doel. Haal dat vinkje weg.")};
    case GoalRefusal::private_above:
      return {"wider", tr("Een doel kan niet onder een eigen doel van iemand hangen: anderen zien dat niet.")};
    case GoalRefusal::closed: return {"", tr("Dit doel is al bereikt of losgelaten. Open het eerst weer.")};
    case GoalRefusal::not_closed: return {"", tr("Dit doel loopt al.")};
  }
  return {};
}

html::Objection objection_to(ActionRefusal why, i18n::Words const& tr) {
  switch (why) {
    case ActionRefusal::not_found: return {"", tr("Deze actie is er niet meer.")};
    case ActionRefusal::what_missing: return {"what", tr("Schrijf op wat er gaat gebeuren.")};
    case ActionRefusal::too_long: return {"what", tr("Houd het onder 500 tekens.")};
    case ActionRefusal::due_in_the_past: return {"due", tr("Deze dag is al geweest. Kies een dag die nog komt.")};
    case ActionRefusal::plan_fixed: return {"", tr("Het plan is afgesloten. Open het eerst weer.")};
    case ActionRefusal::nobody: return {"person", tr("Kies wie dit doet.")};
    case ActionRefusal::done_already: return {"", tr("Dit was al gedaan.")};
  }
  return {};
}

html::Objection objection_to(IndicatorRefusal why, i18n::Words const& tr) {
  switch (why) {
    case IndicatorRefusal::not_found: return {"", tr("Dit is er niet meer.")};
    case IndicatorRefusal::name_missing: return {"name", tr("Schrijf op wat u wilt zien bewegen.")};
    case IndicatorRefusal::measure_missing:
      return {"measure", tr("Schrijf op waarin u telt, bijvoorbeeld lessen of %.")};
    case IndicatorRefusal::baseline_missing: return {"baseline", tr("Vul in hoe het nu staat.")};
    case IndicatorRefusal::target_missing: return {"target", tr("Vul in waar u heen wilt.")};
    case IndicatorRefusal::too_long: return {"name", tr("Houd de naam onder 200 tekens en de eenheid onder 40.")};
    case IndicatorRefusal::target_before_baseline:
      return {"target_on", tr("De dag van het streefgetal ligt niet na die van de beginstand. Kies een latere dag.")};
    case IndicatorRefusal::no_difference:
      return {"target", tr("Het streefgetal is gelijk aan de beginstand. Kies een ander getal.")};
    case IndicatorRefusal::days_out_of_range: return {"ask_days", tr("Kies een aantal dagen van 1 tot 730.")};
    case IndicatorRefusal::goal_closed: return {"", tr("Dit doel is losgelaten. Open het eerst weer.")};
    case IndicatorRefusal::private_goal: return {"", tr("Piketpaaltjes staan bij doelen van een school of team.")};
    case IndicatorRefusal::ended: return {"", tr("Dit piketpaaltje is weggehaald.")};
  }
  return {};
}

html::Objection objection_to(ReadingRefusal why, i18n::Words const& tr) {
  switch (why) {
    case ReadingRefusal::not_found: return {"", tr("Dit piketpaaltje is er niet meer.")};
    case ReadingRefusal::value_missing: return {"value", tr("Vul in hoe het stond.")};
    case ReadingRefusal::out_of_range:
      return {"value", tr("Dit getal kan hier niet: kijk nog eens naar de beginstand, het streefgetal en de maat.")};
    case ReadingRefusal::not_here:
      return {"", tr("Dit getal kwam uit een lesbezoek. Alleen wie bezocht is kan het intrekken.")};
    case ReadingRefusal::in_future: return {"on_day", tr("Deze dag moet nog komen. Kies vandaag of een dag daarvoor.")};
    case ReadingRefusal::before_baseline:
      return {"on_day", tr("Deze dag ligt voor die van de beginstand. Kies een latere dag.")};
    case ReadingRefusal::too_long: return {"evidence", tr("Houd het onder 2000 tekens.")};
    case ReadingRefusal::ended: return {"", tr("Dit piketpaaltje is weggehaald.")};
  }
  return {};
}

html::Objection objection_to(ConditionRefusal why, i18n::Words const& tr) {
  switch (why) {
    case ConditionRefusal::not_found: return {"", tr("Deze voorwaarde is er niet meer.")};
    case ConditionRefusal::what_missing: return {"what", tr("Schrijf op wat er geregeld moet zijn.")};
    case ConditionRefusal::too_long: return {"what", tr("Houd het onder 500 tekens.")};
    case ConditionRefusal::private_goal: return {"", tr("Voorwaarden staan bij doelen van een school of team.")};
  }
  return {};
}

html::Objection objection_to(ChangeRefusal why, i18n::Words const& tr) {
  switch (why) {
    case ChangeRefusal::not_found: return {"", tr("Deze verandering staat er niet meer.")};
    case ChangeRefusal::what_missing: return {"what", tr("Schrijf op wat anderen zullen merken.")};
    case ChangeRefusal::too_long: return {"what", tr("Houd het onder 500 tekens.")};
    case ChangeRefusal::private_goal:
      return {"", tr("Zichtbare veranderingen staan bij doelen van een school of team.")};
  }
  return {};
}

html::Objection objection_to(CourseRefusal why, i18n::Words const& tr) {
  switch (why) {
    case CourseRefusal::not_found: return {"", tr("Dit is er niet meer.")};
    case CourseRefusal::course_missing: return {"course", tr("Schrijf op waar u heen wilt.")};
    case CourseRefusal::name_missing: return {"name", tr("Geef het thema een naam.")};
    case CourseRefusal::what_missing: return {"what", tr("Schrijf op wat u niet doet.")};
    case CourseRefusal::reason_missing: return {"reason", tr("Schrijf op waarom: dat is wat anderen willen weten.")};
    case CourseRefusal::too_long: return {"", tr("Dit is te lang. Maak het korter; wat u typte staat er nog.")};
    case CourseRefusal::ended: return {"", tr("Dit thema is al beëindigd.")};
  }
  return {};
}

html::Objection objection_to(PeerGroupRefusal why, i18n::Words const& tr) {
  switch (why) {
    case PeerGroupRefusal::not_found: return {"", tr("Deze groep is er niet meer.")};
    case PeerGroupRefusal::name_missing: return {"name", tr("Geef de groep een naam.")};
    case PeerGroupRefusal::too_long: return {"name", tr("Houd de naam onder 80 tekens.")};
    case PeerGroupRefusal::too_few: return {"members", tr("Kies ten minste twee mensen.")};
    case PeerGroupRefusal::not_of_this_unit: return {"members", tr("Iemand werkt hier niet meer. Kies opnieuw.")};
    case PeerGroupRefusal::adds_self:
      return {"members", tr("U kunt uzelf niet toevoegen aan een groep die er al is. Vraag het iemand anders.")};
    case PeerGroupRefusal::ended: return {"", tr("Deze groep is al opgeheven.")};
  }
  return {};
}

std::string by_day(std::optional<base::Date> const& day, i18n::Words const& tr) {
  return day ? tr("uiterlijk {}", tr.day(*day)) : "";
}

char const* dot_of(Progress progress) {
  switch (progress) {
    case Progress::no_reading: return "later";
    case Progress::behind: return "late";
    case Progress::on_the_line:
    case Progress::ahead: return "active";
    case Progress::reached: return "done";
  }
  return "";
}

bool is_late(std::optional<base::Date> const& day, base::Date today) { return day && *day < today; }

Sign sign_of(Goal const& goal, base::Date today, i18n::Words const& tr) {
  if (goal.state == GoalState::reached) return {"done", words_for(goal.state, tr)};
  if (goal.state == GoalState::dropped) return {"withdrawn", words_for(goal.state, tr)};
  return is_late(goal.due, today) ? Sign{"late", tr("De dag is voorbij")} : Sign{"active", words_for(goal.state, tr)};
}

Sign sign_of(Condition const& condition, base::Date today, i18n::Words const& tr) {
  if (condition.arranged_on) return {"done", tr("Geregeld")};
  return is_late(condition.due, today) ? Sign{"late", tr("De dag is voorbij")} : Sign{"planned", tr("Nog te regelen")};
}

Sign sign_of(PlanAction const& action, base::Date today, i18n::Words const& tr) {
  if (action.done_on) return {"done", tr("Gedaan")};
  return is_late(action.due, today) ? Sign{"late", tr("De dag is voorbij")} : Sign{"planned", tr("Te doen")};
}

std::string note_of(Condition const& condition, i18n::Words const& tr) {
  auto const day =
      condition.arranged_on ? tr("geregeld op {}", tr.day(*condition.arranged_on)) : by_day(condition.due, tr);
  return both(condition.by_whom, day);
}

std::string note_of(PlanAction const& action, std::string const& who, i18n::Words const& tr) {
  return both(who, action.done_on ? tr("gedaan op {}", tr.day(*action.done_on)) : by_day(action.due, tr));
}

std::map<PersonId, std::string> names_of(db::Reading& reading, BoardId const& board, std::vector<PersonId> const& ids) {
  std::map<PersonId, std::string> names;
  if (ids.empty()) return names;
  for (auto const& one : organisation::people_by_ids(reading, {board}, ids)) names[one.id] = one.name();
  return names;
}

std::string name_of(std::map<PersonId, std::string> const& names, PersonId const& person, i18n::Words const& tr) {
  auto const at = names.find(person);
  return at == names.end() ? tr("Iemand die hier niet meer werkt") : at->second;
}

std::map<UnitId, std::string> unit_names(db::Reading& reading, std::vector<UnitId> const& ids) {
  std::map<UnitId, std::string> names;
  if (ids.empty()) return names;
  for (auto const& one : organisation::units_by_ids(reading, ids)) names[one.id] = one.name;
  return names;
}

std::string name_of(std::map<UnitId, std::string> const& names, UnitId const& unit) {
  auto const at = names.find(unit);
  return at == names.end() ? "" : at->second;
}

}  // namespace lenig::plan::pages
