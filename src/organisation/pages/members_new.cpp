#include "organisation/pages/pages.hpp"
#include "organisation/pages/words.hpp"
#include "organisation/unit.hpp"
#include "platform/base/collected.hpp"
#include "platform/undo/undo.hpp"

namespace lenig::organisation::pages::members_new {

namespace {

constexpr int most_schools = 500;

struct Joining {
  std::vector<UnitId> units;
};
BOOST_DESCRIBE_STRUCT(Joining, (), (units))

struct Choices {
  Unit network;
  std::vector<UnitSummary> schools;
};

std::optional<Choices> choices(Visit& visit) {
  return visit.read([&](db::Reading& reading) -> std::optional<Choices> {
    auto const network = find_unit(reading, visit.id<UnitId>());
    if (!network || network->kind != UnitKind::network) return std::nullopt;
    return Choices{*network, schools_not_in(reading, visit.viewer.board, network->id, most_schools)};
  });
}

html::FormBuilder form_for(Visit const& visit, Choices const& choices) {
  auto schools = base::collected(choices.schools, [](UnitSummary const& school) {
    return html::Option{school.id.text(), school.town.empty() ? school.name : school.name + " · " + school.town};
  });
  auto const path = path_of(choices.network.id);
  auto const hint = schools.empty() ? visit.tr("Alle scholen van uw bestuur doen al mee.") : "";
  html::FormBuilder form(visit.tr, visit.tr("Scholen toevoegen aan {}", choices.network.name), path + "/leden",
                         visit.tr("Toevoegen"));
  form.cancel(path).many("units", visit.tr("Welke scholen gaan meedoen?"), std::move(schools), hint);
  return form;
}

Response page_of(Visit& visit, Choices const& choices, html::FormBuilder const& form) {
  return visit.form_page(form.build(), {{choices.network.name, path_of(choices.network.id)}}, {access::Matter::unit});
}

/// Joins them all or none; gives the step that undoes it.
Result<std::string, NetworkRefusal> join_all(db::Transaction& tx, base::Actor const& actor, UnitId const& network,
                                             std::vector<UnitId> const& units) {
  auto payload = network.text();
  for (auto const& unit : units) {
    if (auto const joined = join_network(tx, actor, network, unit); !joined) return std::unexpected(joined.error());
    payload += " " + unit.text();
  }
  return undo::offer(tx, actor, "organisation.join_network", payload);
}

}  // namespace

Response show(Visit& visit) {
  auto const chosen = choices(visit);
  if (!chosen) return visit.not_found();
  return page_of(visit, *chosen, form_for(visit, *chosen));
}

Response join(Visit& visit) {
  auto const possible = choices(visit);
  if (!possible) return visit.not_found();
  auto const asked = visit.read_form<Joining>();
  if (!asked) return page_of(visit, *possible, form_for(visit, *possible).filled(asked));
  if (asked->units.empty()) {
    html::Objection const nothing{"units", visit.tr("Kies minstens één school.")};
    return page_of(visit, *possible, form_for(visit, *possible).filled(asked, nothing));
  }
  auto const& network = possible->network.id;
  auto const joined =
      visit.write([&](db::Transaction& tx) { return join_all(tx, visit.actor(), network, asked->units); });
  if (!joined)
    return page_of(visit, *possible, form_for(visit, *possible).filled(asked, objection(joined.error(), visit.tr)));
  auto const count = static_cast<long long>(asked->units.size());
  return visit.see_other(path_of(network), visit.tr.n("{} school doet nu mee.", "{} scholen doen nu mee.", count),
                         *joined);
}

}  // namespace lenig::organisation::pages::members_new
