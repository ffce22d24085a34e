#pragma once

#include <optional>

#include "engine/assign/exchange.hpp"
#include "engine/assign/programme.hpp"

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
      : model_(&model), weights_(weights), grain_(grain), threads_(threads), bundles_(model.units().size()) {}

  /// Begins with an assignment, and prices that are about right.
  Searched search(Holdings const& known, Prices const& prices, int most_cases, Enough const& enough);

 private:
  struct Node {
    Case now;
    Prices prices;
    Amount bound = 0;
    int session = -1;  // the question
    int person = -1;
    int no = -1;
    int yes = -1;
  };
  struct Share {
    int unit = 0;
    Bundle bundle;
    double x = 0;
  };

  Amount rounded(Amount bound) const { return bound / grain_ * grain_; }
  Weights bare() const { return {weights_.per_person, weights_.values, false}; }
  void begin_programme(Node const& root, Holdings const& known);
  void add_rows();
  void add_bundle(int unit, Bundle const& bundle);
  void look_at(Node& node, Enough const& enough);
  void set_case(Case const& now);
  double weight_in(Case const& now, int unit, Bundle const& bundle) const;
  Amount weight_of(int unit, Bundle const& bundle) const;
  void relax(Node& node);
  Prices prices_of(Case const& now) const;
  std::pair<Amount, bool> price_out(Case const& now, Prices const& prices);
  std::vector<Share> shares() const;
  void round_off(Node const& node, std::vector<Share> const& shares, Enough const& enough);
  void mend(Holdings const& wished, Case const& now, Enough const& enough);
  void consider(Exchange const& found);
  Amount bare_weight(Holdings const& holdings) const;
  bool branch(int index, std::vector<Share> const& shares);
  bool branch_on_session(int index, std::vector<Share> const& shares);
  bool branch_on_person(int index, std::vector<Share> const& shares);
  void divide(int index, int session, int person, std::pair<int, int> item);
  int most_promising() const;
  Proof proof_of(int index) const;

  Model const* model_;
  Weights weights_;
  Amount grain_;
  int threads_;
  std::optional<Programme> programme_;
  std::vector<std::vector<Bundle>> bundles_;  // by unit: its columns
  std::vector<int> row_;                      // by session; −1: has room for all and no minimum
  std::vector<Node> nodes_;
  std::vector<int> open_;
  std::vector<Share> shares_;  // of the node that was looked at last
  Holdings best_;
  Amount best_weight_ = -1;
  Amount best_with_lots_ = -1;
};

}  // namespace lenig::assign
