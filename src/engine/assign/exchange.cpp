#include "engine/assign/exchange.hpp"

#include <algorithm>
#include <functional>

namespace lenig::assign {

namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

}  // namespace

Exchange::Exchange(Model const& model, Case now, Weights weights)
    : model_(&model),
      case_(std::move(now)),
      weights_(weights),
      oracle_(model, weights.per_person),
      held_(model.units().size()),
      holders_(at(model.sessions())),
      load_(at(model.sessions())),
      room_(at(model.sessions())),
      way_(at(model.sessions())) {}

Item const& Exchange::item_of(int unit, int item) const { return model_->items(model_->units()[at(unit)])[at(item)]; }

int Exchange::free(int session) const { return model_->capacity(session) - load_[at(session)]; }

// --- holding

void Exchange::begin(Holdings const& wished, Begin how) {
  for (int unit = 0; unit < static_cast<int>(wished.size()); ++unit) {
    for (int const item : wished[at(unit)]) {
      auto const& its = item_of(unit, item);
      if (free(its.session) >= its.seats && case_.of(its.session) != Running::cancelled) take(unit, item);
    }
  }
  minimums_ = how == Begin::as_it_is && has_minimums();
  for (int unit = 0; unit < static_cast<int>(wished.size()); ++unit) take_free(unit);
}

/// Whether something is held, and no session has too few: then nobody leaves one that would.
bool Exchange::has_minimums() const {
  bool some = false;
  for (int session = 0; session < model_->sessions(); ++session) {
    auto const load = load_[at(session)];
    if (load > 0 && load < model_->minimum(session)) return false;
    some = some || load > 0;
  }
  return some;
}

void Exchange::take(int unit, int item) {
  auto const& its = item_of(unit, item);
  load_[at(its.session)] += its.seats;
  holders_[at(its.session)].emplace_back(unit, item);
  auto& held = held_[at(unit)];
  held.insert(std::ranges::lower_bound(held, item), item);
}

void Exchange::leave(int unit, int item) {
  auto const& its = item_of(unit, item);
  load_[at(its.session)] -= its.seats;
  auto& holders = holders_[at(its.session)];
  holders.erase(std::ranges::find(holders, std::pair(unit, item)));
  auto& held = held_[at(unit)];
  held.erase(std::ranges::find(held, item));
}

void Exchange::change(int unit, Bundle const& bundle) {
  auto const before = held_[at(unit)];
  undo_.emplace_back(unit, before);
  for (int const item : before) {
    if (!std::ranges::binary_search(bundle, item)) leave(unit, item);
  }
  for (int const item : bundle) {
    if (!std::ranges::binary_search(before, item)) take(unit, item);
  }
}

/// What a bundle weighs for its unit.
Amount Exchange::worth(int unit, Bundle const& bundle) const {
  auto const& its = model_->units()[at(unit)];
  Amount sum = weights_.per_person * people_with(*model_, its, bundle);
  for (int const item : bundle) sum += weights_.of(model_->items(its)[at(item)]);
  return sum;
}

bool Exchange::may_join(int session) const {
  if (case_.of(session) == Running::cancelled) return false;
  return !minimums_ || load_[at(session)] >= model_->minimum(session);
}

bool Exchange::may_leave(int session) const { return !minimums_ || load_[at(session)] > model_->minimum(session); }

// --- getting better

/// The best that a unit could have at what room costs in each session; what it holds is free of charge, and what
/// others need it for stays.
Choice Exchange::best_with(int unit, Prices const& costs) {
  auto const& its = model_->units()[at(unit)];
  auto const items = model_->items(its);
  nets_.resize(items.size());
  for (std::size_t item = 0; item < items.size(); ++item) {
    auto const& one = items[item];
    bool const joins = may_join(one.session) && (free(one.session) >= one.seats || one.seats == 1);
    auto const cost = free(one.session) >= one.seats ? 0 : costs[at(one.session)];
    nets_[item] = joins ? weights_.of(one) - cost : -forbidden;
  }
  Amount kept = 0;
  for (int const item : held_[at(unit)]) {
    bool const stays = !may_leave(items[at(item)].session);
    nets_[at(item)] = weights_.of(items[at(item)]) + (stays ? demanded : 0);
    kept += stays ? demanded : 0;
  }
  case_.settle(*model_, unit, nets_);
  auto best = oracle_.best(its, nets_);
  best.net -= kept + case_.demands(unit);
  return best;
}

bool Exchange::take_free(int unit) {
  auto const& its = model_->units()[at(unit)];
  auto const items = model_->items(its);
  nets_.resize(items.size());
  for (std::size_t item = 0; item < items.size(); ++item) {
    auto const& one = items[item];
    bool const joins = may_join(one.session) && free(one.session) >= one.seats;
    nets_[item] = joins ? weights_.of(one) : -forbidden;
  }
  for (int const item : held_[at(unit)])
    nets_[at(item)] = weights_.of(items[at(item)]) + (may_leave(items[at(item)].session) ? 0 : demanded);
  case_.settle(*model_, unit, nets_);
  auto const best = oracle_.best(its, nets_);
  if (best.bundle == held_[at(unit)]) return false;
  auto const before = held_[at(unit)];
  undo_.clear();
  change(unit, best.bundle);
  for (int const item : best.bundle) {
    if (free(item_of(unit, item).session) >= 0) continue;
    change(unit, before);  // two members wanted the last seat
    return false;
  }
  return true;
}

