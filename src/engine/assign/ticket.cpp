#include "engine/assign/assign.h"

namespace lenig::assign {

namespace {

std::uint64_t continued(std::uint64_t hash, std::string_view text) {
  constexpr std::uint64_t prime = 0x100000001b3;
  for (char const letter : text) hash = (hash ^ static_cast<unsigned char>(letter)) * prime;
  return hash * prime;  // the byte 0 that closes it
}

std::uint64_t finished(std::uint64_t hash) {
  hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccd;
  hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53;
  return hash ^ (hash >> 33);
}

}  // namespace

std::uint64_t ticket(std::string_view seed, std::string_view person, std::string_view session) {
  constexpr std::uint64_t basis = 0xcbf29ce484222325;
  return finished(continued(continued(continued(basis, seed), person), session));
}

}  // namespace lenig::assign
