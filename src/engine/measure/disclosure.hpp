#pragma once

#include <optional>
#include <string_view>

#include "engine/measure/measure.h"
#include "engine/measure/possible.hpp"

namespace lenig::measure {

/// How numbers of one kind are told. A mean is told in steps, and never nearer to an end than k/n: between 0 and k
/// people may then differ from it, so that a group in which all said the same can't be told from one in which k did
/// not. What is told depends on the group through its number of people and its mean alone.
struct Telling {
  double lowest = 1;
  double highest = 5;
  double step = 0.1;
  int least = 5;
};

/// Means of answers to these options: in tenths.
Telling telling_of_means(int lowest, int highest, int least);
/// Shares: in steps of 5 %.
Telling telling_of_shares(int least);

/// A mean as it is told, and what it tells of the mean; nothing where no group of so many people can be told apart.
struct Told {
  double mean = 0;
  Bounds tells;
};
std::optional<Told> told(double mean, double people, Telling const& telling);

/// How sd, AD, r_wg and a_wg appear in a group of fewer than ten.
enum class Class { low, middle, high };
std::string_view name_of(Class which);

/// A third of the largest standard deviation that there can be, or two thirds.
Class class_of_spread(double spread, double largest);
/// Below 0.5, to 0.7, above: LeBreton & Senter 2008.
Class class_of_agreement(double agreement);

inline constexpr double people_for_numbers = 10;

/// To the nearest step; a whole number of steps makes one.
double rounded(double value, double step);

}  // namespace lenig::measure
