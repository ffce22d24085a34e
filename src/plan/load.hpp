#pragma once

#include <map>

#include "plan/plan.h"

namespace lenig::plan {

// Hours of the yearly task: typed or pasted by who agrees on them with each person. A person's own hours are for who
// leads them and for HR alone.

/// The year in which the school year of this day began: it begins in August.
int school_year_of(base::Date day);
/// "2003-2004"
std::string name_of_year(int school_year);

/// Hours in a school year, by person; who is not known is left out.
using Hours = std::map<PersonId, double>;
Hours hours_of(db::Reading& reading, BoardId const& board, int school_year, std::vector<PersonId> const& people);

/// What is to be set: nothing takes away what was known.
using HoursDraft = std::map<PersonId, std::optional<double>>;

enum class LoadRefusal { not_of_this_unit, out_of_range };

/// Whether these are hours that a yearly task can have.
bool is_in_range(double hours);

/// Sets hours of people of a unit, all of them or none. Gives the step that undoes it; empty when nothing changes.
Result<std::string, LoadRefusal> set_hours(db::Transaction& tx, base::Actor const& actor, UnitId const& unit,
                                           int school_year, HoursDraft const& draft);
bool undo_set_hours(db::Transaction& tx, base::Actor const& actor, std::string const& payload);

/// Why a pasted line can't be read.
enum class LineFault { no_hours, hours_unreadable, out_of_range, address_unknown, twice };
struct LineFaultAt {
  int line = 0;
  LineFault fault = LineFault::no_hours;
};

/// Whom an e-mail address means, of those who work at a unit; addresses in lower case.
using Addresses = std::map<std::string, PersonId>;
Addresses addresses_at(db::Reading& reading, BoardId const& board, UnitId const& unit, base::Date today);

/// Lines of "e-mail;hours" (a tab or a space does too), or every line that is wrong. No SQL.
Result<HoursDraft, std::vector<LineFaultAt>> hours_in(std::string const& lines, Addresses const& people);

}  // namespace lenig::plan
