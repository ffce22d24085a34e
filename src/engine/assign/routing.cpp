#include "engine/assign/routing.hpp"

#include <algorithm>

namespace lenig::assign {

namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

constexpr int passes = 4;
constexpr int most_rounds = 16;
constexpr int most_sweeps = 12;

}  // namespace

Routing::Routing(Model const& model, Weights const& weights, Amount grain)
    : model_(&model),
      weights_{weights.per_person, weights.values, false},
      order_(drawn_order(model)),
      grain_(grain),
      oracle_(model, weights.per_person),
      held_(model.units().size()),
      load_(at(model.sessions())),
      holders_(at(model.sessions())),
      distance_(at(model.sessions())),
      step_(at(model.sessions())) {}

Item const& Routing::item_of(int unit, int item) const { return model_->items(model_->units()[at(unit)])[at(item)]; }

void Routing::run(Prices const& prices, Enough const& enough) {
  bool const first = prices_.empty();
  prices_ = prices;
  for (int pass = 0; pass < (first ? passes : 1); ++pass) {
    for (int const unit : order_) {
      if (first || !is_content(unit)) spread(unit);
    }
  }
  note_holders();
  note_wishes();
  lead(Towards::priced, enough);
  lead(Towards::any, enough);
  drop_rest();
  lead(Towards::priced, enough);
}

void Routing::lead(Towards towards, Enough const& enough) {
  for (int round = 0; round < most_rounds && !enough() && lead(towards); ++round) {}
}

Prices Routing::marginal_prices() {
  begin_ways(Towards::any);
  for (int session = 0; session < model_->sessions(); ++session) {
    if (free(session) > 0) distance_[at(session)] -= price_of(session);
    lowest_distance_ = std::min(lowest_distance_, distance_[at(session)]);
  }
  find_ways(Towards::any);
  auto prices = prices_;
  for (std::size_t session = 0; session < prices.size(); ++session) {
    if (distance_[session] < forbidden / 2)
      prices[session] = std::max<Amount>(0, prices[session] + distance_[session] / grain_ * grain_);
  }
  return prices;
}

// --- what everybody chooses

bool Routing::is_content(int unit) {
  auto const& its = model_->units()[at(unit)];
  fill_nets(unit);
  Amount mine = people_with(*model_, its, held_[at(unit)]) * weights_.per_person;
  for (int const item : held_[at(unit)]) mine += nets_[at(item)];
  return oracle_.best(its, nets_).net < mine + grain_ / 2;
}

void Routing::fill_nets(int unit) {
  auto const items = model_->items(model_->units()[at(unit)]);
  nets_.resize(items.size());
  for (std::size_t item = 0; item < items.size(); ++item) nets_[item] = net(items[item]);
}

/// Takes what is best at the prices, and among equals what has room: by the lottery, who comes first finds most.
void Routing::spread(int unit) {
  auto const& its = model_->units()[at(unit)];
  auto const items = model_->items(its);
  auto& held = held_[at(unit)];
  for (int const item : held) load_[at(items[at(item)].session)] -= items[at(item)].seats;
  fill_nets(unit);
  int const limit = std::max(1, std::min(its.limit, its.items));
  for (std::size_t item = 0; item < items.size(); ++item) nets_[item] += leaning(items[item], limit);
  held = oracle_.best(its, nets_).bundle;
  for (int const item : held) load_[at(items[at(item)].session)] += items[at(item)].seats;
}

/// Of a whole bundle less than a grain: towards free seats with a price, away from what is too full.
Amount Routing::leaning(Item const& item, int limit) const {
  double const part = static_cast<double>(grain_) / (6.0 * limit);
  double const capacity = std::max(1, model_->capacity(item.session));
  double const over = (load_[at(item.session)] + item.seats) / capacity - 1;
  if (over > 0) return -static_cast<Amount>(part * (1 + std::min(2.0, 8 * over)));
  return static_cast<Amount>(part * (price_of(item.session) > 0 ? 1 - over : -(1 + over) / 2));
}

