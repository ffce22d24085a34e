#include "organisation/pages/appointment_fields.hpp"
#include "organisation/pages/pages.hpp"
#include "organisation/pages/words.hpp"
#include "platform/undo/undo.hpp"

namespace lenig::organisation::pages::person_new {

namespace {

/// A person with their first appointment, as one form has them.
struct Newcomer {
  std::string given_name;
  std::string prefix;
  std::string family_name;
  std::string email;
  std::string function;
  std::string other_function;
  double fte = 0;
  base::Date starts_on;
  std::optional<base::Date> ends_on;
};
BOOST_DESCRIBE_STRUCT(Newcomer, (),
                      (given_name, prefix, family_name, email, function, other_function, fte, starts_on, ends_on))

struct Place {
  Unit unit;
  std::vector<std::string> functions;
};

std::optional<Place> place(Visit& visit) {
  return visit.read([&](db::Reading& reading) -> std::optional<Place> {
    auto const unit = find_unit(reading, visit.id<UnitId>());
    if (!unit) return std::nullopt;
    return Place{*unit, functions_of(reading, unit->board)};
  });
}

html::FormBuilder form_for(Visit const& visit, Place const& place) {
  auto const& tr = visit.tr;
  auto const path = path_of(place.unit.id);
  html::FormBuilder form(tr, tr("Persoon toevoegen bij {}", place.unit.name), path + "/mensen", tr("Toevoegen"));
  form.intro(tr("Er gaat nog niets uit: u nodigt daarna uit wanneer het u uitkomt."))
      .cancel(path)
      .text("given_name", tr("Voornaam of voorletters"))
      .optional_text("prefix", tr("Tussenvoegsel"))
      .text("family_name", tr("Achternaam"))
      .email("email", tr("E-mailadres van het werk"));
  add_appointment_fields(form, tr, place.functions);
  form.start("starts_on", visit.viewer.today.text());
  return form;
}

Response page_of(Visit& visit, Place const& place, html::FormBuilder const& form) {
  return visit.form_page(form.build(), {{place.unit.name, path_of(place.unit.id)}},
                         {access::Matter::person, access::Matter::person_file});
}

struct Taken {
  PersonId person;
  std::string undo;
};

Result<Taken, html::Objection> take_on(db::Transaction& tx, Visit const& visit, UnitId const& unit,
                                       Newcomer const& typed) {
  auto const person = add_person(tx, visit.actor(), {typed.given_name, typed.prefix, typed.family_name, typed.email});
  if (!person) return std::unexpected(objection(person.error(), visit.tr));
  AppointmentDraft const draft{unit, function_of(typed.function, typed.other_function), typed.fte, typed.starts_on,
                               typed.ends_on};
  auto const appointed = organisation::appoint(tx, visit.actor(), *person, draft);
  if (!appointed) return std::unexpected(objection(appointed.error(), "ends_on", visit.tr));
  auto const payload = person->text() + " " + appointed->text();
  return Taken{*person, undo::offer(tx, visit.actor(), "organisation.take_on", payload)};
}

}  // namespace

Response show(Visit& visit) {
  auto const at = place(visit);
  if (!at) return visit.not_found();
  return page_of(visit, *at, form_for(visit, *at));
}

Response add(Visit& visit) {
  auto const at = place(visit);
  if (!at) return visit.not_found();
  auto const typed = visit.read_form<Newcomer>();
  if (!typed) return page_of(visit, *at, form_for(visit, *at).filled(typed));
  auto const added = visit.write([&](db::Transaction& tx) { return take_on(tx, visit, at->unit.id, *typed); });
  if (!added) return page_of(visit, *at, form_for(visit, *at).filled(typed, added.error()));
  auto const name = full_name(typed->given_name, typed->prefix, typed->family_name);
  return visit.see_other(path_of_person(added->person), visit.tr("{} staat erin. Nodig uit wanneer u wilt.", name),
                         added->undo);
}

}  // namespace lenig::organisation::pages::person_new
