#pragma once

#include <boost/container/small_vector.hpp>
#include <span>
#include <vector>

namespace lenig::assign {

/// A linear programme over bundles: max Σ weight·x, each unit has exactly one of its columns, each row's Σ seats·x is
/// at most its limit and, where that is asked, at least its least. Primal simplex method with an inverse of one row per
/// row, units being generalised upper bounds (Dantzig and Van Slyke 1967). It goes on from where it stands when columns
/// are added or weights change. Limits are wider by up to a thousandth, so that no step has length 0 for long.
class Programme {
 public:
  struct Entry {
    int row = 0;
    double seats = 1;
  };
  struct Row {
    double limit = 0;
    double least = 0;
  };

  Programme(std::vector<Row> const& rows, int units);

  int add(int unit, double weight, std::span<Entry const> entries);
  /// Begins with one column of each unit, all within the limits.
  void begin(std::vector<int> const& columns);
  void weigh(int column, double weight) { columns_[at(column)].weight = weight; }
  /// What is missing of the least costs `penalty` each: 0 when the least is not asked.
  void ask(int row, double penalty) { slacks_[at(row)].penalty = penalty; }
  /// Until no column that was added makes it better, or so many exchanges are done.
  void run(int exchanges);

  /// Of a seat; below 0 when the row has no more than its least.
  double price(int row) const { return price_[at(row)]; }
  double share(int column) const;
  /// Of all shares together, less what is missing.
  double value() const;
  std::span<int const> of_unit(int unit) const { return of_unit_[at(unit)]; }

 private:
  static constexpr int out = -1;  // places of columns that are not in the basis by number
  static constexpr int key = -2;

  struct Column {
    double weight = 0;
    int unit = 0;
    int place = out;
    std::size_t first = 0;
    std::size_t last = 0;  // of its entries
  };
  struct Slack {
    double most = 0;     // what is beyond is missing of the least
    double penalty = 0;  // of that
    int place = out;
    int place_of_missing = out;
    bool at_most = false;  // when it is out
  };
  /// What enters the basis: a column, a slack or what is missing; `sign` −1: it becomes less.
  struct Entering {
    enum class What { column, slack, missing };
    What what = What::column;
    int index = 0;
    double gain = 0;  // each
    double sign = 1;
  };
  /// How far it goes, and what ends it: something in the basis (by place), the key of a unit, or itself.
  struct Step {
    double length = 0;
    double pivot = 0;
    int place = out;
    int unit = -1;
  };
  /// What is in the basis at a place.
  struct Basic {
    Entering::What what = Entering::What::slack;
    int index = 0;
    double share = 0;
  };

  static std::size_t at(int index) { return static_cast<std::size_t>(index); }
  std::span<Entry const> entries(Column const& column) const {
    return {entries_.data() + column.first, column.last - column.first};
  }
  double* inverse_of(int row) { return inverse_.data() + at(row) * places_in_blocks_; }
  double cost_of(Column const& column) const;
  double gain_of(Entering const& entering) const;
  void price_all();
  bool find_better();
  void find_better_slacks();
  void enter(Entering const& entering);
  void direct(Entering const& entering);
  void add_direction(int row, double factor);
  Step longest(Entering const& entering) const;
  double most_at(int place) const;
  double rate_of_key(int unit, Entering const& entering) const;
  void advance(Entering const& entering, double length);
  void swap_key(int unit, Step& step);
  void exchange(Entering const& entering, Step const& step);
  void leave(Basic const& basic, bool upwards);
  void put_in(Entering const& entering, Step const& step);
  void turn_inverse(int place, double sign);

  std::size_t rows_;
  std::size_t places_in_blocks_;
  std::vector<double> limits_;
  std::vector<Column> columns_;
  std::vector<Entry> entries_;
  std::vector<std::vector<int>> of_unit_;
  std::vector<int> key_;  // by unit: the column in the basis that its others are counted against
  std::vector<double> key_share_;
  std::vector<boost::container::small_vector<int, 2>> places_;  // by unit: of its other columns in the basis
  std::vector<int> units_in_;                                   // that have such columns, or had
  std::vector<char> is_in_;
  std::vector<Slack> slacks_;
  std::vector<Basic> basis_;     // by place
  std::vector<double> inverse_;  // of the basis, one column per row
  std::vector<double> price_;
  std::vector<double> direction_;  // by place: what the entering one takes
  std::vector<double> turned_;
  std::vector<Entering> better_;
  std::size_t next_ = 0;  // unit
  int exchanges_ = 0;
};

}  // namespace lenig::assign
