#include "platform/vault/vault.hpp"

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include <boost/json.hpp>
#include <fstream>
#include <map>
#include <span>

#include "platform/base/collected.hpp"
#include "platform/base/random.hpp"
#include "platform/base/text.hpp"
#include "platform/base/time.hpp"
#include "platform/db/migrations.hpp"
#include "vault/queries.hpp"

namespace lenig::vault {

namespace {

constexpr std::size_t nonce_size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_size = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr auto variant = sodium_base64_VARIANT_ORIGINAL;

struct WrappedKey {
  OwnerKind kind = OwnerKind::person;
  std::string owner;
  std::string wrapped;
};
BOOST_DESCRIBE_STRUCT(WrappedKey, (), (kind, owner, wrapped))

using Bytes = std::vector<unsigned char>;

unsigned char const* bytes_of(std::string_view text) { return reinterpret_cast<unsigned char const*>(text.data()); }

std::string base64(Bytes const& bytes) {
  std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), variant);
  text.pop_back();  // the terminating NUL that libsodium writes
  return text;
}

std::optional<Bytes> from_base64(std::string_view text) {
  Bytes bytes(text.size());
  std::size_t length = 0;
  bool const is_text =
      sodium_base642bin(bytes.data(), bytes.size(), text.data(), text.size(), nullptr, &length, nullptr, variant) == 0;
  if (!is_text) return std::nullopt;
  bytes.resize(length);
  return bytes;
}

/// Whose text it is belongs to what is authenticated, so that it opens for no other owner.
std::string associated(Owner const& owner) { return std::string(base::name_of(owner.kind)) + " " + owner.id; }

/// Nonce and ciphertext, as base64.
std::string encrypted(Key const& key, std::string_view text, std::string const& with) {
  Bytes all(nonce_size + text.size() + tag_size);
  base::random_bytes(std::span(all).first(nonce_size));
  crypto_aead_xchacha20poly1305_ietf_encrypt(all.data() + nonce_size, nullptr, bytes_of(text), text.size(),
                                             bytes_of(with), with.size(), nullptr, all.data(), key.bytes());
  return base64(all);
}

/// Nothing when it is not authentic.
std::optional<std::string> decrypted(Key const& key, std::string_view sealed, std::string const& with) {
  auto const all = from_base64(sealed);
  if (!all || all->size() < nonce_size + tag_size) return std::nullopt;
  std::string text(all->size() - nonce_size - tag_size, '\0');
  int const opened = crypto_aead_xchacha20poly1305_ietf_decrypt(
      reinterpret_cast<unsigned char*>(text.data()), nullptr, nullptr, all->data() + nonce_size,
      all->size() - nonce_size, bytes_of(with), with.size(), all->data(), key.bytes());
  return opened == 0 ? std::optional(text) : std::nullopt;
}

std::string wrapped(Key const& master, Owner const& owner, Key const& key) {
  return encrypted(master, key.text(), "key of " + associated(owner));
}

std::optional<Key> unwrapped(Key const& master, Owner const& owner, std::string const& text) {
  auto const key = decrypted(master, text, "key of " + associated(owner));
  return key ? Key::from_text(*key) : std::nullopt;
}

db::Values key_values(Owner const& owner) { return {{"kind", owner.kind}, {"owner", owner.id}}; }

std::vector<Owner> erased_in(std::filesystem::path const& ledger) {
  std::vector<Owner> owners;
  std::ifstream input(ledger);
  for (std::string line; std::getline(input, line);) {
    auto const words = base::split(line, ' ');
    auto const kind = words.size() == 3 ? base::enum_from<OwnerKind>(words[1]) : std::nullopt;
    if (kind) owners.push_back({*kind, words[2]});
  }
  return owners;
}

void note_erasure(std::filesystem::path const& ledger, Owner const& owner) {
  auto const line = base::Instant::now().text() + " " + associated(owner) + "\n";
  int const opened = ::open(ledger.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  bool const whole = opened >= 0 && ::write(opened, line.data(), line.size()) == static_cast<ssize_t>(line.size()) &&
                     ::fsync(opened) == 0;
  if (opened >= 0) ::close(opened);
  if (!whole) throw db::Unavailable("cannot write " + ledger.string() + ": nothing was erased");
}

void apply_ledger(db::Database& keys, std::filesystem::path const& ledger) {
  auto const owners = erased_in(ledger);
  if (owners.empty()) return;
  keys.write(db::no_board, [&](db::Transaction& tx) {
    for (auto const& owner : owners) tx.run(sql::delete_key, key_values(owner));
  });
}

db::Place made_ready(db::Place place) {
  place.overwrites_deleted = true;  // an erased key is not left behind in a free page
  db::migrate(place, migrations());
  return place;
}

void put_master(db::Transaction& tx, Key const& master) {
  tx.run(sql::forget_master);
  tx.run(sql::insert_master, {{"fingerprint", master.fingerprint()}, {"now", base::Instant::now()}});
}

}  // namespace

Vault::Vault(Store store, Key const& master)
    : store_(std::move(store)), master_(master), keys_(made_ready(store_.place)) {
  keys_.write(db::no_board, [&](db::Transaction& tx) {
    auto const known = tx.one<std::string>(sql::master);
    if (!known) put_master(tx, master_);
    if (known && *known != master_.fingerprint())
      throw WrongMasterKey("the keys are wrapped by another master key: put that one back");
  });
  apply_ledger(keys_, store_.ledger);
}

