#include "organisation/pages/pages.hpp"
#include "organisation/pages/person_view.hpp"
#include "organisation/pages/words.hpp"
#include "platform/audit/audit.hpp"

namespace lenig::organisation::pages::person {

namespace {

using access::Action;
using access::Matter;

std::vector<html::Link> way_up(PersonFacts const& facts, Visit const& visit) {
  for (auto const& one : facts.appointments) {
    if (one.runs_on(visit.viewer.today)) return {{one.unit_name, path_of(one.unit)}};
  }
  return crumbs({}, visit.tr);
}

/// Who reads the file of somebody else leaves a line that this person can read.
void note_reading(Visit& visit, PersonId const& person) {
  if (!visit.viewer.may(Action::see, Matter::person_file) || person == visit.viewer.person) return;
  visit.write([&](db::Transaction& tx) {
    audit::record(tx, visit.actor(), {.act = "person_file.read", .object = person.text(), .subject = person});
  });
}

std::vector<Matter> matters(PersonView const& view) {
  if (view.has_file) return {Matter::person, Matter::person_file};
  return {Matter::person};
}

Response page_of(Visit& visit, PersonId const& person, std::string const& problem = {}) {
  auto const facts = visit.read([&](db::Reading& reading) { return facts_of(reading, visit.viewer, person); });
  if (!facts) return visit.not_found();
  note_reading(visit, person);
  auto view = view_of(*facts, visit.viewer, visit.tr);
  view.problem = problem;
  return visit.page({view.name, way_up(*facts, visit), matters(view), visit.render(view)}, problem.empty() ? 200 : 422);
}

}  // namespace

Response show(Visit& visit) { return page_of(visit, visit.id<PersonId>()); }

Response invite(Visit& visit, std::string const& address) {
  auto const person = visit.id<PersonId>();
  auto const invited = visit.write(
      [&](db::Transaction& tx) { return organisation::invite(tx, visit.actor(), person, address, visit.tr); });
  if (!invited) return page_of(visit, person, words_for(invited.error(), visit.tr));
  return visit.see_other(path_of_person(person), visit.tr("De uitnodiging is onderweg per e-mail."));
}

}  // namespace lenig::organisation::pages::person
