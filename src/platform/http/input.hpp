#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace lenig::http {

/// Bytes that came in and were not used yet. Grows while a block is incomplete, up to what the server lets it.
class Input {
 public:
  std::string_view view() const { return {bytes_.data() + first_, last_ - first_}; }
  bool is_empty() const { return first_ == last_; }

  /// The first `count` bytes have been used.
  void use(std::size_t count) {
    first_ += count;
    if (is_empty()) first_ = last_ = 0;
  }

  /// Room behind what is there: at least one byte.
  std::span<char> room() {
    if (first_ > 0) {
      std::copy(bytes_.data() + first_, bytes_.data() + last_, bytes_.data());
      last_ -= first_;
      first_ = 0;
    }
    if (last_ == bytes_.size()) bytes_.resize(std::max<std::size_t>(smallest, bytes_.size() * 2));
    return std::span{bytes_}.subspan(last_);
  }

  /// The first `count` bytes of the room have been filled.
  void add(std::size_t count) { last_ += count; }

 private:
  static constexpr std::size_t smallest = 4096;

  std::vector<char> bytes_;
  std::size_t first_ = 0;
  std::size_t last_ = 0;
};

}  // namespace lenig::http
