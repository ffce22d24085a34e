#include <algorithm>

#include "organisation/pages/pages.hpp"
#include "organisation/pages/words.hpp"

namespace lenig::organisation::pages::appointment_end {

namespace {

struct Ending {
  Appointment appointment;
  Person person;
};

std::optional<Ending> asked_for(Visit& visit) {
  return visit.read([&](db::Reading& reading) -> std::optional<Ending> {
    auto const appointment = find_appointment(reading, visit.viewer.board, visit.id<AppointmentId>());
    if (!appointment) return std::nullopt;
    auto const person = find_person(reading, visit.viewer.board, appointment->person);
    if (!person) return std::nullopt;
    return Ending{*appointment, *person};
  });
}

html::FormBuilder form_for(Visit const& visit, Ending const& ending) {
  auto const& tr = visit.tr;
  auto const& one = ending.appointment;
  html::FormBuilder form(tr, tr("Aanstelling van {} beëindigen", ending.person.name()),
                         "/organisatie/aanstelling/" + one.id.text() + "/beeindigen", tr("Beëindigen"));
  form.intro(tr("{} bij {}. De aanstelling blijft in de geschiedenis staan.", one.function, one.unit_name))
      .cancel(path_of_person(ending.person.id))
      .date("last_day", tr("Laatste dag"))
      .start("last_day", std::max(visit.viewer.today, one.starts_on).text());
  return form;
}

Response page_of(Visit& visit, Ending const& ending, html::FormBuilder const& form) {
  return visit.form_page(form.build(), {{ending.person.name(), path_of_person(ending.person.id)}},
                         {access::Matter::person_file});
}

}  // namespace

Response show(Visit& visit) {
  auto const ending = asked_for(visit);
  if (!ending) return visit.not_found();
  return page_of(visit, *ending, form_for(visit, *ending));
}

Response end(Visit& visit) {
  auto const ending = asked_for(visit);
  if (!ending) return visit.not_found();
  auto const draft = visit.read_form<EndDraft>();
  if (!draft) return page_of(visit, *ending, form_for(visit, *ending).filled(draft));
  auto const step = visit.write(
      [&](db::Transaction& tx) { return end_appointment(tx, visit.actor(), ending->appointment.id, *draft); });
  if (!step)
    return page_of(visit, *ending,
                   form_for(visit, *ending).filled(draft, objection(step.error(), "last_day", visit.tr)));
  return visit.see_other(path_of_person(ending->person.id),
                         visit.tr("De aanstelling stopt na {}.", visit.tr.day(draft->last_day)), *step);
}

}  // namespace lenig::organisation::pages::appointment_end
