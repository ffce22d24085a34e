// Leernetwerk Zuid: school leaders and HR of five schools for secondary education, of five boards, who worked on
// personalised learning in five meetings with the roadmap of strategic HRM. The theme, the steps, the goals for 2020,
// the kinds of markers and the lesson visits are the case's own; names of schools and people, days and numbers are
// invented.
#include <array>
#include <stdexcept>

#include "app/demo.hpp"
#include "app/demo_people.hpp"
#include "organisation/person.hpp"
#include "organisation/unit.hpp"
#include "plan/condition.hpp"
#include "plan/course.hpp"
#include "plan/indicator.hpp"
#include "plan/wording.hpp"
#include "platform/access/account.hpp"
#include "platform/access/password.hpp"
#include "programme/cohort.hpp"
#include "programme/meeting.hpp"
#include "programme/participation.hpp"

namespace lenig::app {

namespace {

using organisation::UnitId;
using organisation::UnitKind;
using plan::GoalId;
using plan::Owner;

constexpr char const* password_of_all = "lenig-proefomgeving";
constexpr char const* since = "2012-08-01";
constexpr char const* first_day = "2016-02-10";  // of the kick-off
constexpr char const* today = "2017-03-16";
constexpr std::array meeting_days{"2016-04-14T13:00", "2016-06-16T13:00", "2016-09-29T13:00", "2016-12-08T13:00",
                                  "2017-03-16T13:00"};

base::Date day(char const* text) { return base::Date::parse(text).value(); }

template <class T, class R>
T must(Result<T, R> const& result) {
  if (!result) throw std::logic_error("the demo's case does not fit the rules");
  return *result;
}

/// What a school made of the roadmap.
struct Road {
  char const* board;
  char const* school;
  char const* town;
  char const* theme;
  char const* goal;
  double lessons;      // with personalised learning, of every ten: at the start
  double lessons_now;  // as seen at lesson visits
  double skilled;      // teachers of whom colleagues see the skills, in %: at the start
  double skilled_now;
  char const* condition;
  char const* change;
  char const* seen;
};

constexpr std::array roads{
    Road{"Stichting VO De Peelrand", "Peelrand College", "Deurne",
         "Professionalisering: leren van elkaars lessen, in plaats van nog een cursus.",
         "Alle docenten geven in 2020 les op een meer gepersonaliseerde manier", 1, 3, 15, 30,
         "Scholing in formatief werken, met tijd in de jaartaak",
         "Leerlingen kiezen tijdens de les zelf hun volgende stap",
         "In de onderbouw zag ik in drie lessen dat leerlingen zelf kozen."},
    Road{"Onderwijsgroep Maasdal", "Maasdal Lyceum", "Gennep", "Coaching: van uitleggen naar begeleiden.",
         "In 2020 begeleidt elke mentor een kleine groep met een eigen leerplan per leerling", 0, 2, 10, 25,
         "Kleinere mentorgroepen in het rooster",
         "Mentoren voeren elke zes weken een gesprek over de doelen van de leerling",
         "De gesprekken zijn er, maar nog vooral over cijfers."},
    Road{"Stichting Kempisch Onderwijs", "De Heidebrug", "Bladel",
         "Een verandering aansturen waar niet iedereen op wacht.", "In 2020 werkt elk vak met taken op drie niveaus", 2,
         3, 20, 30, "Vaksecties krijgen een ontwikkelmiddag per maand",
         "In elke les is te zien dat leerlingen aan verschillende taken werken",
         "Bij wiskunde en Engels is het overal te zien."},
    Road{"VO Land van Horne", "Hornecollege", "Weert",
         "Taakbeleid: tijd verplaatsen van vergaderen naar samen voorbereiden.",
         "In 2020 maken docenten hun lessen in teams, en geven zij ook elkaars lessen", 0, 1, 5, 15,
         "Een vaste voorbereidingstijd zonder vergaderingen",
         "Docenten lopen bij elkaar de les in zonder dat het bijzonder is",
         "Het gebeurt, maar alleen binnen de eigen sectie."},
    Road{"Stichting Meierij VO", "Meierij College", "Boxtel",
         "Werving en inwerken: collega's die bij deze manier van lesgeven passen.",
         "Elke nieuwe collega geeft binnen een jaar les op de manier die bij onze koers past", 3, 5, 25, 40,
         "Een coach voor elke starter, die niet de leidinggevende is", "Starters vragen zelf om een lesbezoek",
         "Twee starters vroegen mij uit zichzelf te komen kijken."}};

class ZuidLoader {
 public:
  explicit ZuidLoader(db::Transaction& tx, vault::Vault& keys)
      : tx_(tx), keys_(keys), password_hash_(access::hash_of_password(password_of_all)), inventor_("zuid.example") {}

