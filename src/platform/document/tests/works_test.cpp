// From the order to the file: on the database, with a converter that is quick, hangs, or is killed.
#include "platform/document/works.hpp"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <thread>

#include "platform/document/kept.hpp"
#include "tests/support/database.hpp"
#include "tests/support/views.hpp"

namespace lenig::document {
namespace {

using namespace std::chrono_literals;

db::Query const count{"test/count", "select count(*) from document_order", {}};
db::Query const sources{"test/sources", "select source from document_order", {}};
db::Query const payloads{"test/payloads", "select payload from jobs_job", {}};
db::Query const yesterday{"test/yesterday", "update document_order set ordered_at = '2000-01-01T00:00:00.000Z'", {}};

/// A converter that makes "DOCX" at once.
Converter const quick{.program = "print('progress 50\\nmade 4\\nDOCX', end='')"};
Converter const broken{.program = "print('progress 50\\nbroken ValueError')"};
Converter const hangs{.program = "print('progress 40', flush=True)\nimport time\ntime.sleep(600)"};

class Documents : public ::testing::Test {
 protected:
  void SetUp() override { tests::load_views(); }

  template <class What>
  auto read(base::Actor const& by, What&& what) {
    return database->read(scope_of(by), what);
  }
  static db::Scope scope_of(base::Actor const& by) {
    return {.person = by.person.text(), .board = by.board.text(), .reach = {by.board.text()}};
  }
  DocumentId ordered(base::Actor const& by) {
    return database->write(scope_of(by), [&](db::Transaction& tx) {
      return order(tx, by, {.title = "Verslag", .blocks = {paragraph("Geheim")}}, Format::docx);
    });
  }
  std::optional<Document> found(base::Actor const& by, DocumentId const& id) {
    return read(by, [&](db::Reading& reading) { return find(reading, by, id); });
  }
  std::optional<std::string> content(base::Actor const& by, DocumentId const& id) {
    return read(by, [&](db::Reading& reading) { return content_of(reading, by, id); });
  }
  template <class T>
  T value(db::Query const& query) {
    return database->read(db::every_board, [&](db::Reading& reading) { return reading.one<T>(query); }).value();
  }

