// How long it takes to queue 10,000 invitations in one call, and to send them to a mail server on this machine.
#include <boost/json.hpp>

#include <chrono>
#include <cstdio>
#include <filesystem>

#include "platform/calendar/calendar.hpp"
#include "platform/mail/mail.hpp"
#include "tests/support/database.hpp"
#include "tests/support/node.hpp"

using namespace lenig;

namespace {

constexpr int many = 10'000;

std::vector<mail::Message> invitations() {
  std::vector<mail::Message> all;
  for (int i = 0; i < many; ++i) {
    auto const to = "p" + std::to_string(i) + "@school.example";
    calendar::Event const event{.uid = "meeting-" + std::to_string(i / 10) + "@lenig.example",
                                .summary = "Startbijeenkomst",
                                .description = "Neem uw vragen mee.\nEn een pen.",
                                .place = "Zaal 3, Winschoten",
                                .start = base::LocalTime::parse("2026-03-10T14:30").value(),
                                .end = base::LocalTime::parse("2026-03-10T16:30").value(),
                                .organiser = {"", "Bureau"},
                                .attendees = {{to, "Jan de Vries"}},
                                .last_changed = base::Instant::now()};
    all.push_back({.to = to,
                   .subject = "Uitnodiging: Startbijeenkomst op dinsdag 10 maart",
                   .text = "Dag Jan,\n\nU bent uitgenodigd voor de startbijeenkomst.\n",
                   .board = base::BoardId("01900000-0000-7000-8000-00000000000b"),
                   .key = "meeting/" + std::to_string(i),
                   .calendar = mail::CalendarPart{mail::CalendarMethod::request, calendar::request(event)}});
  }
  return all;
}

template <class What>
double seconds(What&& what) {
  auto const from = std::chrono::steady_clock::now();
  what();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - from).count();
}

}  // namespace

int main() {
  auto const log = std::filesystem::temp_directory_path() / ("lenig-smtp-" + base::new_uuid());
  tests::NodeServer const server("tests/support/smtp_server.mjs", {log.string()});
  mail::Post const post{.smtp_url = "smtp://127.0.0.1:" + std::to_string(server.port()),
                        .from = "lenig@school.example",
                        .returns = "lenig+{}@school.example"};
  auto const database = tests::fresh_database();
  std::vector<mail::Message> all;
  auto const making = seconds([&] { all = invitations(); });
  auto const queueing =
      seconds([&] { database->write(db::every_board, [&](db::Transaction& tx) { mail::queue(tx, all); }); });
  int sent = 0;
  auto const sending = seconds([&] {
    auto const now = base::Instant::now().plus(std::chrono::seconds{1});
    while (mail::deliver(*database, post, now).more) continue;
    sent = database->read(db::every_board, [](db::Reading& reading) {
      static db::Query const gone{"bench/gone", "select count(*) from mail_message where sent_at is not null", {}};
      return reading.one<int>(gone).value();
    });
  });
  std::filesystem::remove(log);
  std::printf("%d invitations written %.2f s, queued %.2f s; %d sent in %.1f s: %.0f a second\n", many, making,
              queueing, sent, sending, sent / sending);
  return sent == many ? 0 : 1;
}
