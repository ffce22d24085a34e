// Who read a person's file is shown to that person.
#include <gtest/gtest.h>

#include "organisation/person.hpp"
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

TEST(Account, knows_which_session_this_is) {
  Case in;
  EXPECT_TRUE(in.as("teacher").get("/account").says("Hier bent u nu"));
}

TEST(Board, that_somebody_chooses_is_the_one_they_look_from) {
  Case in;
  auto const smid = in.person("Smid");
  auto const elsewhere =
      in.value("select board_id from organisation_person where family_name = 'Dam' and given_name = 'Iris'");
  auto const school =
      in.value("select id from organisation_unit where kind = 'school' and board_id = '" + elsewhere + "' limit 1");
  in.database().write(db::every_board, [&](db::Transaction& tx) {
    base::Actor const actor{.board = base::BoardId(elsewhere), .today = base::Date::parse("2004-04-15").value()};
    organisation::PersonDraft const known{"Anneke", "", "Smid", in.email_of("teacher")};
    auto const person = organisation::add_person(tx, actor, known).value();
    ASSERT_EQ(person.text(), smid);
    ASSERT_TRUE(organisation::appoint(
        tx, actor, person,
        {organisation::UnitId(school), "leraar", 0.2, base::Date::parse("2004-01-01").value(), std::nullopt}));
  });
  auto teacher = in.as("teacher");
  teacher.get("/account");
  ASSERT_EQ(teacher.post("/voorkeuren/bestuur", {{"board", elsewhere}}).status, 303);
  EXPECT_EQ(teacher.get("/organisatie/eenheid/" + school).status, 200);
  EXPECT_TRUE(teacher.get("/account/gelezen").says("Wad"));
}

}  // namespace

}  // namespace lenig::tests
