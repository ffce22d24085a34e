#pragma once

#include "organisation/import_people.hpp"
#include "organisation/import_schools.hpp"

namespace lenig::organisation {

using ImportFileId = base::Id<struct ImportFileTag>;

/// What a file is a list of.
enum class ImportKind { people, schools };
BOOST_DESCRIBE_ENUM(ImportKind, people, schools)

/// A file on its way into the board: what it is called, its records, and which of its columns hold what.
struct ImportFile {
  ImportFileId id;
  ImportKind kind = ImportKind::people;
  std::string name;
  std::string content;                   // as it came
  std::vector<base::CsvRecord> records;  // the first, with the names of the columns; all of a list of schools
  std::string columns;                   // what was chosen, as JSON

  /// The names of the columns; empty of an empty file.
  std::vector<std::string> headings() const;
  PeopleColumns people_columns() const;
  SchoolChoices school_choices() const;
  PeopleFile people() const;
  ReadSchools schools() const { return read_schools(records, school_choices()); }
};

enum class ImportFileRefusal { empty, too_many_columns };

/// Keeps a file for who brought it, with the columns that its headings tell, or that this board chose before.
Result<ImportFileId, ImportFileRefusal> keep_import_file(db::Transaction& tx, base::Actor const& actor, ImportKind kind,
                                                         std::string const& name, std::string_view bytes);

/// The file, for who brought it; nothing for anybody else.
std::optional<ImportFile> find_import_file(db::Reading& reading, BoardId const& board, PersonId const& person,
                                           ImportKind kind, ImportFileId const& file);

/// Which columns hold what from here on, and in the next file of this board that calls them the same.
void choose_columns(db::Transaction& tx, base::Actor const& actor, ImportFile const& file,
                    PeopleColumns const& columns);
void choose_columns(db::Transaction& tx, base::Actor const& actor, ImportFile const& file,
                    SchoolChoices const& choices);

/// Forgets the file: it was taken, or it is not to be. Gives whether it was there.
bool drop_import_file(db::Transaction& tx, base::Actor const& actor, ImportFileId const& file);

/// Forgets files that nobody took for a day. A daily job.
void sweep_import_files(db::Transaction& tx, base::Instant now);

}  // namespace lenig::organisation
