// The independent checker. It shares the types of assign.h and the rule of the lottery with what solves, and no more.
#include <algorithm>
#include <cmath>
#include <set>

#include "engine/assign/check_bounds.hpp"

namespace lenig::assign {

using checking::at;
using checking::Bounding;
using checking::go_together;
using checking::is_open_to;
using checking::rank_in;

namespace {

class Checking {
 public:
  Checking(Instance const& instance, Result const& result)
      : instance_(instance), result_(result), held_(instance.people.size()), load_(instance.sessions.size()) {}

  std::vector<Fault> run(std::optional<Certificate> const& certificate);

 private:
  void refuse(std::string where, std::string what) { faults_.push_back({std::move(where), std::move(what)}); }
  void check_assignments();
  void check_person(std::size_t person);
  void check_together(std::size_t person);
  void check_sessions();
  void check_lists();
  void check_waiting();
  bool waits(int person, int session, int rank) const;
  void check_figures();

  Instance const& instance_;
  Result const& result_;
  std::vector<std::vector<Assignment>> held_;
  std::vector<int> load_;
  std::vector<Fault> faults_;
};

void Checking::check_assignments() {
  std::set<std::pair<int, int>> seen;
  for (std::size_t index = 0; index < result_.assignments.size(); ++index) {
    auto const& one = result_.assignments[index];
    auto const where = "/assignments/" + std::to_string(index);
    auto const& session = instance_.sessions[at(one.session)];
    auto const& person = instance_.people[at(one.person)];
    if (!seen.emplace(one.person, one.session).second) refuse(where, "staat er twee keer / stands there twice");
    int const rank = rank_in(person, session.offer);
    if (rank == 0) refuse(where, "is niet gekozen / was not chosen");
    if (rank != 0 && rank != one.rank) refuse(where + "/rank", "is " + std::to_string(rank));
    if (!is_open_to(session, person)) refuse(where, "deze persoon kan of mag niet / this person can or may not");
    held_[at(one.person)].push_back(one);
    ++load_[at(one.session)];
  }
}

void Checking::check_person(std::size_t index) {
  auto const& person = instance_.people[index];
  auto const& held = held_[index];
  auto const where = "/people/" + person.id;
  auto const shadowings = std::ranges::count_if(
      held, [&](Assignment const& one) { return instance_.sessions[at(one.session)].kind == Kind::shadowing; });
  if (std::ssize(held) > person.max_sessions) refuse(where, "te veel sessies / too many sessions");
  if (shadowings > person.max_shadowings) refuse(where, "te vaak meelopen / too many shadowings");
  for (std::size_t one = 0; one < held.size(); ++one) {
    for (std::size_t other = 0; other < one; ++other) {
      auto const& first = instance_.sessions[at(held[one].session)];
      auto const& second = instance_.sessions[at(held[other].session)];
      if (!go_together(instance_, first, second)) refuse(where, first.id + " × " + second.id);
    }
  }
}

void Checking::check_together(std::size_t index) {
  auto const workshops = [&](int person) {
    std::set<int> all;
    for (auto const& one : held_[at(person)]) {
      if (instance_.sessions[at(one.session)].kind == Kind::workshop) all.insert(one.session);
    }
    return all;
  };
  for (int const other : instance_.people[index].with) {
    if (workshops(static_cast<int>(index)) != workshops(other))
      refuse("/people/" + instance_.people[index].id, "niet samen / not together: " + instance_.people[at(other)].id);
  }
}

void Checking::check_sessions() {
  for (std::size_t session = 0; session < load_.size(); ++session) {
    auto const& its = instance_.sessions[session];
    if (load_[session] > its.capacity) refuse("/sessions/" + its.id, "te vol / above its capacity");
    if (load_[session] > 0 && load_[session] < its.minimum)
      refuse("/sessions/" + its.id, "te leeg / below its minimum");
  }
}

void Checking::check_lists() {
  std::vector<int> unplaced;
  std::vector<int> cancelled;
  for (std::size_t person = 0; person < held_.size(); ++person) {
    if (held_[person].empty()) unplaced.push_back(static_cast<int>(person));
  }
  for (std::size_t session = 0; session < load_.size(); ++session) {
    if (load_[session] == 0) cancelled.push_back(static_cast<int>(session));
  }
  auto sorted = [](std::vector<int> list) {
    std::ranges::sort(list);
    return list;
  };
  if (sorted(result_.unplaced) != unplaced) refuse("/unplaced", "niet wie niets heeft / not who holds nothing");
  if (sorted(result_.cancelled) != cancelled) refuse("/cancelled_sessions", "niet wat leeg is / not what holds nobody");
}

/// Somebody waits for a full session when they would gain by a seat: what they would have to give up is worth less.
bool Checking::waits(int index, int session, int rank) const {
  auto const& person = instance_.people[at(index)];
  auto const& wanted = instance_.sessions[at(session)];
  bool const shadowing = wanted.kind == Kind::shadowing;
  if (person.max_sessions < 1 || (shadowing && person.max_shadowings < 1) || (!shadowing && !person.with.empty()))
    return false;
  if (!is_open_to(wanted, person)) return false;
  Amount lost = 0;
  std::multiset<Amount> kept;
  std::multiset<Amount> kept_shadowings;
  for (auto const& one : held_[at(index)]) {
    auto const& session_held = instance_.sessions[at(one.session)];
    if (session_held.offer == wanted.offer) return false;
    auto const worth = instance_.values[at(one.rank - 1)];
    if (!go_together(instance_, session_held, wanted)) {
      lost += worth;
      continue;
    }
    kept.insert(worth);
    if (session_held.kind == Kind::shadowing) kept_shadowings.insert(worth);
  }
  if (held_[at(index)].empty()) return true;
  if (shadowing && std::ssize(kept_shadowings) >= person.max_shadowings) {
    lost += *kept_shadowings.begin();
    kept.erase(kept.find(*kept_shadowings.begin()));
  }
  if (std::ssize(kept) >= person.max_sessions) lost += *kept.begin();
  return instance_.values[at(rank - 1)] > lost;
}

void Checking::check_waiting() {
  std::vector<std::vector<std::pair<int, int>>> choosers(instance_.offers.size());
  for (int person = 0; person < static_cast<int>(instance_.people.size()); ++person) {
    auto const& choices = instance_.people[at(person)].choices;
    for (std::size_t place = 0; place < choices.size(); ++place)
      choosers[at(choices[place])].emplace_back(person, static_cast<int>(place) + 1);
  }
  for (int session = 0; session < static_cast<int>(load_.size()); ++session) {
    auto const& its = instance_.sessions[at(session)];
    std::vector<std::tuple<bool, int, std::uint64_t, int>> places;
    bool const full = load_[at(session)] > 0 && load_[at(session)] >= its.capacity;
    for (auto const& [person, rank] : choosers[at(its.offer)]) {
      if (!full || !waits(person, session, rank)) continue;
      auto const lot = ~ticket(instance_.seed, instance_.people[at(person)].id, its.id);
      places.emplace_back(!held_[at(person)].empty(), rank, lot, person);
    }
    std::ranges::sort(places);
    std::vector<int> right;
    for (auto const& place : places) right.push_back(std::get<3>(place));
    if (right != result_.waiting[at(session)]) refuse("/waiting/" + its.id, "is een andere lijst / is another list");
  }
}

void Checking::check_figures() {
  auto const placed = std::ranges::count_if(held_, [](auto const& held) { return !held.empty(); });
  Amount value = 0;
  for (auto const& one : result_.assignments) value += instance_.values[at(one.rank - 1)];
  if (result_.people_placed != placed) refuse("/people_placed", "is " + std::to_string(placed));
  if (result_.value != value) refuse("/value", "is " + std::to_string(static_cast<double>(value) / one));
  if (result_.people_bound < placed || result_.people_bound > std::ssize(held_))
    refuse("/people_bound", "kan niet / cannot be");
  if (result_.bound < value) refuse("/bound", "ligt onder de waarde / is below the value");
  auto const bound = static_cast<double>(result_.bound) / one;
  double gap = (bound - static_cast<double>(value) / one) / std::max(1.0, bound);
  if (result_.people_bound > placed)
    gap = std::max(gap, static_cast<double>(result_.people_bound - placed) / result_.people_bound);
  if (!(std::abs(result_.gap - gap) <= 1e-9 * std::max(1.0, gap)) || (result_.gap == 0) != (gap == 0))
    refuse("/gap", "is " + std::to_string(gap));
  if ((result_.stopped == Stopped::optimal) != (gap == 0))
    refuse("/stopped", "klopt niet met de kloof / not by the gap");
}

std::vector<Fault> Checking::run(std::optional<Certificate> const& certificate) {
  check_assignments();
  if (!faults_.empty()) return faults_;
  for (std::size_t person = 0; person < held_.size(); ++person) {
    check_person(person);
    check_together(person);
  }
  check_sessions();
  check_lists();
  check_waiting();
  check_figures();
  if (!certificate || !faults_.empty()) return faults_;
  auto const people = Bounding(instance_, Bounding::Level::people, 0).of(certificate->people).value_or(0);
  if (people != result_.people_bound) refuse("/people_bound", "bewezen is / proven is " + std::to_string(people));
  Bounding value(instance_, Bounding::Level::value, result_.people_placed);
  auto const bound = value.of(certificate->value).value_or(0);
  if (bound != result_.bound)
    refuse("/bound", "bewezen is / proven is " + std::to_string(static_cast<double>(bound) / one));
  return faults_;
}

}  // namespace

std::vector<Fault> check(Instance const& instance, Result const& result,
                         std::optional<Certificate> const& certificate) {
  return Checking(instance, result).run(certificate);
}

}  // namespace lenig::assign