std::string Vault::seal(Owner const& owner, std::string_view text) {
  auto const known = keys_.read(db::no_board, [&](db::Reading& reading) { return key_of(reading, owner); });
  auto const key = known ? *known : keys_.write(db::no_board, [&](db::Transaction& tx) { return made_key(tx, owner); });
  return encrypted(key, text, associated(owner));
}

std::optional<std::string> Vault::open(Owner const& owner, std::string_view sealed) {
  auto const key = keys_.read(db::no_board, [&](db::Reading& reading) { return key_of(reading, owner); });
  if (!key) return std::nullopt;
  auto const text = decrypted(*key, sealed, associated(owner));
  if (!text) throw NotAuthentic("a text of " + associated(owner) + " was changed, or is not theirs");
  return text;
}

std::vector<std::optional<std::string>> Vault::open_all(std::vector<OfPerson> const& sealed) {
  boost::json::array people;
  for (auto const& one : sealed) people.emplace_back(one.person);
  std::map<std::string, Key> keys;
  keys_.read(db::no_board, [&](db::Reading& reading) {
    for (auto const& one : reading.all<WrappedKey>(sql::keys_of_people, {{"people", boost::json::serialize(people)}})) {
      auto const key = unwrapped(master_, {one.kind, one.owner}, one.wrapped);
      if (!key) throw WrongMasterKey("the key of person " + one.owner + " does not open");
      keys.emplace(one.owner, *key);
    }
  });
  return base::collected(sealed, [&](OfPerson const& one) -> std::optional<std::string> {
    auto const key = keys.find(one.person);
    if (key == keys.end()) return std::nullopt;
    Owner const owner{OwnerKind::person, one.person};
    auto text = decrypted(key->second, one.sealed, associated(owner));
    if (!text) throw NotAuthentic("a text of " + associated(owner) + " was changed, or is not theirs");
    return text;
  });
}

std::vector<std::optional<std::string>> Vault::open_all(Owner const& owner, std::vector<std::string> const& sealed) {
  auto const key = keys_.read(db::no_board, [&](db::Reading& reading) { return key_of(reading, owner); });
  return base::collected(sealed, [&](std::string const& one) -> std::optional<std::string> {
    if (!key) return std::nullopt;
    auto text = decrypted(*key, one, associated(owner));
    if (!text) throw NotAuthentic("a text of " + associated(owner) + " was changed, or is not theirs");
    return text;
  });
}

void Vault::erase(Owner const& owner) {
  note_erasure(store_.ledger, owner);
  keys_.write(db::no_board, [&](db::Transaction& tx) { tx.run(sql::delete_key, key_values(owner)); });
}

void Vault::change_master(Key const& fresh) {
  keys_.write(db::no_board, [&](db::Transaction& tx) {
    for (auto const& one : tx.all<WrappedKey>(sql::keys)) {
      Owner const owner{one.kind, one.owner};
      auto const key = unwrapped(master_, owner, one.wrapped);
      if (!key) throw WrongMasterKey("the key of " + associated(owner) + " does not open: nothing was changed");
      auto values = key_values(owner);
      values.insert(values.begin(), {"wrapped", wrapped(fresh, owner, *key)});
      tx.run(sql::rewrap_key, values);
    }
    put_master(tx, fresh);
  });
  master_ = fresh;
}

Checked Vault::check() {
  Checked checked{.erased = static_cast<long long>(erased_in(store_.ledger).size())};
  keys_.read(db::no_board, [&](db::Reading& reading) {
    for (auto const& one : reading.all<WrappedKey>(sql::keys)) {
      ++checked.keys;
      if (!unwrapped(master_, {one.kind, one.owner}, one.wrapped)) ++checked.unreadable;
    }
  });
  return checked;
}

std::optional<Key> Vault::key_of(db::Reading& reading, Owner const& owner) const {
  auto const found = reading.one<std::string>(sql::key_of, key_values(owner));
  if (!found) return std::nullopt;
  auto const key = unwrapped(master_, owner, *found);
  if (!key) throw WrongMasterKey("the key of " + associated(owner) + " does not open");
  return key;
}

Key Vault::made_key(db::Transaction& tx, Owner const& owner) const {
  if (auto const meanwhile = key_of(tx, owner)) return *meanwhile;  // another text of theirs was first
  for (auto const& one : erased_in(store_.ledger)) {
    if (one.kind == owner.kind && one.id == owner.id) throw Erased("the key of " + associated(owner) + " was erased");
  }
  auto key = Key::random();
  auto values = key_values(owner);
  values.emplace_back("wrapped", wrapped(master_, owner, key));
  values.emplace_back("now", base::Instant::now());
  tx.run(sql::insert_key, values);
  return key;
}

db::BackedUp back_up(Store const& store, std::filesystem::path const& file) { return db::back_up(store.place, file); }

db::BackedUp restore(Store const& store, std::filesystem::path const& file) {
  auto place = store.place;
  place.overwrites_deleted = true;
  auto const restored = db::restore(place, file, migrations());
  db::Database keys(place);
  apply_ledger(keys, store.ledger);
  return restored;
}

}  // namespace lenig::vault
