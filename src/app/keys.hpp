#pragma once

#include "app/settings.hpp"
#include "platform/vault/vault.hpp"

namespace lenig::app {

/// Where the settings say the keys are.
vault::Store key_store(Settings const& settings);
/// The master key of the environment (`LENIG_MASTER_KEY`), or else of its file. Throws std::runtime_error, with what to
/// do.
vault::Key master_key(Settings const& settings, vault::IfMissing missing);

/// Writes a backup of the keys, or puts one into an empty key store.
int back_up_keys(Settings const& settings, std::string const& file);
int restore_keys(Settings const& settings, std::string const& file);
/// Wraps every key by the master key in another file, which is made when it is not there.
int change_master_key(Settings const& settings, std::string const& file);

}  // namespace lenig::app
