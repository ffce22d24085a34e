#include "plan/thread.hpp"

#include <boost/unordered/unordered_flat_map.hpp>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <map>
#include <set>
#include <utility>

#include "plan/queries.hpp"
#include "platform/base/collected.hpp"
#include "platform/db/id_list.hpp"

namespace lenig::plan {

namespace {

constexpr std::size_t digits = 12;                      // of an id: 48 random bits
constexpr std::string_view no_person = "000000000000";  // of a group's goal
constexpr long long rounded_to = 5;

using Places = std::map<std::string, std::size_t, std::less<>>;

std::vector<Knot> knots_of(std::vector<ThreadPiece> const& pieces) {
  return base::collected(pieces, [](ThreadPiece const& one) {
    return Knot{.kind = one.kind,
                .id = one.id,
                .words = one.words,
                .unit = one.unit,
                .level = one.level,
                .state = one.state,
                .due = one.due};
  });
}

Places places_of(std::vector<Knot> const& knots) {
  Places places;
  for (std::size_t i = 0; i < knots.size(); ++i) places.emplace(knots[i].id, i);
  return places;
}

void hang(std::vector<Knot>& knots, Places const& places, std::vector<Serving> const& serving) {
  for (auto const& one : serving) {
    if (one.owner != ServedBy::unit) continue;
    auto const wider = places.find(one.wider);
    auto const goal = places.find(one.goals);
    if (wider == places.end() || goal == places.end()) continue;
    knots[wider->second].below.push_back(goal->second);
    knots[goal->second].serves_nothing = false;
  }
}

/// What serves each knot at any distance, itself included: each once.
class Under {
 public:
  explicit Under(std::vector<Knot> const& knots) : knots_(&knots), all_(knots.size()), seen_(knots.size()) {}

  std::vector<std::size_t> const& of(std::size_t at) {
    if (!all_[at].empty()) return all_[at];
    std::vector<std::size_t> under{at};
    for (auto const below : (*knots_)[at].below) {
      auto const& more = of(below);
      under.insert(under.end(), more.begin(), more.end());
    }
    return all_[at] = each_once(std::move(under));
  }

 private:
  std::vector<std::size_t> each_once(std::vector<std::size_t> all) {
    ++turn_;
    std::erase_if(all, [&](std::size_t one) { return std::exchange(seen_[one], turn_) == turn_; });
    return all;
  }

  std::vector<Knot> const* knots_;
  std::vector<std::vector<std::size_t>> all_;
  std::vector<std::size_t> seen_;  // in which turn
  std::size_t turn_ = 0;
};

/// Numbers goals and their owners from 0 on, as they are met.
class Numbers {
 public:
  explicit Numbers(std::size_t expected) { known_.reserve(expected); }

  std::uint32_t of(std::string_view digits_of_id) {
    std::uint64_t value = 0;
    std::from_chars(digits_of_id.data(), digits_of_id.data() + digits_of_id.size(), value, 16);
    return known_.try_emplace(value, static_cast<std::uint32_t>(known_.size())).first->second;
  }
  std::size_t size() const { return known_.size(); }

 private:
  boost::unordered_flat_map<std::uint64_t, std::uint32_t> known_;
};

/// The personal goals that serve a knot directly, and whose they are.
struct Direct {
  std::vector<std::uint32_t> goals;
  std::vector<std::uint32_t> owners;
};

/// Counts different numbers below a limit, knot after knot.
class Different {
 public:
  explicit Different(std::size_t limit) : seen_(limit) {}

  void begin() {
    ++turn_;
    count_ = 0;
  }
  void add(std::vector<std::uint32_t> const& numbers) {
    for (auto const one : numbers) count_ += std::exchange(seen_[one], turn_) == turn_ ? 0 : 1;
  }
  long long count() const { return count_; }

