#include "programme/pages/unit_way.hpp"

#include "programme/pages/words.hpp"

namespace lenig::programme::pages {

std::vector<html::Link> UnitWay::crumbs(i18n::Words const& tr) const { return crumbs_to(way, unit_name, tr); }

UnitWay unit_way(db::Reading& reading, ParticipationId const& participation) {
  UnitWay found{.way = find_participation(reading, participation).value(), .unit_name = {}};
  for (auto const& unit : organisation::units_by_ids(reading, {found.way.unit})) found.unit_name = unit.name;
  return found;
}

}  // namespace lenig::programme::pages
