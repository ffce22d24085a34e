#include "engine/assign/relaxation.hpp"

#include <algorithm>
#include <cmath>

namespace lenig::assign {

namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

constexpr double million = static_cast<double>(one);
constexpr int most_exchanges = 2000;
constexpr int most_to_guess = 80;

}  // namespace

void Relaxation::begin(Prices const& prices, Holdings const& known) {
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
    fill_nets(*model_, now_, weights_, prices, unit, nets);
    auto const best = oracle.best(its, nets).net;
    for (auto const& choice : oracle.within(its, nets, best - grain_, 40)) {
      if (!choice.bundle.empty() && choice.bundle != mine) add_bundle(unit, choice.bundle);
    }
  }
  programme_->begin(held);
}

/// A row for each session that may be too small, or has a minimum.
void Relaxation::add_rows() {
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

void Relaxation::add_bundle(int unit, Bundle const& bundle) {
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
  programme_->add(unit, weight_now(unit, bundle), entries);
  bundles_[at(unit)].push_back(bundle);
}

/// What is not of the case costs more than anything is worth.
double Relaxation::weight_now(int unit, Bundle const& bundle) const {
  auto const items = model_->items(model_->units()[at(unit)]);
  auto against =
      std::ranges::count_if(bundle, [&](int item) { return now_.of(items[at(item)].session) == Running::cancelled; });
  for (auto const& one : std::ranges::equal_range(now_.held, unit, {}, &Case::Held::unit))
    against += std::ranges::binary_search(bundle, one.item) == one.holds ? 0 : 1;
  Amount const dearest = 10 * (model_->dearest() + weights_.per_person);
  return static_cast<double>(weight_of(unit, bundle) - against * dearest) / million;
}

Amount Relaxation::weight_of(int unit, Bundle const& bundle) const {
  auto const& its = model_->units()[at(unit)];
  Amount sum = weights_.per_person * people_with(*model_, its, bundle);
  for (int const item : bundle) sum += weights_.of(model_->items(its)[at(item)]);
  return sum;
}

Bound Relaxation::relax(Case const& now, Bound known, Amount least) {
  set(now);
  for (int round = 0; round < 30; ++round) {
    programme_->run(most_exchanges);
    auto const prices = this->prices();
    auto const [with_lots, found] = price_out(prices);
    if (found && rounded(with_lots) > least) continue;
    auto const bound = rounded(with_lots) > least ? without_lots(with_lots, prices) : rounded(with_lots);
    if (bound <= known.weight) known = {bound, prices};
    if (known.weight <= least || !found) break;
  }
  return known;
}

/// Weighs anew what the change of case is about.
void Relaxation::set(Case const& now) {
  double const dearest = 10.0 * static_cast<double>(model_->dearest() + weights_.per_person) / million;
  std::vector<int> units;
  for (Case const* const one : {&std::as_const(now_), &now}) {
    for (auto const& held : one->held) units.push_back(held.unit);
  }
  for (int session = 0; session < model_->sessions(); ++session) {
    auto const before = now_.of(session);
    auto const after = now.of(session);
    if (before == after) continue;
    if (row_[at(session)] >= 0) programme_->ask(row_[at(session)], after == Running::runs ? dearest : 0);
    if (before != Running::cancelled && after != Running::cancelled) continue;
    for (auto const& [unit, item] : model_->candidates(session)) units.push_back(unit);
  }
  now_ = now;
  std::ranges::sort(units);
  units.erase(std::ranges::unique(units).begin(), units.end());
  for (int const unit : units) weigh(unit);
}

void Relaxation::weigh(int unit) {
  for (std::size_t one = 0; one < bundles_[at(unit)].size(); ++one)
    programme_->weigh(programme_->of_unit(unit)[one], weight_now(unit, bundles_[at(unit)][one]));
}

Prices Relaxation::prices() const {
  Prices prices(row_.size());
  for (std::size_t session = 0; session < row_.size(); ++session) {
    if (row_[session] < 0) continue;
    prices[session] = std::llround(programme_->price(row_[session]) * million);
    if (now_.running[session] != Running::runs) prices[session] = std::max<Amount>(prices[session], 0);
  }
  return prices;
}

/// Adds each unit's best bundle where it is better than all that are at hand; the bound, and whether there were any.
std::pair<Amount, bool> Relaxation::price_out(Prices const& prices) {
  Oracle oracle(*model_, weights_.per_person);
  std::vector<Amount> nets;
  bool found = false;
  Amount bound = cost_of_seats(*model_, now_, prices);
  for (int unit = 0; unit < static_cast<int>(bundles_.size()); ++unit) {
    fill_nets(*model_, now_, weights_, prices, unit, nets);
    auto const& best = oracle.best(model_->units()[at(unit)], nets);
    bound += best.net - now_.demands(unit);
    if (std::ranges::find(bundles_[at(unit)], best.bundle) != bundles_[at(unit)].end()) continue;
    add_bundle(unit, best.bundle);
    found = true;
  }
  return {bound, found};
}

/// Lots are less than half a grain together, so that they mostly make no difference.
Amount Relaxation::without_lots(Amount bound_with_lots, Prices const& prices) const {
  auto const bound = rounded(bound_with_lots);
  if (rounded(bound_with_lots - grain_ / 2) == bound) return bound;
  return rounded(upper_bound(*model_, now_, bare(), prices, threads_));
}

void Relaxation::keep() {
  kept_ = programme_;
  kept_case_ = now_;
}

void Relaxation::go_back() {
  programme_ = kept_;
  now_ = kept_case_;
}

double Relaxation::guess(Case const& now) {
  set(now);
  programme_->run(most_to_guess);
  return value();
}

std::vector<Share> Relaxation::shares() const {
  std::vector<Share> all;
  for (int unit = 0; unit < static_cast<int>(bundles_.size()); ++unit) {
    for (std::size_t one = 0; one < bundles_[at(unit)].size(); ++one) {
      double const share = programme_->share(programme_->of_unit(unit)[one]);
      if (share > 1e-5) all.push_back({unit, bundles_[at(unit)][one], share});
    }
  }
  return all;
}

}  // namespace lenig::assign
