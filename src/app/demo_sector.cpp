// A whole sector of invented boards, schools and people, always the same ones: to see that size makes no difference.
#include <array>

#include "app/demo.hpp"
#include "app/demo_people.hpp"
#include "organisation/person.hpp"
#include "organisation/unit.hpp"
#include "platform/access/account.hpp"
#include "platform/access/password.hpp"
#include "programme/cohort.hpp"
#include "programme/meeting.hpp"
#include "programme/participation.hpp"
#include "programme/question.hpp"

namespace lenig::app {

namespace {

using organisation::UnitId;
using organisation::UnitKind;

constexpr int schools_of_sector = 7'000;
constexpr int schools_of_two_boards = 17;
constexpr int people_per_school = 50;
constexpr char const* password_of_all = "lenig-proefomgeving";
constexpr char const* today = "2026-04-15";
constexpr char const* since = "2021-08-01";

/// How many schools the boards have, in turn: the first is the one where the personas work.
constexpr std::array sizes{14, 3, 7, 5, 22, 4, 9, 6, 12, 5, 8, 17, 5, 31, 6, 50, 10};
constexpr std::array adjectives{"Hoge", "Lage",   "Grote",  "Kleine", "Nieuwe",
                                "Oude", "Groene", "Blauwe", "Vrije",  "Open"};
constexpr std::array nouns{"Wilg",        "Beuk",      "Meent",     "Brink",      "Kring", "Haven",
                           "Vlinder",     "Wegwijzer", "Regenboog", "Zonnebloem", "Rank",  "Ark",
                           "Springplank", "Boog",      "Vuurtoren", "Horizon"};
constexpr std::array towns{"Aalten",    "Bergeijk",  "Cuijk",     "Dalfsen", "Elst",       "Franeker",
                           "Geldrop",   "Heemskerk", "IJlst",     "Joure",   "Kampen",     "Lochem",
                           "Medemblik", "Nunspeet",  "Oldenzaal", "Putten",  "Raalte",     "Sneek",
                           "Terneuzen", "Uden",      "Venray",    "Wijchen", "Ysselsteyn", "Zaltbommel"};
constexpr std::array functions{"leraar", "leraar",   "leraar", "onderwijsassistent", "leraar", "intern begeleider",
                               "leraar", "conciërge"};

base::Date day(char const* text) { return base::Date::parse(text).value(); }

template <class T, class Refusal>
T must(Result<T, Refusal> const& given) {
  return given.value();
}

class SectorLoader {
 public:
  SectorLoader(db::Database& database, int schools)
      : database_(database), all_schools_(schools), password_hash_(access::hash_of_password(password_of_all)) {}

  DemoCase load() {
    loaded_.today = day(today);
    int made = 0;
    for (int board = 0; made < all_schools_; ++board) {
      int const schools = std::min(sizes[static_cast<std::size_t>(board) % sizes.size()], all_schools_ - made);
      database_.write(db::every_board, [&](db::Transaction& tx) { load_board(tx, board, schools); });
      made += schools;
    }
    return std::move(loaded_);
  }

 private:
  base::Actor on(char const* date) const { return {office_, board_, "demo", day(date)}; }

  void load_board(db::Transaction& tx, int number, int schools) {
    auto const town = towns[static_cast<std::size_t>(number) % towns.size()];
    office_ = {};
    board_ = organisation::found_board(tx, on(since),
                                       "Stichting Onderwijs " + std::string(town) + " " + std::to_string(number + 1));
    std::vector<UnitId> units;
    std::vector<organisation::Newcomer> people;
    Inventor inventor("bestuur" + std::to_string(number + 1) + ".sector.example", static_cast<unsigned>(number) * 17U);
    for (int school = 0; school < schools; ++school) {
      auto const unit = add_school(tx, number, school);
      units.push_back(unit);
      for (int person = 0; person < people_per_school; ++person)
        people.push_back(newcomer(inventor.next(), unit, person == 0 ? "directeur" : function_of(person)));
    }
    auto const ids = must(organisation::take_on(tx, on(since), people));
    if (number == 0) add_personas(tx, units, people, ids);
    if (number == 1) add_login(tx, "stranger", "leraar bij een ander bestuur", people[1].person, ids[1]);
  }

  UnitId add_school(db::Transaction& tx, int board, int school) {
    auto const pick = static_cast<std::size_t>(board) * 31 + static_cast<std::size_t>(school);
    organisation::UnitDraft const draft{
        UnitKind::school,
        "De " + std::string(adjectives[pick % adjectives.size()]) + " " + nouns[pick / 3 % nouns.size()],
        towns[static_cast<std::size_t>(board + school / 4) % towns.size()]};
    return must(organisation::add_unit(tx, on(since), UnitId(board_.text()), draft));
  }

  static char const* function_of(int person) { return functions[static_cast<std::size_t>(person) % functions.size()]; }

  static organisation::Newcomer newcomer(Invented const& who, UnitId const& unit, char const* function) {
    double const fte = who.email.size() % 5 == 0 ? 0.6 : 1.0;
    return {{who.given_name, who.prefix, who.family_name, who.email}, {unit, function, fte, day(since), std::nullopt}};
  }

