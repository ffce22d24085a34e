#pragma once

#include <bitset>

#include "engine/assign/exchange.hpp"

namespace lenig::assign {

/// An assignment for very many units at prices that are nearly the best. Everybody begins with what they would choose,
/// equals being spread over what has room; then chains of people lead from sessions with too many, and from seats that
/// are worth less, to free seats. Lots are left out.
class Routing {
 public:
  Routing(Model const& model, Weights const& weights, Amount grain);

  /// The first time from nothing; then those begin anew who would rather have something else at other prices.
  void run(Prices const& prices, Enough const& enough);
  Holdings const& holdings() const { return held_; }
  /// What a seat more in a session would be worth: prices that fit this assignment better.
  Prices marginal_prices();

 private:
  enum class Towards { priced, any };  // free seats
  /// Somebody leaves a session for the next one on the way. No unit: here the way ends.
  struct Step {
    int unit = -1;
    int from = -1;
    int to = -1;  // −1: for nothing
    int next = -1;
  };

  /// What a unit could hold, at the prices.
  struct Wish {
    Amount net = 0;
    int session = 0;
    int item = 0;
  };
  static constexpr int most_barred = 64;
  /// What a unit holds.
  struct Seat {
    Amount net = 0;
    Amount loss = 0;  // without it
    int unit = 0;
    int item = 0;
    int session = 0;
    int first_wish = 0;
    int wishes = 0;
    std::bitset<most_barred> barred{};  // of the first wishes, what is known not to fit
  };

  Item const& item_of(int unit, int item) const;
  int free(int session) const { return model_->capacity(session) - load_[static_cast<std::size_t>(session)]; }
  Amount price_of(int session) const { return prices_[static_cast<std::size_t>(session)]; }
  Amount net(Item const& item) const { return weights_.of(item) - price_of(item.session) * item.seats; }
  bool is_content(int unit);
  void fill_nets(int unit);
  void spread(int unit);
  Amount leaning(Item const& item, int limit) const;
  void note_holders();
  void note_wishes();
  void lead(Towards towards, Enough const& enough);
  bool lead(Towards towards);
  void begin_ways(Towards towards);
  void find_ways(Towards towards);
  void note_seats();
  bool find_way(Seat& seat);
  bool find_nothing(Seat const& seat);
  Amount loss_of_dropping(int unit, int item) const;
  bool fits(int unit, int to, int from) const;
  bool lead_from_full();
  bool lead_from_cheaper();
  int end_of(int session) const;
  bool follow(int session);
  void move(int unit, int from, int to);
  void drop_rest();

  Model const* model_;
  Weights weights_;
  std::vector<int> order_;  // of units, by the lottery
  Prices prices_;
  Amount grain_;
  Oracle oracle_;
  Holdings held_;
  std::vector<int> load_;
  std::vector<std::vector<std::pair<int, int>>> holders_;  // by session: unit, item
  std::vector<Seat> seats_;
  std::vector<Wish> wishes_;      // by unit, the dearest first
  std::vector<Amount> distance_;  // by session: to where the way from it ends
  Amount lowest_distance_ = 0;
  std::vector<Step> step_;
  std::vector<Step> chain_;
  std::vector<Amount> nets_;
};

}  // namespace lenig::assign
