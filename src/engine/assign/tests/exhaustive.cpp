#include "engine/assign/tests/exhaustive.hpp"

#include <algorithm>

namespace lenig::assign {

namespace {

using Set = std::vector<int>;  // of sessions

std::int64_t minutes_between(Instance const& instance, Session const& from, Session const& to) {
  if (from.place == to.place) return 0;
  for (auto const& [place, minutes] : instance.travel[static_cast<std::size_t>(from.place)]) {
    if (place == to.place) return minutes;
  }
  return 0;
}

/// Written once more, as the rule reads: for every pair, the one before the other.
bool can_follow(Instance const& instance, Session const& first, Session const& second) {
  return first.time.end + minutes_between(instance, first, second) * 60 <= second.time.start;
}

class Everything {
 public:
  explicit Everything(Instance const& instance)
      : instance_(instance), held_(instance.people.size()), load_(instance.sessions.size()) {}

  Best run() {
    place(0);
    return best_;
  }

 private:
  void place(std::size_t person) {
    if (person == instance_.people.size()) return weigh();
    choose(person, 0);
  }

  void choose(std::size_t person, std::size_t next) {
    if (next == instance_.sessions.size()) return place(person + 1);
    choose(person, next + 1);
    auto const& session = instance_.sessions[next];
    if (load_[next] == session.capacity || !may(instance_.people[person], session, held_[person])) return;
    held_[person].push_back(static_cast<int>(next));
    ++load_[next];
    choose(person, next + 1);
    --load_[next];
    held_[person].pop_back();
  }

  bool may(Person const& person, Session const& session, Set const& held) const {
    if (std::ranges::find(person.choices, session.offer) == person.choices.end()) return false;
    if (std::ssize(held) == person.max_sessions) return false;
    if (std::ranges::find(session.not_from, person.place) != session.not_from.end()) return false;
    for (auto const& span : person.unavailable) {
      if (span.start < session.time.end && session.time.start < span.end) return false;
    }
    int shadowings = session.kind == Kind::shadowing ? 1 : 0;
    for (int const index : held) {
      auto const& other = instance_.sessions[static_cast<std::size_t>(index)];
      shadowings += other.kind == Kind::shadowing ? 1 : 0;
      bool const apart = can_follow(instance_, session, other) || can_follow(instance_, other, session);
      if (session.offer == other.offer || !apart) return false;
    }
    return session.kind == Kind::workshop || shadowings <= person.max_shadowings;
  }

  void weigh() {
    for (std::size_t session = 0; session < load_.size(); ++session) {
      if (load_[session] > 0 && load_[session] < instance_.sessions[session].minimum) return;
    }
    Best now;
    for (std::size_t person = 0; person < held_.size(); ++person) {
      now.people += held_[person].empty() ? 0 : 1;
      auto const& choices = instance_.people[person].choices;
      for (int const index : held_[person]) {
        auto const offer = instance_.sessions[static_cast<std::size_t>(index)].offer;
        now.value += instance_.values[static_cast<std::size_t>(std::ranges::find(choices, offer) - choices.begin())];
      }
    }
    if (now > best_ && are_together()) best_ = now;
  }

  bool are_together() const {
    for (std::size_t person = 0; person < held_.size(); ++person) {
      for (int const other : instance_.people[person].with) {
        if (workshops(person) != workshops(static_cast<std::size_t>(other))) return false;
      }
    }
    return true;
  }

  Set workshops(std::size_t person) const {
    Set all;
    for (int const index : held_[person]) {
      if (instance_.sessions[static_cast<std::size_t>(index)].kind == Kind::workshop) all.push_back(index);
    }
    return all;
  }

  Instance const& instance_;
  std::vector<Set> held_;
  std::vector<int> load_;
  Best best_;
};

}  // namespace

Best best_of_all(Instance const& instance) { return Everything(instance).run(); }

}  // namespace lenig::assign
