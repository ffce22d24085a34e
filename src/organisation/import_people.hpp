#pragma once

#include <string>
#include <vector>

#include "organisation/person.hpp"

namespace lenig::organisation {

/// A fault in a file: where, and what to do about it, in Dutch and English.
struct ImportFault {
  int line = 0;  // the first is 1: the names of the columns
  std::string column;
  std::string message;
};

/// What an import did, or would do.
struct Imported {
  int people_added = 0;
  int people_changed = 0;
  int appointments_added = 0;
  int appointments_changed = 0;
  std::vector<ImportFault> faults;  // when there are any, nothing is done
};

/// A row of the plain people CSV: `email;given_name;prefix;family_name;unit;function;fte;from;until`.
struct ImportRow {
  int line = 0;
  PersonDraft person;
  std::string unit;
  AppointmentDraft appointment;
};

struct ReadRows {
  std::vector<ImportRow> rows;
  std::vector<ImportFault> faults;
};

/// Reads the file's text: UTF-8 with or without BOM, semicolons, values quoted with " where needed.
ReadRows read_people_csv(std::string_view text);

/// Adds and changes the people and appointments of the rows; importing the same rows again changes nothing. A person is
/// known by e-mail, an appointment by person, unit, function and first day.
Imported import_people(db::Transaction& tx, base::Actor const& actor, ReadRows const& read);

}  // namespace lenig::organisation
