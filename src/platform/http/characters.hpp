#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace lenig::http {

/// A set of bytes, asked in one look-up.
class ByteSet {
 public:
  explicit constexpr ByteSet(std::string_view members) {
    for (char const member : members) holds_[static_cast<unsigned char>(member)] = true;
  }
  constexpr bool holds(char byte) const { return holds_[static_cast<unsigned char>(byte)]; }
  constexpr bool holds_all(std::string_view text) const {
    for (char const byte : text) {
      if (!holds(byte)) return false;
    }
    return true;
  }

 private:
  std::array<bool, 256> holds_{};
};

inline constexpr ByteSet digits{"0123456789"};

/// RFC 3986, 2.3.
inline constexpr ByteSet unreserved{"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"};

/// RFC 9110, 5.6.2.
inline constexpr ByteSet token_characters{
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-.^_`|~"};

constexpr bool is_token(std::string_view text) { return !text.empty() && token_characters.holds_all(text); }

/// A byte that may stand in a header value: RFC 9110, 5.5. Tab is the only control character among them.
constexpr bool is_value_byte(char byte) {
  return byte == '\t' || (static_cast<unsigned char>(byte) >= 0x20 && byte != 0x7f);
}

constexpr bool is_value(std::string_view text) {
  for (char const byte : text) {
    if (!is_value_byte(byte)) return false;
  }
  return true;
}

constexpr char lower(char byte) { return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte; }

constexpr bool equals_ignoring_case(std::string_view left, std::string_view right) {
  if (left.size() != right.size()) return false;
  for (std::size_t at = 0; at < left.size(); ++at) {
    if (lower(left[at]) != lower(right[at])) return false;
  }
  return true;
}

/// Without the spaces and tabs around it.
constexpr std::string_view trimmed(std::string_view text) {
  std::size_t const first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// The value of a hexadecimal digit, or -1.
constexpr int hexadecimal(char digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
  if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
  return -1;
}

/// Calls `take` with each element of a comma-separated list, without the spaces around it.
template <typename Take>
constexpr void each_element(std::string_view list, Take take) {
  while (!list.empty()) {
    std::size_t const comma = list.find(',');
    take(trimmed(list.substr(0, comma)));
    list = comma == std::string_view::npos ? std::string_view{} : list.substr(comma + 1);
  }
}

}  // namespace lenig::http
