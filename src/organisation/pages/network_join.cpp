#include "organisation/pages/pages.hpp"
#include "organisation/pages/words.hpp"
#include "organisation/unit.hpp"
#include "platform/undo/undo.hpp"

namespace lenig::organisation::pages::network_join {

namespace {

struct CodeDraft {
  std::string code;
};
BOOST_DESCRIBE_STRUCT(CodeDraft, (), (code))

std::optional<Unit> unit_of(Visit& visit) {
  return visit.read([&](db::Reading& reading) { return find_unit(reading, visit.id<UnitId>()); });
}

html::FormBuilder form_for(Visit const& visit, Unit const& unit) {
  auto const& tr = visit.tr;
  html::FormBuilder form(tr, tr("{} aansluiten bij een netwerk", unit.name), path_of(unit.id) + "/netwerken",
                         tr("Sluit aan"));
  form.intro(tr("Een netwerk van een ander bestuur geeft u een code. Wie in dat netwerk werkt ziet daarna de naam van "
                "deze eenheid en wie er werkt, met hun functie."))
      .text("code", tr("Code van het netwerk"))
      .cancel(path_of(unit.id));
  return form;
}

Response page_of(Visit& visit, Unit const& unit, html::FormBuilder const& form) {
  return visit.form_page(form.build(), {{unit.name, path_of(unit.id)}}, {access::Matter::unit});
}

Result<std::string, NetworkRefusal> join_with_way_back(db::Transaction& tx, base::Actor const& actor,
                                                       UnitId const& unit, std::string const& code) {
  auto const network = join_by_code(tx, actor, unit, code);
  if (!network) return std::unexpected(network.error());
  return undo::offer(tx, actor, "organisation.join_network", network->text() + " " + unit.text());
}

}  // namespace

Response show(Visit& visit) {
  auto const unit = unit_of(visit);
  return page_of(visit, *unit, form_for(visit, *unit));
}

Response join(Visit& visit) {
  auto const unit = unit_of(visit);
  auto const filled = visit.read_form<CodeDraft>();
  if (!filled) return page_of(visit, *unit, form_for(visit, *unit).filled(filled));
  auto const joined =
      visit.write([&](db::Transaction& tx) { return join_with_way_back(tx, visit.actor(), unit->id, filled->code); });
  if (!joined) return page_of(visit, *unit, form_for(visit, *unit).filled(filled, objection(joined.error(), visit.tr)));
  return visit.see_other(path_of(unit->id), visit.tr("{} hoort nu bij het netwerk.", unit->name), *joined);
}

Response offer(Visit& visit) {
  auto const id = visit.id<UnitId>();
  auto const code = visit.write([&](db::Transaction& tx) { return offer_place(tx, visit.actor(), id); });
  if (!code) return visit.not_found();
  return visit.notice(200, {.heading = visit.tr("Een code voor een ander bestuur"),
                            .text = visit.tr("Geef deze code aan HR van het andere bestuur: {} Hij werkt één keer, "
                                             "twee weken lang, en staat hierna nergens meer.",
                                             *code),
                            .path = path_of(id),
                            .action = visit.tr("Terug naar het netwerk")});
}

}  // namespace lenig::organisation::pages::network_join
