#include "platform/base/text.hpp"
#include "programme/pages/pages.hpp"
#include "programme/pages/words.hpp"

namespace lenig::programme::pages {

namespace {

html::FormBuilder form_of(Visit& visit, Programme const& programme) {
  auto const& tr = visit.tr;
  html::FormBuilder form(tr, tr("Programma wijzigen"), path_of(programme.id) + "/wijzigen", tr("Bewaar"));
  form.text("name", tr("Naam")).area("purpose", tr("Waar het voor is")).cancel(path_of(programme.id) + "/opzet");
  return form;
}

}  // namespace

Response show_programme_change(Visit& visit) {
  auto const programme =
      visit.read([&](db::Reading& reading) { return find_programme(reading, visit.id<ProgrammeId>()); });
  auto form = form_of(visit, *programme);
  form.start("name", programme->name).start("purpose", programme->purpose);
  return visit.form_page(form.build(), crumbs_to(*programme, visit.tr));
}

Response post_programme_change(Visit& visit) {
  auto const programme =
      visit.read([&](db::Reading& reading) { return find_programme(reading, visit.id<ProgrammeId>()); });
  ProgrammeDraft const draft{.host = programme->host,
                             .name = base::cleaned(visit.form.value("name").value_or("")).value_or(""),
                             .purpose = base::cleaned(visit.form.value("purpose").value_or("")).value_or(""),
                             .audience = programme->audience};
  auto const changed =
      visit.write([&](db::Transaction& tx) { return describe_programme(tx, visit.actor(), programme->id, draft); });
  if (!changed) {
    auto objection = objection_to(changed.error(), visit.tr);
    if (objection.field == "title") objection.field = "name";
    return visit.form_page(form_of(visit, *programme).filled(visit.form, objection).build(),
                           crumbs_to(*programme, visit.tr));
  }
  return visit.see_other(path_of(programme->id) + "/opzet", visit.tr("Bewaard."));
}

}  // namespace lenig::programme::pages
