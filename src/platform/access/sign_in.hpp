#pragma once

#include <chrono>
#include <string>

#include "platform/access/account.hpp"

namespace lenig::access {

struct SignIn {
  std::string email;
  std::string password;
};
BOOST_DESCRIBE_STRUCT(SignIn, (), (email, password))

/// Where an attempt comes from.
struct Door {
  std::string remote;         // address of the browser
  std::string device_secret;  // of a browser on which somebody signed in before; may be empty
  std::string device;         // its name, for the list of sessions
};

struct SignedIn {
  PersonId person;
  std::string session_secret;
  std::string device_secret;
};

struct SignInRefused {
  enum class Why { wrong, wait } why;
  std::chrono::seconds wait{0};  // with `wait`: before the next attempt counts
};

/// Signs in. After five failures each next one must wait, longer every time, up to a quarter of an hour. Failures count
/// per address of the attacker and per account, but a browser on which the owner signed in before has a count of its
/// own: an attacker elsewhere does not lock the owner out (OWASP: device cookies).
Result<SignedIn, SignInRefused> sign_in(db::Database& database, SignIn const& draft, Door const& door,
                                        base::Instant now);

/// How long somebody waits after so many failures.
std::chrono::seconds wait_after(int failures);

}  // namespace lenig::access
