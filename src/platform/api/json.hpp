#pragma once

#include <boost/json.hpp>

#include <string>
#include <vector>

#include "platform/base/described.hpp"
#include "platform/base/id.hpp"
#include "platform/base/time.hpp"

namespace lenig::api {

/// A value as it stands in an answer: described structs as objects, enumerators by name, days and ids as text, a local
/// time with its offset (RFC 3339), nothing as null.
template <class T>
boost::json::value json_of(T const& value) {
  if constexpr (base::is_optional<T>::value) {
    return value ? json_of(*value) : boost::json::value(nullptr);
  } else if constexpr (base::is_vector<T>::value) {
    boost::json::array all;
    all.reserve(value.size());
    for (auto const& one : value) all.push_back(json_of(one));
    return all;
  } else if constexpr (base::DescribedStruct<T> && !base::is_id<T>::value) {
    boost::json::object object;
    base::each_member<T>([&](std::string_view name, auto member) { object[name] = json_of(value.*member); });
    return object;
  } else if constexpr (base::DescribedEnum<T>) {
    return boost::json::value(base::name_of(value));
  } else if constexpr (std::is_same_v<T, base::LocalTime>) {
    return boost::json::value(base::text_with_offset(value));
  } else if constexpr (std::is_arithmetic_v<T> || std::is_same_v<T, std::string>) {
    return boost::json::value(value);
  } else {
    return boost::json::value(value.text());
  }
}

}  // namespace lenig::api
