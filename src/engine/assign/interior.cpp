#include "engine/assign/interior.hpp"

#include <algorithm>
#include <cmath>
#include <span>

namespace lenig::assign {

void Columns::add(double its_weight, int its_unit, std::vector<Entry> const& its_entries) {
  weight.push_back(its_weight);
  unit.push_back(its_unit);
  entries.insert(entries.end(), its_entries.begin(), its_entries.end());
  first.push_back(entries.size());
}

namespace {

using Vector = std::vector<double>;

std::size_t at(int index) { return static_cast<std::size_t>(index); }

/// Symmetric positive definite systems: Cholesky's factors of the lower half, row by row.
class Factors {
 public:
  explicit Factors(std::size_t size) : size_(size), cells_(size * size) {}
  double* row(std::size_t index) { return cells_.data() + index * size_; }
  void clear() { std::ranges::fill(cells_, 0.0); }

  void factor() {
    for (std::size_t i = 0; i < size_; ++i) {
      double* const mine = row(i);
      for (std::size_t j = 0; j < i; ++j) {
        double const* const other = row(j);
        mine[j] = (mine[j] - dot(mine, other, j)) / other[j];
      }
      double const left = mine[i] - dot(mine, mine, i);
      mine[i] = left > 1e-30 ? std::sqrt(left) : 1e15;  // a row that others imply: it does not move
    }
  }

  Vector solve(Vector right) {
    for (std::size_t i = 0; i < size_; ++i) right[i] = (right[i] - dot(row(i), right.data(), i)) / row(i)[i];
    for (std::size_t i = size_; i-- > 0;) {
      right[i] /= row(i)[i];
      double const* const mine = row(i);
      for (std::size_t j = 0; j < i; ++j) right[j] -= mine[j] * right[i];
    }
    return right;
  }

 private:
  /// Four sums side by side: their order is fixed, so that the answer is the same on every machine.
  static double dot(double const* one, double const* other, std::size_t count) {
    double sums[4] = {0, 0, 0, 0};
    std::size_t index = 0;
    for (; index + 4 <= count; index += 4) {
      for (std::size_t lane = 0; lane < 4; ++lane) sums[lane] += one[index + lane] * other[index + lane];
    }
    for (; index < count; ++index) sums[0] += one[index] * other[index];
    return (sums[0] + sums[1]) + (sums[2] + sums[3]);
  }

  std::size_t size_;
  Vector cells_;
};

class Method {
 public:
  explicit Method(Columns const& columns)
      : c_(columns),
        rows_(columns.limit.size()),
        factors_(rows_),
        x_(at(c_.columns())),
        r_(at(c_.columns())),
        s_(rows_),
        y_(rows_),
        z_(at(c_.units)),
        dx_(x_),
        dr_(r_),
        ds_(rows_),
        dy_(rows_),
        dz_(z_),
        weight_in_(x_),
        q_(x_),
        sum_of_unit_(z_),
        q_of_unit_(z_),
        seats_of_unit_(rows_),
        touched_(rows_) {
    begin();
  }

  Interior run(double tolerance) {
    for (int round = 0; round < 60; ++round) {
      measure();
      if (std::abs(dual_ - primal_) <= tolerance * (1 + std::abs(primal_)) && infeasible_ < 1e-7) break;
      double const mu = complement() / static_cast<double>(x_.size() + rows_);
      assemble();
      aim(0, false);
      direction();
      double const ahead = complement_after(step(x_, dx_, s_, ds_), step(r_, dr_, y_, dy_));
      double const sigma = std::pow(ahead / (mu * static_cast<double>(x_.size() + rows_)), 3);
      aim(sigma * mu, true);
      direction();
      move(0.9995 * step(x_, dx_, s_, ds_), 0.9995 * step(r_, dr_, y_, dy_));
    }
    return {x_, y_, primal_, dual_};
  }

 private:
  std::span<Columns::Entry const> entries(std::size_t column) const {
    return {c_.entries.data() + c_.first[column], c_.first[column + 1] - c_.first[column]};
  }

  /// A start within all limits: columns of crowded rows have little, and the rest of a unit is in its empty column.
  void begin() {
    Vector load(rows_);
    Vector count(z_.size());
    double scale = 1;
    for (std::size_t j = 0; j < x_.size(); ++j) {
      scale = std::max(scale, std::abs(c_.weight[j]));
      if (c_.unit[j] >= 0) count[at(c_.unit[j])] += 1;
    }
    for (std::size_t j = 0; j < x_.size(); ++j) {
      if (c_.unit[j] < 0) continue;
      for (auto const& [row, seats] : entries(j)) load[at(row)] += std::max(seats, 0.0) / count[at(c_.unit[j])];
    }
    s_ = c_.limit;
    Vector rest(z_.size(), 1);
    for (std::size_t j = 0; j < x_.size(); ++j) begin_column(j, load, count, rest);
    for (std::size_t j = 0; j < x_.size(); ++j) {
      if (c_.unit[j] >= 0 && entries(j).empty()) x_[j] = rest[at(c_.unit[j])];
      for (auto const& [row, seats] : entries(j)) s_[at(row)] -= seats * x_[j];
    }
    for (std::size_t i = 0; i < rows_; ++i) {
      s_[i] = std::max(s_[i], 0.1);
      y_[i] = scale / 10 / (1 + s_[i]);
    }
    begin_prices(scale);
  }

