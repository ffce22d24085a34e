#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lenig::mail {

/// A message as it is written: everything in it is known before, so that it is the same whenever it is sent.
struct Letter {
  std::string from;
  std::string to;
  std::string subject;
  std::string text;
  std::string id;               // of its Message-ID, without < and >
  long long seconds = 0;        // its date, since 1970 in UTC
  std::string reply_to;         // empty: to `from`
  std::string calendar;         // text/calendar; empty: none
  std::string calendar_method;  // REQUEST or CANCEL
};

struct Server {
  std::string url;
  std::string user;
  std::string password;
};

enum class Outcome {
  taken,
  refused_for_now,   // this letter, at this moment
  refused_for_good,  // its recipient or its text
  away               // the server itself: nothing else would leave either
};

struct Delivery {
  Outcome outcome = Outcome::taken;
  std::string status;  // 5.1.1 (RFC 3463); made of the reply's first digit when it has none
  std::string reason;  // the reply as it came
};

/// Sends one message after another over a connection that it keeps.
using Send = std::function<Delivery(std::string const& envelope_from, std::string const& to, std::string const& mime)>;

/// One part of a received mail that is no multipart, decoded.
struct ReceivedPart {
  std::string type;  // "text/calendar", in lower case
  std::string text;
};

struct ReceivedMail {
  std::string type;                     // of the whole
  std::vector<std::string> recipients;  // to which addresses it went, as its head says
  std::vector<std::string> references;  // ids that it answers to
  std::vector<std::string> returned;    // ids of messages that it returns
  std::vector<ReceivedPart> parts;
};

/// What `liblenig_mail.so` gives: GMime and libcurl bring some forty libraries along, so they are loaded when the first
/// mail comes or goes.
struct Transport {
  std::string (*compose)(Letter const&);                  // as it goes over the wire; throws std::runtime_error
  Send (*connect)(Server const&);                         // connects when the first message leaves
  std::optional<ReceivedMail> (*read)(std::string_view);  // nothing when it is no mail, too deep or of too many parts
};

/// Throws std::runtime_error when the library can't be loaded.
Transport const& transport();

}  // namespace lenig::mail