  DemoCase load() {
    for (auto const& road : roads) found_a_school(road);
    found_the_network();
    for (auto const& school : schools_)
      must(organisation::join_network(tx_, on(first_day, school), network_, school.unit));
    hold_the_meetings();
    for (std::size_t i = 0; i < roads.size(); ++i) fill_a_roadmap(roads[i], schools_[i]);
    loaded_.today = day(today);
    return std::move(loaded_);
  }

 private:
  struct School {
    base::BoardId board;
    UnitId unit;
    base::PersonId leader;
    std::vector<base::PersonId> colleagues;
  };

  base::Actor on(char const* when, School const& school) const {
    return {.person = school.leader, .board = school.board, .request = "demo", .today = day(when)};
  }
  base::Actor facilitator_on(char const* when) const {
    return {.person = facilitator_, .board = schools_.front().board, .request = "demo", .today = day(when)};
  }

  base::PersonId add(School const& school, Invented const& who, UnitId const& place, char const* function, double fte) {
    auto const actor = on(since, school);
    auto const person =
        must(organisation::add_person(tx_, actor, {who.given_name, who.prefix, who.family_name, who.email}));
    must(organisation::appoint(tx_, actor, person, {place, function, fte, day(since), std::nullopt}));
    return person;
  }

  void let_in(char const* persona, Invented const& who, base::BoardId const& board, base::PersonId const& person,
              std::string const& described) {
    access::open_account(tx_, person, who.email, base::Instant::now());
    access::set_password_of(tx_, person, password_hash_);
    organisation::note_invitation(tx_, board, person);
    loaded_.logins.push_back(
        {organisation::full_name(who.given_name, who.prefix, who.family_name), described, who.email, password_of_all});
    loaded_.personas.emplace_back(persona);
  }

  void found_a_school(Road const& road) {
    School school;
    school.board = organisation::found_board(tx_, {.request = "demo", .today = day(since)}, road.board);
    school.unit =
        must(add_unit(tx_, on(since, school), UnitId(school.board.text()), {UnitKind::school, road.school, road.town}));
    bool const first = schools_.empty();
    auto const leader = first ? inventor_.named("Karin", "", "Verhoeven") : inventor_.next();
    school.leader = add(school, leader, school.unit, "schoolleider", 1.0);
    for (int i = 0; i < 9; ++i)
      school.colleagues.push_back(add(school, inventor_.next(), school.unit, "docent", i % 3 == 0 ? 0.6 : 1.0));
    if (first) {
      let_in("director", leader, school.board, school.leader, "schoolleider, Peelrand College");
      auto const hr = inventor_.named("Joost", "", "Aerts");
      let_in("hr", hr, school.board, add(school, hr, UnitId(school.board.text()), "HR-adviseur", 0.8),
             "HR-adviseur van het bestuur");
      auto const teacher = inventor_.named("Lotte", "van", "Gerwen");
      school.colleagues.push_back(add(school, teacher, school.unit, "docent", 0.8));
      let_in("teacher", teacher, school.board, school.colleagues.back(), "docent, Peelrand College");
    } else if (schools_.size() == 1) {
      let_in("stranger", leader, school.board, school.leader, "schoolleider, Maasdal Lyceum");
    }
    schools_.push_back(school);
  }

  void found_the_network() {
    auto const& host = schools_.front();
    network_ = must(add_unit(tx_, on(first_day, host), UnitId(host.board.text()),
                             {UnitKind::network, "Leernetwerk Zuid", "Brabant en Noord-Limburg"}));
    auto const who = inventor_.named("Bram", "", "Coolen");
    facilitator_ = add(host, who, network_, "procesbegeleider", 0.1);
    let_in("office", who, host.board, facilitator_, "procesbegeleider van het netwerk");
    must(plan::set_course(tx_, facilitator_on(first_day), network_,
                          {"Personeelsbeleid telt pas als het de docent, het onderwijs en de leerling verder brengt.",
                           "Tijd nemen\nOpen over wat nog niet lukt"}));
    theme_ = must(plan::add_theme(tx_, facilitator_on(first_day), network_,
                                  {"Gepersonaliseerd leren en de nieuwe rol van de docent", ""}));
  }

