#include <charconv>

#include "programme/pages/pages.hpp"
#include "programme/pages/words.hpp"

namespace lenig::programme::pages {

namespace {

std::string back_of(Visit const& visit) { return path_of(visit.id<ProgrammeId>()) + "/opzet"; }

int position_of(Visit const& visit) {
  auto const& text = visit.params.find("position")->second;
  int position = 0;
  std::from_chars(text.data(), text.data() + text.size(), position);
  return position;
}

html::FormBuilder form_of(Visit const& visit, std::string const& heading, std::string const& action) {
  auto const& tr = visit.tr;
  html::FormBuilder form(tr, heading, action, tr("Bewaar stap"));
  form.text("title", tr("Naam van de stap"))
      .optional_area("aim", tr("Doel"), tr("Wat is er anders als deze stap gedaan is?"))
      .optional_area("questions", tr("Vragen"), tr("Eén per regel. Zij worden de agenda van de bijeenkomst."))
      .optional_area("materials", tr("Materiaal"), tr("Eén per regel."))
      .number("minutes", tr("Gebruikelijke duur in minuten"))
      .optional_area("reason", tr("Waarom anders dan in de vorige versie"),
                     tr("Wat een eerdere groep leerde. Het staat bij de stap, zodat ieder ziet waarom."))
      .cancel(back_of(visit));
  return form;
}

std::vector<html::Link> crumbs(Visit& visit) {
  auto const programme =
      visit.read([&](db::Reading& reading) { return find_programme(reading, visit.id<ProgrammeId>()); });
  return crumbs_to(*programme, visit.tr);
}

/// A step's own buttons lead back to the set-up, also when they found nothing to do.
Response back(Visit& visit, std::string const& done, std::string const& undo = {}) {
  return visit.see_other(back_of(visit), done, undo);
}

/// The step that the path names, in the version that is being made.
std::optional<Step> step_of_draft(Visit& visit) {
  auto const steps = visit.read([&](db::Reading& reading) {
    auto const programme = find_programme(reading, visit.id<ProgrammeId>());
    return programme->draft ? steps_of(reading, *programme, *programme->draft) : std::vector<Step>();
  });
  int const position = position_of(visit);
  if (position < 1 || position > static_cast<int>(steps.size())) return std::nullopt;
  return steps[static_cast<std::size_t>(position) - 1];
}

html::FormBuilder change_form(Visit const& visit, Step const& step) {
  auto form = form_of(visit, visit.tr("Stap {} wijzigen", step.position), visit.request.path);
  form.start(StepDraft{step.title, step.aim, step.questions, step.materials, step.minutes, step.reason});
  return form;
}

/// The button names the step that its sender saw there; when another stands there by now, nothing is done.
bool is_another(Visit& visit) {
  auto const seen = visit.form.value("title");
  if (!seen) return false;
  auto const step = step_of_draft(visit);
  return !step || step->title != *seen;
}

Response moved_meanwhile(Visit& visit) {
  return back(visit, visit.tr("Iemand anders heeft de stappen intussen gewijzigd. Hier staan ze zoals ze nu zijn."));
}

}  // namespace

Response show_step_new(Visit& visit) {
  auto form = form_of(visit, visit.tr("Stap toevoegen"), path_of(visit.id<ProgrammeId>()) + "/stappen");
  form.start("minutes", "120");
  return visit.form_page(form.build(), crumbs(visit));
}

Response post_step(Visit& visit) {
  auto const filled = visit.read_form<StepDraft>();
  auto form = form_of(visit, visit.tr("Stap toevoegen"), visit.request.path);
  if (!filled) return visit.form_page(form.filled(filled).build(), crumbs(visit));
  auto const added =
      visit.write([&](db::Transaction& tx) { return add_step(tx, visit.actor(), visit.id<ProgrammeId>(), *filled); });
  if (!added) return visit.form_page(form.filled(filled, objection_to(added.error(), visit.tr)).build(), crumbs(visit));
  return back(visit, visit.tr("Stap {} is toegevoegd.", *added));
}

Response show_step_change(Visit& visit) {
  auto const step = step_of_draft(visit);
  if (!step) return visit.not_found();
  return visit.form_page(change_form(visit, *step).build(), crumbs(visit));
}

Response post_step_change(Visit& visit) {
  auto const step = step_of_draft(visit);
  if (!step) return visit.not_found();
  auto const filled = visit.read_form<StepDraft>();
  auto form = change_form(visit, *step);
  if (!filled || form.is_stale(visit.form)) return visit.form_page(form.filled(filled).build(), crumbs(visit));
  auto const changed = visit.write([&](db::Transaction& tx) {
    return change_step(tx, visit.actor(), visit.id<ProgrammeId>(), step->position, *filled);
  });
  if (!changed)
    return visit.form_page(form.filled(filled, objection_to(changed.error(), visit.tr)).build(), crumbs(visit));
  return back(visit, visit.tr("Stap {} is gewijzigd.", step->position));
}

Response post_step_raise(Visit& visit) {
  if (is_another(visit)) return moved_meanwhile(visit);
  int const position = position_of(visit);
  auto const raised = visit.write(
      [&](db::Transaction& tx) { return raise_step(tx, visit.actor(), visit.id<ProgrammeId>(), position); });
  return back(visit, raised ? visit.tr("Stap {} staat nu op plaats {}.", position, *raised)
                            : objection_to(raised.error(), visit.tr).message);
}

Response post_step_remove(Visit& visit) {
  if (is_another(visit)) return moved_meanwhile(visit);
  int const position = position_of(visit);
  auto const removed = visit.write(
      [&](db::Transaction& tx) { return remove_step(tx, visit.actor(), visit.id<ProgrammeId>(), position); });
  if (!removed) return back(visit, objection_to(removed.error(), visit.tr).message);
  return back(visit, visit.tr("Stap {} is weg.", position), *removed);
}

}  // namespace lenig::programme::pages
