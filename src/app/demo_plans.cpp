#include "app/demo_plans.hpp"

#include <array>
#include <stdexcept>

#include "plan/action.hpp"
#include "plan/condition.hpp"
#include "plan/course.hpp"
#include "plan/indicator.hpp"
#include "plan/initiative.hpp"
#include "plan/share.hpp"
#include "plan/wording.hpp"

namespace lenig::app {

namespace {

using organisation::UnitId;
using plan::GoalId;
using plan::Level;
using plan::Owner;
using plan::PlanId;
using plan::PlanKind;
using plan::WiderKind;

template <class T, class R>
T must(Result<T, R> const& result) {
  if (!result) throw std::logic_error("the plans of the demo do not fit the rules");
  return *result;
}

base::Date day(char const* text) { return base::Date::parse(text).value(); }

struct Development {
  char const* strengths;
  char const* wish;
  char const* goal;
  char const* for_whom;
  char const* step;
};

constexpr std::array developments{
    Development{"Rust brengen in een drukke groep. Collega's noemen mijn duidelijke uitleg.",
                "Leerlingen vaker zelf laten kiezen, zonder dat de rust verdwijnt.",
                "In elke weektaak zit één opdracht die leerlingen zelf kiezen", "mijn groep",
                "Met een collega uit de popgroep één les voorbereiden"},
    Development{"Ik zie snel welk kind vastloopt en ga er dan naast zitten.",
                "Minder zelf oplossen, meer laten ontdekken.", "Ik stel eerst drie open vragen voor ik uitleg geef",
                "leerlingen met rekenmoeite", "Een collega vragen om een half uur mee te kijken"},
    Development{"Ouders weten mij te vinden en ik luister goed.", "Ook het lastige gesprek op tijd voeren.",
                "Na elk rapport spreek ik alle ouders binnen twee weken", "ouders",
                "Het gesprek dat ik uitstel deze maand plannen"},
    Development{"Ik houd overzicht en denk vooruit voor het team.",
                "Mijn kennis van spelling delen in plaats van alles zelf doen.",
                "Twee collega's geven mijn aanpak van spelling zelf", "het team",
                "De aanpak in tien minuten laten zien in het teamoverleg"},
};

class PlanLoader {
 public:
  explicit PlanLoader(Plans const& into) : tx_(*into.tx), keys_(*into.keys), into_(into) {}

  void load() {
    set_the_course();
    set_goals();
    for (auto const& place : {top(), unit("De Tweemaster"), unit("Houwingaham")}) connect_programmes(place);
    write_the_work_plan();
    for (char const* school : {"De Tweemaster", "Houwingaham", "Theo Thijssenschool"}) form_groups(school);
    write_developments("De Tweemaster", 99);
    write_developments("Houwingaham", 3);
    write_developments("Theo Thijssenschool", 2);
  }

 private:
  base::Actor on(char const* when, base::PersonId const& person) const {
    return {.person = person, .board = into_.board, .request = "demo", .today = day(when)};
  }
  base::Actor office_on(char const* when) const { return on(when, into_.office); }

  UnitId unit(std::string const& name) const { return into_.units.at(name); }
  UnitId top() const { return UnitId(into_.board.text()); }

  void set_the_course() {
    must(plan::set_course(
        tx_, office_on("2003-03-12"), top(),
        {"Wij zijn openbare scholen die van elkaar leren. Wie bij ons werkt, werkt aan zichzelf en aan "
         "de school tegelijk; elke school doet dat in haar eigen tempo en op haar eigen manier.",
         "Openheid\nEigen verantwoordelijkheid\nSamen"}));
    learning_ = must(plan::add_theme(tx_, office_on("2003-03-12"), top(), {"Leren van en met elkaar", ""}));
    policy_ = must(plan::add_theme(tx_, office_on("2003-03-12"), top(), {"Samenhangend personeelsbeleid", ""}));
    training_ = must(plan::add_theme(tx_, office_on("2003-03-12"), top(), {"Opleiden in de school", ""}));
    must(plan::set_course(
        tx_, office_on("2003-06-25"), unit("De Tweemaster"),
        {"Een daltonschool waar kinderen en collega's zelf kiezen en daar verantwoording over afleggen.",
         "Vrijheid in gebondenheid\nZelfstandigheid\nSamenwerking"}));
    must(plan::leave_undone(tx_, office_on("2003-09-10"), unit("De Tweemaster"),
                            {"Een kant-en-klaar lijstje competenties overnemen",
                             "De kaartjes passen pas als wij ze zelf hebben aangepast."}));
  }

