#pragma once

#include "programme/report.hpp"

namespace lenig::programme {

/// All that a report is written from.
struct Written {
  Programme programme;
  Report report;
  std::vector<SectionText> sections;
  std::vector<Quote> quotes;
  std::vector<Account> accounts;
};

/// The first text of each part, from what the system knows of the period.
std::vector<SectionText> composed(db::Reading& reading, Programme const& programme, Report const& report,
                                  base::Date today, i18n::Words const& tr);

/// The report as blocks: each part with its quotes, the schools' released words, and progress as a table.
document::Manuscript manuscript(db::Reading& reading, Written const& written, base::Date today, i18n::Words const& tr);

/// Text as people type it: paragraphs divided by an empty line; lines that begin with "- " are a list.
std::vector<document::Block> blocks_of(std::string const& text);

// How an adopted report is kept.
std::string as_text(document::Manuscript const& manuscript);
document::Manuscript manuscript_from(std::string const& text);

}  // namespace lenig::programme
