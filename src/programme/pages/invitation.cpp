#include <algorithm>
#include <set>

#include "platform/base/collected.hpp"
#include "platform/base/text.hpp"
#include "platform/undo/undo.hpp"
#include "programme/cohort.hpp"
#include "programme/pages/pages.hpp"
#include "programme/pages/words.hpp"

namespace lenig::programme::pages {

namespace {

struct Around {
  Cohort cohort;
  Programme programme;
  std::vector<html::Option> free;  // who can still be invited
};

Around around_of(Visit& visit) {
  return visit.read([&](db::Reading& reading) {
    Around found{.cohort = *find_cohort(reading, visit.id<CohortId>())};
    found.programme = *find_programme(reading, found.cohort.programme);
    std::set<std::string> taking_part;
    for (auto const& way : participations_of(reading, found.programme)) {
      if (way.status != Status::withdrawn) taking_part.insert(way.person.empty() ? way.unit.text() : way.person.text());
    }
    auto const reach = organisation::units_within(reading, found.programme.host);
    if (found.programme.audience == Audience::units) {
      for (auto const& unit : reach) {
        if (!taking_part.contains(unit.id.text())) found.free.push_back({unit.id.text(), unit.name});
      }
      return found;
    }
    auto const units = base::collected(reach, &organisation::UnitSummary::id);
    for (auto const& person : organisation::staff_of(reading, units, visit.viewer.today)) {
      if (taking_part.insert(person.id.text()).second)
        found.free.push_back({person.id.text(), person.name() + ", " + person.function});
    }
    return found;
  });
}

html::FormBuilder form_of(Visit const& visit, Around const& around) {
  auto const& tr = visit.tr;
  bool const of_people = around.programme.audience == Audience::people;
  html::FormBuilder form(tr, tr("Uitnodigen voor {}", around.cohort.name), visit.request.path, tr("Uitnodigen"));
  form.intro(around.free.empty()
                 ? tr("Iedereen die bij het netwerk hoort doet al mee.")
                 : tr("Wie u uitnodigt beslist zelf. Er begint nog niets; eerst volgt een intakegesprek."))
      .many(of_people ? "people" : "units", of_people ? tr("Wie") : tr("Scholen en teams"), around.free)
      .date("on_day", tr("Uitgenodigd op"))
      .flag("over_maximum", tr("Het mag boven het maximum"))
      .cancel(path_of(around.programme.id));
  return form;
}

html::Objection placed(html::Objection objection, Around const& around) {
  if (objection.field == "units" && around.programme.audience == Audience::people) objection.field = "people";
  return objection;
}

struct Invited {
  std::size_t count = 0;
  std::string undo;
};

Result<Invited, InvitationRefusal> invite_with_way_back(db::Transaction& tx, base::Actor const& actor,
                                                        CohortId const& cohort, InvitationDraft const& draft) {
  auto const ways = invite(tx, actor, cohort, draft);
  if (!ways) return std::unexpected(ways.error());
  std::vector<std::string> ids;
  for (auto const& way : *ways) ids.push_back(way.text());
  return Invited{ids.size(), undo::offer(tx, actor, "programme.invite", base::joined(ids, " "))};
}

}  // namespace

Response show_invitation(Visit& visit) {
  auto const around = around_of(visit);
  auto form = form_of(visit, around);
  form.start("on_day", visit.viewer.today.text());
  return visit.form_page(form.build(), crumbs_to(around.programme, visit.tr), {access::Matter::participation});
}

Response post_invitation(Visit& visit) {
  auto const around = around_of(visit);
  auto const filled = visit.read_form<InvitationDraft>();
  if (!filled)
    return visit.form_page(form_of(visit, around).filled(filled).build(), crumbs_to(around.programme, visit.tr));
  auto const invited = visit.write(
      [&](db::Transaction& tx) { return invite_with_way_back(tx, visit.actor(), around.cohort.id, *filled); });
  if (!invited) {
    auto const objection = placed(objection_to(invited.error(), visit.tr), around);
    return visit.form_page(form_of(visit, around).filled(filled, objection).build(),
                           crumbs_to(around.programme, visit.tr));
  }
  auto const count = static_cast<long long>(invited->count);
  return visit.see_other(path_of(around.programme.id),
                         visit.tr.n("{} uitnodiging staat klaar.", "{} uitnodigingen staan klaar.", count),
                         invited->undo);
}

}  // namespace lenig::programme::pages
