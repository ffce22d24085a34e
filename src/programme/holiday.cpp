#include "programme/holiday.hpp"

#include <algorithm>

#include "platform/audit/audit.hpp"
#include "programme/queries.hpp"

namespace lenig::programme {

namespace {

constexpr int first_year = 1990;
constexpr int last_year = 2100;

struct RegionRow {
  UnitId unit;
  Region region = Region::north;
};
BOOST_DESCRIBE_STRUCT(RegionRow, (), (unit, region))

void insert(db::Transaction& tx, BoardId const& board, UnitId const& unit, Region region) {
  tx.run(sql::insert_region, {{"board", board}, {"unit", unit}, {"region", region}});
}

}  // namespace

std::optional<Region> Regions::of(UnitId const& unit) const {
  auto const at = own.find(unit);
  return at == own.end() ? of_board : std::optional(at->second);
}

std::vector<Holiday> holidays_of(db::Reading& reading, BoardId const& board, int school_year) {
  return reading.all<Holiday>(sql::holidays_of_year, {{"board", board}, {"school_year", school_year}});
}

Regions regions_of(db::Reading& reading, BoardId const& board) {
  Regions regions;
  for (auto const& row : reading.all<RegionRow>(sql::regions_of_board, {{"board", board}})) {
    if (row.unit.text() == board.text())
      regions.of_board = row.region;
    else
      regions.own[row.unit] = row.region;
  }
  return regions;
}

std::vector<organisation::UnitSummary> units_of_regions(db::Reading& reading, BoardId const& board) {
  auto units = organisation::units_within(reading, UnitId(board.text()));
  for (auto const& programme : programmes_of(reading, board)) {
    if (programme.board != board || programme.host.text() == board.text()) continue;
    auto const more = organisation::units_within(reading, programme.host);
    units.insert(units.end(), more.begin(), more.end());
  }
  std::ranges::sort(units, {}, [](auto const& unit) { return std::pair(unit.name, unit.id); });
  auto const same = [](auto const& a, auto const& b) { return a.id == b.id; };
  units.erase(std::unique(units.begin(), units.end(), same), units.end());
  return units;
}

Result<int, HolidayRefusal> set_holidays(db::Transaction& tx, base::Actor const& actor, int school_year, Region region,
                                         std::vector<Holiday> const& holidays) {
  if (school_year < first_year || school_year > last_year) return std::unexpected(HolidayRefusal::year_out_of_range);
  tx.run(sql::delete_holidays, {{"board", actor.board}, {"school_year", school_year}, {"region", region}});
  for (auto const& one : holidays) tx.run(sql::insert_holiday, db::fields(one, {{"board", actor.board}}));
  audit::record(tx, actor,
                {.act = "holidays.set", .object = actor.board.text(), .detail = std::string(base::name_of(region))});
  return static_cast<int>(holidays.size());
}

Result<int, HolidayRefusal> set_regions(db::Transaction& tx, base::Actor const& actor, Regions const& regions) {
  auto const units = units_of_regions(tx, actor.board);
  tx.run(sql::delete_regions, {{"board", actor.board}});
  if (regions.of_board) insert(tx, actor.board, UnitId(actor.board.text()), *regions.of_board);
  for (auto const& [unit, region] : regions.own) {
    if (std::ranges::find(units, unit, &organisation::UnitSummary::id) == units.end())
      return std::unexpected(HolidayRefusal::not_found);
    insert(tx, actor.board, unit, region);
  }
  audit::record(tx, actor, {.act = "regions.set", .object = actor.board.text()});
  return static_cast<int>(regions.own.size());
}

std::string words_for(Region region, i18n::Words const& tr) {
  switch (region) {
    case Region::north: return tr("Noord");
    case Region::middle: return tr("Midden");
    case Region::south: return tr("Zuid");
  }
  return {};
}

}  // namespace lenig::programme
