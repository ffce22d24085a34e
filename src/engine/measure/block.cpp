#include "engine/measure/block.hpp"

#include <algorithm>

namespace lenig::measure {

[[gnu::target_clones("arch=x86-64-v4", "avx2", "default")]]
void keep_smallest(std::uint8_t* smallest, std::uint8_t const* item, std::size_t rows) {
  for (std::size_t row = 0; row < rows; ++row) smallest[row] = std::min(smallest[row], item[row]);
}

[[gnu::target_clones("arch=x86-64-v4", "avx2", "default")]]
bool all_answered(std::uint8_t const* answers, std::size_t rows) {
  std::uint8_t smallest = 255;
  for (std::size_t row = 0; row < rows; ++row) smallest = std::min(smallest, answers[row]);
  return smallest > 0;
}

[[gnu::target_clones("arch=x86-64-v4", "avx2", "default")]]
std::uint32_t count_answered(std::uint8_t const* answers, std::size_t rows) {
  std::uint32_t count = 0;
  for (std::size_t row = 0; row < rows; ++row) count += answers[row] != 0 ? 1 : 0;
  return count;
}

[[gnu::target_clones("arch=x86-64-v4", "avx2", "default")]]
void mask(std::uint8_t* masked, std::uint8_t const* item, std::uint8_t const* complete, std::size_t rows) {
  for (std::size_t row = 0; row < rows; ++row) masked[row] = complete[row] != 0 ? item[row] : std::uint8_t{0};
}

[[gnu::target_clones("arch=x86-64-v4", "avx2", "default")]]
void add_to_total(std::uint16_t* total, std::uint8_t const* item, std::size_t rows) {
  for (std::size_t row = 0; row < rows; ++row) total[row] = static_cast<std::uint16_t>(total[row] + item[row]);
}

[[gnu::target_clones("arch=x86-64-v4", "avx2", "default")]]
void add_to_answered(std::uint8_t* answered, std::uint8_t const* item, std::size_t rows) {
  for (std::size_t row = 0; row < rows; ++row)
    answered[row] = static_cast<std::uint8_t>(answered[row] + (item[row] != 0 ? 1 : 0));
}

[[gnu::target_clones("arch=x86-64-v4", "avx2", "default")]]
std::uint32_t products(std::uint8_t const* first, std::uint8_t const* second, std::size_t rows) {
  std::uint32_t sum = 0;
  for (std::size_t row = 0; row < rows; ++row) sum += static_cast<std::uint32_t>(first[row] * second[row]);
  return sum;
}

[[gnu::target_clones("arch=x86-64-v4", "avx2", "default")]]
std::uint32_t sum_where(std::uint8_t const* item, std::uint8_t const* other, std::size_t rows) {
  std::uint32_t sum = 0;
  for (std::size_t row = 0; row < rows; ++row) sum += other[row] != 0 ? item[row] : 0U;
  return sum;
}

[[gnu::target_clones("arch=x86-64-v4", "avx2", "default")]]
std::uint32_t count_both(std::uint8_t const* first, std::uint8_t const* second, std::size_t rows) {
  std::uint32_t count = 0;
  for (std::size_t row = 0; row < rows; ++row) count += first[row] != 0 && second[row] != 0 ? 1 : 0;
  return count;
}

[[gnu::target_clones("arch=x86-64-v4", "avx2", "default")]]
std::uint32_t count_equal(std::uint16_t const* total, std::uint16_t value, std::size_t rows) {
  std::uint32_t count = 0;
  for (std::size_t row = 0; row < rows; ++row) count += total[row] == value ? 1 : 0;
  return count;
}

}  // namespace lenig::measure
