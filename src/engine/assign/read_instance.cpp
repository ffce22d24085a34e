#include <algorithm>

#include "engine/assign/json_reading.hpp"

namespace lenig::assign {

namespace {

/// The instance of `lenig assign` (contracts): names become indices; faults name the place.
class InstanceReading : public Reading {
 public:
  Read<Instance> run(std::string_view json) {
    if (auto const value = parse(json)) {
      if (auto const* const root = object(*value, "")) read_root(*root);
    }
    if (!faults.empty()) return std::unexpected(std::move(faults));
    return std::move(instance_);
  }

 private:
  void read_root(Object const& root) {
    only(root, "", {"seed", "values", "sessions", "people", "travel_minutes"});
    instance_.seed = text(root, "", "seed");
    list(root, "", "values", true, [&](Value const& value, std::string const& where) {
      instance_.values.push_back(amount(value, where));
      if (instance_.values.back() < 0 || instance_.values.back() > 1'000'000 * one)
        fault(where, "ligt niet tussen 0 en 1000000 / is not between 0 and 1000000");
    });
    list(root, "", "sessions", true, [&](Value const& value, std::string const& where) { read_session(value, where); });
    list(root, "", "people", true, [&](Value const& value, std::string const& where) { read_person(value, where); });
    bind_people();
    read_travel(root);
  }

  int place(std::string const& name) {
    auto const [found, is_new] = places_.emplace(name, static_cast<int>(instance_.places.size()));
    if (is_new) instance_.places.push_back(name);
    return found->second;
  }

  void read_session(Value const& value, std::string const& where) {
    auto const* const from = object(value, where);
    if (from == nullptr) return;
    only(*from, where, {"id", "offer", "kind", "start", "end", "place", "capacity", "minimum", "not_from"});
    Session session{.id = text(*from, where, "id")};
    if (!sessions_.emplace(session.id, static_cast<int>(instance_.sessions.size())).second)
      fault(where + "/id", "komt vaker voor: '" + session.id + "' / is there more than once");
    auto const offer = text(*from, where, "offer");
    auto const [found, is_new] = offers_.emplace(offer, static_cast<int>(instance_.offers.size()));
    if (is_new) instance_.offers.push_back(offer);
    session.offer = found->second;
    auto const kind = text(*from, where, "kind");
    if (kind != "workshop" && kind != "shadowing")
      fault(where + "/kind", "is workshop of shadowing / is workshop or shadowing");
    session.kind = kind == "shadowing" ? Kind::shadowing : Kind::workshop;
    session.time = span(member(*from, where, "start"), member(*from, where, "end"), where + "/start", where + "/end");
    session.place = place(text(*from, where, "place"));
    session.capacity = count(*from, where, "capacity");
    session.minimum = count(*from, where, "minimum");
    if (session.minimum > session.capacity)
      fault(where + "/minimum", "is meer dan de capaciteit / is more than the capacity");
    list(*from, where, "not_from", false, [&](Value const& one_place, std::string const& at_place) {
      session.not_from.push_back(place(string(one_place, at_place)));
    });
    std::ranges::sort(session.not_from);
    instance_.sessions.push_back(std::move(session));
  }

  Span span(Value const* start, Value const* end, std::string const& where_start, std::string const& where_end) {
    if (start == nullptr || end == nullptr) return {};
    auto const before = faults.size();
    Span const read{time(*start, where_start), time(*end, where_end)};
    if (faults.size() == before && read.end <= read.start)
      fault(where_end, "ligt niet na het begin / is not after the start");
    return read;
  }

  void read_person(Value const& value, std::string const& where) {
    auto const* const from = object(value, where);
    if (from == nullptr) return;
    only(*from, where, {"id", "place", "max_sessions", "max_shadowings", "choices", "unavailable", "with"});
    Person person{.id = text(*from, where, "id"), .place = place(text(*from, where, "place"))};
    if (!people_.emplace(person.id, static_cast<int>(instance_.people.size())).second)
      fault(where + "/id", "komt vaker voor: '" + person.id + "' / is there more than once");
    person.max_sessions = count(*from, where, "max_sessions");
    person.max_shadowings = count(*from, where, "max_shadowings");
    list(*from, where, "choices", true,
         [&](Value const& choice, std::string const& at_choice) { read_choice(person, choice, at_choice); });
    list(*from, where, "unavailable", false, [&](Value const& pair, std::string const& at_pair) {
      if (!pair.is_array() || pair.get_array().size() != 2)
        return fault(at_pair, "is geen [begin, einde] / is no [start, end]");
      person.unavailable.push_back(span(&pair.get_array()[0], &pair.get_array()[1], at_pair + "/0", at_pair + "/1"));
    });
    list(*from, where, "with", false, [&](Value const& other, std::string const& at_other) {
      with_.push_back({static_cast<int>(instance_.people.size()), string(other, at_other), at_other});
    });
    instance_.people.push_back(std::move(person));
  }

