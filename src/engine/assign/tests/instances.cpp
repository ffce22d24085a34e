#include "engine/assign/tests/instances.hpp"

#include <algorithm>
#include <cmath>

namespace lenig::assign {

std::uint64_t Dice::roll() {
  auto bits = state_ += 0x9e3779b97f4a7c15;
  bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9;
  bits = (bits ^ (bits >> 27)) * 0x94d049bb133111eb;
  return bits ^ (bits >> 31);
}

int Dice::low(int end) {
  auto const share = static_cast<double>(roll() >> 11) / 9007199254740992.0;
  return std::min(end - 1, static_cast<int>(share * share * end));
}

namespace {

constexpr std::int64_t hour = 3600;
constexpr std::int64_t monday = 20'401 * 24 * hour;  // 9 November 2025 is a Sunday

void add_places(Instance& instance, Dice& dice, int count, int farthest) {
  std::vector<std::pair<int, int>> where;
  for (int place = 0; place < count; ++place) {
    instance.places.push_back("P" + std::to_string(place));
    where.emplace_back(dice.below(1000), dice.below(1000));
  }
  instance.travel.resize(static_cast<std::size_t>(count));
  for (int from = 0; from < count; ++from) {
    for (int to = 0; to < count; ++to) {
      auto const& [x, y] = where[static_cast<std::size_t>(from)];
      auto const& [u, v] = where[static_cast<std::size_t>(to)];
      int const minutes = static_cast<int>(std::hypot(x - u, y - v) * farthest / 1414.0);
      if (from != to && minutes > 0) instance.travel[static_cast<std::size_t>(from)].emplace_back(to, minutes);
    }
  }
}

int add_offer(Instance& instance, std::string id) {
  instance.offers.push_back(std::move(id));
  return static_cast<int>(instance.offers.size()) - 1;
}

void add_session(Instance& instance, Session session) {
  session.id = "S" + std::to_string(instance.sessions.size());
  instance.sessions.push_back(std::move(session));
}

Span on_day(int day, int from_half_hour, int half_hours) {
  auto const start = monday + day * 24 * hour + from_half_hour * hour / 2;
  return {start, start + half_hours * hour / 2};
}

void choose(Person& person, int count, auto const& draw) {
  for (int tries = 0; std::ssize(person.choices) < count && tries < 50 * count; ++tries) {
    int const offer = draw();
    if (std::ranges::find(person.choices, offer) == person.choices.end()) person.choices.push_back(offer);
  }
}

void bind(Instance& instance, int one, int other) {
  auto& people = instance.people;
  auto const add = [](std::vector<int>& list, int person) {
    auto const at = std::ranges::lower_bound(list, person);
    if (at == list.end() || *at != person) list.insert(at, person);
  };
  add(people[static_cast<std::size_t>(one)].with, other);
  add(people[static_cast<std::size_t>(other)].with, one);
}

}  // namespace

Instance tiny_days(std::uint64_t seed) {
  Dice dice(seed);
  Instance instance{.seed = "tiny " + std::to_string(seed), .values = {5 * one, 3 * one, 2 * one, one}};
  add_places(instance, dice, 3, 90);
  int const offers = dice.between(3, 5);
  for (int offer = 0; offer < offers; ++offer) {
    add_offer(instance, "O" + std::to_string(offer));
    bool const shadowing = dice.chance(30);
    for (int count = dice.between(1, 2); count > 0; --count) {
      Session session{.offer = offer, .kind = shadowing ? Kind::shadowing : Kind::workshop};
      session.time = on_day(0, dice.between(18, 24), dice.between(2, 4));
      session.place = dice.below(3);
      session.capacity = dice.between(1, 3);
      session.minimum = dice.chance(40) ? dice.between(1, session.capacity) : 0;
      if (dice.chance(20)) session.not_from.push_back(dice.below(3));
      add_session(instance, std::move(session));
    }
  }
  int const people = dice.between(3, 5);
  for (int index = 0; index < people; ++index) {
    Person person{.id = "p" + std::to_string(index), .place = dice.below(3)};
    person.max_sessions = dice.between(1, 3);
    person.max_shadowings = dice.between(0, 2);
    choose(person, std::min(offers, dice.between(1, 4)), [&] { return dice.below(offers); });
    if (dice.chance(20)) person.unavailable.push_back(on_day(0, dice.between(18, 26), 2));
    instance.people.push_back(std::move(person));
  }
  if (dice.chance(50)) bind(instance, 0, 1);
  if (dice.chance(15)) bind(instance, 1, 2);
  return instance;
}

Instance career_days(std::uint64_t seed, int people) {
  Dice dice(seed);
  Instance instance{.seed = "loopbaandagen " + std::to_string(seed)};
  for (int const value : {10, 8, 6, 4, 3, 2}) instance.values.push_back(value * one);
  add_places(instance, dice, 35, 75);
  constexpr int workshops = 30;
  constexpr int hosts = 60;
  for (int workshop = 0; workshop < workshops; ++workshop) {
    int const offer = add_offer(instance, "W" + std::to_string(workshop));
    int const capacity = dice.between(10, 20);
    for (int count = 0; count < 2; ++count) {
      Session session{.offer = offer, .kind = Kind::workshop, .place = dice.below(35), .capacity = capacity};
      session.time = on_day(dice.below(4), dice.between(18, 32), dice.between(3, 6));
      session.minimum = dice.between(4, 8);
      add_session(instance, std::move(session));
    }
  }
  for (int host = 0; host < hosts; ++host) {
    int const offer = add_offer(instance, "M" + std::to_string(host));
    for (int count = 0; count < 2; ++count) {
      Session session{.offer = offer, .kind = Kind::shadowing, .place = dice.below(35), .capacity = 1};
      session.time = on_day(dice.below(4), dice.chance(50) ? 17 : 25, 8);
      session.not_from.push_back(session.place);
      add_session(instance, std::move(session));
    }
  }
  for (int index = 0; index < people; ++index) {
    Person person{.id = "p" + std::to_string(index), .place = dice.below(35), .max_sessions = 3, .max_shadowings = 1};
    choose(person, dice.between(3, 6),
           [&] { return dice.chance(70) ? dice.low(workshops) : workshops + dice.low(hosts); });
    for (int count = dice.below(3); count > 0; --count)
      person.unavailable.push_back(on_day(dice.below(4), dice.between(17, 28), dice.between(4, 10)));
    instance.people.push_back(std::move(person));
  }
  for (int pair = 0; pair < people / 25; ++pair) {
    int const one = dice.below(people / 2) * 2;
    instance.people[static_cast<std::size_t>(one) + 1].choices = instance.people[static_cast<std::size_t>(one)].choices;
    bind(instance, one, one + 1);
  }
  return instance;
}

Instance sector_days(std::uint64_t seed, int people) {
  Dice dice(seed);
  Instance instance{.seed = "sector " + std::to_string(seed)};
  for (int const value : {5, 4, 3, 2, 1}) instance.values.push_back(value * one);
  add_places(instance, dice, 300, 180);
  int const offers = people / 60;
  for (int index = 0; index < offers; ++index) {
    int const offer = add_offer(instance, "W" + std::to_string(index));
    int const capacity = dice.between(20, 40);
    for (int count = 0; count < 4; ++count) {
      Session session{.offer = offer, .kind = Kind::workshop, .place = dice.below(300), .capacity = capacity};
      session.time = on_day(dice.below(4), dice.between(18, 32), dice.between(3, 6));
      session.minimum = dice.between(3, 8);
      add_session(instance, std::move(session));
    }
  }
  for (int index = 0; index < people; ++index) {
    Person person{.id = "p" + std::to_string(index), .place = dice.below(300), .max_sessions = 2, .max_shadowings = 1};
    choose(person, 5, [&] { return dice.chance(50) ? dice.below(offers) : dice.low(offers); });
    if (dice.chance(30)) person.unavailable.push_back(on_day(dice.below(4), dice.between(17, 28), dice.between(4, 10)));
    instance.people.push_back(std::move(person));
  }
  return instance;
}

}  // namespace lenig::assign
