// What an import leaves behind: rows that nobody is to see go, and rows that everybody sees become ordinary ones.
#include <algorithm>
#include <thread>

#include "organisation/import_stage.hpp"
#include "organisation/queries.hpp"
#include "platform/db/id_list.hpp"

namespace lenig::organisation {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int rows_at_once = 200;
constexpr std::chrono::minutes still{1};
constexpr std::chrono::hours undoable{25};  // an undo is offered for a day
constexpr std::chrono::milliseconds longest_pause{20};

struct Unfinished {
  long long number = 0;
  std::string state;
};
BOOST_DESCRIBE_STRUCT(Unfinished, (), (number, state))

/// What is done with some rows of an import: people with their words, and appointments.
struct Way {
  std::vector<db::Query const*> people;
  std::vector<db::Query const*> appointments;
};

/// The version before goes, and the import's is an ordinary one: whoever reads sees the same before and after.
Way const settling{{&sql::drop_hidden_terms, &sql::settle_terms, &sql::drop_hidden_people, &sql::settle_people},
                   {&sql::drop_hidden_appointments, &sql::settle_appointments}};

/// The import's version goes, which nobody sees, and the one before is an ordinary one again.
Way const removing{{&sql::drop_staged_terms, &sql::unhide_terms, &sql::unhide_people, &sql::drop_staged_people},
                   {&sql::unhide_appointments, &sql::drop_staged_appointments}};

/// Treats some rows; gives how many there were.
template <class Id>
std::size_t treat_some(db::Transaction& tx, BoardId const& board, long long import, db::Query const& which,
                       std::vector<db::Query const*> const& how) {
  auto const ids = tx.all<Id>(which, {{"board", board}, {"import", import}, {"most", rows_at_once}});
  for (auto const* query : how) tx.run(*query, {{"board", board}, {"import", import}, {"ids", db::as_json(ids)}});
  return ids.size();
}

template <class Id>
void treat_all(db::Database& database, db::Scope const& scope, BoardId const& board, long long import,
               db::Query const& which, std::vector<db::Query const*> const& how) {
  std::size_t treated = 1;
  while (treated > 0) {
    auto const begin = Clock::now();
    treated = database.write(scope, [&](db::Transaction& tx) { return treat_some<Id>(tx, board, import, which, how); });
    std::this_thread::sleep_for(
        std::clamp<Clock::duration>((Clock::now() - begin) / 2, std::chrono::milliseconds{1}, longest_pause));
  }
}

/// Treats every row, and says so; after a kill it goes on where it was.
void finish(db::Database& database, db::Scope const& scope, BoardId const& board, long long import, Way const& way,
            char const* before, char const* after) {
  treat_all<PersonId>(database, scope, board, import, sql::staged_people, way.people);
  treat_all<AppointmentId>(database, scope, board, import, sql::staged_appointments, way.appointments);
  database.write(scope, [&](db::Transaction& tx) {
    tx.run(sql::hide_import, {{"board", board}, {"import", import}});
    tx.run(sql::set_import_state, {{"state", after}, {"board", board}, {"import", import}, {"before", before}});
  });
}

/// From here on it is not undone: half of its rows would stay.
void settle(db::Database& database, db::Scope const& scope, BoardId const& board, Unfinished const& one) {
  database.write(scope, [&](db::Transaction& tx) {
    tx.run(sql::set_import_state,
           {{"state", "settling"}, {"board", board}, {"import", one.number}, {"before", "shown"}});
  });
  finish(database, scope, board, one.number, settling, "settling", "settled");
}

db::Scope scope_of(std::string const& board) { return {.board = board, .reach = {board}}; }

}  // namespace

bool take_back_import(db::Transaction& tx, BoardId const& board, long long number) {
  auto const taken = tx.run(sql::set_import_state,
                            {{"state", "taken_back"}, {"board", board}, {"import", number}, {"before", "shown"}});
  tx.run(sql::hide_import, {{"board", board}, {"import", number}});
  return taken == 1;
}

void tidy_imports(db::Database& database, db::Scope const& scope, BoardId const& board, Settle how) {
  auto const unfinished = database.read(scope, [&](db::Reading& reading) {
    return reading.all<Unfinished>(sql::unfinished_imports, {{"board", board}});
  });
  for (auto const& one : unfinished) {
    if (one.state == "taken_back") finish(database, scope, board, one.number, removing, "taken_back", "dropped");
    if (one.state == "settling" || (one.state == "shown" && how == Settle::what_stands))
      settle(database, scope, board, one);
  }
}

void tidy_imports(db::Database& database, base::Instant now) {
  auto const boards = database.read(db::every_board, [&](db::Reading& reading) {
    return reading.all<BoardId>(sql::boards_with_imports,
                                {{"still", now.plus(-still)}, {"undoable", now.plus(-undoable)}});
  });
  for (auto const& board : boards) {
    auto const scope = scope_of(board.text());
    database.write(scope, [&](db::Transaction& tx) {
      tx.run(sql::drop_killed_imports, {{"board", board}, {"still", now.plus(-still)}});
    });
    tidy_imports(database, scope, board, Settle::leftovers);
    auto const ended = database.read(scope, [&](db::Reading& reading) {
      return reading.all<Unfinished>(sql::imports_past_undo, {{"board", board}, {"undoable", now.plus(-undoable)}});
    });
    for (auto const& one : ended) settle(database, scope, board, one);
  }
}

jobs::Works import_works() {
  jobs::Works works;
  works.emplace("organisation.tidy_imports", jobs::Work(
                                                 [](db::Database& database, std::string const& board) {
                                                   tidy_imports(database, scope_of(board), BoardId(board),
                                                                Settle::leftovers);
                                                 },
                                                 std::chrono::minutes{30}));
  return works;
}

}  // namespace lenig::organisation
