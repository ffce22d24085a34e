#pragma once

#include "platform/access/visit.hpp"
#include "programme/report.hpp"

namespace lenig::programme::pages {

/// A report with its programme: what the pages of a report have in common.
struct ReportOf {
  Report report;
  Programme programme;

  std::string title(i18n::Words const& tr) const;
  std::vector<html::Link> crumbs(i18n::Words const& tr) const;
  /// A draft is for who makes it: to others it is not there.
  bool is_for(access::Viewer const& viewer) const;
};

ReportOf report_of(db::Reading& reading, ReportId const& report);

}  // namespace lenig::programme::pages
