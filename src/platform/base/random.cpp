#include "platform/base/random.hpp"

#include <sodium.h>

#include <array>
#include <stdexcept>
#include <string_view>
#include <vector>

namespace lenig::base {

namespace {

void start_sodium() {
  static bool const started = [] {
    if (sodium_init() < 0) throw std::runtime_error("libsodium could not start");
    return true;
  }();
  static_cast<void>(started);
}

/// Without padding, for links and form fields.
std::string base64url(std::span<unsigned char const> bytes) {
  std::string text(sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  text.pop_back();  // the terminating NUL that libsodium writes
  return text;
}

}  // namespace

void random_bytes(std::span<unsigned char> bytes) {
  start_sodium();
  if (!bytes.empty()) randombytes_buf(bytes.data(), bytes.size());
}

std::string new_secret() {
  std::array<unsigned char, 32> bytes{};
  random_bytes(bytes);
  return base64url(bytes);
}

std::string masked(std::string_view secret) {
  std::vector<unsigned char> bytes(secret.size() * 2);
  random_bytes(std::span(bytes).first(secret.size()));
  for (std::size_t i = 0; i < secret.size(); ++i)
    bytes[secret.size() + i] = static_cast<unsigned char>(bytes[i] ^ static_cast<unsigned char>(secret[i]));
  return base64url(bytes);
}

std::string unmasked(std::string_view mask) {
  if (mask.empty()) return {};
  std::vector<unsigned char> bytes(mask.size());
  std::size_t size = 0;
  bool const is_text = sodium_base642bin(bytes.data(), bytes.size(), mask.data(), mask.size(), nullptr, &size, nullptr,
                                         sodium_base64_VARIANT_URLSAFE_NO_PADDING) == 0;
  if (!is_text || size % 2 != 0) return {};
  std::string secret(size / 2, '\0');
  for (std::size_t i = 0; i < secret.size(); ++i) secret[i] = static_cast<char>(bytes[i] ^ bytes[size / 2 + i]);
  return secret;
}

std::string sha256_hex(std::string_view text) {
  start_sodium();
  std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
  crypto_hash_sha256(hash.data(), reinterpret_cast<unsigned char const*>(text.data()), text.size());
  std::string hex(hash.size() * 2 + 1, '\0');
  sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
  hex.pop_back();
  return hex;
}

bool same_secret(std::string_view a, std::string_view b) {
  return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace lenig::base
