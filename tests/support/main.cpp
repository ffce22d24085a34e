#include <gtest/gtest.h>
#include <spdlog/spdlog.h>

int main(int count, char** arguments) {
  ::testing::InitGoogleTest(&count, arguments);
  spdlog::set_level(spdlog::level::off);
  return RUN_ALL_TESTS();
}
