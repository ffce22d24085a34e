#include "programme/cohort.hpp"

#include "programme/pages/pages.hpp"
#include "programme/pages/words.hpp"

namespace lenig::programme::pages {

namespace {

html::FormBuilder form_of(i18n::Words const& tr, std::string const& heading, std::string const& action,
                          std::string const& back) {
  html::FormBuilder form(tr, heading, action, tr("Bewaar"));
  form.text("name", tr("Naam"), tr("Bijvoorbeeld Pilots of Tranche 1."))
      .number("school_year", tr("Schooljaar"), tr("Het jaar waarin het schooljaar begint: 2004 is 2004-2005."))
      .number("most", tr("Maximum"), tr("Hoeveel er hoogstens mee kunnen doen. Leeg: geen maximum."))
      .flag("second_year", tr("Er volgt een tweede jaar met beperktere begeleiding"))
      .cancel(back);
  return form;
}

html::FormBuilder new_form(Visit const& visit) {
  auto const path = path_of(visit.id<ProgrammeId>());
  return form_of(visit.tr, visit.tr("Groep toevoegen"), path + "/groepen", path);
}

html::FormBuilder change_form(Visit const& visit, Cohort const& cohort) {
  auto form = form_of(visit.tr, visit.tr("{} wijzigen", cohort.name), visit.request.path, path_of(cohort.programme));
  form.start(CohortDraft{cohort.name, cohort.school_year, cohort.most, cohort.second_year});
  return form;
}

std::vector<html::Link> crumbs(Visit& visit, ProgrammeId const& id) {
  auto const programme = visit.read([&](db::Reading& reading) { return find_programme(reading, id); });
  return crumbs_to(*programme, visit.tr);
}

}  // namespace

Response show_cohort_new(Visit& visit) {
  auto form = new_form(visit);
  form.start("school_year", std::to_string(school_year_of(visit.viewer.today) + 1)).start("second_year", "1");
  return visit.form_page(form.build(), crumbs(visit, visit.id<ProgrammeId>()));
}

Response post_cohort(Visit& visit) {
  auto const id = visit.id<ProgrammeId>();
  auto const filled = visit.read_form<CohortDraft>();
  if (!filled) return visit.form_page(new_form(visit).filled(filled).build(), crumbs(visit, id));
  auto const added = visit.write([&](db::Transaction& tx) { return add_cohort(tx, visit.actor(), id, *filled); });
  if (!added)
    return visit.form_page(new_form(visit).filled(filled, objection_to(added.error(), visit.tr)).build(),
                           crumbs(visit, id));
  return visit.see_other(path_of(id), visit.tr("{} is toegevoegd. Nodig nu uit wie mee kan doen.", filled->name));
}

Response show_cohort_change(Visit& visit) {
  auto const cohort = visit.read([&](db::Reading& reading) { return find_cohort(reading, visit.id<CohortId>()); });
  return visit.form_page(change_form(visit, *cohort).build(), crumbs(visit, cohort->programme));
}

Response post_cohort_change(Visit& visit) {
  auto const cohort = visit.read([&](db::Reading& reading) { return find_cohort(reading, visit.id<CohortId>()); });
  auto const filled = visit.read_form<CohortDraft>();
  auto form = change_form(visit, *cohort);
  if (!filled || form.is_stale(visit.form))
    return visit.form_page(form.filled(filled).build(), crumbs(visit, cohort->programme));
  auto const changed =
      visit.write([&](db::Transaction& tx) { return change_cohort(tx, visit.actor(), cohort->id, *filled); });
  if (!changed)
    return visit.form_page(form.filled(filled, objection_to(changed.error(), visit.tr)).build(),
                           crumbs(visit, cohort->programme));
  return visit.see_other(path_of(cohort->programme), visit.tr("Bewaard."));
}

}  // namespace lenig::programme::pages
