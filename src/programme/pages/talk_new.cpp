#include "programme/pages/meeting_fields.hpp"
#include "programme/pages/pages.hpp"
#include "programme/pages/words.hpp"

namespace lenig::programme::pages {

namespace {

struct Around {
  Programme programme;
  std::vector<html::Option> cohorts;
};

Around around_of(Visit& visit) {
  return visit.read([&](db::Reading& reading) {
    Around found{find_programme(reading, visit.id<ProgrammeId>()).value(), {}};
    found.cohorts = cohort_options(cohorts_of(reading, found.programme));
    return found;
  });
}

html::FormBuilder form_of(i18n::Words const& tr, Around const& around) {
  auto const path = path_of(around.programme.id);
  html::FormBuilder form(tr, tr("Overleg plannen"), path + "/bijeenkomsten", tr("Plan overleg"));
  form.intro(tr("Een overleg van het projectteam of de directeuren hoort bij het programma als geheel, niet bij een "
                "stap."))
      .options("kind", tr("Wat voor overleg"),
               kinds_of({MeetingKind::project_team, MeetingKind::directors, MeetingKind::other}, tr))
      .text("title", tr("Naam"))
      .optional_choice("cohort", tr("Voor een hele groep"), around.cohorts,
                       tr("Dan hoort het overleg bij iedereen in die groep."));
  add_time_and_place(form, tr);
  form.cancel(path);
  return form;
}

Response page_of(Visit& visit, Around const& around, html::FormBuilder const& form) {
  return visit.form_page(form.build(), crumbs_to(around.programme, visit.tr), {access::Matter::meeting});
}

}  // namespace

Response show_programme_meeting_new(Visit& visit) {
  auto const around = around_of(visit);
  auto form = form_of(visit.tr, around);
  form.start("kind", "directors").start("minutes", "90").start("starts_at", two_weeks_on(visit.viewer.today));
  return page_of(visit, around, form);
}

Response post_programme_meeting(Visit& visit) {
  auto const around = around_of(visit);
  auto const filled = visit.read_form<MeetingDraft>();
  auto form = form_of(visit.tr, around);
  if (!filled) return page_of(visit, around, form.filled(filled));
  auto draft = *filled;
  draft.participations.clear();
  draft.step.reset();  // it is of the programme, or of a whole cohort
  auto const planned = visit.write(
      [&](db::Transaction& tx) { return plan_meeting(tx, visit.actor(), around.programme.id, draft, visit.tr); });
  if (!planned) return page_of(visit, around, form.filled(filled, objection_to(planned.error(), visit.tr)));
  return visit.see_other(path_of(*planned), visit.tr("Het overleg is gepland."));
}

}  // namespace lenig::programme::pages
