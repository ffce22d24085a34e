#pragma once

#include <map>

#include "programme/cohort.hpp"

namespace lenig::programme {

/// The regions over which school holidays are spread.
enum class Region { north, middle, south };
BOOST_DESCRIBE_ENUM(Region, north, middle, south)

/// A school holiday of a region, or a single day off, as a board typed it.
struct Holiday {
  int school_year = 0;
  Region region = Region::north;
  base::Date first_day;
  base::Date last_day;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(Holiday, (), (school_year, region, first_day, last_day, name))

/// In which region a board's places are.
struct Regions {
  std::optional<Region> of_board;
  std::map<UnitId, Region> own;  // of units in another one

  std::optional<Region> of(UnitId const& unit) const;
};

enum class HolidayFault { no_day, too_many_days, name_missing, ends_before, outside_year };

/// What is wrong in what was typed: in which line, counted from 1.
struct HolidayFaultAt {
  int line = 0;
  HolidayFault fault = HolidayFault::no_day;
};

/// The holidays in lines as people type or paste them: a name, the first day and the last, with whatever stands between
/// ("Herfstvakantie 16-10-2004 t/m 24-10-2004", "Kerst; 18 december 2004; 2 januari 2005"). One day alone is that day.
Result<std::vector<Holiday>, HolidayFaultAt> holidays_in(std::string const& typed, int school_year, Region region);
/// The same holidays as lines, to change them.
std::string as_lines(std::vector<Holiday> const& holidays);

std::vector<Holiday> holidays_of(db::Reading& reading, BoardId const& board, int school_year);
Regions regions_of(db::Reading& reading, BoardId const& board);
/// The units whose region a board tells: its own, and those that its programmes can invite; by name.
std::vector<organisation::UnitSummary> units_of_regions(db::Reading& reading, BoardId const& board);

enum class HolidayRefusal { not_found, year_out_of_range };

/// Puts these holidays in place of what was there for the region in that school year.
Result<int, HolidayRefusal> set_holidays(db::Transaction& tx, base::Actor const& actor, int school_year, Region region,
                                         std::vector<Holiday> const& holidays);
/// Says in which region the board's places are.
Result<int, HolidayRefusal> set_regions(db::Transaction& tx, base::Actor const& actor, Regions const& regions);

std::string words_for(Region region, i18n::Words const& tr);

}  // namespace lenig::programme
