#include "organisation/import_people.hpp"

#include <algorithm>
#include <numeric>
#include <thread>

#include "organisation/import_stage.hpp"
#include "organisation/queries.hpp"
#include "platform/audit/audit.hpp"
#include "platform/base/id.hpp"
#include "platform/base/random.hpp"
#include "platform/base/text.hpp"
#include "platform/undo/undo.hpp"

namespace lenig::organisation {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t rows_at_once = 200;
constexpr std::chrono::milliseconds longest_pause{20};
constexpr std::chrono::milliseconds between_words{200};
constexpr char const* tidying = "organisation.tidy_imports";

/// Counts what an import does, keeps the first of it, and tells who follows.
class Tally {
 public:
  explicit Tally(Watch const& watch) : watch_(watch) {}

  void take(Differences const& found, long long rows) {
    imported_.rows += rows;
    std::string said;
    for (auto const& change : found.changes) take(change, said);
    for (auto const& fault : found.faults) take(fault, said);
    imported_.sign = base::sha256_hex(imported_.sign + said);
    bool const speaks = watch_.progress && Clock::now() - spoken_ > between_words;
    if (!speaks) return;
    spoken_ = Clock::now();
    watch_.progress(imported_.rows);
  }

  Imported& imported() { return imported_; }

 private:
  void take(RowChange const& change, std::string& said) {
    if (change.adds) note(change, ImportAct::person_added, said);
    if (change.renames) note(change, ImportAct::person_changed, said);
    if (change.appointment) note(change, *change.appointment, said);
  }

  void note(RowChange const& change, ImportAct act, std::string& said) {
    auto const& row = change.row;
    ImportStep const step{.line = row.line,
                          .act = act,
                          .name = full_name(row.person.given_name, row.person.prefix, row.person.family_name),
                          .unit = row.unit,
                          .appointment = row.appointment};
    ++imported_.counts.at(static_cast<std::size_t>(act));
    auto const until = step.appointment.ends_on ? step.appointment.ends_on->text() : "";
    said += std::to_string(step.line) + "|" + std::to_string(static_cast<int>(act)) + "|" + step.name + "|" +
            step.unit + "|" + step.appointment.function + "|" + std::to_string(step.appointment.fte) + "|" +
            step.appointment.starts_on.text() + "|" + until + "\n";
    if (watch_.step) watch_.step(step);
    if (imported_.steps.size() < most_kept) imported_.steps.push_back(step);
  }

  void take(ImportFault const& fault, std::string& said) {
    said += std::to_string(fault.line) + "!" + std::to_string(static_cast<int>(fault.why)) + "\n";
    ++imported_.faults_in_all;
    imported_.lines_at_fault += fault.line != line_at_fault_ ? 1 : 0;
    line_at_fault_ = fault.line;
    if (watch_.fault) watch_.fault(fault);
    if (imported_.faults.size() < most_kept) imported_.faults.push_back(fault);
  }

