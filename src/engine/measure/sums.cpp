#include "engine/measure/sums.hpp"

#include <algorithm>
#include <thread>

#include "engine/measure/block.hpp"
#include "engine/measure/decimal_sums.hpp"
#include "engine/measure/whole_sums.hpp"

namespace lenig::measure {

PeopleSums& PeopleSums::operator+=(PeopleSums const& other) {
  people += other.people;
  sum += other.sum;
  squares += other.squares;
  return *this;
}

double PeopleSums::squared_differences() const { return people > 0 ? std::max(0.0, squares - sum * sum / people) : 0; }

double PairSums::covariance() const { return (products - first * second / people) / (people - 1); }

std::span<std::uint32_t const> ScaleSums::counts(std::size_t item, std::size_t group) const {
  auto const& all = counts_of_items[item];
  auto const bytes = all.size() / groups;
  return std::span(all).subspan(group * bytes, bytes);
}

PairSums const& ScaleSums::pair(std::size_t first, std::size_t second) const {
  auto const items = counts_of_items.size();
  return pairs[first * (2 * items - first - 1) / 2 + (second - first - 1)];
}

namespace {

bool is_whole(Scale const& scale) {
  return std::ranges::all_of(scale.items, [](Item const& item) { return item.values.empty(); });
}

/// The whole scales over rows [from, until), block by block, so that memory is read once.
std::vector<WholeSums> read_whole(std::vector<Scale const*> const& scales, Groups const& groups, Missing missing,
                                  std::size_t from, std::size_t until) {
  std::vector<WholeSums> all;
  all.reserve(scales.size());
  for (auto const* const scale : scales) all.emplace_back(*scale, groups, missing);
  for (std::size_t row = from; row < until; row += block_rows) {
    for (auto& sums : all) sums.read(row, std::min(block_rows, until - row));
  }
  return all;
}

std::vector<WholeSums> read_whole(std::vector<Scale const*> const& scales, Groups const& groups, Missing missing,
                                  std::size_t threads) {
  auto const rows = groups.of_row.size();
  std::vector<std::vector<WholeSums>> parts(threads);
  {
    std::vector<std::jthread> workers;
    workers.reserve(threads);
    for (std::size_t part = 0; part < threads; ++part) {
      workers.emplace_back([&, part] {
        parts[part] = read_whole(scales, groups, missing, rows * part / threads, rows * (part + 1) / threads);
      });
    }
  }
  for (std::size_t part = 1; part < threads; ++part) {
    for (std::size_t scale = 0; scale < scales.size(); ++scale) parts[0][scale].add(parts[part][scale]);
  }
  return std::move(parts[0]);
}

}  // namespace

std::vector<ScaleSums> sums_of(std::span<Scale const> scales, Groups const& groups, Missing missing, int threads) {
  std::vector<Scale const*> whole;
  for (auto const& scale : scales) {
    if (is_whole(scale)) whole.push_back(&scale);
  }
  auto const blocks = groups.of_row.size() / block_rows + 1;
  auto const parts = std::clamp(static_cast<std::size_t>(std::max(threads, 1)), std::size_t{1}, blocks);
  auto const read = read_whole(whole, groups, missing, parts);
  std::vector<ScaleSums> all;
  std::size_t at = 0;
  for (auto const& scale : scales) {
    all.push_back(is_whole(scale) ? read[at++].sums() : decimal_sums(scale, groups, missing));
  }
  return all;
}

}  // namespace lenig::measure
