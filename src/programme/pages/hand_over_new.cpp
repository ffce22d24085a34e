// The meeting where a cohort passes on what it learned to the next one.
#include "platform/base/collected.hpp"
#include "programme/lesson.hpp"
#include "programme/pages/looked_back_on.hpp"
#include "programme/pages/meeting_fields.hpp"
#include "programme/pages/pages.hpp"
#include "programme/pages/words.hpp"

namespace lenig::programme::pages {

namespace {

struct Around {
  Cohort cohort;
  Programme programme;
  std::optional<Cohort> next;
  std::vector<ParticipationId> company;  // both cohorts
};

Around asked_for(Visit& visit) {
  return visit.read([&](db::Reading& reading) {
    Around found{.cohort = find_cohort(reading, visit.id<CohortId>()).value()};
    found.programme = find_programme(reading, found.cohort.programme).value();
    found.next = next_after(cohorts_of(reading, found.programme), found.cohort);
    if (!found.next) return found;
    found.company = base::collected(ways_of_cohort(reading, found.cohort), &Participation::id);
    auto const next = base::collected(ways_of_cohort(reading, *found.next), &Participation::id);
    found.company.insert(found.company.end(), next.begin(), next.end());
    return found;
  });
}

html::FormBuilder form_of(Visit const& visit, Around const& around) {
  auto const& tr = visit.tr;
  html::FormBuilder form(tr, tr("Overdracht van {} aan {}", around.cohort.name, around.next->name),
                         path_of(around.cohort.id) + "/overdracht", tr("Plan overdracht"));
  form.intro(tr("Beide groepen komen. De agenda begint met wat er is opgeschreven om te houden, anders te doen en te "
                "laten."))
      .text("title", tr("Naam"));
  add_time_and_place(form, tr);
  form.hidden("kind", "hand_over").cancel(path_of(around.cohort.id));
  return form;
}

Response page(Visit& visit, Around const& around, html::FormBuilder const& form) {
  return visit.form_page(form.build(), crumbs_to(around.programme, visit.tr), {access::Matter::meeting});
}

void make_agenda(db::Transaction& tx, base::Actor const& actor, MeetingId const& meeting, i18n::Words const& tr) {
  std::vector<AgendaItemDraft> const items{{tr("Wat wij zouden houden"), "", 20},
                                           {tr("Wat wij anders zouden doen"), "", 30},
                                           {tr("Waar u niet aan moet beginnen"), "", 15},
                                           {tr("Vragen van wie nu begint"), "", 30}};
  for (auto const& item : items) add_agenda_item(tx, actor, meeting, item).value();
}

Result<MeetingId, MeetingRefusal> plan_hand_over(db::Transaction& tx, base::Actor const& actor, Around const& around,
                                                 MeetingDraft draft, i18n::Words const& tr) {
  draft.kind = MeetingKind::hand_over;
  draft.step.reset();
  draft.cohort.reset();
  draft.participations = around.company;
  if (draft.title.empty()) return std::unexpected(MeetingRefusal::title_missing);
  auto const planned = plan_meeting(tx, actor, around.programme.id, draft, tr);
  if (planned) make_agenda(tx, actor, *planned, tr);
  return planned;
}

}  // namespace

Response show_hand_over_new(Visit& visit) {
  auto const around = asked_for(visit);
  if (!around.next) return visit.see_other(path_of(around.cohort.id));
  auto form = form_of(visit, around);
  form.start("title", visit.tr("Overdracht: wat {} doorgeeft", around.cohort.name))
      .start("minutes", "120")
      .start("starts_at", two_weeks_on(visit.viewer.today));
  return page(visit, around, form);
}

Response post_hand_over(Visit& visit) {
  auto const around = asked_for(visit);
  if (!around.next) return visit.see_other(path_of(around.cohort.id));
  auto const filled = visit.read_form<MeetingDraft>();
  auto form = form_of(visit, around);
  if (!filled) return page(visit, around, form.filled(filled));
  auto const planned =
      visit.write([&](db::Transaction& tx) { return plan_hand_over(tx, visit.actor(), around, *filled, visit.tr); });
  if (!planned) return page(visit, around, form.filled(filled, objection_to(planned.error(), visit.tr)));
  return visit.see_other(path_of(*planned), visit.tr("De overdracht is gepland."));
}

}  // namespace lenig::programme::pages
