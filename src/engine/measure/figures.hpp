#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/measure/sums.hpp"

namespace lenig::measure {

/// What is known of one group. Nothing: not defined, as agreement is of one person.
struct GroupFigures {
  std::uint32_t group = 0;
  double people = 0;
  double mean = 0;                   // of people's scale means
  std::optional<double> rwg;         // within_group_agreement against uniform_variance
  std::optional<double> rwg_skewed;  // … against slightly_skewed_variance
  std::optional<double> awg;         // mean of range_free_agreement over the items for which it is defined
  std::optional<double> deviation;   // AD_M(J), mean over the items: Burke, Finkelstein & Dusig 1999
  std::optional<double> lambda;      // reliability_of_mean
  std::optional<double> shrunken;    // λȳ_j + (1 − λ)ȳ: Raudenbush & Bryk 2002
  std::optional<double> low;         // shrunken ± 1.96·√(τ²(1 − λ))
  std::optional<double> high;
};

/// What is known of one scale. Only groups with somebody in them count, and only they are listed, by number.
struct ScaleFigures {
  double people = 0;
  double groups = 0;
  std::optional<double> mean;
  std::optional<double> sd;  // with n − 1, of people's scale means
  std::optional<double> alpha;
  std::optional<double> icc1;
  std::optional<double> icc2;
  std::optional<double> rwg_mean;  // over the groups for which it is defined, each as heavy
  std::optional<double> floor;     // share of people whose scale mean is the lowest there can be (Terwee e.a. 2007)
  std::optional<double> ceiling;
  std::vector<std::optional<double>> item_rest;
  std::vector<GroupFigures> per_group;
  double true_variance = 0;  // τ²
};

ScaleFigures figures_of(Scale const& scale, ScaleSums const& sums);

/// All figures of all scales: one pass over the answers, then the formulas.
std::vector<ScaleFigures> measured(std::span<Scale const> scales, Groups const& groups, Missing missing,
                                   int threads = 2);

/// λȳ_j + (1 − λ)ȳ with its interval, shrunken ± 1.96·√(τ²(1 − λ)).
struct Shrunken {
  double mean = 0;
  double low = 0;
  double high = 0;
};
Shrunken shrunken(double mean, double mean_of_all, double lambda, double true_variance);

}  // namespace lenig::measure
