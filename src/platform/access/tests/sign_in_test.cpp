#include "platform/access/sign_in.hpp"

#include "platform/access/tests/accounts.hpp"
#include "platform/base/random.hpp"

namespace lenig::access {
namespace {

using namespace std::chrono_literals;
using Why = SignInRefused::Why;

db::Query const devices{"test/devices", "select secret_hash from access_device", {}};

class SigningIn : public WithAccount {
 protected:
  using Outcome = Result<SignedIn, SignInRefused>;

  Outcome attempt(std::string const& typed, base::Instant at, Door const& door = {.remote = "192.0.2.1"},
                  std::string const& address = email) {
    return sign_in(*database, {address, typed}, door, at);
  }
  /// Fails as often as that, a quarter of an hour apart, so that each attempt counts.
  base::Instant fail(int times, base::Instant at, Door const& door = {.remote = "192.0.2.1"}) {
    for (int i = 0; i < times; ++i) {
      at = at.plus(16min);
      auto const refused = attempt("wrong", at, door);
      EXPECT_EQ(refused.error().why, Why::wrong);
    }
    return at;
  }
};

TEST_F(SigningIn, starts_a_session_and_remembers_the_browser) {
  auto const done = attempt(password, now);
  ASSERT_TRUE(done);
  EXPECT_EQ(done->person, person);
  EXPECT_TRUE(find(done->session_secret, now));
  EXPECT_EQ(texts(devices), std::vector<std::string>{base::sha256_hex(done->device_secret)});
  auto const again = attempt(password, now, {.remote = "192.0.2.1", .device_secret = done->device_secret});
  EXPECT_EQ(again->device_secret, done->device_secret);
  EXPECT_NE(again->session_secret, done->session_secret);
}

TEST_F(SigningIn, gives_the_same_answer_for_a_wrong_password_an_unknown_address_and_no_password_yet) {
  open(PersonId::make(), "ella@school.example");
  for (char const* const address : {email, "nobody@school.example", "ella@school.example"}) {
    auto const refused = attempt("wrong", now, {.remote = "192.0.2.1"}, address);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().why, Why::wrong) << address;
    EXPECT_EQ(refused.error().wait.count(), 0) << address;
  }
  EXPECT_FALSE(attempt("", now, {.remote = "192.0.2.1"}, "ella@school.example"));
}

TEST_F(SigningIn, slows_down_the_same_way_for_an_unknown_address) {
  for (char const* const address : {email, "nobody@school.example"}) {
    for (int i = 0; i < 5; ++i) EXPECT_EQ(attempt("wrong", now, {.remote = address}, address).error().why, Why::wrong);
    auto const refused = attempt("wrong", now, {.remote = address}, address);
    EXPECT_EQ(refused.error().why, Why::wait) << address;
    EXPECT_EQ(refused.error().wait, 2s) << address;
  }
}

TEST(WaitAfterFailures, begins_with_the_fifth_and_doubles_up_to_a_quarter_of_an_hour) {
  for (int failures : {-20, 0, 1, 4}) EXPECT_EQ(wait_after(failures), 0s);
  EXPECT_EQ(wait_after(5), 2s);
  EXPECT_EQ(wait_after(6), 4s);
  EXPECT_EQ(wait_after(7), 8s);
  EXPECT_EQ(wait_after(13), 512s);
  for (int failures : {14, 15, 30, 31, 32, 64, 1000, 2'000'000}) EXPECT_EQ(wait_after(failures), 900s);
}

TEST_F(SigningIn, waits_no_longer_than_a_quarter_of_an_hour_for_failures_that_a_wrong_clock_put_in_another_year) {
  auto const another_year = now.plus(24h * 400);
  fail(5, another_year);
  auto const refused = attempt(password, now);
  ASSERT_FALSE(refused);
  EXPECT_LE(refused.error().wait, 15min);
}

TEST_F(SigningIn, waits_after_five_failures_even_with_the_right_password) {
  auto const last = fail(5, now);
  auto const at_once = attempt(password, last.plus(1s));
  ASSERT_FALSE(at_once);
  EXPECT_EQ(at_once.error().why, Why::wait);
  EXPECT_EQ(at_once.error().wait, 1s);
  EXPECT_TRUE(attempt(password, last.plus(2s)));
}

TEST_F(SigningIn, waits_longer_with_every_failure) {
  auto last = fail(5, now);
  for (auto const wait : {2s, 4s, 8s, 16s}) {
    EXPECT_EQ(attempt("wrong", last.plus(wait - 1ms)).error().why, Why::wait);
    last = last.plus(wait);
    EXPECT_EQ(attempt("wrong", last).error().why, Why::wrong);
  }
}

TEST_F(SigningIn, counts_no_attempt_that_had_to_wait) {
  auto const last = fail(5, now);
  for (int i = 0; i < 10; ++i) EXPECT_EQ(attempt("wrong", last).error().wait, 2s);
}

TEST_F(SigningIn, forgets_failures_once_it_is_done) {
  auto const last = fail(4, now);
  ASSERT_TRUE(attempt(password, last));
  EXPECT_EQ(attempt("wrong", last).error().why, Why::wrong);
  EXPECT_TRUE(attempt(password, last));
}

TEST_F(SigningIn, counts_an_account_across_the_addresses_of_its_attackers) {
  auto last = now;
  for (int i = 0; i < 5; ++i) last = fail(1, last, {.remote = "198.51.100." + std::to_string(i)});
  EXPECT_EQ(attempt("wrong", last, {.remote = "203.0.113.9"}).error().why, Why::wait);
}

TEST_F(SigningIn, is_not_slowed_for_the_owner_by_an_attacker_elsewhere) {
  auto const device = attempt(password, now)->device_secret;
  auto const last = fail(12, now, {.remote = "198.51.100.7"});
  EXPECT_EQ(attempt(password, last, {.remote = "198.51.100.7"}).error().why, Why::wait);
  EXPECT_TRUE(attempt(password, last, {.remote = "192.0.2.1", .device_secret = device}));
}

TEST_F(SigningIn, on_a_known_browser_is_counted_too) {
  auto const device = attempt(password, now)->device_secret;
  Door const own{.remote = "192.0.2.1", .device_secret = device};
  auto const last = fail(5, now, own);
  EXPECT_EQ(attempt(password, last.plus(1s), own).error().why, Why::wait);
}

TEST_F(SigningIn, knows_a_browser_for_its_owner_only) {
  auto const device = attempt(password, now)->device_secret;
  auto const colleague = PersonId::make();
  open(colleague, "ella@school.example");
  Door const lent{.remote = "192.0.2.1", .device_secret = device};
  for (int i = 0; i < 5; ++i) EXPECT_FALSE(attempt("wrong", now, lent, "ella@school.example"));
  EXPECT_EQ(attempt("wrong", now, {.remote = "203.0.113.9"}, "ella@school.example").error().why,
            Why::wait);  // counted at her account
  EXPECT_TRUE(attempt(password, now, lent));
}

TEST_F(SigningIn, slows_an_address_that_tries_many_accounts) {
  int refused = 0;
  for (int i = 0; i < 30 && refused == 0; ++i) {
    auto const outcome =
        attempt("wrong", now, {.remote = "198.51.100.7"}, "person" + std::to_string(i) + "@school.example");
    refused = outcome.error().why == Why::wait ? i : 0;
  }
  EXPECT_EQ(refused, 25);  // twenty that a school's shared address may have, and five
  EXPECT_EQ(attempt("wrong", now, {.remote = "192.0.2.9"}, "another@school.example").error().why, Why::wrong);
  EXPECT_EQ(attempt(password, now, {.remote = "198.51.100.7"}).error().why, Why::wait);
}

TEST_F(SigningIn, forgets_browsers_when_somebody_signs_out_everywhere) {
  auto const device = attempt(password, now)->device_secret;
  database->write(db::every_board, [&](db::Transaction& tx) { end_all_sessions(tx, person); });
  EXPECT_TRUE(texts(devices).empty());
  auto const last = fail(12, now, {.remote = "198.51.100.7"});
  EXPECT_EQ(attempt(password, last, {.remote = "192.0.2.1", .device_secret = device}).error().why, Why::wait);
}

}  // namespace
}  // namespace lenig::access
