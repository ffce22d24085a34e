#include "platform/access/password.hpp"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

#include "platform/access/account.hpp"

namespace lenig::access {
namespace {

TEST(PasswordHash, is_argon2id_of_19_mebibytes_in_two_passes) {
  auto const hash = hash_of_password("paard batterij nietje");
  EXPECT_TRUE(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$")) << hash;
  EXPECT_NE(hash_of_password("paard batterij nietje"), hash);  // salted
}

TEST(PasswordHash, knows_its_password_and_no_other) {
  auto const hash = hash_of_password("paard batterij nietje");
  EXPECT_TRUE(is_password(hash, "paard batterij nietje"));
  EXPECT_FALSE(is_password(hash, "paard batterij nietj"));
  EXPECT_FALSE(is_password(hash, "Paard batterij nietje"));
  EXPECT_FALSE(is_password(hash, ""));
}

TEST(PasswordHash, of_nobody_fits_nothing) {
  EXPECT_FALSE(is_password("", ""));
  EXPECT_FALSE(is_password("", "somebody who is not here"));
  EXPECT_FALSE(is_password("not a hash", "x"));
}

TEST(PasswordHash, is_of_the_whole_password) {
  using std::literals::operator""s;
  auto const long_one = std::string(199, 'x');
  auto const hash = hash_of_password(long_one + "a");
  EXPECT_FALSE(is_password(hash, long_one + "b"));
  EXPECT_FALSE(is_password(hash_of_password("voor\0na"s), "voor\0daarna"s));
}

TEST(PasswordHash, is_made_by_many_at_a_time) {
  auto const hash = hash_of_password("paard batterij nietje");
  std::vector<int> right(6);
  {
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < right.size(); ++i)
      threads.emplace_back([&, i] { right[i] = is_password(hash, "paard batterij nietje"); });
  }
  EXPECT_EQ(right, std::vector<int>(6, 1));
}

std::optional<SetPasswordRefusal> refused(std::string const& password) {
  return refusal({password, password}, "daan.devries@school.example");
}

TEST(NewPassword, is_long_enough_in_characters) {
  EXPECT_EQ(refused("mosterdpot8"), SetPasswordRefusal::too_short);
  EXPECT_EQ(refused("mosterdpot89"), std::nullopt);
  EXPECT_EQ(refused("ëëëëëëë"), SetPasswordRefusal::too_short);  // fourteen bytes
  EXPECT_EQ(refused(std::string("mosterd") + std::string(193, 'x')), std::nullopt);
  EXPECT_EQ(refused(std::string("mosterd") + std::string(194, 'x')), SetPasswordRefusal::too_long);
}

TEST(NewPassword, is_none_that_everybody_guesses) {
  for (char const* const guess :
       {"wachtwoord123", "Wachtwoord!2026", "welkom welkom 1", "password1234", "qwertyqwerty", "123456789012",
        "aaaaaaaaaaaa", "abcabcabcabc", "Lenig-School-1", "daan devries 1", "DaanDevries2026"}) {
    EXPECT_EQ(refused(guess), SetPasswordRefusal::too_common) << guess;
  }
  for (char const* const good :
       {"paard batterij nietje", "welkom in ons kasteel", "de school van de toekomst", "correcthorsebattery"}) {
    EXPECT_EQ(refused(good), std::nullopt) << good;
  }
}

TEST(NewPassword, is_typed_the_same_twice) {
  EXPECT_EQ(refusal({"paard batterij nietje", "paard batterij nietj"}, "daan@school.example"),
            SetPasswordRefusal::differs);
}

TEST(EmailAddress, is_one_that_mail_goes_to) {
  for (char const* const good : {"daan@school.example", "d.de-vries+lenig@ict.school.example", "ë@school.example"})
    EXPECT_TRUE(is_email(good)) << good;
  for (char const* const bad :
       {"", "daan", "daan@", "@school.example", "daan@school", "a@b@school.example", "daan@.example", "daan@school.",
        "daan @school.example", "daan@school.example\r\nBcc: x@y.example", "daan@school.example\n",
        "\"d\"@school.example", "Daan <daan@school.example>", "daan@school.example,x@y.example", "a\t@school.example",
        "a;b@school.example"}) {
    EXPECT_FALSE(is_email(bad)) << bad;
  }
  EXPECT_FALSE(is_email(std::string(250, 'a') + "@b.nl"));
}

}  // namespace
}  // namespace lenig::access