 private:
  std::vector<std::uint32_t> seen_;  // in which turn
  std::uint32_t turn_ = 0;
  long long count_ = 0;
};

std::vector<Direct> direct_of(std::vector<Knot> const& knots, Places const& places, std::vector<Serving> const& serving,
                              std::string const& own, Numbers& goals, Numbers& owners) {
  std::vector<Direct> direct(knots.size());
  for (auto const& one : serving) {
    if (one.owner != ServedBy::people) continue;
    auto const place = places.find(one.wider);
    if (place == places.end()) continue;
    std::string_view const all(one.goals);
    for (std::size_t at = 0; at + 2 * digits <= all.size(); at += 2 * digits) {
      auto const owner = all.substr(at + digits, digits);
      if (owner == own) continue;
      direct[place->second].goals.push_back(goals.of(all.substr(at, digits)));
      if (owner != no_person) direct[place->second].owners.push_back(owners.of(owner));
    }
  }
  return direct;
}

std::string counted_digits(PersonId const& person) {
  return person.empty() ? std::string() : person.text().substr(person.text().size() - digits);
}

std::size_t pairs_in(std::vector<Serving> const& serving) {
  std::size_t pairs = 0;
  for (auto const& one : serving) pairs += one.goals.size() / (2 * digits);
  return pairs;
}

void count(std::vector<Knot>& knots, Places const& places, std::vector<Serving> const& serving,
           std::string const& own) {
  auto const pairs = pairs_in(serving);
  Numbers goals(pairs);
  Numbers owners(pairs);
  auto const direct = direct_of(knots, places, serving, own, goals, owners);
  Different of_goals(goals.size());
  Different of_owners(owners.size());
  Under under(knots);
  for (std::size_t at = 0; at < knots.size(); ++at) {
    of_goals.begin();
    of_owners.begin();
    std::set<UnitId> units;
    for (auto const i : under.of(at)) {
      of_goals.add(direct[i].goals);
      of_owners.add(direct[i].owners);
      if (knots[i].unit != knots[at].unit) units.insert(knots[i].unit);
    }
    knots[at].personal = of_goals.count();
    knots[at].people = of_owners.count();
    knots[at].units = static_cast<int>(units.size());
  }
}

std::vector<std::size_t> roots_of(std::vector<Knot> const& knots) {
  std::vector<std::size_t> roots;
  for (std::size_t i = 0; i < knots.size(); ++i) {
    if (knots[i].serves_nothing) roots.push_back(i);
  }
  return roots;
}

void count_in(Markers& markers, Mark const& mark, base::Date today) {
  switch (mark.kind) {
    case MarkKind::indicator:
      ++markers.indicators;
      if (base::days_between(mark.day.value(), today) > mark.number) ++markers.stale;
      break;
    case MarkKind::condition:
      ++markers.unmet;
      if (mark.day && *mark.day < today) ++markers.late;
      break;
    case MarkKind::practice: ++markers.practices; break;
    case MarkKind::programme: markers.programmes += mark.number; break;
    case MarkKind::choice: markers.is_chosen = true;
  }
}

Thread read_thread(db::Reading& reading, std::vector<ThreadPiece> const& pieces, Looking const& by) {
  auto const ids = db::as_json(base::collected(pieces, [](ThreadPiece const& one) { return GoalId(one.id); }));
  return tie(pieces, reading.all<Serving>(sql::serving_of_pieces, {{"pieces", ids}}),
             reading.all<Mark>(sql::marks_of_pieces, {{"pieces", ids}}), by);
}

}  // namespace

std::optional<std::size_t> Thread::find(std::string const& id) const {
  auto const at = std::ranges::find(knots, id, &Knot::id);
  return at == knots.end() ? std::nullopt : std::optional(static_cast<std::size_t>(at - knots.begin()));
}

Thread tie(std::vector<ThreadPiece> const& pieces, std::vector<Serving> const& serving, std::vector<Mark> const& marks,
           Looking const& by) {
  Thread thread{.knots = knots_of(pieces), .roots = {}};
  auto const places = places_of(thread.knots);
  hang(thread.knots, places, serving);
  count(thread.knots, places, serving, counted_digits(by.person));
  for (auto const& mark : marks) {
    if (auto const at = places.find(mark.goal.text()); at != places.end())
      count_in(thread.knots[at->second].markers, mark, by.today);
  }
  thread.roots = roots_of(thread.knots);
  return thread;
}

Thread thread_of_board(db::Reading& reading, BoardId const& board, Looking const& by) {
  return read_thread(reading, reading.all<ThreadPiece>(sql::pieces_of_board, {{"board", board}}), by);
}

Thread thread_of_network(db::Reading& reading, UnitId const& network, Looking const& by) {
  std::vector units{network};
  for (auto const& unit : organisation::units_within(reading, network)) units.push_back(unit.id);
  auto const pieces = reading.all<ThreadPiece>(sql::pieces_of_units, {{"units", db::as_json(units)}});
  return within(read_thread(reading, pieces, by), {network});
}

Thread within(Thread const& thread, std::vector<UnitId> const& units) {
  auto const is_own = [&](std::size_t at) { return std::ranges::find(units, thread.knots[at].unit) != units.end(); };
  std::vector<bool> kept(thread.knots.size());
  Under under(thread.knots);
  for (std::size_t at = 0; at < thread.knots.size(); ++at) {
    auto const& below = under.of(at);
    kept[at] = kept[at] || std::ranges::any_of(below, is_own);
    if (!is_own(at)) continue;
    for (auto const i : below) kept[i] = true;
  }
  Thread less{.knots = thread.knots, .roots = {}};
  for (auto& knot : less.knots) std::erase_if(knot.below, [&](std::size_t i) { return !kept[i]; });
  for (auto const root : thread.roots) {
    if (kept[root]) less.roots.push_back(root);
  }
  return less;
}

std::string told(Knot const& knot, i18n::Words const& tr) {
  if (knot.people < fewest_people) return {};
  return tr("{} of meer eigen doelen", knot.personal / rounded_to * rounded_to);
}

}  // namespace lenig::plan
