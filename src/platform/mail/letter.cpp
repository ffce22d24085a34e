#include "platform/mail/letter.hpp"

#include <algorithm>

#include "platform/calendar/calendar.hpp"
#include "platform/mail/transport.hpp"

namespace lenig::mail {

namespace {

constexpr std::string_view token_place = "{}";

std::string in_capitals(std::string text) {
  std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return text;
}

}  // namespace

std::string message_id(std::string const& id, std::string const& token, std::string const& from) {
  auto const domain = from.substr(from.find('@') + 1);
  return id + (token.empty() ? "" : "." + token) + "@" + domain;
}

std::string return_address(Post const& post, std::string const& token) {
  auto const at = post.returns.find(token_place);
  if (at == std::string::npos || token.empty()) return post.from;
  return post.returns.substr(0, at) + token + post.returns.substr(at + token_place.size());
}

std::string as_mime(Post const& post, Outgoing const& outgoing) {
  Letter letter{
      .from = post.from,
      .to = outgoing.recipient,
      .subject = outgoing.subject,
      .text = outgoing.body,
      .id = message_id(outgoing.id, outgoing.token, post.from),
      .seconds = std::chrono::floor<std::chrono::seconds>(outgoing.queued_at.time()).time_since_epoch().count()};
  if (outgoing.calendar_method) {
    letter.reply_to = return_address(post, outgoing.token);
    letter.calendar = calendar::with_organiser(outgoing.calendar, letter.reply_to);
    letter.calendar_method = in_capitals(std::string(base::name_of(*outgoing.calendar_method)));
  }
  return transport().compose(letter);
}

}  // namespace lenig::mail
