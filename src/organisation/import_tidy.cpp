// What an import leaves behind: rows that nobody is to see go, and rows that everybody sees become ordinary ones.
#include <boost/json.hpp>

#include <algorithm>
#include <thread>

#include "organisation/import_stage.hpp"
#include "organisation/queries.hpp"
#include "organisation/search.hpp"
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

/// What is done with some rows of an import: the words of people, they themselves, and appointments.
struct Way {
  std::vector<db::Query const*> words;
  std::vector<db::Query const*> people;
  std::vector<db::Query const*> appointments;
};

/// Which rows of it.
struct Which {
  db::Query const& people;
  db::Query const& appointments;
};
Which const every_row{sql::staged_people, sql::staged_appointments};
Which const replaced{sql::replaced_people, sql::replaced_appointments};

struct Terms {
  PersonId object;
  std::string terms;
};
BOOST_DESCRIBE_STRUCT(Terms, (), (object, terms))

/// The version before goes, and the import's is an ordinary one: whoever reads sees the same before and after.
Way const settling{{&sql::drop_hidden_terms, &sql::settle_terms},
                   {&sql::drop_hidden_people, &sql::settle_people},
                   {&sql::drop_hidden_appointments, &sql::settle_appointments}};

/// The import's version goes, which nobody sees, and the one before is an ordinary one again.
Way const removing{{&sql::drop_staged_terms, &sql::unhide_terms},
                   {&sql::unhide_people, &sql::drop_staged_people},
                   {&sql::unhide_appointments, &sql::drop_staged_appointments}};

/// One import of a board.
struct Import {
  db::Database& database;
  db::Scope const& scope;
  BoardId const& board;
  long long number;

  db::Values values() const { return {{"board", board}, {"import", number}}; }
  db::Values values_and(db::Values::value_type more) const {
    auto all = values();
    all.push_back(std::move(more));
    return all;
  }
};

void treat_words(db::Transaction& tx, Import const& import, std::string const& ids,
                 std::vector<db::Query const*> const& how) {
  boost::json::array words;
  for (auto const& one : tx.all<Terms>(sql::terms_of_people, {{"board", import.board}, {"ids", ids}}))
    add_words(words, FoundKind::person, one.object.text(), one.terms);
  for (auto const* query : how) tx.run(*query, import.values_and({"words", boost::json::serialize(words)}));
}

/// Treats some rows; gives how many there were.
template <class Id>
std::size_t treat_some(db::Transaction& tx, Import const& import, db::Query const& which, Way const& way) {
  auto const ids = tx.all<Id>(which, import.values_and({"most", rows_at_once}));
  auto const listed = db::as_json(ids);
  bool constexpr of_people = std::is_same_v<Id, PersonId>;
  if (of_people) treat_words(tx, import, listed, way.words);
  for (auto const* query : of_people ? way.people : way.appointments)
    tx.run(*query, import.values_and({"ids", listed}));
  return ids.size();
}

template <class Id>
void treat_all(Import const& import, db::Query const& which, Way const& way) {
  std::size_t treated = 1;
  while (treated > 0) {
    auto const begin = Clock::now();
    treated = import.database.write(import.scope,
                                    [&](db::Transaction& tx) { return treat_some<Id>(tx, import, which, way); });
    std::this_thread::sleep_for(
        std::clamp<Clock::duration>((Clock::now() - begin) / 2, std::chrono::milliseconds{1}, longest_pause));
  }
}

void treat(Import const& import, Which const& which, Way const& way) {
  treat_all<PersonId>(import, which.people, way);
  treat_all<AppointmentId>(import, which.appointments, way);
}

void set_state(db::Transaction& tx, Import const& import, char const* before, char const* after) {
  tx.run(sql::set_import_state,
         {{"state", after}, {"board", import.board}, {"import", import.number}, {"before", before}});
}

/// Treats every row, and says so; after a kill it goes on where it was.
void finish(Import const& import, Way const& way, char const* before, char const* after) {
  treat(import, every_row, way);
  import.database.write(import.scope, [&](db::Transaction& tx) {
    tx.run(sql::hide_import, import.values());
    set_state(tx, import, before, after);
  });
}

/// From here on it is not undone: half of its rows would stay.
void settle(Import const& import) {
  import.database.write(import.scope, [&](db::Transaction& tx) { set_state(tx, import, "shown", "settling"); });
  finish(import, settling, "settling", "settled");
}

std::vector<Unfinished> unfinished_of(db::Database& database, db::Scope const& scope, BoardId const& board) {
  return database.read(scope, [&](db::Reading& reading) {
    return reading.all<Unfinished>(sql::unfinished_imports, {{"board", board}});
  });
}

db::Scope scope_of(std::string const& board) { return {.board = board, .reach = {board}}; }

}  // namespace

bool take_back_import(db::Transaction& tx, BoardId const& board, long long number) {
  auto const taken = tx.run(sql::set_import_state,
                            {{"state", "taken_back"}, {"board", board}, {"import", number}, {"before", "shown"}});
  tx.run(sql::hide_import, {{"board", board}, {"import", number}});
  return taken == 1;
}

void clear_the_way(db::Database& database, db::Scope const& scope, BoardId const& board) {
  database.write(scope, [&](db::Transaction& tx) { tx.run(sql::end_undo_of_imports, {{"board", board}}); });
  for (auto const& one : unfinished_of(database, scope, board)) {
    Import const import{database, scope, board, one.number};
    if (one.state == "taken_back") finish(import, removing, "taken_back", "dropped");
    if (one.state == "settling") treat(import, replaced, settling);
  }
}

void tidy_imports(db::Database& database, db::Scope const& scope, BoardId const& board) {
  for (auto const& one : unfinished_of(database, scope, board)) {
    Import const import{database, scope, board, one.number};
    if (one.state == "taken_back") finish(import, removing, "taken_back", "dropped");
    if (one.state == "settling") settle(import);
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
    tidy_imports(database, scope, board);
    auto const ended = database.read(scope, [&](db::Reading& reading) {
      return reading.all<Unfinished>(sql::imports_past_undo, {{"board", board}, {"undoable", now.plus(-undoable)}});
    });
    for (auto const& one : ended) settle({database, scope, board, one.number});
  }
}

jobs::Works import_works() {
  jobs::Works works;
  works.emplace("organisation.tidy_imports",
                jobs::Work([](db::Database& database,
                              std::string const& board) { tidy_imports(database, scope_of(board), BoardId(board)); },
                           std::chrono::minutes{30}));
  return works;
}

}  // namespace lenig::organisation