  void add_login(db::Transaction& tx, char const* persona, char const* described, organisation::PersonDraft const& who,
                 base::PersonId const& person) {
    access::open_account(tx, person, who.email, base::Instant::now());
    access::set_password_of(tx, person, password_hash_);
    organisation::note_invitation(tx, board_, person);
    loaded_.logins.push_back(
        {organisation::full_name(who.given_name, who.prefix, who.family_name), described, who.email, password_of_all});
    loaded_.personas.emplace_back(persona);
  }

  base::PersonId add_at_board(db::Transaction& tx, char const* persona, char const* function, char const* described,
                              organisation::PersonDraft const& who) {
    auto const ids = must(organisation::take_on(
        tx, on(since), {{who, {UnitId(board_.text()), function, 1.0, day(since), std::nullopt}}}));
    add_login(tx, persona, described, who, ids.front());
    return ids.front();
  }

  void add_personas(db::Transaction& tx, std::vector<UnitId> const& schools,
                    std::vector<organisation::Newcomer> const& people, std::vector<base::PersonId> const& ids) {
    office_ = add_at_board(tx, "office", "projectleider", "projectleider van het bestuur",
                           {"Marijke", "", "Bos", "marijke.bos@sector.example"});
    add_at_board(tx, "hr", "HR-adviseur", "HR-adviseur", {"Ineke", "", "Zuidema", "ineke.zuidema@sector.example"});
    add_at_board(tx, "board_member", "bestuurder", "bestuurder",
                 {"Hans", "ten", "Cate", "hans.ten.cate@sector.example"});
    add_login(tx, "director", "directeur", people[0].person, ids[0]);
    add_login(tx, "teacher", "leraar", people[1].person, ids[1]);
    run_a_programme(tx, schools);
  }

  /// Half of the schools began in autumn, the others come next.
  void run_a_programme(db::Transaction& tx, std::vector<UnitId> const& schools) {
    auto const* ready = programme::ready("intervisie");
    auto const id = must(programme::start_programme(tx, on("2025-02-03"),
                                                    {.host = UnitId(board_.text()),
                                                     .name = "Intervisie op alle scholen",
                                                     .purpose = ready->purpose,
                                                     .audience = ready->audience},
                                                    ready->steps));
    must(programme::publish_version(tx, on("2025-02-10"), id));
    auto const half = schools.begin() + static_cast<std::ptrdiff_t>(schools.size() / 2);
    auto const first = must(programme::add_cohort(tx, on("2025-03-03"), id, {"Tranche 1", 2025, std::nullopt, true}));
    auto const second = must(programme::add_cohort(tx, on("2025-03-03"), id, {"Tranche 2", 2026, std::nullopt, true}));
    std::vector<UnitId> const begun(schools.begin(), half);
    std::vector<UnitId> const next(half, schools.end());
    for (auto const& way : must(programme::invite(tx, on("2025-03-10"), first, {begun, {}, day("2025-03-10")})))
      walk(tx, id, way);
    must(programme::invite(tx, on("2026-03-09"), second, {next, {}, day("2026-03-09")}));
  }

  void walk(db::Transaction& tx, programme::ProgrammeId const& id, programme::ParticipationId const& way) {
    using programme::Turn;
    auto const take = [&](Turn turn, char const* date) {
      must(programme::take_turn(tx, on(date), way, {.turn = turn, .on_day = day(date)}));
    };
    take(Turn::intake_held, "2025-06-02");
    take(Turn::committed, "2025-06-20");
    must(programme::adopt_approach(tx, on("2025-08-25"), way,
                                   {"Werkervaringen bespreken in kleine groepen.", "Zes keer, op een teammiddag.",
                                    "Tijd in het taakbeleid.", day("2025-08-25")}));
    take(Turn::started, "2025-09-08");
    constexpr std::array days{"2025-09-10T14:00", "2025-11-12T14:00", "2026-01-14T14:00", "2026-03-11T14:00"};
    for (std::size_t step = 0; step < days.size(); ++step) {
      auto const at = base::LocalTime::parse(days[step]).value();
      programme::MeetingDraft const draft{.kind = programme::MeetingKind::step,
                                          .step = static_cast<int>(step) + 1,
                                          .starts_at = at,
                                          .minutes = 120,
                                          .place = "Op school",
                                          .participations = {way}};
      auto const meeting =
          must(programme::plan_meeting(tx, on("2025-09-01"), id, draft, i18n::Words(i18n::Language::nl)));
      auto const held = at.date.text();
      must(programme::record_outcome(tx, on(held.c_str()), meeting, {"De groepen gaan hier zelf mee verder.", true}));
    }
  }

  db::Database& database_;
  int all_schools_;
  std::string password_hash_;
  base::BoardId board_;
  base::PersonId office_;
  DemoCase loaded_;
};

}  // namespace

DemoCase load_sector(db::Database& database) { return SectorLoader(database, schools_of_sector).load(); }

DemoCase load_board(db::Database& database) { return SectorLoader(database, schools_of_two_boards).load(); }

}  // namespace lenig::app
