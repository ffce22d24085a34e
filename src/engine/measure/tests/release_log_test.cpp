#include "engine/measure/release_log.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace lenig::measure {
namespace {

/// A board whose people are points; their answers are told on a scale from 1 to 5.
struct Board {
  /// So many people, all with the same answer.
  std::vector<Point> people(int count, double answer) {
    std::vector<Point> points;
    for (int person = 0; person < count; ++person) {
      points.push_back(log.add_point(1));
      answers.push_back(answer);
    }
    return points;
  }
  Answer ask(std::vector<std::vector<Point>> const& groups, std::uint32_t round = 0) {
    Question question{.points = {}, .round = round, .sums = {}};
    for (auto const& group : groups) {
      for (auto const point : group) {
        question.points.push_back(point);
        question.sums.push_back(answers[point]);
      }
    }
    return log.ask(question);
  }

  ReleaseLog log{telling_of_means(1, 5, 5)};
  std::vector<double> answers;
};

TEST(ReleaseLog, tells_of_five_and_not_of_four) {
  Board board;
  EXPECT_EQ(board.ask({board.people(5, 3)}).people, 5);
  EXPECT_FALSE(board.ask({board.people(4, 3)}).people);
}

TEST(ReleaseLog, never_asks_for_less_than_five_or_ten) {
  EXPECT_EQ(least_people(Matter::answers, 3), 5);
  EXPECT_EQ(least_people(Matter::answers, 8), 8);
  EXPECT_EQ(least_people(Matter::open_answers, 8), 10);
}

TEST(ReleaseLog, withholds_one_more_where_a_total_would_tell_a_small_school) {
  Board board;
  auto const large = board.people(20, 3);
  auto const middle = board.people(12, 3);
  auto const small = board.people(3, 3);
  EXPECT_TRUE(board.ask({large, middle, small}).people);
  EXPECT_TRUE(board.ask({large}).people);
  auto const withheld = board.ask({middle});
  EXPECT_FALSE(withheld.people);
  EXPECT_EQ(withheld.withheld, Withheld::few_people);
  EXPECT_EQ(board.ask({middle}).people, withheld.people);  // asked again: the same
}

TEST(ReleaseLog, withholds_the_total_where_its_parts_went_first) {
  Board board;
  auto const large = board.people(20, 3);
  auto const small = board.people(3, 3);
  EXPECT_TRUE(board.ask({large}).people);
  EXPECT_FALSE(board.ask({large, small}).people);
}

TEST(ReleaseLog, answers_crossed_filters_that_leave_a_small_group_open) {
  Board board;
  auto const teachers_here = board.people(10, 3);
  auto const others_here = board.people(2, 4);
  auto const teachers_there = board.people(40, 3);
  auto const others_there = board.people(28, 2);
  EXPECT_TRUE(board.ask({teachers_here, others_here, teachers_there, others_there}).people);
  EXPECT_TRUE(board.ask({teachers_here, others_here}).people);
  EXPECT_TRUE(board.ask({teachers_here, teachers_there}).people);
  EXPECT_FALSE(board.ask({teachers_here}).people);  // the two others would be left
}

TEST(ReleaseLog, knows_what_earlier_rounds_told) {
  Board board;
  auto const stay = board.people(7, 3);
  auto const leaves = board.people(1, 5);
  EXPECT_TRUE(board.ask({stay, leaves}, 1).people);
  auto const later = board.ask({stay}, 2);
  EXPECT_FALSE(later.people);  // that one left
  EXPECT_TRUE(later.mean);     // what seven say now
  EXPECT_EQ(later.withheld, Withheld::few_people);
}

TEST(ReleaseLog, withholds_everything_of_the_same_answers_after_one_colleague_moved) {
  Board board;
  auto const stay = board.people(7, 3);
  auto const moves = board.people(1, 5);
  EXPECT_TRUE(board.ask({stay, moves}).people);
  auto const later = board.ask({stay});
  EXPECT_FALSE(later.people);
  EXPECT_FALSE(later.mean);
}

TEST(ReleaseLog, tells_the_same_of_a_group_of_one_mind_and_of_one_that_is_not) {
  for (int const size : {5, 9, 12, 30, 100}) {
    auto const telling = telling_of_means(1, 5, 5);
    auto const unanimous = told(5, size, telling);
    auto const nearly = told(5 - 5.0 / size, size, telling);
    ASSERT_TRUE(unanimous && nearly);
    EXPECT_EQ(unanimous->mean, nearly->mean) << size;
    EXPECT_EQ(unanimous->tells.high, 5);
    EXPECT_LE(unanimous->tells.low, 5 - 5.0 / size);
  }
}

TEST(ReleaseLog, tells_no_share_of_which_a_side_is_smaller_than_k) {
  auto const telling = telling_of_shares(5);
  EXPECT_FALSE(told(0, 9, telling));  // neither five who did nor five who did not
  EXPECT_EQ(told(0, 20, telling)->mean, told(0.2, 20, telling)->mean);
  EXPECT_NEAR(told(0.52, 200, telling)->mean, 0.5, 1e-12);
}

TEST(ReleaseLog, withholds_a_mean_that_with_another_tells_who_is_of_one_mind) {
  Board board;
  auto const mixed = board.people(6, 3);
  auto const alike = board.people(6, 5);
  EXPECT_TRUE(board.ask({mixed, alike}).mean);
  EXPECT_FALSE(board.ask({mixed}).mean);
}

TEST(Possible, finds_how_far_a_number_can_go) {
  Possible worlds;  // two rows and two columns of a table, their sums known
  std::vector<std::size_t> cells;
  for (double const value : {10.0, 2.0, 40.0, 28.0}) cells.push_back(worlds.add(value, {0, 1e9}));
  worlds.add_sum({cells[0], cells[1]}, {12, 12});
  worlds.add_sum({cells[2], cells[3]}, {68, 68});
  worlds.add_sum({cells[0], cells[2]}, {50, 50});
  worlds.add_sum({cells[1], cells[3]}, {30, 30});
  EXPECT_TRUE(worlds.can_differ({cells[1]}, 12));
  EXPECT_FALSE(worlds.can_differ({cells[1]}, 12.01));
  EXPECT_FALSE(worlds.can_differ({cells[0], cells[1]}, 0.01));
  EXPECT_TRUE(worlds.can_reach(cells[0], 0, 1000));
  EXPECT_FALSE(worlds.can_reach(cells[0], 12.5, 1000));
}

}  // namespace
}  // namespace lenig::measure
