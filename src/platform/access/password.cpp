#include "platform/access/password.hpp"

#include <sodium.h>

#include <array>
#include <semaphore>
#include <stdexcept>

namespace lenig::access {

namespace {

constexpr unsigned long long passes = 2;
constexpr std::size_t memory = 19 * 1024 * 1024;

std::counting_semaphore<2>& at_once() {
  static std::counting_semaphore<2> two(2);
  return two;
}

class Turn {
 public:
  Turn() { at_once().acquire(); }
  ~Turn() { at_once().release(); }
  Turn(Turn const&) = delete;
  Turn& operator=(Turn const&) = delete;
};

}  // namespace

std::string hash_of_password(std::string const& password) {
  Turn const turn;
  std::array<char, crypto_pwhash_STRBYTES> hash{};
  if (crypto_pwhash_str(hash.data(), password.data(), password.size(), passes, memory) != 0) {
    throw std::runtime_error("there is no memory to hash a password");
  }
  return hash.data();
}

bool is_password(std::string const& hash, std::string const& password) {
  static std::string const of_nobody = hash_of_password("somebody who is not here");
  auto const& compared = hash.empty() ? of_nobody : hash;
  Turn const turn;
  bool const same = crypto_pwhash_str_verify(compared.c_str(), password.data(), password.size()) == 0;
  return same && !hash.empty();
}

}  // namespace lenig::access
