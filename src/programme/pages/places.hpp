#pragma once

#include "platform/access/visit.hpp"
#include "programme/template.hpp"

namespace lenig::programme::pages {

/// The pages of a programme as a whole.
enum class Place { map, set_up, planning, trainers, team, facilitation, directors, reports, learned, monitoring };
BOOST_DESCRIBE_ENUM(Place, map, set_up, planning, trainers, team, facilitation, directors, reports, learned, monitoring)

struct PlaceLink {
  std::string label;
  std::string place_path;
  bool here = false;
};
BOOST_DESCRIBE_STRUCT(PlaceLink, (), (label, place_path, here))

/// The links between these pages, each for who may open it; drawn by `programme/places.html`.
std::vector<PlaceLink> places_of(Programme const& programme, Place here, access::Viewer const& viewer,
                                 i18n::Words const& tr);

}  // namespace lenig::programme::pages
