#include "platform/access/session.hpp"

#include "platform/access/tests/accounts.hpp"
#include "platform/base/random.hpp"

namespace lenig::access {
namespace {

using namespace std::chrono_literals;

db::Query const hashes{
    "test/hashes", "select secret_hash || ' ' || coalesce(previous_hash, '') || ' ' || csrf from access_session", {}};

class Sessions : public WithAccount {
 protected:
  std::optional<std::string> refresh(std::string const& secret, base::Instant at) {
    auto const session = find(secret, at).value();
    if (!needs_refresh(session, at)) return std::nullopt;
    return database->write(db::every_board,
                           [&](db::Transaction& tx) { return refresh_session(tx, session, secret, at); });
  }
};

TEST_F(Sessions, are_found_by_their_secret) {
  auto const secret = start();
  auto const session = find(secret, now).value();
  EXPECT_EQ(session.person, person);
  EXPECT_EQ(session.email, email);
  EXPECT_EQ(session.csrf.size(), 43U);
  EXPECT_FALSE(session.by_previous);
  EXPECT_FALSE(find(base::new_secret(), now));
  EXPECT_FALSE(find("", now));
}

TEST_F(Sessions, keep_a_hash_of_their_secret_only) {
  auto const secret = start();
  auto const stored = texts(hashes);
  ASSERT_EQ(stored.size(), 1U);
  EXPECT_EQ(stored[0].find(secret), std::string::npos);
  EXPECT_TRUE(stored[0].starts_with(base::sha256_hex(secret)));
  EXPECT_FALSE(find(base::sha256_hex(secret), now));  // who stole the table has no secret
}

TEST_F(Sessions, get_a_new_secret_after_an_hour_and_the_old_one_lives_a_minute) {
  auto const old = start();
  EXPECT_FALSE(refresh(old, now.plus(60min)));
  auto const later = now.plus(60min + 1ms);
  auto const fresh = refresh(old, later);
  ASSERT_TRUE(fresh);
  EXPECT_NE(*fresh, old);
  EXPECT_FALSE(find(*fresh, later)->by_previous);
  EXPECT_TRUE(find(old, later.plus(60s))->by_previous);
  EXPECT_FALSE(find(old, later.plus(60s + 1ms)));
  EXPECT_TRUE(find(*fresh, later.plus(60s + 1ms)));
  EXPECT_EQ(find(*fresh, later)->csrf, find(old, later)->csrf);  // forms that stand open go on
}

TEST_F(Sessions, are_not_refreshed_by_their_previous_secret) {
  auto const old = start();
  auto const later = now.plus(61min);
  ASSERT_TRUE(refresh(old, later));
  EXPECT_FALSE(needs_refresh(find(old, later.plus(30s)).value(), later.plus(30s)));
  EXPECT_EQ(texts(hashes).size(), 1U);
}

TEST_F(Sessions, are_rotated_by_one_of_two_requests_at_a_time) {
  auto const old = start();
  auto const later = now.plus(61min);
  auto const seen_by_both = find(old, later).value();
  auto const rotate = [&] {
    return database->write(db::every_board,
                           [&](db::Transaction& tx) { return refresh_session(tx, seen_by_both, old, later); });
  };
  auto const first = rotate();
  ASSERT_TRUE(first);
  EXPECT_FALSE(rotate());
  EXPECT_TRUE(find(*first, later));
}

TEST_F(Sessions, note_a_visit_every_five_minutes) {
  auto const secret = start();
  EXPECT_FALSE(needs_refresh(find(secret, now).value(), now.plus(5min)));
  EXPECT_TRUE(needs_refresh(find(secret, now).value(), now.plus(5min + 1ms)));
  EXPECT_FALSE(refresh(secret, now.plus(6min)));
  EXPECT_EQ(find(secret, now.plus(6min))->seen_at, now.plus(6min));
}

TEST_F(Sessions, end_after_seven_idle_days) {
  auto const secret = start();
  EXPECT_TRUE(find(secret, now.plus(7 * 24h - 1ms)));
  EXPECT_FALSE(find(secret, now.plus(7 * 24h)));
}

TEST_F(Sessions, end_after_thirty_days_however_busy) {
  auto secret = start();
  for (int day = 5; day < 30; day += 5) secret = refresh(secret, now.plus(day * 24h)).value_or(secret);
  EXPECT_TRUE(find(secret, now.plus(30 * 24h - 1ms)));
  EXPECT_FALSE(find(secret, now.plus(30 * 24h)));
}

TEST_F(Sessions, end_when_somebody_signs_out_by_either_secret) {
  auto const one = start();
  auto const other = start();
  auto const later = now.plus(61min);
  auto const fresh = refresh(one, later).value();
  database->write(db::every_board, [&](db::Transaction& tx) { end_session(tx, one); });
  EXPECT_FALSE(find(fresh, later));
  EXPECT_TRUE(find(other, later));
}

TEST_F(Sessions, of_one_person_end_all_at_once_and_no_others) {
  auto const colleague = PersonId::make();
  open(colleague, "ella@school.example");
  auto const one = start();
  auto const two = start();
  auto const theirs =
      database->write(db::every_board, [&](db::Transaction& tx) { return start_session(tx, colleague, "", now); });
  database->write(db::every_board, [&](db::Transaction& tx) { end_all_sessions(tx, person); });
  EXPECT_FALSE(find(one, now));
  EXPECT_FALSE(find(two, now));
  EXPECT_TRUE(find(theirs, now));
}

TEST_F(Sessions, are_listed_for_their_owner_without_what_ended) {
  auto const list = [&](base::Instant at) {
    return database->read(db::every_board, [&](db::Reading& reading) { return open_sessions(reading, person, at); });
  };
  start();
  ASSERT_EQ(list(now).size(), 1U);
  EXPECT_EQ(list(now)[0].device, "Firefox");
  EXPECT_TRUE(list(now.plus(8 * 24h)).empty());
  EXPECT_TRUE(list(now.plus(31 * 24h)).empty());
}

TEST_F(Sessions, remember_the_board_of_this_session_only) {
  auto const one = start();
  auto const two = start();
  auto const board = BoardId::make();
  database->write(db::every_board, [&](db::Transaction& tx) { choose_board(tx, find(one, now)->csrf, board); });
  EXPECT_EQ(find(one, now)->board, board);
  EXPECT_TRUE(find(two, now)->board.empty());
}

TEST_F(Sessions, show_what_their_owner_prefers) {
  auto const secret = start();
  EXPECT_EQ(find(secret, now)->language, std::nullopt);
  EXPECT_EQ(find(secret, now)->theme, Theme::automatic);
  database->write(db::every_board, [&](db::Transaction& tx) {
    choose_language(tx, person, i18n::Language::en);
    choose_theme(tx, person, Theme::dark);
  });
  EXPECT_EQ(find(secret, now)->language, i18n::Language::en);
  EXPECT_EQ(find(secret, now)->theme, Theme::dark);
}

TEST_F(Sessions, that_ended_are_swept_with_tickets_throttles_and_forms) {
  start();
  ticket(TicketKind::reset, now);
  static db::Query const throttle{
      "test/throttle", "insert into access_throttle (key, failures, last_at) values ('k', 1, :now)", {}};
  static db::Query const form{"test/form", "insert into access_form (key, at, location) values ('k', :now, '')", {}};
  static db::Query const left{
      "test/left",
      "select (select count(*) from access_session) * 1000 + (select count(*) from access_ticket) * 100"
      " + (select count(*) from access_throttle) * 10 + (select count(*) from access_form)",
      {}};
  database->write(db::every_board, [&](db::Transaction& tx) {
    tx.run(throttle, {{"now", now}});
    tx.run(form, {{"now", now}});
  });
  auto const left_after = [&](base::Instant at) {
    return database->write(db::every_board, [&](db::Transaction& tx) {
      sweep(tx, at);
      return tx.one<int>(left).value();
    });
  };
  EXPECT_EQ(left_after(now.plus(59min)), 1111);
  EXPECT_EQ(left_after(now.plus(1h)), 1011);
  EXPECT_EQ(left_after(now.plus(24h)), 1000);
  EXPECT_EQ(left_after(now.plus(7 * 24h)), 0);
}

TEST(DeviceName, is_enough_to_recognise_ones_own_browser) {
  EXPECT_EQ(device_name("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0"),
            "Firefox · Windows");
  EXPECT_EQ(
      device_name(
          "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36 Edg/126.0"),
      "Edge · Windows");
  EXPECT_EQ(device_name("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 "
                        "Mobile Safari/604.1"),
            "Safari · iPhone");
  EXPECT_EQ(device_name("Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36"),
            "Chrome · Android");
  EXPECT_EQ(device_name("curl/8"), "");
}

}  // namespace
}  // namespace lenig::access
