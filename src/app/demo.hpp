#pragma once

#include <string>
#include <vector>

#include "app/settings.hpp"
#include "platform/access/pages/entrance.hpp"
#include "platform/vault/vault.hpp"

namespace lenig::app {

/// A case, loaded into an empty database: the day on which it stands, and who can sign in.
struct DemoCase {
  base::Date today;
  std::vector<access::DemoLogin> logins;
  std::vector<std::string> personas;  // of each login: office, director, teacher, …
};

/// The names of the cases that there are.
std::vector<std::string> demo_cases();

/// Loads the case of Oost-Groningen through the use cases that pages call, with invented people.
DemoCase load_oost_groningen(db::Database& database, vault::Vault& keys);

/// Loads the case of Leernetwerk Zuid the same way.
DemoCase load_leernetwerk_zuid(db::Database& database, vault::Vault& keys);

/// Loads an invented sector: 7,000 schools of some 600 boards, with 350,000 people; a transaction a board.
DemoCase load_sector(db::Database& database);

/// Loads the first board of that sector, with its 14 schools and 700 people, and the board beside it.
DemoCase load_board(db::Database& database);

/// Serves a case, loading it first when the directory holds none yet. Writes `logins.json` there.
int serve_demo(Given const& given, std::string const& name);

}  // namespace lenig::app
