#include "platform/mail/receive.hpp"

#include <boost/json.hpp>

#include <algorithm>

#include "mail/queries.hpp"
#include "platform/mail/letter.hpp"
#include "platform/mail/mark_bounce.hpp"
#include "platform/mail/report.hpp"
#include "platform/mail/transport.hpp"

namespace lenig::mail {

namespace {

constexpr std::string_view answered = "mail.answered";
constexpr std::size_t largest = 1 << 20;
constexpr std::size_t token_length = 32;

/// The letter of ours that something is about.
struct Known {
  std::string id;
  std::string address;
  std::string token;
  std::string key;
  std::string board;
};
BOOST_DESCRIBE_STRUCT(Known, (), (id, address, token, key, board))

ReceivedPart const* part_of(ReceivedMail const& mail, std::string_view type) {
  auto const found = std::ranges::find(mail.parts, type, &ReceivedPart::type);
  return found == mail.parts.end() ? nullptr : &*found;
}

/// The letter whose Message-ID this is, with its token.
std::optional<Known> letter_of_id(db::Reading& reading, std::string const& message_id) {
  auto const point = message_id.find('.');
  auto const at = message_id.find('@');
  if (point == std::string::npos || at == std::string::npos || at != point + 1 + token_length) return std::nullopt;
  auto const token = address_of(message_id.substr(point + 1, token_length));
  return reading.one<Known>(sql::letter_by_id, {{"id", message_id.substr(0, point)}, {"token", token}});
}

/// The newest letter that comes back to this address.
std::optional<Known> letter_of_address(db::Reading& reading, Post const& post, std::string const& address) {
  auto const place = post.returns.find("{}");
  if (place == std::string::npos || address.size() < place + token_length) return std::nullopt;
  auto const token = address_of(address.substr(place, token_length));
  if (address_of(address) != address_of(return_address(post, token))) return std::nullopt;
  return reading.one<Known>(sql::letter_by_token, {{"token", token}});
}

std::optional<Known> letter_of(db::Reading& reading, Post const& post, ReceivedMail const& mail) {
  for (auto const* const ids : {&mail.returned, &mail.references}) {
    for (auto const& id : *ids) {
      if (auto known = letter_of_id(reading, id)) return known;
    }
  }
  for (auto const& recipient : mail.recipients) {
    if (auto known = letter_of_address(reading, post, recipient)) return known;
  }
  return std::nullopt;
}

using Received = Result<Receipt, ReceiveRefusal>;

Received take_report(db::Transaction& tx, Post const& post, ReceivedMail const& mail, std::string const& text) {
  auto const report = read_report(text);
  if (!report) return std::unexpected(ReceiveRefusal::malformed_report);
  auto const letter = letter_of(tx, post, mail);
  if (!letter) return std::unexpected(ReceiveRefusal::no_letter);
  if (report->action != Action::failed) return Receipt::nothing_to_note;
  mark_bounce(tx, letter->id, letter->address, report->status, report->reason, base::Instant::now());
  return Receipt::bounced;
}

Received take_answer(db::Transaction& tx, Post const& post, ReceivedMail const& mail, std::string const& text) {
  auto const reply = calendar::read_answer(text);
  if (!reply) return std::unexpected(ReceiveRefusal::malformed_answer);
  auto const letter = letter_of(tx, post, mail);
  if (!letter) return std::unexpected(ReceiveRefusal::no_letter);
  if (reply->attendee != letter->address) return std::unexpected(ReceiveRefusal::of_another_address);
  boost::json::object const payload{{"message", letter->id},
                                    {"token", letter->token},
                                    {"uid", reply->uid},
                                    {"sequence", reply->sequence},
                                    {"answer", base::name_of(reply->answer)},
                                    {"given_at", reply->given_at.text()}};
  jobs::enqueue(tx, answered, boost::json::serialize(payload));
  return Receipt::answered;
}

/// What a job's payload holds, with what the letter's row does. Nothing when the letter is no longer there.
std::optional<Answered> answered_in(db::Database& database, std::string const& payload) {
  auto const read = boost::json::parse(payload).as_object();
  auto const text = [&](char const* name) { return std::string(read.at(name).as_string()); };
  auto const letter = database.read(db::no_board, [&](db::Reading& reading) {
    return reading.one<Known>(sql::letter_by_id, {{"id", text("message")}, {"token", text("token")}});
  });
  if (!letter) return std::nullopt;
  return Answered{.token = letter->token,
                  .key = letter->key,
                  .board = base::BoardId(letter->board),
                  .recipient = letter->address,
                  .reply = {.uid = text("uid"),
                            .sequence = read.at("sequence").to_number<int>(),
                            .attendee = letter->address,
                            .answer = base::enum_from<calendar::Answer>(text("answer")).value(),
                            .given_at = base::Instant::parse(text("given_at")).value()}};
}

}  // namespace

Received receive(db::Transaction& tx, Post const& post, std::string_view raw) {
  if (raw.size() > largest) return std::unexpected(ReceiveRefusal::too_large);
  auto const mail = transport().read(raw);
  if (!mail) return std::unexpected(ReceiveRefusal::not_mail);
  if (auto const* const report = part_of(*mail, "message/delivery-status"); report && mail->type == "multipart/report")
    return take_report(tx, post, *mail, report->text);
  auto const* answer = part_of(*mail, "text/calendar");
  if (answer == nullptr) answer = part_of(*mail, "application/ics");
  if (answer == nullptr) return std::unexpected(ReceiveRefusal::not_for_us);
  return take_answer(tx, post, *mail, answer->text);
}

jobs::Works answer_works(std::function<void(db::Database&, Answered const&)> take) {
  jobs::Works all;
  all.emplace(std::string(answered), [take = std::move(take)](db::Database& database, std::string const& payload) {
    if (auto const one = answered_in(database, payload)) take(database, *one);
  });
  return all;
}

}  // namespace lenig::mail
