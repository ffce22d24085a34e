#pragma once

#include <string>
#include <vector>

#include "platform/base/time.hpp"
#include "platform/db/database.hpp"
#include "platform/jobs/jobs.hpp"

namespace lenig::mail {

/// A message in plain text.
struct Message {
  std::string to;  // one address
  std::string subject;
  std::string text;
};

/// How mail leaves: over SMTP, or not at all (in a demo it stays in the outbox, where a page shows it).
struct Post {
  std::string smtp_url;  // smtp://host:port or smtps://…; empty: mail stays
  std::string user;
  std::string password;
  std::string from = "lenig@localhost";
};

/// Puts a message in the outbox in the transaction of its act; a job sends it after the commit.
void queue(db::Transaction& tx, Message const& message);

/// The job that sends what `queue` put in the outbox.
jobs::Works works(Post const& post);

/// A message of the outbox.
struct Sent {
  std::string id;
  std::string to;
  std::string subject;
  std::string text;
  base::Instant queued_at;
  std::optional<base::Instant> sent_at;
};
BOOST_DESCRIBE_STRUCT(Sent, (), (id, to, subject, text, queued_at, sent_at))

/// The newest messages, at most `most`.
std::vector<Sent> outbox(db::Reading& reading, int most);
std::optional<Sent> message(db::Reading& reading, std::string const& id);

/// The message as it goes over the wire (RFC 5322, UTF-8, quoted-printable where needed).
std::string as_mime(Message const& message, std::string const& from, std::string const& id);

}  // namespace lenig::mail
