#pragma once

#include <boost/json.hpp>
#include <unordered_map>

#include "engine/assign/assign.h"

namespace lenig::assign {

/// What stands in a JSON text, read piece by piece; every fault is noted with its JSON pointer, and reading goes on.
class Reading {
 public:
  using Value = boost::json::value;
  using Object = boost::json::object;

  std::vector<Fault> faults;

  void fault(std::string where, std::string what) { faults.push_back({std::move(where), std::move(what)}); }

  /// The whole text, or a fault with line and column.
  std::optional<Value> parse(std::string_view text);

  Object const* object(Value const& value, std::string const& where);
  /// Members that nobody asks for are faults: mostly they are slips of the pen.
  void only(Object const& object, std::string const& where, std::initializer_list<std::string_view> names);
  /// A member; nothing and a fault when it is missing.
  Value const* member(Object const& object, std::string const& where, std::string_view name);
  std::string text(Object const& object, std::string const& where, std::string_view name);
  /// A whole number from 0 on.
  int count(Object const& object, std::string const& where, std::string_view name);
  std::int64_t time(Value const& value, std::string const& where);
  Amount amount(Value const& value, std::string const& where);
  std::string string(Value const& value, std::string const& where);

  /// Calls `each(value, where)` for the entries of a list; a list that may be left out is empty then.
  template <class Each>
  void list(Object const& object, std::string const& where, std::string_view name, bool needed, Each const& each) {
    auto const* const found = object.if_contains(name);
    auto const place = where + "/" + std::string(name);
    if (found == nullptr) {
      if (needed) fault(place, "ontbreekt / is missing");
      return;
    }
    if (!found->is_array()) return fault(place, "is geen lijst / is no list");
    for (std::size_t index = 0; index < found->get_array().size(); ++index)
      each(found->get_array()[index], place + "/" + std::to_string(index));
  }
};

/// Names, each with its index.
using Names = std::unordered_map<std::string, int>;

}  // namespace lenig::assign
