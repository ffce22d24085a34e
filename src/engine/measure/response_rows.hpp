#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/measure/responses.hpp"

namespace lenig::measure {

/// Where the answers of one column of a file go.
struct Target {
  std::uint8_t* answers = nullptr;
  Options options;
  bool reversed = false;
  std::map<double, std::uint8_t>* values = nullptr;  // where they are taken as numbers: the byte of each
};

/// What is done with one column of a file: nothing, its answers kept, or its groups (`level`).
struct ColumnPlan {
  std::string name;
  std::vector<Target> targets;
  std::optional<std::size_t> level;
};

struct HashOfName {
  using is_transparent = void;
  std::size_t operator()(std::string_view name) const { return std::hash<std::string_view>()(name); }
};

/// Names as numbers, in the order in which they come.
struct Names {
  std::uint32_t number_of(std::string_view name);

  std::vector<std::string> names;
  std::unordered_map<std::string, std::uint32_t, HashOfName, std::equal_to<>> numbers;
  std::uint32_t last = 0;
};

/// Reads rows that stand one after another in a file; the targets have room for `row` and what follows.
class RowReader {
 public:
  RowReader(std::vector<ColumnPlan> const& plan, char separator, std::string_view bytes);

  /// Begins at a row and a line of the file.
  void read(std::size_t row, std::size_t line);

  std::vector<Names> levels;                       // names of the groups
  std::vector<std::vector<std::uint32_t>> groups;  // a level: the number of each row read
  std::vector<std::size_t> bad_rows;
  std::vector<FaultOfRow> faults;
  std::size_t fault_count = 0;
  std::vector<std::size_t> between;   // a column: answers that lie between two options
  std::vector<std::size_t> answered;  // a column
  std::size_t row = 0;                // after the last one

 private:
  void read_row();
  void read_field(std::size_t column);
  bool read_digit(ColumnPlan const& plan);
  void read_answer(std::size_t column, std::string_view field);
  void keep_value(std::size_t column, double value, std::string_view field);
  void read_group(std::size_t column, std::string_view field);
  std::string_view take_field();
  std::string_view take_quoted();
  bool at_end_of_field(std::size_t ahead) const;
  bool at_end_of_row() const;
  void end_row();
  void fault(std::size_t column, std::string message);

  std::vector<ColumnPlan> const* plan_;
  char separator_;
  char const* at_;
  char const* end_;
  std::size_t first_row_ = 0;
  std::size_t line_ = 0;
  std::size_t line_of_row_ = 0;
  bool good_ = true;
  std::string unquoted_;
};

/// The numeric value of a field, with a point or (unless that separates fields) a comma.
std::optional<double> number_in(std::string_view field, char separator);

}  // namespace lenig::measure
