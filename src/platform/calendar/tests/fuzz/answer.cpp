// An answer that is taken holds what it must, and reads the same when it is read again.
#include "platform/calendar/answer.hpp"
#include "tests/support/fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(char const* bytes, std::size_t length) {
  using namespace lenig::calendar;
  auto const reply = read_answer(std::string_view(bytes, length));
  if (!reply) return 0;
  must(!reply->uid.empty() && reply->uid.size() <= 255);
  must(reply->attendee.size() <= 254 && reply->attendee.contains('@') && !reply->attendee.contains(' '));
  must(reply->sequence >= 0 && reply->answer != Answer::waiting);
  must(lenig::base::Instant::parse(reply->given_at.text()) == reply->given_at);
  auto const again = read_answer(std::string_view(bytes, length));
  return must(again && again->uid == reply->uid && again->attendee == reply->attendee &&
              again->answer == reply->answer);
}
