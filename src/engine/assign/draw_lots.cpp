#include <algorithm>

#include "engine/assign/assemble.hpp"

namespace lenig::assign {

namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

/// Each in turn takes the best that is left of what runs.
Holdings taken_in_turn(Model const& model, Case const& now, std::vector<int> const& order, std::vector<int>& load) {
  Holdings holdings(model.units().size());
  Oracle oracle(model, model.dearest());
  std::vector<Amount> nets;
  load.assign(at(model.sessions()), 0);
  for (int const unit : order) {
    auto const& its = model.units()[at(unit)];
    auto const items = model.items(its);
    nets.resize(items.size());
    for (std::size_t item = 0; item < items.size(); ++item) {
      bool const left = load[at(items[item].session)] + items[item].seats <= model.capacity(items[item].session);
      nets[item] = left ? items[item].value + items[item].lot : -forbidden;
    }
    now.settle(model, unit, nets);
    for (int const item : oracle.best(its, nets).bundle) {
      auto& taken = load[at(items[at(item)].session)];
      if (taken + items[at(item)].seats > model.capacity(items[at(item)].session)) continue;
      taken += items[at(item)].seats;
      holdings[at(unit)].push_back(item);
    }
  }
  return holdings;
}

}  // namespace

/// When sessions have too few, the one that is furthest from its minimum is cancelled, and all take their turn again.
Solved draw_lots(Instance const& instance) {
  Model const model(instance);
  auto const order = drawn_order(model);
  Case now(model);
  std::vector<int> load;
  auto holdings = taken_in_turn(model, now, order, load);
  for (;;) {
    int worst = -1;
    int most = 0;
    for (int session = 0; session < model.sessions(); ++session) {
      int const missing = load[at(session)] > 0 ? model.minimum(session) - load[at(session)] : 0;
      if (missing > most) worst = session;
      most = std::max(most, missing);
    }
    if (worst < 0) break;
    now.running[at(worst)] = Running::cancelled;
    holdings = taken_in_turn(model, now, order, load);
  }
  Proof people;
  people.per_person = one;
  Solved solved{assembled(model, holdings), {people, Proof{}}};
  auto& result = solved.result;
  result.people_bound = model.reachable();
  Prices const nothing(at(model.sessions()));
  auto const bound = upper_bound(model, Case(model), {.per_person = 0, .lots = false}, nothing, 1);
  result.bound = bound / model.grain() * model.grain();
  fill_gap(result);
  bool const proven = result.bound == result.value && result.people_bound == result.people_placed;
  result.stopped = proven ? Stopped::optimal : Stopped::work;
  return solved;
}

}  // namespace lenig::assign
