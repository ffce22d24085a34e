// Rows and structs, on a table of the test's own beside the program's.
#include <gtest/gtest.h>

#include "platform/db/connection.hpp"
#include "platform/db/database.hpp"
#include "platform/db/migrations.hpp"
#include "tests/support/database.hpp"

namespace lenig::db {
namespace {

enum class Colour { red, green };
BOOST_DESCRIBE_ENUM(Colour, red, green)

using SampleId = base::Id<struct SampleTag>;

struct Sample {
  SampleId id;
  std::string name;
  bool flag = false;
  int count = 0;
  long long big = 0;
  double share = 0;
  Colour colour = Colour::red;
  base::Date day;
  base::Instant at;
  std::optional<std::string> note;
  std::optional<int> rank;
  std::optional<double> weight;
  std::optional<base::Date> until;
  std::optional<Colour> second;
  SampleId parent;
};
BOOST_DESCRIBE_STRUCT(Sample, (),
                      (id, name, flag, count, big, share, colour, day, at, note, rank, weight, until, second, parent))

constexpr char const* table =
    "create table db_sample (id text primary key, name text not null unique, flag integer not null, count integer not "
    "null,"
    " big integer not null, share real not null, colour text not null, day text not null, at text not null, note text,"
    " rank integer, weight real, until text, second text, parent text) strict;";

Query const insert{"test/insert",
                   "insert into db_sample (id, name, flag, count, big, share, colour, day, at, note, rank, weight, "
                   "until, second, parent)"
                   " values (:id, :name, :flag, :count, :big, :share, :colour, :day, :at, :note, :rank, :weight, "
                   ":until, :second, :parent)",
                   {}};
Query const all{"test/all",
                "select id, name, flag, count, big, share, colour, day, at, note, rank, weight, until, second, parent "
                "from db_sample order by name",
                {}};
Query const by_name{
    "test/by_name",
    "select id, name, flag, count, big, share, colour, day, at, note, rank, weight, until, second, parent"
    " from db_sample where name = :name",
    {}};
Query const paint{"test/paint", "update db_sample set colour = :colour where name = :name", {}};
Query const names{"test/names", "select name from db_sample order by name", {}};

class Rows : public ::testing::Test {
 protected:
  Rows() {
    base::Embedded const migration{"test/001_sample", table};
    migrate(place, {&migration, 1});
    database = std::make_unique<Database>(place);
  }

  void add(Sample const& sample) {
    database->write(every_board, [&](Transaction& tx) { tx.run(insert, fields(sample)); });
  }

  Sample read_back(std::string const& name) {
    return database->read(every_board, [&](Reading& reading) { return reading.one<Sample>(by_name, {{"name", name}}); })
        .value();
  }

