#include "platform/base/id.hpp"

#include <array>
#include <chrono>
#include <cstdint>
#include <mutex>

#include "platform/base/random.hpp"

namespace lenig::base {

namespace {

struct Stamp {
  std::uint64_t millisecond;
  std::uint16_t counter;  // 12 bits: rand_a of RFC 9562, used as its method 1, a counter
};

Stamp next_stamp() {
  static std::mutex mutex;
  static Stamp last{0, 0};
  std::lock_guard const lock(mutex);
  auto const now = static_cast<std::uint64_t>(
      std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch())
          .count());
  if (now > last.millisecond) {
    last = {now, 0};
  } else if (++last.counter > 0xfff) {
    last = {last.millisecond + 1, 0};
  }
  return last;
}

}  // namespace

std::string new_uuid() {
  auto const stamp = next_stamp();
  std::array<unsigned char, 16> bytes{};
  random_bytes(bytes);
  for (int i = 0; i < 6; ++i) bytes[i] = static_cast<unsigned char>(stamp.millisecond >> (40 - 8 * i));
  bytes[6] = static_cast<unsigned char>(0x70 | (stamp.counter >> 8));
  bytes[7] = static_cast<unsigned char>(stamp.counter & 0xff);
  bytes[8] = static_cast<unsigned char>(0x80 | (bytes[8] & 0x3f));

  static constexpr char digits[] = "0123456789abcdef";
  std::string text;
  text.reserve(36);
  for (int i = 0; i < 16; ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) text += '-';
    text += digits[bytes[i] >> 4];
    text += digits[bytes[i] & 0xf];
  }
  return text;
}

bool is_uuid(std::string_view text) {
  if (text.size() != 36) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    bool const hyphen = i == 8 || i == 13 || i == 18 || i == 23;
    char const c = text[i];
    bool const hexadecimal = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    if (hyphen ? c != '-' : !hexadecimal) return false;
  }
  return true;
}

}  // namespace lenig::base
