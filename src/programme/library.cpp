// Ready templates, from the cases: intervision in six steps (Oost-Groningen) and a learning network in five meetings
// with the roadmap of strategic HRM (Leernetwerk Zuid).
#include "programme/template.hpp"

namespace lenig::programme {

namespace {

Ready intervision() {
  return {
      .key = "intervisie",
      .name = "Intervisie als methodiek bij collegiale coaching",
      .purpose =
          "Een team leert werkervaringen op een vaste manier met elkaar te bespreken: in groepjes van ongeveer vier "
          "collega's die elkaar enigszins vertrouwen. Het eerste jaar telt zes stappen, het tweede jaar is de "
          "begeleiding beperkter.",
      .audience = Audience::units,
      .steps = {
          {1, "Startbijeenkomst met persoonlijke competenties in popgroepen",
           "Iedereen weet waarom wij dit doen, en noemt waar hij of zij goed in is.",
           "Waar ben ik trots op in mijn werk?\nWat wil ik van collega's leren?\nWat mag niet verloren gaan?",
           "Uitleg van de leergang\nFormat voor het portfolio\nFormat voor het persoonlijk actieplan", 150},
          {2, "Incidentmethode en introductie van de vier velden van oordeelsvorming",
           "Een eigen voorval bespreken zonder meteen met oplossingen te komen.",
           "Wat gebeurde er precies?\nWat maakt dit voor mij tot een probleem?\nWat heb ik nog niet gevraagd?",
           "Kaart van de incidentmethode\nKaart van de vier velden", 120},
          {3, "Intervisietraining", "Vragen stellen die de ander laten nadenken.",
           "Wat is het effect van mijn optreden?\nIs dat ook wat ik wilde bereiken?\nWelke gedachte of overtuiging "
           "beperkt mij?",
           "Lijst met open vragen\nRolkaarten: inbrenger, begeleider, vrager", 120},
          {4, "Onderzoek naar competenties bij jezelf en de ander",
           "Benoemen wat iemand kan, met voorbeelden uit het werk.",
           "Wat zie ik jou doen dat werkt?\nWat zou ik vaker willen doen?\nWelke competentie past bij de koers van "
           "onze school?",
           "Competentiekaartjes\nOverzicht van competenties", 120},
          {5, "Het maken van een persoonlijk ontwikkelingsplan",
           "Iedereen heeft een eigen plan, en kiest met wie het besproken wordt.",
           "Wat wil ik over een jaar anders doen?\nWat is mijn eerste stap?\nWie helpt mij daarbij?",
           "Format voor het persoonlijk ontwikkelingsplan", 120},
          {6, "Een mix van alles", "Wat geleerd is zelf toepassen, en afspreken hoe het doorgaat.",
           "Wat nemen wij volgend jaar in de jaarplanning op?\nWat geven wij door aan de volgende scholen?",
           "Format voor het tussenverslag\nJaarrooster van volgend schooljaar", 120},
      }};
}

Ready learning_network() {
  return {
      .key = "leernetwerk",
      .name = "Leernetwerk met de roadmap strategisch HRM",
      .purpose =
          "Schoolleiders en HR-collega's van verschillende scholen werken in vijf bijeenkomsten samen aan één thema. "
          "Elke keer theorie, uitwisseling over de eigen school, en een stap van de roadmap.",
      .audience = Audience::people,
      .steps = {
          {1, "SHRM-beleidsthema", "Van de strategische doelen naar het thema dat nu telt.",
           "Wat zijn de strategische doelen van de organisatie?\nWelke HRM-thema's zijn te onderscheiden?\nHoe werkt "
           "dat bij jou op school?",
           "Roadmap strategisch HRM", 180},
          {2, "Doel", "Een doel dat concreet genoeg is om te merken dat het bereikt is.",
           "Wat wilt u bereiken?\nIs het doel in voldoende mate concreet?", "Roadmap strategisch HRM", 180},
          {3, "KPI's: piketpaaltjes", "Bakens kiezen die laten zien of het doel dichterbij komt.",
           "Welke bakens kunnen worden gezet?\nWelke (nieuwe) bekwaamheden zijn nodig?", "Roadmap strategisch HRM",
           180},
          {4, "Voorwaarden", "Regelen wat nodig is, en mensen erbij betrekken.",
           "Welke mogelijkheden of faciliteiten zijn nodig?\nHoe motiveert u en betrekt u medewerkers bij de beoogde "
           "doelen?",
           "Roadmap strategisch HRM", 180},
          {5, "Welke verandering is zichtbaar?", "Elke deelnemer laat zien waar de eigen school staat.",
           "Wat is nieuw of anders?\nWelk nieuw of ander gedrag is zichtbaar?", "Presentatie per deelnemer", 180},
      }};
}

}  // namespace

std::vector<Ready> const& library() {
  static std::vector<Ready> const all{intervision(), learning_network()};
  return all;
}

Ready const* ready(std::string_view key) {
  for (auto const& one : library()) {
    if (one.key == key) return &one;
  }
  return nullptr;
}

}  // namespace lenig::programme
