#include "engine/measure/tests/history.hpp"

#include <algorithm>
#include <functional>

namespace lenig::measure::tests {

namespace {

struct Person {
  Point point = 0;
  int school = 0;
  int team = 0;
  int function = 0;
  int phase = 0;
  bool employed = true;
};

class Board {
 public:
  Board(unsigned seed, std::size_t cells) : random_(seed), log_(history_.telling), cells_(cells) {
    schools_ = below(6) + 2;
    for (int school = 0; school < schools_; ++school) {
      for (int team = 0, teams = below(3) + 1; team < teams; ++team) {
        for (int person = 0, size = below(13) + 1; person < size; ++person) hire(school, team);
      }
    }
  }

  History lived() {
    for (int round = 0, rounds = below(3) + 1; round < rounds; ++round) {
      answer();
      look(round);
      move_staff();
      if (below(3) == 0) look(round);  // the same answers, by where people work now
    }
    history_.people = people_.size();
    return std::move(history_);
  }

 private:
  using Which = std::function<bool(Person const&)>;

  int below(int end) { return std::uniform_int_distribution(0, end - 1)(random_); }

  void hire(int school, int team) {
    people_.push_back({.point = log_.add_point(1),
                       .school = school,
                       .team = team,
                       .function = below(4) == 0 ? 1 : 0,
                       .phase = below(3)});
  }

  /// Some teams are of one mind.
  void answer() {
    answers_.assign(people_.size(), 0);
    std::vector<int> mind(static_cast<std::size_t>(schools_) * 3);
    for (auto& one : mind) one = below(6) == 0 ? 1 + 4 * below(2) : 0;
    for (auto const& person : people_) {
      if (!person.employed || below(10) == 0) continue;
      int const same = mind[static_cast<std::size_t>(person.school * 3 + person.team)];
      answers_[person.point] = same > 0 ? same : std::clamp(2 + below(3) + below(2) - below(2), 1, 5);
    }
  }

  void move_staff() {
    for (auto& person : people_) {
      if (below(25) == 0) person.employed = false;
      if (below(25) == 0) person.school = below(schools_);
    }
    for (int joiner = 0, joiners = below(6); joiner < joiners; ++joiner) hire(below(schools_), 0);
  }

  void look(int round) {
    std::vector<Which> pages{[](Person const&) { return true; }};
    for (int school = 0; school < schools_; ++school) {
      pages.emplace_back([school](Person const& person) { return person.school == school; });
      if (below(2) == 0) add_filters(pages, school);
    }
    for (int function = 0; function < 2; ++function)
      pages.emplace_back([function](Person const& person) { return person.function == function; });
    if (below(2) == 0) {
      for (int phase = 0; phase < 3; ++phase)
        pages.emplace_back([phase](Person const& person) { return person.phase == phase; });
    }
    if (below(2) == 0) std::ranges::shuffle(pages, random_);
    for (auto const& page : pages) ask(page, round);
  }

  void add_filters(std::vector<Which>& pages, int school) {
    if (below(2) == 0) {
      for (int team = 0; team < 3; ++team) {
        pages.emplace_back(
            [school, team](Person const& person) { return person.school == school && person.team == team; });
      }
    } else {
      for (int function = 0; function < 2; ++function) {
        pages.emplace_back([school, function](Person const& person) {
          return person.school == school && person.function == function;
        });
      }
    }
  }

  void ask(Which const& which, int round) {
    if (history_.told.size() >= cells_) return;
    Question question{.points = {}, .round = static_cast<std::uint32_t>(round), .sums = {}};
    for (auto const& person : people_) {
      if (person.point >= answers_.size() || answers_[person.point] == 0 || !which(person)) continue;
      question.points.push_back(person.point);
      question.sums.push_back(answers_[person.point]);
    }
    if (question.points.empty()) return;
    auto const people = static_cast<double>(question.points.size());
    history_.told.push_back({question, people, log_.ask(question)});
  }

  std::mt19937 random_;
  History history_{.telling = telling_of_means(1, 5, least_people(Matter::answers)), .people = 0, .told = {}};
  ReleaseLog log_;
  std::size_t cells_;
  int schools_ = 0;
  std::vector<Person> people_;
  std::vector<int> answers_;
};

}  // namespace

History history_of(unsigned seed, std::size_t cells) { return Board(seed, cells).lived(); }

}  // namespace lenig::measure::tests
