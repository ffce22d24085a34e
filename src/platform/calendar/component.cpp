#include "platform/calendar/component.hpp"

#include <cstdlib>
#include <stdexcept>
#include <string_view>

namespace lenig::calendar {

namespace {

constexpr std::string_view fold = "\r\n ";
constexpr std::size_t longest_line = 75;  // bytes, without its end

std::string unfolded(std::string_view text) {
  std::string result;
  for (std::size_t from = 0;;) {
    auto const to = text.find(fold, from);
    result += text.substr(from, to - from);
    if (to == std::string_view::npos) return result;
    from = to + fold.size();
  }
}

bool is_within_a_letter(char byte) { return (static_cast<unsigned char>(byte) & 0xc0) == 0x80; }

/// RFC 5545, 3.1; a letter is never divided.
void append_folded(std::string& result, std::string_view line) {
  for (auto room = longest_line; line.size() > room; room = longest_line - 1) {
    while (is_within_a_letter(line[room])) --room;
    result.append(line.substr(0, room)).append(fold);
    line.remove_prefix(room);
  }
  result.append(line).append("\r\n");
}

/// libical folds by itself, but divides the CR LF of a line that has just the length of one.
std::string folded_anew(std::string_view text) {
  auto const plain = unfolded(text);
  std::string_view rest = plain;
  std::string result;
  while (!rest.empty()) {
    auto const end = rest.find("\r\n");
    append_folded(result, rest.substr(0, end));
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 2);
  }
  return result;
}

}  // namespace

std::string text_of(icalcomponent* component) {
  std::unique_ptr<char, decltype(&std::free)> const text(icalcomponent_as_ical_string_r(component), std::free);
  if (!text) throw std::runtime_error("libical could not write a calendar");
  return folded_anew(text.get());
}

}  // namespace lenig::calendar
