#include "engine/assign/cases.hpp"

#include <algorithm>
#include <numeric>

namespace lenig::assign {

void Case::hold(int unit, int item, bool holds) {
  auto const at = std::ranges::upper_bound(held, unit, {}, &Held::unit);
  held.insert(at, {unit, item, holds});
}

void Case::settle(Model const& model, int unit, std::span<Amount> nets) const {
  auto const items = model.items(model.units()[static_cast<std::size_t>(unit)]);
  for (std::size_t item = 0; item < items.size(); ++item) {
    if (of(items[item].session) == Running::cancelled) nets[item] = -forbidden;
  }
  auto const mine = std::ranges::equal_range(held, unit, {}, &Held::unit);
  for (auto const& one : mine) {
    auto& net = nets[static_cast<std::size_t>(one.item)];
    if (!one.holds) net = -forbidden;
    if (one.holds && net > -forbidden / 2) net += demanded;
  }
}

Amount Case::demands(int unit) const {
  auto const mine = std::ranges::equal_range(held, unit, {}, &Held::unit);
  return demanded * std::ranges::count_if(mine, &Held::holds);
}

void fill_nets(Model const& model, Case const& now, Weights const& weights, Prices const& prices, int unit,
               std::vector<Amount>& nets) {
  auto const items = model.items(model.units()[static_cast<std::size_t>(unit)]);
  nets.resize(items.size());
  for (std::size_t at = 0; at < items.size(); ++at)
    nets[at] = weights.of(items[at]) - prices[static_cast<std::size_t>(items[at].session)] * items[at].seats;
  now.settle(model, unit, nets);
}

Amount upper_bound(Model const& model, Case const& now, Weights const& weights, Prices const& prices, int threads) {
  std::vector<Amount> sums(static_cast<std::size_t>(std::max(threads, 1)));
  side_by_side(static_cast<int>(model.units().size()), threads, [&](int first, int last, int thread) {
    Oracle oracle(model, weights.per_person);
    std::vector<Amount> nets;
    Amount sum = 0;
    for (int unit = first; unit < last; ++unit) {
      fill_nets(model, now, weights, prices, unit, nets);
      sum += oracle.best(model.units()[static_cast<std::size_t>(unit)], nets).net - now.demands(unit);
    }
    sums[static_cast<std::size_t>(thread)] = sum;
  });
  return std::accumulate(sums.begin(), sums.end(), cost_of_seats(model, now, prices));
}

Amount cost_of_seats(Model const& model, Case const& now, Prices const& prices) {
  Amount sum = 0;
  for (int session = 0; session < model.sessions(); ++session) {
    auto const price = prices[static_cast<std::size_t>(session)];
    if (now.of(session) == Running::cancelled) continue;
    if (price > 0) sum += price * model.capacity(session);
    if (price < 0 && now.of(session) == Running::runs) sum += price * model.minimum(session);
  }
  return sum;
}

}  // namespace lenig::assign
