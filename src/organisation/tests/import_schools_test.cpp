#include "organisation/import_schools.hpp"

#include "organisation/tests/two_boards.hpp"
#include "platform/undo/undo.hpp"

namespace lenig::organisation {
namespace {

std::string const headings =
    "PROVINCIE;BEVOEGD GEZAG NUMMER;INSTELLINGSCODE;VESTIGINGSCODE;VESTIGINGSNAAM;STRAATNAAM;PLAATSNAAM\r\n";
std::string const two_schools =
    "Groningen;41234;00AP;00AP00;De Tichel;Tichelweg;Winschoten\r\n"
    "Groningen;41234;00AP;00AP01;De Dollard;Haven;Termunten\r\n";
std::string const of_another = "Drenthe;40001;11BB;11BB00;De Kring;Brink;Assen\r\n";

class Schools : public TwoBoards {
 protected:
  static ReadSchools read(std::string const& rows, std::string const& numbers = "41234",
                          Missing missing = Missing::stays) {
    auto const records = base::read_csv(headings + rows);
    return read_schools(records, {guessed_school_columns(records.front().values), numbers, missing});
  }

  ImportedSchools take(std::string const& rows, Missing missing = Missing::stays) {
    auto const what = read(rows, "41234", missing);
    return write([&](db::Transaction& tx) { return import_schools(tx, office_of(east), what); });
  }

  std::string code_of(UnitId const& unit) {
    static db::Query const code{
        "test/code", "select coalesce(code, '') as code from organisation_unit where id = :unit", {}};
    return database
        ->read(db::every_board, [&](db::Reading& reading) { return reading.one<std::string>(code, {{"unit", unit}}); })
        .value();
  }

  std::optional<Unit> school(UnitId const& id) {
    return database->read(db::every_board, [&](db::Reading& reading) { return find_unit(reading, id); });
  }

