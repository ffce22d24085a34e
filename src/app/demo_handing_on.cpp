#include "app/demo_handing_on.hpp"

#include <set>
#include <stdexcept>

#include "programme/agreement.hpp"
#include "programme/evaluation.hpp"
#include "programme/lesson.hpp"
#include "programme/planning.hpp"
#include "programme/project_team.hpp"
#include "programme/report.hpp"

namespace lenig::app {

namespace {

using programme::ParticipationId;

template <class T, class R>
T must(Result<T, R> const& result) {
  if (!result) throw std::logic_error("the demo's case does not fit the rules");
  return *result;
}

base::Date day(char const* text) { return base::Date::parse(text).value(); }

struct Said {
  int mark;
  char const* works;
  char const* other;
};

// Invented, of nobody in particular.
constexpr Said said[] = {
    {5, "Dat wij eerst vroegen en pas later iets vonden.", "Iets meer tijd per groepje."},
    {4, "In ons groepje durfde iedereen iets te zeggen.", ""},
    {4, "De kaartjes hielpen om het concreet te houden.", "Begin niet vlak na een rapportavond."},
    {3, "Dat het in onze gewone vergadertijd viel.", "De uitleg mag korter."},
    {5, "Ik hoorde van een collega wat ik zelf niet zag.", ""},
    {4, "Een duidelijke agenda.", "Laat ook het onderwijsondersteunend personeel inbrengen."},
    {4, "De rust om een voorval helemaal te bespreken.", ""},
};

class Loader {
 public:
  explicit Loader(HandingOn const& into) : in_(into), tx_(*into.tx), tr_(i18n::Language::nl) {}

  void load() {
    found_ = programme::find_programme(tx_, in_.programme).value();
    look_back();
    hand_on();
    make_agreements();
    note_wishes();
    appoint_teams();
    report();
  }

 private:
  base::Actor on(char const* when) const {
    return {.person = in_.office, .board = in_.board, .request = "demo", .today = day(when)};
  }

  ParticipationId way(char const* unit) const { return in_.ways.at(unit); }

  programme::CohortId cohort(int school_year) {
    for (auto const& one : programme::cohorts_of(tx_, found_)) {
      if (one.school_year == school_year) return one.id;
    }
    throw std::logic_error("the case has no cohort in that year");
  }

  /// After each step of the pilots, all but one of a team answer.
  void look_back() {
    for (auto const* const unit : {"Houwingaham", "Theo Thijssenschool", "De Tweemaster"}) {
      auto const of = programme::find_participation(tx_, way(unit)).value();
      for (auto const& meeting : programme::meetings_of(tx_, of)) {
        if (meeting.state == programme::MeetingState::held && meeting.starts_at.date < day("2004-03-01"))
          answer(meeting);
      }
    }
  }

  void answer(programme::Meeting const& meeting) {
    auto const ways = programme::participations_at(tx_, meeting);
    auto const evaluation = programme::evaluation_of(tx_, meeting, ways).value();
    std::size_t at = meeting.title.size();
    for (auto const& person : programme::expected_to_answer(tx_, evaluation, ways)) {
      auto const& one = said[at++ % std::size(said)];
      if (at % 9 == 0) continue;  // not everybody answers
      base::Actor const who{.person = person.id,
                            .board = in_.board,
                            .request = "demo",
                            .today = meeting.starts_at.date.plus_days(static_cast<int>(at % 7))};
      std::vector<programme::Answer> const answers{
          {1, one.mark, "", false}, {2, std::nullopt, one.works, at % 3 == 0}, {3, std::nullopt, one.other, false}};
      must(programme::answer(tx_, *in_.keys, who, evaluation, ways, answers));
    }
  }

  void hand_on() {
    using enum programme::LessonKind;
    auto const pilots = cohort(2003);
    std::vector<programme::LessonDraft> const lessons{
        {keep, std::nullopt, "Plan elke stap op een gewoon teamoverleg.", "Dan voelt niemand het als extra werk."},
        {keep, std::nullopt, "Spreek de agenda vooraf door met de directie van de school.",
         "Zo past elke stap bij waar het team mee bezig is."},
        {change, 2, "Geef stap 2 meer tijd, of verdeel haar over twee keer.",
         "De incidentmethode en de vier velden samen waren te veel voor één middag."},
        {change, 5, "Laat iedereen het plan eerst in de popgroep bespreken.",
         "Plannen die al besproken waren werden concreter."},
        {stop, std::nullopt, "Wacht niet met uitnodigen tot het jaar begint.",
         "Wie in juni een intake had begon in september zonder haast."}};
    for (auto const& lesson : lessons) must(programme::write_lesson(tx_, on("2004-04-08"), pilots, lesson));
    must(programme::note_reading(tx_, on("2004-04-13"), pilots, way("F. Clockschool"), day("2004-04-13")));
    must(programme::note_reading(tx_, on("2004-04-13"), pilots, way("De Linde"), day("2004-04-12")));
    must(programme::note_reading(tx_, on("2004-04-14"), pilots, way("Jaarfke"), std::nullopt));
  }

