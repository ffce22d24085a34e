#include "platform/base/text.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <stdexcept>

namespace lenig::base {

namespace {

bool is_utf8(std::string_view text) {
  auto const* bytes = reinterpret_cast<std::uint8_t const*>(text.data());
  auto const size = static_cast<std::int32_t>(text.size());
  for (std::int32_t i = 0; i < size;) {
    UChar32 c = 0;
    U8_NEXT(bytes, i, size, c);
    if (c < 0) return false;
  }
  return true;
}

bool is_ascii(std::string_view text) {
  for (char const c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  }
  return true;
}

icu::Normalizer2 const& normalizer(bool decomposing) {
  auto status = U_ZERO_ERROR;
  auto const* found =
      decomposing ? icu::Normalizer2::getNFKDInstance(status) : icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) throw std::runtime_error("ICU has no normalisation data");
  return *found;
}

std::string normalised(std::string_view text, bool decomposing) {
  auto status = U_ZERO_ERROR;
  auto const source =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  auto const normal = normalizer(decomposing).normalize(source, status);
  if (U_FAILURE(status)) throw std::runtime_error("ICU could not normalise a text");
  std::string result;
  normal.toUTF8String(result);
  return result;
}

/// U+0080 to U+009F, in two bytes.
bool is_second_control(std::string_view text) {
  return text.size() > 1 && static_cast<unsigned char>(text[0]) == 0xc2 && static_cast<unsigned char>(text[1]) < 0xa0;
}

std::string without_controls(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char const c = text[i];
    if (is_second_control(text.substr(i))) {
      ++i;
    } else if (c == '\r') {
      if (i + 1 < text.size() && text[i + 1] == '\n') continue;
      result += '\n';
    } else if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') {
      if (c != 0x7f) result += c;
    }
  }
  return result;
}

/// What has no decomposition in Unicode, but is typed as plain letters by those who search for it.
void append_plain(std::string& result, UChar32 letter) {
  switch (letter) {
    case 0xdf: result += "ss"; return;
    case 0xe6: result += "ae"; return;
    case 0xf8: result += 'o'; return;
    case 0x142: result += 'l'; return;
    case 0x111: result += 'd'; return;
    case 0x131: result += 'i'; return;
    default: {
      icu::UnicodeString(letter).toUTF8String(result);
    }
  }
}

}  // namespace

std::optional<std::string> cleaned(std::string_view text) {
  if (!is_utf8(text)) return std::nullopt;
  auto const plain = without_controls(text);
  return std::string(trimmed(is_ascii(plain) ? plain : normalised(plain, false)));
}

std::string folded(std::string_view text) {
  auto const decomposed = is_ascii(text) ? std::string(text) : normalised(text, true);
  auto const* bytes = reinterpret_cast<std::uint8_t const*>(decomposed.data());
  auto const size = static_cast<std::int32_t>(decomposed.size());
  std::string result;
  for (std::int32_t i = 0; i < size;) {
    UChar32 c = 0;
    U8_NEXT(bytes, i, size, c);
    if (c < 0 || u_charType(c) == U_NON_SPACING_MARK) continue;
    if (c == '\'' || c == 0x2019) continue;  // 't Hart is found as "t hart" and d'Arc as "darc"
    if (u_isalnum(c)) {
      append_plain(result, u_tolower(c));
    } else if (!result.empty() && result.back() != ' ') {
      result += ' ';
    }
  }
  if (!result.empty() && result.back() == ' ') result.pop_back();
  return result;
}

std::size_t length(std::string_view text) {
  std::size_t count = 0;
  for (char const c : text) count += (static_cast<unsigned char>(c) & 0xc0) != 0x80;
  return count;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blank = " \t\n\r";
  auto const from = text.find_first_not_of(blank);
  if (from == std::string_view::npos) return {};
  return text.substr(from, text.find_last_not_of(blank) - from + 1);
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (std::size_t from = 0;;) {
    auto const to = text.find(separator, from);
    parts.emplace_back(text.substr(from, to - from));
    if (to == std::string_view::npos) return parts;
    from = to + 1;
  }
}

std::vector<std::string> lines(std::string_view text) {
  std::vector<std::string> result;
  for (auto const& line : split(text, '\n')) {
    if (auto const kept = trimmed(line); !kept.empty()) result.emplace_back(kept);
  }
  return result;
}

std::string joined(std::vector<std::string> const& parts, std::string_view separator) {
  std::string result;
  for (auto const& part : parts) {
    if (&part != &parts.front()) result += separator;
    result += part;
  }
  return result;
}

std::optional<double> decimal_from(std::string_view text) {
  std::string plain(text);
  std::replace(plain.begin(), plain.end(), ',', '.');
  double number = 0;
  auto const [end, error] =
      std::from_chars(plain.data(), plain.data() + plain.size(), number, std::chars_format::fixed);
  if (error != std::errc{} || end != plain.data() + plain.size() || !std::isfinite(number)) return std::nullopt;
  return number;
}

}  // namespace lenig::base
