#include "platform/base/random.hpp"

#include <gtest/gtest.h>

#include <set>

namespace lenig::base {
namespace {

TEST(Mask, hides_the_same_secret_differently_each_time) {
  auto const secret = new_secret();
  std::set<std::string> seen;
  for (int i = 0; i < 100; ++i) {
    auto const mask = masked(secret);
    EXPECT_EQ(unmasked(mask), secret);
    EXPECT_EQ(mask.find(secret), std::string::npos);
    EXPECT_TRUE(seen.insert(mask).second);
  }
}

TEST(Mask, that_is_none_hides_nothing) {
  for (auto const* text : {"", "a", "niet geldig!", "abcd"}) EXPECT_EQ(unmasked(text), "") << text;
  EXPECT_EQ(unmasked(masked("")), "");
}

}  // namespace
}  // namespace lenig::base
