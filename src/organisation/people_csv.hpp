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

/// A file of people, wherever it is: read from its first byte as often as it is opened.
struct PeopleFile {
  std::function<base::NextBytes()> open;
  base::CsvForm form;
  std::optional<PeopleColumns> columns;  // else those that its headings tell
};

PeopleFile people_file(std::function<base::NextBytes()> open, std::optional<PeopleColumns> columns = std::nullopt);

/// Reads a file some rows at a time, and holds no more of it.
class PeopleReader {
 public:
  explicit PeopleReader(PeopleFile const& file);

  /// The next rows and faults of so many records; nothing at the end. What is wrong with the file as a whole comes
  /// first, and then nothing more.
  std::optional<ReadRows> next(std::size_t most);

 private:
  base::CsvReader records_;
  std::vector<base::CsvRecord> first_;
  PeopleColumns columns_;
  bool begun_ = false;
  bool at_end_ = false;
};

/// All of a file that is in memory, with the columns that its headings tell.
ReadRows read_people_csv(std::string_view bytes);

}  // namespace lenig::organisation