  GoalId goal(UnitId const& of, Level level, std::string const& words, std::string const& for_whom, char const* due,
              WiderKind kind, std::string const& wider) {
    auto const id = must(
        plan::set_goal(tx_, keys_, office_on("2003-06-25"), {Owner::of(of), level, {}}, {words, for_whom, day(due)}));
    must(plan::serve(tx_, keys_, office_on("2003-06-25"), id, {{kind, wider}}));
    return id;
  }

  void set_goals() {
    groups_ =
        goal(top(), Level::board, "Op elke school bespreken collega's hun werk in popgroepen",
             "alle medewerkers, ook het ondersteunend personeel", "2006-07-01", WiderKind::theme, learning_.text());
    coherent_ = goal(top(), Level::board, "Gesprekken, scholing en taken hangen op elke school met elkaar samen",
                     "alle medewerkers", "2005-12-31", WiderKind::theme, policy_.text());
    goal(top(), Level::board, "Opleiden van stagiairs heeft op elke school een vaste plaats in de taken",
         "stagiairs en beginnende leerkrachten", "2005-07-01", WiderKind::theme, training_.text());
    of_school_["De Tweemaster"] =
        goal(unit("De Tweemaster"), Level::school, "De agenda van het functioneringsgesprek volgt onze eigen plannen",
             "het hele team", "2005-06-30", WiderKind::goal, coherent_.text());
    of_school_["Houwingaham"] =
        goal(unit("Houwingaham"), Level::school, "Elke popgroep komt dit jaar zes keer bij elkaar", "het hele team",
             "2004-07-02", WiderKind::goal, groups_.text());
    of_school_["Theo Thijssenschool"] =
        goal(unit("Theo Thijssenschool"), Level::school, "Intervisie staat vast in ons vergaderrooster",
             "het hele team", "2004-09-01", WiderKind::goal, groups_.text());
    watch_groups();
  }

  void connect_programmes(UnitId const& place) {
    for (auto const& one : plan::ground_of(tx_, place).initiatives)
      must(plan::connect(tx_, office_on("2003-06-25"), place, one.programme, {groups_}));
  }

  /// The counts are those of the programme: five pilots began, two paused.
  void watch_groups() {
    auto const schools = must(plan::place_indicator(
        tx_, office_on("2003-06-25"), groups_,
        {"Scholen die met popgroepen werken", "scholen", 0.0, day("2003-06-25"), 24.0, day("2006-07-01"), 120}));
    must(plan::read_off(tx_, office_on("2003-09-15"), schools,
                        {5.0, day("2003-09-15"), plan::Source::programme, "De vijf pilots zijn begonnen."}));
    must(plan::read_off(tx_, office_on("2004-04-01"), schools,
                        {3.0, day("2004-04-01"), plan::Source::programme, "Twee pilots staan stil."}));
    auto const leader = must(plan::set_condition(tx_, office_on("2003-03-12"), groups_,
                                                 {"Projectleiding voor de invoering", "directieoverleg", {}}));
    must(plan::arrange_condition(tx_, office_on("2003-03-12"), leader, true));
    must(plan::set_condition(tx_, office_on("2004-02-04"), groups_,
                             {"Een vaste plaats in de jaarroosters van tranche 1", "directeuren", day("2004-06-30")}));
    auto const change = must(plan::expect_change(tx_, office_on("2003-06-25"), groups_,
                                                 {"Collega's vragen elkaar om mee te kijken bij een lastig voorval"}));
    must(plan::observe(tx_, office_on("2004-03-10"), change,
                       {plan::Seen::partly, "Op drie scholen gebeurt dit nu buiten de bijeenkomsten om."}));
  }

  void write(PlanId const& plan, char const* when, base::PersonId const& person, char const* slot,
             std::string const& words) {
    must(plan::write_words(tx_, keys_, on(when, person), plan, slot, {words, ""},
                           base::Instant::parse(std::string(when) + "T15:00:00.000Z").value()));
  }

