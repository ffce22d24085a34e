#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <memory>
#include <sstream>

#include "app/commands.hpp"
#include "app/modules.hpp"
#include "organisation/import_people.hpp"
#include "organisation/import_schools.hpp"
#include "platform/base/text.hpp"
#include "platform/db/migrations.hpp"

namespace lenig::app {

namespace {

constexpr std::size_t block = 64 * 1024;

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

/// One line that is written over while a person looks on.
void print_progress(long long rows) {
  if (isatty(STDERR_FILENO) != 0) std::cerr << '\r' << rows << " rows" << std::flush;
}

void print(organisation::Imported const& imported, bool dry_run) {
  using enum organisation::ImportAct;
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

/// The file from its first byte, some at a time.
base::NextBytes bytes_in(std::string const& file) {
  auto input = std::make_shared<std::ifstream>(file, std::ios::binary);
  if (!*input) throw db::Unavailable("cannot read " + file);
  return [input] {
    std::string bytes(block, '\0');
    input->read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(input->gcount()));
    return bytes;
  };
}

char const* words_for(organisation::ImportRefusal why) {
  using enum organisation::ImportRefusal;
  switch (why) {
    case under_way:
      return "er loopt al een invoer van dit bestuur; probeer het over een minuut weer / another import of this board "
             "is under way; try again in a minute";
    case overtaken:
      return "iets anders kwam tussendoor; er is niets veranderd, probeer het weer / something else came in between; "
             "nothing was changed, try again";
    case rows_at_fault:
    case other_than_shown: break;
  }
  return "er is niets veranderd / nothing was changed";
}

int import_people_file(organisation::Importing const& by, ImportOfFile const& what) {
  auto const file = organisation::people_file([&] { return bytes_in(what.file); });
  organisation::Watch watch{.fault = FaultPrinter(), .progress = print_progress};
  if (what.dry_run) {
    watch.step = [](organisation::ImportStep const& step) { print(step); };
    auto const planned = plan_people(by, file, watch);
    print(planned, true);
    return planned.faults_in_all == 0 ? done : bad_input;
  }
  std::chrono::nanoseconds longest{0};
  watch.wrote = [&](std::chrono::nanoseconds took) { longest = std::max(longest, took); };
  auto const imported = import_people(
      by, file, {.take = what.good_rows ? organisation::Take::good_rows : organisation::Take::all_or_nothing}, watch);
  if (!imported) {
    std::cerr << words_for(imported.error().why) << '\n';
    return imported.error().why == organisation::ImportRefusal::rows_at_fault ? bad_input : refused;
  }
  print(*imported, false);
  std::cout << imported->rows << " rows; others waited "
            << std::chrono::duration_cast<std::chrono::milliseconds>(longest).count() << " ms at most to write\n";
  return imported->faults_in_all == 0 ? done : bad_input;
}

}  // namespace

int import_people_file(Settings const& settings, ImportOfFile const& what) {
  static_cast<void>(bytes_in(what.file));
  db::migrate(settings.place, all_migrations());
  db::Database database(settings.place);
  auto const board = board_of(database, what);
  if (!board) return bad_input;
  return import_people_file({database, db::every_board, actor_of(settings, "import people", *board)}, what);
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
