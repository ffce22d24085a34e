// Figures of engine/assign: see bench/assign.sh.
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>

#include "engine/assign/tests/cbc.hpp"
#include "engine/assign/tests/instances.hpp"

namespace {

using namespace lenig::assign;

struct Took {
  double clock = 0;      // seconds
  double processor = 0;  // seconds, of all threads
};

Took timed(auto const& work) {
  auto const clock = std::chrono::steady_clock::now();
  auto const processor = std::clock();
  work();
  return {std::chrono::duration<double>(std::chrono::steady_clock::now() - clock).count(),
          static_cast<double>(std::clock() - processor) / CLOCKS_PER_SEC};
}

double median(std::vector<double> numbers) {
  std::ranges::sort(numbers);
  return numbers[numbers.size() / 2];
}

int within(std::vector<double> const& numbers, double most) {
  return static_cast<int>(std::ranges::count_if(numbers, [&](double number) { return number <= most; }));
}

void career(int instances) {
  std::vector<double> clock;
  std::vector<double> processor;
  std::vector<double> faster;
  std::vector<double> faster_clock;
  int same = 0;
  int proven = 0;
  for (int seed = 1; seed <= instances; ++seed) {
    auto const instance = career_days(static_cast<std::uint64_t>(seed));
    Solved solved;
    ByCbc by_cbc;
    auto const ours = timed([&] { solved = solve(instance); });
    auto const theirs = timed([&] { by_cbc = solve_by_cbc(instance); });
    clock.push_back(ours.clock * 1000);
    processor.push_back(ours.processor * 1000);
    faster.push_back(theirs.processor / std::max(ours.processor, 1e-4));
    faster_clock.push_back(theirs.clock / std::max(ours.clock, 1e-4));
    proven += solved.result.gap == 0 ? 1 : 0;
    same += solved.result.people_placed == by_cbc.best.people && solved.result.value == by_cbc.best.value ? 1 : 0;
  }
  std::printf("career days, %d instances: proven %d, people and value as CBC %d\n", instances, proven, same);
  std::printf("  clock: median %.1f ms, most %.1f, within 50 ms %d; CBC takes %.1f times that (median of ratios)\n",
              median(clock), std::ranges::max(clock), within(clock, 50), median(faster_clock));
  std::printf("  processor: median %.1f ms, most %.1f, within 50 ms %d; CBC takes %.1f times that\n", median(processor),
              std::ranges::max(processor), within(processor, 50), median(faster));
  std::fflush(stdout);
}

/// Of several instances of one size: medians, and the processor's seconds of each.
struct Point {
  int people = 0;
  Took took;
  std::vector<double> each;
};

Point sector(int people) {
  std::vector<double> clock;
  std::vector<double> processor;
  std::vector<double> gaps;
  std::vector<double> less;
  for (std::uint64_t const seed : {1, 2, 3}) {
    auto const instance = sector_days(seed, people);
    Solved solved;
    auto const took = timed([&] { solved = solve(instance); });
    auto const drawn = draw_lots(instance).result;
    clock.push_back(took.clock);
    processor.push_back(took.processor);
    gaps.push_back(solved.result.gap * 100);
    less.push_back(100 - 100.0 * static_cast<double>(drawn.value) / static_cast<double>(solved.result.value));
  }
  rusage used{};
  ::getrusage(RUSAGE_SELF, &used);
  std::printf(
      "sector, %6d people, medians of %zu: %5.2f s (processor %5.2f, most %5.2f), gap %.4f %% (widest %.4f), in a "
      "drawn "
      "order %.1f %% less, %ld MiB\n",
      people, clock.size(), median(clock), median(processor), std::ranges::max(processor), median(gaps),
      std::ranges::max(gaps), median(less), used.ru_maxrss / 1024);
  std::fflush(stdout);
  return {people, {median(clock), median(processor)}, processor};
}

void tell_growth(Point const& least, Point const& most) {
  double const few = least.people;
  double const many = most.people;
  std::printf("  from %d to %d people: %.1f times by the clock, %.1f by the processor (n log n: %.1f)\n", least.people,
              most.people, most.took.clock / least.took.clock, most.took.processor / least.took.processor,
              many * std::log(many) / (few * std::log(few)));
}

/// Time against people, every instance and medians, with n·log n through the first median.
void draw(std::vector<Point> const& points, char const* file) {
  double const most = std::ranges::max(points.back().each) * 1.2;
  auto const x = [&](double people) { return 60 + people / points.back().people * 420; };
  auto const y = [&](double seconds) { return 260 - seconds / most * 230; };
  std::ofstream out(file);
  out << "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 520 300\" font-family=\"sans-serif\" "
         "font-size=\"12\">\n"
         "<path d=\"M60 20V260H490\" fill=\"none\" stroke=\"#666\"/>\n<polyline fill=\"none\" stroke=\"#999\" "
         "stroke-dasharray=\"4 4\" points=\"";
  auto const& first = points.front();
  for (auto const& point : points) {
    double const people = point.people;
    auto const expected = first.took.processor * people * std::log(people) / (first.people * std::log(first.people));
    out << x(people) << ',' << y(std::min(expected, most)) << ' ';
  }
  out << "\"/>\n";
  for (auto const& point : points) {
    for (double const seconds : point.each)
      out << "<circle cx=\"" << x(point.people) << "\" cy=\"" << y(seconds) << "\" r=\"2\" fill=\"#999\"/>";
    auto const seconds = point.took.processor;
    out << "<circle cx=\"" << x(point.people) << "\" cy=\"" << y(seconds) << "\" r=\"4\" fill=\"#154273\"/><text x=\""
        << x(point.people) - 14 << "\" y=\"276\">" << point.people / 1000 << "k</text><text x=\""
        << x(point.people) - 14 << "\" y=\"" << y(seconds) - 8 << "\">" << std::round(seconds * 100) / 100
        << " s</text>\n";
  }
  out << "<text x=\"70\" y=\"24\">seconds of the processor, medians of three; dashed: n log n</text></svg>\n";
}

}  // namespace

int main(int count, char** arguments) {
  career(count > 1 ? std::atoi(arguments[1]) : 100);
  std::vector<Point> points;
  for (int const people : {6'000, 15'000, 30'000, 45'000, 60'000}) points.push_back(sector(people));
  tell_growth(points.front(), points.back());
  draw(points, "docs/images/assign_growth.svg");
}
