#include "platform/http/encoding.hpp"

#include <cstddef>

#include "platform/http/characters.hpp"

namespace lenig::http {
namespace {

/// The length of the well-formed sequence at the start of `text`, or 0. Unicode 15, table 3-7.
std::size_t sequence_length(std::string_view text) {
  auto const byte = [&](std::size_t at) { return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U; };
  auto const continues = [&](std::size_t at) { return (byte(at) & 0xc0U) == 0x80U; };
  unsigned const lead = byte(0);
  unsigned const second = byte(1);
  if (lead < 0x80) return 1;
  if (lead < 0xc2 || lead > 0xf4 || !continues(1)) return 0;
  if (lead < 0xe0) return 2;
  if ((lead == 0xe0 && second < 0xa0) || (lead == 0xed && second > 0x9f) || !continues(2)) return 0;
  if (lead < 0xf0) return 3;
  if ((lead == 0xf0 && second < 0x90) || (lead == 0xf4 && second > 0x8f) || !continues(3)) return 0;
  return 4;
}

}  // namespace

std::optional<std::string> percent_decoded(std::string_view text, Plus plus) {
  std::string decoded;
  decoded.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '%') {
      int const high = at + 2 < text.size() ? hexadecimal(text[at + 1]) : -1;
      int const low = high >= 0 ? hexadecimal(text[at + 2]) : -1;
      if (low < 0) return std::nullopt;
      decoded += static_cast<char>(high * 16 + low);
      at += 2;
    } else {
      decoded += text[at] == '+' && plus == Plus::space ? ' ' : text[at];
    }
  }
  return decoded;
}

bool is_utf8(std::string_view text) {
  while (!text.empty()) {
    std::size_t const length = sequence_length(text);
    if (length == 0) return false;
    text.remove_prefix(length);
  }
  return true;
}

bool has_control_character(std::string_view utf8) {
  for (std::size_t at = 0; at < utf8.size(); ++at) {
    auto const byte = static_cast<unsigned char>(utf8[at]);
    if (byte < 0x20 || byte == 0x7f) return true;
    if (byte == 0xc2 && at + 1 < utf8.size() && static_cast<unsigned char>(utf8[at + 1]) < 0xa0) return true;
  }
  return false;
}

}  // namespace lenig::http
