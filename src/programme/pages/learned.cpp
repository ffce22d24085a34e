// What each cohort of a programme taught the next.
#include <algorithm>
#include <map>

#include "platform/base/collected.hpp"
#include "programme/lesson.hpp"
#include "programme/pages/pages.hpp"
#include "programme/pages/places.hpp"
#include "programme/pages/words.hpp"

namespace lenig::programme::pages {

namespace {

struct TaughtView {
  std::string kind;
  std::string lesson;
  std::string reason;
  std::string taken_up;
};
BOOST_DESCRIBE_STRUCT(TaughtView, (), (kind, lesson, reason, taken_up))

struct TeacherView {
  std::string name;
  std::string year;
  std::string path;
  std::string read;
  bool has_taught = false;
  std::vector<TaughtView> taught;
};
BOOST_DESCRIBE_STRUCT(TeacherView, (), (name, year, path, read, has_taught, taught))

struct LearnedView {
  static constexpr std::string_view view = "programme/learned";
  std::string name;
  std::vector<PlaceLink> places;
  bool has_cohorts = false;
  std::vector<TeacherView> cohorts;
};
BOOST_DESCRIBE_STRUCT(LearnedView, (), (name, places, has_cohorts, cohorts))

struct Material {
  Programme programme;
  std::vector<Cohort> cohorts;
  std::vector<Lesson> lessons;
  std::vector<LessonReading> read;
};

Material gather(Visit& visit) {
  return visit.read([&](db::Reading& reading) {
    Material found{.programme = find_programme(reading, visit.id<ProgrammeId>()).value()};
    found.cohorts = cohorts_of(reading, found.programme);
    found.lessons = lessons_of(reading, found.programme);
    found.read = readings_of_lessons(reading, found.programme);
    return found;
  });
}

/// "3 van 8 lazen het, 2 bespraken het"
std::string read_text(Material const& material, Cohort const& cohort, i18n::Words const& tr) {
  auto const next = next_after(material.cohorts, cohort);
  if (!next) return {};
  int read = 0;
  int discussed = 0;
  for (auto const& one : material.read) {
    if (one.cohort != cohort.id) continue;
    ++read;
    if (one.discussed_on) ++discussed;
  }
  return tr("{}: {} van {} lazen het, {} bespraken het.", next->name, read, next->members, discussed);
}

TeacherView view_of(Cohort const& cohort, Material const& material, i18n::Words const& tr) {
  TeacherView view{.name = cohort.name, .year = school_year_text(cohort.school_year), .path = path_of(cohort.id)};
  for (auto const& lesson : material.lessons) {
    if (lesson.cohort != cohort.id) continue;
    view.taught.push_back({words_for(lesson.kind, tr), lesson.lesson, lesson.reason,
                           lesson.version ? tr("Opgenomen in versie {}", *lesson.version) : ""});
  }
  view.has_taught = !view.taught.empty();
  if (view.has_taught && material.programme.audience == Audience::units) view.read = read_text(material, cohort, tr);
  return view;
}

}  // namespace

Response show_learned(Visit& visit) {
  auto const material = gather(visit);
  LearnedView view{.name = material.programme.name,
                   .places = places_of(material.programme, Place::learned, visit.viewer, visit.tr)};
  for (auto const& cohort : material.cohorts) view.cohorts.push_back(view_of(cohort, material, visit.tr));
  view.has_cohorts = !view.cohorts.empty();
  return visit.page({.title = visit.tr("Wat groepen elkaar leerden: {}", view.name),
                     .crumbs = crumbs_to(material.programme, visit.tr),
                     .holds = {access::Matter::lesson},
                     .content = visit.render(view)});
}

}  // namespace lenig::programme::pages
