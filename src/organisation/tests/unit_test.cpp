#include "organisation/routes.hpp"
#include "organisation/tests/two_boards.hpp"
#include "platform/base/collected.hpp"

namespace lenig::organisation {
namespace {

using Units = TwoBoards;

template <class Given>
std::vector<std::string> names(std::vector<Given> const& all) {
  return base::collected(all, &Given::name);
}

using Names = std::vector<std::string>;

TEST(UnitRefusal, says_what_a_draft_lacks) {
  EXPECT_EQ(refusal({UnitKind::school, "De Tichel", ""}, UnitKind::board), std::nullopt);
  EXPECT_EQ(refusal({UnitKind::school, "", ""}, UnitKind::board), UnitRefusal::name_missing);
  EXPECT_EQ(refusal({UnitKind::school, std::string(151, 'a'), ""}, UnitKind::board), UnitRefusal::name_too_long);
  EXPECT_EQ(refusal({UnitKind::board, "Bestuur", ""}, UnitKind::board), UnitRefusal::board_within);
  EXPECT_EQ(refusal({UnitKind::network, "Netwerk", ""}, UnitKind::school), UnitRefusal::network_within);
  EXPECT_EQ(refusal({UnitKind::network, "Netwerk", ""}, UnitKind::board), std::nullopt);
}

TEST_F(Units, stand_below_their_board_from_the_top_down) {
  auto const team = unit(east, tichel, UnitKind::team, "Bovenbouw");
  auto const above = database->read(db::every_board, [&](db::Reading& reading) { return units_above(reading, team); });
  EXPECT_EQ(names(above), (Names{"Openbaar Onderwijs Oost", "De Tichel"}));
}

TEST_F(Units, come_by_name_and_page_by_page) {
  below(east, UnitKind::school, "Beukenlaan");
  auto const first =
      database->read(db::every_board, [&](db::Reading& reading) { return schools_below(reading, whole(east), {}, 2); });
  auto const rest = database->read(
      db::every_board, [&](db::Reading& reading) { return schools_below(reading, whole(east), first.back().id, 2); });
  EXPECT_EQ(names(first), (Names{"Beukenlaan", "De Linde"}));
  EXPECT_EQ(names(rest), (Names{"De Tichel"}));
}

TEST_F(Units, of_a_board_list_only_who_works_for_the_board_itself) {
  auto const marijke = worker(east, whole(east), "HR-adviseur");
  worker(east, tichel, "leraar");
  auto const people =
      database->read(db::every_board, [&](db::Reading& reading) { return people_at(reading, whole(east), today, 10); });
  ASSERT_EQ(people.size(), 1U);
  EXPECT_EQ(people[0].id, marijke);
}

TEST_F(Units, of_a_school_list_its_teams_people_once_and_who_leads_first) {
  auto const team = unit(east, tichel, UnitKind::team, "Bovenbouw");
  auto const femke = worker(east, team, "leraar");
  appointment(east, femke, tichel, "coach");
  auto const wim = worker(east, tichel, "directeur");
  auto const people =
      database->read(db::every_board, [&](db::Reading& reading) { return people_within(reading, tichel, today, 10); });
  ASSERT_EQ(people.size(), 2U);
  EXPECT_EQ(people[0].id, wim);
  EXPECT_TRUE(people[0].leads);
  EXPECT_EQ(people[1].id, femke);
}

TEST_F(Units, end_only_when_empty_and_come_back) {
  auto const end = [&](UnitId const& unit) {
    return write([&](db::Transaction& tx) { return end_unit(tx, office_of(east), unit); });
  };
  auto const femke = person(east, "Femke", "", "Oosting");
  auto const appointed = appointment(east, femke, tichel, "leraar");
  EXPECT_EQ(end(tichel).error(), UnitRefusal::still_staffed);
  EXPECT_EQ(end(whole(east)).error(), UnitRefusal::board_within);
  ASSERT_TRUE(write(
      [&](db::Transaction& tx) { return end_appointment(tx, office_of(east), appointed, {today.plus_days(-1)}); }));
  auto const step = end(tichel);
  ASSERT_TRUE(step);
  EXPECT_EQ(end(tichel).error(), UnitRefusal::already_ended);
  EXPECT_TRUE(write([&](db::Transaction& tx) { return undo::take_back(tx, office_of(east), *step, take_backs()); }));
  auto const found = database->read(db::every_board, [&](db::Reading& reading) { return find_unit(reading, tichel); });
  EXPECT_EQ(found->ended_on, std::nullopt);
  EXPECT_FALSE(write([&](db::Transaction& tx) { return undo::take_back(tx, office_of(east), *step, take_backs()); }))
      << "once only";
}

TEST_F(Units, do_not_end_while_somebody_is_going_to_work_there) {
  auto const femke = person(east, "Femke", "", "Oosting");
  AppointmentDraft const later{tichel, "leraar", 0.8, day("2004-08-01"), std::nullopt};
  ASSERT_TRUE(write([&](db::Transaction& tx) { return appoint(tx, office_of(east), femke, later); }));
  auto const ended = write([&](db::Transaction& tx) { return end_unit(tx, office_of(east), tichel); });
  EXPECT_EQ(ended.error(), UnitRefusal::still_staffed);
}

TEST_F(Units, do_not_end_above_others) {
  unit(east, tichel, UnitKind::team, "Bovenbouw");
  auto const ended = write([&](db::Transaction& tx) { return end_unit(tx, office_of(east), tichel); });
  EXPECT_EQ(ended.error(), UnitRefusal::still_has_units);
}

TEST_F(Units, of_another_board_are_not_found_by_an_office) {
  auto const office = office_of(west);
  EXPECT_EQ(
      write([&](db::Transaction& tx) { return add_unit(tx, office, tichel, {UnitKind::team, "Team", ""}); }).error(),
      UnitRefusal::not_found);
  EXPECT_EQ(write([&](db::Transaction& tx) {
              return change_unit(tx, office, tichel, {UnitKind::school, "Van mij", ""});
            }).error(),
            UnitRefusal::not_found);
  EXPECT_EQ(write([&](db::Transaction& tx) { return end_unit(tx, office, tichel); }).error(), UnitRefusal::not_found);
}

TEST_F(Units, are_joined_to_a_network_by_their_own_board_only) {
  auto const joined = write([&](db::Transaction& tx) { return join_network(tx, office_of(east), network, meent); });
  EXPECT_EQ(joined.error(), NetworkRefusal::no_such_unit);
  auto const to_a_school = write([&](db::Transaction& tx) { return join_network(tx, office_of(east), tichel, linde); });
  EXPECT_EQ(to_a_school.error(), NetworkRefusal::no_network);
}

TEST_F(Units, leave_a_network_and_come_back_by_undo) {
  join(west, network, meent);
  auto const stranger = write([&](db::Transaction& tx) { return leave_network(tx, office_of(far), network, meent); });
  EXPECT_EQ(stranger.error(), NetworkRefusal::no_such_unit);
  auto const step = write([&](db::Transaction& tx) { return leave_network(tx, office_of(east), network, meent); });
  ASSERT_TRUE(step);
  auto const members = [&] {
    return database->read(db::every_board,
                          [&](db::Reading& reading) { return members_of_network(reading, network, {}, 10); });
  };
  EXPECT_TRUE(members().empty());
  EXPECT_TRUE(write([&](db::Transaction& tx) { return undo::take_back(tx, office_of(east), *step, take_backs()); }));
  EXPECT_EQ(names(members()), (Names{"De Meent"}));
}

TEST_F(Units, that_a_network_does_not_join_yet_can_be_chosen) {
  join(east, network, linde);
  auto const schools =
      database->read(db::every_board, [&](db::Reading& reading) { return schools_not_in(reading, east, network, 10); });
  EXPECT_EQ(names(schools), (Names{"De Tichel"}));
}

TEST_F(Units, where_somebody_can_be_appointed_are_of_the_own_board) {
  unit(east, tichel, UnitKind::team, "Bovenbouw");
  auto const all = database->read(db::every_board, [&](db::Reading& reading) { return places(reading, east, 10); });
  EXPECT_EQ(names(all), (Names{"Openbaar Onderwijs Oost", "Kleine scholen", "De Linde", "De Tichel", "Bovenbouw"}));
  EXPECT_EQ(all.back().above_name, "De Tichel");
}

TEST_F(Units, networks_are_in_sight_of_who_works_in_them) {
  join(west, network, meent);
  auto const femke = worker(west, meent, "leraar");
  auto const marijke = worker(west, whole(west), "HR-adviseur");
  auto const seen_by = [&](PersonId const& person) {
    return database->read(db::every_board,
                          [&](db::Reading& reading) { return networks_in_sight(reading, west, person, today); });
  };
  EXPECT_EQ(seen_by(femke), (std::vector<UnitId>{network}));
  EXPECT_TRUE(seen_by(marijke).empty());
}

TEST_F(Units, are_taken_back_when_added_by_mistake_until_somebody_works_there) {
  auto const empty = below(east, UnitKind::school, "De Vergissing");
  auto const taken_back = [&](UnitId const& one) {
    return write([&](db::Transaction& tx) { return undo_add_unit(tx, office_of(east), one.text()); });
  };
  EXPECT_TRUE(taken_back(empty));
  worker(east, tichel, "leraar");
  EXPECT_FALSE(taken_back(tichel));
  EXPECT_FALSE(taken_back(meent)) << "it is another board's";
}

TEST_F(Units, leave_a_network_when_joining_is_taken_back) {
  join(east, network, tichel);
  auto const payload = network.text() + " " + tichel.text();
  auto const taken_back = [&] {
    return write([&](db::Transaction& tx) { return undo_join_network(tx, office_of(east), payload); });
  };
  EXPECT_TRUE(taken_back());
  EXPECT_FALSE(taken_back()) << "it left already";
}

}  // namespace
}  // namespace lenig::organisation
