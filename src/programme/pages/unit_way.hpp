#pragma once

#include "platform/access/visit.hpp"
#include "programme/participation.hpp"

namespace lenig::programme::pages {

/// A way with the name of its unit: what the pages of a participation have in common.
struct UnitWay {
  Participation way;
  std::string unit_name;

  std::string path() const { return path_of(way.id); }
  std::vector<html::Link> crumbs(i18n::Words const& tr) const;
};

/// The way of this id, which the router has found already.
UnitWay unit_way(db::Reading& reading, ParticipationId const& participation);

}  // namespace lenig::programme::pages
