// Ready formats: the roadmap of strategic HRM in its five steps (Leernetwerk Zuid), the plans of the pilots and the
// work plan of the Regionaal Onderwijs Bureau (Oost-Groningen).
#include "plan/format.hpp"

namespace lenig::plan {

namespace {

Ready roadmap() {
  return {.kind = PlanKind::roadmap,
          .name = "Roadmap strategisch HRM",
          .parts = {{1, "theme", "SHRM-beleidsthema",
                     "Wat zijn de strategische doelen van de organisatie?\nWelke HRM-thema's zijn te onderscheiden?",
                     Holds::words},
                    {2, "goal", "Doel", "Wat wilt u bereiken?\nIs het doel in voldoende mate concreet?", Holds::goals},
                    {3, "indicators", "KPI's",
                     "Welke bakens kunnen worden gezet?\nWelke (nieuwe) bekwaamheden zijn nodig?", Holds::indicators},
                    {4, "conditions", "Voorwaarden",
                     "Welke mogelijkheden of faciliteiten zijn nodig?\nHoe motiveert u en betrekt u medewerkers bij de "
                     "beoogde doelen?",
                     Holds::conditions},
                    {5, "changes", "Welke verandering is zichtbaar?",
                     "Wat is nieuw of anders?\nWelk nieuw of ander gedrag is zichtbaar?", Holds::changes}}};
}

Ready action_plan() {
  return {.kind = PlanKind::action_plan,
          .name = "Persoonlijk actieplan",
          .parts = {{1, "intention", "Mijn voornemen", "Wat ga ik anders doen?", Holds::goals},
                    {2, "first_step", "Mijn eerste stap", "Wat doe ik, en wanneer?", Holds::actions},
                    {3, "helped", "Wat hielp", "Wat heb ik gemerkt?\nWat neem ik mee?", Holds::words}}};
}

Ready development_plan() {
  return {
      .kind = PlanKind::development_plan,
      .name = "Persoonlijk ontwikkelingsplan",
      .parts = {
          {1, "strengths", "Waar ik goed in ben",
           "Waar ben ik trots op in mijn werk?\nWat zien collega's mij "
           "doen dat werkt?",
           Holds::words},
          {2, "wish", "Waar ik heen wil",
           "Wat wil ik over een jaar anders doen?\nWaarom is dat van belang "
           "voor mijn leerlingen of mijn werk?",
           Holds::words},
          {3, "goals", "Mijn doelen", "Wat is er dan anders, voor wie, en wanneer?", Holds::goals},
          {4, "means", "Wat ik nodig heb", "Wie helpt mij daarbij?\nWelke tijd of scholing vraagt dit?", Holds::words},
          {5, "actions", "Mijn stappen", "Wat is mijn eerste stap?", Holds::actions},
          {6, "looking_back", "Hoe het ging", "Wat is er veranderd?\nWat heb ik daarvan geleerd?", Holds::words}}};
}

Ready group_plan() {
  return {.kind = PlanKind::group_plan,
          .name = "Groepsontwikkelingsplan",
          .parts = {{1, "together", "Wat wij samen willen leren",
                     "Wat speelt er bij ons allemaal?\nWat wil ieder van de "
                     "anderen leren?",
                     Holds::words},
                    {2, "goals", "Onze doelen", "Wat is er dan anders, voor wie, en wanneer?", Holds::goals},
                    {3, "meeting", "Hoe wij elkaar spreken", "Hoe vaak?\nWelke methode gebruiken wij?", Holds::words},
                    {4, "actions", "Onze stappen", "Wie doet wat, en wanneer?", Holds::actions}}};
}

Ready school_plan() {
  return {.kind = PlanKind::school_plan,
          .name = "Schoolontwikkelingsplan",
          .parts = {{1, "present", "Waar wij nu staan", "Wat gaat goed en willen wij houden?\nWat vraagt verandering?",
                     Holds::words},
                    {2, "goals", "Onze doelen",
                     "Wat is er dan anders, voor wie, en wanneer?\nBij welk doel van het "
                     "bestuur hoort dit?",
                     Holds::goals},
                    {3, "indicators", "Piketpaaltjes", "Waaraan merken wij dat het lukt?", Holds::indicators},
                    {4, "conditions", "Voorwaarden", "Wat moet er geregeld zijn, en door wie?", Holds::conditions},
                    {5, "stops", "Wat wij laten", "Als er iets bij komt: wat gaat eraf?", Holds::words},
                    {6, "actions", "Acties", "Wie doet wat, en wanneer?", Holds::actions}}};
}

Ready work_plan() {
  return {.kind = PlanKind::work_plan,
          .name = "Werkplan",
          .parts = {{1, "present", "Huidige situatie", "Wat is er al, en wat ontbreekt aan samenhang?", Holds::words},
                    {2, "wanted", "Gewenste situatie", "Hoe ziet het eruit als het gelukt is?", Holds::goals},
                    {3, "priorities", "Prioriteiten", "Wat eerst, en wat later?", Holds::words},
                    {4, "planning", "Planning", "Wanneer is wat klaar?", Holds::words},
                    {5, "tasks", "Verdeling van taken", "Wie doet wat?", Holds::actions},
                    {6, "means", "Kosten en faciliteiten", "Wat vraagt dit aan tijd en geld?", Holds::conditions},
                    {7, "chances", "Kansen en bedreigingen", "Wat helpt ons?\nWat kan tegenzitten?", Holds::words},
                    {8, "evaluation", "Evaluatie", "Wanneer kijken wij terug, en met wie?", Holds::words},
                    {9, "adoption", "Vaststelling", "Wie stelt dit plan vast?", Holds::words}}};
}

Ready approach() {
  return {.kind = PlanKind::approach,
          .name = "Plan van aanpak",
          .parts = {{1, "aim", "Waarom wij meedoen", "Hoe past dit bij onze eigen koers?", Holds::words},
                    {2, "goals", "Doelen", "Wat is er dan anders, voor wie, en wanneer?", Holds::goals},
                    {3, "steps", "Aanpak", "In welke stappen, en wie doet wat?", Holds::actions},
                    {4, "means", "Tijd en middelen", "Wat komt er uit het taakbeleid, wat uit het scholingsbudget?",
                     Holds::conditions}}};
}

}  // namespace

OwnerKind owner_of(PlanKind kind) {
  switch (kind) {
    case PlanKind::action_plan:
    case PlanKind::development_plan: return OwnerKind::person;
    case PlanKind::group_plan: return OwnerKind::peer_group;
    case PlanKind::roadmap:
    case PlanKind::school_plan:
    case PlanKind::work_plan:
    case PlanKind::approach: return OwnerKind::unit;
  }
  return OwnerKind::unit;
}

Ready ready(PlanKind kind) {
  switch (kind) {
    case PlanKind::roadmap: return roadmap();
    case PlanKind::action_plan: return action_plan();
    case PlanKind::development_plan: return development_plan();
    case PlanKind::group_plan: return group_plan();
    case PlanKind::school_plan: return school_plan();
    case PlanKind::work_plan: return work_plan();
    case PlanKind::approach: return approach();
  }
  return {};
}

}  // namespace lenig::plan
