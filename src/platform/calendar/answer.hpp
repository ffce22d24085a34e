#pragma once

#include <string>
#include <string_view>

#include "platform/base/result.hpp"
#include "platform/calendar/calendar.hpp"

namespace lenig::calendar {

/// What an attendee answered to an invitation.
struct Reply {
  std::string uid;  // of the event; as it was written
  int sequence = 0;
  std::string attendee;  // their address, in lower case
  Answer answer = Answer::waiting;
  base::Instant given_at;  // by their calendar's clock
};
BOOST_DESCRIBE_STRUCT(Reply, (), (uid, sequence, attendee, answer, given_at))

/// Why a text is no answer that counts.
enum class ReplyRefusal {
  too_large,         // over 64 KiB, or nested deeper than an answer is
  not_text,          // no UTF-8, or control characters in it
  not_a_calendar,    // not one well-formed VCALENDAR 2.0, or text before or behind it
  not_a_reply,       // its METHOD is not REPLY
  not_one_event,     // not exactly one event, or one of its properties twice, missing or out of bounds
  not_one_attendee,  // not exactly one attendee with an e-mail address
  no_answer          // neither accepted, tentative nor declined
};
BOOST_DESCRIBE_ENUM(ReplyRefusal, too_large, not_text, not_a_calendar, not_a_reply, not_one_event, not_one_attendee,
                    no_answer)

/// Reads what came by mail (iTIP, RFC 5546 3.2.3, METHOD:REPLY). Whoever sends mail wrote it: it says nothing about who
/// they are; the letter's token does.
Result<Reply, ReplyRefusal> read_answer(std::string_view text);

}  // namespace lenig::calendar
