#include "platform/http/accept_encoding.hpp"

#include "platform/http/characters.hpp"

namespace lenig::http {

namespace {

/// RFC 9110, 12.4.2: 0 to 1 with at most three decimals. What is malformed weighs nothing.
int thousandths(std::string_view weight) {
  bool const is_one = weight.starts_with('1');
  if (weight.empty() || weight.size() > 5 || (!is_one && weight[0] != '0')) return 0;
  if (weight.size() == 1) return is_one ? 1000 : 0;
  int value = 0;
  for (std::size_t at = 2; at < 5; ++at) {
    char const digit = at < weight.size() ? weight[at] : '0';
    if (!digits.holds(digit)) return 0;
    value = value * 10 + (digit - '0');
  }
  if (weight[1] != '.' || (is_one && value != 0)) return 0;
  return is_one ? 1000 : value;
}

int weight_of(std::string_view parameters) {
  if (parameters.empty()) return 1000;
  bool const is_weight = parameters.size() > 2 && lower(parameters[0]) == 'q' && parameters[1] == '=';
  return is_weight ? thousandths(parameters.substr(2)) : 0;
}

}  // namespace

Accepted read_accepted(std::string_view accept_encoding) {
  Accepted accepted;
  each_element(accept_encoding, [&](std::string_view element) {
    std::size_t const semicolon = element.find(';');
    std::string_view const coding = trimmed(element.substr(0, semicolon));
    int const weight = semicolon == std::string_view::npos ? 1000 : weight_of(trimmed(element.substr(semicolon + 1)));
    if (equals_ignoring_case(coding, "br")) accepted.brotli = weight;
    if (equals_ignoring_case(coding, "gzip") || equals_ignoring_case(coding, "x-gzip")) accepted.gzip = weight;
    if (equals_ignoring_case(coding, "identity")) accepted.identity = weight;
    if (coding == "*") accepted.any = weight;
  });
  return accepted;
}

}  // namespace lenig::http