void Routing::note_holders() {
  for (auto& holders : holders_) holders.clear();
  for (int unit = 0; unit < static_cast<int>(held_.size()); ++unit) {
    for (int const item : held_[at(unit)]) holders_[at(item_of(unit, item).session)].emplace_back(unit, item);
  }
}

/// Of seats for one, which alone can change hands one by one.
void Routing::note_wishes() {
  auto const& last = model_->units().back();
  wishes_.resize(at(last.first_item) + at(last.items));
  for (auto const& unit : model_->units()) {
    auto const items = model_->items(unit);
    auto const mine = wishes_.begin() + unit.first_item;
    for (int item = 0; item < unit.items; ++item) {
      auto const& one = items[at(item)];
      Wish const wish{one.seats > 1 ? -forbidden : net(one), one.session, item};
      auto place = mine + item;
      for (; place != mine && (place - 1)->net < wish.net; --place) *place = *(place - 1);
      *place = wish;
    }
  }
}

// --- ways to free seats

/// Chains that do not cross lead to the nearest free seats. Whether any did.
bool Routing::lead(Towards towards) {
  begin_ways(towards);
  find_ways(towards);
  bool const led = lead_from_full();
  return towards == Towards::priced && lead_from_cheaper() ? true : led;
}

/// Ways end where there is room.
void Routing::begin_ways(Towards towards) {
  lowest_distance_ = 0;
  std::ranges::fill(distance_, forbidden);
  std::ranges::fill(step_, Step{});
  for (int session = 0; session < model_->sessions(); ++session) {
    if (free(session) > 0 && (towards == Towards::any || price_of(session) > 0)) distance_[at(session)] = 0;
  }
}

/// Shortest ways (Bellman 1958), going by everybody in turn; a step costs a millionth besides, so that ways are short.
/// Priced seats make every step cost nothing or more.
void Routing::find_ways(Towards towards) {
  note_seats();
  bool changed = true;
  for (int sweep = 0; sweep < most_sweeps && changed; ++sweep) {
    changed = false;
    for (auto& seat : seats_) {
      if (towards == Towards::any) changed = find_nothing(seat) || changed;
      changed = find_way(seat) || changed;
    }
  }
}

/// What everybody holds, close together.
void Routing::note_seats() {
  seats_.clear();
  for (int unit = 0; unit < static_cast<int>(held_.size()); ++unit) {
    auto const& its = model_->units()[at(unit)];
    for (int const item : held_[at(unit)]) {
      auto const& one = model_->items(its)[at(item)];
      int const wishes = one.seats > 1 ? 0 : its.items;
      seats_.push_back({net(one), std::max<Amount>(0, loss_of_dropping(unit, item)), unit, item, one.session,
                        its.first_item, wishes});
    }
  }
}

bool Routing::find_way(Seat& seat) {
  auto& distance = distance_[at(seat.session)];
  bool found = false;
  for (int index = 0; index < seat.wishes; ++index) {
    auto const& wish = wishes_[at(seat.first_wish + index)];
    if (seat.net - wish.net >= distance - lowest_distance_) break;
    auto const whole = distance_[at(wish.session)] + 1 + std::max<Amount>(0, seat.net - wish.net);
    if (whole >= distance || (index < most_barred && seat.barred[at(index)])) continue;
    if (!fits(seat.unit, wish.item, seat.item)) {
      if (index < most_barred) seat.barred.set(at(index));
      continue;
    }
    distance = whole;
    step_[at(seat.session)] = {seat.unit, seat.item, wish.item, wish.session};
    found = true;
  }
  return found;
}

/// A way also ends where somebody goes without.
bool Routing::find_nothing(Seat const& seat) {
  if (seat.loss >= distance_[at(seat.session)]) return false;
  distance_[at(seat.session)] = seat.loss;
  step_[at(seat.session)] = {seat.unit, seat.item};
  return true;
}

