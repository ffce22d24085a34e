#include "platform/base/base64.hpp"

#include <sodium.h>

namespace lenig::base {

namespace {

constexpr auto variant = sodium_base64_VARIANT_ORIGINAL;

unsigned char* as_bytes(std::string& text) { return static_cast<unsigned char*>(static_cast<void*>(text.data())); }

}  // namespace

std::string to_base64(std::string_view bytes) {
  std::string copy(bytes);
  std::string text(sodium_base64_encoded_len(copy.size(), variant), '\0');
  sodium_bin2base64(text.data(), text.size(), as_bytes(copy), copy.size(), variant);
  text.pop_back();  // its end mark
  return text;
}

std::optional<std::string> from_base64(std::string_view text) {
  std::string bytes(text.size(), '\0');
  std::size_t length = 0;
  if (sodium_base642bin(as_bytes(bytes), bytes.size(), text.data(), text.size(), nullptr, &length, nullptr, variant) !=
      0)
    return std::nullopt;
  bytes.resize(length);
  return bytes;
}

}  // namespace lenig::base
