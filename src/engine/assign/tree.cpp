#include "engine/assign/tree.hpp"

#include <algorithm>
#include <cmath>

namespace lenig::assign {

namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

constexpr double million = static_cast<double>(one);

}  // namespace

Searched Tree::search(Holdings const& known, Prices const& prices, int most_cases, Enough const& enough) {
  nodes_.push_back({Case(*model_), prices});
  nodes_[0].bound = rounded(upper_bound(*model_, nodes_[0].now, bare(), prices, threads_));
  open_.assign(1, 0);
  if (bare_weight(known) >= nodes_[0].bound) mend(known, nodes_[0].now, enough);
  if (most_cases > 0 && best_weight_ < nodes_[0].bound) begin_programme(nodes_[0], known);
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
  if (best_weight_ < 0) mend(known, Case(*model_), enough);
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

/// The bundles that are nearly the best at the prices to begin with, and what is held.
void Tree::begin_programme(Node const& root, Holdings const& known) {
  add_rows();
  Oracle oracle(*model_, weights_.per_person);
  std::vector<Amount> nets;
  std::vector<int> held;
  for (int unit = 0; unit < static_cast<int>(bundles_.size()); ++unit) {
    auto const& its = model_->units()[at(unit)];
    add_bundle(unit, {});
    held.push_back(programme_->of_unit(unit).front());
    auto const& mine = known[at(unit)];
    if (!mine.empty()) {
      add_bundle(unit, mine);
      held.back() = programme_->of_unit(unit).back();
    }
    fill_nets(*model_, root.now, weights_, root.prices, unit, nets);
    auto const best = oracle.best(its, nets).net;
    for (auto const& choice : oracle.within(its, nets, best - grain_, 40)) {
      if (!choice.bundle.empty() && choice.bundle != mine) add_bundle(unit, choice.bundle);
    }
  }
  programme_->begin(held);
}

/// A row for each session that may be too small, or has a minimum.
void Tree::add_rows() {
  std::vector<Programme::Row> rows;
  row_.assign(at(model_->sessions()), -1);
  for (int session = 0; session < model_->sessions(); ++session) {
    int wished = 0;
    for (auto const& [unit, item] : model_->candidates(session))
      wished += model_->items(model_->units()[at(unit)])[at(item)].seats;
    if (wished == 0 || (wished <= model_->capacity(session) && model_->minimum(session) == 0)) continue;
    row_[at(session)] = static_cast<int>(rows.size());
    rows.push_back({static_cast<double>(model_->capacity(session)), static_cast<double>(model_->minimum(session))});
  }
  programme_.emplace(rows, static_cast<int>(bundles_.size()));
}

void Tree::add_bundle(int unit, Bundle const& bundle) {
  boost::container::small_vector<Programme::Entry, 4> entries;
  auto const items = model_->items(model_->units()[at(unit)]);
  for (int const item : bundle) {
    auto const& one = items[at(item)];
    int const row = row_[at(one.session)];
    if (row < 0) continue;
    auto const there = std::ranges::find(entries, row, &Programme::Entry::row);
    if (there != entries.end())
      there->seats += one.seats;
    else
      entries.push_back({row, static_cast<double>(one.seats)});
  }
  programme_->add(unit, static_cast<double>(weight_of(unit, bundle)) / million, entries);
  bundles_[at(unit)].push_back(bundle);
}

Amount Tree::weight_of(int unit, Bundle const& bundle) const {
  auto const& its = model_->units()[at(unit)];
  Amount sum = weights_.per_person * people_with(*model_, its, bundle);
  for (int const item : bundle) sum += weights_.of(model_->items(its)[at(item)]);
  return sum;
}

void Tree::look_at(Node& node, Enough const& enough) {
  set_case(node.now);
  relax(node);
  shares_ = shares();
  if (node.bound <= best_weight_ || enough()) return;
  round_off(node, shares_, enough);
}

/// What is not of the case costs more than anything is worth.
void Tree::set_case(Case const& now) {
  double const dearest = 10.0 * static_cast<double>(model_->dearest() + weights_.per_person) / million;
  for (int session = 0; session < model_->sessions(); ++session) {
    if (row_[at(session)] >= 0) programme_->ask(row_[at(session)], now.of(session) == Running::runs ? dearest : 0);
  }
  for (int unit = 0; unit < static_cast<int>(bundles_.size()); ++unit) {
    for (std::size_t one = 0; one < bundles_[at(unit)].size(); ++one)
      programme_->weigh(programme_->of_unit(unit)[one], weight_in(now, unit, bundles_[at(unit)][one]));
  }
}

double Tree::weight_in(Case const& now, int unit, Bundle const& bundle) const {
  auto const items = model_->items(model_->units()[at(unit)]);
  auto against =
      std::ranges::count_if(bundle, [&](int item) { return now.of(items[at(item)].session) == Running::cancelled; });
  for (auto const& one : std::ranges::equal_range(now.held, unit, {}, &Case::Held::unit))
    against += std::ranges::binary_search(bundle, one.item) == one.holds ? 0 : 1;
  Amount const dearest = 10 * (model_->dearest() + weights_.per_person);
  return static_cast<double>(weight_of(unit, bundle) - against * dearest) / million;
}

/// Column generation: prices from the bundles at hand, then better bundles at those prices, until there are none.
void Tree::relax(Node& node) {
  for (int round = 0; round < 30; ++round) {
    programme_->run(2000);
    auto const prices = prices_of(node.now);
    auto const [bound_with_lots, found] = price_out(node.now, prices);
    if (found && rounded(bound_with_lots) > best_weight_) continue;
    auto const bound = rounded(upper_bound(*model_, node.now, bare(), prices, threads_));
    if (bound <= node.bound) node.prices = prices;
    node.bound = std::min(node.bound, bound);
    if (node.bound <= best_weight_ || !found) break;
  }
}

Prices Tree::prices_of(Case const& now) const {
  Prices prices(row_.size());
  for (std::size_t session = 0; session < row_.size(); ++session) {
    if (row_[session] < 0) continue;
    prices[session] = std::llround(programme_->price(row_[session]) * million);
    if (now.running[session] != Running::runs) prices[session] = std::max<Amount>(prices[session], 0);
  }
  return prices;
}

/// Adds each unit's best bundle where it is better than all that are at hand; the bound, and whether there were any.
std::pair<Amount, bool> Tree::price_out(Case const& now, Prices const& prices) {
  Oracle oracle(*model_, weights_.per_person);
  std::vector<Amount> nets;
  bool found = false;
  Amount bound = cost_of_seats(*model_, now, prices);
  for (int unit = 0; unit < static_cast<int>(bundles_.size()); ++unit) {
    fill_nets(*model_, now, weights_, prices, unit, nets);
    auto const& best = oracle.best(model_->units()[at(unit)], nets);
    bound += best.net - now.demands(unit);
    if (std::ranges::find(bundles_[at(unit)], best.bundle) != bundles_[at(unit)].end()) continue;
    add_bundle(unit, best.bundle);
    programme_->weigh(programme_->of_unit(unit).back(), weight_in(now, unit, best.bundle));
    found = true;
  }
  return {bound, found};
}

std::vector<Tree::Share> Tree::shares() const {
  std::vector<Share> all;
  for (int unit = 0; unit < static_cast<int>(bundles_.size()); ++unit) {
    for (std::size_t one = 0; one < bundles_[at(unit)].size(); ++one) {
      double const share = programme_->share(programme_->of_unit(unit)[one]);
      if (share > 1e-2) all.push_back({unit, bundles_[at(unit)][one], share});
    }
  }
  return all;
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
  mend(wished, node.now, enough);
}

void Tree::mend(Holdings const& wished, Case const& now, Enough const& enough) {
  Exchange found(*model_, now, weights_);
  found.begin(wished, Begin::as_it_is);
  found.mind_minimums(enough);
  consider(found);
}

void Tree::consider(Exchange const& found) {
  auto const with_lots = found.weight();
  auto const weight = bare_weight(found.holdings());
  if (std::pair(weight, with_lots) <= std::pair(best_weight_, best_with_lots_)) return;
  best_ = found.holdings();
  best_weight_ = weight;
  best_with_lots_ = with_lots;
}

/// Without lots.
Amount Tree::bare_weight(Holdings const& holdings) const {
  Amount weight = 0;
  for (int unit = 0; unit < static_cast<int>(holdings.size()); ++unit) {
    auto const& its = model_->units()[at(unit)];
    weight += weights_.per_person * people_with(*model_, its, holdings[at(unit)]);
    for (int const item : holdings[at(unit)]) weight += bare().of(model_->items(its)[at(item)]);
  }
  return weight;
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
