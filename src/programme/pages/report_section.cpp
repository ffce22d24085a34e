// A part of a report is edited: its text, and which released answers it quotes.
#include "programme/pages/pages.hpp"
#include "programme/pages/report_fields.hpp"
#include "programme/pages/words.hpp"

namespace lenig::programme::pages {

namespace {

struct TextDraft {
  std::string text;
  std::vector<std::string> quotes;
};
BOOST_DESCRIBE_STRUCT(TextDraft, (), (text, quotes))

struct Asked {
  ReportOf of;
  Section section;
  std::string text;
  std::vector<Quote> quotes;
};

std::optional<Asked> asked_for(Visit& visit) {
  auto const section = base::enum_from<Section>(visit.params.find("section")->second);
  if (!section) return std::nullopt;
  return visit.read([&](db::Reading& reading) {
    Asked asked{report_of(reading, visit.id<ReportId>()), *section, {}, {}};
    for (auto const& one : sections_of(reading, asked.of.report)) {
      if (one.kind == *section) asked.text = one.text;
    }
    for (auto& quote : quotes_of(reading, visit.vault(), asked.of.report, visit.viewer.today)) {
      if (section_of(quote.of.theme) == *section) asked.quotes.push_back(std::move(quote));
    }
    return asked;
  });
}

/// What belongs in a part, where its name does not say it.
std::string hint_of(Section section, i18n::Words const& tr) {
  switch (section) {
    case Section::own_words:
      return tr("Een inleiding. Wat scholen zelf schrijven en vrijgeven komt hier vanzelf onder.");
    case Section::progress: return tr("Een toelichting. De tabel met stand en aanwezigheid komt hier vanzelf onder.");
    case Section::positive:
    case Section::possibilities:
    case Section::hindrances:
    case Section::expectations:
    case Section::recommendations:
      return tr("Een lege regel begint een alinea; een regel die met - begint is een punt.");
  }
  return {};
}

html::FormBuilder form_of(Visit const& visit, Asked const& asked) {
  auto const& tr = visit.tr;
  html::FormBuilder form(tr, words_for(asked.section, tr), visit.request.path, tr("Bewaar"));
  form.optional_area("text", tr("Tekst"), hint_of(asked.section, tr));
  TextDraft now{asked.text, {}};
  std::vector<html::Option> options;
  for (auto const& quote : asked.quotes) {
    options.push_back({quote.of.key(), quote.words});
    if (quote.chosen) now.quotes.push_back(quote.of.key());
  }
  if (!options.empty())
    form.many("quotes", tr("Aanhalingen"), options, tr("Alleen wat de schrijver vrijgaf. Zij staan er zonder naam."));
  return form.cancel(path_of(asked.of.report.id)).start(now);
}

Response page(Visit& visit, Asked const& asked, html::FormBuilder const& form) {
  auto crumbs = asked.of.crumbs(visit.tr);
  crumbs.push_back({asked.of.title(visit.tr), path_of(asked.of.report.id)});
  return visit.form_page(form.build(), std::move(crumbs), {access::Matter::report});
}

}  // namespace

Response show_report_section(Visit& visit) {
  auto const asked = asked_for(visit);
  if (!asked) return visit.not_found();
  return page(visit, *asked, form_of(visit, *asked));
}

Response post_report_section(Visit& visit) {
  auto const asked = asked_for(visit);
  if (!asked) return visit.not_found();
  auto const filled = visit.read_form<TextDraft>();
  auto form = form_of(visit, *asked);
  if (!filled || form.is_stale(visit.form)) return page(visit, *asked, form.filled(filled));
  auto const edited = visit.write([&](db::Transaction& tx) {
    return edit_section(tx, visit.actor(), asked->of.report.id, {asked->section, filled->text}, filled->quotes);
  });
  if (!edited) return page(visit, *asked, form.filled(filled, objection_to(edited.error(), visit.tr)));
  return visit.see_other(path_of(asked->of.report.id), visit.tr("Bewaard."));
}

}  // namespace lenig::programme::pages