  Place place = tests::fresh_place();
  std::unique_ptr<Database> database;
};

Sample full() {
  return {.id = SampleId::make(),
          .name = "Daniëlle; drop table db_sample; --'\"",
          .flag = true,
          .count = -3,
          .big = 9'000'000'000'000'000'000,
          .share = 0.8,
          .colour = Colour::green,
          .day = base::Date::parse("2004-02-29").value(),
          .at = base::Instant::parse("2026-07-28T12:34:56.789Z").value(),
          .note = "",
          .rank = 0,
          .weight = -0.125,
          .until = base::Date::parse("2005-01-01"),
          .second = Colour::red,
          .parent = SampleId::make()};
}

TEST_F(Rows, come_back_as_they_went_in) {
  auto const sample = full();
  add(sample);
  auto const back = read_back(sample.name);
  EXPECT_EQ(back.id, sample.id);
  EXPECT_TRUE(back.flag);
  EXPECT_EQ(back.count, -3);
  EXPECT_EQ(back.big, sample.big);
  EXPECT_EQ(back.share, 0.8);
  EXPECT_EQ(back.colour, Colour::green);
  EXPECT_EQ(back.day, sample.day);
  EXPECT_EQ(back.at, sample.at);
  EXPECT_EQ(back.note, "");
  EXPECT_EQ(back.rank, 0);
  EXPECT_EQ(back.weight, -0.125);
  EXPECT_EQ(back.until, sample.until);
  EXPECT_EQ(back.second, Colour::red);
  EXPECT_EQ(back.parent, sample.parent);
}

TEST_F(Rows, keep_nothing_as_nothing_also_between_rows_that_have_something) {
  auto one = full();
  one.name = "a";
  Sample two{.id = SampleId::make(), .name = "b"};
  auto three = full();
  three.name = "c";
  add(one);
  add(two);
  add(three);
  auto const rows = database->read(every_board, [](Reading& reading) { return reading.all<Sample>(all); });
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_TRUE(rows[0].note && rows[0].rank && rows[0].weight && rows[0].until && rows[0].second &&
              !rows[0].parent.empty());
  EXPECT_FALSE(rows[1].note || rows[1].rank || rows[1].weight || rows[1].until || rows[1].second ||
               !rows[1].parent.empty());
  EXPECT_FALSE(rows[1].flag);
  EXPECT_TRUE(rows[2].note && rows[2].rank && rows[2].weight && rows[2].until && rows[2].second &&
              !rows[2].parent.empty());
}

TEST_F(Rows, hold_long_texts_whole) {
  auto sample = full();
  sample.note = std::string(200'000, 'x') + "ë";
  add(sample);
  EXPECT_EQ(read_back(sample.name).note, sample.note);
}

struct OtherOrder {
  std::string colour;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(OtherOrder, (), (colour, name))

TEST_F(Rows, whose_columns_stand_in_another_order_than_the_members_are_found) {
  add(full());
  static Query const swapped{"test/swapped", "select name, colour from db_sample", {}};
  EXPECT_THROW(database->read(every_board, [](Reading& reading) { return reading.all<OtherOrder>(swapped); }),
               std::logic_error);
}

TEST_F(Rows, that_the_struct_has_no_place_for_are_refused) {
  add({.id = SampleId::make(), .name = "a"});
  static Query const note{"test/note", "select note from db_sample", {}};
  EXPECT_THROW(database->read(every_board, [](Reading& reading) { return reading.all<std::string>(note); }),
               std::runtime_error);
  static Query const colour{"test/colour", "select name from db_sample", {}};
  EXPECT_THROW(database->read(every_board, [](Reading& reading) { return reading.all<Colour>(colour); }),
               std::runtime_error);
  static Query const day{"test/day", "select name from db_sample", {}};
  EXPECT_THROW(database->read(every_board, [](Reading& reading) { return reading.all<base::Date>(day); }),
               std::runtime_error);
}

TEST_F(Rows, are_asked_for_one_and_found_to_be_two) {
  add({.id = SampleId::make(), .name = "a"});
  EXPECT_EQ(database->read(every_board, [](Reading& reading) { return reading.one<std::string>(names); }), "a");
  add({.id = SampleId::make(), .name = "b"});
  EXPECT_THROW(database->read(every_board, [](Reading& reading) { return reading.one<std::string>(names); }),
               std::logic_error);
}

TEST_F(Rows, that_changed_are_counted) {
  add({.id = SampleId::make(), .name = "a"});
  auto const paint_it = [&](char const* name) {
    return database->write(every_board,
                           [&](Transaction& tx) { return tx.run(paint, {{"colour", Colour::green}, {"name", name}}); });
  };
  EXPECT_EQ(paint_it("a"), 1);
  EXPECT_EQ(paint_it("nobody"), 0);
  EXPECT_EQ(read_back("a").colour, Colour::green);
}

TEST_F(Rows, that_would_stand_twice_are_a_conflict) {
  add({.id = SampleId::make(), .name = "a"});
  EXPECT_THROW(add({.id = SampleId::make(), .name = "a"}), Conflict);
  EXPECT_EQ(database->read(every_board, [](Reading& reading) { return reading.all<std::string>(names).size(); }), 1U);
}

TEST_F(Rows, that_lack_what_they_must_have_are_broken_and_no_conflict) {
  static Query const nameless{"test/nameless",
                              "insert into db_sample (id, name, flag, count, big, share, colour, day, at) values ('x', "
                              "null, 0, 0, 0, 0, 'red', '', '')",
                              {}};
  try {
    database->write(every_board, [](Transaction& tx) { tx.run(nameless); });
    FAIL() << "it was taken";
  } catch (Conflict const&) {
    FAIL() << "a missing value is a fault of the program, not a row that stands twice";
  } catch (std::runtime_error const& fault) {
    EXPECT_STRNE(fault.what(), "");
  }
}

TEST_F(Rows, are_asked_for_with_the_same_parameters_each_time) {
  auto const asked = [&](Values const& values) {
    return database->read(every_board, [&](Reading& reading) { return reading.one<Sample>(by_name, values); });
  };
  EXPECT_FALSE(asked({{"name", "nobody"}}));
  EXPECT_THROW(asked({{"name", 3}}), std::logic_error);
  EXPECT_FALSE(asked({{"name", "nobody"}}));
  EXPECT_THROW(asked({{"name", "nobody"}, {"other", "a"}}), std::logic_error);
}

}  // namespace
}  // namespace lenig::db
