// The rules by which a release log decides whether what is out holds together.
#include <algorithm>
#include <numeric>
#include <ranges>

#include "engine/measure/release_log.hpp"

namespace lenig::measure {

namespace {

/// Beyond this much work a question is not looked into, and what it asks is withheld.
constexpr std::size_t most_work = 400'000;

constexpr double unbounded = 1e12;

/// Which classes can be computed one after another: a row in which all others are known tells the last.
std::vector<bool> computed(std::vector<std::vector<std::uint32_t>> const& rows, std::size_t classes) {
  std::vector<bool> known(classes);
  std::vector<std::size_t> unknown;
  std::vector<std::vector<std::size_t>> rows_of(classes);
  std::vector<std::size_t> ready;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    unknown.push_back(rows[row].size());
    for (auto const one : rows[row]) rows_of[one].push_back(row);
    if (rows[row].size() == 1) ready.push_back(row);
  }
  while (!ready.empty()) {
    auto const row = ready.back();
    ready.pop_back();
    for (auto const one : rows[row]) {
      if (known[one]) continue;
      known[one] = true;
      for (auto const other : rows_of[one]) {
        if (--unknown[other] == 1) ready.push_back(other);
      }
    }
  }
  return known;
}

}  // namespace

bool ReleaseLog::is_small(std::uint32_t one) const {
  return one != 0 && classes_.people[one] > 0 && classes_.people[one] < telling_.least;
}

ReleaseLog::Group ReleaseLog::classes_in(Row const& row) const {
  Group classes;
  for (auto const point : row.points) classes.push_back(classes_.of_point[point]);
  std::ranges::sort(classes);
  classes.erase(std::ranges::unique(classes).begin(), classes.end());
  return classes;
}

/// Rule 2, of all rounds or of one by itself.
bool ReleaseLog::counts_hold(std::optional<std::uint32_t> round) const {
  auto const classes = static_cast<std::uint32_t>(classes_.people.size());
  std::vector<std::uint32_t> all(classes);
  std::iota(all.begin(), all.end(), 0U);
  if (std::ranges::none_of(all, [&](std::uint32_t one) { return is_small(one); })) return true;

  std::vector<Group> rows;
  for (auto const& row : rows_) {
    if (row.counted && (!round || row.round == *round)) rows.push_back(classes_in(row));
  }
  auto const known = computed(rows, classes);
  if (std::ranges::any_of(all, [&](std::uint32_t one) { return is_small(one) && known[one]; })) return false;

  Possible worlds;
  std::vector<std::size_t> place(classes);
  for (std::uint32_t one = 1; one < classes; ++one) {
    if (!known[one]) place[one] = worlds.add(classes_.people[one], {0, unbounded});
  }
  for (auto const& row : rows) {
    std::vector<std::size_t> numbers;
    double people = 0;
    for (auto const one : row) {
      if (known[one]) continue;
      numbers.push_back(place[one]);
      people += classes_.people[one];
    }
    if (!numbers.empty()) worlds.add_sum(numbers, {people, people});
  }
  if (worlds.size() > most_work) return false;
  auto const groups = small_groups(rows);
  // What came last is looked at first: it is what may not hold.
  return std::ranges::all_of(groups | std::views::reverse, [&](Group const& group) {
    std::vector<std::size_t> numbers;
    for (auto const one : group) numbers.push_back(place[one]);
    return worlds.can_differ(numbers, telling_.least);
  });
}

/// Groups of fewer than least, as the classes that they are made of.
std::set<ReleaseLog::Group> ReleaseLog::small_groups(std::vector<Group> const& rows) const {
  std::set<Group> groups;
  for (std::uint32_t one = 1; one < classes_.people.size(); ++one) {
    if (is_small(one)) groups.insert({one});
  }
  add_differences(groups, rows);
  add_withheld(groups);
  return groups;
}

