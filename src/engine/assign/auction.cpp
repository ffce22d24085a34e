#include "engine/assign/auction.hpp"

#include <algorithm>

namespace lenig::assign {

namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

}  // namespace

Auction::Auction(Model const& model, Case now, Weights weights)
    : model_(&model),
      case_(std::move(now)),
      weights_(weights),
      oracle_(model, weights.per_person),
      held_(model.units().size()),
      bids_(model.units().size()),
      seats_(at(model.sessions())),
      used_(at(model.sessions())),
      reserve_(at(model.sessions())),
      price_(at(model.sessions())),
      queued_(model.units().size()) {}

Item const& Auction::item_of(int unit, int item) const { return model_->items(model_->units()[at(unit)])[at(item)]; }

int Auction::free(int session) const { return model_->capacity(session) - used_[at(session)]; }

void Auction::begin(Prices const& prices, Holdings const& holdings) {
  reserve_ = prices;
  for (int session = 0; session < model_->sessions(); ++session) note_price(session);
  for (int unit = 0; unit < static_cast<int>(holdings.size()); ++unit) {
    for (int const item : holdings[at(unit)]) {
      auto const& its = item_of(unit, item);
      if (free(its.session) >= its.seats && case_.of(its.session) != Running::cancelled)
        take(unit, item, prices[at(its.session)]);
    }
  }
}

void Auction::run(Amount step, Enough const& enough) {
  lower(step);
  for (int unit = 0; unit < static_cast<int>(held_.size()); ++unit) queue(unit);
  bid_all(step, enough);
  for (int round = 0; round < 12 && !enough(); ++round) {
    auto const before = bids_made_;
    reprice(step);
    bid_all(step, enough);
    if (bids_made_ == before) break;
  }
}

/// Everybody's seat becomes as cheap as the next one; units that would now rather have something else will bid.
void Auction::lower(Amount step) {
  for (int session = 0; session < model_->sessions(); ++session) {
    auto& seats = seats_[at(session)];
    if (free(session) > 0) {
      for (auto& seat : seats) seat.bid = std::min(seat.bid, reserve_[at(session)]);
      continue;
    }
    auto const price = std::max<Amount>(price_[at(session)] - step, 0);
    reserve_[at(session)] = std::min(price, price_[at(session)]);
    for (auto& seat : seats) seat.bid = std::min(seat.bid, reserve_[at(session)]);
    note_price(session);
  }
  for (int unit = 0; unit < static_cast<int>(held_.size()); ++unit) {
    for (std::size_t held = 0; held < held_[at(unit)].size(); ++held) {
      auto const session = item_of(unit, held_[at(unit)][held]).session;
      bids_[at(unit)][held] = std::min(bids_[at(unit)][held], reserve_[at(session)]);
    }
  }
}

void Auction::queue(int unit) {
  if (std::exchange(queued_[at(unit)], 1) == 0) waiting_.push_back(unit);
}

void Auction::bid_all(Amount step, Enough const& enough) {
  for (std::int64_t count = 0; !waiting_.empty(); ++count) {
    if (count % 1024 == 1023 && enough()) return;
    int const unit = waiting_.front();
    waiting_.pop_front();
    queued_[at(unit)] = 0;
    bid(unit, step);
  }
}

/// Takes the best bundle at the prices that are asked. For what is new it bids as much as would make the next best
/// bundle as good.
void Auction::bid(int unit, Amount step) {
  auto const& its = model_->units()[at(unit)];
  auto const items = model_->items(its);
  nets_.resize(items.size());
  for (std::size_t item = 0; item < items.size(); ++item)
    nets_[item] = weights_.of(items[item]) - asked(items[item], step) * items[item].seats;
  auto const& held = held_[at(unit)];
  for (std::size_t one = 0; one < held.size(); ++one) {
    auto const& item = items[at(held[one])];
    nets_[at(held[one])] = weights_.of(item) - bids_[at(unit)][one] * item.seats;
  }
  case_.settle(*model_, unit, nets_);
  auto const best = oracle_.best(its, nets_);
  if (best.bundle == held) return;
  boost::container::small_vector<std::pair<int, Amount>, 4> wanted;
  for (int const item : best.bundle) {
    if (std::ranges::find(held, item) != held.end()) continue;
    auto const net = std::exchange(nets_[at(item)], -forbidden);
    auto const margin = std::min(best.net - oracle_.best(its, nets_).net, demanded);
    nets_[at(item)] = net;
    wanted.emplace_back(item, asked(items[at(item)], step) + margin / items[at(item)].seats);
  }
  auto const before = held;
  for (int const item : before) {
    if (std::ranges::find(best.bundle, item) == best.bundle.end()) leave(unit, item);
  }
  for (auto const& [item, bid] : wanted) take(unit, item, bid);
  ++bids_made_;
}

Amount Auction::asked(Item const& item, Amount step) const {
  auto const& seats = seats_[at(item.session)];
  int needed = item.seats - free(item.session);
  if (needed <= 0) return reserve_[at(item.session)];
  if (needed == 1) return price_[at(item.session)] + step;
  std::vector<std::pair<Amount, int>> cheapest;
  cheapest.reserve(seats.size());
  for (auto const& seat : seats) cheapest.emplace_back(seat.bid, item_of(seat.unit, seat.item).seats);
  std::ranges::sort(cheapest);
  for (auto const& [bid, count] : cheapest) {
    needed -= count;
    if (needed <= 0) return bid + step;
  }
  return forbidden / 4 / item.seats;
}

