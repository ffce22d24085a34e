// The case of Oost-Groningen to the state of April 2004. Schools, cohorts, kick-offs, pauses and steps are the case's
// own; every person is invented, and so are the days of the meetings between the kick-offs and April.
#include <boost/json.hpp>

#include <map>
#include <stdexcept>

#include "app/demo.hpp"
#include "app/demo_handing_on.hpp"
#include "app/demo_people.hpp"
#include "app/demo_plans.hpp"
#include "app/demo_training.hpp"
#include "app/demo_year.hpp"
#include "organisation/person.hpp"
#include "organisation/unit.hpp"
#include "platform/access/account.hpp"
#include "platform/access/password.hpp"
#include "platform/base/embedded.hpp"
#include "programme/cohort.hpp"
#include "programme/meeting.hpp"
#include "programme/question.hpp"

namespace lenig::app {

std::span<base::Embedded const> case_files();  // the cases, built in

namespace {

using organisation::UnitId;
using programme::ParticipationId;

constexpr char const* password_of_all = "lenig-proefomgeving";

template <class T, class R>
T must(Result<T, R> const& result) {
  if (!result) throw std::logic_error("the demo's case does not fit the rules");
  return *result;
}

std::string text_of(boost::json::object const& object, char const* key) {
  return std::string(object.at(key).as_string());
}
std::string text_of(boost::json::value const& value) { return std::string(value.as_string()); }

base::Date day(std::string const& text) { return base::Date::parse(text).value(); }

boost::json::object read_case(std::string_view name) {
  for (auto const& file : case_files()) {
    if (file.name == name) return boost::json::parse(file.text).as_object();
  }
  throw std::logic_error("the case is not built in");
}

/// Builds the case in one transaction, act after act, each on its own day.
class Loader {
 public:
  Loader(db::Transaction& tx, vault::Vault& keys, boost::json::object facts, std::string const& password_hash)
      : tx_(tx),
        keys_(keys),
        facts_(std::move(facts)),
        password_hash_(password_hash),
        inventor_("oost-groningen.example") {}

  DemoCase load() {
    found_the_board();
    place_the_staff();
    start_the_programme();
    invite_everybody();
    bring_the_pilots_to_september();
    hold_the_meetings();
    pause_two();
    ask_the_questions();
    meet_as_directors();
    load_training({&tx_, board_, office_, programme_});
    load_handing_on({&tx_, &keys_, board_, office_, programme_, ways_});
    load_year({&tx_, board_, office_, programme_});
    load_plans({&tx_, &keys_, board_, office_, units_.at(text_of(facts_, "office")), units_});
    found_another_board();
    loaded_.today = day(text_of(facts_, "today"));
    return std::move(loaded_);
  }

 private:
  base::Actor on(std::string const& when) const {
    return {.person = office_, .board = board_, .request = "demo", .today = day(when)};
  }

  void found_the_board() {
    board_ = organisation::found_board(tx_, {.request = "demo", .today = day("2002-08-01")}, text_of(facts_, "board"));
    UnitId const top(board_.text());
    network_ =
        must(add_unit(tx_, on("2002-08-01"), top, {organisation::UnitKind::network, text_of(facts_, "network"), ""}));
    for (auto const& cohort : facts_.at("cohorts").as_array()) {
      for (auto const& name : cohort.at("units").as_array()) add_place(text_of(name), top);
    }
  }

  void add_place(std::string const& name, UnitId const& top) {
    auto const kind = name == text_of(facts_, "office") ? organisation::UnitKind::team : organisation::UnitKind::school;
    units_[name] = must(add_unit(tx_, on("2002-08-01"), top, {kind, name, ""}));
    must(organisation::join_network(tx_, on("2002-08-01"), network_, units_[name]));
  }

  base::PersonId add(Invented const& who) {
    return must(
        organisation::add_person(tx_, on("2002-08-01"), {who.given_name, who.prefix, who.family_name, who.email}));
  }

  void appoint(base::PersonId const& person, UnitId const& unit, char const* function, double fte,
               char const* until = nullptr) {
    organisation::AppointmentDraft draft{unit, function, fte, day("2002-08-01"), std::nullopt};
    if (until != nullptr) draft.ends_on = day(until);
    must(organisation::appoint(tx_, on("2002-08-01"), person, draft));
  }

  /// Somebody who can sign in.
  base::PersonId add_login(char const* persona, Invented const& who, std::string const& described) {
    auto const person = add(who);
    access::open_account(tx_, person, who.email, base::Instant::now());
    access::set_password_of(tx_, person, password_hash_);
    organisation::note_invitation(tx_, on("2002-08-01").board, person);
    loaded_.logins.push_back(
        {organisation::full_name(who.given_name, who.prefix, who.family_name), described, who.email, password_of_all});
    loaded_.personas.emplace_back(persona);
    return person;
  }

