#include "platform/base/base64.hpp"

#include <gtest/gtest.h>

namespace lenig::base {
namespace {

TEST(Base64, keeps_any_bytes) {
  for (std::string const& bytes : {std::string(), std::string("a"), std::string("\0\xff\n", 3), std::string(1000, 'x')})
    EXPECT_EQ(from_base64(to_base64(bytes)), bytes);
  EXPECT_EQ(to_base64("Lenig"), "TGVuaWc=");
  EXPECT_EQ(from_base64("TGVuaWc"), std::nullopt);
  EXPECT_EQ(from_base64("%"), std::nullopt);
}

}  // namespace
}  // namespace lenig::base
