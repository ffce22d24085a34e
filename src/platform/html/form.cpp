#include "platform/html/form.hpp"

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

}  // namespace lenig::html