  void place_the_staff() {
    place_the_office();
    for (auto const& [name, unit] : units_) {
      if (name != text_of(facts_, "office")) place_a_school(name, unit);
    }
    UnitId const top(board_.text());
    appoint(add_login("board_member", inventor_.named("Hendrik", "", "Postma"), "bestuurder"), top, "bestuurder", 0.6);
    appoint(add_login("supervisor", inventor_.named("Aleida", "van der", "Veen"), "lid raad van toezicht"), top,
            "lid raad van toezicht", 0);
  }

  void place_the_office() {
    auto const& office = units_.at(text_of(facts_, "office"));
    auto const leader =
        add_login("office", inventor_.named("Marijke", "", "Bos"), "projectleider, Regionaal Onderwijs Bureau");
    appoint(leader, office, "beleidsmedewerker", 0.8);
    appoint(leader, network_, "projectleider", 0.2);
    auto const second = add(inventor_.named("Harm", "", "Drenth"));
    appoint(second, office, "beleidsmedewerker", 0.6);
    appoint(second, network_, "projectleider", 0.2);
    appoint(add_login("hr", inventor_.named("Ineke", "", "Zuidema"), "P&O-adviseur, Regionaal Onderwijs Bureau"),
            office, "P&O-adviseur", 1.0);
    appoint(add(inventor_.next()), office, "administratief medewerker", 0.7);
    appoint(add(inventor_.next()), office, "administratief medewerker", 0.5);
    appoint(add(inventor_.next()), UnitId(board_.text()), "algemeen directeur", 1.0, "2003-11-16");
    appoint(add_login("trainer", inventor_.named("Tjitske", "", "Wolters"), "opleider in school, voor alle scholen"),
            network_, "opleider in school", 0.4);
    appoint(add(inventor_.next()), network_, "opleider in school", 0.4);
    office_ = leader;  // from here on it is this project leader who acts
  }

  void place_a_school(std::string const& name, UnitId const& school) {
    if (name == "Theo Thijssenschool") return place_the_small_school(school);
    auto const director = add(inventor_.next());
    appoint(director, school, "directeur", 1.0);
    int const teachers = 5 + static_cast<int>(name.size() % 5);
    for (int i = 0; i < teachers; ++i)
      appoint(add(inventor_.next()), school, "leerkracht", i % 3 == 0 ? 1.0 : i % 3 == 1 ? 0.8 : 0.5);
    appoint(add(inventor_.next()), school, support_function(name), 0.6);
    if (name == "Houwingaham") place_the_readers(school);
  }

  static char const* support_function(std::string const& name) {
    return name.size() % 2 == 0 ? "onderwijsassistent" : "administratief medewerker";
  }

  void place_the_readers(UnitId const& school) {
    appoint(add_login("teacher", inventor_.named("Anneke", "", "Smid"), "leerkracht, Houwingaham"), school,
            "leerkracht", 0.8);
    appoint(add_login("support", inventor_.named("Geert", "", "Hovinga"), "conciërge, Houwingaham"), school,
            "conciërge", 1.0);
    auto const council =
        add_login("council", inventor_.named("Koos", "", "Wever"), "leerkracht en lid van de MR, Houwingaham");
    appoint(council, school, "leerkracht", 1.0);
    appoint(council, school, "lid (G)MR", 0);
  }

  /// Sixty-five pupils and five teachers, one of whom leads the school.
  void place_the_small_school(UnitId const& school) {
    auto const director =
        add_login("director", inventor_.named("Wim", "", "Kuipers"), "directeur, Theo Thijssenschool");
    appoint(director, school, "directeur", 0.4);
    appoint(director, school, "leerkracht", 0.6);
    for (char const* name : {"Gerda", "Bouke", "Femke", "Lammie"}) {
      auto who = inventor_.next();
      who.given_name = name;
      appoint(add(who), school, "leerkracht", 0.8);
    }
  }

  void start_the_programme() {
    auto const* ready = programme::ready("intervisie");
    auto const decided = text_of(facts_, "decided_on");
    programme_ = must(programme::start_programme(
        tx_, on(decided), {network_, text_of(facts_, "programme"), ready->purpose, ready->audience}, ready->steps));
    must(programme::publish_version(tx_, on(decided), programme_));
  }

