// How many people stand where, told on the map, by the API and in reports: what somebody who sees all three, day after
// day, can't find out.
#include "programme/told.hpp"

#include <gtest/gtest.h>

#include <boost/json.hpp>

#include <chrono>
#include <condition_variable>
#include <thread>

#include "platform/access/token.hpp"
#include "tests/support/browser.hpp"

namespace lenig::programme {

namespace {

using namespace std::chrono_literals;
using tests::Browser;
using tests::Case;

/// A learning network of people, seen by the supervisor, who sees nobody by name.
class LearningNetwork {
 public:
  explicit LearningNetwork(std::size_t people) {
    auto const network = in.value("select id from organisation_unit where kind = 'network'");
    auto const begun = office.post(
        "/programma", {{"library", "leernetwerk"}, {"name", "Leernetwerk"}, {"host", network}, {"audience", "people"}});
    map = begun.location.substr(0, begun.location.rfind('/'));
    programme = ProgrammeId(map.substr(map.rfind('/') + 1));
    office.post(map + "/opzet/vaststellen");
    add_cohort("Eerste groep");
    invite("Eerste groep", people);
  }

  void add_cohort(std::string const& name) { office.post(map + "/groepen", {{"name", name}, {"school_year", "2003"}}); }

  /// So many people who are in no cohort yet.
  void invite(std::string const& cohort, std::size_t people) {
    std::vector<std::pair<std::string, std::string>> form{{"on_day", "2004-04-15"}};
    for (std::size_t one = 0; one < people; ++one) form.emplace_back("people", somebody(taken_++));
    EXPECT_EQ(office.post("/programma/groep/" + in.cohort(cohort) + "/uitnodigen", form).status, 303);
  }

  /// The way of the person who was invited so manieth, from 0 on.
  std::string way(std::size_t number) {
    return in.value("select id from programme_participation where programme_id = '" + programme.text() +
                    "' order by id limit 1 offset " + std::to_string(number));
  }

  void turn(std::size_t number, std::string const& what) {
    auto const answer = office.post("/programma/deelname/" + way(number) + "/stand/" + what,
                                    {{"on_day", "2004-04-15"}, {"reason", "workload"}});
    EXPECT_EQ(answer.status, 303) << what;
  }

  std::string seen_on_map() { return in.as("supervisor").get(map).body; }

  /// What a program of the supervisor reads of how many there are in the first cohort.
  boost::json::value members_by_api() {
    auto const secret = in.database().write(db::every_board, [&](db::Transaction& tx) {
      base::PersonId const person(
          in.value("select person_id from access_account where email = '" + in.email_of("supervisor") + "'"));
      base::BoardId const board(
          in.value("select board_id from organisation_person where id = '" + person.text() + "'"));
      return access::make_token(tx, {person, board, ""}, base::Instant::now());
    });
    http::Request request{.method = http::Method::get, .target = "/api/v1/cohorts", .path = "/api/v1/cohorts"};
    request.headers.emplace_back("host", "lenig.test");
    request.headers.emplace_back("authorization", "Bearer " + secret);
    auto const list = boost::json::parse(in.application().answer(request).body).as_object();
    for (auto const& item : list.at("items").as_array()) {
      if (item.at("name") == "Eerste groep") return item.at("members");
    }
    throw std::runtime_error("the API has no such cohort");
  }

  /// What everybody around the programme reads once it is adopted.
  std::string adopted_report() {
    auto const begun = office.post(map + "/verslagen", {{"kind", "annual"}, {"school_year", "2003"}});
    EXPECT_EQ(begun.status, 303);
    EXPECT_EQ(office.post(begun.location + "/vaststellen", {{"adopted_on", "2004-04-15"}}).status, 303);
    return in.as("supervisor").get(begun.location).body;
  }

  /// Every wave that is out, as the pages read it.
  std::string waves() {
    return in.value("select cast(count(*) as text) from programme_told where programme_id = '" + programme.text() +
                    "'");
  }

  std::optional<ToldStanding> told(std::string const& cohort) {
    return in.database().read(db::every_board, [&](db::Reading& reading) {
      auto const all = told_of(reading, {programme});
      auto const found = all.find(CohortId(in.cohort(cohort)));
      return found == all.end() ? std::nullopt : std::optional(found->second);
    });
  }

