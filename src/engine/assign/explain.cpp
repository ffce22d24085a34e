#include <algorithm>

#include "engine/assign/assemble.hpp"
#include "engine/assign/model.hpp"

namespace lenig::assign {

namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

int rank_in(Person const& person, int offer) {
  auto const found = std::ranges::find(person.choices, offer);
  return found == person.choices.end() ? 0 : static_cast<int>(found - person.choices.begin()) + 1;
}

bool can_attend(Person const& person, Session const& session) {
  if (session.kind == Kind::shadowing && person.max_shadowings == 0) return false;
  if (std::ranges::binary_search(session.not_from, person.place)) return false;
  return std::ranges::none_of(person.unavailable, [&](Span const& span) {
    return span.start < session.time.end && session.time.start < span.end;
  });
}

class Explaining {
 public:
  Explaining(Instance const& instance, Result const& result)
      : instance_(instance),
        result_(result),
        sessions_(instance.offers.size()),
        held_(instance.people.size()),
        holders_(instance.sessions.size()) {
    for (int session = 0; session < static_cast<int>(instance.sessions.size()); ++session)
      sessions_[at(instance.sessions[at(session)].offer)].push_back(session);
    for (auto const& one : result.assignments) {
      held_[at(one.person)].push_back(one);
      holders_[at(one.session)].push_back(one);
    }
  }

  Explanation of(int index) const {
    Explanation all;
    auto const& person = instance_.people[at(index)];
    for (int rank = 1; rank <= std::ssize(person.choices); ++rank) {
      int const offer = person.choices[at(rank - 1)];
      if (!holds(index, offer)) all.missed.push_back(missed(index, offer, rank));
    }
    if (person.max_sessions > std::ssize(held_[at(index)]) && person.with.empty()) all.would_have_had = left_for(index);
    return all;
  }

 private:
  bool holds(int person, int offer) const {
    return std::ranges::any_of(
        held_[at(person)], [&](Assignment const& one) { return instance_.sessions[at(one.session)].offer == offer; });
  }

  /// Of the sessions of an offer the one that was nearest: where they stand highest on the list, else one that is full.
  Missed missed(int person, int offer, int rank) const {
    Missed nearest{.offer = offer, .rank = rank, .why = Missed::Why::does_not_fit};
    for (int const session : sessions_[at(offer)]) {
      auto const one = missed_session(person, session, rank);
      bool const higher =
          one.place_on_list > 0 && (nearest.place_on_list == 0 || one.place_on_list < nearest.place_on_list);
      if (nearest.session < 0 || higher || (nearest.place_on_list == 0 && one.why > nearest.why)) nearest = one;
    }
    return nearest;
  }

  Missed missed_session(int index, int session, int rank) const {
    using Why = Missed::Why;
    auto const& person = instance_.people[at(index)];
    auto const& its = instance_.sessions[at(session)];
    Missed one{.offer = its.offer, .rank = rank, .why = Why::does_not_fit, .session = session};
    auto const& list = result_.waiting[at(session)];
    auto const place = std::ranges::find(list, index);
    if (place != list.end()) one.place_on_list = static_cast<int>(place - list.begin()) + 1;
    if (!can_attend(person, its) || person.max_sessions == 0) return one;
    auto const& holders = holders_[at(session)];
    one.why = Why::not_run;
    if (holders.empty()) return one;
    one.why = Why::clashes_with_better;
    if (one.place_on_list == 0 && !held_[at(index)].empty()) return one;
    if (its.kind == Kind::workshop && !person.with.empty()) {
      one.why = Why::not_together;
      return one;
    }
    count_rights(one, session);
    one.why = std::ssize(holders) >= its.capacity ? Why::full : Why::for_the_whole;
    return one;
  }

  /// Those who hold it by their right: a higher rank; the same rank; a lower rank, for the sake of the whole.
  void count_rights(Missed& one, int session) const {
    for (auto const& holder : holders_[at(session)]) {
      if (holder.rank < one.rank) ++one.better_right;
      if (holder.rank == one.rank) ++one.same_right;
      if (holder.rank > one.rank) ++one.others;
    }
  }

  /// Sessions with a seat left that they did not choose and that go with what they hold; at most three.
  std::vector<int> left_for(int index) const {
    std::vector<int> left;
    auto const& person = instance_.people[at(index)];
    auto const shadowings = std::ranges::count_if(held_[at(index)], [&](Assignment const& one) {
      return instance_.sessions[at(one.session)].kind == Kind::shadowing;
    });
    for (int session = 0; session < static_cast<int>(instance_.sessions.size()) && left.size() < 3; ++session) {
      auto const& its = instance_.sessions[at(session)];
      auto const load = std::ssize(holders_[at(session)]);
      if (load == 0 || load >= its.capacity || rank_in(person, its.offer) > 0 || !can_attend(person, its)) continue;
      if (its.kind == Kind::shadowing && shadowings >= person.max_shadowings) continue;
      bool const clashes = std::ranges::any_of(held_[at(index)], [&](Assignment const& one) {
        return clash(instance_, instance_.sessions[at(one.session)], its);
      });
      if (!clashes) left.push_back(session);
    }
    return left;
  }

  Instance const& instance_;
  Result const& result_;
  std::vector<std::vector<int>> sessions_;  // by offer
  std::vector<std::vector<Assignment>> held_;
  std::vector<std::vector<Assignment>> holders_;
};

}  // namespace

std::vector<Explanation> explain(Instance const& instance, Result const& result) {
  Explaining const explaining(instance, result);
  std::vector<Explanation> all;
  all.reserve(instance.people.size());
  for (int person = 0; person < static_cast<int>(instance.people.size()); ++person)
    all.push_back(explaining.of(person));
  return all;
}

}  // namespace lenig::assign
