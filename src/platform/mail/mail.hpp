#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/actor.hpp"
#include "platform/base/time.hpp"
#include "platform/db/database.hpp"
#include "platform/i18n/words.hpp"
#include "platform/jobs/jobs.hpp"

namespace lenig::mail {

/// Whether a letter leaves now, or may be gathered with others into one at the hour that its address chose
/// (preference.hpp).
enum class Haste { at_once, may_wait };
BOOST_DESCRIBE_ENUM(Haste, at_once, may_wait)

/// The METHOD of what `calendar::request` and `update` give (request), or `cancel` (cancel).
enum class CalendarMethod { request, cancel };
BOOST_DESCRIBE_ENUM(CalendarMethod, request, cancel)

/// What a letter asks of a calendar: it goes along as a text/calendar beside the plain text, and as a file invite.ics.
struct CalendarPart {
  CalendarMethod method = CalendarMethod::request;
  std::string text;  // of calendar::request, update or cancel; the organiser's address is filled in when it leaves
};

/// A message in plain text. What is confidential never stands in one: not in its subject, text or calendar.
struct Message {
  std::string to;  // one address
  std::string subject;
  std::string text;
  base::BoardId board;  // whose letter it is: its office sees when it bounces; empty: no board's
  i18n::Language language = i18n::Language::nl;  // its reader's: for the words around it when it is gathered
  Haste haste = Haste::at_once;                  // one with a calendar part leaves at once, whatever this says
  std::optional<base::Instant> not_before;       // a reminder: it leaves then, unless it is withdrawn
  std::string key;                               // by which `withdraw` finds it; empty: it is never withdrawn
  std::optional<CalendarPart> calendar;
  std::string token;  // of `new_token`, the same for all letters of one invitation to one address, so that the
                      // organiser in a calendar stays the same; empty: the letter gets its own
};

/// How mail leaves: over SMTP, or not at all (in a demo it stays in the outbox, where a page shows it).
struct Post {
  std::string smtp_url;  // smtp://host:port or smtps://…; empty: mail stays
  std::string user;
  std::string password;
  std::string from = "lenig@localhost";
  std::string returns;  // lenig+{}@school.example: where bounces and answers come back, {} is the letter's token;
                        // empty: they come back to `from`, and only what names the letter's Message-ID is taken
};

/// 128 random bits in lower-case hexadecimal: what must come back with a bounce or an answer for it to count.
std::string new_token();

/// Puts a message in the outbox in the transaction of its act; a job sends it after the commit.
void queue(db::Transaction& tx, Message const& message);

/// The same for many at once: 10,000 in two seconds.
void queue(db::Transaction& tx, std::vector<Message> const& messages);

/// Takes back every letter of this key that has not left: a reminder of what is done. Gives how many. One that is being
/// sent at this moment still arrives.
long long withdraw(db::Transaction& tx, std::string_view key);

struct Delivered {
  int sent = 0;
  bool more = false;  // half a minute was over before all had left
};

/// Sends what is due: letters to one address in the order in which they were queued, several addresses at a time, each
/// letter marked as sent before the next leaves on its connection. After a kill only what was being sent may come
/// twice, with the same Message-ID. A letter that is refused for now waits, twice as long each time; one that is
/// refused for good marks its address (bounce.hpp). Throws std::runtime_error when the server is away; what is due
/// stays so.
Delivered deliver(db::Database& database, Post const& post, base::Instant now = base::Instant::now());

/// The jobs that send what `queue` put in the outbox.
jobs::Works works(Post const& post);

/// Puts the job on the list that looks every minute for what is due: reminders, digests, what waits after a failure.
/// When serving begins.
void start(db::Database& database);

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

}  // namespace lenig::mail
