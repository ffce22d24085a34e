#include "engine/assign/assemble.hpp"

#include <algorithm>
#include <limits>
#include <tuple>

namespace lenig::assign {

namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

int rank_of(Person const& person, int offer) {
  auto const found = std::ranges::find(person.choices, offer);
  return found == person.choices.end() ? 0 : static_cast<int>(found - person.choices.begin()) + 1;
}

/// What somebody gives up who takes a session: what clashes with it, and the least of the rest when there are too many.
Amount given_up(Instance const& instance, Person const& person, std::vector<Assignment> const& held,
                Session const& wanted) {
  Amount lost = 0;
  std::vector<std::pair<Amount, bool>> kept;
  for (auto const& one : held) {
    auto const& session = instance.sessions[at(one.session)];
    auto const worth = instance.values[at(one.rank - 1)];
    if (clash(instance, session, wanted)) {
      lost += worth;
    } else {
      kept.emplace_back(worth, session.kind == Kind::shadowing);
    }
  }
  std::ranges::sort(kept);
  auto shadowings = std::ranges::count(kept, true, &std::pair<Amount, bool>::second);
  if (wanted.kind == Kind::shadowing && shadowings >= person.max_shadowings) {
    auto const least = std::ranges::find(kept, true, &std::pair<Amount, bool>::second);
    lost += least->first;
    kept.erase(least);
  }
  if (std::ssize(kept) >= person.max_sessions) lost += kept.front().first;
  return lost;
}

bool would_gain(Instance const& instance, Person const& person, std::vector<Assignment> const& held,
                Session const& wanted, int rank) {
  if (person.max_sessions == 0 || (wanted.kind == Kind::shadowing && person.max_shadowings == 0)) return false;
  if (wanted.kind == Kind::workshop && !person.with.empty()) return false;  // they move together
  if (std::ranges::binary_search(wanted.not_from, person.place)) return false;
  bool const away = std::ranges::any_of(person.unavailable, [&](Span const& span) {
    return span.start < wanted.time.end && wanted.time.start < span.end;
  });
  bool const holds = std::ranges::any_of(
      held, [&](Assignment const& one) { return instance.sessions[at(one.session)].offer == wanted.offer; });
  if (away || holds) return false;
  return held.empty() || instance.values[at(rank - 1)] > given_up(instance, person, held, wanted);
}

}  // namespace

Result assembled(Model const& model, Holdings const& holdings) {
  auto const& instance = model.instance();
  Result result;
  std::vector<char> placed(instance.people.size());
  std::vector<char> runs(instance.sessions.size());
  for (std::size_t unit = 0; unit < holdings.size(); ++unit) {
    auto const members = model.members(model.units()[unit]);
    for (int const index : holdings[unit]) {
      auto const& item = model.items(model.units()[unit])[at(index)];
      runs[at(item.session)] = 1;
      for (std::size_t member = 0; member < members.size(); ++member) {
        if (item.member >= 0 && at(item.member) != member) continue;
        auto const& person = instance.people[at(members[member].person)];
        int const rank = rank_of(person, instance.sessions[at(item.session)].offer);
        result.assignments.push_back({members[member].person, item.session, rank});
        result.value += instance.values[at(rank - 1)];
        placed[at(members[member].person)] = 1;
      }
    }
  }
  std::ranges::sort(result.assignments);
  for (std::size_t person = 0; person < placed.size(); ++person) {
    if (placed[person] == 0) result.unplaced.push_back(static_cast<int>(person));
  }
  for (std::size_t session = 0; session < runs.size(); ++session) {
    if (runs[session] == 0) result.cancelled.push_back(static_cast<int>(session));
  }
  result.people_placed = static_cast<int>(placed.size() - result.unplaced.size());
  result.waiting = waiting_lists(instance, result.assignments);
  return result;
}

void fill_gap(Result& result) {
  auto const bound = static_cast<double>(result.bound) / one;
  result.gap = static_cast<double>(result.bound - result.value) / one / std::max(1.0, bound);
  if (result.people_placed == result.people_bound) return;
  auto const people = static_cast<double>(result.people_bound - result.people_placed) / result.people_bound;
  result.gap = std::max(result.gap, people);
}

std::vector<std::vector<int>> waiting_lists(Instance const& instance, std::vector<Assignment> const& assignments) {
  std::vector<int> load(instance.sessions.size());
  std::vector<std::vector<Assignment>> held(instance.people.size());
  for (auto const& one : assignments) {
    ++load[at(one.session)];
    held[at(one.person)].push_back(one);
  }
  std::vector<std::vector<int>> full(instance.offers.size());
  for (int session = 0; session < static_cast<int>(instance.sessions.size()); ++session) {
    auto const& its = instance.sessions[at(session)];
    if (load[at(session)] > 0 && load[at(session)] >= its.capacity) full[at(its.offer)].push_back(session);
  }
  using Place = std::tuple<bool, int, std::uint64_t, int>;
  std::vector<std::vector<Place>> places(instance.sessions.size());
  for (int index = 0; index < static_cast<int>(instance.people.size()); ++index) {
    auto const& person = instance.people[at(index)];
    for (int rank = 1; rank <= std::ssize(person.choices); ++rank) {
      for (int const session : full[at(person.choices[at(rank - 1)])]) {
        auto const& its = instance.sessions[at(session)];
        if (!would_gain(instance, person, held[at(index)], its, rank)) continue;
        auto const lot = std::numeric_limits<std::uint64_t>::max() - ticket(instance.seed, person.id, its.id);
        places[at(session)].emplace_back(!held[at(index)].empty(), rank, lot, index);
      }
    }
  }
  std::vector<std::vector<int>> waiting(places.size());
  for (std::size_t session = 0; session < places.size(); ++session) {
    std::ranges::sort(places[session]);
    for (auto const& place : places[session]) waiting[session].push_back(std::get<3>(place));
  }
  return waiting;
}

}  // namespace lenig::assign