  void invite_everybody() {
    for (auto const& value : facts_.at("cohorts").as_array()) {
      auto const& cohort = value.as_object();
      auto const id = must(programme::add_cohort(tx_, on("2003-03-12"), programme_,
                                                 {text_of(cohort, "name"), cohort.at("school_year").to_number<int>(),
                                                  cohort.at("most").to_number<int>(), true}));
      std::vector<UnitId> units;
      for (auto const& name : cohort.at("units").as_array()) units.push_back(units_.at(text_of(name)));
      auto const ways =
          must(programme::invite(tx_, on("2003-04-02"), id, {.units = units, .on_day = day("2003-04-02")}));
      std::size_t at = 0;
      for (auto const& name : cohort.at("units").as_array()) ways_.emplace(text_of(name), ways[at++]);
    }
  }

  void take(std::string const& unit, programme::Turn turn, std::string const& when,
            std::optional<programme::Reason> reason = std::nullopt) {
    must(programme::take_turn(tx_, on(when), ways_.at(unit), {.turn = turn, .on_day = day(when), .reason = reason}));
  }

  void bring_the_pilots_to_september() {
    int weekday = 0;
    for (auto const& name : facts_.at("cohorts").as_array().front().at("units").as_array()) {
      auto const unit = text_of(name);
      take(unit, programme::Turn::intake_held, day("2003-06-02").plus_days(weekday++).text());
      take(unit, programme::Turn::committed, "2003-06-25");
      must(programme::adopt_approach(
          tx_, on("2003-07-02"), ways_.at(unit),
          {"Het hele team leert werkervaringen te bespreken in popgroepen.",
           "Zes stappen, op een gewoon overlegmoment. Voor en na elke stap spreekt de directie met de projectleiding.",
           "Tijd in het taakbeleid; het scholingsbudget van de school.", day("2003-07-02")}));
    }
  }

  void hold_the_meetings() {
    for (auto const& value : facts_.at("kick_offs").as_array()) kick_off(value.as_object());
    for (auto const& [unit, days] : facts_.at("step_days").as_object()) {
      int step = 2;
      for (auto const& when : days.as_array()) hold_a_step(std::string(unit), step++, text_of(when));
    }
    for (auto const& [unit, when] : facts_.at("coming").as_object())
      plan_a_step(std::string(unit), 6, text_of(when), "2004-04-15");
  }

  void kick_off(boost::json::object const& facts) {
    auto const at = base::LocalTime::parse(text_of(facts, "at")).value();
    programme::MeetingDraft draft{.kind = programme::MeetingKind::kick_off,
                                  .step = 1,
                                  .starts_at = at,
                                  .minutes = 150,
                                  .place = text_of(facts, "place"),
                                  .trainer = "Marijke Bos en Harm Drenth"};
    for (auto const& name : facts.at("units").as_array()) draft.participations.push_back(ways_.at(text_of(name)));
    auto const meeting =
        must(programme::plan_meeting(tx_, on("2003-08-25"), programme_, draft, i18n::Words(i18n::Language::nl)));
    for (auto const& name : facts.at("units").as_array()) take(text_of(name), programme::Turn::started, at.date.text());
    note_attendance(meeting, at.date);
    must(
        programme::record_outcome(tx_, on(at.date.text()), meeting,
                                  {"De popgroepen zijn gevormd. Iedereen heeft een eigen voornemen genoteerd.", true}));
  }

  programme::MeetingId plan_a_step(std::string const& unit, int step, std::string const& when,
                                   std::string const& planned_on) {
    programme::MeetingDraft const draft{.kind = programme::MeetingKind::step,
                                        .step = step,
                                        .starts_at = base::LocalTime::parse(when).value(),
                                        .minutes = 120,
                                        .place = unit,
                                        .trainer = "Harm Drenth",
                                        .participations = {ways_.at(unit)}};
    return must(programme::plan_meeting(tx_, on(planned_on), programme_, draft, i18n::Words(i18n::Language::nl)));
  }

  void hold_a_step(std::string const& unit, int step, std::string const& when) {
    auto const at = base::LocalTime::parse(when).value();
    auto const meeting = plan_a_step(unit, step, when, at.date.plus_days(-21).text());
    auto const planned = programme::find_meeting(tx_, meeting).value();
    must(programme::change_meeting(
        tx_, on(at.date.plus_days(-7).text()), meeting,
        {planned.title, planned.starts_at, planned.minutes, planned.place, planned.link, planned.trainer,
         planned.materials, at.date.plus_days(-7), "De agenda past bij waar het team nu mee bezig is."}));
    note_attendance(meeting, at.date);
    must(programme::record_outcome(tx_, on(at.date.text()), meeting, {outcome_of(step), true}));
  }