  void hold_the_meetings() {
    auto const* ready = programme::ready("leernetwerk");
    auto const actor = facilitator_on(first_day);
    auto const id = must(programme::start_programme(
        tx_, actor,
        {network_, "Leernetwerk met de roadmap strategisch HRM", ready->purpose, programme::Audience::units},
        ready->steps));
    must(programme::publish_version(tx_, actor, id));
    auto const cohort = must(programme::add_cohort(tx_, actor, id, {"Vijf scholen", 2015, 7, true}));
    std::vector<UnitId> units;
    for (auto const& school : schools_) units.push_back(school.unit);
    auto const ways = must(programme::invite(tx_, actor, cohort, {.units = units, .on_day = day(first_day)}));
    for (auto const& way : ways) {
      for (auto const turn : {programme::Turn::intake_held, programme::Turn::committed, programme::Turn::started})
        must(programme::take_turn(tx_, actor, way, {.turn = turn, .on_day = day(first_day)}));
    }
    i18n::Words const tr(i18n::Language::nl);
    int step = 0;
    for (char const* const when : meeting_days) {
      auto const at = base::LocalTime::parse(when).value();
      auto const meeting = must(programme::plan_meeting(tx_, facilitator_on(first_day), id,
                                                        {.kind = programme::MeetingKind::step,
                                                         .step = ++step,
                                                         .starts_at = at,
                                                         .minutes = 180,
                                                         .place = roads[static_cast<std::size_t>(step - 1)].school,
                                                         .participations = ways},
                                                        tr));
      if (at.date >= day(today)) continue;
      must(programme::record_outcome(tx_, facilitator_on(at.date.text().c_str()), meeting,
                                     {"Elke school vulde deze stap van haar roadmap in.", true}));
    }
  }

  void fill_a_roadmap(Road const& road, School const& school) {
    auto const id = must(plan::begin_plan(tx_, on("2016-04-14", school), Owner::of(school.unit), school.unit,
                                          {plan::PlanKind::roadmap, "Roadmap gepersonaliseerd leren"}));
    must(plan::write_words(tx_, keys_, on("2016-04-14", school), id, "theme", {road.theme, ""},
                           base::Instant::parse("2016-04-14T13:30:00.000Z").value()));
    auto const goal =
        must(plan::set_goal(tx_, keys_, on("2016-06-16", school), {Owner::of(school.unit), plan::Level::school, id},
                            {road.goal, "alle leerlingen", day("2020-07-01")}));
    must(plan::serve(tx_, keys_, on("2016-06-16", school), goal, {{plan::WiderKind::theme, theme_.text()}}));
    watch(school, goal,
          {"Lessen waarin gepersonaliseerd leren te zien is", "van de 10 lessen", road.lessons, day("2016-09-29"), 8.0,
           day("2020-07-01"), 180},
          road.lessons_now);
    watch(school, goal,
          {"Docenten bij wie collega's de nieuwe vaardigheden zien", "%", road.skilled, day("2016-09-29"), 80.0,
           day("2020-07-01"), 180},
          road.skilled_now);
    must(
        plan::set_condition(tx_, on("2016-12-08", school), goal, {road.condition, "schoolleiding", day("2017-08-01")}));
    auto const change = must(plan::expect_change(tx_, on("2016-12-08", school), goal, {road.change}));
    auto observer = on("2017-02-20", school);
    observer.person = school.colleagues.front();
    must(plan::observe(tx_, observer, change, {plan::Seen::partly, road.seen}));
  }

  void watch(School const& school, GoalId const& goal, plan::IndicatorDraft const& draft, double now) {
    auto const indicator = must(plan::place_indicator(tx_, on("2016-09-29", school), goal, draft));
    must(plan::read_off(tx_, on("2017-02-20", school), indicator,
                        {now, day("2017-02-20"), plan::Source::lesson_visits, "Lesbezoeken in januari en februari"}));
  }

  db::Transaction& tx_;
  vault::Vault& keys_;
  std::string password_hash_;
  Inventor inventor_;
  DemoCase loaded_;
  std::vector<School> schools_;
  UnitId network_;
  base::PersonId facilitator_;
  plan::ThemeId theme_;
};

}  // namespace

DemoCase load_leernetwerk_zuid(db::Database& database, vault::Vault& keys) {
  return database.write(db::every_board, [&](db::Transaction& tx) { return ZuidLoader(tx, keys).load(); });
}

}  // namespace lenig::app
