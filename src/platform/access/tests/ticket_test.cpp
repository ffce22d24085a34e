#include "platform/access/tests/accounts.hpp"
#include "platform/base/random.hpp"

namespace lenig::access {
namespace {

using namespace std::chrono_literals;

db::Query const hashes{"test/hashes", "select secret_hash from access_ticket", {}};

class Tickets : public WithAccount {
 protected:
  Result<PersonId, SetPasswordRefusal> use(std::string const& secret, base::Instant at) {
    return database->write(db::every_board,
                           [&](db::Transaction& tx) { return set_password(tx, secret, "a new hash", at); });
  }
  std::string stored_hash() {
    return database->read(db::every_board,
                          [&](db::Reading& reading) { return account_of(reading, person)->password_hash; });
  }
};

TEST_F(Tickets, are_for_one_use) {
  auto const secret = ticket(TicketKind::reset, now);
  EXPECT_EQ(use(secret, now).value(), person);
  EXPECT_EQ(stored_hash(), "a new hash");
  EXPECT_EQ(use(secret, now).error(), SetPasswordRefusal::link_used_up);
  EXPECT_FALSE(holder(secret, now));
}

TEST_F(Tickets, of_a_reset_work_an_hour_and_of_an_invitation_two_weeks) {
  auto const reset = ticket(TicketKind::reset, now);
  EXPECT_EQ(holder(reset, now.plus(1h - 1ms)), person);
  EXPECT_FALSE(holder(reset, now.plus(1h)));
  EXPECT_EQ(use(reset, now.plus(1h)).error(), SetPasswordRefusal::link_used_up);
  auto const invitation = ticket(TicketKind::invitation, now);
  EXPECT_EQ(holder(invitation, now.plus(14 * 24h - 1ms)), person);
  EXPECT_FALSE(holder(invitation, now.plus(14 * 24h)));
}

TEST_F(Tickets, of_the_same_kind_made_later_end_the_earlier_ones) {
  auto const first = ticket(TicketKind::reset, now);
  auto const invitation = ticket(TicketKind::invitation, now);
  auto const second = ticket(TicketKind::reset, now);
  EXPECT_FALSE(holder(first, now));
  EXPECT_TRUE(holder(second, now));
  EXPECT_TRUE(holder(invitation, now));
}

TEST_F(Tickets, of_others_stay) {
  auto const colleague = PersonId::make();
  open(colleague, "ella@school.example");
  auto const theirs = database->write(
      db::every_board, [&](db::Transaction& tx) { return make_ticket(tx, colleague, TicketKind::reset, now); });
  ticket(TicketKind::reset, now);
  EXPECT_EQ(holder(theirs, now), colleague);
}

TEST_F(Tickets, keep_a_hash_of_their_secret_only) {
  auto const secret = ticket(TicketKind::reset, now);
  EXPECT_EQ(texts(hashes), std::vector<std::string>{base::sha256_hex(secret)});
  EXPECT_FALSE(holder(base::sha256_hex(secret), now));
}

TEST_F(Tickets, that_set_a_password_end_every_session) {
  auto const one = start();
  auto const two = start();
  ASSERT_TRUE(use(ticket(TicketKind::reset, now), now));
  EXPECT_FALSE(find(one, now));
  EXPECT_FALSE(find(two, now));
}

TEST_F(Tickets, that_are_refused_change_nothing) {
  auto const session = start();
  EXPECT_FALSE(use(base::new_secret(), now));
  EXPECT_EQ(stored_hash(), hash());
  EXPECT_TRUE(find(session, now));
}

TEST_F(Tickets, that_set_a_password_end_the_other_links_too) {
  auto const invitation = ticket(TicketKind::invitation, now);
  ASSERT_TRUE(use(ticket(TicketKind::reset, now), now));
  EXPECT_FALSE(holder(invitation, now));
}

TEST_F(Tickets, find_an_account_whatever_the_case_of_its_address) {
  auto const found = database->read(
      db::every_board, [&](db::Reading& reading) { return account_by_email(reading, " DAAN@School.example "); });
  ASSERT_TRUE(found);
  EXPECT_EQ(found->person, person);
  EXPECT_THROW(open(PersonId::make(), "Daan@SCHOOL.example"), db::Conflict);
}

}  // namespace
}  // namespace lenig::access
