#pragma once

// A program in whole numbers, least cost first. Of this module only solver.cpp knows CBC.

#include <chrono>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

namespace lenig::schedule {

inline constexpr double unlimited = std::numeric_limits<double>::max();

using Deadline = std::chrono::steady_clock::time_point;

struct Row {
  double least = -unlimited;
  double most = unlimited;
};

struct Column {
  double cost = 0;
  double most = 1;                              // from 0
  bool whole = true;                            // takes whole numbers only
  std::vector<std::pair<int, double>> entries;  // row, coefficient
};

struct Program {
  int add(Row row);
  int add(Column column);

  std::vector<Row> rows;
  std::vector<Column> columns;
};

struct Solution {
  std::vector<double> values;  // by column
  double cost = 0;
  double bound = 0;  // nothing costs less
  bool proven = false;
};

/// The cheapest values. Starts from `start`, which keeps to the rows; so there is always an answer, at worst the start.
/// Costs that are whole numbers are told by `step`: 1; no answer is looked for that is better by less than almost a
/// step.
Solution solve(Program const& program, std::vector<double> const& start, double step, Deadline until);

}  // namespace lenig::schedule
