#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "engine/measure/measure.h"
#include "engine/measure/release_log.hpp"

namespace lenig::measure {

namespace {

constexpr double enough_of_all = 0.8;

Standing sorted(Standing standing) {
  for (auto& part : standing.parts) std::ranges::sort(part);
  std::ranges::sort(standing.whole);
  return standing;
}

std::size_t people_in(Standing const& standing) {
  return std::transform_reduce(standing.parts.begin(), standing.parts.end(), std::size_t{0}, std::plus(),
                               [](People const& part) { return part.size(); });
}

/// The numbers of people that are out and those that are asked for, over points: people who are in the same ones.
class Numbers {
 public:
  std::size_t add(People const& people) {
    auto const number = questions_.size();
    for (auto const one : people) numbers_of_[one].push_back(number);
    questions_.emplace_back();
    return number;
  }

  ReleaseLog log(int least) {
    ReleaseLog log(telling_of_shares(least));
    std::map<std::vector<std::size_t>, double> alike;
    for (auto const& [person, numbers] : numbers_of_) ++alike[numbers];
    for (auto const& [numbers, people] : alike) {
      auto const point = log.add_point(people);
      for (auto const number : numbers) questions_[number].points.push_back(point);
    }
    return log;
  }

  Question const& question(std::size_t number) const { return questions_[number]; }

 private:
  std::map<std::uint32_t, std::vector<std::size_t>> numbers_of_;
  std::vector<Question> questions_;
};

struct Recalled {
  std::size_t number = 0;
  bool told = false;
};

std::vector<Recalled> add_all(Numbers& numbers, std::vector<Wave> const& out) {
  std::vector<Recalled> recalled;
  auto const add = [&](People const& people, bool told) {
    if (!people.empty()) recalled.push_back({numbers.add(people), told});
  };
  for (auto const& wave : out) {
    for (std::size_t part = 0; part < wave.standing.parts.size(); ++part)
      add(wave.standing.parts[part], wave.parts_told[part]);
    add(wave.standing.whole, wave.whole_told);
  }
  return recalled;
}

/// The parts with people in them, the largest first.
std::vector<std::size_t> in_order(std::vector<People> const& parts) {
  std::vector<std::size_t> order(parts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::erase_if(order, [&](std::size_t part) { return parts[part].empty(); });
  std::ranges::stable_sort(order, std::greater(), [&](std::size_t part) { return parts[part].size(); });
  return order;
}

Wave told_beside(std::vector<Wave> const& out, Standing now, int least) {
  Numbers numbers;
  auto const recalled = add_all(numbers, out);
  auto const order = in_order(now.parts);
  std::vector<std::size_t> asked;
  for (auto const part : order) asked.push_back(numbers.add(now.parts[part]));
  if (!now.whole.empty()) asked.push_back(numbers.add(now.whole));

  auto log = numbers.log(least);
  for (auto const& one : recalled) log.recall(numbers.question(one.number), one.told);
  std::vector<Question> questions;
  for (auto const number : asked) questions.push_back(numbers.question(number));
  auto const answers = log.ask(questions);

  Wave wave{.standing = std::move(now), .parts_told = {}, .whole_told = false};
  wave.parts_told.resize(wave.standing.parts.size());
  for (std::size_t at = 0; at < order.size(); ++at) wave.parts_told[order[at]] = answers[at].people.has_value();
  wave.whole_told = wave.standing.whole.empty() ? !wave.withholds() : answers.back().people.has_value();
  return wave;
}

std::size_t people_told(Wave const& wave) {
  std::size_t people = 0;
  for (std::size_t part = 0; part < wave.parts_told.size(); ++part) {
    if (wave.parts_told[part]) people += wave.standing.parts[part].size();
  }
  return people;
}

/// Whether something can be read off a wave that does not stand there already.
bool tells_another_number(Wave const& wave, Wave const& shown) {
  for (std::size_t part = 0; part < wave.parts_told.size(); ++part) {
    bool const same = shown.parts_told[part] && shown.standing.parts[part] == wave.standing.parts[part];
    if (wave.parts_told[part] && !same) return true;
  }
  return wave.whole_told && (!shown.whole_told || shown.standing.whole != wave.standing.whole);
}

bool says_enough(Wave const& wave, std::optional<Wave> const& shown) {
  auto const told = people_told(wave);
  if (told == 0 && !wave.whole_told) return false;
  if (!shown) return true;
  auto const enough = std::ceil(enough_of_all * static_cast<double>(people_in(wave.standing)));
  return told >= std::min(people_told(*shown), static_cast<std::size_t>(enough));
}

}  // namespace

bool Wave::withholds() const {
  for (std::size_t part = 0; part < parts_told.size(); ++part) {
    if (!standing.parts[part].empty() && !parts_told[part]) return true;
  }
  return false;
}

std::optional<Wave> next_wave(std::vector<Wave> const& out, std::optional<Wave> const& shown, Standing now, int least) {
  now = sorted(std::move(now));
  bool const is_empty = people_in(now) == 0;
  if (shown ? now == shown->standing : is_empty) return std::nullopt;
  auto wave = told_beside(out, std::move(now), least);
  if (!says_enough(wave, shown)) return std::nullopt;
  if (shown && !tells_another_number(wave, *shown)) return std::nullopt;
  return wave;
}

}  // namespace lenig::measure
