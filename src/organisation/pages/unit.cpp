#include "organisation/pages/pages.hpp"
#include "organisation/pages/unit_view.hpp"
#include "organisation/pages/words.hpp"

namespace lenig::organisation::pages::unit {

namespace {

struct Leaving {
  UnitId unit;
};
BOOST_DESCRIBE_STRUCT(Leaving, (), (unit))

Response page_of(Visit& visit, UnitId const& unit, std::string const& problem = {}) {
  auto const after = UnitId::parse(visit.query.value("na").value_or("")).value_or(UnitId());
  auto const facts = visit.read([&](db::Reading& reading) { return facts_of(reading, visit.viewer, unit, after); });
  if (!facts) return visit.not_found();
  auto view = view_of(*facts, visit.viewer, visit.tr);
  view.problem = problem;
  bool const is_own = facts->unit.board == visit.viewer.board;
  auto const way_up = is_own && !facts->above.empty() ? crumbs(facts->above, visit.tr) : std::vector<html::Link>();
  return visit.page({view.name, way_up, {access::Matter::unit}, visit.render(view)}, problem.empty() ? 200 : 422);
}

}  // namespace

Response own_board(Visit& visit) { return visit.see_other(path_of(UnitId(visit.viewer.board.text()))); }

Response show(Visit& visit) { return page_of(visit, visit.id<UnitId>()); }

Response end(Visit& visit) {
  auto const unit = visit.id<UnitId>();
  auto const step = visit.write([&](db::Transaction& tx) { return end_unit(tx, visit.actor(), unit); });
  if (!step) return page_of(visit, unit, objection(step.error(), visit.tr).message);
  return visit.see_other(path_of(unit), visit.tr("Dit onderdeel is beëindigd."), *step);
}

Response leave(Visit& visit) {
  auto const network = visit.id<UnitId>();
  auto const asked = visit.read_form<Leaving>();
  if (!asked) return page_of(visit, network, objection(NetworkRefusal::no_such_unit, visit.tr).message);
  auto const step =
      visit.write([&](db::Transaction& tx) { return leave_network(tx, visit.actor(), network, asked->unit); });
  if (!step) return page_of(visit, network, objection(step.error(), visit.tr).message);
  return visit.see_other(path_of(network), visit.tr("De school doet niet meer mee in dit netwerk."), *step);
}

}  // namespace lenig::organisation::pages::unit
