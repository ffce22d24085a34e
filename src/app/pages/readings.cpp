#include <map>

#include "app/pages/pages.hpp"
#include "organisation/organisation.h"
#include "platform/audit/audit.hpp"
#include "platform/base/collected.hpp"

namespace lenig::app::pages {

namespace {

constexpr int most = 200;

struct Line {
  std::string who;
  std::string when;
};
BOOST_DESCRIBE_STRUCT(Line, (), (who, when))

struct ReadingsView {
  static constexpr std::string_view view = "app/readings";
  std::string board;
  bool any = false;
  std::vector<Line> readings;
};
BOOST_DESCRIBE_STRUCT(ReadingsView, (), (board, any, readings))

std::string when(base::Instant at, i18n::Words const& tr) { return tr.moment(base::local_time(at)); }

}  // namespace

http::Response show_readings(access::Visit& visit) {
  auto const& viewer = visit.viewer;
  ReadingsView view{.board = visit.board_name};
  visit.read([&](db::Reading& reading) {
    auto const all = audit::readings_of(reading, viewer.board, viewer.person, "person_file.read", most);
    std::map<base::PersonId, std::string> names;
    for (auto const& one :
         organisation::people_by_ids(reading, {viewer.board}, base::collected(all, &audit::WasRead::reader)))
      names[one.id] = one.name();
    view.readings = base::collected(all, [&](audit::WasRead const& one) {
      auto const name = names.find(one.reader);
      return Line{name == names.end() ? visit.tr("Iemand die hier niet meer werkt") : name->second,
                  when(one.at, visit.tr)};
    });
  });
  view.any = !view.readings.empty();
  return visit.page({.title = visit.tr("Wie las mijn gegevens?"),
                     .crumbs = {{visit.tr("Mijn account"), "/account"}},
                     .holds = {access::Matter::own_account},
                     .content = visit.render(view),
                     .width = access::Width::narrow});
}

}  // namespace lenig::app::pages
