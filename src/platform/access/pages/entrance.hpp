#pragma once

#include <string>
#include <vector>

#include "platform/access/routes.hpp"

namespace lenig::access {

/// A login of a demo: shown on its sign-in page, never anywhere else.
struct DemoLogin {
  std::string name;
  std::string who;  // "directeur, Theo Thijssenschool"
  std::string email;
  std::string password;
};
BOOST_DESCRIBE_STRUCT(DemoLogin, (), (name, who, email, password))

struct Entrance {
  db::Database* database = nullptr;
  std::string address;            // where this program is found, for links in mail
  bool secure_cookies = true;     // behind https
  std::vector<DemoLogin> logins;  // of a demo
};

/// Signing in and out, invitations, resets, and one's own account.
void add_routes(Routes& routes, Entrance const& entrance);

}  // namespace lenig::access
