#pragma once

#include <string>
#include <vector>

#include "platform/base/described.hpp"
#include "platform/i18n/words.hpp"

namespace lenig::document {

enum class BlockKind { heading, paragraph, quote, list, table };
BOOST_DESCRIBE_ENUM(BlockKind, heading, paragraph, quote, list, table)

struct Row {
  std::vector<std::string> cells;
};
BOOST_DESCRIBE_STRUCT(Row, (), (cells))

/// A piece of a manuscript; made by `heading`, `paragraph`, `quote`, `list` and `table` below.
struct Block {
  BlockKind kind = BlockKind::paragraph;
  int level = 1;                    // of a heading: 1 to 3
  std::string text;                 // of a heading, paragraph or quote; the caption of a table
  std::string whose;                // whose words a quote is; may be empty
  std::vector<std::string> items;   // of a list
  std::vector<std::string> header;  // of a table: what stands above its columns
  std::vector<Row> rows;            // of a table
};
BOOST_DESCRIBE_STRUCT(Block, (), (kind, level, text, whose, items, header, rows))

enum class Contents { left_out, listed };
BOOST_DESCRIBE_ENUM(Contents, left_out, listed)

/// What a document says, in the order in which it is read. Every text is plain: it stands in the document as it is
/// given, whatever it holds; a line feed begins a new line. What no document can hold (a text that is not UTF-8,
/// control characters) is left out.
struct Manuscript {
  std::string title;     // on the first page, above every other page, and in the name of the file
  std::string subtitle;  // under the title; may be empty
  std::string author;    // who made it and when, under the subtitle; may be empty
  i18n::Language language = i18n::Language::nl;
  Contents contents = Contents::left_out;  // whether the headings of levels 1 and 2 are listed in front
  std::vector<Block> blocks;
};
BOOST_DESCRIBE_STRUCT(Manuscript, (), (title, subtitle, author, language, contents, blocks))

/// A heading of level 1, 2 or 3; another level becomes the nearest of these. The title stands above level 1.
Block heading(int level, std::string text);
Block paragraph(std::string text);
Block quote(std::string text, std::string whose);
Block list(std::vector<std::string> items);
/// A table under its caption. A row with fewer cells than the header ends in empty ones; what it has more is left out.
Block table(std::string caption, std::vector<std::string> header, std::vector<Row> rows);

/// The same manuscript with what no document can hold left out.
Manuscript cleaned(Manuscript manuscript);

}  // namespace lenig::document
