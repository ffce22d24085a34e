#include "organisation/tests/two_boards.hpp"

namespace lenig::organisation {
namespace {

using access::Relation;
using access::Relations;
using std::nullopt;

using Standing = TwoBoards;

TEST_F(Standing, an_employee_belongs_to_their_school_and_is_a_colleague_elsewhere_at_the_board) {
  auto const femke = worker(east, tichel, "leraar");
  EXPECT_EQ(standing(femke, east, tichel), (Relations{Relation::group_member, Relation::board_colleague}));
  EXPECT_EQ(standing(femke, east, linde), (Relations{Relation::board_colleague}));
  EXPECT_EQ(standing(femke, east, whole(east)), (Relations{Relation::board_colleague}));
}

TEST_F(Standing, an_employee_is_a_stranger_at_another_board) {
  auto const femke = worker(east, tichel, "leraar");
  auto const other = worker(west, meent, "leraar");
  EXPECT_EQ(standing(femke, east, meent), nullopt);
  EXPECT_EQ(standing(femke, east, other), nullopt);
  EXPECT_EQ(standing(femke, west, meent), nullopt) << "looking from a board where they do not work";
}

TEST_F(Standing, support_staff_stand_to_their_school_as_teachers_do) {
  auto const harm = worker(east, tichel, "conciërge");
  EXPECT_EQ(standing(harm, east, tichel), (Relations{Relation::group_member, Relation::board_colleague}));
}

TEST_F(Standing, a_leader_leads_the_school_its_teams_and_its_people_and_no_other) {
  auto const team = unit(east, tichel, UnitKind::team, "Bovenbouw");
  auto const wim = worker(east, tichel, "directeur");
  auto const femke = worker(east, team, "leraar");
  auto const other = worker(east, linde, "leraar");
  EXPECT_TRUE(standing(wim, east, tichel)->has(Relation::leader));
  EXPECT_TRUE(standing(wim, east, team)->has(Relation::leader));
  EXPECT_TRUE(standing(wim, east, femke)->has(Relation::leader));
  EXPECT_FALSE(standing(wim, east, linde)->has(Relation::leader));
  EXPECT_FALSE(standing(wim, east, other)->has(Relation::leader));
  EXPECT_FALSE(standing(femke, east, wim)->has(Relation::leader));
}

TEST_F(Standing, hr_is_hr_of_the_whole_board_and_of_nothing_else) {
  auto const marijke = worker(east, whole(east), "HR-adviseur");
  auto const femke = worker(east, tichel, "leraar");
  auto const other = worker(west, meent, "leraar");
  EXPECT_TRUE(standing(marijke, east, tichel)->has(Relation::hr));
  EXPECT_TRUE(standing(marijke, east, femke)->has(Relation::hr));
  EXPECT_EQ(standing(marijke, east, meent), nullopt);
  EXPECT_EQ(standing(marijke, east, other), nullopt);
}

TEST_F(Standing, hr_gains_no_office_over_a_school_of_another_board_through_a_network) {
  join(west, network, meent);
  auto const marijke = worker(east, whole(east), "HR-adviseur");
  EXPECT_EQ(standing(marijke, east, meent), nullopt);
  appointment(east, marijke, network, "HR-adviseur");
  EXPECT_EQ(standing(marijke, east, meent), (Relations{Relation::network_peer}));
}

TEST_F(Standing, a_facilitator_serves_every_school_of_the_network) {
  join(east, network, tichel);
  join(west, network, meent);
  auto const marijke = worker(east, network, "projectleider");
  EXPECT_TRUE(standing(marijke, east, tichel)->has(Relation::facilitator));
  EXPECT_EQ(standing(marijke, east, meent), (Relations{Relation::facilitator, Relation::network_peer}));
  EXPECT_FALSE(standing(marijke, east, linde)->has(Relation::facilitator));
}

TEST_F(Standing, schools_of_one_network_are_peers_over_the_boards) {
  join(east, network, tichel);
  join(west, network, meent);
  auto const femke = worker(east, tichel, "leraar");
  auto const wim = worker(west, meent, "directeur");
  EXPECT_EQ(standing(femke, east, meent), (Relations{Relation::network_peer}));
  EXPECT_EQ(standing(wim, west, tichel), (Relations{Relation::network_peer})) << "who leads one member leads no other";
  EXPECT_EQ(standing(femke, east, wim), nullopt) << "people of another board have no page";
}

TEST_F(Standing, a_team_is_in_the_network_with_its_school_whichever_came_first) {
  auto const before = unit(west, meent, UnitKind::team, "Onderbouw");
  join(west, network, meent);
  auto const after = unit(west, meent, UnitKind::team, "Bovenbouw");
  auto const marijke = worker(east, network, "projectleider");
  EXPECT_TRUE(standing(marijke, east, before)->has(Relation::facilitator));
  EXPECT_TRUE(standing(marijke, east, after)->has(Relation::facilitator));
}

TEST_F(Standing, a_school_that_left_is_out_of_sight_but_its_team_that_joined_itself_is_not) {
  auto const team = unit(west, meent, UnitKind::team, "Onderbouw");
  join(west, network, team);
  join(west, network, meent);
  auto const marijke = worker(east, network, "projectleider");
  ASSERT_TRUE(write([&](db::Transaction& tx) { return leave_network(tx, office_of(west), network, meent); }));
  EXPECT_EQ(standing(marijke, east, meent), nullopt);
  EXPECT_TRUE(standing(marijke, east, team)->has(Relation::facilitator));
}

TEST_F(Standing, ends_with_the_appointment) {
  auto const femke = person(east, "Femke", "", "Oosting");
  auto const appointed = appointment(east, femke, tichel, "directeur");
  ASSERT_TRUE(write([&](db::Transaction& tx) { return end_appointment(tx, office_of(east), appointed, {today}); }));
  EXPECT_TRUE(standing(femke, east, tichel)->has(Relation::leader)) << "the last day still counts";
  today = today.plus_days(1);
  EXPECT_EQ(standing(femke, east, tichel), nullopt);
}

TEST_F(Standing, the_board_sees_who_is_not_appointed_yet) {
  auto const marijke = worker(east, whole(east), "HR-adviseur");
  auto const femke = person(east, "Femke", "", "Oosting");
  EXPECT_EQ(standing(marijke, east, femke), (Relations{Relation::board_colleague, Relation::hr}));
}

TEST_F(Standing, somebody_is_themselves) {
  auto const femke = worker(east, tichel, "leraar");
  EXPECT_TRUE(standing(femke, east, femke)->has(Relation::self));
}

TEST_F(Standing, a_name_of_a_function_gives_its_role_in_whatever_letters) {
  auto const wim = worker(east, tichel, "Directeur");
  EXPECT_TRUE(standing(wim, east, tichel)->has(Relation::leader));
}

TEST_F(Standing, to_who_left_is_nothing_but_for_hr) {
  auto const left = person(east, "Femke", "", "Vertrokken");
  auto const past = appointment(east, left, tichel, "leraar");
  ASSERT_TRUE(
      write([&](db::Transaction& tx) { return end_appointment(tx, office_of(east), past, {today.plus_days(-1)}); }));
  auto const colleague = person(east, "Anna", "", "Blijver");
  appointment(east, colleague, tichel, "leraar");
  auto const adviser = person(east, "Hans", "", "Raad");
  appointment(east, adviser, whole(east), "HR-adviseur");
  EXPECT_FALSE(standing(colleague, east, left));
  ASSERT_TRUE(standing(adviser, east, left));
  EXPECT_TRUE(standing(adviser, east, left)->has(access::Relation::hr));
}

}  // namespace
}  // namespace lenig::organisation
