#include "organisation/routes.hpp"

#include "organisation/import_people.hpp"
#include "organisation/import_schools.hpp"
#include "organisation/pages/pages.hpp"
#include "organisation/person.hpp"
#include "organisation/standing.hpp"
#include "organisation/unit.hpp"

namespace lenig::organisation {

namespace {

using access::Access;
using enum access::Action;
using enum access::Matter;

void add_unit_routes(access::Routes& routes) {
  routes.get("/organisatie", Access::may(see, unit), pages::unit::own_board);
  routes.of(relations_to_unit)
      .get("/organisatie/eenheid/{id}", Access::may(see, unit), pages::unit::show)
      .post("/organisatie/eenheid/{id}", Access::may(change, unit_register), pages::unit_change::change)
      .get("/organisatie/eenheid/{id}/wijzigen", Access::may(change, unit_register), pages::unit_change::show)
      .post("/organisatie/eenheid/{id}/beeindigen", Access::may(change, unit_register), pages::unit::end)
      .get("/organisatie/eenheid/{id}/eenheden/nieuw", Access::may(change, unit_register), pages::unit_new::show)
      .post("/organisatie/eenheid/{id}/eenheden", Access::may(change, unit_register), pages::unit_new::add)
      .get("/organisatie/eenheid/{id}/mensen/nieuw", Access::may(change, unit_register), pages::person_new::show)
      .post("/organisatie/eenheid/{id}/mensen", Access::may(change, unit_register), pages::person_new::add)
      .get("/organisatie/eenheid/{id}/leden/nieuw", Access::may(change, unit_register), pages::members_new::show)
      .post("/organisatie/eenheid/{id}/leden", Access::may(change, unit_register), pages::members_new::join)
      .post("/organisatie/eenheid/{id}/leden/code", Access::may(change, unit_register), pages::network_join::offer)
      .get("/organisatie/eenheid/{id}/netwerken/nieuw", Access::may(change, unit_register), pages::network_join::show)
      .post("/organisatie/eenheid/{id}/netwerken", Access::may(change, unit_register), pages::network_join::join)
      .post("/organisatie/eenheid/{id}/leden/verwijderen", Access::may(change, unit_register), pages::unit::leave);
}

void add_person_routes(access::Routes& routes, std::string const& address) {
  routes.of(relations_to_person)
      .get("/organisatie/mens/{id}", Access::may(see, person), pages::person::show)
      .post("/organisatie/mens/{id}", Access::may(change, person_file), pages::person_change::change)
      .get("/organisatie/mens/{id}/wijzigen", Access::may(change, person_file), pages::person_change::show)
      .post("/organisatie/mens/{id}/uitnodigen", Access::may(change, person_file),
            [address](access::Visit& visit) { return pages::person::invite(visit, address); })
      .get("/organisatie/mens/{id}/aanstellingen/nieuw", Access::may(change, person_file), pages::appointment_new::show)
      .post("/organisatie/mens/{id}/aanstellingen", Access::may(change, person_file), pages::appointment_new::appoint);
  routes.of(relations_to_appointment)
      .get("/organisatie/aanstelling/{id}/wijzigen", Access::may(change, person_file), pages::appointment_change::show)
      .post("/organisatie/aanstelling/{id}/wijzigen", Access::may(change, person_file),
            pages::appointment_change::change)
      .get("/organisatie/aanstelling/{id}/beeindigen", Access::may(change, person_file), pages::appointment_end::show)
      .post("/organisatie/aanstelling/{id}/beeindigen", Access::may(change, person_file), pages::appointment_end::end);
}

void add_import_routes(access::Routes& routes, db::Database& database) {
  auto const may = Access::may(change, unit_register);
  routes.get("/organisatie/invoer", may, pages::import_people::show);
  routes.post("/organisatie/invoer", may, pages::import_people::bring);
  routes.get("/organisatie/invoer/{file_id}", may,
             [&](access::Visit& visit) { return pages::import_people::review(visit, database); });
  routes.post("/organisatie/invoer/{file_id}", may,
              [&](access::Visit& visit) { return pages::import_people::take(visit, database); });
  routes.get("/organisatie/invoer/{file_id}/kolommen", may, pages::import_people::columns);
  routes.post("/organisatie/invoer/{file_id}/kolommen", may, pages::import_people::choose);
  routes.post("/organisatie/invoer/{file_id}/weg", may, pages::import_people::drop);
  routes.get("/organisatie/invoer/{file_id}/voortgang", may, pages::import_progress::show);
  routes.get("/organisatie/invoer/scholen", may, pages::import_schools::show);
  routes.post("/organisatie/invoer/scholen", may, pages::import_schools::bring);
  routes.get("/organisatie/invoer/scholen/{file_id}", may, pages::import_schools::review);
  routes.post("/organisatie/invoer/scholen/{file_id}", may, pages::import_schools::take);
  routes.get("/organisatie/invoer/scholen/{file_id}/kolommen", may, pages::import_schools::choices);
  routes.post("/organisatie/invoer/scholen/{file_id}/kolommen", may, pages::import_schools::choose);
  routes.post("/organisatie/invoer/scholen/{file_id}/weg", may, pages::import_schools::drop);
}

void add_search_routes(access::Routes& routes) {
  routes.get("/zoeken", Access::may(see, start), pages::found::show);
  routes.get("/zoeken/suggesties", Access::may(see, start), pages::found::suggest);
}

}  // namespace

void add_routes(access::Routes& routes, db::Database& database, std::string const& address) {
  add_unit_routes(routes);
  add_person_routes(routes, address);
  add_import_routes(routes, database);
  add_search_routes(routes);
}

undo::TakeBacks take_backs() {
  return {
      {"organisation.add_unit", undo_add_unit},
      {"organisation.end_unit", undo_end_unit},
      {"organisation.join_network", undo_join_network},
      {"organisation.leave_network", undo_leave_network},
      {"organisation.end_appointment", undo_end_appointment},
      {"organisation.appoint", undo_appoint},
      {"organisation.take_on", undo_take_on},
      {"organisation.import_people", undo_import},
      {"organisation.import_schools", undo_import_schools},
  };
}

}  // namespace lenig::organisation
