#include "organisation/pages/pages.hpp"
#include "organisation/pages/words.hpp"
#include "organisation/unit.hpp"

namespace lenig::organisation::pages::unit_change {

namespace {

struct NameAndTown {
  std::string name;
  std::string town;
};
BOOST_DESCRIBE_STRUCT(NameAndTown, (), (name, town))

html::FormBuilder form_for(Visit const& visit, Unit const& unit) {
  html::FormBuilder form(visit.tr, visit.tr("{} wijzigen", unit.name), path_of(unit.id), visit.tr("Bewaar"));
  form.cancel(path_of(unit.id))
      .text("name", visit.tr("Naam"))
      .optional_text("town", visit.tr("Plaats"))
      .start(NameAndTown{unit.name, unit.town});
  return form;
}

Response page_of(Visit& visit, Unit const& unit, html::FormBuilder const& form) {
  return visit.form_page(form.build(), {{unit.name, path_of(unit.id)}}, {access::Matter::unit});
}

std::optional<Unit> place(Visit& visit) {
  return visit.read([&](db::Reading& reading) { return find_unit(reading, visit.id<UnitId>()); });
}

}  // namespace

Response show(Visit& visit) {
  auto const unit = place(visit);
  if (!unit) return visit.not_found();
  return page_of(visit, *unit, form_for(visit, *unit));
}

Response change(Visit& visit) {
  auto const unit = place(visit);
  if (!unit) return visit.not_found();
  auto const typed = visit.read_form<NameAndTown>();
  auto form = form_for(visit, *unit);
  if (!typed || form.is_stale(visit.form)) return page_of(visit, *unit, form.filled(typed));
  UnitDraft const draft{unit->kind, typed->name, typed->town};
  auto const changed =
      visit.write([&](db::Transaction& tx) { return change_unit(tx, visit.actor(), unit->id, draft); });
  if (!changed) return page_of(visit, *unit, form.filled(typed, objection(changed.error(), visit.tr)));
  return visit.see_other(path_of(unit->id), visit.tr("Bewaard."));
}

}  // namespace lenig::organisation::pages::unit_change
