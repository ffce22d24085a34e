#include <algorithm>

#include "organisation/pages/appointment_fields.hpp"
#include "organisation/pages/pages.hpp"
#include "organisation/pages/words.hpp"

namespace lenig::organisation::pages::appointment_change {

namespace {

struct Change {
  std::string function;
  std::string other_function;
  double fte = 0;
  base::Date from;
};
BOOST_DESCRIBE_STRUCT(Change, (), (function, other_function, fte, from))

struct Choices {
  Appointment appointment;
  Person person;
  std::vector<std::string> functions;
};

std::optional<Choices> choices(Visit& visit) {
  return visit.read([&](db::Reading& reading) -> std::optional<Choices> {
    auto const& board = visit.viewer.board;
    auto const appointment = find_appointment(reading, board, visit.id<AppointmentId>());
    if (!appointment) return std::nullopt;
    auto const person = find_person(reading, board, appointment->person);
    if (!person) return std::nullopt;
    return Choices{*appointment, *person, functions_of(reading, board)};
  });
}

html::FormBuilder form_for(Visit const& visit, Choices const& choices) {
  auto const& tr = visit.tr;
  auto const& now = choices.appointment;
  html::FormBuilder form(tr, tr("Aanstelling van {} wijzigen", choices.person.name()),
                         "/organisatie/aanstelling/" + now.id.text() + "/wijzigen", tr("Bewaar"));
  form.intro(tr("Bij {}. Wat tot nu toe gold, blijft in de geschiedenis staan.", now.unit_name))
      .cancel(path_of_person(choices.person.id));
  add_function_fields(form, tr, choices.functions);
  form.number("fte", tr("Omvang in fte"), tr("Een volle baan is 1; vier dagen is 0,8."))
      .date("from", tr("Vanaf welke dag?"))
      .start("function", now.function)
      .start("fte", exact(now.fte, tr))
      .start("from", std::max(visit.viewer.today, now.starts_on.plus_days(1)).text());
  return form;
}

Response page_of(Visit& visit, Choices const& choices, html::FormBuilder const& form) {
  return visit.form_page(form.build(), {{choices.person.name(), path_of_person(choices.person.id)}},
                         {access::Matter::person_file});
}

}  // namespace

Response show(Visit& visit) {
  auto const possible = choices(visit);
  if (!possible) return visit.not_found();
  return page_of(visit, *possible, form_for(visit, *possible));
}

Response change(Visit& visit) {
  auto const possible = choices(visit);
  if (!possible) return visit.not_found();
  auto const typed = visit.read_form<Change>();
  if (!typed) return page_of(visit, *possible, form_for(visit, *possible).filled(typed));
  ChangeDraft const draft{function_of(typed->function, typed->other_function), typed->fte, typed->from};
  auto const changed = visit.write(
      [&](db::Transaction& tx) { return change_appointment(tx, visit.actor(), possible->appointment.id, draft); });
  if (!changed)
    return page_of(visit, *possible,
                   form_for(visit, *possible).filled(typed, objection(changed.error(), "from", visit.tr)));
  return visit.see_other(path_of_person(possible->person.id),
                         visit.tr("De aanstelling is gewijzigd vanaf {}.", visit.tr.day(typed->from)));
}

}  // namespace lenig::organisation::pages::appointment_change
