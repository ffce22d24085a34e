#pragma once

#include <functional>

#include "engine/assign/cases.hpp"

namespace lenig::assign {

/// What every unit holds: indices of its items, rising.
using Holdings = std::vector<Bundle>;

/// Asked now and then; true: leave off.
using Enough = std::function<bool()>;

/// Whether people may leave sessions that have their minimum: then others come to run instead.
enum class Begin { anew, as_it_is };

/// An assignment within all capacities that is made better step by step: free seats are taken, chains of people move
/// on so that somebody gets more than the others lose, and sessions get their minimum or are cancelled.
class Exchange {
 public:
  Exchange(Model const& model, Case now, Weights weights);

  /// Takes over what fits, in this order of units; then who has something better takes it.
  void begin(Holdings const& wished, Begin how = Begin::anew);
  /// Until no chain helps any more.
  void improve(Enough const& enough);
  /// Cancels or fills every session that has too few, the cheaper of the two; from then on none gets too few.
  void mind_minimums(Enough const& enough);

  Holdings const& holdings() const { return held_; }
  Amount weight() const;

 private:
  struct Way {
    int unit = -1;  // who would leave a session
    int item = -1;  // the item that they leave
    int to = -1;    // and the one they take instead; −1: none
  };

  Item const& item_of(int unit, int item) const;
  int free(int session) const;
  Amount worth(int unit, Bundle const& bundle) const;
  bool may_join(int session) const;
  bool may_leave(int session) const;
  void take(int unit, int item);
  void leave(int unit, int item);
  void change(int unit, Bundle const& bundle);
  bool has_minimums() const;
  bool take_free(int unit);
  Choice best_with(int unit, Prices const& costs);
  void find_ways();
  void begin_ways(std::vector<std::pair<Amount, int>>& open);
  void find_ways_through(int session, std::vector<std::pair<Amount, int>>& open);
  bool swaps(int unit, int item, int instead) const;
  bool follow(int unit);
  bool make_room(int session, int depth);
  std::vector<std::pair<Amount, int>> losses_of_joining(int session);
  Choice bundle_with(int unit, int item);
  Amount loss_of_cancelling(int session);
  void cancel(int session);
  bool fill(int session);

  Model const* model_;
  Case case_;
  Weights weights_;
  Oracle oracle_;
  Holdings held_;
  std::vector<std::vector<std::pair<int, int>>> holders_;  // by session: unit, item
  std::vector<int> load_;
  bool minimums_ = false;  // whether they hold already
  Prices room_;            // what it costs the others to make room, by session
  std::vector<Way> way_;
  std::vector<std::pair<int, Bundle>> undo_;
  std::vector<Amount> nets_;
};

}  // namespace lenig::assign