  void begin_column(std::size_t j, Vector const& load, Vector const& count, Vector& rest) {
    if (c_.unit[j] < 0) {
      x_[j] = 1;
      return;
    }
    double share = 1;
    for (auto const& [row, seats] : entries(j)) {
      if (seats > 0) share = std::min(share, 0.8 * c_.limit[at(row)] / load[at(row)]);
    }
    x_[j] = share / count[at(c_.unit[j])];
    if (!entries(j).empty()) rest[at(c_.unit[j])] -= x_[j];
  }

  void begin_prices(double scale) {
    std::ranges::fill(z_, 0.0);
    for (int const pass : {0, 1}) {
      for (std::size_t j = 0; j < x_.size(); ++j) {
        double cost = -c_.weight[j];
        for (auto const& [row, seats] : entries(j)) cost += seats * y_[at(row)];
        if (c_.unit[j] < 0) {
          r_[j] = std::max(cost, scale / 100);
        } else if (pass == 0) {
          z_[at(c_.unit[j])] = std::max(z_[at(c_.unit[j])], scale / 20 - cost);
        } else {
          r_[j] = z_[at(c_.unit[j])] + cost;
        }
      }
    }
  }

  void measure() {
    rp_ = c_.limit;
    rg_.assign(z_.size(), 1);
    rd_.assign(x_.size(), 0);
    primal_ = dual_ = infeasible_ = 0;
    for (std::size_t j = 0; j < x_.size(); ++j) {
      double price = c_.unit[j] >= 0 ? z_[at(c_.unit[j])] : 0;
      if (c_.unit[j] >= 0) rg_[at(c_.unit[j])] -= x_[j];
      for (auto const& [row, seats] : entries(j)) {
        price += seats * y_[at(row)];
        rp_[at(row)] -= seats * x_[j];
      }
      rd_[j] = c_.weight[j] + r_[j] - price;
      primal_ += c_.weight[j] * x_[j];
    }
    for (std::size_t i = 0; i < rows_; ++i) {
      rp_[i] -= s_[i];
      dual_ += c_.limit[i] * y_[i];
      infeasible_ = std::max(infeasible_, std::abs(rp_[i]));
    }
    for (std::size_t u = 0; u < z_.size(); ++u) {
      dual_ += z_[u];
      infeasible_ = std::max(infeasible_, std::abs(rg_[u]));
    }
  }

  double complement() const {
    double sum = 0;
    for (std::size_t j = 0; j < x_.size(); ++j) sum += x_[j] * r_[j];
    for (std::size_t i = 0; i < rows_; ++i) sum += s_[i] * y_[i];
    return sum;
  }

  double complement_after(double primal, double dual) const {
    double sum = 0;
    for (std::size_t j = 0; j < x_.size(); ++j) sum += (x_[j] + primal * dx_[j]) * (r_[j] + dual * dr_[j]);
    for (std::size_t i = 0; i < rows_; ++i) sum += (s_[i] + primal * ds_[i]) * (y_[i] + dual * dy_[i]);
    return sum;
  }

  /// Σ D·a·aᵀ − Σ v·vᵀ/d + s/y: the lower half. Columns of a unit stand together.
  void assemble() {
    factors_.clear();
    for (std::size_t i = 0; i < rows_; ++i) factors_.row(i)[i] = s_[i] / y_[i];
    for (std::size_t j = 0; j < x_.size();) {
      int const unit = c_.unit[j];
      double sum = 0;
      for (; j < x_.size() && c_.unit[j] == unit; ++j) {
        weight_in_[j] = x_[j] / r_[j];
        sum += weight_in_[j];
        add_column(j);
      }
      if (unit < 0) break;
      sum_of_unit_[at(unit)] = sum;
      for (int const one : touched_list_) {
        double* const row = factors_.row(at(one));
        double const share = seats_of_unit_[at(one)] / sum;
        for (int const other : touched_list_) {
          if (other <= one) row[other] -= share * seats_of_unit_[at(other)];
        }
      }
      forget_touched();
    }
    forget_touched();
    factors_.factor();
  }

