#include "app/keys.hpp"

#include <cstdlib>
#include <iostream>

#include "app/commands.hpp"

namespace lenig::app {

vault::Store key_store(Settings const& settings) {
  vault::Store store{.place = {}, .ledger = settings.directory / "erasures.ledger"};
  store.place.postgresql_url = settings.keys_postgresql;
  if (settings.keys_postgresql.empty()) store.place.sqlite_file = (settings.directory / "keys.sqlite").string();
  return store;
}

vault::Key master_key(Settings const& settings, vault::IfMissing missing) {
  if (char const* const given = std::getenv("LENIG_MASTER_KEY")) {
    auto const key = vault::Key::from_text(given);
    if (!key) throw std::runtime_error("LENIG_MASTER_KEY holds no master key: 43 characters");
    return *key;
  }
  // A fresh one opens nothing that another one closed.
  auto const store = key_store(settings);
  bool const has_keys = store.place.is_postgresql() || std::filesystem::exists(store.place.sqlite_file);
  return vault::master_key_in(settings.master_key, has_keys ? vault::IfMissing::refuse : missing);
}

int back_up_keys(Settings const& settings, std::string const& file) {
  auto const made = vault::back_up(key_store(settings), file);
  std::cout << made.rows << " rows, every hash checked: " << made.hash << '\n';
  return done;
}

int restore_keys(Settings const& settings, std::string const& file) {
  try {
    auto const restored = vault::restore(key_store(settings), file);
    std::cout << restored.rows << " rows, every hash checked; what was erased since is not among them\n";
    return done;
  } catch (db::BadBackup const& fault) {
    std::cerr << fault.what() << '\n';
    return bad_input;
  }
}

int change_master_key(Settings const& settings, std::string const& file) {
  vault::Vault keys(key_store(settings), master_key(settings, vault::IfMissing::refuse));
  keys.change_master(vault::master_key_in(file, vault::IfMissing::make));
  std::cout << keys.check().keys << " keys are wrapped by the master key in " << file
            << "; set keys.master to it (or LENIG_MASTER_KEY), and start lenig again\n";
  return done;
}

}  // namespace lenig::app
