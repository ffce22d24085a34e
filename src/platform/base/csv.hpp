#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lenig::base {

/// One record of a CSV file, and the line on which it begins; the first line is 1.
struct CsvRecord {
  int line = 0;
  std::vector<std::string> values;
};

/// Reads CSV as spreadsheets and personnel systems write it: UTF-8 with or without BOM, else windows-1252; separated by
/// the semicolon, comma or tab that stands most often in the first line; a quoted value may hold separators, line ends
/// and "" for ". Values are UTF-8 and without space around them; empty lines are left out.
std::vector<CsvRecord> read_csv(std::string_view bytes);

}  // namespace lenig::base
