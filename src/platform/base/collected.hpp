#pragma once

#include <functional>
#include <iterator>
#include <type_traits>
#include <vector>

namespace lenig::base {

/// What `make` gives for each of a range, in order; `make` may be a member: `collected(ways, &Participation::unit)`.
template <class Range, class Make>
auto collected(Range const& range, Make&& make) {
  using Made = std::remove_cvref_t<std::invoke_result_t<Make&, decltype(*std::begin(range))>>;
  std::vector<Made> all;
  all.reserve(static_cast<std::size_t>(std::distance(std::begin(range), std::end(range))));
  for (auto const& one : range) all.push_back(std::invoke(make, one));
  return all;
}

}  // namespace lenig::base