  Case in;
  Browser office = in.as("office");
  std::string map;
  ProgrammeId programme;

 private:
  std::string somebody(std::size_t number) {
    auto const network = in.value("select id from organisation_unit where kind = 'network'");
    return in.value(
        "select distinct a.person_id from organisation_appointment a join organisation_network_unit n on n.unit_id = "
        "a.unit_id where n.network_id = '" +
        network + "' order by a.person_id limit 1 offset " + std::to_string(number));
  }

  std::size_t taken_ = 0;
};

bool says(std::string const& page, std::string_view text) { return page.find(text) != std::string::npos; }

int at(ToldStanding const& told, Status status) { return told.by_status[static_cast<std::size_t>(status)]; }

TEST(Told, the_map_the_api_and_the_report_tell_the_same) {
  LearningNetwork network(12);
  auto const map = network.seen_on_map();
  EXPECT_TRUE(says(map, "12 × Uitgenodigd, geteld op 15 april 2004"));
  EXPECT_TRUE(says(map, "12 deelnemers"));
  EXPECT_EQ(network.members_by_api(), 12);
  EXPECT_TRUE(says(network.adopted_report(), "12 × Uitgenodigd, geteld op 15 april 2004"));
}

TEST(Told, the_map_yesterday_one_leaves_and_the_report_today_tell_of_nobody) {
  LearningNetwork network(12);
  EXPECT_TRUE(says(network.seen_on_map(), "12 × Uitgenodigd"));
  network.turn(3, "withdrawn");
  auto const report = network.adopted_report();
  EXPECT_TRUE(says(report, "12 × Uitgenodigd")) << "what was told stands";
  EXPECT_FALSE(says(report, "11 ×") || says(report, ">11<"));
  EXPECT_FALSE(says(report, "1 × Gestopt"));
  EXPECT_TRUE(says(network.seen_on_map(), "12 × Uitgenodigd"));
}

TEST(Told, the_map_today_one_joins_and_the_api_tomorrow_tell_of_nobody) {
  LearningNetwork network(12);
  EXPECT_TRUE(says(network.seen_on_map(), "12 deelnemers"));
  network.invite("Eerste groep", 1);
  EXPECT_EQ(network.members_by_api(), 12);
  network.invite("Eerste groep", 4);
  EXPECT_EQ(network.members_by_api(), 17) << "five who joined are enough";
  EXPECT_TRUE(says(network.seen_on_map(), "17 × Uitgenodigd"));
}

TEST(Told, people_who_move_one_by_one_are_told_of_when_five_have) {
  LearningNetwork network(12);
  for (std::size_t number = 0; number < 4; ++number) {
    network.turn(number, "intake_held");
    EXPECT_EQ(network.waves(), "1");
  }
  network.turn(4, "intake_held");
  EXPECT_TRUE(says(network.seen_on_map(), "7 × Uitgenodigd, 5 × Intake gehad, geteld op"));
  EXPECT_EQ(network.waves(), "2");
}

TEST(Told, a_turn_that_is_undone_is_not_told_of_either) {
  LearningNetwork network(12);
  for (std::size_t number = 0; number < 5; ++number) network.turn(number, "intake_held");
  auto const step = network.in.value(
      "select id from undo_step where kind = 'programme.take_turn' and used_at is null order by id desc limit 1");
  EXPECT_EQ(network.office.post("/ongedaan/" + step).status, 303);
  EXPECT_TRUE(says(network.seen_on_map(), "7 × Uitgenodigd, 5 × Intake gehad"));
  EXPECT_EQ(network.waves(), "2");
}

TEST(Told, an_invitation_that_is_undone_leaves_what_was_told) {
  LearningNetwork network(12);
  network.invite("Eerste groep", 1);
  auto const step = network.in.value(
      "select id from undo_step where kind = 'programme.invite' and used_at is null order by id desc limit 1");
  EXPECT_EQ(network.office.post("/ongedaan/" + step).status, 303);
  EXPECT_EQ(network.members_by_api(), 12);
  EXPECT_EQ(network.waves(), "1");
}

TEST(Told, of_a_few_nothing_at_all) {
  LearningNetwork network(4);
  auto const map = network.seen_on_map();
  EXPECT_TRUE(says(map, "kleine aantallen blijven weg"));
  EXPECT_TRUE(says(map, "Enkele deelnemers"));
  EXPECT_TRUE(network.members_by_api().is_null());
  EXPECT_FALSE(says(network.adopted_report(), "4 ×"));
}

TEST(Told, who_comes_over_from_another_cohort_is_not_found_between_the_two) {
  LearningNetwork network(14);
  network.add_cohort("Tweede groep");
  network.invite("Tweede groep", 6);
  for (auto const* const what : {"intake_held", "committed", "started", "paused"}) {
    for (std::size_t number = 0; number < 6; ++number) network.turn(number, what);
  }
  auto const before = network.told("Tweede groep").value();
  EXPECT_EQ(at(before, Status::invited), 6);
  EXPECT_EQ(network.office
                .post("/programma/deelname/" + network.way(0) + "/stand/started_anew",
                      {{"on_day", "2004-04-15"}, {"cohort", network.in.cohort("Tweede groep")}})
                .status,
            303);
  auto const after = network.told("Tweede groep").value();
  EXPECT_EQ(after.by_status, before.by_status);
  EXPECT_EQ(after.members, before.members);
}

TEST(Told, who_sees_everybody_by_name_sees_every_number_of_today) {
  LearningNetwork network(12);
  network.turn(0, "withdrawn");
  auto const page = network.office.get(network.map);
  EXPECT_TRUE(page.says("11 × Uitgenodigd, 1 × Gestopt"));
  EXPECT_FALSE(page.says("geteld op"));
}

TEST(Told, what_was_told_long_ago_is_forgotten_but_for_how_it_ended) {
  LearningNetwork network(20);
  for (auto const* const what : {"intake_held", "committed"}) {
    for (std::size_t number = 0; number < 5; ++number) network.turn(number, what);
  }
  ASSERT_EQ(network.waves(), "3");
  auto const before = network.told("Eerste groep").value();
  tidy_told(network.in.database(), base::Date::parse("2009-06-01").value());
  EXPECT_EQ(network.waves(), "1");
  auto const after = network.told("Eerste groep").value();
  EXPECT_EQ(after.by_status, before.by_status);
  EXPECT_EQ(after.on_day, before.on_day);
  network.turn(5, "intake_held");
  EXPECT_EQ(network.waves(), "1") << "who stood where is still known";
  for (std::size_t number = 6; number < 10; ++number) network.turn(number, "intake_held");
  EXPECT_EQ(at(network.told("Eerste groep").value(), Status::intake), 5);
}

TEST(Told, a_programme_older_than_the_telling_is_told_of_by_night) {
  LearningNetwork network(12);
  for (auto const* const table : {"programme_told", "programme_told_count", "programme_told_move"})
    network.in.change("delete from " + std::string(table));
  EXPECT_TRUE(says(network.seen_on_map(), "Enkele deelnemers"));
  tidy_told(network.in.database(), base::Date::parse("2004-04-16").value());
  EXPECT_TRUE(says(network.seen_on_map(), "12 × Uitgenodigd, geteld op 16 april 2004"));
}

/// Of two who write at once, the second waits until the first has written, or for a moment.
class Meeting {
 public:
  void arrive() {
    std::unique_lock lock(mutex_);
    ++arrived_;
    changed_.notify_all();
    changed_.wait_for(lock, 1s, [&] { return arrived_ == 2; });
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  int arrived_ = 0;
};

db::Query const set_status{"test/set_status",
                           "update programme_participation set status = :status where in_reach(board_id) and id = :way",
                           {}};

// Of fourteen, five stop while five others have their intake. Each alone would be told; both together leave four who
// did neither.
TEST(Told, two_at_once_tell_no_more_than_one_after_the_other) {
  LearningNetwork network(14);
  auto const today = base::Date::parse("2004-04-15").value();
  std::vector<std::string> ways;
  ways.reserve(14);
  for (std::size_t number = 0; number < 14; ++number) ways.push_back(network.way(number));
  db::Database another(network.in.application().settings().place);  // of another machine
  another.write(db::every_board, [](db::Transaction&) {});          // connected
  Meeting meeting;
  auto const move = [&](db::Database& database, std::size_t first, Status status) {
    database.write(db::every_board, [&](db::Transaction& tx) {
      for (auto number = first; number < first + 5; ++number)
        tx.run(set_status, {{"status", status}, {"way", ways[number]}});
      meeting.arrive();
      tell_standing(tx, network.programme, today);
    });
  };
  {
    std::jthread const one([&] { EXPECT_NO_THROW(move(network.in.database(), 0, Status::withdrawn)); });
    std::jthread const other([&] { EXPECT_NO_THROW(move(another, 5, Status::intake)); });
  }
  auto const told = network.told("Eerste groep").value();
  EXPECT_EQ(network.waves(), "2") << "the first of the two was told, and nothing more";
  EXPECT_EQ(at(told, Status::invited), 9);
  EXPECT_EQ(at(told, Status::withdrawn) + at(told, Status::intake), 5);
}

/// A school whose team met at two meetings, and two reports of that year.
class School {
 public:
  explicit School(int people) {
    way_ = in.participation("Theo Thijssenschool");
    in.change("delete from programme_attendance");
    meetings_ =
        "select m.id from programme_meeting m join programme_meeting_participation p on p.meeting_id = m.id where "
        "p.participation_id = '" +
        way_ +
        "' and not exists (select 1 from programme_meeting_participation o where "
        "o.meeting_id = m.id and o.participation_id <> '" +
        way_ +
        "') and m.starts_at between '2003-08-01' and "
        "'2004-03-31' order by m.starts_at, m.id limit 1 offset ";
    for (int meeting = 0; meeting < 2; ++meeting) {
      for (int person = 0; person < people; ++person) record(meeting, person, person % 4 == 0 ? "absent" : "present");
    }
  }

