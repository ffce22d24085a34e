#include "platform/base/base64.hpp"

#include <sodium.h>

#include <vector>

namespace lenig::base {

namespace {

constexpr auto variant = sodium_base64_VARIANT_ORIGINAL;

}  // namespace

std::string to_base64(std::string_view bytes) {
  std::vector<unsigned char> const copy(bytes.begin(), bytes.end());
  std::string text(sodium_base64_encoded_len(copy.size(), variant), '\0');
  sodium_bin2base64(text.data(), text.size(), copy.data(), copy.size(), variant);
  text.pop_back();  // its end mark
  return text;
}

std::optional<std::string> from_base64(std::string_view text) {
  std::vector<unsigned char> bytes(text.size() + 1);
  std::size_t length = 0;
  if (sodium_base642bin(bytes.data(), bytes.size(), text.data(), text.size(), nullptr, &length, nullptr, variant) != 0)
    return std::nullopt;
  return std::string(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(length));
}

}  // namespace lenig::base
