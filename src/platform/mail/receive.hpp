#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "platform/base/actor.hpp"
#include "platform/base/result.hpp"
#include "platform/calendar/answer.hpp"
#include "platform/db/database.hpp"
#include "platform/jobs/jobs.hpp"
#include "platform/mail/mail.hpp"

namespace lenig::mail {

/// What came of a mail that the mail server handed over.
enum class Receipt {
  bounced,         // a letter of ours did not arrive, and will not: its address is marked (bounce.hpp)
  answered,        // somebody's calendar answered: the job of `answer_works` hands it on
  nothing_to_note  // a report that a letter is delayed, or has arrived
};

enum class ReceiveRefusal {
  too_large,           // over 1 MiB, too deep or of too many parts
  not_mail,            // no message (RFC 5322) of parts that can be read
  not_for_us,          // neither a delivery report (RFC 3464) nor an answer from a calendar (iTIP REPLY)
  malformed_report,    // a delivery report without exactly one recipient, action and status
  malformed_answer,    // a calendar that `calendar::read_answer` refuses
  no_letter,           // it names no letter of ours, by token or Message-ID
  of_another_address,  // an answer of an attendee to whom that letter did not go
};
BOOST_DESCRIBE_ENUM(ReceiveRefusal, too_large, not_mail, not_for_us, malformed_report, malformed_answer, no_letter,
                    of_another_address)

/// Takes a mail as the mail server hands it over. Anybody can send one, so nothing of it counts but what belongs to a
/// letter of ours whose token it carries: in the address that it went to (`Post::returns`) or in the Message-ID that it
/// answers to or returns.
Result<Receipt, ReceiveRefusal> receive(db::Transaction& tx, Post const& post, std::string_view raw);

/// An answer from a calendar to a letter of ours. Who uses it compares the uid with the meeting of the token, and takes
/// an answer only once: the newest by sequence and given_at.
struct Answered {
  std::string token;  // of the letter
  std::string key;    // of the letter
  base::BoardId board;
  std::string recipient;  // to whom the letter went
  calendar::Reply reply;  // its attendee is the recipient
};

/// The job that hands on every answer, at least once.
jobs::Works answer_works(std::function<void(db::Database&, Answered const&)> take);

}  // namespace lenig::mail
