// What is out is not kept for ever, and what no use case told yet is told.
#include "programme/queries.hpp"
#include "programme/told.hpp"

namespace lenig::programme {

namespace {

constexpr int days_kept = 5 * 365;

struct OfPeople {
  BoardId board;
  ProgrammeId id;
};
BOOST_DESCRIBE_STRUCT(OfPeople, (), (board, id))

struct LongAgo {
  BoardId board;
  CohortId cohort;
  int wave = 0;  // the last that was told so long ago
};
BOOST_DESCRIBE_STRUCT(LongAgo, (), (board, cohort, wave))

/// The last wave of so long ago stays, with who stood where; those before it are forgotten.
void forget(db::Transaction& tx, OfPeople const& programme, base::Date before) {
  tx.run(sql::hold_programme, {{"programme", programme.id}});
  auto const waves = tx.all<LongAgo>(sql::told_long_ago,
                                     {{"board", programme.board}, {"programme", programme.id}, {"before", before}});
  for (auto const& one : waves) {
    for (auto const* const query :
         {&sql::delete_told_moves, &sql::join_told_moves, &sql::delete_told_counts, &sql::delete_told_waves})
      tx.run(*query, db::fields(one));
  }
}

}  // namespace

void tidy_told(db::Database& database, base::Date today) {
  auto const before = today.plus_days(-days_kept);
  auto const programmes = database.read(
      db::every_board, [](db::Reading& reading) { return reading.all<OfPeople>(sql::programmes_of_people); });
  for (auto const& one : programmes) {
    database.write(db::every_board, [&](db::Transaction& tx) {
      forget(tx, one, before);
      tell_standing(tx, one.id, today);
    });
  }
  database.write(db::every_board, [&](db::Transaction& tx) { tx.run(sql::sweep_told_presence, {{"before", before}}); });
}

}  // namespace lenig::programme
