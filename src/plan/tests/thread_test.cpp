// The golden thread: what serves what, what is counted, and what is never told of a few.
#include "plan/thread.hpp"

#include <gtest/gtest.h>

#include <random>
#include <set>

#include "plan/indicator.hpp"
#include "tests/support/plans.hpp"

namespace lenig::plan {

namespace {

using tests::Case;
using tests::give_plans;

base::Date day(char const* text) { return base::Date::parse(text).value(); }

std::string numbered(int number) { return fmt::format("01900000-0000-7000-8000-{:012d}", number); }

ThreadPiece unit_goal(int number) {
  return {.id = numbered(number), .unit = UnitId(numbered(900 + number)), .words = {}, .due = {}};
}

Serving serves(int goal, int wider) { return {numbered(wider), ServedBy::unit, numbered(goal)}; }

/// Personal goals, as they stand under a goal.
Serving served(int wider, std::vector<std::pair<int, int>> const& goals_and_people) {
  Serving one{.wider = numbered(wider), .owner = ServedBy::people, .goals = {}};
  for (auto const& [goal, person] : goals_and_people) one.goals += fmt::format("{:012d}{:012d}", goal, person);
  return one;
}

std::string path(Case& in, char const* words) {
  return "/plannen/doel/" + in.value("select id from plan_goal where words = '" + std::string(words) + "'");
}

}  // namespace

TEST(Thread, counts_a_goal_once_however_many_ways_lead_up_to_it) {
  // 1 is served by 2 and 3; both are served by 4.
  auto const thread = tie({unit_goal(1), unit_goal(2), unit_goal(3), unit_goal(4)},
                          {serves(2, 1), serves(3, 1), serves(4, 2), serves(4, 3), served(4, {{51, 71}, {52, 72}}),
                           served(2, {{51, 71}, {53, 71}})},
                          {}, {{}, day("2004-04-15")});
  auto const& top = thread.knots[*thread.find(numbered(1))];
  EXPECT_EQ(top.personal, 3);
  EXPECT_EQ(top.people, 2);
  EXPECT_EQ(top.units, 3);
  EXPECT_EQ(thread.roots.size(), 1U);
}

TEST(Thread, counts_as_a_walk_over_everything_does) {
  std::mt19937 random(3);
  auto const number = [&](int below) { return std::uniform_int_distribution<int>(0, below - 1)(random); };
  for (int round = 0; round < 200; ++round) {
    int const goals = 2 + number(8);
    std::vector<ThreadPiece> all;
    std::vector<Serving> serving;
    std::map<int, std::set<int>> below;
    std::map<int, std::set<std::pair<int, int>>> direct;
    for (int i = 0; i < goals; ++i) {
      all.push_back(unit_goal(i));
      for (int j = 0; j < i; ++j) {
        if (number(3) != 0) continue;
        serving.push_back(serves(i, j));
        below[j].insert(i);
      }
      for (int k = number(6); k > 0; --k) direct[i].insert({number(20), 50 + number(8)});
      serving.push_back(served(i, {direct[i].begin(), direct[i].end()}));
    }
    auto const thread = tie(all, serving, {}, {{}, day("2004-04-15")});
    for (int i = 0; i < goals; ++i) {
      std::set<int> reached{i};
      for (std::vector<int> open{i}; !open.empty();) {
        int const at = open.back();
        open.pop_back();
        for (int const next : below[at]) {
          if (reached.insert(next).second) open.push_back(next);
        }
      }
      std::set<int> of_goals;
      std::set<int> of_people;
      for (int const at : reached) {
        for (auto const& [goal, person] : direct[at]) {
          of_goals.insert(goal);
          of_people.insert(person);
        }
      }
      auto const& knot = thread.knots[*thread.find(numbered(i))];
      EXPECT_EQ(knot.personal, static_cast<long long>(of_goals.size()));
      EXPECT_EQ(knot.people, static_cast<long long>(of_people.size()));
    }
  }
}

TEST(Thread, counts_neither_what_the_viewer_has_nor_groups_as_people) {
  std::vector<Serving> const serving{served(1, {{51, 71}, {52, 72}, {53, 0}, {54, 0}})};
  auto const thread = tie({unit_goal(1)}, serving, {}, {PersonId(numbered(72)), day("2004-04-15")});
  EXPECT_EQ(thread.knots.front().people, 1);
  EXPECT_EQ(thread.knots.front().personal, 3) << "of one other person and of two groups";
}

TEST(Thread, tells_nothing_of_fewer_than_five_people_and_otherwise_in_fives) {
  i18n::Words const tr(i18n::Language::nl);
  EXPECT_EQ(told({.personal = 30, .people = 4}, tr), "");
  EXPECT_EQ(told({.personal = 9, .people = 5}, tr), "5 of meer eigen doelen");
  EXPECT_EQ(told({.personal = 10, .people = 5}, tr), "10 of meer eigen doelen");
}

TEST(Thread, of_the_case_goes_from_the_board_s_theme_to_the_goals_of_its_schools) {
  Case in;
  auto const board = in.value("select board_id from organisation_unit where name = 'Houwingaham'");
  auto const page = in.as("teacher").get("/plannen/koers/" + board);
  EXPECT_EQ(page.status, 200);
  EXPECT_TRUE(page.says("Leren van en met elkaar"));
  EXPECT_TRUE(page.says("Elke popgroep komt dit jaar zes keer bij elkaar"));
  EXPECT_TRUE(page.says("Hier draagt nog niets aan bij"));
  EXPECT_FALSE(page.says("Na elk rapport spreek ik")) << "a personal goal is nobody else's";
  EXPECT_EQ(in.as("stranger").get("/plannen/koers/" + board).status, 404);
}

TEST(Thread, of_a_school_leaves_out_the_goals_of_others) {
  Case in;
  auto const page = in.as("teacher").get("/plannen/koers/" + in.unit("Houwingaham"));
  EXPECT_TRUE(page.says("Elke popgroep komt dit jaar zes keer bij elkaar"));
  EXPECT_TRUE(page.says("Op elke school bespreken")) << "what it serves";
  EXPECT_FALSE(page.says("Intervisie staat vast in ons vergaderrooster"));
}

TEST(Thread, counts_a_personal_goal_as_long_as_it_serves) {
  Case in;
  auto const person = in.person("Smid");
  auto const things = give_plans(in, "Houwingaham", person);
  auto const mark = things.own_goal.substr(24) + person.substr(24);
  auto const under = [&](std::string const& wider) {
    return in.value("select coalesce(max(goals), 'none') from plan_served where wider_id = '" + wider + "'");
  };
  auto const does = [&](auto const& act) {
    base::Actor const actor{.person = base::PersonId(person),
                            .board = base::BoardId(things.board),
                            .request = "test",
                            .today = day("2004-04-15")};
    auto const done = in.database().write(db::every_board,
                                          [&](db::Transaction& tx) { return act(tx, actor, GoalId(things.own_goal)); });
    EXPECT_TRUE(done.has_value());
  };
  auto& keys = in.application().vault();
  auto const hang = [&](WiderKind kind, std::string const& wider) {
    does([&](auto& tx, auto const& actor, auto const& goal) { return serve(tx, keys, actor, goal, {{kind, wider}}); });
  };

  hang(WiderKind::goal, things.goal);
  EXPECT_EQ(under(things.goal), mark);
  does([&](auto& tx, auto const& actor, auto const& goal) {
    return close_goal(tx, keys, actor, goal, GoalState::dropped);
  });
  EXPECT_EQ(under(things.goal), "");
  does([&](auto& tx, auto const& actor, auto const& goal) { return reopen_goal(tx, keys, actor, goal); });
  EXPECT_EQ(under(things.goal), mark);
  hang(WiderKind::theme, things.theme);
  EXPECT_EQ(under(things.goal), "");
  EXPECT_EQ(under(things.theme), mark);
}

TEST(Goal, that_would_serve_itself_by_a_way_round_is_refused_and_nothing_is_lost) {
  Case in;
  auto const narrow = path(in, "Elke popgroep komt dit jaar zes keer bij elkaar");
  auto const wide = path(in, "Op elke school bespreken collega''s hun werk in popgroepen");
  auto member = in.as("board_member");
  member.get(wide + "/hoort-bij");
  auto const before = in.value("select cast(count(*) as text) from plan_service");
  auto const refused = member.post(wide + "/hoort-bij", {{"wider", "goal." + narrow.substr(narrow.rfind('/') + 1)}});
  EXPECT_EQ(refused.status, 422);
  EXPECT_TRUE(refused.says("Zo ontstaat een kring"));
  EXPECT_EQ(in.value("select cast(count(*) as text) from plan_service"), before);
}

TEST(Goal, of_a_unit_is_taken_up_as_one_s_own_in_one_act) {
  Case in;
  auto const wide = path(in, "Op elke school bespreken collega''s hun werk in popgroepen");
  auto teacher = in.as("teacher");
  teacher.get(wide + "/eigen-doel");
  auto const done = teacher.post(wide + "/eigen-doel", {{"of", "mine"}, {"words", "Ik breng een voorval in"}});
  EXPECT_EQ(done.status, 303);
  EXPECT_TRUE(teacher.get("/plannen").says("Ik breng een voorval in"));
  EXPECT_TRUE(teacher.get("/plannen").says("Leren van en met elkaar"));
  auto const other = teacher.post(wide + "/eigen-doel", {{"of", in.unit("Houwingaham")}, {"words", "Voor ons allen"}});
  EXPECT_EQ(other.status, 422) << "who does not lead sets no goal for the school";
}

TEST(Goal, with_a_day_that_has_passed_is_refused_with_everything_typed) {
  Case in;
  auto teacher = in.as("teacher");
  teacher.get("/plannen/eigen-doelen/nieuw");
  auto const refused = teacher.post("/plannen/eigen-doelen",
                                    {{"words", "Rustiger beginnen"}, {"for_whom", "groep 5"}, {"due", "2004-01-01"}});
  EXPECT_EQ(refused.status, 422);
  EXPECT_TRUE(refused.says("Rustiger beginnen"));
  EXPECT_TRUE(refused.says("groep 5"));
  EXPECT_TRUE(refused.says("Deze dag is al geweest"));
}

TEST(Indicator, refuses_a_target_before_its_baseline_and_a_reading_in_the_future) {
  Case in;
  auto const things = give_plans(in, "Houwingaham", in.person("Smid"));
  auto teacher = in.as("teacher");
  auto const path = "/plannen/piketpaaltje/" + things.indicator;
  teacher.get(path + "/wijzigen");
  auto const earlier = teacher.post(path + "/wijzigen", {{"name", "Rust"},
                                                         {"measure", "%"},
                                                         {"baseline", "40"},
                                                         {"baseline_on", "2004-04-15"},
                                                         {"target", "80"},
                                                         {"target_on", "2004-04-01"},
                                                         {"ask_days", "90"}});
  EXPECT_EQ(earlier.status, 422);
  EXPECT_TRUE(earlier.says("ligt niet na die van de beginstand"));
  teacher.get(path + "/metingen/nieuw");
  auto const future = teacher.post(
      path + "/metingen", {{"value", "55,5"}, {"on_day", "2004-05-01"}, {"source", "count"}, {"evidence", "Geteld"}});
  EXPECT_EQ(future.status, 422);
  EXPECT_TRUE(future.says("Deze dag moet nog komen"));
  EXPECT_TRUE(future.says("Geteld"));
  teacher.get(path + "/metingen/nieuw");
  EXPECT_EQ(teacher.post(path + "/metingen", {{"value", "55,5"}, {"on_day", "2004-04-15"}, {"source", "count"}}).status,
            303);
  EXPECT_TRUE(teacher.get(path).says("55,5"));
}

TEST(Indicator, stands_beside_its_line_and_asks_for_a_reading_when_the_last_is_old) {
  Indicator const one{
      .baseline = 10, .baseline_on = day("2004-01-01"), .target = 110, .target_on = day("2004-04-10"), .ask_days = 30};
  auto const reading = [](double value, char const* on) { return Reading{.value = value, .on_day = day(on)}; };
  EXPECT_DOUBLE_EQ(expected_on(one, day("2004-01-01")), 10);
  EXPECT_DOUBLE_EQ(expected_on(one, day("2004-02-20")), 60);
  EXPECT_DOUBLE_EQ(expected_on(one, day("2005-01-01")), 110);
  EXPECT_EQ(progress_of(one, {}), Progress::no_reading);
  EXPECT_EQ(progress_of(one, {reading(60, "2004-02-20")}), Progress::on_the_line);
  EXPECT_EQ(progress_of(one, {reading(49, "2004-02-20")}), Progress::behind);
  EXPECT_EQ(progress_of(one, {reading(71, "2004-02-20")}), Progress::ahead);
  EXPECT_EQ(progress_of(one, {reading(110, "2004-02-20")}), Progress::reached);
  EXPECT_TRUE(is_stale(one, {reading(60, "2004-02-20")}, day("2004-03-22")));
  EXPECT_FALSE(is_stale(one, {reading(60, "2004-02-20")}, day("2004-03-21")));
  Indicator falling = one;
  falling.baseline = 110;
  falling.target = 10;
  EXPECT_EQ(progress_of(falling, {reading(49, "2004-02-20")}), Progress::ahead);
}

}  // namespace lenig::plan
