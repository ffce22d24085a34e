#include "platform/document/works.hpp"

#include "document/queries.hpp"
#include "platform/base/base64.hpp"
#include "platform/base/text.hpp"

namespace lenig::document {

namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr std::string_view making = "document.make";
constexpr std::string_view removing = "document.remove";
constexpr auto between_notes = 250ms;

struct Waiting {
  Format format = Format::pdf;
  std::string source;
};
BOOST_DESCRIBE_STRUCT(Waiting, (), (format, source))

std::string payload_of(Ordered const& ordered) { return ordered.board.text() + " " + ordered.id.text(); }

Ordered ordered_in(std::string const& payload) {
  auto const words = base::split(payload, ' ');
  return {base::BoardId(words.at(0)), DocumentId(words.at(1))};
}

/// The program itself works at the board, and for nobody.
db::Scope scope_of(Ordered const& ordered) { return {.board = ordered.board.text(), .reach = {ordered.board.text()}}; }

db::Values key_of(Ordered const& ordered) { return {{"board", ordered.board}, {"id", ordered.id}}; }

/// Notes how far it is, but not at every page: each note is a transaction.
class Progress {
 public:
  Progress(db::Database& database, Ordered ordered) : database_(&database), ordered_(std::move(ordered)) {}

  void note(int percent) {
    auto const now = Clock::now();
    if (now - noted_ < between_notes) return;
    noted_ = now;
    database_->write(scope_of(ordered_), [&](db::Transaction& tx) {
      tx.run(sql::note_progress, {{"board", ordered_.board}, {"id", ordered_.id}, {"progress", percent}});
    });
  }

 private:
  db::Database* database_;
  Ordered ordered_;
  Clock::time_point noted_;
};

/// A document that was made meanwhile, or is gone, is left as it is.
void make(db::Database& database, Converter const& converter, Ordered const& ordered) {
  auto const scope = scope_of(ordered);
  auto const waiting = database.read(
      scope, [&](db::Reading& reading) { return reading.one<Waiting>(sql::waiting_order, key_of(ordered)); });
  if (!waiting) return;
  Progress progress(database, ordered);
  auto const made = convert(converter, waiting->format, waiting->source, [&](int percent) { progress.note(percent); });
  database.write(scope, [&](db::Transaction& tx) {
    if (made) {
      tx.run(sql::keep_content, {{"board", ordered.board}, {"id", ordered.id}, {"content", base::to_base64(*made)}});
    } else {
      tx.run(sql::note_failure, {{"board", ordered.board}, {"id", ordered.id}, {"state", made.error()}});
    }
  });
}

void remove(db::Database& database, Ordered const& ordered) {
  database.write(scope_of(ordered), [&](db::Transaction& tx) { tx.run(sql::remove_order, key_of(ordered)); });
}

}  // namespace

void ask_to_make(db::Transaction& tx, Ordered const& ordered) { jobs::enqueue(tx, making, payload_of(ordered)); }

void ask_to_remove(db::Transaction& tx, Ordered const& ordered, base::Instant when) {
  jobs::enqueue(tx, removing, payload_of(ordered), when);
}

jobs::Works works(Converter const& converter) {
  jobs::Works works;
  works.emplace(making,
                jobs::Work([converter](db::Database& database,
                                       std::string const& payload) { make(database, converter, ordered_in(payload)); },
                           1min));
  works.emplace(removing,
                [](db::Database& database, std::string const& payload) { remove(database, ordered_in(payload)); });
  return works;
}

}  // namespace lenig::document