void Exchange::improve(Enough const& enough) {
  int const rounds = std::clamp(60'000 / std::max(1, static_cast<int>(held_.size())), 2, 30);
  for (int round = 0; round < rounds && !enough(); ++round) {
    find_ways();
    int changes = 0;
    for (int unit = 0; unit < static_cast<int>(held_.size()); ++unit) {
      if (unit % 1024 == 1023 && enough()) return;
      changes += follow(unit) ? 1 : 0;
    }
    if (changes == 0) return;
  }
}

/// What it costs to make room in a session: nothing where there is some; else what the cheapest chain of people loses
/// who each leave for another session, the last one for a free seat or for nothing. Shortest ways (Dijkstra 1959).
void Exchange::find_ways() {
  std::vector<std::pair<Amount, int>> open;
  begin_ways(open);
  std::vector<char> done(room_.size());
  while (!open.empty()) {
    std::ranges::pop_heap(open, std::greater{});
    int const session = open.back().second;
    open.pop_back();
    if (std::exchange(done[at(session)], 1) == 0) find_ways_through(session, open);
  }
}

void Exchange::begin_ways(std::vector<std::pair<Amount, int>>& open) {
  for (int session = 0; session < model_->sessions(); ++session) {
    way_[at(session)] = {};
    room_[at(session)] = free(session) > 0 ? 0 : forbidden / 8;
    if (!may_join(session)) room_[at(session)] = forbidden / 8;
    if (free(session) == 0) {
      for (auto const& [unit, item] : holders_[at(session)]) {
        if (item_of(unit, item).seats > 1) continue;
        auto without = held_[at(unit)];
        without.erase(std::ranges::find(without, item));
        auto const loss = worth(unit, held_[at(unit)]) - worth(unit, without);
        if (loss < room_[at(session)]) {
          room_[at(session)] = loss;
          way_[at(session)] = {unit, item, -1};
        }
      }
    }
    if (room_[at(session)] < forbidden / 8) open.emplace_back(room_[at(session)], session);
  }
  std::ranges::make_heap(open, std::greater{});
}

/// Who could leave another session for this one.
void Exchange::find_ways_through(int session, std::vector<std::pair<Amount, int>>& open) {
  if (!case_.held.empty()) return;
  auto const cost = room_[at(session)];
  for (auto const& [unit, item] : model_->candidates(session)) {
    auto const& its = item_of(unit, item);
    if (its.seats > 1) continue;
    for (int const instead : held_[at(unit)]) {
      auto const& old = item_of(unit, instead);
      auto const loss = std::max<Amount>(cost, weights_.of(old) - weights_.of(its) + cost);
      if (loss >= room_[at(old.session)] || old.seats > 1 || !swaps(unit, item, instead)) continue;
      room_[at(old.session)] = loss;
      way_[at(old.session)] = {unit, instead, item};
      open.emplace_back(loss, old.session);
      std::ranges::push_heap(open, std::greater{});
    }
  }
}

/// Whether a unit can hold one item instead of another beside what else it holds.
bool Exchange::swaps(int unit, int item, int instead) const {
  auto const& its = model_->units()[at(unit)];
  auto const& one = item_of(unit, item);
  auto const& old = item_of(unit, instead);
  if (one.member != old.member) return false;
  int shadowings = one.shadowing ? 1 : 0;
  for (int const other : held_[at(unit)]) {
    if (other == item) return false;
    if (other == instead) continue;
    if (model_->clash(its, item, other)) return false;
    auto const& held = item_of(unit, other);
    shadowings += held.shadowing && held.member == one.member ? 1 : 0;
  }
  int const limit = one.member < 0 ? its.shadowing_limit : model_->members(its)[at(one.member)].max_shadowings;
  return !one.shadowing || shadowings <= limit;
}

/// A unit takes what is best for all; kept only when everything together is better.
bool Exchange::follow(int unit) {
  auto const before = held_[at(unit)];
  auto const best = best_with(unit, room_);
  if (best.bundle == before || best.net <= worth(unit, before)) return false;
  undo_.clear();
  change(unit, best.bundle);
  bool whole = true;
  for (int const item : best.bundle) {
    auto const session = item_of(unit, item).session;
    while (whole && free(session) < 0) whole = make_room(session, 0);
  }
  Amount change_of_weight = 0;
  std::vector<int> seen;
  for (auto const& [who, old] : undo_) {
    if (std::ranges::find(seen, who) != seen.end()) continue;
    seen.push_back(who);
    change_of_weight += worth(who, held_[at(who)]) - worth(who, old);
  }
  if (whole && change_of_weight > 0) return true;
  auto const steps = undo_;
  for (auto step = steps.rbegin(); step != steps.rend(); ++step) change(step->first, step->second);
  return false;
}

bool Exchange::make_room(int session, int depth) {
  auto const way = way_[at(session)];
  if (depth > 60 || way.unit < 0) return false;
  auto bundle = held_[at(way.unit)];
  auto const old = std::ranges::find(bundle, way.item);
  if (old == bundle.end()) return false;
  if (way.to >= 0 && !swaps(way.unit, way.to, way.item)) return false;
  bundle.erase(old);
  if (way.to >= 0) bundle.insert(std::ranges::lower_bound(bundle, way.to), way.to);
  change(way.unit, bundle);
  if (way.to < 0) return true;
  auto const next = item_of(way.unit, way.to).session;
  return free(next) >= 0 || make_room(next, depth + 1);
}

// --- figures

Amount Exchange::weight() const {
  Amount sum = 0;
  for (int unit = 0; unit < static_cast<int>(held_.size()); ++unit) sum += worth(unit, held_[at(unit)]);
  return sum;
}

}  // namespace lenig::assign
