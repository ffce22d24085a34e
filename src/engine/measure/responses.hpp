#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/measure/answers.hpp"

namespace lenig::measure {

/// A scale as an instrument names it: columns of a file of responses.
struct ScaleOfInstrument {
  std::string id;
  std::vector<std::string> items;
  Options options;
  std::vector<std::string> reversed;  // some of the items
};

/// What is wrong in a file; lines and fields are counted from 1, line 1 holds the names of the columns.
struct FaultOfRow {
  std::size_t line = 0;
  std::size_t field = 0;
  std::string column;
  std::string message;  // what to do
};

/// One way in which the respondents fall apart in groups. Deeper levels are named "school / team".
struct Level {
  std::string column;
  std::vector<std::string> names;      // in the order in which they first stand in the file
  std::vector<std::uint32_t> parents;  // a group of the level before; empty at the first level
  std::vector<std::uint32_t> of_row;

  Groups groups() const { return {of_row, static_cast<std::uint32_t>(names.size())}; }
};

/// Responses as the engine reads them. The scales look into `columns`.
struct Responses {
  std::vector<std::vector<std::uint8_t>> columns;
  std::vector<Scale> scales;
  std::vector<Level> levels;
  std::size_t rows = 0;                // that are used
  std::size_t bad_rows = 0;            // that are not
  std::vector<FaultOfRow> faults;      // of the bad rows, at most `most_faults`
  std::size_t fault_count = 0;         // all of them
  std::vector<std::string> not_whole;  // columns that are taken as numbers because their answers are not whole
};

inline constexpr std::size_t most_faults = 1000;

/// Reads a CSV file: UTF-8, names of columns first, separated by what stands most in that line of ; , and tab. An
/// answer that is empty or NA is missing. A row at fault is not used at all: an answer that is no number or not one of
/// the options, a group without a name, a field too many or too few. A column of which a tenth of the answers or more
/// lies between options is taken as numbers, at most 255 different ones. When a column that is asked for is not there,
/// only faults of line 1 come back.
Responses read_responses(std::string_view bytes, std::vector<ScaleOfInstrument> const& scales,
                         std::vector<std::string> const& groups, int threads = 2);

}  // namespace lenig::measure
