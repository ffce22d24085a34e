#include "platform/mail/report.hpp"

#include <algorithm>
#include <cctype>
#include <map>
#include <vector>

#include "platform/base/text.hpp"

namespace lenig::mail {

namespace {

using Fields = std::multimap<std::string, std::string>;

std::string in_lower_case(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return lower;
}

/// Groups of fields, apart by empty lines: the first tells of the message, each other one of a recipient (2.1).
std::vector<Fields> groups_in(std::string_view text) {
  std::vector<Fields> groups(1);
  auto last = groups.back().end();
  for (auto const& line : base::split(text, '\n')) {
    auto const bare = base::trimmed(line);
    if (bare.empty()) {
      if (!groups.back().empty()) groups.emplace_back();
      last = groups.back().end();
    } else if (line[0] == ' ' || line[0] == '\t') {
      if (last != groups.back().end()) last->second += " " + std::string(bare);  // RFC 5322, 2.2.3
    } else if (auto const colon = bare.find(':'); colon != std::string_view::npos) {
      last = groups.back().emplace(in_lower_case(bare.substr(0, colon)), base::trimmed(bare.substr(colon + 1)));
    } else {
      last = groups.back().end();
    }
  }
  if (groups.back().empty()) groups.pop_back();
  return groups;
}

/// The value of a field that stands there once.
std::optional<std::string> only(Fields const& fields, char const* name) {
  if (fields.count(name) != 1) return std::nullopt;
  return fields.find(name)->second;
}

/// Without its type, as in "smtp; 550 no such mailbox" (2.3.6).
std::string without_type(std::string const& text) {
  auto const semicolon = text.find(';');
  return std::string(base::trimmed(semicolon == std::string::npos ? text : text.substr(semicolon + 1)));
}

/// RFC 3463, 2: class.subject.detail, with a comment behind it at most.
std::optional<std::string> status_in(std::string const& text) {
  auto const status = text.substr(0, text.find_first_of(" \t("));
  auto const parts = base::split(status, '.');
  if (parts.size() != 3 || parts[0].size() != 1 || !std::string_view("245").contains(parts[0][0])) return std::nullopt;
  for (auto const& part : parts) {
    bool const is_number = std::ranges::all_of(part, [](unsigned char c) { return std::isdigit(c) != 0; });
    if (part.empty() || part.size() > 3 || !is_number) return std::nullopt;
  }
  return status;
}

}  // namespace

std::optional<Report> read_report(std::string_view text) {
  auto const groups = groups_in(text);
  if (groups.size() != 2) return std::nullopt;
  auto const& recipient = groups[1];
  auto const said = only(recipient, "action");
  auto const number = only(recipient, "status");
  if (!said || !number || !only(recipient, "final-recipient")) return std::nullopt;
  auto const action = base::enum_from<Action>(in_lower_case(*said));
  auto const status = status_in(*number);
  if (!action || !status) return std::nullopt;
  return Report{*action, *status, without_type(only(recipient, "diagnostic-code").value_or(""))};
}

}  // namespace lenig::mail
