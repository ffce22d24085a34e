#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "platform/base/described.hpp"
#include "platform/base/id.hpp"
#include "platform/base/time.hpp"

namespace lenig::db {

enum class Kind { text, integer, real };

/// A value on its way to or from a column: text, a whole number or a real number, or nothing of one of these kinds.
struct Value {
  Kind kind = Kind::text;
  bool null = true;
  std::string text;
  long long integer = 0;
  double real = 0;
};

/// The kind of column that holds a T.
template <class T>
constexpr Kind kind_of() {
  if constexpr (base::is_optional<T>::value) {
    return kind_of<typename T::value_type>();
  } else if constexpr (std::is_floating_point_v<T>) {
    return Kind::real;
  } else if constexpr (std::is_integral_v<T>) {
    return Kind::integer;
  } else {
    return Kind::text;
  }
}

template <class T>
Value to_value(T const& from) {
  Value value{.kind = kind_of<T>(), .null = false};
  if constexpr (base::is_optional<T>::value) {
    return from ? to_value(*from) : Value{.kind = kind_of<T>()};
  } else if constexpr (std::is_floating_point_v<T>) {
    value.real = from;
  } else if constexpr (std::is_integral_v<T>) {
    value.integer = from;
  } else if constexpr (base::DescribedEnum<T>) {
    value.text = base::name_of(from);
  } else if constexpr (std::is_convertible_v<T, std::string_view>) {
    value.text = std::string_view(from);
  } else {
    value.text = from.text();
    if constexpr (base::is_id<T>::value) value.null = from.empty();
  }
  return value;
}

/// Reads a column into a member; throws std::runtime_error when the row holds what the member can't be.
template <class T>
void from_value(Value const& value, T& to) {
  if constexpr (base::is_optional<T>::value) {
    if (value.null) {
      to.reset();
    } else {
      from_value(value, to.emplace());
    }
  } else if constexpr (base::is_id<T>::value) {
    to = value.null ? T() : T(value.text);
  } else {
    if (value.null) throw std::runtime_error("a column is empty where the row's struct has no place for that");
    if constexpr (std::is_floating_point_v<T>) {
      to = static_cast<T>(value.real);
    } else if constexpr (std::is_same_v<T, bool>) {
      to = value.integer != 0;
    } else if constexpr (std::is_integral_v<T>) {
      to = static_cast<T>(value.integer);
    } else if constexpr (base::DescribedEnum<T>) {
      auto const known = base::enum_from<T>(value.text);
      if (!known) throw std::runtime_error("a column holds the unknown word '" + value.text + "'");
      to = *known;
    } else if constexpr (std::is_same_v<T, std::string>) {
      to = value.text;
    } else {
      auto const parsed = T::parse(value.text);
      if (!parsed) throw std::runtime_error("a column holds '" + value.text + "', which is no date or time");
      to = *parsed;
    }
  }
}

/// A parameter of a query: its name (without the colon) and what it stands for.
struct Named {
  template <class T>
  Named(std::string_view parameter, T const& from) : name(parameter), value(to_value(from)) {}

  std::string_view name;
  Value value;
};

using Values = std::vector<Named>;

/// Every described member of a struct as a parameter of the member's name, and what is added to them.
template <base::DescribedStruct T>
Values fields(T const& from, std::initializer_list<Named> more = {}) {
  Values values(more);
  base::each_member<T>([&](std::string_view name, auto member) {
    for (auto const& given : more) {
      if (given.name == name) return;
    }
    values.emplace_back(name, from.*member);
  });
  return values;
}

}  // namespace lenig::db
