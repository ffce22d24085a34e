// What earlier cohorts hand on to a unit that is on its way, and that it read and discussed it.
#include <algorithm>

#include "platform/base/collected.hpp"
#include "programme/lesson.hpp"
#include "programme/pages/pages.hpp"
#include "programme/pages/unit_way.hpp"
#include "programme/pages/words.hpp"

namespace lenig::programme::pages {

namespace {

struct HandedView {
  std::string kind;
  std::string lesson;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(HandedView, (), (kind, lesson, reason))

struct EarlierView {
  std::string cohort;
  std::string id;
  std::string year;
  std::string state;
  std::vector<HandedView> handed;
};
BOOST_DESCRIBE_STRUCT(EarlierView, (), (cohort, id, year, state, handed))

struct HandedOnView {
  static constexpr std::string_view view = "programme/handed_on";
  std::string unit;
  std::string path;
  std::string problem;
  std::string today;
  bool may_note = false;
  bool has_earlier = false;
  std::vector<EarlierView> earlier;
};
BOOST_DESCRIBE_STRUCT(HandedOnView, (), (unit, path, problem, today, may_note, has_earlier, earlier))

struct DiscussedDraft {
  CohortId cohort;
  std::optional<base::Date> discussed_on;
};
BOOST_DESCRIBE_STRUCT(DiscussedDraft, (), (cohort, discussed_on))

/// A cohort before this one, with what it hands on.
struct Earlier {
  Cohort cohort;
  std::vector<Lesson> lessons;
  std::optional<LessonReading> read;
};

struct Material {
  UnitWay around;
  std::vector<Earlier> earlier;
};

Material gather(Visit& visit) {
  return visit.read([&](db::Reading& reading) {
    Material found{.around = unit_way(reading, visit.id<ParticipationId>()), .earlier = {}};
    auto const& way = found.around.way;
    auto const programme = find_programme(reading, way.programme).value();
    auto const lessons = lessons_of(reading, programme);
    auto const read = readings_of_lessons_by(reading, way);
    for (auto const& cohort : cohorts_of(reading, programme)) {
      if (cohort.school_year >= way.school_year) continue;
      Earlier earlier{.cohort = cohort, .lessons = {}, .read = {}};
      std::ranges::copy_if(lessons, std::back_inserter(earlier.lessons),
                           [&](auto const& lesson) { return lesson.cohort == cohort.id; });
      auto const at = std::ranges::find(read, cohort.id, &LessonReading::cohort);
      if (at != read.end()) earlier.read = *at;
      if (!earlier.lessons.empty()) found.earlier.push_back(std::move(earlier));
    }
    return found;
  });
}

std::string state_of(std::optional<LessonReading> const& read, i18n::Words const& tr) {
  if (!read) return {};
  if (read->discussed_on) return tr("Besproken op {}", tr.day(*read->discussed_on));
  return tr("Gelezen op {}", tr.day(read->read_on));
}

Response shown(Visit& visit, std::string const& problem = {}) {
  auto const& tr = visit.tr;
  auto const material = gather(visit);
  HandedOnView view{.unit = material.around.unit_name,
                    .path = material.around.path() + "/doorgegeven",
                    .problem = problem,
                    .today = visit.viewer.today.text(),
                    .may_note = visit.viewer.may(access::Action::change, access::Matter::participation)};
  for (auto const& earlier : material.earlier) {
    EarlierView one{.cohort = earlier.cohort.name,
                    .id = earlier.cohort.id.text(),
                    .year = school_year_text(earlier.cohort.school_year),
                    .state = state_of(earlier.read, tr),
                    .handed = {}};
    for (auto const& lesson : earlier.lessons)
      one.handed.push_back({words_for(lesson.kind, tr), lesson.lesson, lesson.reason});
    view.earlier.push_back(std::move(one));
  }
  view.has_earlier = !view.earlier.empty();
  return visit.page({.title = tr("Wat eerdere groepen {} meegeven", view.unit),
                     .crumbs = material.around.crumbs(tr),
                     .holds = {access::Matter::lesson},
                     .content = visit.render(view)},
                    problem.empty() ? 200 : 422);
}

}  // namespace

Response show_handed_on(Visit& visit) { return shown(visit); }

Response post_handed_on(Visit& visit) {
  auto const filled = visit.read_form<DiscussedDraft>();
  if (!filled) return shown(visit, visit.tr("Vul een dag in als 2004-05-26, of laat het veld leeg."));
  auto const way = visit.id<ParticipationId>();
  auto const noted = visit.write(
      [&](db::Transaction& tx) { return note_reading(tx, visit.actor(), filled->cohort, way, filled->discussed_on); });
  if (!noted) return shown(visit, objection_to(noted.error(), visit.tr).message);
  return visit.see_other(path_of(way) + "/doorgegeven", visit.tr("Bewaard: de vorige groep ziet dat u het las."));
}

}  // namespace lenig::programme::pages
