#include "engine/assign/tree.hpp"

#include <algorithm>
#include <cmath>

namespace lenig::assign {

namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

constexpr double million = static_cast<double>(one);

}  // namespace

Searched Tree::search(Holdings const& known, Prices const& prices, int most_cases, Enough const& enough) {
  Exchange start(*model_, Case(*model_), weights_);
  start.begin(known);
  start.mind_minimums(enough);
  consider(start);
  nodes_.push_back({Case(*model_), prices});
  nodes_[0].bound = rounded(upper_bound(*model_, nodes_[0].now, bare(), prices, threads_));
  open_.assign(1, 0);
  if (most_cases > 0) begin_bundles(nodes_[0]);
  int looked_at = 0;
  while (!open_.empty() && looked_at < most_cases && !enough()) {
    int const place = most_promising();
    int const index = open_[at(place)];
    if (nodes_[at(index)].bound <= best_weight_) break;
    open_.erase(open_.begin() + place);
    look_at(nodes_[at(index)], enough);
    ++looked_at;
    if (nodes_[at(index)].bound <= best_weight_ || branch(index, shares_)) continue;
    open_.push_back(index);
    break;
  }
  Amount bound = best_weight_;
  for (int const index : open_) bound = std::max(bound, nodes_[at(index)].bound);
  return {best_, best_weight_, bound, proof_of(0), bound == best_weight_};
}

int Tree::most_promising() const {
  auto const best = std::ranges::max_element(open_, [&](int one, int other) {
    return std::pair(nodes_[at(one)].bound, one) < std::pair(nodes_[at(other)].bound, other);
  });
  return static_cast<int>(best - open_.begin());
}

/// The bundles that are nearly the best at the prices to begin with.
void Tree::begin_bundles(Node const& root) {
  Oracle oracle(*model_, weights_.per_person);
  std::vector<Amount> nets;
  for (std::size_t unit = 0; unit < bundles_.size(); ++unit) {
    fill_nets(*model_, root.now, weights_, root.prices, static_cast<int>(unit), nets);
    auto const& its = model_->units()[unit];
    auto const best = oracle.best(its, nets).net;
    bundles_[unit].emplace_back();
    for (auto const& choice : oracle.within(its, nets, best - 4 * grain_, 60)) {
      if (!choice.bundle.empty()) bundles_[unit].push_back(choice.bundle);
    }
  }
}

void Tree::look_at(Node& node, Enough const& enough) {
  shares_ = relax(node);
  if (node.bound <= best_weight_ || enough()) return;
  round_off(node, shares_, enough);
}

/// Column generation: prices from the bundles at hand, then better bundles at those prices, until there are none.
std::vector<Tree::Share> Tree::relax(Node& node) {
  std::vector<Share> shares;
  for (int round = 0; round < 25; ++round) {
    shares.clear();
    auto columns = columns_of(node, shares);
    auto const solved = solve_interior(columns, 1e-8);
    for (std::size_t column = 0; column < shares.size(); ++column) shares[column].x = solved.x[column];
    std::vector<int> row;
    std::vector<int> least;
    Columns rows;
    add_rows(node, rows, row, least);
    Prices prices(at(model_->sessions()));
    for (int session = 0; session < model_->sessions(); ++session) {
      double price = row[at(session)] >= 0 ? solved.price[at(row[at(session)])] : 0;
      if (least[at(session)] >= 0) price -= solved.price[at(least[at(session)])];
      prices[at(session)] = std::llround(price * million);
    }
    auto const bound = rounded(upper_bound(*model_, node.now, bare(), prices, threads_));
    if (bound < node.bound || round == 0) {
      if (bound <= node.bound) node.prices = prices;
      node.bound = std::min(node.bound, bound);
    }
    if (node.bound <= best_weight_ || !price_out(node, prices)) break;
  }
  return shares;
}

