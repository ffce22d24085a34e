#pragma once

#include <optional>
#include <span>

#include "engine/measure/answers.hpp"

namespace lenig::measure {

/// How the answers of one group to one item are spread. Counted by value; who did not answer is not in it.
struct Spread {
  double people = 0;
  double mean = 0;
  double variance = 0;        // with n − 1; 0 below two people
  double mean_deviation = 0;  // mean of |x − mean|
};

/// Of the numbers of people per byte, as `ScaleSums::counts` gives them.
Spread spread_of(std::span<std::uint32_t const> counts, Item const& item, Options const& options);

/// The variance that answers at random would have, each option as likely: σ²_E = (A² − 1)/12.
/// James, Demaree & Wolf 1984.
double uniform_variance(Options const& options);

/// The same when people lean slightly to the upper options, known for five options only: 1.34.
/// James, Demaree & Wolf 1984; LeBreton & Senter 2008.
std::optional<double> slightly_skewed_variance(Options const& options);

/// r_wg(J) = J(1 − s̄²/σ²) / [J(1 − s̄²/σ²) + s̄²/σ²], where s̄² is the mean variance over the J items; for J = 1 that is
/// r_wg = 1 − s²/σ². 0 where s̄² > σ². James, Demaree & Wolf 1984 (R: multilevel::rwg.j, rwg).
double within_group_agreement(double mean_variance, double null_variance, double items);

/// a_wg = 1 − 2s² / {[(H + L)M − M² − HL] · n/(n − 1)}: 1 where all chose the lowest or the highest option, nothing
/// where the mean is nearer to an end than n people can bring it while they differ: M < [L(n − 1) + H]/n or M > [H(n −
/// 1) + L]/n. Brown & Hauenstein 2005 (R: multilevel::awg). Nothing below two people.
std::optional<double> range_free_agreement(Spread const& spread, Options const& options);

}  // namespace lenig::measure
