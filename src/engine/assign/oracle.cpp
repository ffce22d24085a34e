#include "engine/assign/oracle.hpp"

#include <algorithm>

namespace lenig::assign {

int people_with(Model const& model, Unit const& unit, Bundle const& bundle) {
  auto const items = model.items(unit);
  boost::container::small_vector<int, 8> members;
  for (int const index : bundle) {
    int const member = items[static_cast<std::size_t>(index)].member;
    if (member < 0) return unit.members;
    if (std::ranges::find(members, member) == members.end()) members.push_back(member);
  }
  return static_cast<int>(members.size());
}

Choice const& Oracle::best(Unit const& unit, std::span<Amount const> nets) {
  found_ = nullptr;
  rank(unit, nets);
  best_.net = 0;
  best_.bundle.clear();
  descend(0, 0, 0, 0);
  std::ranges::sort(best_.bundle);
  return best_;
}

std::vector<Choice> Oracle::within(Unit const& unit, std::span<Amount const> nets, Amount floor, std::size_t most) {
  std::vector<Choice> found;
  found_ = &found;
  floor_ = floor;
  most_ = most;
  rank(unit, nets);
  descend(0, 0, 0, 0);
  for (auto& one : found) std::ranges::sort(one.bundle);
  found_ = nullptr;
  return found;
}

/// The items that can be worth something, the best first: a first session may cost up to what having one counts for.
void Oracle::rank(Unit const& unit, std::span<Amount const> nets) {
  unit_ = &unit;
  shared_.clear();
  sorted_ = 0;
  shadow_most_ = 0;
  chosen_.clear();
  if (found_ == nullptr && unit.members == 1) return rank_single(unit, nets);
  Amount const lowest = found_ != nullptr ? -forbidden / 2 : -per_person_ * unit.members;
  for (int item = 0; item < unit.shared; ++item) {
    auto const net = nets[static_cast<std::size_t>(item)];
    if (net > -forbidden / 2 && net >= lowest) shared_.push_back({net, item});
  }
  if (unit.members == 1) return;
  own_.resize(std::max(own_.size(), static_cast<std::size_t>(unit.members)));
  for (int member = 0; member < unit.members; ++member) own_[static_cast<std::size_t>(member)].clear();
  for (int item = unit.shared; item < unit.items; ++item) {
    auto const net = nets[static_cast<std::size_t>(item)];
    auto& list = own_[static_cast<std::size_t>(model_->items(unit)[static_cast<std::size_t>(item)].member)];
    if (net > -forbidden / 2 && net > -per_person_) insert(list, {net, item});
  }
  for (int member = 0; member < unit.members; ++member) {
    int left = model_->members(unit)[static_cast<std::size_t>(member)].max_shadowings;
    for (auto const& one : own_[static_cast<std::size_t>(member)]) {
      if (left-- == 0 || one.net <= 0) break;
      shadow_most_ += one.net;
    }
    shadow_most_ += per_person_;
  }
}

/// Of one person: what costs something is only good for by itself, so that the cheapest of it will do.
void Oracle::rank_single(Unit const& unit, std::span<Amount const> nets) {
  Ranked single{-per_person_, -1};
  for (int item = 0; item < unit.shared; ++item) {
    auto const net = nets[static_cast<std::size_t>(item)];
    if (net > 0) shared_.push_back({net, item});
    if (net <= 0 && net > single.net) single = {net, item};
  }
  if (single.item >= 0) shared_.push_back(single);
}

void Oracle::insert(std::vector<Ranked>& list, Ranked one) {
  auto place = list.size();
  list.push_back(one);
  for (; place > 0 && one.before(list[place - 1]); --place) list[place] = list[place - 1];
  list[place] = one;
}

/// Adds shared items, the best first; leaves off where nothing better can come.
void Oracle::descend(std::size_t from, int chosen, int shadowings, Amount sum) {
  weigh(sum);
  if (chosen == unit_->limit) return;
  for (std::size_t at = from; at < shared_.size(); ++at) {
    sort_until(at);
    auto const one = shared_[at];
    Amount const placed = chosen == 0 ? per_person_ * unit_->members : 0;
    Amount const later = std::max<Amount>(one.net, 0) * (unit_->limit - chosen - 1);
    Amount const most = sum + placed + one.net + later + shadow_most_;
    if (found_ != nullptr ? most < floor_ : most <= best_.net) break;
    auto const& item = model_->items(*unit_)[static_cast<std::size_t>(one.item)];
    if (!fits(one.item) || (item.shadowing && shadowings == unit_->shadowing_limit)) continue;
    chosen_.push_back(one.item);
    descend(at + 1, chosen + 1, shadowings + (item.shadowing ? 1 : 0), sum + placed + one.net);
    chosen_.pop_back();
  }
}

/// Only the best few are ever looked at. Without branches, which would be guessed wrong as often as right.
void Oracle::sort_until(std::size_t place) {
  for (; sorted_ <= place; ++sorted_) {
    auto best = sorted_;
    auto most = shared_[best];
    for (auto one = sorted_ + 1; one < shared_.size(); ++one) {
      auto const& other = shared_[one];
      bool const before = (other.net > most.net) | ((other.net == most.net) & (other.item < most.item));
      best = before ? one : best;
      most.net = before ? other.net : most.net;
      most.item = before ? other.item : most.item;
    }
    std::swap(shared_[sorted_], shared_[best]);
  }
}

bool Oracle::fits(int item) const {
  return std::ranges::none_of(chosen_, [&](int held) { return model_->clash(*unit_, held, item); });
}

void Oracle::weigh(Amount sum) {
  auto const shared = chosen_.size();
  Amount total = sum;
  if (unit_->members > 1) {
    Bundle shadowings;
    total += best_shadowings(shadowings);
    chosen_.insert(chosen_.end(), shadowings.begin(), shadowings.end());
  }
  if (found_ != nullptr) {
    if (total >= floor_ && found_->size() < most_) found_->push_back({total, chosen_});
  } else if (total > best_.net) {
    best_.net = total;
    best_.bundle = chosen_;
  }
  chosen_.resize(shared);
}

/// With the workshops that are chosen each member does their best by themselves. Where both of a pair would have the
/// only seat of a session one of them goes without, whichever is better.
Amount Oracle::best_shadowings(Bundle& all) {
  Amount total = 0;
  auto const workshops = static_cast<int>(chosen_.size());
  all.clear();
  for (int member = 0; member < unit_->members; ++member) {
    member_ = &model_->members(*unit_)[static_cast<std::size_t>(member)];
    best_of_member_.net = 0;
    best_of_member_.bundle.clear();
    mine_.clear();
    descend_member(static_cast<std::size_t>(member), 0, workshops, 0);
    total += best_of_member_.net;
    all.insert(all.end(), best_of_member_.bundle.begin(), best_of_member_.bundle.end());
  }
  auto const two = rivals(all);
  if (!two) return total;
  total = -1;
  for (int const loser : {two->first, two->second}) {
    barred_.push_back(loser);
    Bundle others;
    auto const sum = best_shadowings(others);
    barred_.pop_back();
    if (sum <= total) continue;
    total = sum;
    all = others;
  }
  return total;
}

/// Larger groups are left as they are: the bound is a bound all the same, if a higher one.
std::optional<std::pair<int, int>> Oracle::rivals(Bundle const& all) const {
  if (unit_->members != 2) return {};
  auto const items = model_->items(*unit_);
  for (std::size_t other = 1; other < all.size(); ++other) {
    int const session = items[static_cast<std::size_t>(all[other])].session;
    for (std::size_t one = 0; one < other; ++one) {
      if (items[static_cast<std::size_t>(all[one])].session == session && model_->capacity(session) < 2)
        return std::pair(all[one], all[other]);
    }
  }
  return {};
}

void Oracle::descend_member(std::size_t member, std::size_t from, int chosen, Amount sum) {
  if (sum > best_of_member_.net) {
    best_of_member_.net = sum;
    best_of_member_.bundle = mine_;
  }
  if (chosen >= member_->max_sessions || std::ssize(mine_) == member_->max_shadowings) return;
  for (std::size_t at = from; at < own_[member].size(); ++at) {
    auto const& one = own_[member][at];
    if (std::ranges::find(barred_, one.item) != barred_.end()) continue;
    bool const clashes =
        !fits(one.item) || std::ranges::any_of(mine_, [&](int held) { return model_->clash(*unit_, held, one.item); });
    if (clashes) continue;
    mine_.push_back(one.item);
    descend_member(member, at + 1, chosen + 1, sum + one.net + (chosen == 0 ? per_person_ : 0));
    mine_.pop_back();
  }
}

}  // namespace lenig::assign
