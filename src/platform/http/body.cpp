#include "platform/http/body.hpp"

#include "platform/http/characters.hpp"
#include "platform/http/encoding.hpp"

namespace lenig::http {
namespace {

std::optional<std::string> decoded_part(std::string_view encoded) {
  auto decoded = percent_decoded(encoded, Plus::space);
  if (!decoded || decoded->contains('\0') || !is_utf8(*decoded)) return std::nullopt;
  return decoded;
}

}  // namespace

std::string with_plain_line_ends(std::string text) {
  if (!text.contains('\r')) return text;
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    bool const is_return = text[at] == '\r';
    if (is_return && at + 1 < text.size() && text[at + 1] == '\n') continue;
    plain += is_return ? '\n' : text[at];
  }
  return plain;
}

std::optional<Fields> parse_form(std::string_view encoded) {
  Fields fields;
  while (!encoded.empty()) {
    std::size_t const ampersand = encoded.find('&');
    std::string_view const pair = encoded.substr(0, ampersand);
    encoded = ampersand == std::string_view::npos ? std::string_view{} : encoded.substr(ampersand + 1);
    if (pair.empty()) continue;
    std::size_t const equals = pair.find('=');
    auto name = decoded_part(pair.substr(0, equals));
    auto value = decoded_part(equals == std::string_view::npos ? std::string_view{} : pair.substr(equals + 1));
    if (!name || !value || fields.size() == most_fields) return std::nullopt;
    fields.emplace_back(std::move(*name), with_plain_line_ends(std::move(*value)));
  }
  return fields;
}

std::string url_encode(std::string_view text) {
  constexpr std::string_view hexadecimal_digits = "0123456789ABCDEF";
  std::string encoded;
  encoded.reserve(text.size() + text.size() / 2);
  for (char const byte : text) {
    if (unreserved.holds(byte)) {
      encoded += byte;
    } else {
      auto const value = static_cast<unsigned char>(byte);
      encoded += '%';
      encoded += hexadecimal_digits[value >> 4U];
      encoded += hexadecimal_digits[value & 0xfU];
    }
  }
  return encoded;
}

}  // namespace lenig::http
