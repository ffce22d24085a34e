#include "platform/document/print.hpp"

#include "platform/api/json.hpp"
#include "platform/base/collected.hpp"
#include "platform/html/view.hpp"

namespace lenig::document {

namespace {

constexpr int deepest_listed = 2;

struct PrintedHeading {
  std::string anchor;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(PrintedHeading, (), (anchor, text))

struct PrintedQuote {
  std::string words;
  std::string whose;
};
BOOST_DESCRIBE_STRUCT(PrintedQuote, (), (words, whose))

struct PrintedRow {
  std::vector<std::string> cells;
};
BOOST_DESCRIBE_STRUCT(PrintedRow, (), (cells))

struct PrintedTable {
  std::string caption;
  std::vector<std::string> columns;
  std::vector<PrintedRow> rows;
};
BOOST_DESCRIBE_STRUCT(PrintedTable, (), (caption, columns, rows))

/// One of these is there.
struct PrintedBlock {
  std::optional<PrintedHeading> part;
  std::optional<PrintedHeading> section;
  std::optional<PrintedHeading> subsection;
  std::string paragraph;
  std::optional<PrintedQuote> quote;
  bool has_list = false;
  std::vector<std::string> items;
  std::optional<PrintedTable> table;
};
BOOST_DESCRIBE_STRUCT(PrintedBlock, (), (part, section, subsection, paragraph, quote, has_list, items, table))

struct ContentsLine {
  std::string target;
  std::string label;
  bool indented = false;
};
BOOST_DESCRIBE_STRUCT(ContentsLine, (), (target, label, indented))

struct PrintView {
  static constexpr std::string_view view = "document/print";
  std::string language;
  std::string title;
  std::string subtitle;
  std::string author;
  bool has_contents = false;
  std::vector<ContentsLine> contents;
  std::vector<PrintedBlock> blocks;
};
BOOST_DESCRIBE_STRUCT(PrintView, (), (language, title, subtitle, author, has_contents, contents, blocks))

void print_heading(PrintedBlock& printed, Block const& block, std::string const& anchor) {
  PrintedHeading const heading{anchor, block.text};
  if (block.level == 1) printed.part = heading;
  if (block.level == 2) printed.section = heading;
  if (block.level == 3) printed.subsection = heading;
}

PrintedTable printed_table(Block const& block) {
  return {.caption = block.text, .columns = block.header, .rows = base::collected(block.rows, [](Row const& row) {
                                                            return PrintedRow{row.cells};
                                                          })};
}

PrintedBlock printed(Block const& block, std::string const& anchor) {
  PrintedBlock printed;
  switch (block.kind) {
    case BlockKind::heading: print_heading(printed, block, anchor); break;
    case BlockKind::paragraph: printed.paragraph = block.text; break;
    case BlockKind::quote: printed.quote = {block.text, block.whose}; break;
    case BlockKind::list:
      printed.has_list = !block.items.empty();
      printed.items = block.items;
      break;
    case BlockKind::table: printed.table = printed_table(block); break;
  }
  return printed;
}

PrintView print_view(Manuscript const& manuscript) {
  PrintView view{.language = std::string(base::name_of(manuscript.language)),
                 .title = manuscript.title,
                 .subtitle = manuscript.subtitle,
                 .author = manuscript.author};
  for (auto const& block : manuscript.blocks) {
    auto const anchor = "d" + std::to_string(view.blocks.size() + 1);
    view.blocks.push_back(printed(block, anchor));
    bool const listed = block.kind == BlockKind::heading && block.level <= deepest_listed;
    if (listed && manuscript.contents == Contents::listed)
      view.contents.push_back({"#" + anchor, block.text, block.level == deepest_listed});
  }
  view.has_contents = !view.contents.empty();
  return view;
}

}  // namespace

std::string source_of(Manuscript const& manuscript, Format format) {
  auto const clean = cleaned(manuscript);
  if (format == Format::docx) return boost::json::serialize(api::json_of(clean));
  return html::render(print_view(clean), {.language = clean.language}).text;
}

}  // namespace lenig::document
