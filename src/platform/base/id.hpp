#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

namespace lenig::base {

/// A new UUIDv7 (RFC 9562): 48 bits of milliseconds, a counter within the millisecond, and random bits; so ids of
/// one process sort by their making. Lower case, with hyphens.
std::string new_uuid();

/// Whether the text is a UUID in the form that `new_uuid` gives.
bool is_uuid(std::string_view text);

/// A strong id: ids of different things don't mix.
template <class Tag>
class Id {
 public:
  Id() = default;
  explicit Id(std::string text) : text_(std::move(text)) {}

  static Id make() { return Id(new_uuid()); }
  static std::optional<Id> parse(std::string_view text) {
    if (!is_uuid(text)) return std::nullopt;
    return Id(std::string(text));
  }

  std::string const& text() const { return text_; }
  bool empty() const { return text_.empty(); }
  auto operator<=>(Id const&) const = default;

 private:
  std::string text_;
};

template <class T>
struct is_id : std::false_type {};
template <class Tag>
struct is_id<Id<Tag>> : std::true_type {};

}  // namespace lenig::base
