// Where people stand, told time after time, and what somebody who kept every number could find out.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <numeric>
#include <random>

#include "engine/measure/measure.h"
#include "engine/measure/tests/attacker.hpp"

namespace lenig::measure::tests {
namespace {

constexpr int least = 5;

/// People from the first number up to the last.
People from(std::uint32_t first, std::uint32_t last) {
  People people(last - first + 1);
  std::iota(people.begin(), people.end(), first);
  return people;
}

Standing standing(std::vector<People> parts) {
  Standing made{.parts = std::move(parts), .whole = {}};
  for (auto const& part : made.parts) made.whole.insert(made.whole.end(), part.begin(), part.end());
  return made;
}

/// A cohort of which all waves are shown one after another.
struct Cohort {
  bool tells(std::vector<People> parts) {
    auto wave = next_wave(out, shown, standing(std::move(parts)), least);
    if (!wave) return false;
    shown = wave;
    out.push_back(*std::move(wave));
    return true;
  }

  std::vector<Wave> out;
  std::optional<Wave> shown;
};

TEST(Waves, tell_what_is_large_enough_and_the_whole_when_that_tells_no_small_part) {
  Cohort cohort;
  ASSERT_TRUE(cohort.tells({from(1, 12), from(13, 19), {}}));
  EXPECT_EQ(cohort.shown->parts_told, (std::vector<bool>{true, true, false}));
  EXPECT_TRUE(cohort.shown->whole_told);
  EXPECT_FALSE(cohort.shown->withholds());

  Cohort with_few;
  ASSERT_TRUE(with_few.tells({from(1, 12), from(13, 19), from(20, 21)}));
  EXPECT_EQ(with_few.shown->parts_told, (std::vector<bool>{true, true, false}));
  EXPECT_FALSE(with_few.shown->whole_told) << "less the rest it would tell the two";
  EXPECT_TRUE(with_few.shown->withholds());
}

TEST(Waves, tell_how_many_there_are_of_small_parts_together) {
  Cohort cohort;
  ASSERT_TRUE(cohort.tells({from(1, 3), from(4, 7)}));
  EXPECT_EQ(cohort.shown->parts_told, (std::vector<bool>{false, false}));
  EXPECT_TRUE(cohort.shown->whole_told);
}

TEST(Waves, say_nothing_of_four) {
  Cohort cohort;
  EXPECT_FALSE(cohort.tells({from(1, 4)}));
  EXPECT_FALSE(cohort.tells({{}}));
}

TEST(Waves, leave_standing_what_is_shown_until_five_have_moved) {
  Cohort cohort;
  ASSERT_TRUE(cohort.tells({from(1, 20), {}}));
  for (std::uint32_t moved = 1; moved < 5; ++moved)
    EXPECT_FALSE(cohort.tells({from(moved + 1, 20), from(1, moved)})) << moved << " moved";
  EXPECT_TRUE(cohort.tells({from(6, 20), from(1, 5)}));
  EXPECT_TRUE(cohort.shown->whole_told);
}

TEST(Waves, leave_standing_what_is_shown_when_one_joins_or_leaves) {
  Cohort cohort;
  ASSERT_TRUE(cohort.tells({from(1, 12)}));
  EXPECT_FALSE(cohort.tells({from(1, 13)}));
  EXPECT_FALSE(cohort.tells({from(2, 12)}));
  EXPECT_TRUE(cohort.tells({from(1, 17)}));
}

TEST(Waves, remember_every_wave_and_not_the_last_alone) {
  Cohort cohort;
  ASSERT_TRUE(cohort.tells({from(1, 20)}));
  ASSERT_TRUE(cohort.tells({from(1, 25)}));
  EXPECT_FALSE(cohort.tells({from(1, 19)})) << "six fewer than were told last, and one fewer than before that";
}

TEST(Waves, come_with_a_new_number_and_never_with_a_new_day_alone) {
  Cohort cohort;
  ASSERT_TRUE(cohort.tells({from(1, 12), {}, {}}));
  cohort.shown->whole_told = cohort.out.back().whole_told = false;
  EXPECT_FALSE(cohort.tells({from(1, 12), from(13, 14), {}}));
}

TEST(Waves, of_one_cohort_are_not_subtracted_from_those_of_another) {
  Cohort first;
  ASSERT_TRUE(first.tells({from(1, 12)}));
  auto const second = next_wave(first.out, std::nullopt, standing({from(13, 20)}), least);
  ASSERT_TRUE(second);
  first.out.push_back(*second);
  EXPECT_FALSE(next_wave(first.out, second, standing({from(12, 20)}), least)) << "one came over from the first";
  EXPECT_TRUE(next_wave(first.out, second, standing({from(8, 20)}), least)) << "five did";
}

TEST(Waves, tell_that_nobody_is_left) {
  Cohort cohort;
  ASSERT_TRUE(cohort.tells({from(1, 12)}));
  ASSERT_TRUE(cohort.tells({{}}));
  EXPECT_TRUE(cohort.shown->whole_told);
  EXPECT_TRUE(cohort.shown->standing.whole.empty());
}

TEST(ToldShare, is_never_so_near_to_an_end_that_all_were_the_same) {
  using Reach = ToldShare::Reach;
  EXPECT_EQ(told_share(61, 100, least), (ToldShare{60, Reach::near}));
  EXPECT_EQ(told_share(100, 100, least), (ToldShare{95, Reach::or_more}));
  EXPECT_EQ(told_share(96, 100, least), (ToldShare{95, Reach::or_more}));
  EXPECT_EQ(told_share(0, 40, least), (ToldShare{15, Reach::or_less}));
  EXPECT_EQ(told_share(10, 10, least), std::nullopt);
  EXPECT_EQ(told_share(0, 0, least), std::nullopt);
}

/// Two cohorts of a programme over some years: people come, move on, pause, leave and change cohorts; after each step
/// whatever changed is asked for.
class Programme {
 public:
  explicit Programme(unsigned seed) : random_(seed), shown_(2) {}

