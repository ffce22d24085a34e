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

constexpr std::size_t fewest_rows = 100;  // in one transaction
constexpr std::size_t most_rows = 4'000;
constexpr std::size_t rows_of_plan = 1'000;
constexpr std::chrono::milliseconds aim{30};  // for a transaction, in which nobody else writes
constexpr std::chrono::milliseconds pause{4};
constexpr std::size_t most_words_waiting = 400'000;  // some 40 MB
constexpr int between_checkpoints = 8;
constexpr std::size_t said_at_once = 64 * 1024;
constexpr std::chrono::milliseconds between_words{200};
constexpr char const* tidying = "organisation.tidy_imports";

/// Counts what an import does, keeps the first of it, and tells who follows.
class Tally {
 public:
  explicit Tally(Watch const& watch) : watch_(watch) {}

  void take(Differences const& found, long long rows) {
    imported_.rows += rows;
    for (auto const& change : found.changes) take(change);
    for (auto const& fault : found.faults) take(fault);
    bool const speaks = watch_.progress && Clock::now() - spoken_ > between_words;
    if (!speaks) return;
    spoken_ = Clock::now();
    watch_.progress(imported_.rows);
  }

  /// All of it, at the end of the file.
  Imported& imported() {
    imported_.sign = base::sha256_hex(steps_.sign() + faults_.sign());
    return imported_;
  }

 private:
  /// The sign of a text that is told in parts: the same for the same text, whatever the parts.
  class Told {
   public:
    void add(std::string const& part) {
      text_ += part;
      if (text_.size() < said_at_once) return;
      sign_ = base::sha256_hex(sign_ + text_.substr(0, said_at_once));
      text_.erase(0, said_at_once);
    }
    std::string sign() const { return base::sha256_hex(sign_ + text_); }

   private:
    std::string sign_;
    std::string text_;  // since the sign
  };

  void take(RowChange const& change) {
    if (change.adds) note(change, ImportAct::person_added);
    if (change.renames) note(change, ImportAct::person_changed);
    if (change.appointment) note(change, *change.appointment);
  }

  void note(RowChange const& change, ImportAct act) {
    auto const& row = change.row;
    ImportStep const step{.line = row.line,
                          .act = act,
                          .name = full_name(row.person.given_name, row.person.prefix, row.person.family_name),
                          .unit = row.unit,
                          .appointment = row.appointment};
    ++imported_.counts.at(static_cast<std::size_t>(act));
    auto const until = step.appointment.ends_on ? step.appointment.ends_on->text() : "";
    steps_.add(std::to_string(step.line) + "|" + std::to_string(static_cast<int>(act)) + "|" + step.name + "|" +
               step.unit + "|" + step.appointment.function + "|" + std::to_string(step.appointment.fte) + "|" +
               step.appointment.starts_on.text() + "|" + until + "\n");
    if (watch_.step) watch_.step(step);
    if (imported_.steps.size() < most_kept) imported_.steps.push_back(step);
  }

  void take(ImportFault const& fault) {
    faults_.add(std::to_string(fault.line) + "!" + std::to_string(static_cast<int>(fault.why)) + "\n");
    ++imported_.faults_in_all;
    imported_.lines_at_fault += fault.line != line_at_fault_ ? 1 : 0;
    line_at_fault_ = fault.line;
    if (watch_.fault) watch_.fault(fault);
    if (imported_.faults.size() < most_kept) imported_.faults.push_back(fault);
  }

  Watch const& watch_;
  Imported imported_;
  Told steps_;
  Told faults_;
  int line_at_fault_ = 0;
  Clock::time_point spoken_;
};

long long rows_in(ReadRows const& read) { return static_cast<long long>(read.rows.size()); }

/// How many rows a transaction has: the next one takes as long as is aimed at.
struct Portion {
  std::size_t rows = fewest_rows;

  void took(Clock::duration time) {
    auto const wanted =
        static_cast<double>(rows) * std::chrono::duration<double>(aim) / std::max(time, Clock::duration(1));
    auto const next = std::min(wanted, 2.0 * static_cast<double>(rows));
    rows = std::clamp(static_cast<std::size_t>(next), fewest_rows, most_rows);
  }
};

/// Small transactions one after another, by a connection of their own, with room in between for whoever waits to write.
class Pace {
 public:
  Pace(db::Database const& database, db::Scope const& scope, Watch const& watch)
      : own_(place_of(database)), scope_(scope), watch_(watch) {}

