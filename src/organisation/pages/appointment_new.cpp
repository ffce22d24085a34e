#include "organisation/pages/appointment_fields.hpp"
#include "organisation/pages/pages.hpp"
#include "organisation/pages/words.hpp"
#include "platform/undo/undo.hpp"

namespace lenig::organisation::pages::appointment_new {

namespace {

constexpr int most_places = 2000;

struct NewAppointment {
  UnitId unit;
  std::string function;
  std::string other_function;
  double fte = 0;
  base::Date starts_on;
  std::optional<base::Date> ends_on;
};
BOOST_DESCRIBE_STRUCT(NewAppointment, (), (unit, function, other_function, fte, starts_on, ends_on))

struct Choices {
  Person person;
  std::vector<Place> places;
  std::vector<std::string> functions;
};

std::optional<Choices> choices(Visit& visit) {
  return visit.read([&](db::Reading& reading) -> std::optional<Choices> {
    auto const& board = visit.viewer.board;
    auto const person = find_person(reading, board, visit.id<PersonId>());
    if (!person) return std::nullopt;
    return Choices{*person, places(reading, board, most_places), functions_of(reading, board)};
  });
}

html::FormBuilder form_for(Visit const& visit, Choices const& choices) {
  auto const& tr = visit.tr;
  auto const path = path_of_person(choices.person.id);
  std::vector<html::Option> places{{"", tr("Kies een plaats")}};
  for (auto const& place : choices.places) {
    places.push_back({place.id.text(), place.above_name.empty() ? place.name : place.above_name + " · " + place.name});
  }
  html::FormBuilder form(tr, tr("Aanstelling voor {}", choices.person.name()), path + "/aanstellingen",
                         tr("Toevoegen"));
  form.cancel(path).choice("unit", tr("Waar?"), std::move(places));
  add_appointment_fields(form, tr, choices.functions);
  form.start("starts_on", visit.viewer.today.text());
  return form;
}

Response page_of(Visit& visit, Choices const& choices, html::FormBuilder const& form) {
  return visit.form_page(form.build(), {{choices.person.name(), path_of_person(choices.person.id)}},
                         {access::Matter::person_file});
}

Result<std::string, AppointmentRefusal> appoint_with_way_back(db::Transaction& tx, base::Actor const& actor,
                                                              PersonId const& person, NewAppointment const& typed) {
  AppointmentDraft const draft{typed.unit, function_of(typed.function, typed.other_function), typed.fte,
                               typed.starts_on, typed.ends_on};
  auto const appointed = organisation::appoint(tx, actor, person, draft);
  if (!appointed) return std::unexpected(appointed.error());
  return undo::offer(tx, actor, "organisation.appoint", appointed->text());
}

}  // namespace

Response show(Visit& visit) {
  auto const possible = choices(visit);
  if (!possible) return visit.not_found();
  return page_of(visit, *possible, form_for(visit, *possible));
}

Response appoint(Visit& visit) {
  auto const possible = choices(visit);
  if (!possible) return visit.not_found();
  auto const typed = visit.read_form<NewAppointment>();
  if (!typed) return page_of(visit, *possible, form_for(visit, *possible).filled(typed));
  auto const& person = possible->person.id;
  auto const step =
      visit.write([&](db::Transaction& tx) { return appoint_with_way_back(tx, visit.actor(), person, *typed); });
  if (!step)
    return page_of(visit, *possible,
                   form_for(visit, *possible).filled(typed, objection(step.error(), "ends_on", visit.tr)));
  return visit.see_other(path_of_person(person), visit.tr("De aanstelling is toegevoegd."), *step);
}

}  // namespace lenig::organisation::pages::appointment_new
