// A report as it is read; its draft with what can be done about it.
#include "programme/report.hpp"

#include "platform/base/collected.hpp"
#include "programme/pages/pages.hpp"
#include "programme/pages/report_fields.hpp"
#include "programme/pages/words.hpp"

namespace lenig::programme::pages {

namespace {

using access::Action;
using access::Matter;
using document::BlockKind;

struct CellsView {
  std::string first;
  std::vector<std::string> others;
};
BOOST_DESCRIBE_STRUCT(CellsView, (), (first, others))

/// A block of the manuscript; exactly one of the flags says how it is drawn.
struct BlockView {
  bool is_heading = false;
  bool is_subheading = false;
  bool is_paragraph = false;
  bool is_quote = false;
  bool is_list = false;
  bool is_table = false;
  std::string text;
  std::string whose;
  std::string edit_path;  // of a part, for who makes the report
  std::vector<std::string> items;
  std::vector<std::string> header;
  std::vector<CellsView> cells;
};
BOOST_DESCRIBE_STRUCT(BlockView, (),
                      (is_heading, is_subheading, is_paragraph, is_quote, is_list, is_table, text, whose, edit_path,
                       items, header, cells))

struct EmptyPart {
  std::string name;
  std::string edit_path;
};
BOOST_DESCRIBE_STRUCT(EmptyPart, (), (name, edit_path))

struct ReportView {
  static constexpr std::string_view view = "programme/report";
  std::string title;
  std::string programme;
  std::string state;
  std::string path;
  bool is_draft = false;
  bool may_change = false;
  std::vector<BlockView> blocks;
  bool has_empty = false;
  std::vector<EmptyPart> empty;  // parts that say nothing yet
};
BOOST_DESCRIBE_STRUCT(ReportView, (), (title, programme, state, path, is_draft, may_change, blocks, has_empty, empty))

std::string edit_path(ReportId const& report, Section section) {
  return path_of(report) + "/deel/" + std::string(base::name_of(section));
}

BlockView view_of(document::Block const& block) {
  BlockView view{.is_heading = block.kind == BlockKind::heading && block.level == 1,
                 .is_subheading = block.kind == BlockKind::heading && block.level > 1,
                 .is_paragraph = block.kind == BlockKind::paragraph,
                 .is_quote = block.kind == BlockKind::quote,
                 .is_list = block.kind == BlockKind::list,
                 .is_table = block.kind == BlockKind::table,
                 .text = block.text,
                 .whose = block.whose,
                 .items = block.items,
                 .header = block.header};
  for (auto const& row : block.rows) {
    CellsView cells{.first = row.cells.front(), .others = {}};
    cells.others.assign(row.cells.begin() + 1, row.cells.end());
    view.cells.push_back(std::move(cells));
  }
  return view;
}

/// Leads from each part to where it is edited; parts without a word are named apart.
void add_editing(ReportView& view, ReportId const& report, i18n::Words const& tr) {
  base::each_enumerator<Section>([&](Section section) {
    auto const name = words_for(section, tr);
    for (auto& block : view.blocks) {
      if (block.is_heading && block.text == name) {
        block.edit_path = edit_path(report, section);
        return;
      }
    }
    view.empty.push_back({name, edit_path(report, section)});
  });
  view.has_empty = !view.empty.empty();
}

html::FormBuilder adoption_form(Visit const& visit, ReportOf const& of) {
  auto const& tr = visit.tr;
  html::FormBuilder form(tr, tr("{} vaststellen", of.title(tr)), path_of(of.report.id) + "/vaststellen",
                         tr("Stel vast"));
  form.intro(tr("Na het vaststellen leest iedereen rond het programma het verslag, en verandert de tekst niet meer."))
      .date("adopted_on", tr("Vastgesteld op"))
      .cancel(path_of(of.report.id));
  return form;
}

ReportOf asked_for(Visit& visit) {
  return visit.read([&](db::Reading& reading) { return report_of(reading, visit.id<ReportId>()); });
}

Response adoption_page(Visit& visit, ReportOf const& of, html::FormBuilder const& form) {
  return visit.form_page(form.build(), of.crumbs(visit.tr), {Matter::report});
}

}  // namespace

Response show_report(Visit& visit) {
  auto const& tr = visit.tr;
  auto const of = asked_for(visit);
  if (!of.is_for(visit.viewer)) return visit.not_found();
  auto const manuscript = visit.read(
      [&](db::Reading& reading) { return manuscript_of(reading, visit.vault(), of.report, visit.viewer.today, tr); });
  ReportView view{.title = manuscript.title,
                  .programme = manuscript.subtitle,
                  .state = manuscript.author,
                  .path = path_of(of.report.id),
                  .is_draft = !of.report.adopted_on,
                  .may_change = !of.report.adopted_on && visit.viewer.may(Action::change, Matter::report),
                  .blocks = base::collected(manuscript.blocks, view_of)};
  if (view.may_change) add_editing(view, of.report.id, tr);
  return visit.page(
      {.title = of.title(tr), .crumbs = of.crumbs(tr), .holds = {Matter::report}, .content = visit.render(view)});
}

Response show_adoption(Visit& visit) {
  auto const of = asked_for(visit);
  auto form = adoption_form(visit, of);
  return adoption_page(visit, of, form.start("adopted_on", visit.viewer.today.text()));
}

Response post_adoption(Visit& visit) {
  auto const of = asked_for(visit);
  auto const filled = visit.read_form<AdoptionDraft>();
  auto form = adoption_form(visit, of);
  if (!filled) return adoption_page(visit, of, form.filled(filled));
  auto const adopted = visit.write([&](db::Transaction& tx) {
    return adopt_report(tx, visit.vault(), visit.actor(), of.report.id, *filled, visit.tr);
  });
  if (!adopted) return adoption_page(visit, of, form.filled(filled, objection_to(adopted.error(), visit.tr)));
  return visit.see_other(path_of(of.report.id), visit.tr("Vastgesteld: iedereen rond het programma kan het nu lezen."),
                         *adopted);
}

Response post_report_document(Visit& visit) {
  auto const of = asked_for(visit);
  if (!of.is_for(visit.viewer)) return visit.not_found();
  auto const format = base::enum_from<document::Format>(visit.form.value("format").value_or("pdf"));
  if (!format) return visit.see_other(path_of(of.report.id));
  auto const document = visit.write([&](db::Transaction& tx) {
    return document::order(tx, visit.actor(),
                           told_manuscript_of(tx, visit.vault(), of.report, visit.viewer.today, visit.tr), *format);
  });
  return visit.see_other(document::path_of(document));
}

}  // namespace lenig::programme::pages
