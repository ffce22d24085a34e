#include "programme/pages/pages.hpp"
#include "programme/pages/words.hpp"

namespace lenig::programme::pages {

namespace {

/// What of a programme can be put differently while it runs.
struct Description {
  std::string name;
  std::string purpose;
};
BOOST_DESCRIBE_STRUCT(Description, (), (name, purpose))

Programme programme_of(Visit& visit) {
  return visit.read([&](db::Reading& reading) { return find_programme(reading, visit.id<ProgrammeId>()).value(); });
}

html::FormBuilder form_of(i18n::Words const& tr, Programme const& programme) {
  html::FormBuilder form(tr, tr("Programma wijzigen"), path_of(programme.id) + "/wijzigen", tr("Bewaar"));
  form.text("name", tr("Naam"))
      .optional_area("purpose", tr("Waar het voor is"))
      .cancel(path_of(programme.id) + "/opzet")
      .start(Description{programme.name, programme.purpose});
  return form;
}

html::Objection placed(html::Objection objection) {
  if (objection.field == "title") objection.field = "name";
  return objection;
}

}  // namespace

Response show_programme_change(Visit& visit) {
  auto const programme = programme_of(visit);
  return visit.form_page(form_of(visit.tr, programme).build(), crumbs_to(programme, visit.tr));
}

Response post_programme_change(Visit& visit) {
  auto const programme = programme_of(visit);
  auto const crumbs = crumbs_to(programme, visit.tr);
  auto const filled = visit.read_form<Description>();
  auto form = form_of(visit.tr, programme);
  if (!filled || form.is_stale(visit.form)) return visit.form_page(form.filled(filled).build(), crumbs);
  ProgrammeDraft const draft{programme.host, filled->name, filled->purpose, programme.audience};
  auto const changed =
      visit.write([&](db::Transaction& tx) { return describe_programme(tx, visit.actor(), programme.id, draft); });
  if (!changed)
    return visit.form_page(form.filled(filled, placed(objection_to(changed.error(), visit.tr))).build(), crumbs);
  return visit.see_other(path_of(programme.id) + "/opzet", visit.tr("Bewaard."));
}

}  // namespace lenig::programme::pages
