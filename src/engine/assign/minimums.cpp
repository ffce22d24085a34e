// Of Exchange: sessions that have too few.
#include <algorithm>

#include "engine/assign/exchange.hpp"

namespace lenig::assign {

namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

}  // namespace

void Exchange::mind_minimums(Enough const& enough) {
  std::vector<char> filled(load_.size());  // once: who fills one may be missed in another
  for (;;) {
    int worst = -1;
    for (int session = 0; session < model_->sessions(); ++session) {
      auto const load = load_[at(session)];
      bool const short_of = load > 0 && load < model_->minimum(session);
      if (short_of && (worst < 0 || load < load_[at(worst)])) worst = session;
    }
    if (worst < 0) break;
    if (std::exchange(filled[at(worst)], 1) != 0 || !fill(worst)) cancel(worst);
  }
  minimums_ = true;
  improve(enough);
}

/// What each unit would lose that joined, with free seats alone; the least first.
std::vector<std::pair<Amount, int>> Exchange::losses_of_joining(int session) {
  std::vector<std::pair<Amount, int>> losses;
  for (auto const& [unit, item] : model_->candidates(session)) {
    auto const& held = held_[at(unit)];
    auto const& its = item_of(unit, item);
    if (std::ranges::binary_search(held, item) || its.seats > 1 || its.member >= 0) continue;
    auto const joined = bundle_with(unit, item);
    if (joined.bundle.empty()) continue;
    losses.emplace_back(worth(unit, held) - joined.net, unit);
  }
  std::ranges::sort(losses);
  return losses;
}

/// The best bundle with an item, of what is held and what is free; empty when there is none.
Choice Exchange::bundle_with(int unit, int item) {
  auto const items = model_->items(model_->units()[at(unit)]);
  nets_.resize(items.size());
  for (std::size_t one = 0; one < items.size(); ++one) {
    auto const load = load_[at(items[one].session)];
    bool const open = load >= model_->minimum(items[one].session) && free(items[one].session) >= items[one].seats;
    nets_[one] = open ? weights_.of(items[one]) : -forbidden;
  }
  for (int const held : held_[at(unit)]) {
    bool const stays = load_[at(items[at(held)].session)] <= model_->minimum(items[at(held)].session);
    nets_[at(held)] = weights_.of(items[at(held)]) + (stays ? demanded : 0);
  }
  case_.settle(*model_, unit, nets_);
  if (nets_[at(item)] <= -forbidden / 2) nets_[at(item)] = weights_.of(items[at(item)]);
  nets_[at(item)] += demanded;
  auto best = oracle_.best(model_->units()[at(unit)], nets_);
  for (int const held : held_[at(unit)]) {
    bool const stays = load_[at(items[at(held)].session)] <= model_->minimum(items[at(held)].session);
    if (stays && !std::ranges::binary_search(best.bundle, held)) return {};
  }
  if (!std::ranges::binary_search(best.bundle, item)) return {};
  best.net = worth(unit, best.bundle);
  return best;
}

Amount Exchange::loss_of_cancelling(int session) {
  Amount loss = 0;
  for (auto const& [unit, item] : holders_[at(session)]) {
    auto const items = model_->items(model_->units()[at(unit)]);
    nets_.resize(items.size());
    for (std::size_t one = 0; one < items.size(); ++one) {
      bool const open = load_[at(items[one].session)] >= model_->minimum(items[one].session) &&
                        free(items[one].session) >= items[one].seats;
      nets_[one] = open ? weights_.of(items[one]) : -forbidden;
    }
    for (int const held : held_[at(unit)]) nets_[at(held)] = weights_.of(items[at(held)]);
    nets_[at(item)] = -forbidden;
    case_.settle(*model_, unit, nets_);
    loss += worth(unit, held_[at(unit)]) + case_.demands(unit) - oracle_.best(model_->units()[at(unit)], nets_).net;
  }
  return loss;
}

void Exchange::cancel(int session) {
  auto const holders = holders_[at(session)];
  case_.running[at(session)] = Running::cancelled;
  for (auto const& [unit, item] : holders) leave(unit, item);
  for (auto const& [unit, item] : holders) take_free(unit);
}

/// Fills it to its minimum when that costs no more than cancelling it.
bool Exchange::fill(int session) {
  bool const has_to = case_.of(session) == Running::runs;
  auto const losses = losses_of_joining(session);
  auto const needed = at(model_->minimum(session) - load_[at(session)]);
  if (losses.size() < needed) return false;
  Amount loss = 0;
  for (std::size_t one = 0; one < needed; ++one) loss += losses[one].first;
  if (!has_to && loss > loss_of_cancelling(session)) return false;
  for (std::size_t one = 0; load_[at(session)] < model_->minimum(session) && one < losses.size(); ++one) {
    int const unit = losses[one].second;
    for (auto const& [who, item] : model_->candidates(session)) {
      if (who != unit) continue;
      auto const joined = bundle_with(unit, item);
      if (!joined.bundle.empty()) change(unit, joined.bundle);
    }
  }
  return load_[at(session)] >= model_->minimum(session);
}

}  // namespace lenig::assign
