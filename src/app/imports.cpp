#include <algorithm>
#include <fstream>
#include <iostream>
#include <sstream>

#include "app/commands.hpp"
#include "app/modules.hpp"
#include "organisation/import_people.hpp"
#include "organisation/import_schools.hpp"
#include "platform/base/text.hpp"
#include "platform/db/migrations.hpp"

namespace lenig::app {

namespace {

std::string read_whole(std::string const& file) {
  std::ifstream input(file, std::ios::binary);
  if (!input) throw db::Unavailable("cannot read " + file);
  std::ostringstream text;
  text << input.rdbuf();
  return text.str();
}

base::Actor actor_of(Settings const& settings, char const* command, base::BoardId board) {
  auto const calendar = settings.today ? base::Calendar(*settings.today) : base::Calendar();
  return {.board = std::move(board), .request = command, .today = calendar.today()};
}

std::optional<base::BoardId> board_of(db::Database& database, ImportOfFile const& what) {
  auto const board = database.read(
      db::every_board, [&](db::Reading& reading) { return organisation::board_by_name(reading, what.board); });
  if (!board)
    std::cerr << "--board: er is geen bestuur '" << what.board << "' / there is no board of this id or name\n";
  return board;
}

/// Says what is wrong in both languages.
class FaultPrinter {
 public:
  void operator()(organisation::ImportFault const& fault) const {
    std::cerr << "line " << fault.line << (fault.column.empty() ? "" : ", " + fault.column) << ": "
              << words_for(fault, dutch_) << " / " << words_for(fault, english_) << '\n';
  }

 private:
  i18n::Words dutch_{i18n::Language::nl};
  i18n::Words english_{i18n::Language::en};
};

void print(organisation::ImportStep const& step) {
  using enum organisation::ImportAct;
  std::cout << "line " << step.line << ": " << base::name_of(step.act) << ' ' << step.name;
  bool const of_work = step.act != person_added && step.act != person_changed;
  auto const& work = step.appointment;
  if (of_work)
    std::cout << ": " << step.unit << ", " << work.function << ", " << work.fte << " fte, " << work.starts_on.text()
              << '/' << (work.ends_on ? work.ends_on->text() : "");
  std::cout << '\n';
}

/// How much changed; a dry run names every change before.
void print(organisation::Imported const& imported, bool dry_run) {
  using enum organisation::ImportAct;
  if (dry_run) {
    for (auto const& step : imported.steps) print(step);
  }
  std::cout << (dry_run ? "would add " : "added ") << imported.count(person_added) << " people and "
            << imported.count(appointment_added) << " appointments, " << (dry_run ? "would change " : "changed ")
            << imported.count(person_changed) << " people and "
            << imported.count(appointment_changed) + imported.count(appointment_ended) << " appointments\n";
}

/// Every school that changes, and how many; an ended one is on no line.
void print(organisation::ImportedSchools const& imported, bool dry_run) {
  using enum organisation::SchoolAct;
  for (auto const& step : imported.steps) {
    std::cout << (step.line == 0 ? std::string("not in the file") : "line " + std::to_string(step.line)) << ": "
              << base::name_of(step.act) << ' ' << step.code << ' ' << step.school.name << ", " << step.school.town
              << (step.before.empty() ? "" : " (was " + step.before + ")") << '\n';
  }
  std::cout << (dry_run ? "would add " : "added ") << imported.count(added) << " schools, "
            << (dry_run ? "would change " : "changed ") << imported.count(changed) << ", "
            << (dry_run ? "would reopen " : "reopened ") << imported.count(reopened) << ", "
            << (dry_run ? "would end " : "ended ") << imported.count(ended) << '\n';
}

}  // namespace

int import_people_file(Settings const& settings, ImportOfFile const& what) {
  auto const read = organisation::read_people_csv(read_whole(what.file));
  db::migrate(settings.place, all_migrations());
  db::Database database(settings.place);
  auto const board = board_of(database, what);
  if (!board) return bad_input;
  auto const actor = actor_of(settings, "import people", *board);
  auto const take = what.good_rows ? organisation::Take::good_rows : organisation::Take::all_or_nothing;
  auto const imported =
      what.dry_run
          ? database.read(db::every_board,
                          [&](db::Reading& reading) { return organisation::plan_import(reading, actor, read); })
          : database.write(db::every_board,
                           [&](db::Transaction& tx) { return organisation::import_people(tx, actor, read, take); });
  std::ranges::for_each(imported.faults, FaultPrinter());
  if (!imported.faults.empty() && !what.good_rows) return bad_input;
  print(imported, what.dry_run);
  return imported.faults.empty() ? done : bad_input;
}

int import_schools_file(Settings const& settings, ImportSchools const& what) {
  auto const records = base::read_csv(read_whole(what.file));
  db::migrate(settings.place, all_migrations());
  db::Database database(settings.place);
  auto const board = board_of(database, what);
  if (!board) return bad_input;
  auto const actor = actor_of(settings, "import schools", *board);
  auto const columns =
      organisation::guessed_school_columns(records.empty() ? std::vector<std::string>() : records.front().values);
  auto const remembered =
      database.read(db::every_board, [&](db::Reading& reading) { return organisation::numbers_of(reading, *board); });
  auto const read = organisation::read_schools(
      records, {columns, what.numbers.empty() ? remembered : base::joined(what.numbers, " "),
                what.end_missing ? organisation::Missing::ends : organisation::Missing::stays});
  std::ranges::for_each(read.faults, FaultPrinter());
  if (!read.faults.empty() && !what.good_rows) return bad_input;
  auto const imported =
      what.dry_run
          ? database.read(db::every_board,
                          [&](db::Reading& reading) { return organisation::plan_schools(reading, actor, read); })
          : database.write(db::every_board,
                           [&](db::Transaction& tx) { return organisation::import_schools(tx, actor, read); });
  print(imported, what.dry_run);
  return read.faults.empty() ? done : bad_input;
}

}  // namespace lenig::app
