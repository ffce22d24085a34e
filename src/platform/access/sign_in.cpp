#include "platform/access/sign_in.hpp"

#include <algorithm>

#include "access/queries.hpp"
#include "platform/access/password.hpp"
#include "platform/access/session.hpp"
#include "platform/base/random.hpp"
#include "platform/base/text.hpp"

namespace lenig::access {

namespace {

constexpr int free_attempts = 5;
constexpr std::chrono::seconds longest_wait{900};
constexpr int allowance_of_address = 20;  // a school's browsers share one address

struct Count {
  int failures = 0;
  base::Instant last_at;
};
BOOST_DESCRIBE_STRUCT(Count, (), (failures, last_at))

/// Under what an attempt is counted.
struct Keys {
  std::string account;  // the account from an unknown browser, or this browser of the owner
  std::string address;  // empty from a browser of the owner
};

Keys keys_of(SignIn const& draft, Door const& door, bool known_device) {
  if (known_device) return {"device:" + base::sha256_hex(door.device_secret), {}};
  return {"account:" + base::sha256_hex(base::folded(draft.email)), "address:" + door.remote};
}

std::chrono::seconds still_to_wait(db::Reading& reading, std::string const& key, int allowance, base::Instant now) {
  if (key.empty()) return {};
  auto const count = reading.one<Count>(sql::throttle_by_key, {{"key", key}});
  if (!count) return {};
  auto const until = count->last_at.plus(wait_after(count->failures - allowance));
  auto const left = std::chrono::ceil<std::chrono::seconds>(until.time() - now.time());
  return std::clamp(left, std::chrono::seconds{0}, longest_wait);  // the clock may have been ahead then
}

void count_failure(db::Database& database, Keys const& keys, base::Instant now) {
  database.write(db::no_board, [&](db::Transaction& tx) {
    tx.run(sql::count_failure, {{"key", keys.account}, {"now", now}});
    if (!keys.address.empty()) tx.run(sql::count_failure, {{"key", keys.address}, {"now", now}});
  });
}

std::string remember_device(db::Transaction& tx, Door const& door, PersonId const& person, bool known,
                            base::Instant now) {
  auto const secret = known ? door.device_secret : base::new_secret();
  tx.run(sql::remember_device, {{"secret_hash", base::sha256_hex(secret)}, {"person", person}, {"now", now}});
  return secret;
}

}  // namespace

std::chrono::seconds wait_after(int failures) {
  if (failures < free_attempts) return {};
  return std::min(std::chrono::seconds{1} * (1 << std::min(failures - free_attempts + 1, 20)), longest_wait);
}

Result<SignedIn, SignInRefused> sign_in(db::Database& database, SignIn const& draft, Door const& door,
                                        base::Instant now) {
  struct Found {
    std::optional<Account> account;
    bool known_device = false;
    Keys keys;
    std::chrono::seconds wait{0};
  };
  auto const found = database.read(db::no_board, [&](db::Reading& reading) {
    Found here{.account = account_by_email(reading, draft.email)};
    here.known_device = here.account && !door.device_secret.empty() &&
                        reading.one<PersonId>(
                            sql::owner_of_device,
                            {{"secret_hash", base::sha256_hex(door.device_secret)}, {"person", here.account->person}});
    here.keys = keys_of(draft, door, here.known_device);
    here.wait = std::max(still_to_wait(reading, here.keys.account, 0, now),
                         still_to_wait(reading, here.keys.address, allowance_of_address, now));
    return here;
  });
  if (found.wait.count() > 0) return std::unexpected(SignInRefused{SignInRefused::Why::wait, found.wait});

  if (!is_password(found.account ? found.account->password_hash : "", draft.password)) {
    count_failure(database, found.keys, now);
    return std::unexpected(SignInRefused{SignInRefused::Why::wrong});
  }
  return database.write(db::no_board, [&](db::Transaction& tx) {
    tx.run(sql::forget_failures, {{"key", found.keys.account}});
    return SignedIn{.person = found.account->person,
                    .session_secret = start_session(tx, found.account->person, door.device, now),
                    .device_secret = remember_device(tx, door, found.account->person, found.known_device, now)};
  });
}

}  // namespace lenig::access