  std::unique_ptr<db::Database> database = tests::fresh_database();
  base::Actor const owner{.person = base::PersonId::make(), .board = base::BoardId::make(), .request = "test"};
  base::Actor const colleague{.person = base::PersonId::make(), .board = owner.board, .request = "test"};
  base::Actor const elsewhere{.person = owner.person, .board = base::BoardId::make(), .request = "test"};
};

TEST_F(Documents, are_made_after_their_order_and_given_to_who_ordered_them) {
  auto const id = ordered(owner);
  EXPECT_EQ(found(owner, id)->state, State::waiting);
  EXPECT_FALSE(content(owner, id));
  EXPECT_EQ(jobs::run_due(*database, works(quick)), 1);
  EXPECT_EQ(found(owner, id)->state, State::made);
  EXPECT_EQ(content(owner, id), "DOCX");
}

TEST_F(Documents, are_nobody_elses) {
  auto const id = ordered(owner);
  jobs::run_due(*database, works(quick));
  for (auto const& stranger : {colleague, elsewhere}) {
    EXPECT_FALSE(found(stranger, id));
    EXPECT_FALSE(content(stranger, id));
    EXPECT_FALSE(read(stranger, [&](db::Reading& reading) {
      return relations_to_document(reading, {.person = stranger.person, .board = stranger.board}, id.text());
    }));
  }
}

TEST_F(Documents, leave_what_they_were_made_of_in_no_job_and_not_behind_them) {
  ordered(owner);
  EXPECT_NE(value<std::string>(sources).find("Geheim"), std::string::npos);
  auto const told =
      database->read(db::every_board, [](db::Reading& reading) { return reading.all<std::string>(payloads); });
  ASSERT_EQ(told.size(), 2U);
  for (auto const& payload : told) EXPECT_EQ(payload.size(), 73U) << "two ids: " << payload;
  jobs::run_due(*database, works(quick));
  EXPECT_EQ(value<std::string>(sources), "");
}

TEST_F(Documents, that_failed_say_so_and_are_made_when_they_are_asked_for_again) {
  auto const id = ordered(owner);
  jobs::run_due(*database, works(broken));
  EXPECT_EQ(found(owner, id)->state, State::broken);
  auto const again = [&](base::Actor const& by) {
    return database->write(scope_of(by), [&](db::Transaction& tx) { return make_again(tx, by, id); });
  };
  EXPECT_FALSE(again(colleague));
  EXPECT_TRUE(again(owner));
  EXPECT_FALSE(again(owner)) << "it is being made";
  EXPECT_EQ(jobs::run_due(*database, works(quick)), 1);
  EXPECT_EQ(content(owner, id), "DOCX");
}

TEST_F(Documents, are_removed_after_a_day_and_not_found_from_then_on) {
  auto const id = ordered(owner);
  jobs::run_due(*database, works(quick));
  auto const now = base::Instant::now();
  EXPECT_EQ(jobs::run_due(*database, works(quick), now.plus(23h)), 0);
  EXPECT_TRUE(found(owner, id));
  EXPECT_EQ(jobs::run_due(*database, works(quick), now.plus(25h)), 1);
  EXPECT_EQ(value<int>(count), 0);

  auto const late = ordered(owner);
  jobs::run_due(*database, works(quick));
  database->write(db::every_board, [](db::Transaction& tx) { tx.run(yesterday); });
  EXPECT_FALSE(found(owner, late));
  EXPECT_FALSE(content(owner, late));
}

TEST_F(Documents, that_a_job_runs_for_again_stay_as_they_were_made) {
  auto const id = ordered(owner);
  jobs::run_due(*database, works(quick));
  database->write(scope_of(owner), [&](db::Transaction& tx) { ask_to_make(tx, {owner.board, id}); });
  EXPECT_EQ(jobs::run_due(*database, works(broken)), 1);
  EXPECT_EQ(content(owner, id), "DOCX");
  EXPECT_EQ(found(owner, id)->state, State::made);
}

TEST_F(Documents, of_one_person_are_not_more_than_are_kept) {
  auto const first = ordered(owner);
  auto const of_colleague = ordered(colleague);
  for (int i = 0; i < most_kept; ++i) ordered(owner);
  EXPECT_FALSE(found(owner, first));
  EXPECT_TRUE(found(colleague, of_colleague));
  EXPECT_EQ(value<int>(count), most_kept + 1);
  EXPECT_EQ(jobs::run_due(*database, works(quick)), most_kept + 2) << "the job of one that is gone ends";
}

TEST_F(Documents, whose_making_was_killed_are_made_once_by_the_job_that_runs_again) {
  auto const id = ordered(owner);
  auto const child = ::fork();
  if (child == 0) {
    db::Database own(database->place());
    jobs::run_due(own, works(hangs));
    ::_exit(0);
  }
  for (int i = 0; i < 1000 && found(owner, id)->progress == 0; ++i) std::this_thread::sleep_for(10ms);
  ASSERT_EQ(found(owner, id)->progress, 40);
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
  EXPECT_EQ(jobs::run_due(*database, works(quick)), 0) << "it is claimed";
  EXPECT_EQ(jobs::run_due(*database, works(quick), base::Instant::now().plus(61s)), 1);
  EXPECT_EQ(content(owner, id), "DOCX");
  EXPECT_EQ(value<int>(count), 1);
  EXPECT_EQ(jobs::run_due(*database, works(broken), base::Instant::now().plus(5min)), 0);
  EXPECT_EQ(content(owner, id), "DOCX");
}

/// Two or three pages' worth of text for each of 24 schools, as a report has; bench/documents times it.
Manuscript report_of_24_schools() {
  std::string const words =
      "Wij leerden dat intervisie werkt als het team zelf de vragen kiest en de begeleider op tijd een stap terug "
      "doet. "
      "Dat vroeg van de schoolleiding dat er tijd voor was, en die was er in de eerste maanden niet altijd. ";
  Manuscript report{.title = "Jaarverslag", .contents = Contents::listed, .blocks = {heading(1, "Per school")}};
  for (int school = 1; school <= 24; ++school) {
    report.blocks.push_back(heading(2, "School " + std::to_string(school)));
    report.blocks.push_back(paragraph(words + words));
    report.blocks.push_back(quote(words, "leraar"));
    report.blocks.push_back(
        list({"Houden: de eigen vraag", "Anders: een vaste middag", "Stoppen: het verslag achteraf"}));
    report.blocks.push_back(table("Bijeenkomsten", {"Stap", "Datum", "Aanwezig"},
                                  std::vector<Row>(6, {{"Intervisie", "3 maart 2004", "7 van 8"}})));
  }
  return report;
}

TEST_F(Documents, of_24_schools_are_made_by_the_runner_with_progress) {
  jobs::Runner const runner(*database, works({}));
  auto const id = database->write(
      scope_of(owner), [&](db::Transaction& tx) { return order(tx, owner, report_of_24_schools(), Format::pdf); });
  int told = 0;
  for (int i = 0; i < 3000 && found(owner, id)->state == State::waiting; ++i) {
    told = std::max(told, found(owner, id)->progress);
    std::this_thread::sleep_for(10ms);
  }
  EXPECT_EQ(found(owner, id)->state, State::made);
  EXPECT_GT(told, 0);
  EXPECT_TRUE(content(owner, id)->starts_with("%PDF"));
}

}  // namespace
}  // namespace lenig::document
