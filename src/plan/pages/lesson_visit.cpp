// Lesson visits: all of one's own, one of them, and what the two do with it.
#include "plan/lesson_visit.hpp"

#include "plan/pages/lesson_visit_words.hpp"
#include "plan/pages/practice_pages.hpp"
#include "platform/base/collected.hpp"
#include "platform/base/text.hpp"

namespace lenig::plan::pages {

namespace {

using access::Matter;

struct VisitLine {
  std::string visit;
  std::string visit_path;
  std::string visit_note;
};
BOOST_DESCRIBE_STRUCT(VisitLine, (), (visit, visit_path, visit_note))

struct VisitsView {
  static constexpr std::string_view view = "plan/lesson_visits";
  bool has_visits = false;
  std::vector<VisitLine> visits;
};
BOOST_DESCRIBE_STRUCT(VisitsView, (), (has_visits, visits))

struct VisitView {
  static constexpr std::string_view view = "plan/lesson_visit";
  std::string heading;
  std::string day;
  std::string state;
  std::string path;
  bool may_answer = false;
  bool may_cancel = false;
  bool is_visited = false;
  std::vector<std::string> guide;
  bool has_report = false;
  std::vector<std::string> report;
  std::string written;
  std::string no_report_yet;
  bool may_report = false;
  bool may_remove = false;
  std::string fed;  // which indicator it feeds, with what
  bool may_feed = false;
};
BOOST_DESCRIBE_STRUCT(VisitView, (),
                      (heading, day, state, path, may_answer, may_cancel, is_visited, guide, has_report, report,
                       written, no_report_yet, may_report, may_remove, fed, may_feed))

VisitsView list_of(db::Reading& reading, Visit const& visit) {
  auto const& tr = visit.tr;
  auto const visits = visits_of(reading, visit.viewer.board, visit.viewer.person);
  auto people = base::collected(visits, &LessonVisit::visited);
  for (auto const& one : visits) people.push_back(one.visitor);
  auto const names = names_of(reading, visit.viewer.board, people);
  VisitsView view;
  view.visits = base::collected(visits, [&](LessonVisit const& one) {
    return VisitLine{heading_of(one, visit.viewer.person, names, tr), path_of(one.id),
                     tr.day(one.on_day) + ", " + state_of(one, tr)};
  });
  view.has_visits = !view.visits.empty();
  return view;
}

LessonVisit visit_asked_for(Visit& visit) {
  return visit.read(
      [&](db::Reading& reading) { return find_visit(reading, visit.vault(), visit.id<LessonVisitId>()).value(); });
}

std::string fed_by(db::Reading& reading, LessonVisit const& one, i18n::Words const& tr) {
  if (one.reading.empty()) return {};
  for (auto const& given : readings_of(reading, one.board, {one.indicator})) {
    if (given.id == one.reading)
      return tr("U gaf {} aan: {}", tr.decimal(given.value), find_indicator(reading, one.indicator)->name);
  }
  return {};
}

VisitView view_of(db::Reading& reading, Visit const& visit, LessonVisit const& one) {
  auto const& tr = visit.tr;
  auto const names = names_of(reading, one.board, {one.visited, one.visitor});
  bool const visited = one.visited == visit.viewer.person;
  bool const invited = one.state == VisitState::invited;
  bool const agreed = one.state == VisitState::accepted;
  bool const over = agreed && one.on_day <= visit.viewer.today;
  VisitView view{
      .heading = heading_of(one, visit.viewer.person, names, tr),
      .day = tr.day(one.on_day),
      .state = state_of(one, tr),
      .path = path_of(one.id),
      .may_answer = invited && !visited,
      .may_cancel = (invited && visited) || (agreed && one.report.empty() && one.reading.empty()),
      .is_visited = visited,
      .guide = base::lines(one.guide),
      .has_report = !one.report.empty(),
      .report = base::lines(one.report),
      .no_report_yet = over ? tr("Nog niets opgeschreven.") : tr("Na het bezoek schrijft u hier samen op wat u zag."),
      .may_report = over && (visited || one.report_by != one.visited),
      .may_remove = visited && !one.report.empty(),
      .fed = visited ? fed_by(reading, one, tr) : "",
      .may_feed = visited && over && one.reading.empty()};
  if (view.has_report) view.written = tr("Opgeschreven door {}", name_of(names, one.report_by, tr));
  return view;
}

/// Does one thing and goes back to the visit, which says what was done or why not.
template <class Act>
Response done(Visit& visit, std::string const& said, Act const& act) {
  auto const id = visit.id<LessonVisitId>();
  auto const did = visit.write([&](db::Transaction& tx) { return act(tx, id); });
  return visit.see_other(path_of(id), did ? said : objection_to(did.error(), visit.tr).message);
}

Response answered(Visit& visit, VisitState answer, std::string const& said) {
  return done(visit, said, [&](db::Transaction& tx, LessonVisitId const& id) {
    return answer_invitation(tx, visit.actor(), id, answer);
  });
}

}  // namespace

Response show_lesson_visits(Visit& visit) {
  auto const view = visit.read([&](db::Reading& reading) { return list_of(reading, visit); });
  return visit.page({.title = visit.tr("Lesbezoeken"),
                     .crumbs = own_crumb(visit.tr),
                     .holds = {Matter::lesson_visit},
                     .content = visit.render(view)});
}

Response show_lesson_visit(Visit& visit) {
  auto const one = visit_asked_for(visit);
  auto const view = visit.read([&](db::Reading& reading) { return view_of(reading, visit, one); });
  return visit.page({.title = view.heading,
                     .crumbs = visits_crumbs(visit.tr),
                     .holds = {Matter::lesson_visit},
                     .content = visit.render(view)});
}

Response post_lesson_visit_accept(Visit& visit) {
  return answered(visit, VisitState::accepted, visit.tr("Afgesproken."));
}

Response post_lesson_visit_decline(Visit& visit) {
  return answered(visit, VisitState::declined, visit.tr("Uw collega ziet dat u niet kunt."));
}

Response post_lesson_visit_cancel(Visit& visit) {
  return done(visit, visit.tr("Het bezoek is afgezegd."),
              [&](db::Transaction& tx, LessonVisitId const& id) { return cancel_visit(tx, visit.actor(), id); });
}

Response post_lesson_report_remove(Visit& visit) {
  auto const id = visit.id<LessonVisitId>();
  auto const removed = visit.write([&](db::Transaction& tx) { return remove_report(tx, visit.actor(), id); });
  if (!removed) return visit.see_other(path_of(id), objection_to(removed.error(), visit.tr).message);
  return visit.see_other(path_of(id), visit.tr("Het verslag is verwijderd."), *removed);
}

Response post_lesson_consent_withdraw(Visit& visit) {
  return done(visit, visit.tr("Uw toestemming is ingetrokken; het getal is weg."),
              [&](db::Transaction& tx, LessonVisitId const& id) { return withdraw_consent(tx, visit.actor(), id); });
}

}  // namespace lenig::plan::pages
