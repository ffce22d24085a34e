// The lists that other modules ask for.
#include "organisation/organisation.h"
#include "organisation/queries.hpp"
#include "platform/db/id_list.hpp"

namespace lenig::organisation {

std::string path_of(UnitId const& unit) { return "/organisatie/eenheid/" + unit.text(); }
std::string path_of_person(PersonId const& person) { return "/organisatie/mens/" + person.text(); }

std::vector<UnitSummary> units_by_ids(db::Reading& reading, std::vector<UnitId> const& ids) {
  return reading.all<UnitSummary>(sql::units_by_ids, {{"ids", db::as_json(ids)}});
}

std::vector<UnitId> led_by(db::Reading& reading, access::Viewer const& viewer, std::vector<UnitId> const& units) {
  return reading.all<UnitId>(
      sql::led_by,
      {{"units", db::as_json(units)}, {"person", viewer.person}, {"board", viewer.board}, {"today", viewer.today}});
}

std::vector<UnitSummary> units_within(db::Reading& reading, UnitId const& place) {
  return reading.all<UnitSummary>(sql::units_within, {{"place", place}});
}

std::vector<UnitSummary> hosts(db::Reading& reading, BoardId const& board) {
  return reading.all<UnitSummary>(sql::hosts, {{"board", board}});
}

std::vector<PersonSummary> staff_of(db::Reading& reading, std::vector<UnitId> const& units, base::Date today) {
  return reading.all<PersonSummary>(sql::staff_of, {{"units", db::as_json(units)}, {"today", today}});
}

std::vector<PersonAddress> addresses_of(db::Reading& reading, std::vector<BoardId> const& boards,
                                        std::vector<PersonId> const& ids) {
  return reading.all<PersonAddress>(sql::addresses_of_people,
                                    {{"ids", db::as_json(ids)}, {"boards", db::as_json(boards)}});
}

std::vector<PersonSummary> people_by_ids(db::Reading& reading, std::vector<BoardId> const& boards,
                                         std::vector<PersonId> const& ids) {
  return reading.all<PersonSummary>(sql::people_by_ids, {{"ids", db::as_json(ids)}, {"boards", db::as_json(boards)}});
}

}  // namespace lenig::organisation
