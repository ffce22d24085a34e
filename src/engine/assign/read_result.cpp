#include "engine/assign/json_reading.hpp"

namespace lenig::assign {

namespace {

Names names_of(auto const& list) {
  Names names;
  for (std::size_t index = 0; index < list.size(); ++index) names.emplace(list[index].id, static_cast<int>(index));
  return names;
}

/// Results and certificates name people and sessions of an instance.
class NamedReading : public Reading {
 public:
  explicit NamedReading(Instance const& instance)
      : instance_(instance), people_(names_of(instance.people)), sessions_(names_of(instance.sessions)) {}

  Read<Result> result(std::string_view json) {
    if (auto const value = parse(json)) {
      if (auto const* const root = object(*value, "")) read_result(*root);
    }
    if (!faults.empty()) return std::unexpected(std::move(faults));
    return std::move(result_);
  }

  Read<Certificate> certificate(std::string_view json) {
    Certificate read;
    if (auto const value = parse(json)) {
      if (auto const* const root = object(*value, "")) {
        only(*root, "", {"people", "value"});
        if (auto const* const people = member(*root, "", "people")) read.people = proof(*people, "/people", 0);
        if (auto const* const worth = member(*root, "", "value")) read.value = proof(*worth, "/value", 0);
      }
    }
    if (!faults.empty()) return std::unexpected(std::move(faults));
    return read;
  }

 private:
  void read_result(Object const& root) {
    only(root, "",
         {"assignments", "unplaced", "cancelled_sessions", "waiting", "people_placed", "people_bound", "value", "bound",
          "gap", "stopped"});
    list(root, "", "assignments", true, [&](Value const& value, std::string const& where) {
      auto const* const from = object(value, where);
      if (from == nullptr) return;
      only(*from, where, {"person", "session", "rank"});
      result_.assignments.push_back({named(people_, text(*from, where, "person"), where + "/person"),
                                     named(sessions_, text(*from, where, "session"), where + "/session"),
                                     count(*from, where, "rank")});
    });
    list(root, "", "unplaced", true, [&](Value const& value, std::string const& where) {
      result_.unplaced.push_back(named(people_, string(value, where), where));
    });
    list(root, "", "cancelled_sessions", true, [&](Value const& value, std::string const& where) {
      result_.cancelled.push_back(named(sessions_, string(value, where), where));
    });
    read_waiting(root);
    result_.people_placed = count(root, "", "people_placed");
    result_.people_bound = count(root, "", "people_bound");
    if (auto const* const value = member(root, "", "value")) result_.value = amount(*value, "/value");
    if (auto const* const bound = member(root, "", "bound")) result_.bound = amount(*bound, "/bound");
    if (auto const* const gap = member(root, "", "gap")) {
      boost::system::error_code error;
      result_.gap = gap->to_number<double>(error);
      if (error) fault("/gap", "is geen getal / is no number");
    }
    auto const stopped = text(root, "", "stopped");
    if (stopped != "optimal" && stopped != "work" && stopped != "time")
      fault("/stopped", "is optimal, work of time / is optimal, work or time");
    result_.stopped = stopped == "optimal" ? Stopped::optimal : stopped == "time" ? Stopped::time : Stopped::work;
  }

  void read_waiting(Object const& root) {
    result_.waiting.resize(instance_.sessions.size());
    auto const* const found = member(root, "", "waiting");
    auto const* const lists = found != nullptr ? object(*found, "/waiting") : nullptr;
    if (lists == nullptr) return;
    for (auto const& one_list : *lists) {
      std::string const session(one_list.key());
      int const index = named(sessions_, session, "/waiting/" + session);
      list(*lists, "/waiting", session, true, [&](Value const& value, std::string const& where) {
        int const person = named(people_, string(value, where), where);
        if (index >= 0) result_.waiting[static_cast<std::size_t>(index)].push_back(person);
      });
    }
  }

  int named(Names const& names, std::string const& name, std::string const& where) {
    auto const found = names.find(name);
    if (found != names.end()) return found->second;
    fault(where, "staat niet in de invoer: '" + name + "' / is not in the instance");
    return -1;
  }

  Proof proof(Value const& value, std::string const& where, int depth) {
    Proof read;
    auto const* const from = object(value, where);
    if (from == nullptr) return read;
    if (from->contains("session")) {
      only(*from, where, {"session", "person", "no", "yes"});
      read.session = named(sessions_, text(*from, where, "session"), where + "/session");
      if (from->contains("person")) read.person = named(people_, text(*from, where, "person"), where + "/person");
      for (std::string_view const answer : {"no", "yes"}) {
        auto const* const branch = member(*from, where, answer);
        if (branch != nullptr) read.answers.push_back(proof(*branch, where + "/" + std::string(answer), depth + 1));
      }
      return read;
    }
    only(*from, where, {"per_person", "prices"});
    if (auto const* const per_person = member(*from, where, "per_person"))
      read.per_person = amount(*per_person, where + "/per_person");
    auto const* const prices = member(*from, where, "prices");
    auto const* const list_of_prices = prices != nullptr ? object(*prices, where + "/prices") : nullptr;
    if (list_of_prices == nullptr) return read;
    for (auto const& price : *list_of_prices) {
      auto const at_price = where + "/prices/" + std::string(price.key());
      read.prices.emplace_back(named(sessions_, std::string(price.key()), at_price), amount(price.value(), at_price));
    }
    return read;
  }

  Instance const& instance_;
  Names people_, sessions_;
  Result result_;
};

}  // namespace

Read<Result> read_result(Instance const& instance, std::string_view json) {
  return NamedReading(instance).result(json);
}

Read<Certificate> read_certificate(Instance const& instance, std::string_view json) {
  return NamedReading(instance).certificate(json);
}

}  // namespace lenig::assign
