#pragma once

#include <string>
#include <string_view>

#include "platform/i18n/words.hpp"

namespace lenig::organisation {

/// Why a row of a file can't be taken.
enum class ImportWhy {
  file_empty,
  column_missing,
  values_missing,
  value_missing,
  not_text,
  not_a_number,
  not_a_date,
  given_name_missing,
  family_name_missing,
  name_too_long,
  email_missing,
  email_wrong,
  email_taken,
  function_missing,
  fte_out_of_range,
  ends_before_start,
  unit_unknown,
  unit_ambiguous,
  name_contradicts,
  appointment_contradicts,
  own,
  number_missing,
  number_unknown,
  code_wrong,
  school_contradicts
};

/// A fault in a file: where, and why.
struct ImportFault {
  int line = 0;        // the first is 1: the names of the columns
  std::string column;  // as the file calls it; empty of a line as a whole
  ImportWhy why = ImportWhy::not_text;
  std::string given;  // what stands there, or the other line
};

/// What to do about it.
std::string words_for(ImportFault const& fault, i18n::Words const& tr);

}  // namespace lenig::organisation