/// What is in one row and not in another, or in both.
void ReleaseLog::add_differences(std::set<Group>& groups, std::vector<Group> const& rows) const {
  auto const add = [&](Group group) {
    double people = 0;
    for (auto const one : group) people += classes_.people[one];
    if (people > 0 && people < telling_.least) groups.insert(std::move(group));
  };
  for (auto const& first : rows) {
    if (std::ranges::none_of(first, [&](std::uint32_t one) { return is_small(one); })) continue;
    for (auto const& second : rows) {
      Group both;
      Group only_first;
      std::ranges::set_intersection(first, second, std::back_inserter(both));
      std::ranges::set_difference(first, second, std::back_inserter(only_first));
      add(std::move(both));
      add(std::move(only_first));
    }
  }
}

/// Groups that were asked for, were too small, and fall in small classes: in a larger one they may hold nobody or all.
void ReleaseLog::add_withheld(std::set<Group>& groups) const {
  for (auto const& points : withheld_small_) {
    std::set<std::uint32_t> touched;
    for (auto const point : points) touched.insert(classes_.of_point[point]);
    double people = 0;
    for (auto const one : touched) people += classes_.people[one];
    bool const small = std::ranges::all_of(touched, [&](std::uint32_t one) { return is_small(one); });
    if (small && people < telling_.least) groups.emplace(touched.begin(), touched.end());
  }
}

/// Rule 3.
bool ReleaseLog::means_hold() const {
  return std::ranges::all_of(sums_, [&](auto const& round) { return means_hold(round.first); });
}

/// The people that the means of a round can't tell apart.
std::vector<ReleaseLog::Body> ReleaseLog::bodies(std::uint32_t round) const {
  std::map<std::uint32_t, std::vector<std::size_t>> rows_of;  // of each class
  for (std::size_t row = 0; row < rows_.size(); ++row) {
    if (rows_[row].round != round || !rows_[row].sum) continue;
    for (auto const one : classes_in(rows_[row])) rows_of[one].push_back(row);
  }
  std::vector<double> sums(classes_.people.size());
  auto const& of_round = sums_.at(round);
  for (std::size_t point = 0; point < of_round.size(); ++point) sums[classes_.of_point[point]] += of_round[point];

  std::map<std::vector<std::size_t>, Body> bodies;
  for (auto& [one, rows] : rows_of) {
    auto& body = bodies[rows];
    body.people += classes_.people[one];
    body.sum += sums[one];
    body.rows = std::move(rows);
  }
  std::vector<Body> all;
  all.reserve(bodies.size());
  for (auto& found : bodies) all.push_back(std::move(found.second));
  return all;
}

bool ReleaseLog::is_doubtful(Body const& body) const {
  return body.people < telling_.least || body.sum > body.people * telling_.highest - telling_.least ||
         body.sum < body.people * telling_.lowest + telling_.least;
}

bool ReleaseLog::means_hold(std::uint32_t round) const {
  auto const all = bodies(round);
  if (std::ranges::none_of(all, [&](Body const& body) { return is_doubtful(body); })) return true;
  Possible worlds;
  std::map<std::size_t, std::vector<std::size_t>> bodies_of_row;
  for (auto const& body : all) {
    auto const place = worlds.add(body.sum, {body.people * telling_.lowest, body.people * telling_.highest});
    for (auto const row : body.rows) bodies_of_row[row].push_back(place);
  }
  for (auto const& [row, places] : bodies_of_row) worlds.add_sum(places, *rows_[row].sum);
  for (std::size_t place = 0; place < all.size(); ++place) {
    if (is_doubtful(all[place]) && !stays_open(worlds, place, all[place])) return false;
  }
  return true;
}

/// Whether a body may have answered otherwise.
bool ReleaseLog::stays_open(Possible const& worlds, std::size_t place, Body const& body) const {
  double const bottom = body.people * telling_.lowest;
  double const top = body.people * telling_.highest;
  double const away = std::min<double>(telling_.least, top - bottom);
  bool const below = body.sum <= top - away || worlds.can_reach(place, top - away, most_work);
  bool const above = body.sum >= bottom + away || worlds.can_reach(place, bottom + away, most_work);
  if (body.people >= telling_.least || !below || !above) return below && above;
  return worlds.size() <= most_work && worlds.can_differ({place}, away);
}

}  // namespace lenig::measure
