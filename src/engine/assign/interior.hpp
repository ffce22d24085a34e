#pragma once

#include <vector>

namespace lenig::assign {

/// A linear programme over bundles: max Σ weight·x, each row's Σ seats·x at most its limit, each unit exactly one
/// column.
struct Columns {
  struct Entry {
    int row = 0;
    double seats = 1;
  };
  std::vector<double> weight;
  std::vector<int> unit;              // rising; −1 at the end: of none, any amount
  std::vector<std::size_t> first{0};  // of a column's entries
  std::vector<Entry> entries;
  std::vector<double> limit;  // of rows
  int units = 0;

  int columns() const { return static_cast<int>(weight.size()); }
  void add(double its_weight, int its_unit, std::vector<Entry> const& its_entries);
};

struct Interior {
  std::vector<double> x;      // by column
  std::vector<double> price;  // by row
  double value = 0;
  double bound = 0;  // of the dual, as far as it is feasible
};

/// Primal-dual interior point method with Mehrotra's predictor and corrector (1992); units are eliminated one by one,
/// so that the dense system has one row per row. Ends when the relative gap is below the tolerance.
Interior solve_interior(Columns const& columns, double tolerance);

}  // namespace lenig::assign
