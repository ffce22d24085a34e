#include "programme/pages/report_fields.hpp"

#include "programme/pages/meeting_fields.hpp"
#include "programme/pages/words.hpp"

namespace lenig::programme::pages {

std::string ReportOf::title(i18n::Words const& tr) const { return title_of({report.kind, report.school_year}, tr); }

std::vector<html::Link> ReportOf::crumbs(i18n::Words const& tr) const {
  auto links = crumbs_to(programme, tr);
  links.push_back({tr("Verslagen"), path_of(programme.id) + "/verslagen"});
  return links;
}

bool ReportOf::is_for(access::Viewer const& viewer) const { return report.adopted_on || runs_it(viewer); }

ReportOf report_of(db::Reading& reading, ReportId const& report) {
  auto const found = find_report(reading, report).value();
  return {found, find_programme(reading, found.programme).value()};
}

}  // namespace lenig::programme::pages
