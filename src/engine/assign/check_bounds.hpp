#pragma once

#include <map>
#include <numeric>

#include "engine/assign/assign.h"

// Of the independent checker: the rules once more, and what a proof proves. Shares nothing with what solves.
namespace lenig::assign::checking {

std::size_t at(int index);
bool overlaps(Span const& one, Span const& other);
/// Whether one person can go to both.
bool go_together(Instance const& instance, Session const& one, Session const& other);
bool is_open_to(Session const& session, Person const& person);
/// 1 is the best; 0: not chosen.
int rank_in(Person const& person, int offer);

/// The bound that a proof gives: the greatest of its leaves.
class Bounding {
 public:
  enum class Level { people, value };
  Bounding(Instance const& instance, Level level, int placed) : instance_(instance), level_(level), placed_(placed) {
    for (int session = 0; session < static_cast<int>(instance.sessions.size()); ++session)
      sessions_[instance.sessions[at(session)].offer].push_back(session);
    price_.resize(instance.sessions.size());
    state_.resize(instance.sessions.size());
    grain_ = std::accumulate(instance.values.begin(), instance.values.end(), Amount{0},
                             [](Amount a, Amount b) { return std::gcd(a, b); });
    if (grain_ == 0) grain_ = one;
    join();
  }

  /// In people or in millionths; nothing: a case without any assignment.
  std::optional<Amount> of(Proof const& proof);

 private:
  enum class State : char { open, runs, cancelled };
  /// What somebody can make of some workshops.
  struct Option {
    Amount sum = 0;
    std::vector<int> shadowings;
  };
  static constexpr Amount impossible = -(Amount{1} << 60);

  void join();
  std::optional<Amount> leaf(Proof const& proof);
  Amount best_of(std::vector<int> const& group);
  void together(std::vector<int> const& group, std::size_t next, std::vector<int> const& open,
                std::vector<int>& chosen);
  Amount apart(std::vector<int> const& group, std::vector<int> const& workshops) const;
  Amount alone(int person, std::vector<int> const& workshops) const;
  Amount both(int one, int other, std::vector<int> const& workshops) const;
  bool share_a_seat(std::vector<int> const& shadowings, std::vector<int> const& others) const;
  std::vector<Option> options(int person, std::vector<int> const& workshops) const;
  void shadow(int person, std::vector<int> const& open, std::size_t next, std::vector<int>& all, Option& option,
              std::vector<Option>& options) const;
  bool meets_demands(int person, std::vector<int> const& all) const;
  Amount worth(int person, int session) const;
  bool may(int person, int session) const;
  bool fits(int session, std::vector<int> const& others) const;
  std::vector<int> open_to(int person, Kind kind) const;

  Instance const& instance_;
  Level level_;
  int placed_;
  Amount grain_ = 0;
  Amount per_person_ = 0;
  Amount best_ = 0;
  std::map<int, std::vector<int>> sessions_;  // by offer
  std::vector<std::vector<int>> groups_;
  std::vector<Amount> price_;
  std::vector<State> state_;
  std::map<std::pair<int, int>, bool> demands_;  // person, session
};

}  // namespace lenig::assign::checking
