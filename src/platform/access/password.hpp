#pragma once

#include <string>

namespace lenig::access {

/// Argon2id with 19 MiB and two passes (the OWASP minimum); at most two at once, so that a storm of attempts can't fill
/// the memory. Takes some 30 ms: never call it inside a transaction.
std::string hash_of_password(std::string const& password);

/// Whether the password is the one of the hash. An empty hash (no account, or none set yet) takes as long, and is
/// false.
bool is_password(std::string const& hash, std::string const& password);

}  // namespace lenig::access