  void write_the_work_plan() {
    auto const office = into_.office;
    auto const id = must(plan::begin_plan(tx_, office_on("2003-11-20"), Owner::of(into_.office_unit), into_.office_unit,
                                          {PlanKind::work_plan, "Werkplan integraal personeelsbeleid"}));
    write(
        id, "2003-12-04", office, "present",
        "Er gebeurt veel: functionerings- en beoordelingsgesprekken, nascholing, mobiliteit, intervisie en opleiden in "
        "de school. De samenhang is nog niet te zien.");
    must(plan::set_goal(tx_, keys_, office_on("2003-12-04"), {Owner::of(into_.office_unit), Level::team, id},
                        {"Elke school kan laten zien hoe haar instrumenten voor personeelsbeleid samenhangen",
                         "alle scholen van het samenwerkingsverband", day("2005-12-31")}));
    write(id, "2003-12-04", office, "priorities",
          "Eerst in kaart brengen wat er aan beleid ontbreekt. Daarna: leren van en met elkaar, en de plaats van "
          "opleiden "
          "in de taken.");
    write(id, "2003-12-04", office, "planning",
          "Maart 2004: voorstel over wat ontbreekt. Elk voorjaar een tussenverslag, elk najaar een jaarverslag en "
          "overdracht aan de volgende groep.");
    must(plan::take_on(tx_, keys_, office_on("2003-12-04"), {Owner::of(into_.office_unit), id, {}},
                       {"Inventariseren welk personeelsbeleid ontbreekt", day("2004-03-31"), office}));
    write(id, "2003-12-04", office, "chances", "Functiedifferentiatie geeft meer perspectief dan er nu is.");
    write(id, "2003-12-04", office, "evaluation", "Elk half jaar, met het tussenverslag en het jaarverslag.");
    write(id, "2003-12-04", office, "adoption", "Het directieoverleg stelt dit plan vast.");
    must(plan::adopt_plan(tx_, office_on("2004-01-22"), id, day("2004-01-22")));
  }

  void form_groups(std::string const& school) {
    auto const staff = organisation::staff_of(tx_, {unit(school)}, day("2003-09-03"));
    std::vector<base::PersonId> members;
    int number = 0;
    for (std::size_t i = 0; i < staff.size(); ++i) {
      members.push_back(staff[i].id);
      bool const last = i + 1 == staff.size();
      if (!last && (members.size() < 4 || staff.size() - i - 1 < 3)) continue;
      auto const name = "Popgroep " + std::to_string(++number);
      must(plan::add_peer_group(tx_, office_on("2003-09-03"), unit(school), {name, members}));
      members.clear();
    }
  }

  void write_developments(std::string const& school, std::size_t most) {
    auto const staff = organisation::staff_of(tx_, {unit(school)}, day("2004-03-01"));
    std::size_t written = 0;
    for (auto const& person : staff) {
      // Anneke Smid has one of the first at her school, so that the demo's teacher has something to see.
      bool const first = most == 99 || person.family_name == "Smid" || written + 1 < most;
      if (written == most || !first) continue;
      write_development(school, person.id, developments[written % developments.size()], most == 99);
      ++written;
    }
  }

  void write_development(std::string const& school, base::PersonId const& person, Development const& about,
                         bool discussed) {
    auto const owner = Owner::of(person);
    auto const actor = on("2004-03-01", person);
    auto const id = must(
        plan::begin_plan(tx_, actor, owner, unit(school), {PlanKind::development_plan, "Mijn plan voor 2004-2005"}));
    write(id, "2004-03-01", person, "strengths", about.strengths);
    write(id, "2004-03-01", person, "wish", about.wish);
    auto const goal = must(
        plan::set_goal(tx_, keys_, actor, {owner, Level::person, id}, {about.goal, about.for_whom, day("2005-07-01")}));
    must(plan::serve(tx_, keys_, actor, goal, {{WiderKind::goal, of_school_.at(school).text()}}));
    must(plan::take_on(tx_, keys_, actor, {owner, id, goal}, {about.step, day("2004-05-14"), person}));
    if (!discussed) return;
    must(plan::share(tx_, actor, id, {{"", plan::Audience::leader, {}}}));
    must(plan::note_discussed(tx_, on("2004-04-07", person), id, day("2004-04-07")));
  }

  db::Transaction& tx_;
  vault::Vault& keys_;
  Plans const& into_;
  plan::ThemeId learning_;
  plan::ThemeId policy_;
  plan::ThemeId training_;
  GoalId groups_;
  GoalId coherent_;
  std::map<std::string, GoalId> of_school_;
};

}  // namespace

void load_plans(Plans const& into) { PlanLoader(into).load(); }

}  // namespace lenig::app
