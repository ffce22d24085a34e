#include "engine/assign/tree.hpp"

#include <algorithm>

namespace lenig::assign {

namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

/// In every so many cases an assignment is looked for.
constexpr int cases_a_dive = 4;
constexpr int deepest_dive = 60;

}  // namespace

Searched Tree::search(Holdings const& known, Prices const& prices, int most_cases, Enough const& enough) {
  nodes_.push_back({.now = Case(*model_), .bound = {bound_at(Case(*model_), prices), prices}});
  open_.assign(1, 0);
  if (bare_weight(known) >= nodes_[0].bound.weight) mend(known, nodes_[0].now, enough);
  if (most_cases > 0 && best_weight_ < nodes_[0].bound.weight) relaxation_.begin(prices, known);
  while (!open_.empty() && looked_at_ < most_cases && !enough()) {
    int const place = most_promising();
    int const index = open_[at(place)];
    if (nodes_[at(index)].bound.weight <= best_weight_) break;
    open_.erase(open_.begin() + place);
    look_at(nodes_[at(index)], enough);
    if (nodes_[at(index)].bound.weight <= best_weight_ || divide(index)) continue;
    open_.push_back(index);
    break;
  }
  if (best_weight_ < 0) mend(known, Case(*model_), enough);
  auto const bound = proven();
  return {best_, best_weight_, bound, proof_of(0), bound == best_weight_};
}

Amount Tree::bound_at(Case const& now, Prices const& prices) const {
  return relaxation_.rounded(upper_bound(*model_, now, relaxation_.bare(), prices, threads_));
}

int Tree::most_promising() const {
  auto const best = std::ranges::max_element(open_, [&](int one, int other) {
    return std::pair(nodes_[at(one)].bound.weight, one) < std::pair(nodes_[at(other)].bound.weight, other);
  });
  return static_cast<int>(best - open_.begin());
}

void Tree::look_at(Node& node, Enough const& enough) {
  node.bound = relaxation_.relax(node.now, std::move(node.bound), best_weight_);
  bool const dives = looked_at_++ % cases_a_dive == 0;
  if (node.bound.weight <= best_weight_) return;
  shares_ = relaxation_.shares();
  relaxation_.keep();
  if (enough()) return;
  if (dives || open_questions(*model_, node.now, shares_).empty()) dive(node.now, enough);
}

/// Settles one question after the other, the nearest to yes first, by the answer that costs less.
void Tree::dive(Case now, Enough const& enough) {
  auto shares = shares_;
  auto value = relaxation_.value();
  for (int depth = 0; depth < deepest_dive; ++depth) {
    auto const open = open_questions(*model_, now, shares);
    if (open.empty()) break;
    auto const question = std::ranges::max(open, {}, &Open::share).question;
    now = cheaper(now, question, value);
    value = relaxation_.value();
    if (value <= in_grains(best_weight_)) return;
    shares = relaxation_.shares();
  }
  round_off(now, shares, enough);
}

/// Yes, unless that costs something and no costs less.
Case Tree::cheaper(Case const& now, Question const& question, double value) {
  auto yes = answered(now, question, true);
  auto const with = relaxation_.guess(yes);
  if (with > value - 0.5) return yes;
  auto no = answered(now, question, false);
  if (relaxation_.guess(no) > with) return no;
  relaxation_.guess(yes);
  return yes;
}

/// Every unit takes the bundle of which it has the greatest share, the surest first; then chains.
void Tree::round_off(Case const& now, std::vector<Share> const& shares, Enough const& enough) {
  Holdings wished(model_->units().size());
  std::vector<double> most(model_->units().size(), -1);
  for (auto const& share : shares) {
    if (share.x <= most[at(share.unit)]) continue;
    most[at(share.unit)] = share.x;
    wished[at(share.unit)] = share.bundle;
  }
  mend(wished, now, enough);
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
    for (int const item : holdings[at(unit)]) weight += relaxation_.bare().of(model_->items(its)[at(item)]);
  }
  return weight;
}

/// Two cases more; false when nothing is left to ask.
bool Tree::divide(int index) {
  auto& node = nodes_[at(index)];
  auto const open = open_questions(*model_, node.now, shares_);
  if (open.empty()) return false;
  auto const to_lose = in_grains(node.bound.weight - best_weight_);
  node.question = costliest(open, node.now, to_lose, relaxation_);
  add_case(index, false);
  add_case(index, true);
  return true;
}

void Tree::add_case(int index, bool yes) {
  auto const& node = nodes_[at(index)];
  Node added{.now = answered(node.now, *node.question, yes), .bound = node.bound};
  auto const place = static_cast<int>(nodes_.size());
  (yes ? nodes_[at(index)].yes : nodes_[at(index)].no) = place;
  nodes_.push_back(std::move(added));
  open_.push_back(place);
}

/// What the proof will show: in a case that was not looked at the prices of the one before may prove more than there.
Amount Tree::proven() {
  Amount bound = best_weight_;
  while (!open_.empty()) {
    int const place = most_promising();
    auto const& node = nodes_[at(open_[at(place)])];
    if (node.bound.weight <= bound) break;
    bound = std::max(bound, bound_at(node.now, node.bound.prices));
    open_.erase(open_.begin() + place);
  }
  return bound;
}

Proof Tree::proof_of(int index) const {
  auto const& node = nodes_[at(index)];
  if (node.question) {
    auto const& [session, unit, item] = *node.question;
    return {session, unit < 0 ? -1 : person_of(unit, item), {proof_of(node.no), proof_of(node.yes)}, 0, {}};
  }
  Proof leaf;
  leaf.per_person = weights_.per_person;
  for (int session = 0; session < model_->sessions(); ++session) {
    auto const price = node.bound.prices[at(session)];
    if (price > 0 || (price < 0 && node.now.of(session) == Running::runs)) leaf.prices.emplace_back(session, price);
  }
  return leaf;
}

/// Whose item it is; of what all of a unit hold, the first.
int Tree::person_of(int unit, int item) const {
  auto const& its = model_->units()[at(unit)];
  auto const member = model_->items(its)[at(item)].member;
  return model_->members(its)[at(std::max(member, 0))].person;
}

}  // namespace lenig::assign
