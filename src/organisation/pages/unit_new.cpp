#include "organisation/pages/pages.hpp"
#include "organisation/pages/words.hpp"
#include "organisation/unit.hpp"
#include "platform/undo/undo.hpp"

namespace lenig::organisation::pages::unit_new {

namespace {

std::vector<UnitKind> kinds_below(UnitKind above) {
  switch (above) {
    case UnitKind::board: return {UnitKind::school, UnitKind::team, UnitKind::network};
    case UnitKind::school:
    case UnitKind::team:
    case UnitKind::network: return {UnitKind::team};
  }
  return {};
}

html::FormBuilder form_for(Visit const& visit, Unit const& above) {
  std::vector<html::Option> kinds;
  for (auto const kind : kinds_below(above.kind))
    kinds.push_back({std::string(base::name_of(kind)), name_of(kind, visit.tr)});
  auto const first = kinds.front().value;
  html::FormBuilder form(visit.tr, visit.tr("Toevoegen bij {}", above.name), path_of(above.id) + "/eenheden",
                         visit.tr("Toevoegen"));
  form.cancel(path_of(above.id))
      .options("kind", visit.tr("Wat is het?"), std::move(kinds))
      .text("name", visit.tr("Naam"))
      .optional_text("town", visit.tr("Plaats"))
      .start("kind", first);
  return form;
}

Response page_of(Visit& visit, Unit const& above, html::FormBuilder const& form) {
  return visit.form_page(form.build(), {{above.name, path_of(above.id)}}, {access::Matter::unit});
}

std::optional<Unit> place(Visit& visit) {
  return visit.read([&](db::Reading& reading) { return find_unit(reading, visit.id<UnitId>()); });
}

struct Added {
  UnitId unit;
  std::string undo;
};

Result<Added, UnitRefusal> add_with_way_back(db::Transaction& tx, base::Actor const& actor, UnitId const& above,
                                             UnitDraft const& draft) {
  auto const added = add_unit(tx, actor, above, draft);
  if (!added) return std::unexpected(added.error());
  return Added{*added, undo::offer(tx, actor, "organisation.add_unit", added->text())};
}

}  // namespace

Response show(Visit& visit) {
  auto const above = place(visit);
  if (!above) return visit.not_found();
  return page_of(visit, *above, form_for(visit, *above));
}

Response add(Visit& visit) {
  auto const above = place(visit);
  if (!above) return visit.not_found();
  auto const draft = visit.read_form<UnitDraft>();
  if (!draft) return page_of(visit, *above, form_for(visit, *above).filled(draft));
  auto const added =
      visit.write([&](db::Transaction& tx) { return add_with_way_back(tx, visit.actor(), above->id, *draft); });
  if (!added) return page_of(visit, *above, form_for(visit, *above).filled(draft, objection(added.error(), visit.tr)));
  return visit.see_other(path_of(added->unit), visit.tr("{} staat erin. Voeg nu de mensen toe.", draft->name),
                         added->undo);
}

}  // namespace lenig::organisation::pages::unit_new
