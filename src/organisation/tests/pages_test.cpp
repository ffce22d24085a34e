// What the pages say, read from their view structs.
#include <gtest/gtest.h>

#include "organisation/pages/person_view.hpp"
#include "organisation/pages/unit_view.hpp"

namespace lenig::organisation::pages {
namespace {

using access::Relation;
using access::Relations;

i18n::Words const tr(i18n::Language::nl);
BoardId const east("018f0000-0000-7000-8000-000000000001");
BoardId const west("018f0000-0000-7000-8000-000000000002");
UnitId const tichel("018f0000-0000-7000-8000-000000000003");

base::Date day(std::string_view text) { return base::Date::parse(text).value(); }

access::Viewer viewer(Relations relations) {
  return {.board = east, .today = day("2004-04-15"), .relations = relations};
}

Appointment appointment(std::string function, double fte, std::string_view from,
                        std::optional<base::Date> until = std::nullopt) {
  return {.id = AppointmentId::make(),
          .unit = tichel,
          .unit_name = "De Tichel",
          .function = std::move(function),
          .fte = fte,
          .starts_on = day(from),
          .ends_on = until};
}

PersonFacts femke() {
  return {.person = {east, PersonId::make(), "Femke", "", "Oosting", "femke@school.example", base::Instant::now()},
          .appointments = {appointment("coach", 0.2, "2004-08-01"), appointment("leraar", 0.6, "2001-08-01"),
                           appointment("stagiair", 0, "2000-08-01", day("2001-07-31"))},
          .account = std::nullopt};
}

TEST(PersonPage, shows_a_colleague_name_function_and_place_of_today_only) {
  auto const view = view_of(femke(), viewer({Relation::board_colleague}), tr);
  EXPECT_EQ(view.name, "Femke Oosting");
  EXPECT_EQ(view.lead, "leraar");
  ASSERT_EQ(view.work_now.size(), 1U);
  EXPECT_EQ(view.work_now[0].work, "leraar");
  EXPECT_EQ(view.work_now[0].size, "");
  EXPECT_FALSE(view.has_file);
  EXPECT_EQ(view.email, "");
  EXPECT_TRUE(view.earlier.empty());
  EXPECT_EQ(view.change_path, "");
}

TEST(PersonPage, shows_a_leader_the_file_and_nothing_to_change) {
  auto const view = view_of(femke(), viewer({Relation::board_colleague, Relation::leader}), tr);
  EXPECT_TRUE(view.has_file);
  EXPECT_EQ(view.email, "femke@school.example");
  EXPECT_EQ(view.work_now.size(), 2U) << "what begins later too";
  EXPECT_EQ(view.work_now[1].work, "leraar · sinds 1 augustus 2001");
  EXPECT_EQ(view.work_now[1].size, "0,6 fte");
  EXPECT_EQ(view.total, "0,6 fte");
  EXPECT_EQ(view.earlier.size(), 1U);
  EXPECT_EQ(view.work_now[1].end_path, "");
  EXPECT_EQ(view.invite_path, "");
}

TEST(PersonPage, lets_hr_change_and_invite_until_the_account_is_used) {
  auto facts = femke();
  auto const hr = viewer({Relation::board_colleague, Relation::hr});
  EXPECT_NE(view_of(facts, hr, tr).work_now[0].end_path, "");
  EXPECT_EQ(view_of(facts, hr, tr).earlier[0].end_path, "") << "what has ended stays as it was";
  EXPECT_EQ(view_of(facts, hr, tr).invite_label, "Uitnodigen");
  facts.account = access::Account{facts.person.id, facts.person.email, ""};
  EXPECT_EQ(view_of(facts, hr, tr).invite_label, "Opnieuw uitnodigen");
  facts.account->password_hash = "hash";
  EXPECT_EQ(view_of(facts, hr, tr).invite_path, "");
  facts.person.invited_at.reset();
  EXPECT_EQ(view_of(facts, hr, tr).account, "Nog niet uitgenodigd") << "what another board did is not told of";
  EXPECT_EQ(view_of(facts, hr, tr).invite_label, "Uitnodigen");
}

UnitFacts school(BoardId const& board) {
  return {.unit = {.board = board, .id = tichel, .kind = UnitKind::school, .name = "De Tichel"},
          .above = {{board, UnitId(board.text()), UnitKind::board, "Het bestuur", ""}},
          .people = {{tichel, PersonId::make(), "Wim", "", "Kuipers", "directeur", true},
                     {tichel, PersonId::make(), "Femke", "", "Oosting", "leraar", false}}};
}

TEST(UnitPage, puts_who_leads_first_and_gives_a_colleague_nothing_to_change) {
  auto const view = view_of(school(east), viewer({Relation::board_colleague}), tr);
  ASSERT_EQ(view.groups.size(), 2U);
  EXPECT_EQ(view.groups[0].people[0].who, "Wim Kuipers");
  EXPECT_EQ(view.groups[0].people[0].letters, "WK");
  EXPECT_NE(view.groups[1].people[0].person_path, "");
  EXPECT_EQ(view.change_path, "");
  EXPECT_EQ(view.end_path, "");
}

TEST(UnitPage, lets_hr_add_change_and_end_until_it_has_ended) {
  auto facts = school(east);
  auto const hr = viewer({Relation::board_colleague, Relation::hr});
  EXPECT_NE(view_of(facts, hr, tr).add_person_path, "");
  EXPECT_NE(view_of(facts, hr, tr).end_path, "");
  facts.unit.ended_on = day("2004-01-01");
  EXPECT_EQ(view_of(facts, hr, tr).add_person_path, "");
  EXPECT_EQ(view_of(facts, hr, tr).end_path, "");
  EXPECT_NE(view_of(facts, hr, tr).ended, "");
}

TEST(UnitPage, of_another_board_shows_its_people_without_links) {
  auto const view = view_of(school(west), viewer({Relation::network_peer}), tr);
  EXPECT_EQ(view.kicker, "School · Het bestuur");
  EXPECT_EQ(view.groups[0].people[0].person_path, "");
}

TEST(UnitPage, links_members_of_other_boards_for_those_who_work_in_the_network_only) {
  UnitFacts facts{.unit = {.board = east, .id = UnitId::make(), .kind = UnitKind::network, .name = "Kleine scholen"}};
  facts.members = {{east, UnitId::make(), UnitKind::school, "De Tichel", ""},
                   {west, UnitId::make(), UnitKind::school, "De Meent", ""}};
  auto const members = [&](Relations relations) { return view_of(facts, viewer(relations), tr).main.at(0).places; };
  EXPECT_NE(members({Relation::board_colleague})[0].place_path, "");
  EXPECT_EQ(members({Relation::board_colleague})[1].place_path, "");
  EXPECT_EQ(members({Relation::board_colleague})[1].leave_path, "");
  EXPECT_NE(members({Relation::hr})[1].leave_path, "");
  facts.in_sight = {facts.unit.id};
  EXPECT_NE(members({Relation::board_colleague})[1].place_path, "");
}

TEST(UnitPage, of_a_large_board_shows_a_hundred_schools_and_the_way_to_the_rest) {
  UnitFacts facts{.unit = {.board = east, .id = UnitId(east.text()), .kind = UnitKind::board, .name = "Het bestuur"}};
  for (int i = 0; i < 101; ++i) facts.schools.push_back({east, UnitId::make(), UnitKind::school, "School", ""});
  auto const section = view_of(facts, viewer({Relation::board_colleague}), tr).main.at(0);
  EXPECT_EQ(section.places.size(), 100U);
  EXPECT_EQ(section.more_path, path_of(facts.unit.id) + "?na=" + facts.schools[99].id.text());
}

}  // namespace
}  // namespace lenig::organisation::pages
