// The four questions of monitoring, answered from what the programme itself holds.
#include <algorithm>

#include "platform/base/collected.hpp"
#include "programme/evaluation.hpp"
#include "programme/lesson.hpp"
#include "programme/pages/pages.hpp"
#include "programme/pages/places.hpp"
#include "programme/pages/words.hpp"
#include "programme/report_figures.hpp"

namespace lenig::programme::pages {

namespace {

using access::Matter;

struct FactView {
  std::string number;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(FactView, (), (number, text))

struct QuestionView {
  std::string question;
  bool has_facts = false;
  std::vector<FactView> facts;
};
BOOST_DESCRIBE_STRUCT(QuestionView, (), (question, has_facts, facts))

struct MonitoringView {
  static constexpr std::string_view view = "programme/monitoring";
  std::string name;
  std::vector<PlaceLink> places;
  std::string about;
  std::vector<QuestionView> questions;
};
BOOST_DESCRIBE_STRUCT(MonitoringView, (), (name, places, about, questions))

struct Material {
  Programme programme;
  Figures figures;
  std::vector<Lesson> lessons;
};

Material gather(Visit& visit) {
  return visit.read([&](db::Reading& reading) {
    auto const programme = find_programme(reading, visit.id<ProgrammeId>()).value();
    int const year = school_year_of(visit.viewer.today);
    auto const figures = figures_of(reading, programme, year, period_of(ReportKind::annual, year), visit.viewer.today);
    return Material{programme, figures, lessons_of(reading, programme)};
  });
}

void add_marks(QuestionView& view, Figures const& figures, std::initializer_list<Theme> themes, i18n::Words const& tr) {
  for (auto const theme : themes) {
    for (auto const& mark : marks_under(figures, theme))
      view.facts.push_back({shown_mean(mark.mean, tr), tr("{}: “{}” (van 5, uit {} antwoorden)", words_for(theme, tr),
                                                          mark.question, mark.answers)});
  }
}

/// Rows that answer to this, as a count out of all; nothing where there is none.
template <class Is>
void add_count(QuestionView& view, Figures const& figures, std::string const& text, Is const& is) {
  auto const count = std::ranges::count_if(figures.rows, is);
  if (count > 0) view.facts.push_back({std::to_string(count), text});
}

void add_lessons(QuestionView& view, Material const& material, LessonKind kind, i18n::Words const& tr) {
  auto const count = std::ranges::count(material.lessons, kind, &Lesson::kind);
  if (count > 0) view.facts.push_back({std::to_string(count), tr("door groepen doorgegeven: {}", words_for(kind, tr))});
}

QuestionView what_works(Material const& material, i18n::Words const& tr) {
  QuestionView view{.question = tr("Wat werkt, en wat niet?"), .facts = {}};
  add_marks(view, material.figures, {Theme::works, Theme::works_not}, tr);
  add_lessons(view, material, LessonKind::keep, tr);
  add_lessons(view, material, LessonKind::stop, tr);
  return view;
}

QuestionView where_stuck(Material const& material, i18n::Words const& tr) {
  QuestionView view{.question = tr("Waar lopen scholen vast?"), .facts = {}};
  add_marks(view, material.figures, {Theme::stuck}, tr);
  int most_steps = 0;
  for (auto const& row : material.figures.rows) most_steps = std::max(most_steps, static_cast<int>(row.cells.size()));
  for (int step = 1; step <= most_steps; ++step) {
    auto const at = static_cast<std::size_t>(step) - 1;
    add_count(view, material.figures, tr("te laat of gepauzeerd bij stap {}", step), [&](Row const& row) {
      return at < row.cells.size() &&
             (row.cells[at].state == CellState::late || row.cells[at].state == CellState::paused);
    });
  }
  add_count(view, material.figures, tr("wacht op iets dat al klaar had moeten zijn"),
            [](Row const& row) { return row.next && row.next->late; });
  return view;
}

QuestionView what_hinders_and_helps(Material const& material, i18n::Words const& tr) {
  QuestionView view{.question = tr("Wat belemmert, en wat helpt?"), .facts = {}};
  add_marks(view, material.figures, {Theme::hinders, Theme::helps}, tr);
  add_count(view, material.figures, tr("ligt stil"), [](Row const& row) { return row.way.status == Status::paused; });
  add_count(view, material.figures, tr("is gestopt"),
            [](Row const& row) { return row.way.status == Status::withdrawn; });
  if (material.figures.talks_dropped > 0)
    view.facts.push_back(
        {std::to_string(material.figures.talks_dropped), tr("keer is het directeurenoverleg hierover afgezegd")});
  add_lessons(view, material, LessonKind::change, tr);
  return view;
}

QuestionView what_it_yields(Material const& material, i18n::Words const& tr) {
  QuestionView view{.question = tr("Wat levert het op?"), .facts = {}};
  add_marks(view, material.figures, {Theme::yields, Theme::expectations, Theme::possibilities}, tr);
  add_count(view, material.figures, tr("heeft het programma afgerond"),
            [](Row const& row) { return row.way.status == Status::completed; });
  view.facts.push_back({std::to_string(material.figures.meetings_held), tr("bijeenkomsten bij een stap gehouden")});
  if (material.figures.follow_ups > 0)
    view.facts.push_back({std::to_string(material.figures.follow_ups), tr("vervolgen in de agenda")});
  return view;
}

}  // namespace

Response show_monitoring(Visit& visit) {
  auto const& tr = visit.tr;
  auto const material = gather(visit);
  MonitoringView view{.name = material.programme.name,
                      .places = places_of(material.programme, Place::monitoring, visit.viewer, tr),
                      .about = tr("Schooljaar {}, stand van {}", school_year_text(school_year_of(visit.viewer.today)),
                                  tr.day(visit.viewer.today))};
  view.questions = {what_works(material, tr), where_stuck(material, tr), what_hinders_and_helps(material, tr),
                    what_it_yields(material, tr)};
  for (auto& question : view.questions) question.has_facts = !question.facts.empty();
  return visit.page({.title = tr("Monitoring van {}", view.name),
                     .crumbs = crumbs_to(material.programme, tr),
                     .holds = {Matter::roll_out, Matter::evaluation},
                     .content = visit.render(view)});
}

}  // namespace lenig::programme::pages
