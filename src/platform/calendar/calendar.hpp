#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/described.hpp"
#include "platform/base/time.hpp"

namespace lenig::calendar {

/// What an attendee said (PARTSTAT, RFC 5545 3.2.12); `waiting` is nothing yet.
enum class Answer { waiting, accepted, tentative, declined };
BOOST_DESCRIBE_ENUM(Answer, waiting, accepted, tentative, declined)

enum class Status { tentative, confirmed, cancelled };
BOOST_DESCRIBE_ENUM(Status, tentative, confirmed, cancelled)

struct Organiser {
  std::string email;  // empty in what goes by mail: `mail` fills in the address that answers come back to
  std::string name;
};
BOOST_DESCRIBE_STRUCT(Organiser, (), (email, name))

struct Attendee {
  std::string email;
  std::string name;
  Answer answer = Answer::waiting;
};
BOOST_DESCRIBE_STRUCT(Attendee, (), (email, name, answer))

/// One meeting in somebody's calendar. Its texts are plain, of one or more lines, and never confidential: a calendar is
/// copied to whoever reads along with its owner.
struct Event {
  std::string uid;   // the same in every letter and feed about this meeting, and no other's; ids with @ and a domain do
  int sequence = 0;  // one higher with each change of time, place or cancelling (RFC 5546, 2.1.4)
  std::string summary;
  std::string description;
  std::string place;
  std::string url;  // where it stands in the program; may be empty
  base::LocalTime start;
  base::LocalTime end;  // after the start
  Organiser organiser;
  std::vector<Attendee> attendees;
  Status status = Status::confirmed;
  base::Instant last_changed;
};
BOOST_DESCRIBE_STRUCT(Event, (),
                      (uid, sequence, summary, description, place, url, start, end, organiser, attendees, status,
                       last_changed))

// Each of these gives text/calendar (RFC 5545) in UTF-8 with lines folded at 75 bytes that end in CR LF. Times carry
// the zone Europe/Amsterdam, which stands beside them with its rules since 1996; in the hour that the clocks show twice
// they mean the first one, in the hour that they skip the time an hour later, as `base::text_with_offset` does. A time
// within one of these hours is written in UTC, because readers differ there. Control characters are left out. Each
// throws std::invalid_argument for an event without a uid, with an end that is not after its start, or with a negative
// sequence.

/// An invitation (iTIP, RFC 5546 3.2.2, METHOD:REQUEST): its attendees are asked for their answer.
std::string request(Event const& event);

/// A change of what was requested before: a request whose sequence is higher than that of the last one, and so never 0
/// (std::invalid_argument).
std::string update(Event const& event);

/// The meeting is off (RFC 5546 3.2.5, METHOD:CANCEL), whatever its status says; a sequence higher than the last.
std::string cancel(Event const& event);

/// Somebody's meetings, for a calendar that asks for them now and then.
struct Feed {
  std::string name;  // as the calendar's own name
  std::vector<Event> events;
  std::chrono::minutes refresh{60};  // how often it is asked for
};

/// METHOD:PUBLISH (RFC 5546 3.2.1): attendees are left out, as it says; cancelled events are there, crossed out.
std::string feed(Feed const& feed);

/// The same text with the organiser at this address: how `mail` makes an answer come back with the letter's own token.
/// Throws std::invalid_argument when the text is none that `request`, `update` or `cancel` gave.
std::string with_organiser(std::string const& text, std::string const& email);

}  // namespace lenig::calendar
