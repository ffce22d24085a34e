#include "engine/measure/disclosure.hpp"

#include <algorithm>
#include <cmath>

namespace lenig::measure {

namespace {

constexpr int least_for_answers = 5;
constexpr int least_for_open_answers = 10;
constexpr double slip = 1e-9;

}  // namespace

int least_people(Matter matter, int wish) {
  return std::max(wish, matter == Matter::open_answers ? least_for_open_answers : least_for_answers);
}

Telling telling_of_means(int lowest, int highest, int least) {
  return {.lowest = static_cast<double>(lowest), .highest = static_cast<double>(highest), .step = 0.1, .least = least};
}

Telling telling_of_shares(int least) { return {.lowest = 0, .highest = 1, .step = 0.05, .least = least}; }

std::optional<Told> told(double mean, double people, Telling const& telling) {
  double const margin = telling.least / people;
  // The ends lie on a step too, or they would tell themselves apart.
  double const low = telling.lowest + std::ceil(margin / telling.step - slip) * telling.step;
  double const high = telling.highest - std::ceil(margin / telling.step - slip) * telling.step;
  if (high < low - slip) return std::nullopt;
  double const value = std::clamp(rounded(mean, telling.step), low, high);
  double const half = telling.step / 2;
  return Told{.mean = rounded(value, telling.step),
              .tells = {.low = value <= low + slip ? telling.lowest : value - half,
                        .high = value >= high - slip ? telling.highest : value + half}};
}

std::optional<ToldShare> told_share(int part, int counted, int least) {
  if (counted == 0) return std::nullopt;
  double const all = counted;
  auto const share = told(part / all, all, telling_of_shares(least));
  if (!share || (share->tells.low <= 0 && share->tells.high >= 1)) return std::nullopt;
  auto const reach = share->tells.high >= 1  ? ToldShare::Reach::or_more
                     : share->tells.low <= 0 ? ToldShare::Reach::or_less
                                             : ToldShare::Reach::near;
  return ToldShare{.percent = static_cast<int>(std::lround(100 * share->mean)), .reach = reach};
}

std::string_view name_of(Class which) {
  switch (which) {
    case Class::low: return "low";
    case Class::middle: return "middle";
    case Class::high: return "high";
  }
  return {};
}

Class class_of_spread(double spread, double largest) {
  if (spread * 3 < largest) return Class::low;
  return spread * 3 < largest * 2 ? Class::middle : Class::high;
}

Class class_of_agreement(double agreement) {
  if (agreement < 0.5) return Class::low;
  return agreement <= 0.7 ? Class::middle : Class::high;
}

double rounded(double value, double step) {
  double const steps_of_one = std::round(1 / step);  // 3.4 as 34/10, not as 34 · 0.1
  return std::round(value * steps_of_one) / steps_of_one;
}

}  // namespace lenig::measure
