#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "engine/measure/disclosure.hpp"

namespace lenig::measure {

/// Stands for people whom no question tells apart: one person, or all of one team with the same function. The same
/// people are the same point in every round, filter and page.
using Point = std::uint32_t;

/// A figure that is asked for: how many these people are, and the mean of their answers.
struct Question {
  std::vector<Point> points;  // each once
  std::uint32_t round = 0;
  std::vector<double> sums;  // of the answers of each point in that round; empty: only how many they are
};

/// Why a figure is not there. One reason for two things, too few people and somebody else who could be computed: to
/// tell which would tell how many they are.
enum class Withheld { few_people };

/// What may be told.
struct Answer {
  std::optional<double> people;
  std::optional<Told> mean;
  std::optional<Withheld> withheld;  // of the mean alone, when the number of people is there
};

/// What is out about one kind of figure (a scale, an item, a share of one option), over all pages, filters, exports,
/// comparison figures and rounds; and whether more may go out.
///
/// Classes are the people that what is out can't tell apart. A question is answered when, beside all that is out,
/// 1. it is about `least` people or more;
/// 2. for each class of fewer, and each group of fewer that two answers differ by or that was asked for and withheld,
///    there are two worlds that give the same answers, in which it holds `least` people more in one than in the other;
/// 3. and the mean only when, of what the means in a round tell,
///    - people whom those means can't tell apart may be as far from unanimous as `least` steps, at both ends;
///    - the sum of the answers of fewer than `least` such may differ by `least`, or by all that their answers can.
/// Where 2 fails by an earlier round alone (one colleague left), the mean is told without the number of people.
/// Each world is found, not argued: see Possible. What can't be shown in the work allowed is withheld.
class ReleaseLog {
 public:
  explicit ReleaseLog(Telling telling) : telling_(telling) {}

  /// So many people whom no question will tell apart; at least one.
  Point add_point(double people);
  /// Takes back in that so many people were told, or withheld, before: what is out is kept longer than a log lives.
  void recall(Question const& question, bool told);
  /// Answers, and remembers what it told and what it withheld.
  Answer ask(Question const& question);
  /// The same for many at once; those that come first go first where not all can be answered.
  std::vector<Answer> ask(std::vector<Question> const& questions);

 private:
  using Group = std::vector<std::uint32_t>;  // of classes, sorted
  using Key = std::pair<std::uint32_t, std::vector<Point>>;

  /// What is out: the people, whether it tells how many, and what the mean tells of the sum of their answers.
  struct Row {
    std::uint32_t round = 0;
    std::vector<Point> points;
    bool counted = true;
    std::optional<Bounds> sum;
  };
  /// Who can be told apart by the rows.
  struct Classes {
    std::vector<std::uint32_t> of_point;
    std::vector<double> people;       // of each class; class 0 is in no row
    std::vector<std::size_t> points;  // in each class
  };
  /// People in the same rows of a round, and what they answered together.
  struct Body {
    double people = 0;
    double sum = 0;
    std::vector<std::size_t> rows;
  };
  struct State {
    Classes classes;
    std::size_t rows = 0;
    std::map<std::uint32_t, std::vector<double>> sums;
  };

  void answer(std::vector<Question> const& questions, std::vector<std::size_t> const& which,
              std::vector<Answer>& answers);
  Answer answer_one(Question const& question);
  std::optional<Told> told_of(Question const& question) const;
  void add_row(Question const& question, std::optional<Told> const& mean, bool counted);
  State state() const;
  void go_back(State state);

  double people_in(Question const& question) const;
  bool counts_hold(std::optional<std::uint32_t> round) const;
  std::set<Group> small_groups(std::vector<Group> const& rows) const;
  void add_differences(std::set<Group>& groups, std::vector<Group> const& rows) const;
  void add_withheld(std::set<Group>& groups) const;
  bool means_hold() const;
  bool means_hold(std::uint32_t round) const;
  std::vector<Body> bodies(std::uint32_t round) const;
  bool is_doubtful(Body const& body) const;
  bool stays_open(Possible const& worlds, std::size_t place, Body const& body) const;
  Group classes_in(Row const& row) const;
  bool is_small(std::uint32_t one) const;

  Telling telling_;
  std::vector<double> people_;  // of each point
  Classes classes_{.of_point = {}, .people = {0}, .points = {0}};
  std::vector<Row> rows_;
  std::map<std::uint32_t, std::vector<double>> sums_;  // of each round, by point
  std::map<Key, Answer> known_;
  std::set<std::vector<Point>> withheld_small_;  // fewer than least
};

}  // namespace lenig::measure
