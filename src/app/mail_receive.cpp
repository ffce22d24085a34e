#include <iostream>

#include "app/commands.hpp"
#include "platform/mail/receive.hpp"

namespace lenig::app {

namespace {

using enum mail::ReceiveRefusal;

constexpr std::size_t longest = (1 << 20) + 1;  // one byte more than is taken, so that too much is seen

std::string read_input() {
  std::string text(longest, '\0');
  std::cin.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(std::cin.gcount()));
  return text;
}

/// For whoever reads the log of the mail server.
char const* words(mail::ReceiveRefusal why) {
  switch (why) {
    case too_large: return "the mail is over 1 MiB; only delivery reports and answers of calendars go here";
    case not_mail: return "no mail that can be read: nothing in it, too deep, or of too many parts";
    case not_for_us: return "neither a delivery report nor an answer from a calendar";
    case malformed_report: return "a delivery report without exactly one recipient, action and status";
    case malformed_answer: return "a calendar that is no answer of one attendee about one event";
    case no_letter: return "it carries the token of no letter of ours";
    case of_another_address: return "an answer of somebody to whom that letter did not go";
  }
  return "";
}

Exit exit_of(mail::ReceiveRefusal why) {
  switch (why) {
    case too_large:
    case not_mail:
    case malformed_report:
    case malformed_answer: return bad_input;
    case not_for_us:
    case no_letter:
    case of_another_address: return refused;
  }
  return refused;
}

char const* words(mail::Receipt receipt) {
  switch (receipt) {
    case mail::Receipt::bounced: return "bounced: the address is marked";
    case mail::Receipt::answered: return "answered";
    case mail::Receipt::nothing_to_note: return "nothing to note";
  }
  return "";
}

}  // namespace

int receive_mail(Settings const& settings) {
  auto const raw = read_input();
  db::Database database(settings.place);
  auto const received =
      database.write(db::every_board, [&](db::Transaction& tx) { return mail::receive(tx, settings.post, raw); });
  if (!received) {
    std::cerr << words(received.error()) << '\n';
    return exit_of(received.error());
  }
  std::cout << words(*received) << '\n';
  return done;
}

}  // namespace lenig::app
