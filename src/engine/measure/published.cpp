#include "engine/measure/published.hpp"

#include <algorithm>
#include <numeric>

#include "engine/measure/reliability.hpp"

namespace lenig::measure {

namespace {

std::optional<NumberOrClass> number(std::optional<double> value) {
  return value ? std::optional<NumberOrClass>(*value) : std::nullopt;
}

PublishedGroup as_it_is(GroupFigures const& figures) {
  return {.group = figures.group,
          .people = figures.people,
          .mean = figures.mean,
          .rwg = number(figures.rwg),
          .rwg_skewed = number(figures.rwg_skewed),
          .awg = number(figures.awg),
          .deviation = number(figures.deviation),
          .lambda = figures.lambda,
          .shrunken = figures.shrunken,
          .low = figures.low,
          .high = figures.high,
          .withheld = {},
          .rolled_up_to = {}};
}

PublishedScale as_it_is(ScaleFigures const& figures) {
  PublishedScale scale{.people = figures.people,
                       .groups = figures.groups,
                       .mean = figures.mean,
                       .sd = number(figures.sd),
                       .alpha = figures.alpha,
                       .icc1 = figures.icc1,
                       .icc2 = figures.icc2,
                       .rwg_mean = figures.rwg_mean,
                       .floor = figures.floor,
                       .ceiling = figures.ceiling,
                       .item_rest = figures.item_rest,
                       .per_group = {},
                       .withheld = {}};
  for (auto const& group : figures.per_group) scale.per_group.push_back(as_it_is(group));
  return scale;
}

}  // namespace

std::vector<std::vector<PublishedScale>> uncontrolled(std::span<Scale const> scales, std::span<Level const> levels,
                                                      Missing missing, int threads) {
  std::vector<std::vector<PublishedScale>> all(scales.size());
  for (auto const& level : levels) {
    auto const figures = measured(scales, level.groups(), missing, threads);
    for (std::size_t scale = 0; scale < scales.size(); ++scale) all[scale].push_back(as_it_is(figures[scale]));
  }
  return all;
}

namespace {

constexpr double groups_for_a_mean = 3;  // of r_wg: of fewer it would be that of one

/// Of α, ICCs, λ and correlations.
double step_of_relations(double people) { return people < 100 ? 0.05 : 0.01; }

std::optional<double> coarse(std::optional<double> value, double step) {
  return value ? std::optional(rounded(*value, step)) : std::nullopt;
}

std::optional<NumberOrClass> agreement(std::optional<double> value, double people) {
  if (!value) return std::nullopt;
  if (people < people_for_numbers) return class_of_agreement(*value);
  return rounded(*value, 0.05);
}

std::optional<NumberOrClass> spread(std::optional<double> value, double people, Options const& options) {
  if (!value) return std::nullopt;
  if (people < people_for_numbers) return class_of_spread(*value, (options.highest - options.lowest) / 2.0);
  return rounded(*value, 0.1);
}

/// One scale at all levels: what each group may tell, and what is out.
class Controlled {
 public:
  Controlled(Scale const& scale, std::span<Level const> levels, std::vector<ScaleSums const*> const& sums, int least)
      : scale_(&scale),
        levels_(levels),
        sums_(sums),
        least_(least),
        means_(telling_of_means(scale.options.lowest, scale.options.highest, least)),
        log_(means_) {
    add_points();
    all_ = log_.ask(question_about_all());
    for (std::size_t level = 0; level < levels_.size(); ++level) ask_about_groups(level);
  }

  bool everything_told(std::size_t level) const {
    return std::ranges::all_of(answers_[level], [](Answer const& one) { return one.mean.has_value(); });
  }

  /// The groups of a level, those that are withheld taken together as one more.
  std::vector<std::uint32_t> groups_told(std::size_t level) const {
    auto const none = static_cast<std::uint32_t>(levels_[level].names.size());
    std::vector<std::uint32_t> told(none, none);
    for (std::size_t at = 0; at < asked_[level].size(); ++at) {
      if (answers_[level][at].mean) told[asked_[level][at]] = asked_[level][at];
    }
    return told;
  }

  PublishedScale told(std::size_t level, ScaleFigures const& figures) const;

