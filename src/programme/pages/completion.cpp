#include "programme/pages/pages.hpp"
#include "programme/pages/unit_way.hpp"
#include "programme/pages/words.hpp"

namespace lenig::programme::pages {

namespace {

struct Around : UnitWay {
  int undone = 0;  // steps
};

Around around_of(Visit& visit) {
  return visit.read([&](db::Reading& reading) {
    Around found{unit_way(reading, visit.id<ParticipationId>()), 0};
    found.undone = steps_undone(reading, found.way);
    return found;
  });
}

html::FormBuilder form_of(Visit const& visit, Around const& around) {
  auto const& tr = visit.tr;
  html::FormBuilder form(tr, tr("{}: afronden", around.unit_name), visit.request.path, tr("Afronden"));
  form.intro(tr("Wat staat er volgend jaar in de agenda, zodat het geleerde blijft? Bijvoorbeeld een bijeenkomst van "
                "de popgroepen, of een terugblik in het team."))
      .date("on_day", tr("Afgerond op"))
      .optional_text("first_what", tr("Eerste vervolg"))
      .optional_date("first_day", tr("Op welke dag"))
      .optional_text("second_what", tr("Tweede vervolg"))
      .optional_date("second_day", tr("Op welke dag"))
      .optional_text("third_what", tr("Derde vervolg"))
      .optional_date("third_day", tr("Op welke dag"))
      .flag("without", tr("Er komt bewust geen vervolg"));
  if (around.undone > 0)
    form.flag("steps_undone", tr.n("Eén stap is niet gedaan en blijft dat: zo is het besproken",
                                   "{} stappen zijn niet gedaan en blijven dat: zo is het besproken", around.undone));
  form.cancel(around.path());
  return form;
}

}  // namespace

Response show_completion(Visit& visit) {
  auto const around = around_of(visit);
  if (!can_take(around.way.status, Turn::completed)) return visit.see_other(around.path());
  auto form = form_of(visit, around);
  form.start("on_day", visit.viewer.today.text());
  return visit.form_page(form.build(), around.crumbs(visit.tr), {access::Matter::participation});
}

Response post_completion(Visit& visit) {
  auto const around = around_of(visit);
  auto const filled = visit.read_form<CompletionDraft>();
  auto form = form_of(visit, around);
  if (!filled) return visit.form_page(form.filled(filled).build(), around.crumbs(visit.tr));
  auto const completed =
      visit.write([&](db::Transaction& tx) { return complete(tx, visit.actor(), around.way.id, *filled); });
  if (!completed)
    return visit.form_page(form.filled(filled, objection_to(completed.error(), visit.tr)).build(),
                           around.crumbs(visit.tr));
  return visit.see_other(around.path(), visit.tr("{} heeft het programma afgerond.", around.unit_name), *completed);
}

}  // namespace lenig::programme::pages
