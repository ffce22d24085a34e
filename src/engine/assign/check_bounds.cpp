// Bounds by weak duality: whatever prices a leaf has, no assignment of its case is worth more than what everybody would
// choose at those prices, and what all seats cost (Geoffrion 1974); leaves cover all cases, as each question has both
// answers.
#include "engine/assign/check_bounds.hpp"

#include <algorithm>

namespace lenig::assign::checking {

namespace {

std::int64_t way(Instance const& instance, int from, int to) {
  if (from < 0 || to < 0 || from == to) return 0;
  for (auto const& [place, minutes] : instance.travel[at(from)]) {
    if (place == to) return std::int64_t{60} * minutes;
  }
  return 0;
}

}  // namespace

std::size_t at(int index) { return static_cast<std::size_t>(index); }

bool overlaps(Span const& one, Span const& other) { return one.start < other.end && other.start < one.end; }

bool go_together(Instance const& instance, Session const& one, Session const& other) {
  if (one.offer == other.offer || overlaps(one.time, other.time)) return false;
  auto const between = std::max(other.time.start - one.time.end, one.time.start - other.time.end);
  return between >= 0 && (between >= std::int64_t{86400} * 30 || between >= way(instance, one.place, other.place));
}

bool is_open_to(Session const& session, Person const& person) {
  if (std::ranges::find(session.not_from, person.place) != session.not_from.end() && person.place >= 0) return false;
  return std::ranges::none_of(person.unavailable, [&](Span const& span) { return overlaps(span, session.time); });
}

int rank_in(Person const& person, int offer) {
  for (std::size_t place = 0; place < person.choices.size(); ++place) {
    if (person.choices[place] == offer) return static_cast<int>(place) + 1;
  }
  return 0;
}

void Bounding::join() {
  std::vector<char> seen(instance_.people.size());
  for (int person = 0; person < static_cast<int>(seen.size()); ++person) {
    if (std::exchange(seen[at(person)], 1) != 0) continue;
    std::vector<int> group{person};
    for (std::size_t next = 0; next < group.size(); ++next) {
      for (int const other : instance_.people[at(group[next])].with) {
        if (std::exchange(seen[at(other)], 1) == 0) group.push_back(other);
      }
    }
    groups_.push_back(std::move(group));
  }
}

std::optional<Amount> Bounding::of(Proof const& proof) {
  if (proof.answers.empty()) return leaf(proof);
  std::optional<Amount> greatest;
  for (bool const yes : {false, true}) {
    auto const states = state_;
    auto const demands = demands_;
    if (proof.person < 0) {
      state_[at(proof.session)] = yes ? State::runs : State::cancelled;
    } else {
      demands_[{proof.person, proof.session}] = yes;
    }
    auto const bound = of(proof.answers[yes ? 1 : 0]);
    if (bound) greatest = std::max(greatest.value_or(*bound), *bound);
    state_ = states;
    demands_ = demands;
  }
  return greatest;
}

std::optional<Amount> Bounding::leaf(Proof const& proof) {
  per_person_ = proof.per_person;
  std::ranges::fill(price_, 0);
  for (auto const& [session, price] : proof.prices) price_[at(session)] = price;
  Amount sum = 0;
  for (std::size_t session = 0; session < price_.size(); ++session) {
    auto const& its = instance_.sessions[session];
    if (state_[session] == State::cancelled) continue;
    // Seats are sold from the minimum to the capacity; a session that need not run need not pay for its minimum.
    if (price_[session] > 0) sum += price_[session] * its.capacity;
    if (price_[session] < 0 && state_[session] == State::runs) sum += price_[session] * std::max(its.minimum, 1);
  }
  for (auto const& group : groups_) {
    auto const best = best_of(group);
    if (best == impossible) return std::nullopt;
    sum += best;
  }
  if (level_ == Level::people) return per_person_ > 0 ? sum / per_person_ : std::ssize(instance_.people);
  auto const bound = sum - per_person_ * placed_;
  return bound >= 0 ? bound / grain_ * grain_ : -((-bound + grain_ - 1) / grain_) * grain_;
}

Amount Bounding::worth(int person, int session) const {
  if (level_ == Level::people) return -price_[at(session)];
  int const rank = rank_in(instance_.people[at(person)], instance_.sessions[at(session)].offer);
  return instance_.values[at(rank - 1)] - price_[at(session)];
}

bool Bounding::may(int person, int session) const {
  auto const& its = instance_.sessions[at(session)];
  if (state_[at(session)] == State::cancelled || its.capacity < 1 || its.minimum > its.capacity) return false;
  auto const demand = demands_.find({person, session});
  return (demand == demands_.end() || demand->second) && is_open_to(its, instance_.people[at(person)]);
}

std::vector<int> Bounding::open_to(int person, Kind kind) const {
  std::vector<int> open;
  for (int const offer : instance_.people[at(person)].choices) {
    auto const found = sessions_.find(offer);
    if (found == sessions_.end()) continue;
    for (int const session : found->second) {
      if (instance_.sessions[at(session)].kind == kind && may(person, session)) open.push_back(session);
    }
  }
  return open;
}

bool Bounding::fits(int session, std::vector<int> const& others) const {
  return std::ranges::all_of(others, [&](int other) {
    return go_together(instance_, instance_.sessions[at(session)], instance_.sessions[at(other)]);
  });
}

/// The best that a group can hold: all sets of workshops that everybody chose, and each one's shadowings beside them.
Amount Bounding::best_of(std::vector<int> const& group) {
  auto open = open_to(group.front(), Kind::workshop);
  std::erase_if(open, [&](int session) {
    auto const& its = instance_.sessions[at(session)];
    return its.capacity < std::ssize(group) || std::ranges::any_of(
                                                   group,
                                                   [&](int person) {
                                                     return rank_in(instance_.people[at(person)], its.offer) == 0 ||
                                                            !may(person, session);
                                                   });
  });
  best_ = impossible;
  std::vector<int> chosen;
  together(group, 0, open, chosen);
  return best_;
}

void Bounding::together(std::vector<int> const& group, std::size_t next, std::vector<int> const& open,
                        std::vector<int>& chosen) {
  auto sum = apart(group, chosen);
  if (sum > best_ && group.size() == 2) sum = both(group.front(), group.back(), chosen);
  best_ = std::max(best_, sum);
  bool const full = std::ranges::any_of(
      group, [&](int person) { return std::ssize(chosen) >= instance_.people[at(person)].max_sessions; });
  for (; !full && next < open.size(); ++next) {
    if (!fits(open[next], chosen)) continue;
    chosen.push_back(open[next]);
    together(group, next + 1, open, chosen);
    chosen.pop_back();
  }
}

/// As if nobody were in anybody's way.
Amount Bounding::apart(std::vector<int> const& group, std::vector<int> const& workshops) const {
  Amount sum = 0;
  for (int const person : group) {
    auto const own = alone(person, workshops);
    if (own == impossible) return impossible;
    sum += own;
  }
  return sum;
}

/// What one person makes of these workshops, with their best shadowings.
Amount Bounding::alone(int person, std::vector<int> const& workshops) const {
  Amount best = impossible;
  for (auto const& option : options(person, workshops)) best = std::max(best, option.sum);
  return best;
}

/// Two people, who never share the only seat of a session.
Amount Bounding::both(int one, int other, std::vector<int> const& workshops) const {
  Amount best = impossible;
  auto const others = options(other, workshops);
  for (auto const& option : options(one, workshops)) {
    for (auto const& beside : others) {
      if (option.sum + beside.sum > best && !share_a_seat(option.shadowings, beside.shadowings))
        best = option.sum + beside.sum;
    }
  }
  return best;
}

bool Bounding::share_a_seat(std::vector<int> const& shadowings, std::vector<int> const& others) const {
  return std::ranges::any_of(shadowings, [&](int session) {
    return instance_.sessions[at(session)].capacity < 2 && std::ranges::find(others, session) != others.end();
  });
}

std::vector<Bounding::Option> Bounding::options(int person, std::vector<int> const& workshops) const {
  Option option;
  for (int const session : workshops) option.sum += worth(person, session);
  auto all = workshops;
  std::vector<Option> options;
  shadow(person, open_to(person, Kind::shadowing), 0, all, option, options);
  return options;
}

void Bounding::shadow(int person, std::vector<int> const& open, std::size_t next, std::vector<int>& all, Option& option,
                      std::vector<Option>& options) const {
  auto const& who = instance_.people[at(person)];
  if (meets_demands(person, all)) options.push_back({option.sum + (all.empty() ? 0 : per_person_), option.shadowings});
  if (std::ssize(option.shadowings) >= who.max_shadowings || std::ssize(all) >= who.max_sessions) return;
  for (; next < open.size(); ++next) {
    if (!fits(open[next], all)) continue;
    all.push_back(open[next]);
    option.shadowings.push_back(open[next]);
    option.sum += worth(person, open[next]);
    shadow(person, open, next + 1, all, option, options);
    option.sum -= worth(person, open[next]);
    option.shadowings.pop_back();
    all.pop_back();
  }
}

bool Bounding::meets_demands(int person, std::vector<int> const& all) const {
  for (auto one = demands_.lower_bound({person, 0}); one != demands_.end() && one->first.first == person; ++one) {
    if (one->second && std::ranges::find(all, one->first.second) == all.end()) return false;
  }
  return true;
}

}  // namespace lenig::assign::checking
