#include "organisation/pages/pages.hpp"
#include "organisation/pages/words.hpp"

namespace lenig::organisation::pages::person_change {

namespace {

html::FormBuilder form_for(Visit const& visit, Person const& person) {
  auto const& tr = visit.tr;
  html::FormBuilder form(tr, tr("{} wijzigen", person.name()), path_of_person(person.id), tr("Bewaar"));
  form.cancel(path_of_person(person.id))
      .text("given_name", tr("Voornaam of voorletters"))
      .optional_text("prefix", tr("Tussenvoegsel"))
      .text("family_name", tr("Achternaam"))
      .email("email", tr("E-mailadres van het werk"),
             tr("Wie al een account heeft, blijft zich met het oude adres aanmelden."))
      .start(PersonDraft{person.given_name, person.prefix, person.family_name, person.email});
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
  auto form = form_for(visit, *person);
  if (!draft || form.is_stale(visit.form)) return page_of(visit, *person, form.filled(draft));
  auto const changed =
      visit.write([&](db::Transaction& tx) { return change_person(tx, visit.actor(), person->id, *draft); });
  if (!changed) return page_of(visit, *person, form.filled(draft, objection(changed.error(), visit.tr)));
  return visit.see_other(path_of_person(person->id), visit.tr("Bewaard."));
}

}  // namespace lenig::organisation::pages::person_change
