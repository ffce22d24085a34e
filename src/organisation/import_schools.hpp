#pragma once

#include <map>
#include <string>
#include <vector>

#include "organisation/import_fault.hpp"
#include "organisation/unit.hpp"
#include "platform/base/csv.hpp"

namespace lenig::organisation {

/// Which column of a file of schools, counted from 0, holds what. The open data of DUO names them in its first record.
struct SchoolColumns {
  std::optional<int> authority;    // BEVOEGD GEZAG NUMMER; without it every row is the board's
  std::optional<int> institution;  // INSTELLINGSCODE, BRIN NUMMER: 00AP
  std::optional<int> location;     // VESTIGINGSCODE, VESTIGINGSNUMMER: 00AP00, or 00 behind the institution's
  std::optional<int> name;
  std::optional<int> town;

  auto operator<=>(SchoolColumns const&) const = default;
};
BOOST_DESCRIBE_STRUCT(SchoolColumns, (), (authority, institution, location, name, town))

/// What becomes of a school of the board that has a code, and is not in the file. DUO keeps a file for each kind of
/// education, so a board with two kinds finds half of its schools in each. Nothing ends while a row is at fault.
enum class Missing { stays, ends };
BOOST_DESCRIBE_ENUM(Missing, stays, ends)

/// How a file of schools is read: its columns, and whose rows are the board's.
struct SchoolChoices : SchoolColumns {
  std::string numbers;  // of the board in the register, apart by spaces or commas; may be empty when there is only one
  Missing missing = Missing::stays;
};
BOOST_DESCRIBE_STRUCT(SchoolChoices, (SchoolColumns), (numbers, missing))

/// The columns by what DUO and others call them. `remembered` says how this board called them before, by member.
SchoolColumns guessed_school_columns(std::vector<std::string> const& headings,
                                     std::map<std::string, std::string> const& remembered = {});

/// The members without a column that a row can't do without: a code, name and town.
std::vector<std::string> missing_columns(SchoolColumns const& columns);

/// A row of a file of schools: of the board's own rows.
struct SchoolRow {
  int line = 0;
  std::string code;
  UnitDraft school;
};

struct ReadSchools {
  std::vector<SchoolRow> rows;                  // that could be read
  std::vector<ImportFault> faults;              // of the others
  std::map<std::string, std::string> headings;  // of the members, as the file calls them
  std::vector<std::string> numbers;             // whose rows these are
  Missing missing = Missing::stays;
};

ReadSchools read_schools(std::vector<base::CsvRecord> const& records, SchoolChoices const& choices);

enum class SchoolAct { added, changed, reopened, ended, kept };
BOOST_DESCRIBE_ENUM(SchoolAct, added, changed, reopened, ended, kept)

/// One thing that an import of schools does; `kept` does nothing: it says that a school that should end can't.
struct SchoolStep {
  int line = 0;  // 0: the school is not in the file
  SchoolAct act = SchoolAct::added;
  std::string code;
  UnitDraft school;
  std::string before;  // its name and town, where they change
};

struct ImportedSchools {
  std::vector<SchoolStep> steps;
  std::vector<ImportFault> faults;
  std::string undo;  // the step by which all of it is taken back; empty when nothing was done

  int count(SchoolAct act) const;
  int changes() const;  // without `kept`
};

/// What importing the schools would do now: nothing is changed.
ImportedSchools plan_schools(db::Reading& reading, base::Actor const& actor, ReadSchools const& read);

/// Adds, changes, reopens and ends schools of the board, and remembers its numbers; importing the same rows again
/// changes nothing. A school is known by its code, or by its name as long as it has none. One transaction, for a board
/// has hundreds of schools at most.
ImportedSchools import_schools(db::Transaction& tx, base::Actor const& actor, ReadSchools const& read);

/// Takes back all that an import did; not any more when somebody changed one of its schools or works at a new one.
bool undo_import_schools(db::Transaction& tx, base::Actor const& actor, std::string const& payload);

/// The numbers by which the board was found in the register before, apart by spaces.
std::string numbers_of(db::Reading& reading, BoardId const& board);

}  // namespace lenig::organisation
