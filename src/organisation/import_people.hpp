#pragma once

#include <array>
#include <functional>
#include <string>
#include <vector>

#include "organisation/people_csv.hpp"
#include "platform/jobs/jobs.hpp"

namespace lenig::organisation {

enum class ImportAct { person_added, person_changed, appointment_added, appointment_changed, appointment_ended };
BOOST_DESCRIBE_ENUM(ImportAct, person_added, person_changed, appointment_added, appointment_changed, appointment_ended)

/// One thing that an import does.
struct ImportStep {
  int line = 0;
  ImportAct act = ImportAct::person_added;
  std::string name;  // of the person
  std::string unit;  // of an appointment, with what it is to be
  AppointmentDraft appointment;
};

/// What an import did, or would do. Of a file of whatever size it holds the first steps and faults, and counts them
/// all.
struct Imported {
  std::vector<ImportStep> steps;
  std::vector<ImportFault> faults;
  std::array<long long, 5> counts{};  // by act
  long long faults_in_all = 0;
  long long lines_at_fault = 0;
  long long rows = 0;
  std::string sign;      // of all steps and faults: the same again says the same would happen
  std::string undo;      // the step by which all of it is taken back; empty when nothing was done
  long long number = 0;  // of the import, among those of the board

  long long count(ImportAct act) const { return counts.at(static_cast<std::size_t>(act)); }
  long long changes() const;
};

inline constexpr std::size_t most_kept = 100;  // of steps, and of faults

/// Of rows at fault nothing is taken; of the others everything, or nothing either.
enum class Take { all_or_nothing, good_rows };
BOOST_DESCRIBE_ENUM(Take, all_or_nothing, good_rows)

/// Who follows an import on its way; each may be left out.
struct Watch {
  std::function<void(ImportStep const&)> step;
  std::function<void(ImportFault const&)> fault;
  std::function<void(long long rows)> progress;         // rows read so far, some times a second
  std::function<void(std::chrono::nanoseconds)> wrote;  // how long others could not write
};

/// Whose import it is, and whose rows it touches.
struct Importing {
  db::Database& database;
  db::Scope scope;
  base::Actor actor;
};

/// What importing the file would do now, line by line: nothing is changed. A person is known by e-mail, an appointment
/// by person, unit, function and first day.
Imported plan_people(Importing const& by, PeopleFile const& file, Watch const& watch = {});

enum class ImportRefusal {
  under_way,         // another import of this board
  rows_at_fault,     // and all or nothing was asked
  other_than_shown,  // something else would happen than `shown` says
  overtaken          // somebody else removed it, because it had seemed to stand still
};

struct TakePeople {
  Take take = Take::all_or_nothing;
  std::optional<std::string> shown;                                // the sign of the plan that somebody saw
  std::function<void(db::Transaction&, Imported const&)> besides;  // done in the transaction that shows the rows
};

struct Refused {
  ImportRefusal why = ImportRefusal::under_way;
  Imported imported;  // what it would have been
};

/// Adds and changes the people and appointments of the file; importing the same file again changes nothing. Rows are
/// written some hundreds at a time, unseen, and shown all at once in a transaction of their own: whoever reads sees all
/// of them or none, and whoever writes waits for some hundredths of a second. What a killed import left is never seen,
/// and removed by `tidy_imports`.
Result<Imported, Refused> import_people(Importing const& by, PeopleFile const& file, TakePeople const& how = {},
                                        Watch const& watch = {});

/// Takes back all that an import did, at once; not any more when somebody changed or appointed one of its people
/// since, when the log tells of anything that was done to one whom it added, or when another import of the board began.
/// A job removes the rows.
bool undo_import(db::Transaction& tx, base::Actor const& actor, std::string const& payload);

/// Removes what a taken-back or killed import of the board left, and makes rows whose undo has ended ordinary ones,
/// some hundreds at a time.
void tidy_imports(db::Database& database, db::Scope const& scope, BoardId const& board);

/// The same for every board, of imports whose undo has ended by itself. A daily job, and one at the start.
void tidy_imports(db::Database& database, base::Instant now);

/// What runs behind the pages of organisation.
jobs::Works import_works();

}  // namespace lenig::organisation
