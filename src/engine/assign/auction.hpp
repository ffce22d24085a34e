#pragma once

#include <deque>

#include "engine/assign/exchange.hpp"

namespace lenig::assign {

/// Units bid for seats until nobody would rather have something else by more than the step: the auction of
/// Bertsekas (1988) with bundles as bids, made finer step by step. Gives an assignment within all capacities, and
/// prices.
class Auction {
 public:
  Auction(Model const& model, Case now, Weights weights);

  /// Begins at these prices with what is held; what is not within capacities is left.
  void begin(Prices const& prices, Holdings const& holdings);
  /// Bids until everybody is content within the step.
  void run(Amount step, Enough const& enough);

  Prices prices() const;
  Holdings const& holdings() const { return held_; }

 private:
  struct Seat {
    int unit = 0;
    int item = 0;
    Amount bid = 0;  // for one seat
  };

  void lower(Amount step);
  void queue(int unit);
  void bid_all(Amount step, Enough const& enough);
  void bid(int unit, Amount step);
  Amount asked(Item const& item, Amount step) const;
  void take(int unit, int item, Amount bid);
  void leave(int unit, int item);
  void push_out(int session, int seats);
  void note_price(int session);
  void reprice(Amount step);
  bool reprice(int session, Amount step);
  Amount gain(int unit, int item);
  int free(int session) const;
  Item const& item_of(int unit, int item) const;

  Model const* model_;
  Case case_;
  Weights weights_;
  Oracle oracle_;
  Holdings held_;
  std::vector<boost::container::small_vector<Amount, 4>> bids_;  // of what is held
  std::vector<std::vector<Seat>> seats_;                         // by session
  std::vector<int> used_;
  Prices reserve_;  // what a free seat costs
  Prices price_;    // of the next seat
  std::deque<int> waiting_;
  std::vector<char> queued_;
  std::vector<Amount> nets_;
  std::int64_t bids_made_ = 0;
};

}  // namespace lenig::assign