  void record(int meeting, int person, std::string const& presence) {
    auto const id = in.value(meetings_ + std::to_string(meeting));
    auto const somebody = "'person " + std::to_string(person) + "'";
    in.change("delete from programme_attendance where meeting_id = '" + id + "' and person_id = " + somebody);
    in.change("insert into programme_attendance (board_id, meeting_id, person_id, presence) select board_id, id, " +
              somebody + ", '" + presence + "' from programme_meeting where id = '" + id + "'");
  }

  /// The attendance of the school in a report that is adopted.
  std::string told(std::string const& kind) {
    auto const begun =
        office_.post("/programma/" + in.programme() + "/verslagen", {{"kind", kind}, {"school_year", "2003"}});
    EXPECT_EQ(office_.post(begun.location + "/vaststellen", {{"adopted_on", "2004-04-15"}}).status, 303);
    auto const page = in.as("supervisor").get(begun.location).body;
    auto const row = page.find("Theo Thijssenschool", page.find("Stand en aanwezigheid per school"));
    auto const end = page.find("</tr>", row);
    auto const cell = page.rfind("</td>", end);
    auto const start = page.rfind('>', cell) + 1;
    return page.substr(start, cell - start);
  }

  Case in;

 private:
  Browser office_ = in.as("office");
  std::string way_;
  std::string meetings_;
};

TEST(Attendance, that_one_report_told_is_told_by_the_next_as_long_as_it_is_the_same) {
  School school(20);
  school.in.change("delete from programme_report");
  EXPECT_EQ(school.told("interim"), "75 %");
  EXPECT_EQ(school.told("annual"), "75 %");
}

TEST(Attendance, tells_nobody_whose_presence_alone_differs_between_two_reports) {
  School school(20);
  school.in.change("delete from programme_report");
  EXPECT_EQ(school.told("interim"), "75 %");
  school.record(0, 0, "present");
  EXPECT_EQ(school.told("annual"), "–");
}

TEST(Attendance, of_another_meeting_of_enough_people_is_told) {
  School school(20);
  school.in.change("delete from programme_report");
  EXPECT_EQ(school.told("interim"), "75 %");
  for (int person = 0; person < 20; person += 4) school.record(0, person, "present");
  EXPECT_EQ(school.told("annual"), "85 % of meer");
}

TEST(Attendance, of_four_people_is_not_told_nor_that_all_were_there) {
  School few(4);
  few.in.change("delete from programme_report");
  EXPECT_EQ(few.told("interim"), "–");
  School all(20);
  all.in.change("delete from programme_report");
  all.in.change("update programme_attendance set presence = 'present'");
  EXPECT_EQ(all.told("interim"), "85 % of meer");
}

}  // namespace

}  // namespace lenig::programme