 private:
  void add_points();
  Question question_about_all() const;
  Question question_about(std::size_t level, std::uint32_t group) const;
  void ask_about_groups(std::size_t level);
  void add_all(PublishedScale& scale, std::size_t level, ScaleFigures const& figures) const;
  PublishedGroup told_of(GroupFigures const& own, Answer const& answer, PublishedScale const& scale,
                         double true_variance) const;
  PublishedGroup rolled_up(std::size_t level, std::uint32_t group, Answer const& answer, double true_variance) const;

  Scale const* scale_;
  std::span<Level const> levels_;
  std::vector<ScaleSums const*> sums_;
  int least_;
  Telling means_;
  ReleaseLog log_;
  Answer all_;
  std::vector<std::vector<std::vector<Point>>> points_;  // a level, a group
  std::vector<double> sum_of_point_;
  std::vector<std::vector<std::uint32_t>> asked_;
  std::vector<std::vector<Answer>> answers_;
};

/// Every group of the deepest level with somebody in it is a point.
void Controlled::add_points() {
  auto const deepest = levels_.size() - 1;
  for (auto const& level : levels_) points_.emplace_back(level.names.size());
  for (std::uint32_t group = 0; group < levels_[deepest].names.size(); ++group) {
    auto const& people = sums_[deepest]->people[group];
    if (people.people == 0) continue;
    auto const point = log_.add_point(people.people);
    sum_of_point_.push_back(people.sum + people.people * sums_[deepest]->origin);
    auto over = group;
    for (std::size_t level = deepest + 1; level-- > 0;) {
      points_[level][over].push_back(point);
      if (level > 0) over = levels_[level].parents[over];
    }
  }
}

Question Controlled::question_about_all() const {
  Question question{.points = std::vector<Point>(sum_of_point_.size()), .round = 0, .sums = sum_of_point_};
  std::iota(question.points.begin(), question.points.end(), Point{0});
  return question;
}

Question Controlled::question_about(std::size_t level, std::uint32_t group) const {
  Question question{.points = points_[level][group], .round = 0, .sums = {}};
  for (auto const point : question.points) question.sums.push_back(sum_of_point_[point]);
  return question;
}

/// The largest first: what has to be left out so that a small group stays hidden is then the smallest there is.
void Controlled::ask_about_groups(std::size_t level) {
  std::vector<std::uint32_t> groups;
  for (std::uint32_t group = 0; group < points_[level].size(); ++group) {
    if (!points_[level][group].empty()) groups.push_back(group);
  }
  auto by_size = groups;
  std::ranges::stable_sort(by_size, std::greater(),
                           [&](std::uint32_t group) { return sums_[level]->people[group].people; });
  std::vector<Question> questions;
  questions.reserve(by_size.size());
  for (auto const group : by_size) questions.push_back(question_about(level, group));
  auto const answers = log_.ask(questions);
  std::vector<Answer> by_group(points_[level].size());
  for (std::size_t at = 0; at < by_size.size(); ++at) by_group[by_size[at]] = answers[at];
  auto& in_order = answers_.emplace_back();
  for (auto const group : groups) in_order.push_back(by_group[group]);
  asked_.push_back(std::move(groups));
}

/// `figures` are over `groups_told`.
PublishedScale Controlled::told(std::size_t level, ScaleFigures const& figures) const {
  PublishedScale scale;
  scale.withheld = all_.withheld;
  scale.item_rest.resize(scale_->items.size());
  if (all_.mean) add_all(scale, level, figures);
  std::vector<GroupFigures const*> own(levels_[level].names.size() + 1);
  for (auto const& one : figures.per_group) own[one.group] = &one;
  for (std::size_t at = 0; at < asked_[level].size(); ++at) {
    auto const group = asked_[level][at];
    auto const& answer = answers_[level][at];
    scale.per_group.push_back(answer.mean && own[group] != nullptr
                                  ? told_of(*own[group], answer, scale, figures.true_variance)
                                  : rolled_up(level, group, answer, figures.true_variance));
  }
  return scale;
}

void Controlled::add_all(PublishedScale& scale, std::size_t level, ScaleFigures const& figures) const {
  double const people = *all_.people;
  double const step = step_of_relations(people);
  scale.people = people;
  scale.groups = static_cast<double>(asked_[level].size());
  scale.mean = all_.mean->mean;
  scale.sd = spread(figures.sd, people, scale_->options);
  scale.alpha = coarse(figures.alpha, step);
  scale.icc1 = coarse(figures.icc1, step);
  scale.icc2 = coarse(figures.icc2, step);
  auto const defined = std::ranges::count_if(figures.per_group, [](auto const& one) { return one.rwg.has_value(); });
  if (static_cast<double>(defined) >= groups_for_a_mean) scale.rwg_mean = coarse(figures.rwg_mean, 0.05);
  auto const shares = telling_of_shares(least_);
  if (auto const floor = measure::told(*figures.floor, people, shares)) scale.floor = floor->mean;
  if (auto const ceiling = measure::told(*figures.ceiling, people, shares)) scale.ceiling = ceiling->mean;
  std::ranges::transform(figures.item_rest, scale.item_rest.begin(), [&](auto one) { return coarse(one, step); });
}

/// What is compared is made of what is told: it tells no more.
PublishedGroup Controlled::told_of(GroupFigures const& own, Answer const& answer, PublishedScale const& scale,
                                   double true_variance) const {
  PublishedGroup group{.group = own.group,
                       .people = answer.people,
                       .mean = answer.mean->mean,
                       .rwg = agreement(own.rwg, own.people),
                       .rwg_skewed = agreement(own.rwg_skewed, own.people),
                       .awg = agreement(own.awg, own.people),
                       .deviation = spread(own.deviation, own.people, scale_->options),
                       .withheld = answer.withheld};
  if (!scale.icc1 || !scale.mean || !answer.people) return group;
  group.lambda = rounded(reliability_of_mean(own.people, *scale.icc1), 0.05);
  auto const compared = shrunken(*group.mean, *scale.mean, *group.lambda, true_variance);
  group.shrunken = rounded(compared.mean, means_.step);
  group.low = rounded(compared.low, means_.step);
  group.high = rounded(compared.high, means_.step);
  return group;
}

/// Nothing of the group itself, but where it would be expected: λ is 0.
PublishedGroup Controlled::rolled_up(std::size_t level, std::uint32_t group, Answer const& answer,
                                     double true_variance) const {
  PublishedGroup rolled{.group = group, .people = answer.people, .withheld = answer.withheld};
  auto middle = all_.mean;
  if (level > 0) {
    auto const over = levels_[level].parents[group];
    auto const at = static_cast<std::size_t>(std::ranges::find(asked_[level - 1], over) - asked_[level - 1].begin());
    if (answers_[level - 1][at].mean) {
      middle = answers_[level - 1][at].mean;
      rolled.rolled_up_to = over;
    }
  }
  if (!middle) return rolled;
  auto const compared = shrunken(middle->mean, middle->mean, 0, true_variance);
  rolled.shrunken = compared.mean;
  rolled.low = rounded(compared.low, means_.step);
  rolled.high = rounded(compared.high, means_.step);
  return rolled;
}

/// The figures of one scale at one level, the groups that are withheld taken together.
ScaleFigures figures_told(Scale const& scale, Level const& level, std::vector<std::uint32_t> const& groups_told,
                          Missing missing, int threads) {
  std::vector<std::uint32_t> of_row;
  of_row.reserve(level.of_row.size());
  for (auto const group : level.of_row) of_row.push_back(groups_told[group]);
  Groups const groups{of_row, static_cast<std::uint32_t>(level.names.size()) + 1};
  return measured(std::span(&scale, 1), groups, missing, threads).front();
}

}  // namespace

std::vector<std::vector<PublishedScale>> published(std::span<Scale const> scales, std::span<Level const> levels,
                                                   Missing missing, int least, int threads) {
  std::vector<std::vector<ScaleSums>> sums;
  for (auto const& level : levels) sums.push_back(sums_of(scales, level.groups(), missing, threads));
  std::vector<std::vector<PublishedScale>> all(scales.size());
  for (std::size_t at = 0; at < scales.size(); ++at) {
    std::vector<ScaleSums const*> of_scale;
    of_scale.reserve(levels.size());
    for (auto const& level : sums) of_scale.push_back(&level[at]);
    Controlled const controlled(scales[at], levels, of_scale, least);
    for (std::size_t level = 0; level < levels.size(); ++level) {
      auto const figures =
          controlled.everything_told(level)
              ? figures_of(scales[at], sums[level][at])
              : figures_told(scales[at], levels[level], controlled.groups_told(level), missing, threads);
      all[at].push_back(controlled.told(level, figures));
    }
  }
  return all;
}

}  // namespace lenig::measure