void Auction::take(int unit, int item, Amount bid) {
  auto const& its = item_of(unit, item);
  if (free(its.session) < its.seats) push_out(its.session, its.seats - free(its.session));
  if (free(its.session) < its.seats) return;
  seats_[at(its.session)].push_back({unit, item, bid});
  used_[at(its.session)] += its.seats;
  auto& held = held_[at(unit)];
  auto const place = std::ranges::lower_bound(held, item) - held.begin();
  held.insert(held.begin() + place, item);
  bids_[at(unit)].insert(bids_[at(unit)].begin() + place, bid);
  note_price(its.session);
}

void Auction::leave(int unit, int item) {
  auto const& its = item_of(unit, item);
  auto& seats = seats_[at(its.session)];
  // The seat keeps its price while there is bidding, so that prices never fall and bidding ends.
  if (free(its.session) == 0) reserve_[at(its.session)] = std::max(reserve_[at(its.session)], price_[at(its.session)]);
  auto const seat = std::ranges::find_if(seats, [&](Seat const& one) { return one.unit == unit && one.item == item; });
  *seat = seats.back();
  seats.pop_back();
  used_[at(its.session)] -= its.seats;
  auto& held = held_[at(unit)];
  auto const place = std::ranges::find(held, item) - held.begin();
  held.erase(held.begin() + place);
  bids_[at(unit)].erase(bids_[at(unit)].begin() + place);
  note_price(its.session);
}

/// Those who bid least leave, and will bid again.
void Auction::push_out(int session, int seats) {
  while (seats > 0 && !seats_[at(session)].empty()) {
    auto const least = *std::ranges::min_element(seats_[at(session)], [](Seat const& one, Seat const& other) {
      return std::tie(one.bid, one.unit, one.item) < std::tie(other.bid, other.unit, other.item);
    });
    seats -= item_of(least.unit, least.item).seats;
    leave(least.unit, least.item);
    queue(least.unit);
    reserve_[at(session)] = std::max(reserve_[at(session)], least.bid);
  }
}

void Auction::note_price(int session) {
  price_[at(session)] = reserve_[at(session)];
  if (free(session) > 0) return;
  auto const& seats = seats_[at(session)];
  price_[at(session)] = std::ranges::min(seats, {}, &Seat::bid).bid;
}

/// A free seat costs nothing in the end, or somebody would take it for what it costs.
void Auction::reprice(Amount step) {
  for (int session = 0; session < model_->sessions(); ++session) {
    if (free(session) > 0 && reserve_[at(session)] > 0) reprice(session, step);
  }
}

bool Auction::reprice(int session, Amount step) {
  std::vector<std::pair<Amount, int>> gains;
  for (auto const& [unit, item] : model_->candidates(session)) {
    if (std::ranges::find(held_[at(unit)], item) != held_[at(unit)].end()) continue;
    auto const would = gain(unit, item);
    if (would > 0) gains.emplace_back(would, unit);
  }
  auto const seats = at(free(session));
  std::ranges::sort(gains, [](auto const& one, auto const& other) {
    return one.first != other.first ? one.first > other.first : one.second < other.second;
  });
  auto const before = reserve_[at(session)];
  auto const now = gains.size() > seats ? std::max<Amount>(0, gains[seats].first - step) : 0;
  if (now >= before) return false;
  reserve_[at(session)] = now;
  for (auto& seat : seats_[at(session)]) {
    seat.bid = std::min(seat.bid, now);
    auto const& held = held_[at(seat.unit)];
    auto const place = std::ranges::find(held, seat.item) - held.begin();
    bids_[at(seat.unit)][at(static_cast<int>(place))] = seat.bid;
  }
  note_price(session);
  for (std::size_t one = 0; one < gains.size() && one <= seats; ++one) queue(gains[one].second);
  return true;
}

/// By how much a unit would be better off if a seat were free of charge; per seat.
Amount Auction::gain(int unit, int item) {
  auto const& its = model_->units()[at(unit)];
  auto const items = model_->items(its);
  nets_.resize(items.size());
  for (std::size_t one = 0; one < items.size(); ++one)
    nets_[one] = weights_.of(items[one]) - asked(items[one], 0) * items[one].seats;
  auto const& held = held_[at(unit)];
  for (std::size_t one = 0; one < held.size(); ++one)
    nets_[at(held[one])] = weights_.of(items[at(held[one])]) - bids_[at(unit)][one] * items[at(held[one])].seats;
  nets_[at(item)] = weights_.of(items[at(item)]);
  case_.settle(*model_, unit, nets_);
  auto const with = oracle_.best(its, nets_).net;
  nets_[at(item)] = -forbidden;
  return (with - oracle_.best(its, nets_).net) / items[at(item)].seats;
}

Prices Auction::prices() const {
  auto all = price_;
  for (int session = 0; session < model_->sessions(); ++session) {
    if (case_.of(session) != Running::runs) all[at(session)] = std::max<Amount>(all[at(session)], 0);
  }
  return all;
}

}  // namespace lenig::assign
