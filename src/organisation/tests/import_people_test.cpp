#include "organisation/import_people.hpp"

#include "organisation/queries.hpp"
#include "organisation/tests/two_boards.hpp"
#include "platform/access/account.hpp"
#include "platform/undo/undo.hpp"

namespace lenig::organisation {
namespace {

class Import : public TwoBoards {
 protected:
  Imported take(std::string const& rows) {
    auto const read = read_people_csv("email;given_name;prefix;family_name;unit;function;fte;from;until\n" + rows);
    return write([&](db::Transaction& tx) { return import_people(tx, office_of(east), read); });
  }

  std::size_t people_of_board() {
    return database
        ->read(db::every_board,
               [&](db::Reading& reading) { return reading.all<Person>(sql::people_of_board, {{"board", east}}); })
        .size();
  }
};

int changes(Imported const& imported) { return static_cast<int>(imported.steps.size()); }

std::string const two_rows =
    "anna@school.example;Anna;van der;Berg;De Tichel;leraar;0,8;2003-08-01;\n"
    "anna@school.example;Anna;van der;Berg;De Linde;leraar;0,2;2004-01-01;2004-07-31\n";

TEST_F(Import, adds_people_and_appointments_and_the_second_time_nothing) {
  auto const first = take(two_rows);
  EXPECT_EQ(first.count(ImportAct::person_added), 1);
  EXPECT_EQ(first.count(ImportAct::appointment_added), 2);
  EXPECT_EQ(changes(take(two_rows)), 0);
}

TEST_F(Import, knows_somebody_by_their_address_in_whatever_letters) {
  take(two_rows);
  auto const again = take("Anna@School.example;Anna;van der;Berg;de tichel;leraar;0,8;2003-08-01;\n");
  EXPECT_EQ(changes(again), 0);
}

TEST_F(Import, changes_what_the_list_says_differently) {
  take(two_rows);
  auto const changed = take("anna@school.example;Anna;;Bergsma;De Tichel;leraar;1;2003-08-01;2004-07-31\n");
  EXPECT_EQ(changed.count(ImportAct::person_changed), 1);
  EXPECT_EQ((changed.count(ImportAct::appointment_changed) + changed.count(ImportAct::appointment_ended)), 1);
  EXPECT_EQ(changes(changed), 2);
}

TEST_F(Import, does_nothing_when_one_row_is_at_fault) {
  auto const imported =
      take(two_rows +
           "cor@school.example;Cor;;Dam;De "
           "Tichel;;2;2003-08-01;2003-07-01\ndirk@school.example;Dirk;;Dam;Nergens;leraar;1;2003-08-01;\n");
  ASSERT_EQ(imported.faults.size(), 2U);
  EXPECT_EQ(imported.faults[0].line, 4);
  EXPECT_EQ(imported.faults[0].column, "function");
  EXPECT_EQ(imported.faults[1].line, 5);
  EXPECT_EQ(imported.faults[1].column, "unit");
  EXPECT_EQ(changes(imported), 0);
  EXPECT_EQ(people_of_board(), 0U);
}

TEST_F(Import, can_take_the_good_rows_alone) {
  auto const read = read_people_csv("email;given_name;prefix;family_name;unit;function;fte;from;until\n" + two_rows +
                                    "dirk@school.example;Dirk;;Dam;Nergens;leraar;1;2003-08-01;\n"
                                    "cor@school.example;Cor;;Dam;De Tichel;leraar;1;ooit;\n");
  auto const planned = database->read(
      db::every_board, [&](db::Reading& reading) { return plan_import(reading, office_of(east), read); });
  EXPECT_EQ(people_of_board(), 0U);  // a plan changes nothing
  auto const imported =
      write([&](db::Transaction& tx) { return import_people(tx, office_of(east), read, Take::good_rows); });
  EXPECT_EQ(changes(imported), 3);
  EXPECT_EQ(changes(planned), changes(imported));
  EXPECT_EQ(imported.faults.size(), 2U);
  EXPECT_EQ(people_of_board(), 1U);
}

TEST_F(Import, is_taken_back_whole_or_not_at_all) {
  take(two_rows);
  auto const changed = take(
      "anna@school.example;Anna;;Bergsma;De Tichel;leraar;1;2003-08-01;2004-07-31\n"
      "bert@school.example;Bert;;Bos;De Tichel;leraar;1;2003-08-01;\n");
  ASSERT_FALSE(changed.undo.empty());
  undo::TakeBacks const ways{{"organisation.import_people", undo_import}};
  auto actor = office_of(east);
  EXPECT_TRUE(write([&](db::Transaction& tx) { return undo::take_back(tx, actor, changed.undo, ways); }));
  EXPECT_EQ(people_of_board(), 1U);
  EXPECT_EQ(changes(take(two_rows)), 0);  // everything is as it was

  auto const again = take("bert@school.example;Bert;;Bos;De Tichel;leraar;1;2003-08-01;\n");
  write([&](db::Transaction& tx) {
    auto const bert = tx.one<PersonId>(sql::person_by_email, {{"board", east}, {"email", "bert@school.example"}});
    note_invitation(tx, east, *bert);
    return 0;
  });
  EXPECT_FALSE(write([&](db::Transaction& tx) { return undo::take_back(tx, actor, again.undo, ways); }));
}

TEST_F(Import, leaves_the_appointment_of_who_imports_to_somebody_else) {
  take(two_rows);
  auto actor = office_of(east);
  actor.person = *database->read(db::every_board, [&](db::Reading& reading) {
    return reading.one<PersonId>(sql::person_by_email, {{"board", east}, {"email", "anna@school.example"}});
  });
  auto const own = read_people_csv("email;given_name;prefix;family_name;unit;function;fte;from;until\n" + two_rows +
                                   "anna@school.example;Anna;van der;Berg;De Linde;bestuurder;1;2004-01-01;\n");
  auto const imported = write([&](db::Transaction& tx) { return import_people(tx, actor, own); });
  ASSERT_EQ(imported.faults.size(), 1U);
  EXPECT_EQ(imported.faults[0].why, ImportWhy::own);
}

TEST_F(Import, does_not_choose_between_units_of_one_name) {
  below(east, UnitKind::school, "de tichel");
  auto const imported = take(two_rows);
  ASSERT_EQ(imported.faults.size(), 1U);
  EXPECT_EQ(imported.faults[0].line, 2);
  EXPECT_EQ(imported.faults[0].column, "unit");
}

TEST_F(Import, refuses_rows_that_contradict_each_other) {
  auto const imported = take(two_rows +
                             "anna@school.example;Anne;van der;Berg;De Linde;coach;0,1;2003-08-01;\n"
                             "anna@school.example;Anna;van der;Berg;De Tichel;leraar;0,9;2003-08-01;\n");
  ASSERT_EQ(imported.faults.size(), 2U);
  EXPECT_EQ(imported.faults[0].line, 4);
  EXPECT_EQ(imported.faults[0].column, "family_name");
  EXPECT_EQ(imported.faults[1].line, 5);
  EXPECT_EQ(imported.faults[1].column, "fte");
}

TEST_F(Import, refuses_the_address_of_a_colleagues_account) {
  auto const femke = worker(east, tichel, "leraar");
  write([&](db::Transaction& tx) { access::open_account(tx, femke, "anna@school.example", base::Instant::now()); });
  auto const imported = take(two_rows);
  ASSERT_FALSE(imported.faults.empty());
  EXPECT_EQ(imported.faults[0].column, "email");
}

TEST_F(Import, finds_no_units_of_another_board) {
  auto const imported = take("anna@school.example;Anna;van der;Berg;De Meent;leraar;0,8;2003-08-01;\n");
  ASSERT_EQ(imported.faults.size(), 1U);
  EXPECT_EQ(imported.faults[0].column, "unit");
}

}  // namespace
}  // namespace lenig::organisation
