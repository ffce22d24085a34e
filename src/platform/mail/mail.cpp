#include "platform/mail/mail.hpp"

#include "mail/queries.hpp"
#include "platform/base/id.hpp"
#include "platform/base/loaded_library.hpp"
#include "platform/mail/transport.hpp"

namespace lenig::mail {

namespace {

constexpr std::string_view sending = "mail.send";

Transport const& transport() {
  using Given = Transport const* (*)();
  static auto const given = reinterpret_cast<Given>(base::load_function("lenig_mail", "lenig_mail_transport"));
  return *given();
}

void send(db::Database& database, Post const& post, std::string const& id) {
  auto const waiting = database.read(db::no_board, [&](db::Reading& reading) { return message(reading, id); });
  if (!waiting || waiting->sent_at || post.smtp_url.empty()) return;
  auto const mime = as_mime({waiting->to, waiting->subject, waiting->text}, post.from, id);
  transport().send(post.smtp_url, post.user, post.password, post.from, waiting->to, mime);
  database.write(db::no_board,
                 [&](db::Transaction& tx) { tx.run(sql::mark_sent, {{"id", id}, {"at", base::Instant::now()}}); });
}

}  // namespace

void queue(db::Transaction& tx, Message const& message) {
  auto const id = base::new_uuid();
  tx.run(sql::insert_message, {{"id", id},
                               {"recipient", message.to},
                               {"subject", message.subject},
                               {"body", message.text},
                               {"queued_at", base::Instant::now()}});
  jobs::enqueue(tx, sending, id);
}

jobs::Works works(Post const& post) {
  return {{std::string(sending), [post](db::Database& database, std::string const& id) { send(database, post, id); }}};
}

std::vector<Sent> outbox(db::Reading& reading, int most) {
  return reading.all<Sent>(sql::newest_messages, {{"most", most}});
}

std::optional<Sent> message(db::Reading& reading, std::string const& id) {
  return reading.one<Sent>(sql::message_by_id, {{"id", id}});
}

std::string as_mime(Message const& message, std::string const& from, std::string const& id) {
  auto const domain = from.substr(from.find('@') + 1);
  return transport().compose(from, message.to, message.subject, message.text, id + "@" + domain);
}

}  // namespace lenig::mail
