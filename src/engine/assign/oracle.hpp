#pragma once

#include <boost/container/small_vector.hpp>
#include <optional>

#include "engine/assign/model.hpp"

namespace lenig::assign {

/// Items of one unit, in rising order.
using Bundle = boost::container::small_vector<int, 4>;

struct Choice {
  Amount net = 0;
  Bundle bundle;
};

/// How many of a unit have something by a bundle.
int people_with(Model const& model, Unit const& unit, Bundle const& bundle);

/// A price that nobody pays.
inline constexpr Amount forbidden = Amount{1} << 56;

/// What a unit does best when every item of it has a net worth (negative: it costs). Not for several threads at once.
class Oracle {
 public:
  /// Every person with at least one session counts for `per_person` besides.
  Oracle(Model const& model, Amount per_person) : model_(&model), per_person_(per_person) {}

  /// The best bundle by these nets, one for each item of the unit; at or below −forbidden/2 an item is left out.
  Choice const& best(Unit const& unit, std::span<Amount const> nets);

  /// All bundles worth at least `floor`; of a unit of several people only the best shadowings with each set of
  /// workshops. At most `most` of them.
  std::vector<Choice> within(Unit const& unit, std::span<Amount const> nets, Amount floor, std::size_t most);

 private:
  struct Ranked {
    Amount net;
    int item;
    bool before(Ranked const& other) const { return net != other.net ? net > other.net : item < other.item; }
  };

  void rank(Unit const& unit, std::span<Amount const> nets);
  void rank_single(Unit const& unit, std::span<Amount const> nets);
  static void insert(std::vector<Ranked>& list, Ranked one);
  void sort_until(std::size_t place);
  void descend(std::size_t from, int chosen, int shadowings, Amount sum);
  void weigh(Amount sum);
  Amount best_shadowings(Bundle& all);
  std::optional<std::pair<int, int>> rivals(Bundle const& all) const;
  void descend_member(std::size_t member, std::size_t from, int chosen, Amount sum);
  bool fits(int item) const;

  Model const* model_;
  Amount per_person_;
  Unit const* unit_ = nullptr;
  Member const* member_ = nullptr;
  std::vector<Ranked> shared_;
  std::size_t sorted_ = 0;                // of them, the best
  std::vector<std::vector<Ranked>> own_;  // by member
  Bundle chosen_;
  Bundle mine_;
  Bundle barred_;           // items of members that leave a seat to the other
  Amount shadow_most_ = 0;  // more than the shadowings of the members can be worth
  Choice best_;
  Choice best_of_member_;
  std::vector<Choice>* found_ = nullptr;
  Amount floor_ = 0;
  std::size_t most_ = 0;
};

}  // namespace lenig::assign
