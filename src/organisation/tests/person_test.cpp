#include "organisation/routes.hpp"
#include "organisation/tests/two_boards.hpp"
#include "platform/access/account.hpp"

namespace lenig::organisation {
namespace {

using People = TwoBoards;

PersonDraft const femke_oosting{"Femke", "", "Oosting", "femke@school.example"};

TEST(PersonRefusal, says_what_a_draft_lacks) {
  auto const with = [](auto const& change) {
    auto draft = femke_oosting;
    change(draft);
    return refusal(draft);
  };
  EXPECT_EQ(refusal(femke_oosting), std::nullopt);
  EXPECT_EQ(with([](PersonDraft& draft) { draft.given_name = ""; }), PersonRefusal::given_name_missing);
  EXPECT_EQ(with([](PersonDraft& draft) { draft.family_name = ""; }), PersonRefusal::family_name_missing);
  EXPECT_EQ(with([](PersonDraft& draft) { draft.prefix = std::string(101, 'a'); }), PersonRefusal::name_too_long);
  EXPECT_EQ(with([](PersonDraft& draft) { draft.email = ""; }), PersonRefusal::email_missing);
  EXPECT_EQ(with([](PersonDraft& draft) { draft.email = "femke"; }), PersonRefusal::email_wrong);
}

TEST(AppointmentRefusal, says_what_a_draft_lacks) {
  auto const from = base::Date::parse("2004-01-01").value();
  EXPECT_EQ(refusal(AppointmentDraft{{}, "leraar", 0, from, from}), std::nullopt);
  EXPECT_EQ(refusal(AppointmentDraft{{}, "", 1, from, {}}), AppointmentRefusal::function_missing);
  EXPECT_EQ(refusal(AppointmentDraft{{}, "leraar", -0.1, from, {}}), AppointmentRefusal::fte_out_of_range);
  EXPECT_EQ(refusal(AppointmentDraft{{}, "leraar", 1.6, from, {}}), AppointmentRefusal::fte_out_of_range);
  EXPECT_EQ(refusal(AppointmentDraft{{}, "leraar", 1, from, from.plus_days(-1)}),
            AppointmentRefusal::ends_before_start);
}

TEST_F(People, have_an_address_of_their_own_at_a_board) {
  auto const add = [&](BoardId const& at, PersonDraft const& draft) {
    return write([&](db::Transaction& tx) { return add_person(tx, office_of(at), draft); });
  };
  ASSERT_TRUE(add(east, femke_oosting));
  EXPECT_EQ(add(east, {"Fenna", "", "Oost", "FEMKE@school.example"}).error(), PersonRefusal::email_taken);
  EXPECT_TRUE(add(west, femke_oosting)) << "another board keeps its own list";
}

TEST_F(People, who_have_an_account_elsewhere_keep_their_id) {
  auto const femke = write([&](db::Transaction& tx) { return add_person(tx, office_of(east), femke_oosting); }).value();
  write([&](db::Transaction& tx) { access::open_account(tx, femke, femke_oosting.email, base::Instant::now()); });
  EXPECT_EQ(write([&](db::Transaction& tx) { return add_person(tx, office_of(west), femke_oosting); }).value(), femke);
}

TEST_F(People, are_not_renamed_by_adding_somebody_with_the_address_of_their_account) {
  auto const femke = write([&](db::Transaction& tx) { return add_person(tx, office_of(east), femke_oosting); }).value();
  write([&](db::Transaction& tx) { access::open_account(tx, femke, femke_oosting.email, base::Instant::now()); });
  PersonDraft const moved{"Femke", "", "Oosting", "oosting@school.example"};
  ASSERT_TRUE(write([&](db::Transaction& tx) { return change_person(tx, office_of(east), femke, moved); }));
  auto const added = write([&](db::Transaction& tx) {
    return add_person(tx, office_of(east), {"Iemand", "", "Anders", femke_oosting.email});
  });
  EXPECT_EQ(added.error(), PersonRefusal::email_taken);
}

TEST_F(People, are_invited_at_the_address_of_their_account_only) {
  auto const femke = write([&](db::Transaction& tx) { return add_person(tx, office_of(east), femke_oosting); }).value();
  i18n::Words const tr(i18n::Language::nl);
  auto const invite_from = [&](BoardId const& at) {
    return write([&](db::Transaction& tx) { return invite(tx, office_of(at), femke, "https://lenig.example", tr); });
  };
  ASSERT_TRUE(invite_from(east));
  ASSERT_EQ(write([&](db::Transaction& tx) { return add_person(tx, office_of(west), femke_oosting); }), femke);
  PersonDraft const hijacked{"Femke", "", "Oosting", "somebody.else@west.example"};
  ASSERT_TRUE(write([&](db::Transaction& tx) { return change_person(tx, office_of(west), femke, hijacked); }));
  EXPECT_EQ(invite_from(west).error(), InviteRefusal::email_differs);
  EXPECT_TRUE(invite_from(east)) << "again, to the same address";
  EXPECT_EQ(invite_from(far).error(), InviteRefusal::not_found);
}

TEST_F(People, who_sign_in_elsewhere_are_invited_as_anybody_is) {
  auto const femke = write([&](db::Transaction& tx) { return add_person(tx, office_of(east), femke_oosting); }).value();
  i18n::Words const tr(i18n::Language::nl);
  auto const invite_from = [&](BoardId const& at) {
    return write([&](db::Transaction& tx) { return invite(tx, office_of(at), femke, "https://lenig.example", tr); });
  };
  ASSERT_TRUE(invite_from(east));
  write([&](db::Transaction& tx) { access::set_password_of(tx, femke, "hash"); });
  ASSERT_TRUE(write([&](db::Transaction& tx) { return add_person(tx, office_of(west), femke_oosting); }));
  EXPECT_TRUE(invite_from(west)) << "west does not learn that she signs in at east";
  EXPECT_EQ(invite_from(west).error(), InviteRefusal::has_account) << "by now it is west's own knowledge";
}

TEST_F(People, who_were_added_by_mistake_are_taken_back_until_something_follows) {
  auto const add = [&](std::string const& email) {
    auto const added =
        write([&](db::Transaction& tx) { return add_person(tx, office_of(east), {"Femke", "", "Oosting", email}); });
    return added.value();
  };
  auto const undone = [&](PersonId const& who, AppointmentId const& first) {
    return write(
        [&](db::Transaction& tx) { return undo_take_on(tx, office_of(east), who.text() + " " + first.text()); });
  };
  auto const known = [&](PersonId const& who) {
    return database->read(db::every_board,
                          [&](db::Reading& reading) { return find_person(reading, east, who).has_value(); });
  };
  auto const femke = add("femke@school.example");
  EXPECT_TRUE(undone(femke, appointment(east, femke, tichel, "leraar")));
  EXPECT_FALSE(known(femke));
  auto const busy = add("busy@school.example");
  auto const first = appointment(east, busy, tichel, "leraar");
  appointment(east, busy, linde, "leraar");
  EXPECT_FALSE(undone(busy, first));
  EXPECT_TRUE(known(busy));
}

TEST_F(People, keep_the_history_of_an_appointment_that_changes) {
  auto const femke = person(east, "Femke", "", "Oosting");
  auto const first = appointment(east, femke, tichel, "leraar");
  ChangeDraft const more{"intern begeleider", 1.0, today};
  ASSERT_TRUE(write([&](db::Transaction& tx) { return change_appointment(tx, office_of(east), first, more); }));
  auto const all = appointments(east, femke);
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].function, "intern begeleider");
  EXPECT_EQ(all[0].starts_on, today);
  EXPECT_EQ(all[1].function, "leraar");
  EXPECT_EQ(all[1].fte, 0.8);
  EXPECT_EQ(all[1].ends_on, today.plus_days(-1));
}

