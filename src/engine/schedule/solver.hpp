#pragma once

// A program in whole numbers, least cost first. Of this module only solver.cpp knows CBC.

#include <chrono>
#include <limits>
#include <memory>
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

/// A program without its whole numbers, solved again and again while it grows.
class Relaxation {
 public:
  Relaxation();
  ~Relaxation();
  Relaxation(Relaxation const&) = delete;
  Relaxation& operator=(Relaxation const&) = delete;

  int add(Row row);
  int add(Column const& column);

  /// The least cost. Throws std::runtime_error when there is no answer at all.
  double solve();
  /// By row: what the last answer would cost more if the row asked for one more.
  std::vector<double> prices() const;

 private:
  struct Clp;
  std::unique_ptr<Clp> clp_;
};

}  // namespace lenig::schedule
