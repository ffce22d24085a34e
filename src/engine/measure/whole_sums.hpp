#pragma once

#include <array>
#include <memory>

#include "engine/measure/block.hpp"
#include "engine/measure/sums.hpp"

namespace lenig::measure {

/// The sums of a scale whose answers are whole, in whole numbers: they can be added up in any order.
class WholeSums {
 public:
  WholeSums(Scale const& scale, Groups const& groups, Missing missing);

  /// Reads rows [from, from + rows), at most block_rows of them.
  void read(std::size_t from, std::size_t rows);
  void add(WholeSums const& other);
  ScaleSums sums() const;

 private:
  struct Tally {
    std::uint64_t people = 0;
    std::uint64_t total = 0;
    std::uint64_t squares = 0;
  };
  struct Pair {
    std::uint64_t people = 0;
    std::uint64_t first = 0;
    std::uint64_t second = 0;
    std::uint64_t products = 0;
  };
  struct Block {
    std::array<std::uint8_t, block_rows> complete;
    std::array<std::uint8_t, block_rows> answered;
    std::array<std::uint16_t, block_rows> total;
    std::array<std::uint32_t, block_rows> place;
    std::vector<std::array<std::uint8_t, block_rows>> masked;
    std::vector<std::uint8_t const*> items;
    std::size_t rows = 0;
    std::uint32_t const* group = nullptr;
    bool whole = true;  // nobody left an item open
  };

  void look(std::size_t from, std::size_t rows);
  void count_answers();
  void tally_complete();
  void tally_available();
  void add_pairs();
  std::vector<Tally>& tallies_of(std::size_t answered);

  Scale const* scale_;
  Groups groups_;
  Missing missing_;
  std::size_t bytes_;
  std::vector<std::vector<std::uint32_t>> counts_;  // an item: groups × bytes
  std::vector<std::vector<Tally>> tallies_;         // by how many items were answered, less one; then by group
  std::uint64_t at_lowest_ = 0;
  std::uint64_t at_highest_ = 0;
  std::vector<Pair> pairs_;
  std::unique_ptr<Block> block_;
};

}  // namespace lenig::measure
