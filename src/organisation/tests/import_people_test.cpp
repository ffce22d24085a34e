#include "organisation/import_people.hpp"

#include "organisation/queries.hpp"
#include "organisation/search.hpp"
#include "organisation/tests/two_boards.hpp"
#include "platform/access/account.hpp"
#include "platform/undo/undo.hpp"

namespace lenig::organisation {
namespace {

class Import : public TwoBoards {
 protected:
  Importing by(base::Actor actor) { return {*database, db::every_board, std::move(actor)}; }
  Importing by_office() { return by(office_of(east)); }

  static std::string text_of(std::string const& rows) {
    return "email;given_name;prefix;family_name;unit;function;fte;from;until\n" + rows;
  }
  static PeopleFile file(std::string const& rows) {
    return people_file([text = text_of(rows)] { return base::bytes_of(text); });
  }

  /// What was done, or what stood in the way.
  Imported take(std::string const& rows, TakePeople const& how = {}) {
    auto imported = import_people(by_office(), file(rows), how);
    return imported ? *imported : imported.error().imported;
  }

  std::size_t rows_of(db::Query const& query) {
    return database->read(db::every_board,
                          [&](db::Reading& reading) { return reading.all<std::string>(query).size(); });
  }

  std::size_t people_of_board() {
    static db::Query const people{"test/people", "select id from organisation_person", {}};
    return rows_of(people);
  }

