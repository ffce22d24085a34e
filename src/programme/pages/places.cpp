#include "programme/pages/places.hpp"

namespace lenig::programme::pages {

namespace {

using access::Matter;

struct Leads {
  std::string label;
  char const* path;
  Matter matter;
};

Leads leads_to(Place place, i18n::Words const& tr) {
  switch (place) {
    case Place::map: return {tr("Wie is waar?"), "", Matter::roll_out};
    case Place::set_up: return {tr("Opzet"), "/opzet", Matter::programme};
    case Place::planning: return {tr("Planning"), "/planning", Matter::planning};
    case Place::trainers: return {tr("Begeleiders"), "/begeleiders", Matter::training};
    case Place::team: return {tr("Projectteam"), "/projectteam", Matter::planning};
    case Place::facilitation: return {tr("Dagdelen"), "/dagdelen", Matter::facilitation};
    case Place::directors: return {tr("Afspraken"), "/afspraken", Matter::talk};
    case Place::reports: return {tr("Verslagen"), "/verslagen", Matter::report};
    case Place::learned: return {tr("Doorgegeven"), "/geleerd", Matter::lesson};
    case Place::monitoring: return {tr("Monitoring"), "/monitoring", Matter::roll_out};
  }
  return {};
}

}  // namespace

std::vector<PlaceLink> places_of(Programme const& programme, Place here, access::Viewer const& viewer,
                                 i18n::Words const& tr) {
  std::vector<PlaceLink> links;
  base::each_enumerator<Place>([&](Place place) {
    auto const [label, path, matter] = leads_to(place, tr);
    bool const in_use = place == Place::set_up || programme.published > 0;
    if (in_use && viewer.may(access::Action::see, matter))
      links.push_back({label, path_of(programme.id) + path, place == here});
  });
  return links;
}

}  // namespace lenig::programme::pages
