#include "engine/assign/descent.hpp"

#include <algorithm>
#include <cmath>

namespace lenig::assign {

namespace {

constexpr int rounds = 60;
constexpr int thresholds = 20;
constexpr double momentum = 0.8;
// Of the scale of the values, at first and in the end.
constexpr std::pair blur{1.0, 0.05};
constexpr std::pair stride{0.3, 0.01};

double between(std::pair<double, double> const& ends, double share) {
  return ends.first * std::pow(ends.second / ends.first, share);
}

/// From 0 to below 1: the finaliser of MurmurHash3, as for lots.
double scattered(std::uint64_t number) {
  number = (number ^ (number >> 33)) * 0xff51afd7ed558ccd;
  number = (number ^ (number >> 33)) * 0xc4ceb9fe1a85ec53;
  return static_cast<double>((number ^ (number >> 33)) >> 11) / 9007199254740992.0;
}

class Descent {
 public:
  Descent(Model const& model, Weights const& weights, int threads)
      : model_(&model),
        weights_(weights),
        threads_(std::max(threads, 1)),
        scale_(scale()),
        price_(static_cast<std::size_t>(model.sessions())),
        speed_(price_.size()),
        wanted_(static_cast<std::size_t>(threads_), std::vector<int>(price_.size())) {}

  Prices run(Amount grain, Enough const& enough) {
    for (int round = 0; round < rounds && !enough(); ++round) {
      double const share = round / (rounds - 1.0);
      choose(between(blur, share) * scale_);
      follow(between(stride, share) * scale_);
    }
    return best_rounded(grain, enough);
  }

 private:
  /// From one rank to the next.
  double scale() const {
    auto const& values = model_->instance().values;
    if (!weights_.values || values.empty()) return static_cast<double>(weights_.per_person) / 4;
    return std::max(1.0, static_cast<double>(values.front()) / static_cast<double>(values.size()));
  }

  void choose(double blurred) {
    side_by_side(static_cast<int>(model_->units().size()), threads_, [&](int first, int last, int thread) {
      auto& wanted = wanted_[static_cast<std::size_t>(thread)];
      std::ranges::fill(wanted, 0);
      Oracle oracle(*model_, weights_.per_person);
      std::vector<Amount> nets;
      for (int index = first; index < last; ++index) {
        auto const& unit = model_->units()[static_cast<std::size_t>(index)];
        auto const items = model_->items(unit);
        nets.resize(items.size());
        for (std::size_t item = 0; item < items.size(); ++item) {
          auto const& one = items[item];
          auto const number = static_cast<std::uint64_t>(unit.first_item) + item;
          double const cost = price_[static_cast<std::size_t>(one.session)] - blurred * scattered(number + 1);
          nets[item] = weights_.of(one) - static_cast<Amount>(cost) * one.seats;
        }
        for (int const item : oracle.best(unit, nets).bundle) {
          auto const& one = items[static_cast<std::size_t>(item)];
          wanted[static_cast<std::size_t>(one.session)] += one.seats;
        }
      }
    });
  }

  void follow(double strides) {
    for (std::size_t session = 0; session < price_.size(); ++session) {
      double const seats = std::max(1, model_->capacity(static_cast<int>(session)));
      double wanted = 0;
      for (auto const& by_thread : wanted_) wanted += by_thread[session];
      speed_[session] = momentum * speed_[session] + strides * std::clamp(wanted / seats - 1, -1.0, 1.0);
      price_[session] += speed_[session];
      if (price_[session] > 0) continue;
      price_[session] = speed_[session] = 0;
    }
  }

  Prices best_rounded(Amount grain, Enough const& enough) const {
    Prices best;
    Amount least = forbidden;
    for (int step = 0; step <= thresholds && (best.empty() || !enough()); ++step) {
      auto const up = grain * step / thresholds;
      Prices prices;
      for (double const price : price_) {
        auto const exact = static_cast<Amount>(price);
        prices.push_back(step == 0 || exact == 0 ? exact : (exact + up) / grain * grain);
      }
      auto const bound =
          upper_bound(*model_, Case(*model_), {weights_.per_person, weights_.values, false}, prices, threads_);
      if (bound < least) best = prices;
      least = std::min(least, bound);
    }
    return best;
  }

  Model const* model_;
  Weights weights_;
  int threads_;
  double scale_;
  std::vector<double> price_;
  std::vector<double> speed_;
  std::vector<std::vector<int>> wanted_;  // by thread and session
};

}  // namespace

Prices descend(Model const& model, Weights const& weights, Amount grain, int threads, Enough const& enough) {
  return Descent(model, weights, threads).run(grain, enough);
}

}  // namespace lenig::assign