  template <class What>
  auto write(Portion& portion, What&& what) {
    auto begin = Clock::now();
    auto given = own_.write(scope_, [&](db::Transaction& tx) {
      begin = Clock::now();  // from here on nobody else writes
      return what(tx);
    });
    auto const took = Clock::now() - begin;
    if (watch_.wrote) watch_.wrote(took);
    portion.took(took);
    std::this_thread::sleep_for(pause);
    if (++written_ % between_checkpoints == 0) own_.checkpoint();
    return given;
  }

 private:
  static db::Place place_of(db::Database const& database) {
    auto place = database.place();
    place.syncs_later = true;  // showing the rows is synced, and they with it
    return place;
  }

  db::Database own_;
  db::Scope const& scope_;
  Watch const& watch_;
  int written_ = 0;
};

/// Gives whether the import still may go on.
bool write_words(Importing const& by, ImportStage& stage, Pace& pace) {
  stage.sort_words();
  Portion portion;
  bool goes_on = true;
  while (goes_on && stage.waiting_words() > 0) {
    goes_on = pace.write(portion, [&](db::Transaction& tx) {
      stage.write_words(tx, portion.rows);
      return note_progress(tx, by.actor.board, stage.number(), 0);
    });
  }
  return goes_on;
}

/// Writes row after row under a number of its own; gives whether it came to the end.
bool write_rows(Importing const& by, PeopleFile const& file, ImportStage& stage, Tally& tally, Watch const& watch) {
  auto diff =
      by.database.read(by.scope, [&](db::Reading& reading) { return PeopleDiff(reading, by.actor, stage.number()); });
  PeopleReader reader(file);
  Pace pace(by.database, by.scope, watch);
  Portion portion;
  while (auto read = reader.next(portion.rows)) {
    auto const rows = rows_in(*read);
    auto const found = pace.write(portion, [&](db::Transaction& tx) -> std::optional<Differences> {
      if (!note_progress(tx, by.actor.board, stage.number(), rows)) return std::nullopt;
      auto differences = diff.of(tx, std::move(*read));
      stage.write(tx, differences.changes);
      return differences;
    });
    if (!found) return false;
    tally.take(*found, rows);
    if (stage.waiting_words() > most_words_waiting && !write_words(by, stage, pace)) return false;
  }
  return write_words(by, stage, pace);
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
  clear_the_way(by.database, by.scope, by.actor.board);
}

/// Everything is written: now it is so. Notes the step by which it is taken back.
void show(db::Transaction& tx, base::Actor const& actor, ImportStage& stage, Imported& imported,
          TakePeople const& how) {
  stage.show(tx);
  audit::record(tx, actor,
                {.act = "people.imported", .object = actor.board.text(), .detail = std::to_string(imported.changes())});
  // Ids of the log are ordered by time: what comes behind this one happened since.
  imported.number = stage.number();
  imported.undo =
      undo::offer(tx, actor, "organisation.import_people", std::to_string(stage.number()) + " " + base::new_uuid());
  if (how.besides) how.besides(tx, imported);
}

}  // namespace

long long Imported::changes() const { return std::accumulate(counts.begin(), counts.end(), 0LL); }

Imported plan_people(Importing const& by, PeopleFile const& file, Watch const& watch) {
  auto diff =
      by.database.read(by.scope, [&](db::Reading& reading) { return PeopleDiff(reading, by.actor, std::nullopt); });
  PeopleReader reader(file);
  Tally tally(watch);
  while (auto read = reader.next(rows_of_plan)) {
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
  clear_the_way(by.database, by.scope, by.actor.board);
  Tally tally(watch);
  bool const whole = writes_all(by, file, *stage, tally, watch);
  auto& imported = tally.imported();
  auto const why = whole ? refusal_of(imported, how) : ImportRefusal::overtaken;
  if (why || imported.changes() == 0) {
    give_up(by, stage->number());
    if (why) return std::unexpected(Refused{*why, std::move(imported)});
    if (how.besides) by.database.write(by.scope, [&](db::Transaction& tx) { how.besides(tx, imported); });
    return std::move(imported);
  }
  by.database.write(by.scope, [&](db::Transaction& tx) {
    if (note_progress(tx, by.actor.board, stage->number(), 0)) show(tx, by.actor, *stage, imported, how);
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
