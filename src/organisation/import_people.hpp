#pragma once

#include <map>
#include <string>
#include <vector>

#include "organisation/import_fault.hpp"
#include "organisation/person.hpp"
#include "platform/base/csv.hpp"

namespace lenig::organisation {

/// Which column of a file, counted from 0, holds what. A file names its columns in its first record.
struct PeopleColumns {
  std::optional<int> email;
  std::optional<int> given_name;
  std::optional<int> prefix;
  std::optional<int> family_name;
  std::optional<int> unit;
  std::optional<int> function;
  std::optional<int> fte;
  std::optional<int> from;
  std::optional<int> until;

  auto operator<=>(PeopleColumns const&) const = default;
};
BOOST_DESCRIBE_STRUCT(PeopleColumns, (), (email, given_name, prefix, family_name, unit, function, fte, from, until))

/// The columns by what Dutch personnel systems call them, and by our own names. `remembered` says how this board called
/// them before, by member.
PeopleColumns guessed_columns(std::vector<std::string> const& headings,
                              std::map<std::string, std::string> const& remembered = {});

/// The members without a column that a row can't do without: all but prefix and until.
std::vector<std::string> missing_columns(PeopleColumns const& columns);

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

/// What an import did, or would do.
struct Imported {
  std::vector<ImportStep> steps;
  std::vector<ImportFault> faults;
  std::string undo;  // the step by which all of it is taken back; empty when nothing was done

  int count(ImportAct act) const;
};

/// A row of a file of people.
struct ImportRow {
  int line = 0;
  PersonDraft person;
  std::string unit;
  AppointmentDraft appointment;
};

struct ReadRows {
  std::vector<ImportRow> rows;                  // that could be read
  std::vector<ImportFault> faults;              // of the others
  std::map<std::string, std::string> headings;  // of the members, as the file calls them
};

/// Reads the records behind the first one.
ReadRows read_people(std::vector<base::CsvRecord> const& records, PeopleColumns const& columns);

/// The same of a whole file, with the columns that its headings tell.
ReadRows read_people_csv(std::string_view bytes);

/// Of rows at fault nothing is taken; of the others everything, or nothing either.
enum class Take { all_or_nothing, good_rows };
BOOST_DESCRIBE_ENUM(Take, all_or_nothing, good_rows)

/// What importing the rows would do now, line by line: nothing is changed.
Imported plan_import(db::Reading& reading, base::Actor const& actor, ReadRows const& read);

/// Adds and changes the people and appointments of the rows; importing the same rows again changes nothing. A person is
/// known by e-mail, an appointment by person, unit, function and first day.
Imported import_people(db::Transaction& tx, base::Actor const& actor, ReadRows const& read,
                       Take take = Take::all_or_nothing);

/// Takes back all that an import did; not any more when somebody changed, invited or appointed one of its people since.
std::vector<PersonId> people_added_by(std::string const& payload);
bool undo_import(db::Transaction& tx, base::Actor const& actor, std::string const& payload);

}  // namespace lenig::organisation
