// A cohort: how it looks back, and what it hands on to the next.
#include <algorithm>
#include <map>

#include "platform/base/collected.hpp"
#include "programme/lesson.hpp"
#include "programme/pages/looked_back_on.hpp"
#include "programme/pages/pages.hpp"
#include "programme/pages/words.hpp"

namespace lenig::programme::pages {

namespace {

using access::Action;
using access::Matter;

struct LessonView {
  std::string lesson;
  std::string reason;
  std::string note;
  std::string taken_up;     // in which version
  std::string change_path;  // when it can be changed
  std::string take_up_path;
};
BOOST_DESCRIBE_STRUCT(LessonView, (), (lesson, reason, note, taken_up, change_path, take_up_path))

struct KindView {
  std::string name;
  std::vector<LessonView> lessons;
};
BOOST_DESCRIBE_STRUCT(KindView, (), (name, lessons))

struct ReaderView {
  std::string unit;
  std::string state;
  std::string state_text;
};
BOOST_DESCRIBE_STRUCT(ReaderView, (), (unit, state, state_text))

struct CohortView {
  static constexpr std::string_view view = "programme/cohort";
  std::string name;
  std::string about;
  std::string path;
  std::string year_path;  // for who plans
  bool sees_look_back = false;
  std::string look_back;
  std::string answer_path;
  std::string results_path;
  std::string ask_path;
  bool has_lessons = false;
  std::vector<KindView> kinds;
  std::string write_path;
  std::string hand_over_path;
  std::string next_name;
  bool has_readers = false;
  std::vector<ReaderView> readers;
};
BOOST_DESCRIBE_STRUCT(CohortView, (),
                      (name, about, path, year_path, sees_look_back, look_back, answer_path, results_path, ask_path,
                       has_lessons, kinds, write_path, hand_over_path, next_name, has_readers, readers))

/// All that the page is made of: read in one transaction.
struct Material {
  Cohort cohort;
  Programme programme;
  std::optional<Evaluation> evaluation;
  std::vector<Step> steps;
  std::vector<Lesson> lessons;
  std::optional<Cohort> next;
  std::vector<Participation> readers;  // of the next cohort
  std::vector<LessonReading> read;
  std::map<UnitId, std::string> units;
};

Material gather(Visit& visit) {
  return visit.read([&](db::Reading& reading) {
    Material found{.cohort = find_cohort(reading, visit.id<CohortId>()).value()};
    found.programme = find_programme(reading, found.cohort.programme).value();
    found.evaluation = evaluation_of(reading, found.cohort);
    found.steps = steps_of(reading, found.programme, found.cohort.version);
    found.lessons = lessons_of(reading, found.cohort);
    found.next = next_after(cohorts_of(reading, found.programme), found.cohort);
    if (found.next) found.readers = ways_of_cohort(reading, *found.next);
    found.read = readings_of_lessons(reading, found.cohort);
    for (auto const& unit : organisation::units_by_ids(reading, base::collected(found.readers, &Participation::unit)))
      found.units[unit.id] = unit.name;
    return found;
  });
}

std::string note_of(Lesson const& lesson, std::vector<Step> const& steps, i18n::Words const& tr) {
  auto const day = tr.day(lesson.made_on);
  if (!lesson.step) return day;
  auto const step = std::ranges::find(steps, *lesson.step, &Step::position);
  return tr("Stap {}", *lesson.step) + (step == steps.end() ? "" : ": " + step->title) + " · " + day;
}

LessonView view_of(Lesson const& lesson, Material const& material, access::Viewer const& viewer,
                   i18n::Words const& tr) {
  LessonView view{.lesson = lesson.lesson, .reason = lesson.reason, .note = note_of(lesson, material.steps, tr)};
  if (lesson.version) {
    view.taken_up = tr("Opgenomen in versie {}", *lesson.version);
    return view;
  }
  auto const path = path_of(lesson.id);
  if (viewer.may(Action::change, Matter::lesson)) view.change_path = path;
  if (lesson.step && lesson.kind != LessonKind::keep && viewer.may(Action::change, Matter::programme))
    view.take_up_path = path + "/opnemen";
  return view;
}

void add_lessons(CohortView& view, Material const& material, access::Viewer const& viewer, i18n::Words const& tr) {
  base::each_enumerator<LessonKind>([&](LessonKind kind) {
    KindView of_kind{.name = words_for(kind, tr), .lessons = {}};
    for (auto const& lesson : material.lessons) {
      if (lesson.kind == kind) of_kind.lessons.push_back(view_of(lesson, material, viewer, tr));
    }
    if (!of_kind.lessons.empty()) view.kinds.push_back(std::move(of_kind));
  });
  view.has_lessons = !view.kinds.empty();
  if (viewer.may(Action::change, Matter::lesson)) view.write_path = view.path + "/lessen/nieuw";
}

void add_look_back(CohortView& view, Material const& material, access::Viewer const& viewer, i18n::Words const& tr) {
  view.sees_look_back = viewer.may(Action::see, Matter::evaluation);
  if (!view.sees_look_back) return;
  auto const& evaluation = material.evaluation;
  if (viewer.may(Action::change, Matter::cohort)) view.ask_path = view.path + "/terugblik/vragen";
  if (!evaluation) return;
  bool const closed = evaluation->has_closed(viewer.today);
  view.look_back = closed ? tr("Gesloten op {}.", tr.day(evaluation->closes))
                          : tr("Van {} tot en met {}.", tr.day(evaluation->opens), tr.day(evaluation->closes));
  if (evaluation->is_open(viewer.today) && viewer.may(Action::change, Matter::evaluation))
    view.answer_path = view.path + "/terugblik";
  view.results_path = view.path + "/terugblik/uitkomst";
}

void add_readers(CohortView& view, Material const& material, i18n::Words const& tr) {
  if (!material.next) return;
  view.next_name = material.next->name;
  for (auto const& way : material.readers) {
    auto const unit = material.units.find(way.unit);
    auto const read = std::ranges::find(material.read, way.id, &LessonReading::participation);
    ReaderView reader{.unit = unit == material.units.end() ? "" : unit->second};
    if (read == material.read.end()) {
      reader.state = "later";
      reader.state_text = tr("Nog niet gelezen");
    } else if (read->discussed_on) {
      reader.state = "done";
      reader.state_text = tr("Besproken op {}", tr.day(*read->discussed_on));
    } else {
      reader.state = "planned";
      reader.state_text = tr("Gelezen op {}", tr.day(read->read_on));
    }
    view.readers.push_back(std::move(reader));
  }
  std::ranges::sort(view.readers, {}, &ReaderView::unit);
  view.has_readers = !view.readers.empty();
}

}  // namespace

Response show_cohort(Visit& visit) {
  auto const& tr = visit.tr;
  auto const material = gather(visit);
  CohortView view{
      .name = material.cohort.name,
      .about = material.programme.name + " · " + tr("schooljaar {}", school_year_text(material.cohort.school_year)),
      .path = path_of(material.cohort.id)};
  if (visit.viewer.may(Action::change, Matter::planning) && material.programme.audience == Audience::units)
    view.year_path = view.path + "/jaar";
  add_look_back(view, material, visit.viewer, tr);
  add_lessons(view, material, visit.viewer, tr);
  if (material.next && visit.viewer.may(Action::change, Matter::talk))
    view.hand_over_path = view.path + "/overdracht/nieuw";
  add_readers(view, material, tr);
  return visit.page({.title = tr("{} in {}", view.name, material.programme.name),
                     .crumbs = crumbs_to(material.programme, tr),
                     .holds = {Matter::lesson, Matter::evaluation},
                     .content = visit.render(view)});
}

}  // namespace lenig::programme::pages
