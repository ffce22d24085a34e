#pragma once

// Loops over a block of rows that the compiler turns into vector instructions, by the widest that the processor has.

#include <cstddef>
#include <cstdint>

namespace lenig::measure {

/// As many rows as stay in the nearest memory while all items of a scale are read.
inline constexpr std::size_t block_rows = 8192;

/// smallest[r] = min(smallest[r], item[r]): 0 as soon as somebody left an item open.
void keep_smallest(std::uint8_t* smallest, std::uint8_t const* item, std::size_t rows);

/// Whether everybody has something.
bool all_answered(std::uint8_t const* answers, std::size_t rows);

/// How many have something.
std::uint32_t count_answered(std::uint8_t const* answers, std::size_t rows);

/// masked[r] = item[r] where complete[r], else 0.
void mask(std::uint8_t* masked, std::uint8_t const* item, std::uint8_t const* complete, std::size_t rows);

/// total[r] += item[r].
void add_to_total(std::uint16_t* total, std::uint8_t const* item, std::size_t rows);

/// answered[r] += 1 where item[r] is an answer.
void add_to_answered(std::uint8_t* answered, std::uint8_t const* item, std::size_t rows);

/// The sum of first[r] · second[r]; `rows` at most block_rows.
std::uint32_t products(std::uint8_t const* first, std::uint8_t const* second, std::size_t rows);

/// The sum of item[r] over who answered the other.
std::uint32_t sum_where(std::uint8_t const* item, std::uint8_t const* other, std::size_t rows);

/// How many answered both.
std::uint32_t count_both(std::uint8_t const* first, std::uint8_t const* second, std::size_t rows);

/// How many totals are the value.
std::uint32_t count_equal(std::uint16_t const* total, std::uint16_t value, std::size_t rows);

}  // namespace lenig::measure