  History lived() {
    for (int step = 0, steps = 20 + below(60); step < steps; ++step) {
      live();
      ask();
    }
    history_.people = people_.size();
    return std::move(history_);
  }

  std::size_t waves() const { return out_.size(); }

 private:
  static constexpr std::size_t parts = 5;
  struct Person {
    std::size_t cohort = 0;
    std::size_t part = 0;
  };

  int below(int end) { return std::uniform_int_distribution(0, end - 1)(random_); }

  /// One person at a time mostly; now and then a whole group.
  void live() {
    int const what = below(10);
    if (people_.empty() || what == 0) {
      for (int joined = 0, all = below(2) == 0 ? 1 + below(3) : 5 + below(15); joined < all; ++joined)
        people_.push_back({.cohort = static_cast<std::size_t>(below(2)), .part = 0});
      return;
    }
    for (int moved = 0, all = below(3) == 0 ? 1 + below(8) : 1; moved < all; ++moved) {
      auto& person = people_[static_cast<std::size_t>(below(static_cast<int>(people_.size())))];
      if (what == 1) person.cohort = 1 - person.cohort;
      person.part = what == 2 ? static_cast<std::size_t>(below(parts)) : std::min(person.part + 1, parts - 1);
    }
  }

  void ask() {
    for (std::size_t cohort = 0; cohort < 2; ++cohort) {
      Standing now{.parts = std::vector<People>(parts), .whole = {}};
      for (std::uint32_t person = 0; person < people_.size(); ++person) {
        if (people_[person].cohort != cohort) continue;
        now.parts[people_[person].part].push_back(person);
        if (people_[person].part + 1 < parts) now.whole.push_back(person);
      }
      auto wave = next_wave(out_, shown_[cohort], std::move(now), least);
      if (!wave) continue;
      tell(*wave);
      shown_[cohort] = wave;
      out_.push_back(*std::move(wave));
    }
  }

  void tell(Wave const& wave) {
    auto const add = [&](People const& people, bool told) {
      if (people.empty()) return;
      auto const count = static_cast<double>(people.size());
      history_.told.push_back({.question = {.points = people, .round = 0, .sums = {}},
                               .people = count,
                               .answer = {.people = told ? std::optional(count) : std::nullopt,
                                          .mean = {},
                                          .withheld = told ? std::nullopt : std::optional(Withheld::few_people)}});
    };
    for (std::size_t part = 0; part < parts; ++part) add(wave.standing.parts[part], wave.parts_told[part]);
    add(wave.standing.whole, wave.whole_told);
  }

  std::mt19937 random_;
  std::vector<Person> people_;
  std::vector<std::optional<Wave>> shown_;
  std::vector<Wave> out_;
  History history_{.telling = telling_of_shares(least), .people = 0, .told = {}};
};

TEST(Waves, give_an_attacker_who_kept_every_number_nobody) {
  unsigned const histories = std::getenv("LENIG_LONG") != nullptr ? 2'000 : 30;
  std::size_t waves = 0;
  for (unsigned seed = 1; seed <= histories; ++seed) {
    Programme programme(seed);
    auto const history = programme.lived();
    if (programme.waves() == 0) continue;
    waves += programme.waves();
    auto const found = Attacker(history).finds();
    ASSERT_TRUE(found.empty()) << "history " << seed << ": " << found.front();
  }
  std::cout << waves << " waves in " << histories << " histories\n";
  EXPECT_GT(waves, 3 * histories) << "nothing is safe when nothing is told";
}

}  // namespace
}  // namespace lenig::measure::tests
