#pragma once

// Which column of a file holds what, whatever the file is a list of.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/described.hpp"

namespace lenig::organisation {

/// What a column may be called, folded; the first of the names that the file has is taken.
struct ColumnNames {
  std::string_view member;
  std::vector<std::string_view> names;
};

/// Where a column of this name is, by folded headings.
std::optional<int> place_of(std::vector<std::string> const& folded, std::string_view name);
/// Where the column of a member is, by its names.
std::optional<int> place_of(std::vector<std::string> const& folded, std::vector<ColumnNames> const& names,
                            std::string_view member);
std::vector<std::string> folded_all(std::vector<std::string> const& headings);

/// The columns as the board called them before, else by the names that are known.
template <class Columns>
Columns guessed(std::vector<ColumnNames> const& names, std::vector<std::string> const& headings,
                std::map<std::string, std::string> const& remembered) {
  auto const folded = folded_all(headings);
  Columns columns;
  base::each_member<Columns>([&](std::string_view member, auto column) {
    auto const before = remembered.find(std::string(member));
    if (before != remembered.end()) columns.*column = place_of(folded, folded_all({before->second}).front());
    if (!(columns.*column)) columns.*column = place_of(folded, names, member);
  });
  return columns;
}

/// What the file calls the columns of the members.
template <class Columns>
std::map<std::string, std::string> headings_of(Columns const& columns, std::vector<std::string> const& headings) {
  std::map<std::string, std::string> found;
  base::each_member<Columns>([&](std::string_view member, auto column) {
    auto const place = static_cast<std::size_t>((columns.*column).value_or(-1));
    if (place < headings.size()) found.emplace(member, headings[place]);
  });
  return found;
}

}  // namespace lenig::organisation
