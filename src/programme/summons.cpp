#include "programme/summons.hpp"

#include <boost/json.hpp>

#include <algorithm>

#include "platform/audit/audit.hpp"
#include "platform/base/collected.hpp"
#include "platform/base/random.hpp"
#include "programme/queries.hpp"

namespace lenig::programme {

namespace {

constexpr int minute_of_reminders = 9 * 60;

db::Values key_of(Meeting const& meeting) { return {{"board", meeting.board}, {"meeting", meeting.id}}; }

/// By which the reminder of one person is found.
std::string reminder_key(MeetingId const& meeting, PersonId const& person) {
  return "meeting " + meeting.text() + " " + person.text();
}

std::string uid_of(MeetingId const& meeting) { return meeting.text() + "@lenig"; }

base::LocalTime end_of(Meeting const& meeting) {
  int const end = meeting.starts_at.minute_of_day + meeting.minutes;
  return {meeting.starts_at.date.plus_days(end / (24 * 60)), end % (24 * 60)};
}

int sequence_of(db::Reading& reading, Meeting const& meeting) {
  return reading.one<int>(sql::sequence_of_meeting, key_of(meeting)).value_or(0);
}

calendar::Event event_of(Meeting const& meeting, int sequence, Address const& address) {
  return {
      .uid = uid_of(meeting.id),
      .sequence = sequence,
      .summary = meeting.title,
      .description = meeting.link,
      .place = meeting.place,
      .url = address + path_of(meeting.id),
      .start = meeting.starts_at,
      .end = end_of(meeting),
      .organiser = {.email = "", .name = "Lenig"},
      .status = meeting.state == MeetingState::cancelled ? calendar::Status::cancelled : calendar::Status::confirmed,
      .last_changed = base::Instant::now()};
}

/// What the clocks of the Netherlands say there and then, as a moment.
base::Instant moment_of(base::LocalTime at) {
  auto const text = base::text_with_offset(at);  // YYYY-MM-DDTHH:MM:SS+HH:MM
  auto const offset = std::chrono::hours{std::stoi(text.substr(19, 3))};
  return base::Instant(std::chrono::sys_time<std::chrono::milliseconds>(at.date.days()) +
                       std::chrono::minutes{at.minute_of_day} - offset);
}

std::string when_and_where(Meeting const& meeting, i18n::Words const& tr) {
  auto const when = tr.moment(meeting.starts_at) + " – " + end_of(meeting).clock();
  return meeting.title + "\n" + when + (meeting.place.empty() ? "" : "\n" + meeting.place) +
         (meeting.link.empty() ? "" : "\n" + meeting.link) + "\n";
}

/// One who is invited, with the secret of the link in their letter.
struct Invited {
  Summons summons;
  std::string secret;
};

boost::json::object row_of(Invited const& one) {
  return {{"person", one.summons.person.text()},
          {"email", one.summons.email},
          {"token", one.summons.token},
          {"hash", base::sha256_hex(one.secret)}};
}

std::string as_json(std::vector<Invited> const& all) {
  boost::json::array rows;
  for (auto const& one : all) rows.push_back(row_of(one));
  return boost::json::serialize(rows);
}

/// Writes their links, so that the letters that follow can hold them.
void write_links(db::Transaction& tx, Meeting const& meeting, std::vector<Invited> const& all) {
  auto values = key_of(meeting);
  values.emplace_back("all", as_json(all));
  tx.run(sql::insert_answer_links, values);
}

mail::Message letter_of(Invited const& one, Meeting const& meeting, calendar::Event event, std::string const& subject,
                        std::string const& before, Address const& address, i18n::Words const& tr) {
  event.attendees = {{one.summons.email, "", one.summons.answer}};
  bool const off = meeting.state == MeetingState::cancelled;
  auto text = before + "\n\n" + when_and_where(meeting, tr);
  if (!off) {
    text += "\n" + tr("Ik kom: {}", address + "/antwoord/" + one.secret + "?komt=ja") + "\n" +
            tr("Ik kom niet: {}", address + "/antwoord/" + one.secret + "?komt=nee") + "\n\n" +
            tr("Agenda: {}", address + path_of(meeting.id)) + "\n";
  }
  auto const calendar_text = off                   ? calendar::cancel(event)
                             : event.sequence == 0 ? calendar::request(event)
                                                   : calendar::update(event);
  return {
      .to = one.summons.email,
      .subject = subject,
      .text = text,
      .board = meeting.board,
      .language = tr.language(),
      .key = "summons " + meeting.id.text() + " " + one.summons.person.text(),
      .calendar = mail::CalendarPart{off ? mail::CalendarMethod::cancel : mail::CalendarMethod::request, calendar_text},
      .token = one.summons.token};
}

/// Leaves at nine on the day before, unless it is answered by then; it may be gathered with others.
mail::Message reminder_of(Invited const& one, Meeting const& meeting, Address const& address, i18n::Words const& tr) {
  auto const text = when_and_where(meeting, tr) + "\n" +
                    tr("Ik kom: {}", address + "/antwoord/" + one.secret + "?komt=ja") + "\n" +
                    tr("Ik kom niet: {}", address + "/antwoord/" + one.secret + "?komt=nee") + "\n";
  base::LocalTime const at{meeting.starts_at.date.plus_days(-1), minute_of_reminders};
  return {.to = one.summons.email,
          .subject = tr("Komt u? {}", meeting.title),
          .text = text,
          .board = meeting.board,
          .language = tr.language(),
          .haste = mail::Haste::may_wait,
          .not_before = moment_of(at),
          .key = reminder_key(meeting.id, one.summons.person)};
}

/// Those who are expected, have an address and were not invited yet.
std::vector<Invited> to_invite(db::Reading& reading, Meeting const& meeting, base::Date today) {
  auto const ways = participations_at(reading, meeting);
  auto const expected = ways.empty()
                            ? expected_at_talk(reading, find_programme(reading, meeting.programme).value(), today)
                            : expected_at(reading, ways, today);
  auto boards = base::collected(ways, &Participation::unit_board);
  boards.push_back(meeting.board);
  auto const known = summons_to(reading, meeting);
  std::vector<Invited> all;
  for (auto const& one :
       organisation::addresses_of(reading, boards, base::collected(expected, &organisation::PersonSummary::id))) {
    bool const twice = std::ranges::any_of(all, [&](auto const& other) { return other.summons.person == one.person; });
    bool const before = std::ranges::find(known, one.person, &Summons::person) != known.end();
    if (!twice && !before && !one.email.empty())
      all.push_back({{meeting.board, meeting.id, one.person, one.email, mail::new_token()}, base::new_secret()});
  }
  return all;
}

void write_answer(db::Transaction& tx, base::Actor const& actor, Summons const& summons, Attending answer) {
  tx.run(sql::update_summons_answer, {{"board", summons.board},
                                      {"meeting", summons.meeting},
                                      {"person", summons.person},
                                      {"answer", answer},
                                      {"now", base::Instant::now()}});
  mail::withdraw(tx, reminder_key(summons.meeting, summons.person));
  audit::record(
      tx, actor,
      {.act = "summons.answered", .object = summons.meeting.text(), .detail = std::string(base::name_of(answer))});
}

bool concerns_calendars(Meeting const& a, Meeting const& b) {
  return a.title != b.title || a.starts_at != b.starts_at || a.minutes != b.minutes || a.place != b.place ||
         a.link != b.link || a.state != b.state;
}

/// A fresh link for each letter; the links in earlier ones go on working.
std::vector<Invited> with_links(db::Transaction& tx, Meeting const& meeting, std::vector<Summons> const& all) {
  auto invited = base::collected(all, [](Summons const& one) { return Invited{one, base::new_secret()}; });
  write_links(tx, meeting, invited);
  return invited;
}

}  // namespace

std::vector<Summons> summons_to(db::Reading& reading, Meeting const& meeting) {
  return reading.all<Summons>(sql::summons_to_meeting, key_of(meeting));
}

Result<int, SummonsRefusal> summon(db::Transaction& tx, base::Actor const& actor, MeetingId const& meeting,
                                   Address const& address, i18n::Words const& tr) {
  auto const found = find_meeting(tx, meeting);
  if (!found) return std::unexpected(SummonsRefusal::not_found);
  if (found->state != MeetingState::planned || found->starts_at.date < actor.today)
    return std::unexpected(SummonsRefusal::not_planned);
  auto const invited = to_invite(tx, *found, actor.today);
  if (invited.empty())
    return std::unexpected(summons_to(tx, *found).empty() ? SummonsRefusal::nobody : SummonsRefusal::nobody_new);
  auto values = key_of(*found);
  values.emplace_back("all", as_json(invited));
  tx.run(sql::insert_summons, values);
  write_links(tx, *found, invited);
  auto const event = event_of(*found, sequence_of(tx, *found), address);
  std::vector<mail::Message> letters;
  for (auto const& one : invited) {
    letters.push_back(letter_of(one, *found, event, tr("Uitnodiging: {}", found->title),
                                tr("U bent uitgenodigd. Laat weten of u komt; aanmelden hoeft daarvoor niet."), address,
                                tr));
    letters.push_back(reminder_of(one, *found, address, tr));
  }
  mail::queue(tx, letters);
  audit::record(tx, actor,
                {.act = "meeting.summoned", .object = meeting.text(), .detail = std::to_string(invited.size())});
  return static_cast<int>(invited.size());
}

int tell_of_change(db::Transaction& tx, base::Actor const& actor, Meeting const& before, Address const& address,
                   i18n::Words const& tr) {
  auto const now = find_meeting(tx, before.id).value();
  auto const all = summons_to(tx, now);
  if (all.empty() || !concerns_calendars(before, now)) return 0;
  tx.run(sql::raise_sequence, key_of(now));
  auto const event = event_of(now, sequence_of(tx, now), address);
  bool const off = now.state == MeetingState::cancelled;
  std::vector<mail::Message> letters;
  for (auto const& one : with_links(tx, now, all)) {
    mail::withdraw(tx, reminder_key(now.id, one.summons.person));
    letters.push_back(letter_of(one, now, event, off ? tr("Afgezegd: {}", now.title) : tr("Gewijzigd: {}", now.title),
                                off ? tr("Deze bijeenkomst gaat niet door.") : tr("Deze bijeenkomst is gewijzigd."),
                                address, tr));
    if (!off && one.summons.answer == Attending::waiting) letters.push_back(reminder_of(one, now, address, tr));
  }
  mail::queue(tx, letters);
  audit::record(tx, actor,
                {.act = "meeting.change_told", .object = now.id.text(), .detail = std::to_string(all.size())});
  return static_cast<int>(all.size());
}

Result<Attending, SummonsRefusal> answer_summons(db::Transaction& tx, base::Actor const& actor,
                                                 MeetingId const& meeting, Attending answer) {
  auto const found = find_meeting(tx, meeting);
  if (!found) return std::unexpected(SummonsRefusal::not_found);
  if (found->state != MeetingState::planned) return std::unexpected(SummonsRefusal::not_planned);
  auto const all = summons_to(tx, *found);
  auto const own = std::ranges::find(all, actor.person, &Summons::person);
  if (own == all.end()) return std::unexpected(SummonsRefusal::not_invited);
  write_answer(tx, actor, *own, answer);
  return answer;
}

std::optional<Summons> summons_of_link(db::Reading& reading, std::string const& secret) {
  auto const hash = base::sha256_hex(secret);
  auto const board = reading.one<BoardId>(sql::board_of_answer_link, {{"hash", hash}});
  if (!board) return std::nullopt;
  reading.enter({.board = board->text(), .reach = {board->text()}});
  return reading.one<Summons>(sql::summons_of_answer_link, {{"board", *board}, {"hash", hash}});
}

Result<Attending, SummonsRefusal> answer_by_link(db::Transaction& tx, std::string const& secret, Attending answer,
                                                 base::Date today) {
  auto const summons = summons_of_link(tx, secret);
  if (!summons) return std::unexpected(SummonsRefusal::not_found);
  base::Actor const actor{.person = summons->person, .board = summons->board, .request = "answer", .today = today};
  return answer_summons(tx, actor, summons->meeting, answer);
}

void take_reply(db::Database& database, mail::Answered const& answered) {
  database.write(db::every_board, [&](db::Transaction& tx) {
    for (auto const& one : tx.all<Summons>(sql::summons_by_token, {{"token", answered.token}})) {
      if (uid_of(one.meeting) != answered.reply.uid) continue;
      if (one.answered_at && *one.answered_at > answered.reply.given_at) continue;  // they said something newer here
      write_answer(tx, {.person = one.person, .board = one.board, .request = "reply"}, one, answered.reply.answer);
    }
  });
}

std::string renew_feed(db::Transaction& tx, base::Actor const& actor) {
  auto secret = base::new_secret();
  tx.run(sql::upsert_feed,
         {{"person", actor.person}, {"hash", base::sha256_hex(secret)}, {"now", base::Instant::now()}});
  audit::record(tx, actor, {.act = "feed.renewed", .object = actor.person.text(), .subject = actor.person});
  return secret;
}

bool has_feed(db::Reading& reading, PersonId const& person) {
  return reading.one<int>(sql::has_feed, {{"person", person}}).value_or(0) > 0;
}

std::optional<std::string> feed_of(db::Reading& reading, std::string const& secret, Address const& address,
                                   i18n::Words const& tr) {
  auto const owner = reading.one<PersonId>(sql::owner_of_feed, {{"hash", base::sha256_hex(secret)}});
  if (!owner) return std::nullopt;
  calendar::Feed feed{.name = tr("Bijeenkomsten in Lenig"), .events = {}};
  for (auto const& meeting : reading.all<Meeting>(sql::meetings_of_feed, {{"person", *owner}}))
    feed.events.push_back(event_of(meeting, 0, address));
  return calendar::feed(feed);
}

std::string words_for(Attending answer, i18n::Words const& tr) {
  switch (answer) {
    case Attending::waiting: return tr("Nog niets laten weten");
    case Attending::accepted: return tr("Komt");
    case Attending::tentative: return tr("Misschien");
    case Attending::declined: return tr("Komt niet");
  }
  return {};
}

}  // namespace lenig::programme
