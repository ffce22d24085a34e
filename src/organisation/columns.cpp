#include "organisation/columns.hpp"

#include <algorithm>

#include "platform/base/collected.hpp"
#include "platform/base/text.hpp"

namespace lenig::organisation {

std::optional<int> place_of(std::vector<std::string> const& folded, std::string_view name) {
  auto const found = std::ranges::find(folded, name);
  if (found == folded.end()) return std::nullopt;
  return static_cast<int>(found - folded.begin());
}

std::optional<int> place_of(std::vector<std::string> const& folded, std::vector<ColumnNames> const& names,
                            std::string_view member) {
  for (auto const& known : names) {
    if (known.member != member) continue;
    for (auto const name : known.names) {
      if (auto const place = place_of(folded, name)) return place;
    }
  }
  return std::nullopt;
}

std::vector<std::string> folded_all(std::vector<std::string> const& headings) {
  return base::collected(headings, [](std::string const& heading) { return base::folded(heading); });
}

}  // namespace lenig::organisation
