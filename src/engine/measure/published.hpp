#pragma once

#include <optional>
#include <variant>
#include <vector>

#include "engine/measure/disclosure.hpp"
#include "engine/measure/figures.hpp"
#include "engine/measure/release_log.hpp"
#include "engine/measure/responses.hpp"

namespace lenig::measure {

/// A spread or an agreement: a number, or of fewer than ten people a class.
using NumberOrClass = std::variant<double, Class>;

/// What may be told of one group. One that is withheld is rolled up: its shrunken mean is that of the group over it, or
/// of all; the interval is where a group of which nothing is known lies.
struct PublishedGroup {
  std::uint32_t group = 0;
  std::optional<double> people;
  std::optional<double> mean;
  std::optional<NumberOrClass> rwg;
  std::optional<NumberOrClass> rwg_skewed;
  std::optional<NumberOrClass> awg;
  std::optional<NumberOrClass> deviation;
  std::optional<double> lambda;
  std::optional<double> shrunken;
  std::optional<double> low;
  std::optional<double> high;
  std::optional<Withheld> withheld;
  std::optional<std::uint32_t> rolled_up_to;  // a group of the level before
};

/// What may be told of one scale at one level of groups.
struct PublishedScale {
  std::optional<double> people;
  std::optional<double> groups;
  std::optional<double> mean;
  std::optional<NumberOrClass> sd;
  std::optional<double> alpha;
  std::optional<double> icc1;
  std::optional<double> icc2;
  std::optional<double> rwg_mean;
  std::optional<double> floor;
  std::optional<double> ceiling;
  std::vector<std::optional<double>> item_rest;
  std::vector<PublishedGroup> per_group;
  std::optional<Withheld> withheld;
};

/// The scales, each at each level (school, then team), with disclosure control over all levels together. Groups that
/// are withheld count as one group in what is told of all: ICCs and the mean r_wg then say nothing of one of them.
std::vector<std::vector<PublishedScale>> published(std::span<Scale const> scales, std::span<Level const> levels,
                                                   Missing missing, int least, int threads = 2);

/// The same without control, for one's own research files.
std::vector<std::vector<PublishedScale>> uncontrolled(std::span<Scale const> scales, std::span<Level const> levels,
                                                      Missing missing, int threads = 2);

}  // namespace lenig::measure
