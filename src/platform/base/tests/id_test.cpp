#include "platform/base/id.hpp"

#include <gtest/gtest.h>

#include <set>
#include <thread>
#include <vector>

#include "platform/base/random.hpp"
#include "platform/base/time.hpp"

namespace lenig::base {
namespace {

long long milliseconds_in(std::string const& uuid) {
  return std::stoll(uuid.substr(0, 8) + uuid.substr(9, 4), nullptr, 16);
}

TEST(Uuid, has_the_form_of_version_7) {
  for (int i = 0; i < 1000; ++i) {
    auto const id = new_uuid();
    ASSERT_TRUE(is_uuid(id)) << id;
    ASSERT_EQ(id[14], '7') << id;
    ASSERT_NE(std::string("89ab").find(id[19]), std::string::npos) << id;
  }
}

TEST(Uuid, holds_the_time_of_its_making) {
  auto const before = Instant::now().time().time_since_epoch().count();
  auto const made = milliseconds_in(new_uuid());
  auto const after = Instant::now().time().time_since_epoch().count();
  EXPECT_GE(made, before);
  EXPECT_LE(made, after + 100);  // a storm of ids before this one may have borrowed from the future
}

TEST(Uuid, sorts_by_its_making_also_within_a_millisecond) {
  auto last = new_uuid();
  for (int i = 0; i < 20'000; ++i) {
    auto const next = new_uuid();
    ASSERT_LT(last, next);
    last = next;
  }
}

TEST(Uuid, is_made_once_by_several_threads) {
  std::vector<std::vector<std::string>> made(4);
  {
    std::vector<std::jthread> threads;
    for (auto& ids : made) {
      threads.emplace_back([&ids] {
        for (int i = 0; i < 5000; ++i) ids.push_back(new_uuid());
      });
    }
  }
  std::set<std::string> all;
  for (auto const& ids : made) all.insert(ids.begin(), ids.end());
  EXPECT_EQ(all.size(), 20'000U);
}

TEST(Uuid, is_told_from_what_is_none) {
  EXPECT_TRUE(is_uuid("01900000-0000-7000-8000-00000000abcd"));
  for (char const* const other :
       {"", "01900000", "01900000-0000-7000-8000-00000000ABCD", "01900000-0000-7000-8000-00000000abc",
        "01900000-0000-7000-8000-00000000abcde", "01900000x0000-7000-8000-00000000abcd",
        "01900000-0000-7000-8000-00000000abcg", "0190000000000700080000000000000abcd-"}) {
    EXPECT_FALSE(is_uuid(other)) << other;
    EXPECT_FALSE(Id<struct SomeTag>::parse(other)) << other;
  }
}

TEST(Secret, has_43_safe_characters_and_is_new_each_time) {
  std::set<std::string> secrets;
  for (int i = 0; i < 1000; ++i) {
    auto const secret = new_secret();
    ASSERT_EQ(secret.size(), 43U);
    ASSERT_EQ(secret.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"),
              std::string::npos);
    secrets.insert(secret);
  }
  EXPECT_EQ(secrets.size(), 1000U);
}

TEST(Secret, is_the_same_only_when_every_character_is) {
  EXPECT_TRUE(same_secret("abc", "abc"));
  EXPECT_TRUE(same_secret("", ""));
  EXPECT_FALSE(same_secret("abc", "abd"));
  EXPECT_FALSE(same_secret("abc", "xbc"));
  EXPECT_FALSE(same_secret("abc", "abcd"));
  EXPECT_FALSE(same_secret("abcd", "abc"));
  EXPECT_FALSE(same_secret("", "a"));
}

// FIPS 180-4, the examples of NIST.
TEST(Sha256, gives_the_known_values) {
  EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

}  // namespace
}  // namespace lenig::base
