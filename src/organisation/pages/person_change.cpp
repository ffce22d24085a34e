#include "organisation/pages/pages.hpp"
#include "organisation/pages/words.hpp"

namespace lenig::organisation::pages::person_change {

namespace {

html::FormBuilder form_for(Visit const& visit, Person const& person) {
  auto const& tr = visit.tr;
  html::FormBuilder form(tr, tr("{} wijzigen", person.name()), path_of_person(person.id), tr("Opslaan"));
  form.cancel(path_of_person(person.id))
      .text("given_name", tr("Voornaam of voorletters"))
      .optional_text("prefix", tr("Tussenvoegsel"))
      .text("family_name", tr("Achternaam"))
      .email("email", tr("E-mailadres van het werk"),
             tr("Wie al een account heeft, blijft zich met het oude adres aanmelden."))
      .start("given_name", person.given_name)
      .start("prefix", person.prefix)
      .start("family_name", person.family_name)
      .start("email", person.email);
  return form;
}

Response page_of(Visit& visit, Person const& person, html::FormBuilder const& form) {
  return visit.form_page(form.build(), {{person.name(), path_of_person(person.id)}},
                         {access::Matter::person, access::Matter::person_file});
}

std::optional<Person> asked_for(Visit& visit) {
  return visit.read(
      [&](db::Reading& reading) { return find_person(reading, visit.viewer.board, visit.id<PersonId>()); });
}

}  // namespace

Response show(Visit& visit) {
  auto const person = asked_for(visit);
  if (!person) return visit.not_found();
  return page_of(visit, *person, form_for(visit, *person));
}

Response change(Visit& visit) {
  auto const person = asked_for(visit);
  if (!person) return visit.not_found();
  auto const draft = visit.read_form<PersonDraft>();
  if (!draft) return page_of(visit, *person, form_for(visit, *person).filled(draft));
  auto const changed =
      visit.write([&](db::Transaction& tx) { return change_person(tx, visit.actor(), person->id, *draft); });
  if (!changed)
    return page_of(visit, *person, form_for(visit, *person).filled(draft, objection(changed.error(), visit.tr)));
  return visit.see_other(path_of_person(person->id), visit.tr("De wijziging is opgeslagen."));
}

}  // namespace lenig::organisation::pages::person_change