  Watch const& watch_;
  Imported imported_;
  int line_at_fault_ = 0;
  Clock::time_point spoken_;
};

long long rows_in(ReadRows const& read) { return static_cast<long long>(read.rows.size()); }

/// Half as long as it took, so that whoever waits for the one writing connection of SQLite gets it in between.
void pause_after(Clock::time_point begin) {
  std::this_thread::sleep_for(
      std::clamp<Clock::duration>((Clock::now() - begin) / 2, std::chrono::milliseconds{1}, longest_pause));
}

/// Writes row after row under a number of its own; gives whether it came to the end.
bool write_rows(Importing const& by, PeopleFile const& file, ImportStage& stage, Tally& tally, Watch const& watch) {
  auto diff =
      by.database.read(by.scope, [&](db::Reading& reading) { return PeopleDiff(reading, by.actor, stage.number()); });
  PeopleReader reader(file);
  while (auto read = reader.next(rows_at_once)) {
    auto const rows = rows_in(*read);
    auto begin = Clock::now();
    auto const found = by.database.write(by.scope, [&](db::Transaction& tx) -> std::optional<Differences> {
      begin = Clock::now();  // from here on nobody else writes
      if (!note_progress(tx, by.actor.board, stage.number(), rows)) return std::nullopt;
      auto differences = diff.of(tx, std::move(*read));
      stage.write(tx, differences.changes);
      return differences;
    });
    if (watch.wrote) watch.wrote(Clock::now() - begin);
    if (!found) return false;
    pause_after(begin);
    tally.take(*found, rows);
  }
  return true;
}

/// An address that somebody else filled in while it was written stands in the way of all.
bool writes_all(Importing const& by, PeopleFile const& file, ImportStage& stage, Tally& tally, Watch const& watch) {
  try {
    return write_rows(by, file, stage, tally, watch);
  } catch (db::Conflict const&) {
    return false;
  }
}

std::optional<ImportRefusal> refusal_of(Imported const& imported, TakePeople const& how) {
  if (how.take == Take::all_or_nothing && imported.faults_in_all > 0) return ImportRefusal::rows_at_fault;
  if (how.shown && *how.shown != imported.sign) return ImportRefusal::other_than_shown;
  return std::nullopt;
}

void give_up(Importing const& by, long long number) {
  by.database.write(by.scope, [&](db::Transaction& tx) { drop_import(tx, by.actor.board, number); });
  tidy_imports(by.database, by.scope, by.actor.board, Settle::leftovers);
}

/// Everything is written: now it is so.
std::string shown(db::Transaction& tx, base::Actor const& actor, ImportStage& stage, Imported const& imported,
                  TakePeople const& how) {
  stage.show(tx);
  audit::record(tx, actor,
                {.act = "people.imported", .object = actor.board.text(), .detail = std::to_string(imported.changes())});
  if (how.besides) how.besides(tx);
  // Ids of the log are ordered by time: what comes behind this one happened since.
  return undo::offer(tx, actor, "organisation.import_people", std::to_string(stage.number()) + " " + base::new_uuid());
}

}  // namespace

long long Imported::changes() const { return std::accumulate(counts.begin(), counts.end(), 0LL); }

Imported plan_people(Importing const& by, PeopleFile const& file, Watch const& watch) {
  auto diff =
      by.database.read(by.scope, [&](db::Reading& reading) { return PeopleDiff(reading, by.actor, std::nullopt); });
  PeopleReader reader(file);
  Tally tally(watch);
  while (auto read = reader.next(rows_at_once)) {
    auto const rows = rows_in(*read);
    tally.take(by.database.read(by.scope, [&](db::Reading& reading) { return diff.of(reading, std::move(*read)); }),
               rows);
  }
  return std::move(tally.imported());
}

Result<Imported, Refused> import_people(Importing const& by, PeopleFile const& file, TakePeople const& how,
                                        Watch const& watch) {
  auto stage = by.database.write(by.scope, [&](db::Transaction& tx) { return begin_import(tx, by.actor); });
  if (!stage) return std::unexpected(Refused{ImportRefusal::under_way, {}});
  tidy_imports(by.database, by.scope, by.actor.board, Settle::what_stands);
  Tally tally(watch);
  bool const whole = writes_all(by, file, *stage, tally, watch);
  auto& imported = tally.imported();
  auto const why = whole ? refusal_of(imported, how) : ImportRefusal::overtaken;
  if (why || imported.changes() == 0) {
    give_up(by, stage->number());
    if (why) return std::unexpected(Refused{*why, std::move(imported)});
    if (how.besides) by.database.write(by.scope, how.besides);
    return std::move(imported);
  }
  imported.undo = by.database.write(by.scope, [&](db::Transaction& tx) -> std::string {
    if (!note_progress(tx, by.actor.board, stage->number(), 0)) return {};
    return shown(tx, by.actor, *stage, imported, how);
  });
  if (imported.undo.empty()) return std::unexpected(Refused{ImportRefusal::overtaken, std::move(imported)});
  return std::move(imported);
}

bool undo_import(db::Transaction& tx, base::Actor const& actor, std::string const& payload) {
  auto const parts = base::split(payload, ' ');
  auto const number = std::stoll(parts.at(0));
  bool const changed =
      tx.one<int>(sql::touched_by_hand, {{"board", actor.board}, {"import", number}}) ||
      tx.one<int>(sql::told_of_added, {{"board", actor.board}, {"since", parts.at(1)}, {"import", number}});
  if (changed || !take_back_import(tx, actor.board, number)) return false;
  audit::record(tx, actor, {.act = "people.import_undone", .object = actor.board.text()});
  jobs::enqueue(tx, tidying, actor.board.text());
  return true;
}

}  // namespace lenig::organisation
