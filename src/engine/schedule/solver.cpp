#include "engine/schedule/solver.hpp"

#include <cmath>
#include <coin/CbcHeuristicDiveCoefficient.hpp>
#include <coin/CbcHeuristicFPump.hpp>
#include <coin/CbcHeuristicLocal.hpp>
#include <coin/CbcHeuristicRINS.hpp>
#include <coin/CbcModel.hpp>
#include <coin/CglClique.hpp>
#include <coin/CglKnapsackCover.hpp>
#include <coin/CglMixedIntegerRounding2.hpp>
#include <coin/CglProbing.hpp>
#include <coin/CoinPackedMatrix.hpp>
#include <coin/OsiClpSolverInterface.hpp>
#include <stdexcept>

namespace lenig::schedule {

namespace {

/// CBC takes what is 1e-6 from a whole number for one, and a cost that much better for no better.
constexpr double tolerance = 1e-6;

double seconds_until(Deadline until) {
  return std::chrono::duration<double>(until - std::chrono::steady_clock::now()).count();
}

double cost_of(Program const& program, std::vector<double> const& values) {
  double cost = 0;
  for (std::size_t column = 0; column < values.size(); ++column) cost += program.columns[column].cost * values[column];
  return cost;
}

CoinPackedMatrix matrix_of(Program const& program) {
  CoinPackedMatrix matrix(true, 0, 0);
  matrix.setDimensions(static_cast<int>(program.rows.size()), 0);
  for (auto const& column : program.columns) {
    std::vector<int> rows;
    std::vector<double> coefficients;
    for (auto const& [row, coefficient] : column.entries) {
      rows.push_back(row);
      coefficients.push_back(coefficient);
    }
    matrix.appendCol(static_cast<int>(rows.size()), rows.data(), coefficients.data());
  }
  return matrix;
}

void load(OsiClpSolverInterface& clp, Program const& program) {
  std::vector<double> zero(program.columns.size(), 0);
  std::vector<double> most;
  std::vector<double> cost;
  for (auto const& column : program.columns) {
    most.push_back(column.most);
    cost.push_back(column.cost);
  }
  std::vector<double> row_least;
  std::vector<double> row_most;
  for (auto const& row : program.rows) {
    row_least.push_back(row.least);
    row_most.push_back(row.most);
  }
  clp.messageHandler()->setLogLevel(0);
  clp.loadProblem(matrix_of(program), zero.data(), most.data(), cost.data(), row_least.data(), row_most.data());
  for (std::size_t column = 0; column < program.columns.size(); ++column) {
    if (program.columns[column].whole) clp.setInteger(static_cast<int>(column));
  }
}

void add_cuts(CbcModel& model) {
  CglProbing probing;
  probing.setUsingObjective(1);
  probing.setMaxPass(1);
  probing.setMaxProbe(10);
  probing.setMaxLook(10);
  probing.setRowCuts(3);
  CglKnapsackCover covers;
  CglClique cliques;
  cliques.setStarCliqueReport(false);
  cliques.setRowCliqueReport(false);
  CglMixedIntegerRounding2 rounding;
  model.addCutGenerator(&probing, -1, "probing");
  model.addCutGenerator(&covers, -98, "covers");
  model.addCutGenerator(&cliques, -98, "cliques");
  model.addCutGenerator(&rounding, -98, "rounding");
}

void add_heuristics(CbcModel& model) {
  CbcRounding rounding(model);
  CbcHeuristicFPump pump(model);
  CbcHeuristicLocal local(model);
  CbcHeuristicDiveCoefficient dive(model);
  CbcHeuristicRINS neighbours(model);
  model.addHeuristic(&rounding, "rounding");
  model.addHeuristic(&pump, "pump");
  model.addHeuristic(&local, "local");
  model.addHeuristic(&dive, "dive");
  model.addHeuristic(&neighbours, "neighbours");
}

std::vector<double> rounded(Program const& program, double const* values) {
  std::vector<double> result(values, values + program.columns.size());
  for (std::size_t column = 0; column < result.size(); ++column) {
    if (program.columns[column].whole) result[column] = std::round(result[column]);
  }
  return result;
}

}  // namespace

int Program::add(Row row) {
  rows.push_back(row);
  return static_cast<int>(rows.size()) - 1;
}

int Program::add(Column column) {
  columns.push_back(std::move(column));
  return static_cast<int>(columns.size()) - 1;
}

Solution solve(Program const& program, std::vector<double> const& start, double step, Deadline until) {
  Solution best{.values = start, .cost = cost_of(program, start), .bound = -unlimited};
  if (program.columns.empty()) return {.proven = true};
  OsiClpSolverInterface clp;
  load(clp, program);
  CbcModel model(clp);
  model.setLogLevel(0);
  model.setBestSolution(start.data(), static_cast<int>(start.size()), best.cost);
  model.setDblParam(CbcModel::CbcCutoffIncrement, step > 0 ? 0.999 * step : tolerance);
  model.setAllowableGap(step > 0 ? 0.999 * step : tolerance);
  model.setUseElapsedTime(true);
  model.setMaximumSeconds(std::max(0.01, seconds_until(until)));
  add_cuts(model);
  add_heuristics(model);
  model.initialSolve();
  model.branchAndBound();
  if (model.bestSolution() != nullptr && model.getObjValue() < best.cost - tolerance) {
    best.values = rounded(program, model.bestSolution());
    best.cost = cost_of(program, best.values);
  }
  best.proven = model.isProvenOptimal() || model.isProvenInfeasible();
  best.bound = best.proven ? best.cost : std::min(best.cost, model.getBestPossibleObjValue());
  if (step > 0) best.bound = step * std::ceil(best.bound / step - tolerance);
  return best;
}

struct Relaxation::Clp {
  OsiClpSolverInterface solver;
  bool solved = false;
};

Relaxation::Relaxation() : clp_(std::make_unique<Clp>()) { clp_->solver.messageHandler()->setLogLevel(0); }

Relaxation::~Relaxation() = default;

int Relaxation::add(Row row) {
  clp_->solver.addRow(CoinPackedVector(), row.least, row.most);
  return clp_->solver.getNumRows() - 1;
}

int Relaxation::add(Column const& column) {
  CoinPackedVector entries;
  for (auto const& [row, coefficient] : column.entries) entries.insert(row, coefficient);
  clp_->solver.addCol(entries, 0, column.most, column.cost);
  return clp_->solver.getNumCols() - 1;
}

double Relaxation::solve() {
  if (clp_->solved)
    clp_->solver.resolve();
  else
    clp_->solver.initialSolve();
  clp_->solved = true;
  if (!clp_->solver.isProvenOptimal()) throw std::runtime_error("a program that has an answer was not solved");
  return clp_->solver.getObjValue();
}

std::vector<double> Relaxation::prices() const {
  double const* prices = clp_->solver.getRowPrice();
  return {prices, prices + clp_->solver.getNumRows()};
}

}  // namespace lenig::schedule
