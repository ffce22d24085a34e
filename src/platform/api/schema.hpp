#pragma once

#include <boost/json.hpp>

#include "platform/api/json.hpp"

namespace lenig::api {

/// The JSON Schema of what `json_of` gives, as OpenAPI 3.1 has it.
template <class T>
boost::json::object schema_of() {
  using boost::json::array;
  using boost::json::object;
  if constexpr (base::is_optional<T>::value) {
    return {{"anyOf", array{schema_of<typename T::value_type>(), object{{"type", "null"}}}}};
  } else if constexpr (base::is_vector<T>::value) {
    return {{"type", "array"}, {"items", schema_of<typename T::value_type>()}};
  } else if constexpr (base::DescribedStruct<T> && !base::is_id<T>::value) {
    object properties;
    array required;
    base::each_member<T>([&](std::string_view name, auto member) {
      using Member = std::remove_cvref_t<decltype(std::declval<T&>().*member)>;
      properties[name] = schema_of<Member>();
      required.emplace_back(name);
    });
    return {{"type", "object"}, {"properties", properties}, {"required", required}};
  } else if constexpr (base::DescribedEnum<T>) {
    array names;
    base::each_enumerator<T>([&](T value) { names.emplace_back(base::name_of(value)); });
    return {{"type", "string"}, {"enum", names}};
  } else if constexpr (std::is_same_v<T, bool>) {
    return {{"type", "boolean"}};
  } else if constexpr (std::is_integral_v<T>) {
    return {{"type", "integer"}};
  } else if constexpr (std::is_floating_point_v<T>) {
    return {{"type", "number"}};
  } else if constexpr (std::is_same_v<T, base::Date>) {
    return {{"type", "string"}, {"format", "date"}};
  } else if constexpr (std::is_same_v<T, base::LocalTime> || std::is_same_v<T, base::Instant>) {
    return {{"type", "string"}, {"format", "date-time"}};
  } else if constexpr (base::is_id<T>::value) {
    return {{"type", "string"}, {"format", "uuid"}};
  } else {
    return {{"type", "string"}};
  }
}

}  // namespace lenig::api