TEST_F(People, change_from_a_day_within_the_appointment) {
  auto const femke = person(east, "Femke", "", "Oosting");
  auto const first = appointment(east, femke, tichel, "leraar");
  auto const change = [&](base::Date from) {
    return write(
        [&](db::Transaction& tx) { return change_appointment(tx, office_of(east), first, {"leraar", 1.0, from}); });
  };
  EXPECT_EQ(change(day("2001-08-01")).error(), AppointmentRefusal::ends_before_start);
  ASSERT_TRUE(write([&](db::Transaction& tx) { return end_appointment(tx, office_of(east), first, {today}); }));
  EXPECT_EQ(change(today.plus_days(1)).error(), AppointmentRefusal::already_ended);
}

TEST_F(People, get_an_ended_appointment_back_by_undo) {
  auto const femke = person(east, "Femke", "", "Oosting");
  auto const first = appointment(east, femke, tichel, "leraar");
  auto const step = write([&](db::Transaction& tx) { return end_appointment(tx, office_of(east), first, {today}); });
  ASSERT_TRUE(step);
  EXPECT_EQ(appointments(east, femke)[0].ends_on, today);
  EXPECT_TRUE(write([&](db::Transaction& tx) { return undo::take_back(tx, office_of(east), *step, take_backs()); }));
  EXPECT_EQ(appointments(east, femke)[0].ends_on, std::nullopt);
}

TEST_F(People, lose_an_appointment_added_by_mistake_by_undo) {
  auto const femke = person(east, "Femke", "", "Oosting");
  auto const first = appointment(east, femke, tichel, "leraar");
  auto const step = write(
      [&](db::Transaction& tx) { return undo::offer(tx, office_of(east), "organisation.appoint", first.text()); });
  EXPECT_FALSE(write([&](db::Transaction& tx) { return undo::take_back(tx, office_of(west), step, take_backs()); }));
  EXPECT_TRUE(write([&](db::Transaction& tx) { return undo::take_back(tx, office_of(east), step, take_backs()); }));
  EXPECT_TRUE(appointments(east, femke).empty());
}

TEST_F(People, of_another_board_are_not_found_by_an_office) {
  auto const femke = person(east, "Femke", "", "Oosting");
  auto const first = appointment(east, femke, tichel, "leraar");
  auto const office = office_of(west);
  AppointmentDraft const here{meent, "leraar", 1, today, std::nullopt};
  EXPECT_EQ(write([&](db::Transaction& tx) { return appoint(tx, office, femke, here); }).error(),
            AppointmentRefusal::not_found);
  EXPECT_EQ(write([&](db::Transaction& tx) { return change_person(tx, office, femke, femke_oosting); }).error(),
            PersonRefusal::not_found);
  EXPECT_EQ(
      write([&](db::Transaction& tx) { return change_appointment(tx, office, first, {"leraar", 1, today}); }).error(),
      AppointmentRefusal::not_found);
  EXPECT_EQ(write([&](db::Transaction& tx) { return end_appointment(tx, office, first, {today}); }).error(),
            AppointmentRefusal::not_found);
}

TEST_F(People, are_appointed_at_places_of_their_own_board_only) {
  auto const femke = person(east, "Femke", "", "Oosting");
  AppointmentDraft const elsewhere{meent, "leraar", 1, today, std::nullopt};
  EXPECT_EQ(write([&](db::Transaction& tx) { return appoint(tx, office_of(east), femke, elsewhere); }).error(),
            AppointmentRefusal::unit_ended);
}

}  // namespace
}  // namespace lenig::organisation