Columns Tree::columns_of(Node const& node, std::vector<Share>& shares) const {
  Columns columns;
  std::vector<int> row;
  std::vector<int> least;
  add_rows(node, columns, row, least);
  columns.units = static_cast<int>(bundles_.size());
  std::vector<Columns::Entry> entries;
  for (int unit = 0; unit < columns.units; ++unit) {
    auto const items = model_->items(model_->units()[at(unit)]);
    for (auto const& bundle : bundles_[at(unit)]) {
      bool const whole = allowed(node, unit, bundle);
      if (!whole && !bundle.empty()) continue;
      entries.clear();
      for (int const item : bundle) {
        auto const& one = items[at(item)];
        if (row[at(one.session)] >= 0) entries.push_back({row[at(one.session)], static_cast<double>(one.seats)});
        if (least[at(one.session)] >= 0) entries.push_back({least[at(one.session)], -static_cast<double>(one.seats)});
      }
      // Who has to hold something and would rather have nothing makes the case worthless.
      double const weight = whole ? weight_of(unit, bundle) : -100.0 * static_cast<double>(model_->dearest()) / million;
      columns.add(weight, unit, entries);
      shares.push_back({unit, bundle, 0});
    }
  }
  double const shortage = -10.0 * static_cast<double>(model_->dearest() + weights_.per_person) / million;
  for (int const one : least) {
    if (one >= 0) columns.add(shortage, -1, {{one, -1.0}});
  }
  return columns;
}

/// A row for each session that may be too small, and one for each that has to reach its minimum.
void Tree::add_rows(Node const& node, Columns& columns, std::vector<int>& row, std::vector<int>& least) const {
  row.assign(at(model_->sessions()), -1);
  least = row;
  for (int session = 0; session < model_->sessions(); ++session) {
    if (node.now.of(session) == Running::cancelled) continue;
    int wished = 0;
    for (auto const& [unit, item] : model_->candidates(session))
      wished += model_->items(model_->units()[at(unit)])[at(item)].seats;
    if (wished > model_->capacity(session)) {
      row[at(session)] = static_cast<int>(columns.limit.size());
      columns.limit.push_back(model_->capacity(session));
    }
    if (node.now.of(session) == Running::runs) {
      least[at(session)] = static_cast<int>(columns.limit.size());
      columns.limit.push_back(-std::max(model_->minimum(session), 1));
    }
  }
}

bool Tree::allowed(Node const& node, int unit, Bundle const& bundle) const {
  auto const items = model_->items(model_->units()[at(unit)]);
  for (int const item : bundle) {
    if (node.now.of(items[at(item)].session) == Running::cancelled) return false;
  }
  auto const mine = std::ranges::equal_range(node.now.held, unit, {}, &Case::Held::unit);
  return std::ranges::all_of(
      mine, [&](Case::Held const& one) { return std::ranges::binary_search(bundle, one.item) == one.holds; });
}

double Tree::weight_of(int unit, Bundle const& bundle) const {
  auto const& its = model_->units()[at(unit)];
  Amount sum = weights_.per_person * people_with(*model_, its, bundle);
  for (int const item : bundle) sum += weights_.of(model_->items(its)[at(item)]);
  return static_cast<double>(sum) / million;
}

/// Adds each unit's best bundle where it is better than all that are at hand.
bool Tree::price_out(Node const& node, Prices const& prices) {
  Oracle oracle(*model_, weights_.per_person);
  std::vector<Amount> nets;
  bool found = false;
  for (int unit = 0; unit < static_cast<int>(bundles_.size()); ++unit) {
    fill_nets(*model_, node.now, weights_, prices, unit, nets);
    auto const& best = oracle.best(model_->units()[at(unit)], nets);
    if (!allowed(node, unit, best.bundle)) continue;
    auto& mine = bundles_[at(unit)];
    if (std::ranges::find(mine, best.bundle) != mine.end()) continue;
    mine.push_back(best.bundle);
    found = true;
  }
  return found;
}

/// Every unit takes the bundle of which it has the greatest share, the surest first; then chains.
void Tree::round_off(Node const& node, std::vector<Share> const& shares, Enough const& enough) {
  Holdings wished(bundles_.size());
  std::vector<double> most(bundles_.size(), -1);
  for (auto const& share : shares) {
    if (share.x <= most[at(share.unit)]) continue;
    most[at(share.unit)] = share.x;
    wished[at(share.unit)] = share.bundle;
  }
  for (bool const in_case : {true, false}) {
    for (auto const how : {Begin::anew, Begin::as_it_is}) {
      Exchange found(*model_, in_case ? node.now : Case(*model_), weights_);
      found.begin(wished, how);
      found.improve(enough);
      found.mind_minimums(enough);
      consider(found);
    }
  }
}

