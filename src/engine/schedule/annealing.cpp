#include "engine/schedule/annealing.hpp"

#include <algorithm>
#include <cmath>
#include <random>
#include <tuple>

namespace lenig::schedule {

namespace {

// Far enough apart that a later aim seldom outbids an earlier one; what is best is told by the aims themselves.
constexpr double worth_of_place = 50;
constexpr double worth_of_wish = 10;
constexpr double worth_of_outside = -1;
constexpr double coldest = 0.004;
constexpr int moves_by_unit = 5000;

/// The aims in their order, all of them turned so that more is better.
using Rank = std::tuple<int, int, int, double>;

class Annealing {
 public:
  Annealing(Situation const& situation, Choice choice);

  Choice best(double heat) &&;

 private:
  struct Move {
    int unit;
    int cohort;
  };

  void try_moves(std::vector<Move> const& moves, double temperature);
  bool put_all(std::vector<Move> const& moves);
  void take(int unit);
  void put(int unit, int cohort);
  void remember();
  double worth(int unit, int cohort) const;
  double load(int cohort) const;
  Rank rank() const;
  int random(int below) { return static_cast<int>(dice_() % static_cast<unsigned>(below)); }

  Situation const& situation_;
  std::vector<int> movable_;
  Choice choice_;
  std::vector<Load> loads_;
  double worth_ = 0;
  Rank best_rank_;
  Choice best_;
  std::mt19937 dice_{1};
};

Annealing::Annealing(Situation const& situation, Choice choice)
    : situation_(situation),
      choice_(std::move(choice)),
      loads_(loads(situation, choice_)),
      best_rank_(rank()),
      best_(choice_) {
  for (int unit = 0; unit < situation.units(); ++unit) {
    if (situation.fixed[unit] == Places::none) movable_.push_back(unit);
  }
}

Choice Annealing::best(double heat) && {
  int const count = static_cast<int>(movable_.size());
  if (count == 0 || situation_.cohorts() == 0) return best_;
  int const moves = moves_by_unit * count;
  for (int move = 0; move < moves; ++move) {
    double const temperature = heat * std::pow(coldest / heat, static_cast<double>(move) / moves);
    int const unit = movable_[random(count)];
    int const other = movable_[random(count)];
    if (move % 2 == 0)
      try_moves({{unit, random(situation_.cohorts())}}, temperature);
    else if (choice_[unit] != choice_[other])
      try_moves({{unit, choice_[other]}, {other, choice_[unit]}}, temperature);
  }
  return best_;
}

void Annealing::try_moves(std::vector<Move> const& moves, double temperature) {
  std::vector<Move> back;
  double const before = worth_;
  for (auto const& move : moves) {
    back.push_back({move.unit, choice_[move.unit]});
    take(move.unit);
  }
  bool const possible = put_all(moves);
  double const loss = before - worth_;
  if (possible && (loss <= 0 || std::exp(-loss / temperature) * 4294967296.0 > dice_())) {
    remember();
    return;
  }
  for (auto const& move : moves) take(move.unit);
  for (auto const& move : back) put(move.unit, move.cohort);
  worth_ = before;
}

bool Annealing::put_all(std::vector<Move> const& moves) {
  for (auto const& [unit, cohort] : moves) {
    if (cohort == Places::none) continue;
    if (obstacle(situation_, choice_, loads_[cohort], unit, cohort)) return false;
    put(unit, cohort);
  }
  return true;
}

void Annealing::take(int unit) {
  int const cohort = choice_[unit];
  if (cohort == Places::none) return;
  worth_ += load(cohort) - worth(unit, cohort);
  choice_[unit] = Places::none;
  loads_[cohort].units -= 1;
  loads_[cohort].half_days -= situation_.roll_out.units[unit].half_days;
  worth_ -= load(cohort);
}

void Annealing::put(int unit, int cohort) {
  if (cohort == Places::none) return;
  worth_ += load(cohort) + worth(unit, cohort);
  choice_[unit] = cohort;
  loads_[cohort].units += 1;
  loads_[cohort].half_days += situation_.roll_out.units[unit].half_days;
  worth_ -= load(cohort);
}

void Annealing::remember() {
  auto const reached = rank();
  if (reached <= best_rank_) return;
  best_rank_ = reached;
  best_ = choice_;
}

double Annealing::worth(int unit, int cohort) const {
  if (situation_.suits(unit, cohort)) return worth_of_place + worth_of_wish;
  return worth_of_place + (situation_.outside(unit, cohort) ? worth_of_outside : 0);
}

double Annealing::load(int cohort) const {
  double const half_days = loads_[cohort].half_days;
  return half_days * half_days / std::max(1, situation_.roll_out.cohorts[cohort].half_days);
}

Rank Annealing::rank() const {
  int placed = 0;
  int honoured = 0;
  int outside = 0;
  for (int unit = 0; unit < situation_.units(); ++unit) {
    int const cohort = choice_[unit];
    if (cohort == Places::none) continue;
    ++placed;
    honoured += situation_.suits(unit, cohort) ? 1 : 0;
    outside += situation_.outside(unit, cohort) ? 1 : 0;
  }
  double sum = 0;
  for (int cohort = 0; cohort < situation_.cohorts(); ++cohort) sum += load(cohort);
  return {placed, honoured, -outside, -sum};
}

}  // namespace

std::optional<Obstacle> obstacle(Situation const& situation, Choice const& choice, Load const& load, int unit,
                                 int cohort) {
  auto const& limits = situation.roll_out.cohorts[cohort];
  if (!situation.may(unit, cohort)) return Obstacle::does_not_suit;
  if (load.units >= limits.maximum) return Obstacle::full;
  if (load.half_days + situation.roll_out.units[unit].half_days > limits.half_days) return Obstacle::half_days_short;
  for (int const other : situation.clashing[unit]) {
    bool const same_year = choice[other] != Places::none && situation.year[choice[other]] == situation.year[cohort];
    if (same_year) return Obstacle::trainer_double;
  }
  return std::nullopt;
}

Choice annealed(Situation const& situation, Choice const& choice, double heat) {
  return Annealing(situation, choice).best(heat);
}

}  // namespace lenig::schedule
