#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace lenig::base {

/// One record of a CSV file, and the line on which it begins; the first line is 1.
struct CsvRecord {
  int line = 0;
  std::vector<std::string> values;
};

/// The next bytes of a file, some at a time; empty at its end.
using NextBytes = std::function<std::string()>;

/// How a file is written.
struct CsvForm {
  bool is_utf8 = true;  // else windows-1252
  char separator = ';';
};

/// Reads the whole file once to find its form, and holds no more than its longest line.
CsvForm csv_form(NextBytes const& next);

/// Reads CSV as spreadsheets and personnel systems write it: UTF-8 with or without BOM, else windows-1252; separated by
/// the semicolon, comma or tab that stands most often in the first line; a quoted value may hold separators, line ends
/// and "" for ". Values are UTF-8 and without space around them; empty lines are left out.
class CsvReader {
 public:
  CsvReader(NextBytes next, CsvForm form);
  ~CsvReader();
  CsvReader(CsvReader&&) noexcept;
  CsvReader& operator=(CsvReader&&) noexcept;

  /// The next records, so many at most; none at the end.
  std::vector<CsvRecord> next(std::size_t most);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// All records of a file that is in memory already.
std::vector<CsvRecord> read_csv(std::string_view bytes);

/// The bytes of a text, for reading it as a file.
NextBytes bytes_of(std::string_view text);

}  // namespace lenig::base
