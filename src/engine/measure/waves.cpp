#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>

#include "engine/measure/measure.h"
#include "engine/measure/release_log.hpp"

namespace lenig::measure {

namespace {

constexpr double enough_of_all = 0.8;

/// Blocks of fewer than `least` that may be hidden among others: to look into more would take longer than a turn may.
constexpr std::size_t most_small_blocks = 30;

Standing sorted(Standing standing) {
  for (auto& part : standing.parts) std::ranges::sort(part);
  std::ranges::sort(standing.whole);
  return standing;
}

std::size_t people_in(Standing const& standing) {
  return std::transform_reduce(standing.parts.begin(), standing.parts.end(), std::size_t{0}, std::plus(),
                               [](People const& part) { return part.size(); });
}

/// Those waves that tell of these people, or of others of whom such a wave tells, and so on: no arithmetic leads to the
/// rest.
std::vector<Wave const*> related(std::vector<Wave> const& out, Standing const& now) {
  std::set<std::uint32_t> people;
  auto const take = [&](Standing const& standing) {
    for (auto const& part : standing.parts) people.insert(part.begin(), part.end());
  };
  take(now);
  std::vector<Wave const*> far;
  std::ranges::transform(out, std::back_inserter(far), [](Wave const& wave) { return &wave; });
  std::vector<Wave const*> found;
  for (auto before = far.size() + 1; far.size() < before;) {
    before = far.size();
    auto const near = std::ranges::stable_partition(far, [&](Wave const* wave) {
      return std::ranges::none_of(wave->standing.parts, [&](People const& part) {
        return std::ranges::any_of(part, [&](std::uint32_t one) { return people.contains(one); });
      });
    });
    for (auto const* const wave : near) take(wave->standing);
    found.insert(found.end(), near.begin(), near.end());
    far.erase(near.begin(), near.end());
  }
  return found;
}

/// A number of people that is out, or was withheld.
struct Number {
  People people;
  bool told = false;

  auto operator<=>(Number const&) const = default;
};

/// Each once: a number that a later wave told again tells nothing more.
std::set<Number> numbers_in(std::vector<Wave const*> const& waves) {
  std::set<Number> numbers;
  for (auto const* const wave : waves) {
    for (std::size_t part = 0; part < wave->parts_told.size(); ++part)
      numbers.insert({wave->standing.parts[part], wave->parts_told[part]});
    numbers.insert({wave->standing.whole, wave->whole_told});
  }
  std::erase_if(numbers, [](Number const& one) { return one.people.empty(); });
  return numbers;
}

/// People of whom the same numbers were told, as blocks.
class Blocks {
 public:
  void split_by(People const& people) {
    std::map<std::size_t, std::size_t> halves;
    for (auto const one : people) {
      auto const [at, is_new] = of_.try_emplace(one, untold);
      auto const [half, fresh] = halves.try_emplace(at->second, people_.size());
      if (fresh) people_.push_back(0);
      if (at->second != untold) --people_[at->second];
      at->second = half->second;
      ++people_[at->second];
    }
  }

  std::size_t small(std::size_t least) const {
    return static_cast<std::size_t>(
        std::ranges::count_if(people_, [&](std::size_t people) { return people > 0 && people < least; }));
  }

 private:
  static constexpr std::size_t untold = 0;

  std::map<std::uint32_t, std::size_t> of_;
  std::vector<std::size_t> people_{0};  // in each block
};

/// What is out and what is asked, over points: people who are in the same numbers.
class Asking {
 public:
  Asking(std::set<Number> const& out, int least) : least_(least) {
    for (auto const& one : out) {
      add(one.people);
      recalled_.push_back(one.told);
      if (one.told) blocks_.split_by(one.people);
    }
  }

  /// Gives the place of its answer; nothing where the answer would make more small blocks than can be looked into.
  std::optional<std::size_t> ask(People const& people) {
    auto const least = static_cast<std::size_t>(least_);
    if (people.size() >= least) {
      auto blocks = blocks_;
      blocks.split_by(people);
      if (blocks.small(least) > std::max(most_small_blocks, blocks_.small(least))) return std::nullopt;
      blocks_ = std::move(blocks);
    }
    add(people);
    return questions_.size() - recalled_.size() - 1;
  }

  std::vector<Answer> answers() {
    ReleaseLog log(telling_of_shares(least_));
    std::map<std::vector<std::size_t>, double> alike;
    for (auto const& [person, numbers] : numbers_of_) ++alike[numbers];
    for (auto const& [numbers, people] : alike) {
      auto const point = log.add_point(people);
      for (auto const number : numbers) questions_[number].points.push_back(point);
    }
    for (std::size_t number = 0; number < recalled_.size(); ++number) log.recall(questions_[number], recalled_[number]);
    return log.ask({questions_.begin() + static_cast<std::ptrdiff_t>(recalled_.size()), questions_.end()});
  }

 private:
  void add(People const& people) {
    for (auto const one : people) numbers_of_[one].push_back(questions_.size());
    questions_.emplace_back();
  }

  int least_;
  Blocks blocks_;
  std::map<std::uint32_t, std::vector<std::size_t>> numbers_of_;
  std::vector<Question> questions_;  // what is out comes first
  std::vector<bool> recalled_;       // whether it was told
};

/// The parts with people in them, the largest first.
std::vector<std::size_t> in_order(std::vector<People> const& parts) {
  std::vector<std::size_t> order(parts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::erase_if(order, [&](std::size_t part) { return parts[part].empty(); });
  std::ranges::stable_sort(order, std::greater(), [&](std::size_t part) { return parts[part].size(); });
  return order;
}

Wave told_beside(std::vector<Wave> const& out, Standing now, int least) {
  Asking asking(numbers_in(related(out, now)), least);
  std::vector<std::optional<std::size_t>> places(now.parts.size());
  for (auto const part : in_order(now.parts)) places[part] = asking.ask(now.parts[part]);
  auto const whole = now.whole.empty() ? std::nullopt : asking.ask(now.whole);
  auto const answers = asking.answers();
  auto const told = [&](std::optional<std::size_t> place) { return place && answers[*place].people.has_value(); };

  Wave wave{.standing = std::move(now), .parts_told = {}, .whole_told = false};
  for (auto const place : places) wave.parts_told.push_back(told(place));
  wave.whole_told = wave.standing.whole.empty() ? !wave.withholds() : told(whole);
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
