#include "engine/assign/model.hpp"

#include <algorithm>
#include <numeric>

namespace lenig::assign {

namespace {

std::int64_t travel_seconds(Instance const& instance, int from, int to) {
  if (from == to || from < 0 || to < 0) return 0;
  auto const& ways = instance.travel[static_cast<std::size_t>(from)];
  auto const found = std::ranges::lower_bound(ways, to, {}, &std::pair<int, int>::first);
  return found != ways.end() && found->first == to ? found->second * std::int64_t{60} : 0;
}

bool may_attend(Person const& person, Session const& session) {
  if (person.place >= 0 && std::ranges::binary_search(session.not_from, person.place)) return false;
  return std::ranges::none_of(person.unavailable, [&](Span const& span) {
    return span.start < session.time.end && session.time.start < span.end;
  });
}

Amount value_of(Instance const& instance, Person const& person, int offer) {
  auto const rank = std::ranges::find(person.choices, offer) - person.choices.begin();
  return instance.values[static_cast<std::size_t>(rank)];
}

bool chose(Person const& person, int offer) { return std::ranges::find(person.choices, offer) != person.choices.end(); }

}  // namespace

bool clash(Instance const& instance, Session const& one, Session const& other) {
  if (one.offer == other.offer) return true;
  auto const between = std::max(other.time.start - one.time.end, one.time.start - other.time.end);
  if (between < 0) return true;
  return between < travel_seconds(instance, one.place, other.place);
}

Model::Model(Instance const& instance) : instance_(&instance), sessions_of_offer_(instance.offers.size()) {
  for (int session = 0; session < sessions(); ++session) {
    auto const& its = instance.sessions[static_cast<std::size_t>(session)];
    if (its.capacity > 0 && its.minimum <= its.capacity)
      sessions_of_offer_[static_cast<std::size_t>(its.offer)].push_back(session);
  }
  grain_ = std::accumulate(instance.values.begin(), instance.values.end(), Amount{0},
                           [](Amount a, Amount b) { return std::gcd(a, b); });
  if (grain_ == 0) grain_ = one;
  note_times();
  join_people();
  add_lots();
  index_candidates();
}

void Model::note_times() {
  for (auto const& session : instance_->sessions) timings_.push_back({session.time, session.offer});
  for (auto const& ways : instance_->travel) {
    for (auto const& [place, minutes] : ways) longest_way_ = std::max(longest_way_, minutes * std::int64_t{60});
  }
}

bool Model::exclude(int session, int other) const {
  auto const& one = timings_[static_cast<std::size_t>(session)];
  auto const& two = timings_[static_cast<std::size_t>(other)];
  auto const between = std::max(two.time.start - one.time.end, one.time.start - two.time.end);
  if (one.offer != two.offer && between >= longest_way_) return false;
  return assign::clash(*instance_, instance_->sessions[static_cast<std::size_t>(session)],
                       instance_->sessions[static_cast<std::size_t>(other)]);
}

/// Units are the components of `with`, in the order of their first person.
void Model::join_people() {
  auto const& people = instance_->people;
  unit_of_.assign(people.size(), -1);
  items_.reserve(people.size() * 16);
  std::vector<int> joined;
  for (std::size_t person = 0; person < people.size(); ++person) {
    if (unit_of_[person] >= 0) continue;
    joined.assign(1, static_cast<int>(person));
    unit_of_[person] = static_cast<int>(units_.size());
    for (std::size_t at = 0; at < joined.size(); ++at) {
      for (int const other : people[static_cast<std::size_t>(joined[at])].with) {
        if (std::exchange(unit_of_[static_cast<std::size_t>(other)], static_cast<int>(units_.size())) < 0)
          joined.push_back(other);
      }
    }
    std::ranges::sort(joined);
    add_unit(joined);
  }
}

void Model::add_unit(std::vector<int> const& people) {
  Unit unit{.first_item = static_cast<int>(items_.size()),
            .first_member = static_cast<int>(members_.size()),
            .members = static_cast<int>(people.size())};
  unit.limit = unit.shadowing_limit = static_cast<int>(instance_->sessions.size());
  for (int const index : people) {
    auto const& person = instance_->people[static_cast<std::size_t>(index)];
    members_.push_back({index, person.max_sessions, person.max_shadowings});
    unit.limit = std::min(unit.limit, person.max_sessions);
    unit.shadowing_limit = std::min(unit.shadowing_limit, person.max_shadowings);
  }
  if (unit.limit > 0) add_shared(people);
  unit.shared = static_cast<int>(items_.size()) - unit.first_item;
  for (int member = 0; unit.members > 1 && member < unit.members; ++member)
    add_shadowings(member, people[static_cast<std::size_t>(member)]);
  unit.items = static_cast<int>(items_.size()) - unit.first_item;
  add_clashes(unit);
  units_.push_back(unit);
}

/// Of one person everything; of several the workshops that all of them chose and may attend.
void Model::add_shared(std::vector<int> const& people) {
  auto const& first = instance_->people[static_cast<std::size_t>(people.front())];
  auto const seats = static_cast<int>(people.size());
  for (int const offer : first.choices) {
    for (int const session : sessions_of_offer_[static_cast<std::size_t>(offer)]) {
      auto const& its = instance_->sessions[static_cast<std::size_t>(session)];
      bool const shadowing = its.kind == Kind::shadowing;
      if (its.capacity < seats || (shadowing && (seats > 1 || first.max_shadowings == 0))) continue;
      Item item{.session = session, .seats = seats, .shadowing = shadowing};
      bool const all = std::ranges::all_of(people, [&](int index) {
        auto const& person = instance_->people[static_cast<std::size_t>(index)];
        if (!chose(person, offer) || !may_attend(person, its)) return false;
        item.value += value_of(*instance_, person, offer);
        return true;
      });
      if (all) items_.push_back(item);
    }
  }
}

void Model::add_shadowings(int member, int person) {
  auto const& who = instance_->people[static_cast<std::size_t>(person)];
  if (who.max_sessions == 0 || who.max_shadowings == 0) return;
  for (int const offer : who.choices) {
    for (int const session : sessions_of_offer_[static_cast<std::size_t>(offer)]) {
      auto const& its = instance_->sessions[static_cast<std::size_t>(session)];
      if (its.kind != Kind::shadowing || !may_attend(who, its)) continue;
      items_.push_back({session, 1, member, true, value_of(*instance_, who, offer)});
    }
  }
}

void Model::add_clashes(Unit& unit) {
  auto const all = items(unit);
  unit.first_bit = clashes_.size() * 64;
  clashes_.resize(clashes_.size() + (all.size() * all.size() + 63) / 64);
  auto const excludes = [&](Item const& one, Item const& other) {
    if (one.member >= 0 && other.member >= 0 && one.member != other.member) return false;
    return exclude(one.session, other.session);
  };
  auto const set = [&](std::size_t one, std::size_t other) {
    auto const bit = unit.first_bit + one * all.size() + other;
    clashes_[bit / 64] |= std::uint64_t{1} << (bit % 64);
  };
  for (std::size_t one = 0; one < all.size(); ++one) {
    for (std::size_t other = 0; other < one; ++other) {
      if (!excludes(all[one], all[other])) continue;
      set(one, other);
      set(other, one);
    }
  }
}

/// The lots of everything that could be held together stay below half a grain: they decide between equals alone.
void Model::add_lots() {
  auto const& people = instance_->people;
  std::int64_t held = 0;
  for (auto const& unit : units_) {
    bool some = unit.shared > 0;
    for (auto const& member : members(unit)) {
      held += std::min<std::int64_t>(member.max_sessions,
                                     std::ssize(people[static_cast<std::size_t>(member.person)].choices));
      auto const index = static_cast<int>(&member - members(unit).data());
      bool const reaches =
          some || std::ranges::any_of(items(unit), [&](Item const& item) { return item.member == index; });
      reachable_ += reaches ? 1 : 0;
    }
  }
  auto const widest = static_cast<std::uint64_t>(grain_ / 2 / std::max<std::int64_t>(held, 1));
  for (auto const& unit : units_) {
    for (int at = unit.first_item; at < unit.first_item + unit.items; ++at) {
      auto& item = items_[static_cast<std::size_t>(at)];
      dearest_ = std::max(dearest_, item.value);
      if (widest == 0) continue;
      auto const& session = instance_->sessions[static_cast<std::size_t>(item.session)].id;
      for (int index = 0; index < unit.members; ++index) {
        if (item.member >= 0 && item.member != index) continue;
        auto const& person = people[static_cast<std::size_t>(members(unit)[static_cast<std::size_t>(index)].person)];
        item.lot += static_cast<Amount>(ticket(instance_->seed, person.id, session) % (widest + 1));
      }
    }
  }
  int most = 1;
  for (auto const& unit : units_) most = std::max(most, std::min(unit.limit, unit.items));
  for (auto const& member : members_)
    most = std::max(most, std::min(member.max_sessions, static_cast<int>(instance_->values.size())));
  dearest_ = (dearest_ + grain_) * most;
}

void Model::index_candidates() {
  first_candidate_.assign(static_cast<std::size_t>(sessions()) + 1, 0);
  for (auto const& item : items_) ++first_candidate_[static_cast<std::size_t>(item.session) + 1];
  std::partial_sum(first_candidate_.begin(), first_candidate_.end(), first_candidate_.begin());
  candidates_.resize(items_.size());
  auto next = first_candidate_;
  for (std::size_t unit = 0; unit < units_.size(); ++unit) {
    for (int item = 0; item < units_[unit].items; ++item) {
      auto const place = static_cast<std::size_t>(units_[unit].first_item) + static_cast<std::size_t>(item);
      auto const session = static_cast<std::size_t>(items_[place].session);
      candidates_[next[session]++] = {static_cast<int>(unit), item};
    }
  }
}

std::vector<int> drawn_order(Model const& model) {
  auto const& instance = model.instance();
  std::vector<std::pair<std::uint64_t, int>> drawn;
  for (int unit = 0; unit < static_cast<int>(model.units().size()); ++unit) {
    auto lowest = ~std::uint64_t{0};
    for (auto const& member : model.members(model.units()[static_cast<std::size_t>(unit)])) {
      auto const& person = instance.people[static_cast<std::size_t>(member.person)];
      lowest = std::min(lowest, ticket(instance.seed, person.id, ""));
    }
    drawn.emplace_back(lowest, unit);
  }
  std::ranges::sort(drawn);
  std::vector<int> order;
  order.reserve(drawn.size());
  for (auto const& [lot, unit] : drawn) order.push_back(unit);
  return order;
}

std::span<std::pair<int, int> const> Model::candidates(int session) const {
  auto const at = static_cast<std::size_t>(session);
  return {candidates_.data() + first_candidate_[at], first_candidate_[at + 1] - first_candidate_[at]};
}

}  // namespace lenig::assign
