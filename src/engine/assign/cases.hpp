#pragma once

#include <thread>

#include "engine/assign/oracle.hpp"

namespace lenig::assign {

/// What holding an item that a case demands counts for besides: more than anything else.
inline constexpr Amount demanded = Amount{1} << 50;

/// One leaf or node of the tree of cases: which sessions run, who holds what.
struct Case {
  struct Held {
    int unit = 0;
    int item = 0;
    bool holds = false;
  };
  std::vector<Running> running;  // by session
  std::vector<Held> held;        // sorted by unit

  explicit Case(Model const& model) : running(static_cast<std::size_t>(model.sessions()), Running::undecided) {}
  Running of(int session) const { return running[static_cast<std::size_t>(session)]; }
  void hold(int unit, int item, bool holds);
  /// What the case makes of the nets of a unit.
  void settle(Model const& model, int unit, std::span<Amount> nets) const;
  /// How much of a bundle's net is for what the case demands.
  Amount demands(int unit) const;
};

using Prices = std::vector<Amount>;  // of a seat, by session

/// What weighs: every person with something, and whether lots count.
struct Weights {
  Amount per_person = 0;
  bool values = true;
  bool lots = true;
  Amount of(Item const& item) const { return values ? item.value + (lots ? item.lot : 0) : 0; }
};

/// Everything a unit could hold, at these prices and in this case.
void fill_nets(Model const& model, Case const& now, Weights const& weights, Prices const& prices, int unit,
               std::vector<Amount>& nets);

/// No assignment of this case weighs more: the sum of what every unit would choose, and of what the seats cost.
/// Lagrangian relaxation of capacities and minimums (Geoffrion 1974). Prices below 0 count of sessions that run only.
Amount upper_bound(Model const& model, Case const& now, Weights const& weights, Prices const& prices, int threads);

/// The same, of the seats alone.
Amount cost_of_seats(Model const& model, Case const& now, Prices const& prices);

/// Calls `work(first, last, thread)` on parts of 0 … count, side by side.
template <class Work>
void side_by_side(int count, int threads, Work const& work) {
  if (threads <= 1 || count < 2048) return work(0, count, 0);
  std::vector<std::jthread> others;
  for (int thread = 1; thread < threads; ++thread) {
    others.emplace_back([&, thread] {
      work(static_cast<int>(std::int64_t{count} * thread / threads),
           static_cast<int>(std::int64_t{count} * (thread + 1) / threads), thread);
    });
  }
  work(0, count / threads, 0);
}

}  // namespace lenig::assign
