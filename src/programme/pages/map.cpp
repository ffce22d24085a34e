#include "programme/pages/map_view.hpp"
#include "programme/pages/pages.hpp"
#include "programme/pages/words.hpp"

namespace lenig::programme::pages {

namespace {

struct MapView : MapFrame {
  static constexpr std::string_view view = "programme/map";
};
BOOST_DESCRIBE_STRUCT(MapView, (MapFrame), ())

struct MapTableView : MapFrame {
  static constexpr std::string_view view = "programme/map_table";
};
BOOST_DESCRIBE_STRUCT(MapTableView, (MapFrame), ())

template <class View>
Response shown(Visit& visit) {
  View view;
  std::string name;
  bool found = false;
  visit.read([&](db::Reading& reading) {
    auto const programme = find_programme(reading, visit.id<ProgrammeId>());
    if (!programme) return;
    found = true;
    name = programme->name;
    static_cast<MapFrame&>(view) =
        map_frame(reading, visit.viewer, roll_out_of(reading, *programme, visit.viewer.today), visit.tr);
  });
  if (!found) return visit.not_found();
  view.on_table = std::is_same_v<View, MapTableView>;
  return visit.page({.title = visit.tr("{}: wie is waar?", name),
                     .crumbs = programmes_crumb(visit.tr),
                     .holds = {access::Matter::roll_out, access::Matter::participation},
                     .content = visit.render(view),
                     .width = access::Width::wide});
}

}  // namespace

Response show_map(Visit& visit) { return shown<MapView>(visit); }

Response show_map_table(Visit& visit) { return shown<MapTableView>(visit); }

}  // namespace lenig::programme::pages