  static std::string outcome_of(int step) {
    switch (step) {
      case 2: return "Elke popgroep heeft een voorval besproken zonder meteen een oplossing te noemen.";
      case 3: return "Open vragen stellen lukt steeds beter. Volgende keer oefenen wij de rol van begeleider.";
      case 4: return "Iedereen heeft van twee collega's gehoord wat werkt.";
      default: return "De eerste persoonlijke ontwikkelingsplannen zijn gemaakt.";
    }
  }

  /// All but one are there, as on most days.
  void note_attendance(programme::MeetingId const& id, base::Date on_day) {
    auto const meeting = programme::find_meeting(tx_, id).value();
    std::vector<programme::Attendance> attendance;
    for (auto const& person : programme::expected_at(tx_, programme::participations_at(tx_, meeting), on_day)) {
      attendance.push_back(
          {person.id, attendance.size() == 3 ? programme::Presence::absent : programme::Presence::present});
    }
    must(programme::record_attendance(tx_, on(on_day.text()), id, attendance));
  }

  void pause_two() {
    for (auto const& value : facts_.at("pauses").as_array()) {
      auto const& pause = value.as_object();
      take(text_of(pause, "unit"), programme::Turn::paused, text_of(pause, "on"),
           base::enum_from<programme::Reason>(text_of(pause, "reason")));
    }
  }

  void ask_the_questions() {
    for (auto const& [unit, questions] : facts_.at("questions").as_object()) {
      for (auto const& value : questions.as_array()) {
        auto const& one = value.as_object();
        auto const id =
            must(programme::ask(tx_, on("2003-06-27"), ways_.at(std::string(unit)), {text_of(one, "question")}));
        auto const fate = base::enum_from<programme::Fate>(text_of(one, "fate")).value();
        if (fate != programme::Fate::open)
          must(programme::decide_fate(tx_, on("2004-02-04"), id,
                                      {text_of(one, "question"), fate, text_of(one, "answer")}));
      }
    }
  }

  /// A standing item that was held once, and dropped the second time.
  void meet_as_directors() {
    programme::MeetingDraft draft{.kind = programme::MeetingKind::directors,
                                  .title = "Directeurenoverleg: collegiale coaching",
                                  .starts_at = base::LocalTime::parse("2003-05-14T09:30").value(),
                                  .minutes = 90};
    auto const held =
        must(programme::plan_meeting(tx_, on("2003-05-01"), programme_, draft, i18n::Words(i18n::Language::nl)));
    must(programme::record_outcome(tx_, on("2003-05-14"), held,
                                   {"Het geleerde is een keer toegepast op een eigen voorval.", false}));
    draft.starts_at = base::LocalTime::parse("2003-06-18T09:30").value();
    auto const dropped =
        must(programme::plan_meeting(tx_, on("2003-05-14"), programme_, draft, i18n::Words(i18n::Language::nl)));
    must(programme::cancel_meeting(tx_, on("2003-06-11"), dropped));
    must(programme::plan_meeting(tx_, on("2004-04-01"), programme_,
                                 {.kind = programme::MeetingKind::project_team,
                                  .title = "Projectteam: wat geven wij door aan tranche 1?",
                                  .starts_at = base::LocalTime::parse("2004-05-26T13:30").value(),
                                  .minutes = 120},
                                 i18n::Words(i18n::Language::nl)));
  }

  /// Another board, whose people see nothing of all this.
  void found_another_board() {
    Inventor elsewhere("scholen-aan-het-wad.example");
    auto const own_board = board_;
    board_ = organisation::found_board(tx_, {.request = "demo", .today = day("2002-08-01")},
                                       "Stichting Scholen aan het Wad");
    auto const school = must(add_unit(tx_, on("2002-08-01"), UnitId(board_.text()),
                                      {organisation::UnitKind::school, "De Strandloper", "Wierum aan Zee"}));
    appoint(add(elsewhere.next()), school, "directeur", 1.0);
    appoint(add_login("stranger", elsewhere.named("Iris", "van", "Dam"), "leerkracht bij een ander bestuur"), school,
            "leerkracht", 1.0);
    board_ = own_board;
  }

  db::Transaction& tx_;
  vault::Vault& keys_;
  boost::json::object facts_;
  std::string password_hash_;
  Inventor inventor_;
  DemoCase loaded_;
  base::BoardId board_;
  UnitId network_;
  base::PersonId office_;
  programme::ProgrammeId programme_;
  std::map<std::string, UnitId> units_;
  std::map<std::string, ParticipationId> ways_;
};

}  // namespace

DemoCase load_oost_groningen(db::Database& database, vault::Vault& keys) {
  auto const hash = access::hash_of_password(password_of_all);
  auto facts = read_case("oost-groningen.json");
  return database.write(db::every_board,
                        [&](db::Transaction& tx) { return Loader(tx, keys, std::move(facts), hash).load(); });
}

}  // namespace lenig::app
