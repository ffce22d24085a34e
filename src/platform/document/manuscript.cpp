#include "platform/document/manuscript.hpp"

#include <algorithm>

#include "platform/base/text.hpp"

namespace lenig::document {

namespace {

constexpr int deepest_heading = 3;

void clean(std::string& text) { text = base::cleaned(text).value_or(""); }

void clean(std::vector<std::string>& texts) {
  for (auto& text : texts) clean(text);
}

void clean(Block& block) {
  clean(block.text);
  clean(block.whose);
  clean(block.items);
  clean(block.header);
  for (auto& row : block.rows) clean(row.cells);
}

}  // namespace

Block heading(int level, std::string text) {
  return {.kind = BlockKind::heading, .level = std::clamp(level, 1, deepest_heading), .text = std::move(text)};
}

Block paragraph(std::string text) { return {.kind = BlockKind::paragraph, .text = std::move(text)}; }

Block quote(std::string text, std::string whose) {
  return {.kind = BlockKind::quote, .text = std::move(text), .whose = std::move(whose)};
}

Block list(std::vector<std::string> items) { return {.kind = BlockKind::list, .items = std::move(items)}; }

Block table(std::string caption, std::vector<std::string> header, std::vector<Row> rows) {
  for (auto& row : rows) row.cells.resize(header.size());
  return {.kind = BlockKind::table, .text = std::move(caption), .header = std::move(header), .rows = std::move(rows)};
}

Manuscript cleaned(Manuscript manuscript) {
  clean(manuscript.title);
  clean(manuscript.subtitle);
  clean(manuscript.author);
  for (auto& block : manuscript.blocks) clean(block);
  return manuscript;
}

}  // namespace lenig::document
