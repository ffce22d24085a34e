#include <algorithm>
#include <chrono>

#include "engine/assign/assemble.hpp"
#include "engine/assign/auction.hpp"
#include "engine/assign/descent.hpp"
#include "engine/assign/routing.hpp"
#include "engine/assign/tree.hpp"

namespace lenig::assign {

namespace {

/// Above this many units cases are not told apart any more: prices alone prove what they prove.
constexpr int most_units_for_cases = 4000;
/// Few units take more cases, as minimums bind more often, and each is soon looked at.
int most_cases(int units) {
  return units > most_units_for_cases ? 0 : std::clamp(400'000 / std::max(units, 1), 400, 2000);
}
/// Above this many units prices by descent and chains are faster than an auction, and better.
constexpr std::size_t most_units_for_bidding = 800;
constexpr int most_rounds = 6;

struct Begun {
  Holdings holdings;
  Prices prices;
};

class Solving {
 public:
  Solving(Instance const& instance, Limits const& limits)
      : model_(instance),
        threads_(limits.threads > 0 ? limits.threads
                                    : static_cast<int>(std::max(1U, std::thread::hardware_concurrency()))),
        cases_(most_cases(static_cast<int>(model_.units().size()))) {
    auto const begin = std::chrono::steady_clock::now();
    if (limits.seconds) {
      enough_ = [until = begin + std::chrono::duration<double>(*limits.seconds)] {
        return std::chrono::steady_clock::now() >= until;
      };
    }
  }

  /// People first: having something counts for more than any one bundle, and for more still when that places too few.
  Solved run() {
    auto per_person = model_.dearest();
    Searched value;
    Holdings known(model_.units().size());
    for (int attempt = 0;; ++attempt) {
      value = search({.per_person = per_person}, model_.grain(), known);
      auto const placed = placed_by(value.holdings);
      auto people = prove_people(value.holdings, placed);
      auto const possible = static_cast<int>(people.weight / one);
      if (possible > placed && attempt < 3) {
        per_person *= 32;
        known = std::move(people.holdings);
        continue;
      }
      return finished(value, people, per_person);
    }
  }

 private:
  Searched search(Weights const& weights, Amount grain, Holdings const& known) {
    auto const begun = begin(weights, grain, known);
    Tree tree(model_, weights, grain, threads_);
    return tree.search(begun.holdings, begun.prices, cases_, enough_);
  }

  /// The auction; of very many units prices that are nearly the proof, and chains at them.
  Begun begin(Weights const& weights, Amount grain, Holdings const& known) {
    if (model_.units().size() <= most_units_for_bidding) {
      Auction auction(model_, Case(model_), weights);
      auction.begin(Prices(static_cast<std::size_t>(model_.sessions())), known);
      auction.run(grain, enough_);
      return {auction.holdings(), auction.prices()};
    }
    return begin_many(weights, grain);
  }

  /// Prices and chains help each other: what a seat more would be worth to the assignment are better prices, and at
  /// these there is a better assignment.
  Begun begin_many(Weights const& weights, Amount grain) {
    auto prices = descend(model_, weights, grain, threads_, enough_);
    Begun best{{}, prices};
    Amount least = bound_of(weights, prices);
    Amount most = -1;
    Routing routing(model_, weights, grain);
    for (int round = 0; round < most_rounds; ++round) {
      routing.run(prices, enough_);
      auto const weight = weight_of(weights, routing.holdings());
      if (weight > most) best.holdings = routing.holdings();
      prices = routing.marginal_prices();
      auto const bound = bound_of(weights, prices);
      if (bound < least) best.prices = prices;
      bool const better = weight > most || bound < least;
      most = std::max(most, weight);
      least = std::min(least, bound);
      if (!better || least / grain * grain <= most) break;
    }
    return best;
  }

  Amount bound_of(Weights const& weights, Prices const& prices) const {
    return upper_bound(model_, Case(model_), {weights.per_person, weights.values, false}, prices, threads_);
  }

  /// Without lots.
  Amount weight_of(Weights const& weights, Holdings const& holdings) const {
    Amount sum = weights.per_person * placed_by(holdings);
    for (std::size_t unit = 0; weights.values && unit < holdings.size(); ++unit) {
      for (int const item : holdings[unit])
        sum += model_.items(model_.units()[unit])[static_cast<std::size_t>(item)].value;
    }
    return sum;
  }

  /// Of what is held, as it is: seats that are still free may be of sessions that do not run.
  int placed_by(Holdings const& holdings) const {
    int placed = 0;
    for (std::size_t unit = 0; unit < holdings.size(); ++unit)
      placed += people_with(model_, model_.units()[unit], holdings[unit]);
    return placed;
  }

  /// Where everybody is placed who can be, there is nothing to prove but that.
  Searched prove_people(Holdings const& holdings, int placed) {
    if (placed == model_.reachable()) {
      Proof leaf;
      leaf.per_person = one;
      return {holdings, placed * one, placed * one, leaf, true};
    }
    return search({.per_person = one, .values = false, .lots = false}, one, holdings);
  }

  Solved finished(Searched const& value, Searched const& people, Amount per_person) const {
    Solved solved{assembled(model_, value.holdings), {people.proof, value.proof}};
    auto& result = solved.result;
    result.people_bound = std::min(static_cast<int>(people.bound / one), model_.reachable());
    result.bound = value.bound - per_person * result.people_placed;
    fill_gap(result);
    bool const proven = result.bound == result.value && result.people_bound == result.people_placed;
    result.stopped = proven ? Stopped::optimal : enough_() ? Stopped::time : Stopped::work;
    return solved;
  }

  Model model_;
  int threads_;
  int cases_;
  Enough enough_ = [] { return false; };
};

}  // namespace

Solved solve(Instance const& instance, Limits const& limits) { return Solving(instance, limits).run(); }

}  // namespace lenig::assign
