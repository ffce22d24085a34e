#pragma once

#include "engine/assign/branching.hpp"

namespace lenig::assign {

struct Searched {
  Holdings holdings;
  Amount weight = 0;  // without lots
  Amount bound = 0;   // on it; a multiple of the grain
  Proof proof;
  bool complete = false;  // no case is left to look at
};

/// Branch and bound: of every case the linear programme over bundles by column generation, its prices for the bound,
/// its shares for an assignment; then two cases more: a session runs or not, somebody holds a session or not.
class Tree {
 public:
  Tree(Model const& model, Weights weights, Amount grain, int threads)
      : model_(&model),
        weights_(weights),
        grain_(grain),
        threads_(threads),
        relaxation_(model, weights, grain, threads) {}

  /// Begins with an assignment, and prices that are about right.
  Searched search(Holdings const& known, Prices const& prices, int most_cases, Enough const& enough);

 private:
  struct Node {
    Case now;
    Bound bound;
    std::optional<Question> question;
    int no = -1;
    int yes = -1;
  };

  double in_grains(Amount weight) const { return static_cast<double>(weight) / static_cast<double>(grain_); }
  Amount bound_at(Case const& now, Prices const& prices) const;
  int most_promising() const;
  void look_at(Node& node, Enough const& enough);
  void dive(Case now, Enough const& enough);
  Case cheaper(Case const& now, Question const& question, double value);
  void round_off(Case const& now, std::vector<Share> const& shares, Enough const& enough);
  void mend(Holdings const& wished, Case const& now, Enough const& enough);
  void consider(Exchange const& found);
  Amount bare_weight(Holdings const& holdings) const;
  bool divide(int index);
  void add_case(int index, bool yes);
  Amount proven();
  Proof proof_of(int index) const;
  int person_of(int unit, int item) const;

  Model const* model_;
  Weights weights_;
  Amount grain_;
  int threads_;
  Relaxation relaxation_;
  std::vector<Node> nodes_;
  std::vector<int> open_;
  int looked_at_ = 0;
  std::vector<Share> shares_;  // of the node that was looked at last
  Holdings best_;
  Amount best_weight_ = -1;
  Amount best_with_lots_ = -1;
};

}  // namespace lenig::assign
