// The reports of a programme: those that there are, those that are missing, and a new one.
#include "platform/base/collected.hpp"
#include "programme/pages/meeting_fields.hpp"
#include "programme/pages/pages.hpp"
#include "programme/pages/places.hpp"
#include "programme/pages/words.hpp"
#include "programme/report.hpp"

namespace lenig::programme::pages {

namespace {

using access::Action;
using access::Matter;

struct ReportLine {
  std::string title;
  std::string note;
  std::string path;
  std::string state;  // class of the mark
};
BOOST_DESCRIBE_STRUCT(ReportLine, (), (title, note, path, state))

struct MissingLine {
  std::string text;
  std::string begin_path;  // for who may begin it
};
BOOST_DESCRIBE_STRUCT(MissingLine, (), (text, begin_path))

struct ReportsView {
  static constexpr std::string_view view = "programme/reports";
  std::string name;
  std::vector<PlaceLink> places;
  std::string new_path;
  std::vector<MissingLine> missing;
  bool has_reports = false;
  std::vector<ReportLine> reports;
};
BOOST_DESCRIBE_STRUCT(ReportsView, (), (name, places, new_path, missing, has_reports, reports))

std::string new_path(ProgrammeId const& programme) { return path_of(programme) + "/verslagen/nieuw"; }

ReportLine line_of(Report const& report, i18n::Words const& tr) {
  return {title_of({report.kind, report.school_year}, tr),
          report.adopted_on ? tr("Vastgesteld op {}", tr.day(*report.adopted_on))
                            : tr("Concept, begonnen op {}", tr.day(report.begun_on)),
          path_of(report.id), report.adopted_on ? "done" : "planned"};
}

html::FormBuilder new_form(Visit const& visit, ProgrammeId const& programme) {
  auto const& tr = visit.tr;
  std::vector<html::Option> kinds;
  base::each_enumerator<ReportKind>(
      [&](ReportKind kind) { kinds.push_back({std::string(base::name_of(kind)), words_for(kind, tr)}); });
  html::FormBuilder form(tr, tr("Verslag beginnen"), path_of(programme) + "/verslagen", tr("Begin het verslag"));
  form.intro(tr("Elk deel begint met wat er in Lenig staat: bijeenkomsten, antwoorden op het terugkijken, wat groepen "
                "doorgeven. Daarna is de tekst van u."))
      .options("kind", tr("Wat voor verslag"), kinds)
      .number("school_year", tr("Schooljaar"), tr("Het jaar waarin het schooljaar begint: 2004 is 2004-2005."))
      .cancel(path_of(programme) + "/verslagen");
  return form;
}

Programme programme_asked_for(Visit& visit) {
  return visit.read([&](db::Reading& reading) { return find_programme(reading, visit.id<ProgrammeId>()).value(); });
}

Response form_page(Visit& visit, Programme const& programme, html::FormBuilder const& form) {
  return visit.form_page(form.build(), crumbs_to(programme, visit.tr), {Matter::report});
}

}  // namespace

Response show_reports(Visit& visit) {
  auto const& tr = visit.tr;
  bool const makes = visit.viewer.may(Action::change, Matter::report);
  bool const sees_drafts = runs_it(visit.viewer);
  ReportsView view;
  auto const programme = visit.read([&](db::Reading& reading) {
    auto const found = find_programme(reading, visit.id<ProgrammeId>()).value();
    auto const reports = reports_of(reading, found);
    for (auto const& report : reports) {
      if (report.adopted_on || sees_drafts) view.reports.push_back(line_of(report, tr));
    }
    for (auto const& one : missing_reports(reports, participations_of(reading, found), visit.viewer.today)) {
      view.missing.push_back(
          {tr("{} had er op {} moeten zijn.", title_of(one, tr), tr.day(due_of(one.kind, one.school_year))),
           makes ? new_path(found.id) : ""});
    }
    return found;
  });
  view.name = programme.name;
  view.places = places_of(programme, Place::reports, visit.viewer, tr);
  view.has_reports = !view.reports.empty();
  if (makes) view.new_path = new_path(programme.id);
  return visit.page({.title = tr("Verslagen van {}", programme.name),
                     .crumbs = crumbs_to(programme, tr),
                     .holds = {Matter::report},
                     .content = visit.render(view)});
}

Response show_report_new(Visit& visit) {
  auto const programme = programme_asked_for(visit);
  auto form = new_form(visit, programme.id);
  auto const month = static_cast<unsigned>(visit.viewer.today.calendar().month());
  bool const is_spring = month >= 2 && month <= 6;
  form.start("kind", is_spring ? "interim" : "annual")
      .start("school_year", std::to_string(school_year_of(visit.viewer.today) - (month >= 8 && month <= 10 ? 1 : 0)));
  return form_page(visit, programme, form);
}

Response post_report(Visit& visit) {
  auto const programme = programme_asked_for(visit);
  auto const filled = visit.read_form<ReportDraft>();
  auto form = new_form(visit, programme.id);
  if (!filled) return form_page(visit, programme, form.filled(filled));
  auto const begun = visit.write(
      [&](db::Transaction& tx) { return begin_report(tx, visit.actor(), programme.id, *filled, visit.tr); });
  if (!begun) return form_page(visit, programme, form.filled(filled, objection_to(begun.error(), visit.tr)));
  return visit.see_other(path_of(*begun), visit.tr("Het concept staat klaar. Lees het na en maak het van u."));
}

}  // namespace lenig::programme::pages
