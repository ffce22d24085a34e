#pragma once

#include <optional>
#include <span>
#include <vector>

#include "engine/measure/sums.hpp"

namespace lenig::measure {

/// One-way analysis of variance of people's scale means by group. Groups without people are not there.
struct Variances {
  double people = 0;
  double groups = 0;
  double mean = 0;     // of all people, from the origin of the sums
  double between = 0;  // MSB, with G − 1; 0 with one group
  double within = 0;   // MSW, with N − G; 0 where nobody is left over

  /// n̄ = N/G.
  double group_size() const { return people / groups; }
};
Variances variances_of(std::span<PeopleSums const> groups);

/// ICC(1) = (MSB − MSW)/[MSB + (n̄ − 1)·MSW]. Bliese 2000 (R: multilevel::ICC1). Nothing with one group,
/// without two people in any group, or where nobody differs.
std::optional<double> icc1(Variances const& variances);

/// ICC(2) = (MSB − MSW)/MSB. Bliese 2000 (R: multilevel::ICC2). Nothing where ICC(1) is, or where MSB is 0.
std::optional<double> icc2(Variances const& variances);

/// τ² = max(0, (MSB − MSW)/n̄): what groups truly differ by. Snijders & Bosker 2012.
double true_variance(Variances const& variances);

/// λ_j = n_j·ICC1/[1 + (n_j − 1)·ICC1], how reliable the mean of n_j people is: Spearman-Brown, Bliese 2000.
/// 0 where ICC(1) is not above 0, as τ² is then.
double reliability_of_mean(double people, double icc1);

/// Cronbach's α = k/(k − 1)·(1 − Σs_i²/Σ_ij s_ij), over the k items that vary at all; nothing below two of those.
/// Cronbach 1951 (R: psych::alpha, raw_alpha).
std::optional<double> alpha(ScaleSums const& sums, Scale const& scale);

/// For each item its correlation with the sum of the others, Σ_j≠i s_ij / √(s_i²·Σ_jl≠i s_jl) (R: psych::alpha,
/// r.drop). Nothing for an item that does not vary, or beside which none does.
std::vector<std::optional<double>> item_rest(ScaleSums const& sums, Scale const& scale);

/// Covariances between the items of a scale, n − 1, over who answered both; the diagonal over who answered that one.
struct Covariances {
  std::size_t items = 0;
  std::vector<double> values;  // items × items

  double at(std::size_t row, std::size_t column) const { return values[row * items + column]; }
};
Covariances covariances_of(ScaleSums const& sums, Scale const& scale);

}  // namespace lenig::measure
