#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>

namespace lenig::vault {

/// 256 bits that are wiped from memory when they are no longer needed.
class Key {
 public:
  static constexpr std::size_t size = 32;

  static Key random();
  /// From 43 URL-safe characters; nothing when they are something else.
  static std::optional<Key> from_text(std::string_view text);

  Key(Key const&) = default;
  Key& operator=(Key const&) = default;
  ~Key();

  std::string text() const;
  /// Tells keys apart without telling them.
  std::string fingerprint() const;
  unsigned char const* bytes() const { return bytes_.data(); }

 private:
  Key() = default;
  std::array<unsigned char, size> bytes_{};
};

/// The master key of a file, which only its owner may read. Makes the file when it is not there and may be made. Throws
/// std::runtime_error, with what to do.
enum class IfMissing { make, refuse };
Key master_key_in(std::filesystem::path const& file, IfMissing missing);

}  // namespace lenig::vault
