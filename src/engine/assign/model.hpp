#pragma once

#include <span>

#include "engine/assign/assign.h"

namespace lenig::assign {

/// One session that a unit may hold: `seats` of it, worth `value`. Weights are per unit, in millionths.
struct Item {
  int session = 0;
  int seats = 1;
  int member = -1;  // of a unit of several: whose shadowing it is; -1: everybody's of the unit
  bool shadowing = false;
  Amount value = 0;
  Amount lot = 0;  // what the lottery adds: all together less than the smallest difference of values
};

/// People who are bound together by `with`; mostly one. Items of the whole unit come before those of its members.
struct Unit {
  int first_item = 0;
  int items = 0;
  int shared = 0;  // of them everybody's
  int first_member = 0;
  int members = 0;
  int limit = 0;              // of shared items
  int shadowing_limit = 0;    // of shared items that are shadowings: of one person
  std::size_t first_bit = 0;  // of its clashes, items × items
};

struct Member {
  int person = 0;
  int max_sessions = 0;
  int max_shadowings = 0;
};

/// What of a session is settled while cases are told apart.
enum class Running { undecided, runs, cancelled };

/// The instance as the engine works on it: who may hold what, and what excludes what.
class Model {
 public:
  explicit Model(Instance const& instance);

  Instance const& instance() const { return *instance_; }
  std::vector<Unit> const& units() const { return units_; }
  std::span<Item const> items(Unit const& unit) const {
    return {items_.data() + unit.first_item, static_cast<std::size_t>(unit.items)};
  }
  std::span<Member const> members(Unit const& unit) const {
    return {members_.data() + unit.first_member, static_cast<std::size_t>(unit.members)};
  }
  bool clash(Unit const& unit, int one, int other) const {
    auto const bit = unit.first_bit + static_cast<std::size_t>(one) * static_cast<std::size_t>(unit.items) +
                     static_cast<std::size_t>(other);
    return (clashes_[bit / 64] >> (bit % 64) & 1U) != 0;
  }
  /// (unit, item) of everybody who may hold a session.
  std::span<std::pair<int, int> const> candidates(int session) const;
  int capacity(int session) const { return instance_->sessions[static_cast<std::size_t>(session)].capacity; }
  int minimum(int session) const { return instance_->sessions[static_cast<std::size_t>(session)].minimum; }
  int sessions() const { return static_cast<int>(instance_->sessions.size()); }
  /// The greatest number by which every value can be divided: values differ by this at least.
  Amount grain() const { return grain_; }
  /// People who may hold something at all.
  int reachable() const { return reachable_; }
  /// More than a person's sessions can be worth.
  Amount dearest() const { return dearest_; }
  /// Whether nobody can hold both: they overlap, or the way between them takes longer than the time, or one offer.
  bool exclude(int session, int other) const;
  int unit_of(int person) const { return unit_of_[static_cast<std::size_t>(person)]; }

 private:
  /// What tells most sessions apart, close together.
  struct Timing {
    Span time;
    int offer = 0;
  };

  void note_times();
  void join_people();
  void add_unit(std::vector<int> const& people);
  void add_shared(std::vector<int> const& people);
  void add_shadowings(int member, int person);
  void add_clashes(Unit& unit);
  void add_lots();
  void index_candidates();

  Instance const* instance_;
  std::vector<Timing> timings_;  // by session
  std::int64_t longest_way_ = 0;
  std::vector<std::vector<int>> sessions_of_offer_;
  std::vector<Unit> units_;
  std::vector<Item> items_;
  std::vector<Member> members_;
  std::vector<std::uint64_t> clashes_;
  std::vector<int> unit_of_;
  std::vector<std::pair<int, int>> candidates_;
  std::vector<std::size_t> first_candidate_;
  Amount grain_ = one;
  Amount dearest_ = 0;
  int reachable_ = 0;
};

/// Whether nobody can hold both: they overlap, or the way between them takes longer than the time, or one offer.
bool clash(Instance const& instance, Session const& one, Session const& other);

/// Units by the lowest ticket of their people: who goes first.
std::vector<int> drawn_order(Model const& model);

}  // namespace lenig::assign