  bool undone(std::string const& step) {
    undo::TakeBacks const ways{{"organisation.import_schools", undo_import_schools}};
    return write([&](db::Transaction& tx) { return undo::take_back(tx, office_of(east), step, ways); });
  }
};

TEST_F(Schools, of_the_boards_number_come_in_and_the_second_time_nothing_changes) {
  auto const first = take(two_schools + of_another);
  EXPECT_EQ(first.count(SchoolAct::added), 1);    // De Dollard
  EXPECT_EQ(first.count(SchoolAct::changed), 1);  // De Tichel was there, and gets its code
  EXPECT_EQ(code_of(tichel), "00AP00");
  auto const second = take(two_schools + of_another);
  EXPECT_TRUE(second.steps.empty());
  EXPECT_TRUE(second.undo.empty());
}

TEST_F(Schools, keep_their_code_when_their_name_or_town_changes) {
  take(two_schools);
  auto const changed = take("Groningen;41234;00AP;00AP00;De Nieuwe Tichel;Tichelweg;Scheemda\r\n");
  ASSERT_EQ(changed.steps.size(), 1U);
  EXPECT_EQ(changed.steps[0].act, SchoolAct::changed);
  EXPECT_EQ(changed.steps[0].before, "De Tichel, Winschoten");
  EXPECT_EQ(school(tichel)->name, "De Nieuwe Tichel");
  EXPECT_EQ(school(tichel)->town, "Scheemda");
}

TEST_F(Schools, that_the_file_does_not_name_end_only_when_asked_and_where_nobody_works) {
  take(two_schools);
  EXPECT_TRUE(take("Groningen;41234;00AP;00AP01;De Dollard;Haven;Termunten\r\n").steps.empty());
  worker(east, tichel, "leraar");
  auto const kept = take("Groningen;41234;00AP;00AP01;De Dollard;Haven;Termunten\r\n", Missing::ends);
  ASSERT_EQ(kept.steps.size(), 1U);
  EXPECT_EQ(kept.steps[0].act, SchoolAct::kept);
  EXPECT_EQ(kept.changes(), 0);
  auto const ended = take("Groningen;41234;00AP;00AP00;De Tichel;Tichelweg;Winschoten\r\n", Missing::ends);
  ASSERT_EQ(ended.steps.size(), 1U);
  EXPECT_EQ(ended.steps[0].act, SchoolAct::ended);
  EXPECT_EQ(ended.steps[0].code, "00AP01");
  EXPECT_FALSE(school(linde)->ended_on) << "a school without a code is not the register's to end";
  auto const back = take(two_schools, Missing::ends);
  ASSERT_EQ(back.steps.size(), 1U);
  EXPECT_EQ(back.steps[0].act, SchoolAct::reopened);
}

TEST_F(Schools, do_not_end_while_a_row_is_at_fault) {
  take(two_schools);
  auto const faulty = take(
      "Groningen;41234;00AP;00AP01;De Dollard;Haven;Termunten\r\n"
      "Groningen;41234;00AP;00AP00;;Tichelweg;Winschoten\r\n",
      Missing::ends);
  EXPECT_EQ(faulty.faults.size(), 1U);
  EXPECT_TRUE(faulty.steps.empty()) << "De Tichel is in the file, on the line at fault";
  EXPECT_FALSE(school(tichel)->ended_on);
}

TEST_F(Schools, are_planned_without_changing_anything) {
  auto const what = read(two_schools);
  auto const planned = database->read(
      db::every_board, [&](db::Reading& reading) { return plan_schools(reading, office_of(east), what); });
  EXPECT_EQ(planned.changes(), 2);
  EXPECT_EQ(code_of(tichel), "");
  EXPECT_EQ(take(two_schools).changes(), 2);
}

TEST_F(Schools, are_taken_back_whole_or_not_at_all) {
  auto const first = take(two_schools);
  EXPECT_TRUE(undone(first.undo));
  EXPECT_EQ(code_of(tichel), "");
  EXPECT_EQ(school(tichel)->name, "De Tichel");
  auto const again = take(two_schools);
  EXPECT_EQ(again.changes(), 2);
  auto const renamed = take("Groningen;41234;00AP;00AP00;De Nieuwe Tichel;Tichelweg;Scheemda\r\n");
  write([&](db::Transaction& tx) {
    return change_unit(tx, office_of(east), tichel, {UnitKind::school, "De Eigen Naam", "Scheemda"});
  });
  EXPECT_FALSE(undone(renamed.undo));
}

TEST_F(Schools, of_nobody_in_particular_are_not_taken) {
  auto const several = read(two_schools + of_another, "");
  ASSERT_EQ(several.faults.size(), 1U);
  EXPECT_EQ(several.faults[0].why, ImportWhy::number_missing);
  EXPECT_EQ(several.faults[0].given, "2");
  EXPECT_EQ(read(two_schools, "").rows.size(), 2U);  // the only board there is
  EXPECT_EQ(read(two_schools + of_another, "41234, 40001").rows.size(), 3U);
  auto const unknown = read(two_schools, "49999");
  ASSERT_EQ(unknown.faults.size(), 1U);
  EXPECT_EQ(unknown.faults[0].why, ImportWhy::number_unknown);
}

TEST_F(Schools, at_fault_are_named_by_line_and_column) {
  auto const what = read(
      "Groningen;41234;00AP;00AP00;;Tichelweg;Winschoten\r\n"
      "Groningen;41234;00AP;0AP;De Tichel;Tichelweg;Winschoten\r\n"
      "Groningen;;00AP;00AP02;De Nix;Tichelweg;Winschoten\r\n"
      "Groningen;41234;00AP;00AP03;De Zon;Weg;Winschoten\r\n"
      "Groningen;41234;00AP;00AP03;De Maan;Weg;Winschoten\r\n");
  ASSERT_EQ(what.faults.size(), 4U);
  EXPECT_EQ(what.faults[0].line, 2);
  EXPECT_EQ(what.faults[0].column, "VESTIGINGSNAAM");
  EXPECT_EQ(what.faults[1].line, 3);
  EXPECT_EQ(what.faults[1].column, "VESTIGINGSCODE");
  EXPECT_EQ(what.faults[2].column, "BEVOEGD GEZAG NUMMER");
  EXPECT_EQ(what.faults[3].line, 6);
  EXPECT_EQ(what.faults[3].given, "5");
  EXPECT_EQ(what.rows.size(), 1U);
}

TEST_F(Schools, are_found_under_the_headings_of_older_files_in_another_encoding) {
  auto const records = base::read_csv(
      "BRIN "
      "NUMMER,VESTIGINGSNUMMER,VESTIGINGSNAAM,PLAATSNAAM\r\n00AP,00,Caf\xe9school,Winschoten\r\n11BB,,Kring,Assen\r\n");
  auto const what = read_schools(records, {guessed_school_columns(records.front().values), "", Missing::stays});
  ASSERT_EQ(what.rows.size(), 2U);
  EXPECT_EQ(what.rows[0].code, "00AP00");
  EXPECT_EQ(what.rows[0].school.name, "Caféschool");
  EXPECT_EQ(what.rows[1].code, "11BB");
}

TEST_F(Schools, leave_the_board_findable_by_its_number) {
  take(two_schools);
  EXPECT_EQ(database->read(db::every_board, [&](db::Reading& reading) { return board_by_name(reading, "41234"); }),
            east);
}

}  // namespace
}  // namespace lenig::organisation
