// The office asks a cohort to look back, between two days.
#include "programme/evaluation.hpp"
#include "programme/pages/pages.hpp"
#include "programme/pages/words.hpp"

namespace lenig::programme::pages {

namespace {

struct Asked {
  Cohort cohort;
  Programme programme;
  LookBackDraft now;  // the days that stand, or those that are proposed
};

constexpr int weeks_to_answer = 3;

Asked asked_for(Visit& visit) {
  return visit.read([&](db::Reading& reading) {
    auto const cohort = find_cohort(reading, visit.id<CohortId>()).value();
    auto const evaluation = evaluation_of(reading, cohort);
    auto const today = visit.viewer.today;
    return Asked{cohort, find_programme(reading, cohort.programme).value(),
                 evaluation ? LookBackDraft{evaluation->opens, evaluation->closes}
                            : LookBackDraft{today, today.plus_days(7 * weeks_to_answer)}};
  });
}

html::FormBuilder form_of(Visit const& visit, Asked const& asked) {
  auto const& tr = visit.tr;
  html::FormBuilder form(tr, tr("{}: terugkijken", asked.cohort.name), visit.request.path, tr("Vraag het"));
  form.intro(tr("Iedereen die meedoet kan tussen deze dagen antwoorden op de vragen van het programma. Vertrouwelijke "
                "antwoorden staan er na de laatste dag, alle tegelijk."))
      .date("opens", tr("Vanaf"))
      .date("closes", tr("Tot en met"))
      .cancel(path_of(asked.cohort.id))
      .start(asked.now);
  return form;
}

Response page(Visit& visit, Asked const& asked, html::FormBuilder const& form) {
  return visit.form_page(form.build(), crumbs_to(asked.programme, visit.tr), {access::Matter::cohort});
}

}  // namespace

Response show_look_back(Visit& visit) {
  auto const asked = asked_for(visit);
  return page(visit, asked, form_of(visit, asked));
}

Response post_look_back(Visit& visit) {
  auto const asked = asked_for(visit);
  auto const filled = visit.read_form<LookBackDraft>();
  auto form = form_of(visit, asked);
  if (!filled || form.is_stale(visit.form)) return page(visit, asked, form.filled(filled));
  auto const done =
      visit.write([&](db::Transaction& tx) { return ask_to_look_back(tx, visit.actor(), asked.cohort.id, *filled); });
  if (!done) return page(visit, asked, form.filled(filled, objection_to(done.error(), visit.tr)));
  return visit.see_other(path_of(asked.cohort.id), visit.tr("{} kan terugkijken tot en met {}.", asked.cohort.name,
                                                            visit.tr.day(filled->closes)));
}

}  // namespace lenig::programme::pages
