#include "platform/access/relation.hpp"

namespace lenig::access {

namespace {

using i18n::N_;

char const* words_for(Relation relation) {
  switch (relation) {
    case Relation::anyone: return N_("iedereen");
    case Relation::signed_in: return N_("wie een account heeft, en dan alleen het eigen deel");
    case Relation::self: return N_("de persoon zelf");
    case Relation::group_member: return N_("het eigen team");
    case Relation::board_colleague: return N_("collega's van hetzelfde bestuur");
    case Relation::network_peer: return N_("collega's in hetzelfde netwerk");
    case Relation::leader: return N_("de schoolleiding");
    case Relation::facilitator: return N_("de projectleiding van het netwerk");
    case Relation::trainer: return N_("de opleiders");
    case Relation::hr: return N_("HR van het bestuur");
    case Relation::board_member: return N_("de bestuurder");
    case Relation::council: return N_("de medezeggenschapsraad");
    case Relation::supervisor: return N_("de raad van toezicht");
    case Relation::umbrella: return N_("de koepelorganisatie");
    case Relation::guest: return N_("gasten van deze bijeenkomst");
  }
  return "";
}

char const* words_for(Matter matter) {
  switch (matter) {
    case Matter::entrance: return N_("Aanmelden");
    case Matter::own_account: return N_("Account");
    case Matter::start: return N_("Startpagina");
    case Matter::unit: return N_("Gegevens van de eenheid");
    case Matter::unit_register: return N_("Beheer van aanstellingen");
    case Matter::person: return N_("Naam, functie en plaats");
    case Matter::person_file: return N_("Aanstellingen met omvang en periode, en het e-mailadres");
    case Matter::programme: return N_("Doel en stappen van het programma");
    case Matter::roll_out: return N_("Voortgang per school");
    case Matter::cohort: return N_("Indeling in tranches");
    case Matter::participation: return N_("Deelname, met het verloop en de soort reden");
    case Matter::approach: return N_("Plan van aanpak");
    case Matter::team_question: return N_("Leervragen van het team");
    case Matter::meeting: return N_("Bijeenkomst, agenda en opbrengst");
    case Matter::talk: return N_("Overleg over het programma");
    case Matter::attendance: return N_("Aanwezigheid");
    case Matter::document: return N_("Document");
    case Matter::evaluation: return N_("Terugkijken: wat er is gezegd");
    case Matter::lesson: return N_("Wat groepen elkaar doorgeven");
    case Matter::report: return N_("Verslagen");
    case Matter::account: return N_("Eigen woorden van de school voor het verslag");
    case Matter::wish: return N_("Wensen voor de periode");
    case Matter::planning: return N_("Planning en projectteam");
    case Matter::training: return N_("Begeleiders en hun groei");
    case Matter::trainer_calendar: return N_("Wanneer een begeleider weg is");
    case Matter::holiday: return N_("Schoolvakanties");
    case Matter::agreement: return N_("Afspraken");
    case Matter::facilitation: return N_("Dagdelen en geld");
    case Matter::course: return N_("Koers, thema's en doelen");
    case Matter::format: return N_("Formats van plannen");
    case Matter::plan: return N_("Een eigen plan: wat daarvan is gedeeld");
    case Matter::unit_plan: return N_("Plan van een school, team of netwerk");
    case Matter::action: return N_("Acties");
    case Matter::practice: return N_("HR-praktijken");
    case Matter::load: return N_("Uren van de jaartaak");
    case Matter::peer_group: return N_("Wie in een popgroep zit");
    case Matter::lesson_visit: return N_("Lesbezoek");
    case Matter::bounce: return N_("Adressen die post terugsturen");
    case Matter::outbox: return N_("Post van de demo");
  }
  return "";
}

}  // namespace

std::vector<std::string> who_sees(Matter matter, i18n::Words const& tr) {
  std::vector<std::string> words;
  for (auto const& rule : table()) {
    if (rule.matter != matter || rule.action != Action::see) continue;
    base::each_enumerator<Relation>([&](Relation relation) {
      if (rule.allowed.has(relation)) words.push_back(tr(words_for(relation)));
    });
  }
  return words;
}

std::string name_of_matter(Matter matter, i18n::Words const& tr) { return tr(words_for(matter)); }

}  // namespace lenig::access
