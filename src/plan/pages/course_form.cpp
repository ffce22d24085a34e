// What stands at the top of the thread is written: a course, core values, themes, and what a place does not do.
#include "plan/course.hpp"

#include "plan/pages/pages.hpp"
#include "plan/pages/words.hpp"

namespace lenig::plan::pages {

namespace {

using access::Matter;

Response form_page(Visit& visit, html::FormBuilder const& form, std::vector<html::Link> crumbs) {
  return visit.form_page(form.build(), std::move(crumbs), {Matter::course});
}

std::vector<html::Link> crumbs_to(Visit& visit, UnitId const& unit) {
  return course_crumb(unit,
                      visit.read([&](db::Reading& reading) { return name_of(unit_names(reading, {unit}), unit); }));
}

html::FormBuilder course_form(Visit& visit, UnitId const& unit) {
  auto const& tr = visit.tr;
  html::FormBuilder form(tr, tr("Koers en kernwaarden"), path_of_course(unit) + "/wijzigen", tr("Bewaar"));
  form.area("course", tr("Waar gaan wij heen?"), tr("In gewone woorden: wat voor school wilt u zijn, en voor wie?"))
      .optional_area("core_values", tr("Kernwaarden"), tr("Eén per regel."))
      .cancel(path_of_course(unit));
  return form.start(visit.read([&](db::Reading& reading) { return course_of(reading, unit); }));
}

html::FormBuilder theme_form(i18n::Words const& tr, std::string const& heading, std::string const& action,
                             std::string const& back) {
  html::FormBuilder form(tr, heading, action, tr("Bewaar"));
  form.text("name", tr("Naam"), tr("Bijvoorbeeld: gepersonaliseerd leren."))
      .optional_area("explanation", tr("Toelichting"))
      .cancel(back);
  return form;
}

Theme theme_asked_for(Visit& visit) {
  return visit.read([&](db::Reading& reading) { return find_theme(reading, visit.id<ThemeId>()).value(); });
}

std::string path_in_thread(Theme const& theme) { return path_of_course(theme.unit) + "?bij=" + theme.id.text(); }

html::FormBuilder not_doing_form(i18n::Words const& tr, UnitId const& unit) {
  html::FormBuilder form(tr, tr("Wat wij bewust niet doen"), path_of_course(unit) + "/niet/nieuw", tr("Bewaar"));
  form.text("what", tr("Wat doet u niet?")).area("reason", tr("Waarom niet?")).cancel(path_of_course(unit));
  return form;
}

}  // namespace

Response show_course_change(Visit& visit) {
  auto const unit = visit.id<UnitId>();
  return form_page(visit, course_form(visit, unit), crumbs_to(visit, unit));
}

Response post_course(Visit& visit) {
  auto const unit = visit.id<UnitId>();
  auto const filled = visit.read_form<Course>();
  auto form = course_form(visit, unit);
  if (!filled || form.is_stale(visit.form)) return form_page(visit, form.filled(filled), crumbs_to(visit, unit));
  auto const set = visit.write([&](db::Transaction& tx) { return set_course(tx, visit.actor(), unit, *filled); });
  if (!set) return form_page(visit, form.filled(filled, objection_to(set.error(), visit.tr)), crumbs_to(visit, unit));
  return visit.see_other(path_of_course(unit), visit.tr("Bewaard."));
}

Response show_theme_new(Visit& visit) {
  auto const unit = visit.id<UnitId>();
  auto const path = path_of_course(unit);
  return form_page(visit, theme_form(visit.tr, visit.tr("Thema toevoegen"), path + "/themas/nieuw", path),
                   crumbs_to(visit, unit));
}

Response post_theme(Visit& visit) {
  auto const unit = visit.id<UnitId>();
  auto const path = path_of_course(unit);
  auto const filled = visit.read_form<ThemeDraft>();
  auto form = theme_form(visit.tr, visit.tr("Thema toevoegen"), path + "/themas/nieuw", path);
  if (!filled) return form_page(visit, form.filled(filled), crumbs_to(visit, unit));
  auto const added = visit.write([&](db::Transaction& tx) { return add_theme(tx, visit.actor(), unit, *filled); });
  if (!added)
    return form_page(visit, form.filled(filled, objection_to(added.error(), visit.tr)), crumbs_to(visit, unit));
  return visit.see_other(path, visit.tr("Het thema staat erbij."));
}

Response show_theme(Visit& visit) { return visit.see_other(path_in_thread(theme_asked_for(visit))); }

Response show_theme_change(Visit& visit) {
  auto const theme = theme_asked_for(visit);
  auto form = theme_form(visit.tr, visit.tr("Thema"), path_of(theme.id) + "/wijzigen", path_in_thread(theme));
  return form_page(visit, form.start(ThemeDraft{theme.name, theme.explanation}), crumbs_to(visit, theme.unit));
}

Response post_theme_change(Visit& visit) {
  auto const theme = theme_asked_for(visit);
  auto const filled = visit.read_form<ThemeDraft>();
  auto form = theme_form(visit.tr, visit.tr("Thema"), path_of(theme.id) + "/wijzigen", path_in_thread(theme));
  form.start(ThemeDraft{theme.name, theme.explanation});
  if (!filled || form.is_stale(visit.form)) return form_page(visit, form.filled(filled), crumbs_to(visit, theme.unit));
  auto const changed =
      visit.write([&](db::Transaction& tx) { return change_theme(tx, visit.actor(), theme.id, *filled); });
  if (!changed)
    return form_page(visit, form.filled(filled, objection_to(changed.error(), visit.tr)), crumbs_to(visit, theme.unit));
  return visit.see_other(path_in_thread(theme), visit.tr("Bewaard."));
}

Response post_theme_end(Visit& visit) {
  auto const theme = theme_asked_for(visit);
  auto const ended = visit.write([&](db::Transaction& tx) { return end_theme(tx, visit.actor(), theme.id); });
  auto const path = path_of_course(theme.unit);
  if (!ended) return visit.see_other(path, objection_to(ended.error(), visit.tr).message);
  return visit.see_other(path, visit.tr("Het thema is beëindigd. De doelen blijven staan."), *ended);
}

Response show_not_doing_new(Visit& visit) {
  auto const unit = visit.id<UnitId>();
  return form_page(visit, not_doing_form(visit.tr, unit), crumbs_to(visit, unit));
}

Response post_not_doing(Visit& visit) {
  auto const unit = visit.id<UnitId>();
  auto const filled = visit.read_form<NotDoingDraft>();
  auto form = not_doing_form(visit.tr, unit);
  if (!filled) return form_page(visit, form.filled(filled), crumbs_to(visit, unit));
  auto const left = visit.write([&](db::Transaction& tx) { return leave_undone(tx, visit.actor(), unit, *filled); });
  if (!left) return form_page(visit, form.filled(filled, objection_to(left.error(), visit.tr)), crumbs_to(visit, unit));
  return visit.see_other(path_of_course(unit), visit.tr("Het staat erbij, met de reden."));
}

Response post_not_doing_remove(Visit& visit) {
  auto const id = visit.params.find("id")->second;
  auto const one = visit.read([&](db::Reading& reading) { return find_not_doing(reading, id).value(); });
  auto const removed = visit.write([&](db::Transaction& tx) { return remove_not_doing(tx, visit.actor(), id); });
  if (!removed) return visit.see_other(path_of_course(one.unit), objection_to(removed.error(), visit.tr).message);
  return visit.see_other(path_of_course(one.unit), visit.tr("Het is verwijderd."), *removed);
}

}  // namespace lenig::plan::pages
