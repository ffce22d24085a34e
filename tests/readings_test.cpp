// Who read a person's file is shown to that person.
#include <gtest/gtest.h>

#include "tests/support/browser.hpp"

namespace lenig::tests {

namespace {

TEST(Readings, are_shown_to_whom_they_concern) {
  Case in;
  auto teacher = in.as("teacher");
  EXPECT_TRUE(teacher.get("/account/gelezen").says("Niemand heeft uw gegevens gelezen"));
  auto const path = "/organisatie/mens/" + in.person("Smid");
  in.as("support").get(path);  // a colleague sees no file there, so nothing was read
  EXPECT_TRUE(teacher.get("/account/gelezen").says("Niemand heeft uw gegevens gelezen"));
  in.as("hr").get(path);
  EXPECT_TRUE(teacher.get("/account/gelezen").says("Ineke Zuidema"));
  EXPECT_FALSE(in.as("support").get("/account/gelezen").says("Ineke Zuidema"));
}

}  // namespace

}  // namespace lenig::tests
