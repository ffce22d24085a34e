#pragma once

#include <span>
#include <string>

namespace lenig::base {

/// Fills with bytes of the system's cryptographic generator.
void random_bytes(std::span<unsigned char> bytes);

/// A secret for links, sessions and form tokens: 256 random bits as 43 URL-safe characters.
std::string new_secret();

/// SHA-256 as 64 hexadecimal digits: what is stored of a secret, so that a dump of the database opens nothing.
std::string sha256_hex(std::string_view text);

/// The secret in other characters each time, so that the length of a compressed page tells nothing of it (BREACH).
std::string masked(std::string_view secret);
/// The secret behind `masked`; empty when it is none.
std::string unmasked(std::string_view mask);

/// Compares without telling by its duration where two texts differ.
bool same_secret(std::string_view a, std::string_view b);

}  // namespace lenig::base
