// Something that a cohort hands on: written, changed, removed, taken up in the template.
#include "programme/lesson.hpp"

#include "programme/pages/pages.hpp"
#include "programme/pages/words.hpp"

namespace lenig::programme::pages {

namespace {

/// A cohort with the steps that it goes through.
struct Around {
  Cohort cohort;
  Programme programme;
  std::vector<Step> steps;
  std::optional<Lesson> lesson;
};

Around around(db::Reading& reading, CohortId const& id) {
  Around found{.cohort = find_cohort(reading, id).value()};
  found.programme = find_programme(reading, found.cohort.programme).value();
  found.steps = steps_of(reading, found.programme, found.cohort.version);
  return found;
}

Around cohort_asked_for(Visit& visit) {
  return visit.read([&](db::Reading& reading) { return around(reading, visit.id<CohortId>()); });
}

Around lesson_asked_for(Visit& visit) {
  return visit.read([&](db::Reading& reading) {
    auto const lesson = find_lesson(reading, visit.id<LessonId>()).value();
    auto found = around(reading, lesson.cohort);
    found.lesson = lesson;
    return found;
  });
}

html::FormBuilder form_of(Visit const& visit, Around const& around, std::string const& heading,
                          std::string const& action) {
  auto const& tr = visit.tr;
  std::vector<html::Option> kinds;
  base::each_enumerator<LessonKind>(
      [&](LessonKind kind) { kinds.push_back({std::string(base::name_of(kind)), words_for(kind, tr)}); });
  std::vector<html::Option> steps;
  for (auto const& step : around.steps)
    steps.push_back({std::to_string(step.position), tr("Stap {}", step.position) + ": " + step.title});
  html::FormBuilder form(tr, heading, action, tr("Bewaar"));
  form.options("kind", tr("Wat geeft u door"), kinds)
      .area("lesson", tr("Wat"), tr("Zo dat de volgende groep er morgen iets mee kan."))
      .optional_area("reason", tr("Waarom"), tr("Wat gebeurde er bij u? Bij anders doen en ophouden is dit nodig."))
      .optional_choice("step", tr("Bij welke stap"), steps)
      .cancel(path_of(around.cohort.id));
  return form;
}

html::FormBuilder new_form(Visit const& visit, Around const& around) {
  return form_of(visit, around, visit.tr("{}: iets doorgeven", around.cohort.name),
                 path_of(around.cohort.id) + "/lessen");
}

html::FormBuilder change_form(Visit const& visit, Around const& around) {
  auto form = form_of(visit, around, visit.tr("Wat {} doorgeeft", around.cohort.name), visit.request.path);
  auto const& now = *around.lesson;
  form.start(LessonDraft{now.kind, now.step, now.lesson, now.reason});
  return form;
}

Response page(Visit& visit, Around const& around, html::FormBuilder const& form) {
  auto crumbs = crumbs_to(around.programme, visit.tr);
  crumbs.push_back({around.cohort.name, path_of(around.cohort.id)});
  return visit.form_page(form.build(), std::move(crumbs), {access::Matter::lesson});
}

}  // namespace

Response show_lesson_new(Visit& visit) {
  auto const around = cohort_asked_for(visit);
  auto form = new_form(visit, around);
  return page(visit, around, form.start("kind", "keep"));
}

Response post_lesson(Visit& visit) {
  auto const around = cohort_asked_for(visit);
  auto const filled = visit.read_form<LessonDraft>();
  auto form = new_form(visit, around);
  if (!filled) return page(visit, around, form.filled(filled));
  auto const written =
      visit.write([&](db::Transaction& tx) { return write_lesson(tx, visit.actor(), around.cohort.id, *filled); });
  if (!written) return page(visit, around, form.filled(filled, objection_to(written.error(), visit.tr)));
  return visit.see_other(path_of(around.cohort.id), visit.tr("Het staat erbij."));
}

Response show_lesson_change(Visit& visit) {
  auto const around = lesson_asked_for(visit);
  return page(visit, around, change_form(visit, around));
}

Response post_lesson_change(Visit& visit) {
  auto const around = lesson_asked_for(visit);
  auto const filled = visit.read_form<LessonDraft>();
  auto form = change_form(visit, around);
  if (!filled || form.is_stale(visit.form)) return page(visit, around, form.filled(filled));
  auto const changed =
      visit.write([&](db::Transaction& tx) { return change_lesson(tx, visit.actor(), around.lesson->id, *filled); });
  if (!changed) return page(visit, around, form.filled(filled, objection_to(changed.error(), visit.tr)));
  return visit.see_other(path_of(around.cohort.id), visit.tr("Bewaard."));
}

Response post_lesson_remove(Visit& visit) {
  auto const around = lesson_asked_for(visit);
  auto const removed =
      visit.write([&](db::Transaction& tx) { return remove_lesson(tx, visit.actor(), around.lesson->id); });
  if (!removed) return visit.see_other(path_of(around.cohort.id), objection_to(removed.error(), visit.tr).message);
  return visit.see_other(path_of(around.cohort.id), visit.tr("Het is verwijderd."), *removed);
}

Response post_lesson_take_up(Visit& visit) {
  auto const around = lesson_asked_for(visit);
  auto const version = visit.write([&](db::Transaction& tx) { return take_up(tx, visit.actor(), around.lesson->id); });
  if (!version) return visit.see_other(path_of(around.cohort.id), objection_to(version.error(), visit.tr).message);
  return visit.see_other(
      path_of(around.programme.id) + "/opzet",
      visit.tr("De reden staat bij de stap in het concept van versie {}. Pas de stap nu aan.", *version));
}

}  // namespace lenig::programme::pages
