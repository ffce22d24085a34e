#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "platform/base/described.hpp"

namespace lenig::mail {

/// What became of a message (RFC 3464, 2.3.3).
enum class Action { failed, delayed, delivered, relayed, expanded };
BOOST_DESCRIBE_ENUM(Action, failed, delayed, delivered, relayed, expanded)

/// What a delivery report says of its one recipient.
struct Report {
  Action action = Action::failed;
  std::string status;  // 5.1.1
  std::string reason;  // as the other mail server wrote it; not cleaned
};

/// Reads the text of a message/delivery-status. Nothing when it does not tell of exactly one recipient (our letters
/// have one), with one action and one status.
std::optional<Report> read_report(std::string_view text);

}  // namespace lenig::mail
