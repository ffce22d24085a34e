#pragma once

#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/described.hpp"
#include "platform/db/backup.hpp"
#include "platform/db/database.hpp"
#include "platform/vault/master_key.hpp"

namespace lenig::vault {

enum class OwnerKind { person, group };
BOOST_DESCRIBE_ENUM(OwnerKind, person, group)

/// Whose text it is.
struct Owner {
  OwnerKind kind = OwnerKind::person;
  std::string id;
};

/// A sealed text of a person, by their id.
struct OfPerson {
  std::string person;
  std::string sealed;
};

/// The keys are wrapped by another master key.
class WrongMasterKey : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The owner's key was erased: nothing can be written for them any more.
class Erased : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The text was changed, or is another owner's.
class NotAuthentic : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Where keys are, and where is written down which were erased.
struct Store {
  db::Place place;
  std::filesystem::path ledger;
};

struct Checked {
  long long keys = 0;
  long long unreadable = 0;  // that the master key does not open
  long long erased = 0;      // in the ledger
};

/// Keys of people and groups. Safe to use from many threads.
class Vault {
 public:
  /// Opens the store, which is made when it is not there, and applies the ledger. Throws WrongMasterKey,
  /// db::Unavailable.
  Vault(Store store, Key const& master);

  /// The text as only its owner's key opens it, as base64. The first text of an owner makes their key. Throws Erased.
  std::string seal(Owner const& owner, std::string_view text);
  /// The text again; nothing when its owner's key is no longer there. Throws NotAuthentic.
  std::optional<std::string> open(Owner const& owner, std::string_view sealed);
  /// The same for many texts of people, with their keys read at once; each person beside their text.
  std::vector<std::optional<std::string>> open_all(std::vector<OfPerson> const& sealed);
  /// The same for many texts of one owner.
  std::vector<std::optional<std::string>> open_all(Owner const& owner, std::vector<std::string> const& sealed);

  /// Erases an owner's key for ever: first in the ledger, then in the store.
  void erase(Owner const& owner);

  /// Wraps every key by another master key, all of them or none.
  void change_master(Key const& fresh);

  Checked check();

 private:
  std::optional<Key> key_of(db::Reading& reading, Owner const& owner) const;
  Key made_key(db::Transaction& tx, Owner const& owner) const;

  Store store_;
  Key master_;
  db::Database keys_;
};

/// Writes a backup of the store; keep it 30 days at most, apart from the database's.
db::BackedUp back_up(Store const& store, std::filesystem::path const& file);
/// Puts a backup of keys into an empty store, without those that were erased since.
db::BackedUp restore(Store const& store, std::filesystem::path const& file);

}  // namespace lenig::vault
