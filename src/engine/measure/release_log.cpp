#include "engine/measure/release_log.hpp"

#include <algorithm>
#include <numeric>

namespace lenig::measure {

namespace {

constexpr Answer nothing{.people = {}, .mean = {}, .withheld = Withheld::few_people};

std::vector<Point> sorted(std::vector<Point> points) {
  std::ranges::sort(points);
  return points;
}

}  // namespace

Point ReleaseLog::add_point(double people) {
  people_.push_back(people);
  classes_.of_point.push_back(0);
  classes_.people[0] += people;
  ++classes_.points[0];
  return static_cast<Point>(people_.size() - 1);
}

void ReleaseLog::recall(Question const& question, bool told) {
  if (told) {
    add_row(question, {}, true);
  } else if (people_in(question) < telling_.least) {
    withheld_small_.insert(sorted(question.points));
  }
}

Answer ReleaseLog::ask(Question const& question) { return ask(std::vector{question}).front(); }

std::vector<Answer> ReleaseLog::ask(std::vector<Question> const& questions) {
  std::vector<Answer> answers(questions.size(), nothing);
  std::vector<std::size_t> open;
  for (std::size_t at = 0; at < questions.size(); ++at) {
    auto const points = sorted(questions[at].points);
    if (auto const known = known_.find({questions[at].round, points}); known != known_.end()) {
      answers[at] = known->second;
    } else if (people_in(questions[at]) < telling_.least) {
      withheld_small_.insert(points);
    } else {
      open.push_back(at);
    }
  }
  if (!open.empty()) answer(questions, open, answers);
  for (std::size_t at = 0; at < questions.size(); ++at)
    known_.emplace(Key{questions[at].round, sorted(questions[at].points)}, answers[at]);
  return answers;
}

double ReleaseLog::people_in(Question const& question) const {
  return std::transform_reduce(question.points.begin(), question.points.end(), 0.0, std::plus(),
                               [&](Point point) { return people_[point]; });
}

/// More rows only tell more: when all of them hold together, each does. Else they are looked at in halves.
void ReleaseLog::answer(std::vector<Question> const& questions, std::vector<std::size_t> const& which,
                        std::vector<Answer>& answers) {
  if (which.size() == 1) {
    answers[which[0]] = answer_one(questions[which[0]]);
    return;
  }
  auto before = state();
  bool all_told = true;
  for (auto const at : which) {
    auto const mean = told_of(questions[at]);
    all_told = all_told && (mean || questions[at].sums.empty());
    answers[at] = {.people = people_in(questions[at]), .mean = mean, .withheld = {}};
    add_row(questions[at], mean, true);
  }
  if (all_told && counts_hold({}) && means_hold()) return;
  go_back(std::move(before));
  auto const half = which.begin() + static_cast<std::ptrdiff_t>(which.size() / 2);
  answer(questions, {which.begin(), half}, answers);
  answer(questions, {half, which.end()}, answers);
}

Answer ReleaseLog::answer_one(Question const& question) {
  auto const before = state();
  auto const mean = told_of(question);
  add_row(question, mean, true);
  bool const counted = counts_hold({});
  if (!counted) {
    if (!mean || !counts_hold(question.round)) {
      go_back(before);
      return nothing;
    }
    rows_.back().counted = false;
  }
  if (means_hold()) {
    bool const whole = counted && (mean || question.sums.empty());
    return {.people = counted ? std::optional(people_in(question)) : std::nullopt,
            .mean = mean,
            .withheld = whole ? std::nullopt : std::optional(Withheld::few_people)};
  }
  go_back(before);
  if (!counted) return nothing;
  add_row(question, {}, true);
  if (means_hold()) return {.people = people_in(question), .mean = {}, .withheld = Withheld::few_people};
  go_back(before);
  return nothing;
}

std::optional<Told> ReleaseLog::told_of(Question const& question) const {
  if (question.sums.empty()) return std::nullopt;
  double const people = people_in(question);
  return told(std::accumulate(question.sums.begin(), question.sums.end(), 0.0) / people, people, telling_);
}

ReleaseLog::State ReleaseLog::state() const { return {.classes = classes_, .rows = rows_.size(), .sums = sums_}; }

void ReleaseLog::go_back(State state) {
  classes_ = std::move(state.classes);
  rows_.resize(state.rows);
  sums_ = std::move(state.sums);
}

/// Puts a row out, and splits the classes by it.
void ReleaseLog::add_row(Question const& question, std::optional<Told> const& mean, bool counted) {
  Row row{.round = question.round, .points = question.points, .counted = counted, .sum = {}};
  if (mean) {
    double const people = people_in(question);
    row.sum = Bounds{mean->tells.low * people, mean->tells.high * people};
    auto& sums = sums_[question.round];
    sums.resize(people_.size());
    for (std::size_t at = 0; at < question.points.size(); ++at) sums[question.points[at]] = question.sums[at];
  }
  rows_.push_back(std::move(row));

  std::map<std::uint32_t, std::vector<Point>> inside;
  for (auto const point : question.points) inside[classes_.of_point[point]].push_back(point);
  for (auto const& [old, points] : inside) {
    if (points.size() == classes_.points[old] && old != 0) continue;
    auto const fresh = static_cast<std::uint32_t>(classes_.people.size());
    classes_.people.push_back(0);
    classes_.points.push_back(points.size());
    classes_.points[old] -= points.size();
    for (auto const point : points) {
      classes_.of_point[point] = fresh;
      classes_.people[fresh] += people_[point];
      classes_.people[old] -= people_[point];
    }
  }
}

}  // namespace lenig::measure