  void forget_touched() {
    for (int const one : touched_list_) seats_of_unit_[at(one)] = touched_[at(one)] = 0;
    touched_list_.clear();
  }

  void add_column(std::size_t j) {
    for (auto const& one : entries(j)) {
      if (touched_[at(one.row)] == 0) touched_list_.push_back(one.row);
      touched_[at(one.row)] = 1;
      seats_of_unit_[at(one.row)] += weight_in_[j] * one.seats;
      double* const row = factors_.row(at(one.row));
      for (auto const& other : entries(j)) {
        if (other.row <= one.row) row[other.row] += weight_in_[j] * one.seats * other.seats;
      }
    }
  }

  /// Where complementarity should go; the corrector counts what the predictor would add.
  void aim(double mu, bool corrected) {
    rc_.resize(x_.size());
    rs_.resize(rows_);
    for (std::size_t j = 0; j < x_.size(); ++j) rc_[j] = mu - x_[j] * r_[j] - (corrected ? dx_[j] * dr_[j] : 0);
    for (std::size_t i = 0; i < rows_; ++i) rs_[i] = mu - s_[i] * y_[i] - (corrected ? ds_[i] * dy_[i] : 0);
  }

  void direction() {
    Vector right(rows_);
    std::ranges::fill(q_of_unit_, 0.0);
    for (std::size_t j = 0; j < x_.size(); ++j) {
      q_[j] = weight_in_[j] * rd_[j] + rc_[j] / r_[j];
      if (c_.unit[j] >= 0) q_of_unit_[at(c_.unit[j])] += q_[j];
    }
    for (std::size_t u = 0; u < z_.size(); ++u) q_of_unit_[u] = (q_of_unit_[u] - rg_[u]) / sum_of_unit_[u];
    for (std::size_t i = 0; i < rows_; ++i) right[i] = rs_[i] / y_[i] - rp_[i];
    for (std::size_t j = 0; j < x_.size(); ++j) {
      double const part = q_[j] - (c_.unit[j] >= 0 ? weight_in_[j] * q_of_unit_[at(c_.unit[j])] : 0);
      for (auto const& [row, seats] : entries(j)) right[at(row)] += seats * part;
    }
    dy_ = factors_.solve(std::move(right));
    dz_ = q_of_unit_;
    for (std::size_t j = 0; j < x_.size(); ++j) {
      if (c_.unit[j] >= 0) dz_[at(c_.unit[j])] -= weight_in_[j] * priced(j) / sum_of_unit_[at(c_.unit[j])];
    }
    for (std::size_t j = 0; j < x_.size(); ++j) {
      double const price = priced(j) + (c_.unit[j] >= 0 ? dz_[at(c_.unit[j])] : 0);
      dx_[j] = q_[j] - weight_in_[j] * price;
      dr_[j] = price - rd_[j];
    }
    for (std::size_t i = 0; i < rows_; ++i) ds_[i] = (rs_[i] - s_[i] * dy_[i]) / y_[i];
  }

  double priced(std::size_t j) const {
    double sum = 0;
    for (auto const& [row, seats] : entries(j)) sum += seats * dy_[at(row)];
    return sum;
  }

  static double step(Vector const& one, Vector const& by, Vector const& other, Vector const& by_other) {
    double most = 1;
    for (std::size_t i = 0; i < one.size(); ++i) {
      if (by[i] < 0) most = std::min(most, -one[i] / by[i]);
    }
    for (std::size_t i = 0; i < other.size(); ++i) {
      if (by_other[i] < 0) most = std::min(most, -other[i] / by_other[i]);
    }
    return most;
  }

  void move(double primal, double dual) {
    for (std::size_t j = 0; j < x_.size(); ++j) {
      x_[j] += primal * dx_[j];
      r_[j] += dual * dr_[j];
    }
    for (std::size_t i = 0; i < rows_; ++i) {
      s_[i] += primal * ds_[i];
      y_[i] += dual * dy_[i];
    }
    for (std::size_t u = 0; u < z_.size(); ++u) z_[u] += dual * dz_[u];
  }

  Columns const& c_;
  std::size_t rows_;
  Factors factors_;
  Vector x_, r_, s_, y_, z_;       // primal, reduced worth, free seats, prices, worth of a unit
  Vector dx_, dr_, ds_, dy_, dz_;  // their directions
  Vector rp_, rg_, rd_, rc_, rs_;  // what is left of the equations
  Vector weight_in_, q_, sum_of_unit_, q_of_unit_, seats_of_unit_, touched_;
  std::vector<int> touched_list_;
  double primal_ = 0;
  double dual_ = 0;
  double infeasible_ = 0;
};

}  // namespace

Interior solve_interior(Columns const& columns, double tolerance) { return Method(columns).run(tolerance); }

}  // namespace lenig::assign
