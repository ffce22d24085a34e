#pragma once

#include <charconv>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/collected.hpp"
#include "platform/base/described.hpp"
#include "platform/base/id.hpp"
#include "platform/base/text.hpp"
#include "platform/base/time.hpp"

namespace lenig::html {

/// What a browser sent of a form, in order; a name may stand more than once.
class Sent {
 public:
  Sent() = default;
  explicit Sent(std::vector<std::pair<std::string, std::string>> pairs) : pairs_(std::move(pairs)) {}

  std::optional<std::string> value(std::string_view name) const;
  std::vector<std::string> values(std::string_view name) const;

 private:
  std::vector<std::pair<std::string, std::string>> pairs_;
};

/// The hidden field in which a form remembers what it showed before anybody typed.
inline constexpr std::string_view seen_field = "_seen";

/// Why a field can't be read; the words for it are in `message`.
enum class FieldFault { missing, not_a_number, not_a_date, not_a_moment, not_a_choice, too_long, not_text };

/// A draft as it was filled in: the values that could be read, what was typed, and what is wrong with which field.
template <class Draft>
struct Filled {
  Draft draft;
  Sent sent;
  std::map<std::string, FieldFault, std::less<>> faults;

  explicit operator bool() const { return faults.empty(); }
  Draft const& operator*() const { return draft; }
  Draft const* operator->() const { return &draft; }
};

namespace detail {

constexpr std::size_t most_characters = 10'000;

template <class T>
std::optional<FieldFault> read_text(std::string const& typed, T& value) {
  if constexpr (std::is_same_v<T, std::string>) {
    auto const clean = base::cleaned(typed);
    if (!clean) return FieldFault::not_text;
    if (base::length(*clean) > most_characters) return FieldFault::too_long;
    value = *clean;
    return std::nullopt;
  } else if constexpr (std::is_same_v<T, base::Date>) {
    auto const date = base::Date::parse(typed);
    if (!date) return FieldFault::not_a_date;
    value = *date;
  } else if constexpr (std::is_same_v<T, base::LocalTime>) {
    auto const moment = base::LocalTime::parse(typed);
    if (!moment) return FieldFault::not_a_moment;
    value = *moment;
  } else if constexpr (base::is_id<T>::value) {
    auto const id = T::parse(typed);
    if (!id) return FieldFault::not_a_choice;
    value = *id;
  } else if constexpr (base::DescribedEnum<T>) {
    auto const choice = base::enum_from<T>(typed);
    if (!choice) return FieldFault::not_a_choice;
    value = *choice;
  } else if constexpr (std::is_floating_point_v<T>) {
    auto const number = base::decimal_from(typed);
    if (!number) return FieldFault::not_a_number;
    value = *number;
  } else {
    auto const [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), value);
    if (error != std::errc{} || end != typed.data() + typed.size()) return FieldFault::not_a_number;
  }
  return std::nullopt;
}

template <class T>
std::optional<FieldFault> read_member(Sent const& sent, std::string_view name, T& value) {
  if constexpr (std::is_same_v<T, bool>) {
    value = sent.value(name).has_value();
    return std::nullopt;
  } else if constexpr (base::is_vector<T>::value) {
    for (auto const& typed : sent.values(name)) {
      if (auto const fault = read_text(typed, value.emplace_back())) return fault;
    }
    return std::nullopt;
  } else {
    auto const typed = std::string(base::trimmed(sent.value(name).value_or("")));
    if constexpr (base::is_optional<T>::value) {
      return typed.empty() ? std::nullopt : read_text(typed, value.emplace());
    } else if constexpr (std::is_same_v<T, std::string>) {
      return read_text(typed, value);
    } else {
      return typed.empty() ? std::optional(FieldFault::missing) : read_text(typed, value);
    }
  }
}

/// How a value stands in its field: what `read_member` reads it from.
template <class T>
std::vector<std::string> typed_of(T const& value) {
  if constexpr (std::is_same_v<T, std::string>) {
    return {value};
  } else if constexpr (std::is_same_v<T, bool>) {
    return value ? std::vector<std::string>{"1"} : std::vector<std::string>{};
  } else if constexpr (base::is_optional<T>::value) {
    return value ? typed_of(*value) : std::vector<std::string>{};
  } else if constexpr (base::is_vector<T>::value) {
    return base::collected(value, [](auto const& one) { return typed_of(one).front(); });
  } else if constexpr (base::DescribedEnum<T>) {
    return {std::string(base::name_of(value))};
  } else if constexpr (std::is_integral_v<T>) {
    return {std::to_string(value)};
  } else {
    return {value.text()};
  }
}

}  // namespace detail

/// Reads what was sent into a draft, field by field. Texts come clean (UTF-8, NFC, no control characters, trimmed) and
/// may be empty: whether they may is a rule of the draft. A flag is true when it was sent. What is optional may be left
/// empty.
template <base::DescribedStruct Draft>
Filled<Draft> read(Sent const& sent) {
  Filled<Draft> filled{.sent = sent};
  base::each_member<Draft>([&](std::string_view name, auto member) {
    if (auto const fault = detail::read_member(sent, name, filled.draft.*member)) filled.faults.emplace(name, *fault);
  });
  return filled;
}

}  // namespace lenig::html
