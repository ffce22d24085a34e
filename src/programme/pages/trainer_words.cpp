#include "programme/pages/trainer_words.hpp"

#include "platform/base/collected.hpp"

namespace lenig::programme::pages {

std::map<PersonId, std::string> names_of(db::Reading& reading, Programme const& programme, Trainers const& trainers) {
  std::map<PersonId, std::string> people;
  auto const ids = base::collected(trainers.all, &Trainer::person);
  for (auto const& person : organisation::people_by_ids(reading, {programme.board}, ids))
    people[person.id] = person.name();
  return people;
}

std::string name_in(std::map<PersonId, std::string> const& people, PersonId const& person, i18n::Words const& tr) {
  auto const at = people.find(person);
  return at == people.end() ? tr("iemand die hier niet meer werkt") : at->second;
}

std::string did(Part part, i18n::Words const& tr) {
  switch (part) {
    case Part::attends: return tr("Keek mee");
    case Part::co_leads: return tr("Begeleidde mee");
    case Part::leads: return tr("Begeleidde");
  }
  return {};
}

std::vector<html::Option> part_options(i18n::Words const& tr) {
  std::vector<html::Option> options;
  base::each_enumerator<Part>(
      [&](Part part) { options.push_back({std::string(base::name_of(part)), words_for(part, tr)}); });
  return options;
}

html::Objection objection_to(TrainerRefusal why, i18n::Words const& tr) {
  switch (why) {
    case TrainerRefusal::not_found: return {"", tr("Deze begeleider of bijeenkomst is er niet meer.")};
    case TrainerRefusal::not_of_the_host:
      return {"person", tr("Kies iemand die werkt waar dit programma wordt uitgevoerd.")};
    case TrainerRefusal::already: return {"person", tr("Zij of hij begeleidt al in dit programma.")};
    case TrainerRefusal::year_out_of_range: return {"", tr("Kies een schooljaar uit de lijst.")};
    case TrainerRefusal::half_days_out_of_range: return {"half_days", tr("Vul een aantal in van 0 tot 400, of niets.")};
    case TrainerRefusal::step_unknown: return {"", tr("Deze stap is er niet (meer). Kies een stap van het programma.")};
    case TrainerRefusal::reason_missing: return {"reason", tr("Schrijf in een zin op waarom.")};
    case TrainerRefusal::too_long: return {"reason", tr("Maak de reden korter: ten hoogste 500 tekens.")};
    case TrainerRefusal::nobody_leads:
      return {"", tr("Zeg wie er begeleidde: meekijken kan alleen naast iemand die begeleidt.")};
    case TrainerRefusal::cancelled: return {"", tr("Deze bijeenkomst is afgezegd.")};
  }
  return {};
}

html::Objection objection_to(AwayRefusal why, i18n::Words const& tr) {
  switch (why) {
    case AwayRefusal::not_found: return {"", tr("Deze begeleider of periode is er niet meer.")};
    case AwayRefusal::from_wrong: return {"from_time", tr("Vul een tijd in als 13:00, of niets.")};
    case AwayRefusal::until_wrong: return {"until_time", tr("Vul een tijd in als 17:00, of niets.")};
    case AwayRefusal::ends_before: return {"last_day", tr("Het einde ligt voor het begin. Kijk de dagen na.")};
    case AwayRefusal::too_long: return {"last_day", tr("Ten hoogste een jaar in één keer. Kijk de dagen na.")};
  }
  return {};
}

}  // namespace lenig::programme::pages
