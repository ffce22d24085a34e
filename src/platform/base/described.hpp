#pragma once

#include <boost/describe.hpp>
#include <boost/mp11.hpp>

#include <optional>
#include <string_view>
#include <type_traits>
#include <vector>

namespace lenig::base {

template <class T>
concept DescribedStruct = boost::describe::has_describe_members<T>::value && std::is_class_v<T>;

template <class T>
concept DescribedEnum = boost::describe::has_describe_enumerators<T>::value;

/// Calls `visit(name, member pointer)` for each described member of T, in the order of its description.
template <DescribedStruct T, class Visit>
constexpr void each_member(Visit&& visit) {
  using Members = boost::describe::describe_members<T, boost::describe::mod_public | boost::describe::mod_inherited>;
  boost::mp11::mp_for_each<Members>([&](auto member) { visit(std::string_view(member.name), member.pointer); });
}

/// Calls `visit(described)` likewise: its type has the `name` and the `pointer`, so that something can be kept for
/// each.
template <DescribedStruct T, class Visit>
constexpr void each_described_member(Visit&& visit) {
  using Members = boost::describe::describe_members<T, boost::describe::mod_public | boost::describe::mod_inherited>;
  boost::mp11::mp_for_each<Members>(visit);
}

/// The name of an enumerator as it stands in code, rows, forms and JSON.
template <DescribedEnum E>
constexpr std::string_view name_of(E value) {
  std::string_view name;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto described) {
    if (described.value == value) name = described.name;
  });
  return name;
}

template <DescribedEnum E>
constexpr std::optional<E> enum_from(std::string_view name) {
  std::optional<E> found;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto described) {
    if (name == described.name) found = described.value;
  });
  return found;
}

/// Calls `visit(value)` for every enumerator.
template <DescribedEnum E, class Visit>
constexpr void each_enumerator(Visit&& visit) {
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto described) { visit(described.value); });
}

template <class T>
struct is_optional : std::false_type {};
template <class T>
struct is_optional<std::optional<T>> : std::true_type {};

template <class T>
struct is_vector : std::false_type {};
template <class T, class A>
struct is_vector<std::vector<T, A>> : std::true_type {};

}  // namespace lenig::base
