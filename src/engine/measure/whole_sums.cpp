#include "engine/measure/whole_sums.hpp"

#include <algorithm>

namespace lenig::measure {

WholeSums::WholeSums(Scale const& scale, Groups const& groups, Missing missing)
    : scale_(&scale),
      groups_(groups),
      missing_(missing),
      bytes_(static_cast<std::size_t>(scale.options.count()) + 1),
      counts_(scale.items.size(), std::vector<std::uint32_t>(groups.count * bytes_)),
      tallies_(scale.items.size()),
      pairs_(scale.items.size() * (scale.items.size() - 1) / 2),
      block_(std::make_unique<Block>()) {
  block_->items.resize(scale.items.size());
}

void WholeSums::read(std::size_t from, std::size_t rows) {
  look(from, rows);
  count_answers();
  if (block_->whole || missing_ == Missing::listwise) {
    tally_complete();
  } else {
    tally_available();
  }
  add_pairs();
}

/// Who answered what; whoever is left out has zeros from here on.
void WholeSums::look(std::size_t from, std::size_t rows) {
  auto& block = *block_;
  block.rows = rows;
  block.group = groups_.of_row.data() + from;
  std::fill_n(block.complete.begin(), rows, std::uint8_t{255});
  for (std::size_t item = 0; item < block.items.size(); ++item) {
    block.items[item] = scale_->items[item].answers.data() + from;
    keep_smallest(block.complete.data(), block.items[item], rows);
  }
  block.whole = all_answered(block.complete.data(), rows);
  if (!block.whole && missing_ == Missing::listwise) {
    block.masked.resize(block.items.size());
    for (std::size_t item = 0; item < block.items.size(); ++item) {
      mask(block.masked[item].data(), block.items[item], block.complete.data(), rows);
      block.items[item] = block.masked[item].data();
    }
  }
  std::fill_n(block.total.begin(), rows, std::uint16_t{0});
  for (auto const* const item : block.items) add_to_total(block.total.data(), item, rows);
}

void WholeSums::count_answers() {
  auto& block = *block_;
  auto const bytes = static_cast<std::uint32_t>(bytes_);
  for (std::size_t row = 0; row < block.rows; ++row) block.place[row] = block.group[row] * bytes;
  for (std::size_t item = 0; item < block.items.size(); ++item) {
    auto* const counts = counts_[item].data();
    auto const* const answers = block.items[item];
    for (std::size_t row = 0; row < block.rows; ++row) ++counts[block.place[row] + answers[row]];
  }
}

/// Everybody answered all items, or has a total of zero and is left out.
void WholeSums::tally_complete() {
  auto const& block = *block_;
  auto const items = block.items.size();
  auto* const tallies = tallies_of(items).data();
  for (std::size_t row = 0; row < block.rows; ++row) {
    std::uint64_t const total = block.total[row];
    auto& tally = tallies[block.group[row]];
    tally.people += total != 0 ? 1 : 0;
    tally.total += total;
    tally.squares += total * total;
  }
  auto const highest = items * static_cast<std::size_t>(scale_->options.count());
  at_lowest_ += count_equal(block.total.data(), static_cast<std::uint16_t>(items), block.rows);
  at_highest_ += count_equal(block.total.data(), static_cast<std::uint16_t>(highest), block.rows);
}

void WholeSums::tally_available() {
  auto& block = *block_;
  std::fill_n(block.answered.begin(), block.rows, std::uint8_t{0});
  for (auto const* const item : block.items) add_to_answered(block.answered.data(), item, block.rows);
  auto const options = static_cast<std::size_t>(scale_->options.count());
  for (std::size_t row = 0; row < block.rows; ++row) {
    std::size_t const answered = block.answered[row];
    if (answered == 0) continue;
    std::uint64_t const total = block.total[row];
    auto& tally = tallies_of(answered)[block.group[row]];
    ++tally.people;
    tally.total += total;
    tally.squares += total * total;
    at_lowest_ += total == answered ? 1 : 0;
    at_highest_ += total == answered * options ? 1 : 0;
  }
}

void WholeSums::add_pairs() {
  auto const& block = *block_;
  auto const rows = block.rows;
  bool const by_pair = !block.whole && missing_ == Missing::available;
  auto const people = block.whole ? static_cast<std::uint32_t>(rows) : count_answered(block.complete.data(), rows);
  std::size_t at = 0;
  for (std::size_t first = 0; first < block.items.size(); ++first) {
    auto const* const one = block.items[first];
    for (std::size_t second = first + 1; second < block.items.size(); ++second, ++at) {
      auto const* const other = block.items[second];
      auto& pair = pairs_[at];
      pair.people += by_pair ? count_both(one, other, rows) : people;
      pair.first += sum_where(one, other, rows);
      pair.second += sum_where(other, one, rows);
      pair.products += products(one, other, rows);
    }
  }
}

std::vector<WholeSums::Tally>& WholeSums::tallies_of(std::size_t answered) {
  auto& tallies = tallies_[answered - 1];
  if (tallies.empty()) tallies.resize(groups_.count);
  return tallies;
}

void WholeSums::add(WholeSums const& other) {
  for (std::size_t item = 0; item < counts_.size(); ++item)
    std::ranges::transform(counts_[item], other.counts_[item], counts_[item].begin(), std::plus());
  for (std::size_t answered = 1; answered <= tallies_.size(); ++answered) {
    if (other.tallies_[answered - 1].empty()) continue;
    std::ranges::transform(tallies_of(answered), other.tallies_[answered - 1], tallies_of(answered).begin(),
                           [](Tally const& one, Tally const& more) {
                             return Tally{one.people + more.people, one.total + more.total, one.squares + more.squares};
                           });
  }
  at_lowest_ += other.at_lowest_;
  at_highest_ += other.at_highest_;
  std::ranges::transform(pairs_, other.pairs_, pairs_.begin(), [](Pair const& one, Pair const& more) {
    return Pair{one.people + more.people, one.first + more.first, one.second + more.second,
                one.products + more.products};
  });
}

ScaleSums WholeSums::sums() const {
  ScaleSums sums{.origin = scale_->options.lowest - 1.0, .groups = groups_.count, .counts_of_items = counts_};
  sums.people.resize(groups_.count);
  for (std::size_t answered = 1; answered <= tallies_.size(); ++answered) {
    auto const items = static_cast<double>(answered);
    for (std::size_t group = 0; group < tallies_[answered - 1].size(); ++group) {
      auto const& tally = tallies_[answered - 1][group];
      sums.people[group] += {static_cast<double>(tally.people), static_cast<double>(tally.total) / items,
                             static_cast<double>(tally.squares) / (items * items)};
    }
  }
  sums.at_lowest = static_cast<double>(at_lowest_);
  sums.at_highest = static_cast<double>(at_highest_);
  for (auto const& pair : pairs_) {
    sums.pairs.push_back({static_cast<double>(pair.people), static_cast<double>(pair.first),
                          static_cast<double>(pair.second), static_cast<double>(pair.products)});
  }
  return sums;
}

}  // namespace lenig::measure
