// How long it takes to plan who goes when, and how near that comes to what is possible at all.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>

#include "engine/schedule/tests/invented.hpp"

using namespace lenig::schedule;

namespace {

constexpr int rounds = 9;

struct Took {
  double seconds = 0;
  double work = 0;  // seconds of a processor
};

template <class Plan>
Took timed(Plan const& plan) {
  auto const begin = std::chrono::steady_clock::now();
  auto const work = std::clock();
  plan();
  return {std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count(),
          static_cast<double>(std::clock() - work) / CLOCKS_PER_SEC};
}

/// Of so many invented cases: the median and the longest time, the widest gap, and how many ended by proof.
template <class PlanOf>
void tell(char const* what, PlanOf const& plan_of) {
  std::vector<double> seconds;
  double work = 0;
  double gap = 0;
  int proven = 0;
  for (unsigned seed = 1; seed <= rounds; ++seed) {
    auto const took = timed([&] {
      auto const plan = plan_of(seed);
      gap = std::max(gap, plan.gap());
      proven += plan.stopped == Stopped::proof ? 1 : 0;
    });
    seconds.push_back(took.seconds);
    work = std::max(work, took.work);
  }
  std::ranges::sort(seconds);
  std::printf("%-52s median %.2f s, longest %.2f s (%.2f s of a processor); widest gap %.2f %%; %d of %d proven best\n",
              what, seconds[rounds / 2], seconds.back(), work, 100 * gap, proven, rounds);
  std::fflush(stdout);
}

void tell_faults() {
  auto const roll_out = invented_roll_out({.units = 100, .cohorts = 6});
  CohortOf plan;
  for (auto const& unit : roll_out.units) plan[unit.id] = roll_out.cohorts[plan.size() % 6].id;
  constexpr int times = 1000;
  std::size_t found = 0;
  auto const took = timed([&] {
    for (int run = 0; run < times; ++run) found += faults_of(roll_out, plan).size();
  });
  std::printf("faults of a plan of 100 schools made by hand (%zu faults)   %.3f ms (%.3f ms of a processor)\n",
              found / times, took.seconds * 1000 / times, took.work * 1000 / times);
}

}  // namespace

int main() {
  tell("roll-out: 24 schools in 3 cohorts, room to spare",
       [](unsigned seed) { return plan_roll_out(invented_roll_out({24, 3, 1, seed})); });
  tell("roll-out: 24 schools in 3 cohorts, too little room",
       [](unsigned seed) { return plan_roll_out(invented_roll_out({24, 3, -1, seed})); });
  tell("roll-out: 100 schools in 6 cohorts, room to spare",
       [](unsigned seed) { return plan_roll_out(invented_roll_out({100, 6, 1, seed})); });
  tell("roll-out: 100 schools in 6 cohorts, too little room",
       [](unsigned seed) { return plan_roll_out(invented_roll_out({100, 6, -1, seed})); });
  tell_faults();
  tell("a year: 11 schools, 6 steps, 3 trainers",
       [](unsigned seed) { return plan_meetings(invented_year({11, 6, 3, seed})); });
}
