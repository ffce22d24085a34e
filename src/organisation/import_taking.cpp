#include "organisation/import_taking.hpp"

#include "organisation/queries.hpp"
#include "platform/base/text.hpp"

namespace lenig::organisation {

namespace {

constexpr char const* taking = "organisation.take_people";
constexpr std::chrono::minutes at_most{30};

db::Values key_of(base::Actor const& actor, ImportFileId const& file) {
  return {{"board", actor.board}, {"id", file}, {"person", actor.person}};
}

db::Values with(db::Values values, std::initializer_list<db::Values::value_type> more) {
  values.insert(values.end(), more);
  return values;
}

/// In the transaction that shows the rows: the page that waits then says so.
void note_taken(db::Transaction& tx, base::Actor const& actor, ImportFileId const& file, Imported const& imported) {
  tx.run(sql::note_taken,
         with(key_of(actor, file),
              {{"changes", imported.changes()}, {"undo", imported.undo}, {"import", imported.number}}));
}

struct Order {
  base::Actor actor;
  ImportFileId file;
};

Order order_in(std::string const& payload) {
  auto const words = base::split(payload, ' ');
  return {{.person = PersonId(words.at(1)),
           .board = BoardId(words.at(0)),
           .request = taking,
           .today = base::local_time(base::Instant::now()).date},
          ImportFileId(words.at(2))};
}

/// What was taken before, or dropped meanwhile, is left as it is. While another import of the board is under way it
/// throws, and is tried again.
void take(db::Database& database, Order const& order) {
  auto const& [actor, id] = order;
  db::Scope const scope{.person = actor.person.text(), .board = actor.board.text(), .reach = {actor.board.text()}};
  auto const found = database.read(scope, [&](db::Reading& reading) { return find_taking(reading, actor, id); });
  if (!found || found->state != TakingState::taking) return;
  auto const file = database.read(scope, [&](db::Reading& reading) {
    return find_import_file(reading, actor.board, actor.person, ImportKind::people, id);
  });
  auto const imported =
      import_people({database, scope, actor}, file.value().people(),
                    {.take = Take::good_rows,
                     .shown = found->shown,
                     .besides = [&](db::Transaction& tx, Imported const& all) { note_taken(tx, actor, id, all); }},
                    {.progress = [&](long long rows) {
                      database.write(scope, [&](db::Transaction& tx) {
                        tx.run(sql::note_rows_taken, with(key_of(actor, id), {{"rows", rows}}));
                      });
                    }});
  if (imported) return;
  if (imported.error().why != ImportRefusal::other_than_shown)
    throw std::runtime_error("another import of the board is under way");
  database.write(scope, [&](db::Transaction& tx) { tx.run(sql::note_other_than_shown, key_of(actor, id)); });
}

}  // namespace

int Taking::percent() const {
  return rows_in_all == 0 ? 0 : static_cast<int>(100 * std::min(rows_done, rows_in_all) / rows_in_all);
}

std::optional<Taking> find_taking(db::Reading& reading, base::Actor const& actor, ImportFileId const& file) {
  return reading.one<Taking>(sql::taking_of_file, key_of(actor, file));
}

void order_taking(db::Transaction& tx, base::Actor const& actor, ImportFileId const& file, std::string const& shown,
                  long long rows) {
  auto const ordered = tx.run(sql::order_taking, with(key_of(actor, file), {{"shown", shown}, {"rows", rows}}));
  if (ordered == 0) return;
  jobs::enqueue(tx, taking, actor.board.text() + " " + actor.person.text() + " " + file.text());
}

jobs::Works taking_works() {
  jobs::Works works;
  works.emplace(
      taking, jobs::Work([](db::Database& database, std::string const& payload) { take(database, order_in(payload)); },
                         at_most));
  return works;
}

}  // namespace lenig::organisation