Amount Routing::loss_of_dropping(int unit, int item) const {
  auto const alone = held_[at(unit)].size() == 1 ? weights_.per_person * model_->units()[at(unit)].members : 0;
  return net(item_of(unit, item)) + alone;
}

/// Whether a unit can hold one item instead of another with what else it holds.
bool Routing::fits(int unit, int to, int from) const {
  auto const& its = model_->units()[at(unit)];
  auto const& one = item_of(unit, to);
  if (item_of(unit, from).member != one.member) return false;
  int shadowings = one.shadowing ? 1 : 0;
  for (int const other : held_[at(unit)]) {
    if (other == to) return false;
    if (other == from) continue;
    if (model_->clash(its, to, other)) return false;
    auto const& held = item_of(unit, other);
    shadowings += held.shadowing && held.member == one.member ? 1 : 0;
  }
  int const limit = one.member < 0 ? its.shadowing_limit : model_->members(its)[at(one.member)].max_shadowings;
  return !one.shadowing || shadowings <= limit;
}

bool Routing::lead_from_full() {
  bool led = false;
  for (int session = 0; session < model_->sessions(); ++session) {
    while (free(session) < 0 && distance_[at(session)] < forbidden && follow(session)) led = true;
  }
  return led;
}

/// Where the seat that comes free costs less than the one that is taken, and the way not more than the difference.
bool Routing::lead_from_cheaper() {
  std::vector<std::pair<Amount, int>> losses;
  for (int session = 0; session < model_->sessions(); ++session) {
    if (distance_[at(session)] == forbidden || step_[at(session)].unit < 0) continue;
    auto const loss = price_of(session) + distance_[at(session)] - price_of(end_of(session));
    if (loss <= -grain_ / 2) losses.emplace_back(loss, session);
  }
  std::ranges::sort(losses);
  bool led = false;
  for (auto const& [loss, session] : losses) {
    while (load_[at(session)] > 0 && follow(session)) led = true;
  }
  return led;
}

int Routing::end_of(int session) const {
  while (step_[at(session)].unit >= 0) session = step_[at(session)].next;
  return session;
}

/// From the end on, so that nothing gets fuller. When somebody stands in the chain twice and cannot do both, it is
/// followed as far as it goes.
bool Routing::follow(int session) {
  chain_.clear();
  for (int now = session; now >= 0 && step_[at(now)].unit >= 0; now = step_[at(now)].next)
    chain_.push_back(step_[at(now)]);
  auto const goes = [&](Step const& step) {
    return std::ranges::binary_search(held_[at(step.unit)], step.from) &&
           (step.to < 0 || fits(step.unit, step.to, step.from));
  };
  if (chain_.empty() || !std::ranges::all_of(chain_, goes)) return false;
  if (chain_.back().to >= 0 && free(chain_.back().next) <= 0) return false;
  while (!chain_.empty() && goes(chain_.back())) {
    move(chain_.back().unit, chain_.back().from, chain_.back().to);
    chain_.pop_back();
  }
  return chain_.empty();
}

void Routing::move(int unit, int from, int to) {
  auto& held = held_[at(unit)];
  auto const& old = item_of(unit, from);
  auto& holders = holders_[at(old.session)];
  *std::ranges::find(holders, std::pair(unit, from)) = holders.back();
  holders.pop_back();
  load_[at(old.session)] -= old.seats;
  held.erase(std::ranges::find(held, from));
  if (to < 0) return;
  auto const& one = item_of(unit, to);
  holders_[at(one.session)].emplace_back(unit, to);
  load_[at(one.session)] += one.seats;
  held.insert(std::ranges::lower_bound(held, to), to);
}

/// Where no way leads on; those who lose least go without.
void Routing::drop_rest() {
  for (int session = 0; session < model_->sessions(); ++session) {
    while (free(session) < 0) {
      auto const [unit, item] = *std::ranges::min_element(holders_[at(session)], {}, [&](auto const& one) {
        return std::pair(loss_of_dropping(one.first, one.second), one.first);
      });
      move(unit, item, -1);
    }
  }
}

}  // namespace lenig::assign