void Tree::consider(Exchange const& found) {
  auto const with_lots = found.weight();
  auto weight = with_lots;
  for (std::size_t unit = 0; weights_.lots && unit < bundles_.size(); ++unit) {
    for (int const item : found.holdings()[unit]) weight -= model_->items(model_->units()[unit])[at(item)].lot;
  }
  if (std::pair(weight, with_lots) <= std::pair(best_weight_, best_with_lots_)) return;
  best_ = found.holdings();
  best_weight_ = weight;
  best_with_lots_ = with_lots;
}

// --- two cases more

bool Tree::branch(int index, std::vector<Share> const& shares) {
  return branch_on_session(index, shares) || branch_on_person(index, shares);
}

/// The session that is furthest from either holding nobody or enough.
bool Tree::branch_on_session(int index, std::vector<Share> const& shares) {
  std::vector<double> load(at(model_->sessions()));
  for (auto const& share : shares) {
    for (int const item : share.bundle) {
      auto const& one = model_->items(model_->units()[at(share.unit)])[at(item)];
      load[at(one.session)] += share.x * one.seats;
    }
  }
  int chosen = -1;
  double furthest = 1e-3;
  for (int session = 0; session < model_->sessions(); ++session) {
    if (nodes_[at(index)].now.of(session) != Running::undecided) continue;
    auto const distance = std::min(load[at(session)], model_->minimum(session) - load[at(session)]);
    if (distance <= furthest) continue;
    furthest = distance;
    chosen = session;
  }
  if (chosen >= 0) divide(index, chosen, -1, {});
  return chosen >= 0;
}

/// The session of somebody of which their share is nearest to a half.
bool Tree::branch_on_person(int index, std::vector<Share> const& shares) {
  std::pair<int, int> chosen{-1, -1};
  double nearest = 0.499;
  for (std::size_t first = 0; first < shares.size();) {
    int const unit = shares[first].unit;
    std::vector<double> held(at(model_->units()[at(unit)].items));
    for (; first < shares.size() && shares[first].unit == unit; ++first) {
      for (int const item : shares[first].bundle) held[at(item)] += shares[first].x;
    }
    for (std::size_t item = 0; item < held.size(); ++item) {
      if (std::abs(held[item] - 0.5) >= nearest) continue;
      nearest = std::abs(held[item] - 0.5);
      chosen = {unit, static_cast<int>(item)};
    }
  }
  if (chosen.first < 0) return false;
  auto const& unit = model_->units()[at(chosen.first)];
  auto const& item = model_->items(unit)[at(chosen.second)];
  auto const member = model_->members(unit)[at(std::max(item.member, 0))];
  divide(index, item.session, member.person, chosen);
  return true;
}

void Tree::divide(int index, int session, int person, std::pair<int, int> item) {
  nodes_[at(index)].session = session;
  nodes_[at(index)].person = person;
  for (bool const yes : {false, true}) {
    auto child = nodes_[at(index)];
    child.no = child.yes = child.session = child.person = -1;
    if (person < 0) child.now.running[at(session)] = yes ? Running::runs : Running::cancelled;
    if (person >= 0) child.now.hold(item.first, item.second, yes);
    child.bound = std::min(child.bound, rounded(upper_bound(*model_, child.now, bare(), child.prices, threads_)));
    auto const place = static_cast<int>(nodes_.size());
    (yes ? nodes_[at(index)].yes : nodes_[at(index)].no) = place;
    nodes_.push_back(std::move(child));
    open_.push_back(place);
  }
}

Proof Tree::proof_of(int index) const {
  auto const& node = nodes_[at(index)];
  if (node.no >= 0) return {node.session, node.person, {proof_of(node.no), proof_of(node.yes)}, 0, {}};
  Proof leaf;
  leaf.per_person = weights_.per_person;
  for (int session = 0; session < model_->sessions(); ++session) {
    auto const price = node.prices[at(session)];
    if (price > 0 || (price < 0 && node.now.of(session) == Running::runs)) leaf.prices.emplace_back(session, price);
  }
  return leaf;
}

}  // namespace lenig::assign
