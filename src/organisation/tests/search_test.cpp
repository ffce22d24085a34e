#include "organisation/search.hpp"
#include "platform/base/collected.hpp"

#include <algorithm>

#include "organisation/tests/two_boards.hpp"

namespace lenig::organisation {
namespace {

bool has(std::vector<std::string> const& terms, std::string const& term) {
  return std::find(terms.begin(), terms.end(), term) != terms.end();
}

TEST(SearchTerms, are_without_accents) {
  auto const terms = search_terms("Zoë", "", "Daniëls");
  EXPECT_TRUE(has(terms, "zoe"));
  EXPECT_TRUE(has(terms, "daniels"));
}

TEST(SearchTerms, know_ij_as_y_and_the_ligature) {
  for (auto const* name : {"Dijkstra", "Dykstra", "D\u0133kstra"}) {
    auto const terms = search_terms("Jan", "", name);
    EXPECT_TRUE(has(terms, "dijkstra")) << name;
    EXPECT_TRUE(has(terms, "dykstra")) << name;
  }
}

TEST(SearchTerms, hold_the_family_name_with_and_without_its_prefix) {
  auto const terms = search_terms("Anna", "van der", "Berg");
  for (auto const* term : {"anna", "van", "der", "berg", "vanderberg"}) EXPECT_TRUE(has(terms, term)) << term;
}

TEST(SearchTerms, hold_initials) {
  EXPECT_TRUE(has(search_terms("J.P.", "", "Kuipers"), "jp"));
  EXPECT_TRUE(has(search_terms("Jan Pieter", "", "Kuipers"), "jp"));
}

TEST(SearchTerms, of_a_unit_are_its_name_and_town) {
  auto const terms = search_terms("De Tichel", "Nieuw Scheemda");
  for (auto const* term : {"de", "tichel", "detichel", "nieuw", "scheemda"}) EXPECT_TRUE(has(terms, term)) << term;
}

class Finding : public TwoBoards {
 protected:
  std::vector<std::string> found(std::string const& text, int most = 10) {
    auto const all = database->read(db::every_board, [&](db::Reading& reading) {
      return find(reading, east, text, Among::everybody, most, today);
    });
    return base::collected(all, &Found::name);
  }
};

using Names = std::vector<std::string>;

TEST_F(Finding, takes_a_few_letters_of_any_word) {
  person(east, "Albert", "", "Tichelaar");
  EXPECT_EQ(found("tich"), (Names{"De Tichel", "Albert Tichelaar"}));
  EXPECT_EQ(found("alb tich"), (Names{"Albert Tichelaar"}));
  EXPECT_EQ(found("TICHÉLA"), (Names{"Albert Tichelaar"}));
  EXPECT_EQ(found("tichelaars"), Names{});
}

TEST_F(Finding, follows_a_change_of_name) {
  auto const bouke = person(east, "Bouke", "", "Tuinman");
  PersonDraft const married{"Bouke", "van der", "Meer", "bouke@school.example"};
  ASSERT_TRUE(write([&](db::Transaction& tx) { return change_person(tx, office_of(east), bouke, married); }));
  EXPECT_EQ(found("tuinman"), Names{});
  EXPECT_EQ(found("vanderm"), (Names{"Bouke van der Meer"}));
}

TEST_F(Finding, stays_within_the_board) {
  person(west, "Albert", "", "Tichelaar");
  EXPECT_EQ(found("tichelaar"), Names{});
  EXPECT_EQ(found("meent"), Names{});
}

TEST_F(Finding, says_what_it_found) {
  worker(east, tichel, "leraar");
  auto const all = database->read(
      db::every_board, [&](db::Reading& reading) { return find(reading, east, "femke", Among::everybody, 10, today); });
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].kind, FoundKind::person);
  EXPECT_EQ(all[0].about, "leraar · De Tichel");
  auto const schools = database->read(
      db::every_board, [&](db::Reading& reading) { return find(reading, east, "linde", Among::everybody, 10, today); });
  ASSERT_EQ(schools.size(), 1U);
  EXPECT_EQ(schools[0].unit_kind, UnitKind::school);
}

TEST_F(Finding, gives_no_more_than_asked_and_nothing_for_nothing) {
  EXPECT_EQ(found("winschoten", 1).size(), 1U);
  EXPECT_EQ(found("winschoten").size(), 3U);
  EXPECT_EQ(found(""), Names{});
  EXPECT_EQ(found(" -- '"), Names{});
  EXPECT_EQ(found("\u044f\u043f"), Names{}) << "letters that nobody's name has";
}

TEST_F(Finding, shows_colleagues_only_who_works_here_now) {
  auto const femke = person(east, "Femke", "", "Vertrokken");
  auto const past = appointment(east, femke, tichel, "leraar");
  ASSERT_TRUE(
      write([&](db::Transaction& tx) { return end_appointment(tx, office_of(east), past, {today.plus_days(-1)}); }));
  auto const among = [&](Among who) {
    return database->read(db::every_board, [&](db::Reading& reading) {
      return find(reading, east, "vertrokken", who, 10, today).size();
    });
  };
  EXPECT_EQ(among(Among::staff), 0U);
  EXPECT_EQ(among(Among::everybody), 1U);
}

}  // namespace
}  // namespace lenig::organisation