  bool undone(std::string const& step) {
    undo::TakeBacks const ways{{"organisation.import_people", undo_import}};
    return write([&](db::Transaction& tx) { return undo::take_back(tx, office_of(east), step, ways); });
  }
};

long long changes(Imported const& imported) { return imported.changes(); }

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
  EXPECT_EQ(people_of_board(), 0U);
}

TEST_F(Import, can_take_the_good_rows_alone) {
  auto const rows = two_rows +
                    "dirk@school.example;Dirk;;Dam;Nergens;leraar;1;2003-08-01;\n"
                    "cor@school.example;Cor;;Dam;De Tichel;leraar;1;ooit;\n";
  auto const planned = plan_people(by_office(), file(rows));
  EXPECT_EQ(people_of_board(), 0U);  // a plan changes nothing
  auto const imported = take(rows, {.take = Take::good_rows, .shown = planned.sign});
  EXPECT_EQ(changes(imported), 3);
  EXPECT_EQ(changes(planned), changes(imported));
  EXPECT_EQ(imported.faults.size(), 2U);
  EXPECT_EQ(people_of_board(), 1U);
}

TEST_F(Import, takes_nothing_that_was_not_shown) {
  auto const planned = plan_people(by_office(), file(two_rows));
  write([&](db::Transaction& tx) {
    return change_unit(tx, office_of(east), linde, {UnitKind::school, "De Oude Linde", "Winschoten"});
  });
  auto const imported = import_people(by_office(), file(two_rows), {.take = Take::good_rows, .shown = planned.sign});
  ASSERT_FALSE(imported);
  EXPECT_EQ(imported.error().why, ImportRefusal::other_than_shown);
  EXPECT_EQ(people_of_board(), 0U);
}

TEST_F(Import, is_taken_back_whole_or_not_at_all) {
  take(two_rows);
  auto const changed = take(
      "anna@school.example;Anna;;Bergsma;De Tichel;leraar;1;2003-08-01;2004-07-31\n"
      "bert@school.example;Bert;;Bos;De Tichel;leraar;1;2003-08-01;\n");
  ASSERT_FALSE(changed.undo.empty());
  EXPECT_TRUE(undone(changed.undo));
  EXPECT_EQ(people_of_board(), 1U);
  EXPECT_EQ(changes(take(two_rows)), 0);  // everything is as it was

  auto const again = take("bert@school.example;Bert;;Bos;De Tichel;leraar;1;2003-08-01;\n");
  write([&](db::Transaction& tx) {
    auto const bert = tx.one<PersonId>(sql::person_by_email, {{"board", east}, {"email", "bert@school.example"}});
    note_invitation(tx, east, *bert);
    return 0;
  });
  EXPECT_FALSE(undone(again.undo));
}

TEST_F(Import, leaves_the_appointment_of_who_imports_to_somebody_else) {
  take(two_rows);
  auto actor = office_of(east);
  actor.person = *database->read(db::every_board, [&](db::Reading& reading) {
    return reading.one<PersonId>(sql::person_by_email, {{"board", east}, {"email", "anna@school.example"}});
  });
  auto const own = import_people(
      by(actor), file(two_rows + "anna@school.example;Anna;van der;Berg;De Linde;bestuurder;1;2004-01-01;\n"));
  ASSERT_FALSE(own);
  auto const& imported = own.error().imported;
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

std::string many_rows(int people) {
  std::string rows;
  for (int i = 0; i < people; ++i) {
    auto const number = std::to_string(i);
    rows += "mens" + number + "@school.example;Mens" + number + ";;Bos;De Tichel;leraar;1;2003-08-01;\n";
  }
  return rows;
}

TEST_F(Import, shows_all_of_it_at_once) {
  take("mens0@school.example;Mens0;;Boss;De Tichel;leraar;0,5;2003-08-01;\n");
  static db::Query const seen{"test/seen", "select id from organisation_person where family_name = 'Bos'", {}};
  static db::Query const before{"test/before", "select id from organisation_person where family_name = 'Boss'", {}};
  static db::Query const work{"test/work", "select id from organisation_appointment where fte = 1.0", {}};
  static db::Query const words{"test/words", "select object_id from organisation_search where term = 'bos'", {}};
  std::size_t looks = 0;
  std::size_t halves = 0;
  auto const look = [&] {
    bool const nothing = rows_of(seen) == 0 && rows_of(work) == 0 && rows_of(words) == 0 && rows_of(before) == 1;
    ++looks;
    halves += nothing ? 0 : 1;
  };
  Watch const watch{.progress = [&](long long rows) { EXPECT_GT(rows, 0); },
                    .wrote = [&](std::chrono::nanoseconds) { look(); }};
  auto const imported = import_people(by_office(), file(many_rows(1'000)), {}, watch);
  ASSERT_TRUE(imported);
  EXPECT_GT(looks, 2U) << "rows, and then the words";
  EXPECT_EQ(halves, 0U) << "somebody saw a part of it";
  EXPECT_EQ(rows_of(seen), 1'000U);
  EXPECT_EQ(rows_of(work), 1'000U);
  EXPECT_EQ(rows_of(words), 1'000U);
  EXPECT_EQ(rows_of(before), 0U);
  EXPECT_EQ(changes(take(many_rows(1'000))), 0);
}

TEST_F(Import, of_many_people_is_taken_back_at_once_and_swept_up_behind) {
  take("mens0@school.example;Mens0;;Boss;De Tichel;leraar;0,5;2003-08-01;\n");
  auto const imported = take(many_rows(700));
  EXPECT_EQ(imported.count(ImportAct::person_changed), 1);
  EXPECT_EQ(imported.count(ImportAct::appointment_changed), 1);
  EXPECT_TRUE(undone(imported.undo));
  EXPECT_EQ(people_of_board(), 1U);
  jobs::run_due(*database, import_works());
  static db::Query const versions{
      "test/versions", "select id from organisation_person_version where hidden_by > 0 or shown_by > 1", {}};
  static db::Query const terms{
      "test/terms", "select object_id from organisation_search_term where hidden_by > 0 or shown_by > 1", {}};
  static db::Query const work{"test/half", "select id from organisation_appointment where fte = 0.5", {}};
  EXPECT_EQ(rows_of(versions), 0U);
  EXPECT_EQ(rows_of(terms), 0U);
  EXPECT_EQ(rows_of(work), 1U);
  EXPECT_EQ(people_of_board(), 1U);
}

TEST_F(Import, that_stands_becomes_ordinary_without_anybody_seeing_it) {
  take("mens0@school.example;Mens0;;Boss;De Tichel;leraar;0,5;2003-08-01;\n");
  auto const imported = take(many_rows(300));
  tidy_imports(*database, base::Instant::now().plus(std::chrono::hours{26}));
  static db::Query const versions{
      "test/versions_left",
      "select id from organisation_person_version where shown_by > 0 or hidden_by > 0 or replaces > 0",
      {}};
  EXPECT_EQ(rows_of(versions), 0U);
  EXPECT_EQ(people_of_board(), 300U);
  EXPECT_EQ(changes(take(many_rows(300))), 0);
  EXPECT_FALSE(undone(imported.undo)) << "its rows are no longer told apart";
  EXPECT_EQ(people_of_board(), 300U);
}

TEST_F(Import, after_import_changes_the_names_by_which_somebody_is_found) {
  auto const row = [](std::string const& name) {
    return "anna@school.example;Anna;;" + name + ";De Tichel;leraar;0,8;2003-08-01;\n";
  };
  auto const finds = [&](std::string const& name) {
    return database->read(db::every_board, [&](db::Reading& reading) {
      return find(reading, east, "anna " + name, Among::everybody, 10, office_of(east).today).size();
    });
  };
  static db::Query const words{"test/words_berg", "select object_id from organisation_search where term = 'berg'", {}};
  take(row("Berg"));
  take(row("Dijk"));
  EXPECT_EQ(rows_of(words), 0U);
  EXPECT_EQ(finds("berg"), 0U);
  EXPECT_EQ(finds("dijk"), 1U);
  auto const third = take(row("Berg"));
  EXPECT_EQ(finds("berg"), 1U);
  EXPECT_EQ(finds("dijk"), 0U);
  EXPECT_TRUE(undone(third.undo));
  EXPECT_EQ(finds("berg"), 0U);
  EXPECT_EQ(finds("dijk"), 1U);
  tidy_imports(*database, base::Instant::now().plus(std::chrono::hours{26}));
  EXPECT_EQ(finds("berg"), 0U);
  EXPECT_EQ(finds("dijk"), 1U);
  EXPECT_EQ(people_of_board(), 1U);
}

TEST_F(Import, leaves_what_somebody_typed_since) {
  auto const imported = take(two_rows);
  auto const anna = write([&](db::Transaction& tx) {
    return tx.one<PersonId>(sql::person_by_email, {{"board", east}, {"email", "anna@school.example"}}).value();
  });
  appointment(east, anna, network, "projectleider");
  EXPECT_FALSE(undone(imported.undo));
  EXPECT_EQ(people_of_board(), 1U);
}

TEST_F(Import, waits_for_another_of_the_same_board) {
  std::optional<ImportRefusal> why;
  Watch const watch{.progress = [&](long long) {
    auto const second = import_people(by_office(), file(two_rows));
    if (!second) why = second.error().why;
  }};
  ASSERT_TRUE(import_people(by_office(), file(many_rows(300)), {}, watch));
  EXPECT_EQ(why, ImportRefusal::under_way);
}

TEST_F(Import, of_a_process_that_was_killed_is_never_seen_and_goes) {
  class Killed : public std::exception {};
  Watch const killed{.progress = [](long long) { throw Killed(); }};
  EXPECT_THROW(static_cast<void>(import_people(by_office(), file(many_rows(700)), {}, killed)), Killed);
  EXPECT_EQ(people_of_board(), 0U);
  tidy_imports(*database, base::Instant::now().plus(std::chrono::minutes{5}));
  static db::Query const versions{"test/versions_of_killed", "select id from organisation_person_version", {}};
  EXPECT_EQ(rows_of(versions), 0U);
  EXPECT_EQ(changes(take(many_rows(700))), 1'400);
}

}  // namespace
}  // namespace lenig::organisation
