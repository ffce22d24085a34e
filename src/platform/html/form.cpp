#include "platform/html/form.hpp"

#include <algorithm>
#include <cmath>

namespace lenig::html {

std::optional<std::string> Sent::value(std::string_view name) const {
  for (auto const& [key, value] : pairs_) {
    if (key == name) return value;
  }
  return std::nullopt;
}

std::vector<std::string> Sent::values(std::string_view name) const {
  std::vector<std::string> found;
  for (auto const& [key, value] : pairs_) {
    if (key == name) found.push_back(value);
  }
  return found;
}

std::optional<double> detail::decimal(std::string_view text) {
  std::string plain(text);
  std::replace(plain.begin(), plain.end(), ',', '.');
  double number = 0;
  auto const [end, error] =
      std::from_chars(plain.data(), plain.data() + plain.size(), number, std::chars_format::fixed);
  if (error != std::errc{} || end != plain.data() + plain.size() || !std::isfinite(number)) return std::nullopt;
  return number;
}

}  // namespace lenig::html