  void read_choice(Person& person, Value const& choice, std::string const& where) {
    auto const name = string(choice, where);
    auto const found = offers_.find(name);
    if (found == offers_.end()) {
      if (choice.is_string()) fault(where, "geen sessie heeft aanbod '" + name + "' / no session has this offer");
      return;
    }
    if (std::ranges::find(person.choices, found->second) != person.choices.end())
      fault(where, "is al eerder gekozen / was chosen before");
    if (person.choices.size() == instance_.values.size())
      fault(where, "voor deze rang staat er geen waarde in /values / there is no value for this rank in /values");
    person.choices.push_back(found->second);
  }

  void bind_people() {
    auto const add = [](std::vector<int>& list, int other) {
      if (std::ranges::find(list, other) == list.end()) list.push_back(other);
    };
    for (auto const& [person, name, where] : with_) {
      auto const found = people_.find(name);
      if (found == people_.end()) {
        fault(where, "er is niemand '" + name + "' / there is nobody with this id");
      } else if (found->second == person) {
        fault(where, "is deze persoon zelf / is this person");
      } else {
        add(instance_.people[static_cast<std::size_t>(person)].with, found->second);
        add(instance_.people[static_cast<std::size_t>(found->second)].with, person);
      }
    }
    for (auto& person : instance_.people) std::ranges::sort(person.with);
  }

  void read_travel(Object const& root) {
    std::vector<std::pair<std::pair<int, int>, int>> ways;
    if (auto const* const found = root.if_contains("travel_minutes")) {
      if (auto const* const from = object(*found, "/travel_minutes")) read_ways(*from, ways);
    }
    instance_.travel.resize(instance_.places.size());
    for (auto const& [ends, minutes] : ways) {
      for (auto const& [from, to] : {ends, std::pair(ends.second, ends.first)}) {
        auto& list = instance_.travel[static_cast<std::size_t>(from)];
        auto const known = std::ranges::find(list, to, &std::pair<int, int>::first);
        if (known == list.end()) list.emplace_back(to, minutes);
      }
    }
    for (auto& list : instance_.travel) std::ranges::sort(list);
  }

  void read_ways(Object const& from, std::vector<std::pair<std::pair<int, int>, int>>& ways) {
    std::unordered_map<std::string, int> known;
    for (auto const& one_way : from) {
      std::string const key(one_way.key());
      auto const where = "/travel_minutes/" + key;
      auto const bar = key.find('|');
      boost::system::error_code error;
      auto const minutes = one_way.value().to_number<int>(error);
      if (bar == std::string::npos || key.find('|', bar + 1) != std::string::npos) {
        fault(where, "is geen 'plaats|plaats' / is no 'place|place'");
      } else if (error || minutes < 0 || minutes > 10'000) {
        fault(where, "is geen aantal minuten / is no number of minutes");
      } else {
        auto const back = key.substr(bar + 1) + "|" + key.substr(0, bar);
        known.emplace(key, minutes);
        auto const other = known.find(back);
        if (other != known.end() && other->second != minutes)
          fault(where, "is terug een andere reistijd / is another time on the way back");
        ways.push_back({{place(key.substr(0, bar)), place(key.substr(bar + 1))}, minutes});
      }
    }
  }

  struct With {
    int person = 0;
    std::string name;
    std::string where;
  };
  Instance instance_;
  Names places_, offers_, sessions_, people_;
  std::vector<With> with_;
};

}  // namespace

Read<Instance> read_instance(std::string_view json) { return InstanceReading().run(json); }

}  // namespace lenig::assign
