#pragma once

#include "platform/calendar/calendar.hpp"
#include "platform/mail/receive.hpp"
#include "programme/meeting.hpp"

namespace lenig::programme {

using Attending = calendar::Answer;

/// An invitation to a meeting that went to one person by mail.
struct Summons {
  BoardId board;
  MeetingId meeting;
  PersonId person;
  std::string email;
  std::string token;  // by which their letters about it know each other
  Attending answer = Attending::waiting;
  std::optional<base::Instant> answered_at;
};
BOOST_DESCRIBE_STRUCT(Summons, (), (board, meeting, person, email, token, answer, answered_at))

/// Where the program is found by who reads a letter: https://lenig.example.nl
using Address = std::string;

enum class SummonsRefusal { not_found, not_planned, nobody, nobody_new, not_invited };

std::vector<Summons> summons_to(db::Reading& reading, Meeting const& meeting);

/// Invites everybody who is expected and was not invited yet, each by one letter with the meeting for their calendar
/// and a link to answer without signing in. A reminder waits until the day before, and goes when they answer.
Result<int, SummonsRefusal> summon(db::Transaction& tx, base::Actor const& actor, MeetingId const& meeting,
                                   Address const& address, i18n::Words const& tr);

/// Tells everybody who was invited that the meeting changed from what it was, when that concerns their calendar, or
/// that it is off. Gives how many letters.
int tell_of_change(db::Transaction& tx, base::Actor const& actor, Meeting const& before, Address const& address,
                   i18n::Words const& tr);

/// Somebody who is signed in answers for themselves.
Result<Attending, SummonsRefusal> answer_summons(db::Transaction& tx, base::Actor const& actor,
                                                 MeetingId const& meeting, Attending answer);

/// Whose a link in a letter is; nothing when it is none of ours. From here on the transaction is theirs.
std::optional<Summons> summons_of_link(db::Reading& reading, std::string const& secret);
/// The answer that came by such a link.
Result<Attending, SummonsRefusal> answer_by_link(db::Transaction& tx, std::string const& secret, Attending answer,
                                                 base::Date today);
/// The answer that came from somebody's calendar, by mail. One about another meeting than its letter's is passed over.
void take_reply(db::Database& database, mail::Answered const& answered);

/// Makes somebody's calendar feed, or makes its secret anew: the old address gives nothing from then on. Gives the
/// secret, which is kept as a hash only.
std::string renew_feed(db::Transaction& tx, base::Actor const& actor);
bool has_feed(db::Reading& reading, PersonId const& person);
/// All meetings that the owner of this secret was invited to, as text/calendar; nothing when the secret is none.
std::optional<std::string> feed_of(db::Reading& reading, std::string const& secret, Address const& address,
                                   i18n::Words const& tr);

std::string words_for(Attending answer, i18n::Words const& tr);

}  // namespace lenig::programme