  void make_agreements() {
    programme::set_standing_item(tx_, on("2003-03-12"), found_, true);
    must(programme::agree(tx_, on("2003-05-14"), in_.programme,
                          {"De voortgang van de pilots in elk overleg melden.", in_.office, day("2003-12-01")}));
    auto const done =
        must(programme::agree(tx_, on("2003-05-14"), in_.programme,
                              {"Per pilotschool een plan van aanpak maken.", in_.office, day("2003-07-15")}));
    must(programme::note_agreement_done(tx_, on("2003-07-02"), done));
  }

  void wish(char const* unit, std::map<int, programme::Wish> by_year, programme::Weekday team_day, int team_minute) {
    auto const of = programme::find_participation(tx_, way(unit)).value();
    must(programme::note_wishes(tx_, on("2003-05-20"), in_.programme, of.unit,
                                {std::move(by_year), {}, team_day, team_minute}));
  }

  void note_wishes() {
    using enum programme::Wish;
    using enum programme::Weekday;
    wish("De Bouwsteen", {{2004, suits}}, tuesday, 15 * 60 + 30);
    wish("De Linde", {{2004, suits}, {2005, does_not_suit}}, wednesday, 14 * 60);
    wish("Jaarfke", {{2004, suits}}, thursday, 15 * 60 + 45);
    wish("De Tichel", {{2004, suits}, {2005, suits}}, monday, 15 * 60 + 30);
    wish("Beukenlaan", {{2004, does_not_suit}, {2005, suits}}, tuesday, 15 * 60 + 30);
    wish("De Meent", {{2005, suits}}, wednesday, 14 * 60);
    wish("Uilenburcht", {{2004, suits}, {2005, suits}}, tuesday, 15 * 60 + 45);
  }

  /// The rule appoints: in each of the four years those whom it proposes.
  void appoint_teams() {
    for (auto const& [year, when] :
         {std::pair(2003, "2003-03-12"), {2004, "2004-04-14"}, {2005, "2004-04-14"}, {2006, "2004-04-14"}}) {
      programme::TeamDraft draft;
      for (auto const& one : programme::candidates_of(tx_, found_, year, day(when))) {
        if (!one.proposed) continue;
        auto& into = one.origin == programme::Origin::office   ? draft.office
                     : one.origin == programme::Origin::former ? draft.former
                                                               : draft.present;
        into.push_back(one.person);
      }
      must(programme::appoint_team(tx_, on(when), in_.programme, year, draft));
    }
  }

  void edit(programme::ReportId const& report, programme::Section section, std::string const& text) {
    std::vector<std::string> quotes;
    std::set<std::string> known;
    for (auto const& quote :
         programme::quotes_of(tx_, *in_.keys, programme::find_report(tx_, report).value(), day("2004-04-05"))) {
      bool const fits = programme::section_of(quote.of.theme) == section && quotes.size() < 3;
      if (fits && known.insert(quote.words).second) quotes.push_back(quote.of.key());
    }
    must(programme::edit_section(tx_, on("2004-04-05"), report, {section, text}, quotes));
  }

  std::string text_of(programme::ReportId const& report, programme::Section section) {
    for (auto const& one : programme::sections_of(tx_, programme::find_report(tx_, report).value())) {
      if (one.kind == section) return one.text;
    }
    return {};
  }

  /// The interim report of spring 2004.
  void report() {
    using enum programme::Section;
    auto const report = must(
        programme::begin_report(tx_, on("2004-04-02"), in_.programme, {programme::ReportKind::interim, 2003}, tr_));
    edit(report, positive,
         "De drie scholen die doorgingen hebben de stappen gedaan zoals gepland. Teams die eerst twijfelden vragen nu "
         "wanneer de volgende keer is.\n\n" +
             text_of(report, positive));
    edit(report, hindrances,
         "Van de vijf pilots gingen er drie door; twee pakken de draad in het nieuwe schooljaar weer op. Het "
         "directeurenoverleg liet het onderwerp na één keer vallen.\n\n" +
             text_of(report, hindrances));
    edit(report, recommendations,
         "- Zet het onderwerp terug op de agenda van de directeuren, desnoods in een kleinere groep.\n" +
             text_of(report, recommendations));
    must(programme::write_account(
        tx_, on("2004-04-06"), report, way("De Tweemaster"),
        {"Het sluit aan bij waar wij als school toch al mee bezig waren. Eén keer liep het minder, en dat hebben wij "
         "de keer daarna besproken.\n\nVolgend jaar staan de popgroepen in ons jaarrooster.",
         true}));
    must(programme::write_account(tx_, on("2004-04-06"), report, way("Theo Thijssenschool"),
                                  {"Wij zijn met vijf en kennen elkaar goed. Eén popgroep is genoeg; de vaste manier "
                                   "van vragen geeft ons gesprek houvast.",
                                   true}));
    must(programme::adopt_report(tx_, *in_.keys, on("2004-04-14"), report, {day("2004-04-14")}, tr_));
  }

  HandingOn in_;
  db::Transaction& tx_;
  i18n::Words tr_;
  programme::Programme found_;
};

}  // namespace

void load_handing_on(HandingOn const& into) { Loader(into).load(); }

}  // namespace lenig::app
