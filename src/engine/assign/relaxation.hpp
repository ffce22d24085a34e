#pragma once

#include <optional>

#include "engine/assign/exchange.hpp"
#include "engine/assign/programme.hpp"

namespace lenig::assign {

/// No assignment of a case weighs more, without lots; the prices prove it. A multiple of the grain.
struct Bound {
  Amount weight = 0;
  Prices prices;
};

/// How much of a bundle a unit has; all shares of a unit together are 1.
struct Share {
  int unit = 0;
  Bundle bundle;
  double x = 0;
};

/// The linear programme over bundles of one case after the other: each goes on from where the last one ended.
class Relaxation {
 public:
  Relaxation(Model const& model, Weights weights, Amount grain, int threads)
      : model_(&model),
        weights_(weights),
        grain_(grain),
        threads_(threads),
        now_(model),
        kept_case_(model),
        bundles_(model.units().size()) {}

  /// Takes as columns what is held, and what is nearly the best of each unit at these prices.
  void begin(Prices const& prices, Holdings const& known);
  /// Column generation: prices from the bundles at hand, then better bundles at those prices, until there are none or
  /// the bound is no more than `least`. The better of what is known of the case and what it found.
  Bound relax(Case const& now, Bound known, Amount least);
  /// Keeps the linear programme as it is; from there guesses begin.
  void keep();
  void go_back();
  /// About what another case would be worth: with the bundles at hand and after a few exchanges.
  double guess(Case const& now);
  /// What this one is worth with the bundles at hand, in grains; with lots.
  double value() const { return programme_->value() * static_cast<double>(one) / static_cast<double>(grain_); }
  std::vector<Share> shares() const;

  Weights bare() const { return {weights_.per_person, weights_.values, false}; }
  Amount rounded(Amount weight) const { return weight / grain_ * grain_; }

 private:
  void add_rows();
  void add_bundle(int unit, Bundle const& bundle);
  void set(Case const& now);
  void weigh(int unit);
  double weight_now(int unit, Bundle const& bundle) const;
  Amount weight_of(int unit, Bundle const& bundle) const;
  Prices prices() const;
  std::pair<Amount, bool> price_out(Prices const& prices);
  Amount without_lots(Amount bound_with_lots, Prices const& prices) const;

  Model const* model_;
  Weights weights_;
  Amount grain_;
  int threads_;
  Case now_;
  std::optional<Programme> programme_;
  std::optional<Programme> kept_;
  Case kept_case_;
  std::vector<std::vector<Bundle>> bundles_;  // by unit: its columns
  std::vector<int> row_;                      // by session; −1: has room for all and no minimum
};

}  // namespace lenig::assign
