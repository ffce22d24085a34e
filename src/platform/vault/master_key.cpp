#include "platform/vault/master_key.hpp"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <stdexcept>

#include "platform/base/random.hpp"
#include "platform/base/text.hpp"

namespace lenig::vault {

namespace {

constexpr auto variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

void write_new(std::filesystem::path const& file, std::string const& text) {
  int const opened = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (opened < 0) throw std::runtime_error("cannot write the master key to " + file.string());
  bool const whole =
      ::write(opened, text.data(), text.size()) == static_cast<ssize_t>(text.size()) && ::fsync(opened) == 0;
  ::close(opened);
  if (!whole) throw std::runtime_error("cannot write the master key to " + file.string());
}

}  // namespace

Key Key::random() {
  Key key;
  base::random_bytes(key.bytes_);
  return key;
}

std::optional<Key> Key::from_text(std::string_view text) {
  Key key;
  std::size_t length = 0;
  bool const is_text =
      sodium_base642bin(key.bytes_.data(), size, text.data(), text.size(), nullptr, &length, nullptr, variant) == 0;
  if (!is_text || length != size) return std::nullopt;
  return key;
}

Key::~Key() { sodium_memzero(bytes_.data(), bytes_.size()); }

std::string Key::text() const {
  std::string text(sodium_base64_encoded_len(size, variant), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes_.data(), size, variant);
  text.pop_back();  // the terminating NUL that libsodium writes
  return text;
}

std::string Key::fingerprint() const { return base::sha256_hex("lenig master key " + text()).substr(0, 32); }

Key master_key_in(std::filesystem::path const& file, IfMissing missing) {
  if (!std::filesystem::exists(file)) {
    if (missing == IfMissing::refuse)
      throw std::runtime_error("there is no master key in " + file.string() + ": put the right one there");
    auto const made = Key::random();
    write_new(file, made.text() + "\n");
    return made;
  }
  struct stat found{};
  if (::stat(file.c_str(), &found) != 0 || (found.st_mode & 077) != 0)
    throw std::runtime_error("others can read the master key in " + file.string() + ": chmod 600 it");
  std::ifstream input(file);
  std::string text;
  std::getline(input, text);
  auto const key = Key::from_text(base::trimmed(text));
  if (!key) throw std::runtime_error(file.string() + " holds no master key: 43 characters on one line");
  return *key;
}

}  // namespace lenig::vault
