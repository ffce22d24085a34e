#include <algorithm>

#include "programme/pages/pages.hpp"
#include "programme/pages/words.hpp"
#include "programme/rollout.hpp"
#include "programme/summons.hpp"

namespace lenig::programme::pages {

namespace {

Meeting meeting_of(Visit& visit) {
  return visit.read([&](db::Reading& reading) { return *find_meeting(reading, visit.id<MeetingId>()); });
}

std::vector<html::Link> crumbs(Meeting const& meeting, i18n::Words const& tr) {
  return {{tr("Programma's"), "/programma"}, {meeting.title, path_of(meeting.id)}};
}

html::FormBuilder change_form(Visit const& visit, Meeting const& meeting) {
  auto const& tr = visit.tr;
  html::FormBuilder form(tr, tr("Bijeenkomst wijzigen"), path_of(meeting.id) + "/wijzigen", tr("Bewaar"));
  form.text("title", tr("Naam"))
      .moment("starts_at", tr("Wanneer"))
      .number("minutes", tr("Duur in minuten"))
      .optional_text("place", tr("Waar"))
      .optional_text("link", tr("Link om op afstand mee te doen"))
      .optional_text("trainer", tr("Begeleider"))
      .optional_area("materials", tr("Materiaal"), tr("Eén per regel."))
      .optional_date("preliminary_on", tr("Voorgesprek met de schoolleiding op"))
      .optional_area("preliminary", tr("Wat is er vooraf afgesproken"),
                     tr("Over tijd, plaats en programma. Niets over personen."))
      .cancel(path_of(meeting.id))
      .start(ChangeMeetingDraft{meeting.title, meeting.starts_at, meeting.minutes, meeting.place, meeting.link,
                                meeting.trainer, meeting.materials, meeting.preliminary_on, meeting.preliminary});
  return form;
}

/// Whether everybody of the meeting has its step done.
bool is_step_done(db::Reading& reading, Meeting const& meeting, base::Date today) {
  return std::ranges::all_of(rows_of(reading, participations_at(reading, meeting), today), [&](Row const& row) {
    return std::ranges::find(row.done, meeting.step.value_or(0), &StepDone::step) != row.done.end();
  });
}

/// What stands there; before anything was recorded, the step is likely done.
OutcomeDraft outcome_of(Visit& visit, Meeting const& meeting) {
  if (meeting.outcome.empty()) return {"", true};
  auto const today = visit.viewer.today;
  return {meeting.outcome, visit.read([&](db::Reading& reading) { return is_step_done(reading, meeting, today); })};
}

html::FormBuilder outcome_form(Visit& visit, Meeting const& meeting) {
  auto const& tr = visit.tr;
  html::FormBuilder form(tr, tr("Wat kwam eruit?"), path_of(meeting.id) + "/opbrengst", tr("Bewaar"));
  form.intro(tr("Afspraken en wat het team meeneemt. Wat iemand in vertrouwen vertelde blijft in de groep en hoort "
                "hier niet."))
      .area("outcome", tr("Opbrengst"));
  if (meeting.step)
    form.flag("step_done", tr("Stap {} is hiermee gedaan", *meeting.step),
              tr("Voor iedereen die bij deze bijeenkomst hoort."));
  form.cancel(path_of(meeting.id)).start(outcome_of(visit, meeting));
  return form;
}

Response page_of(Visit& visit, Meeting const& meeting, html::FormBuilder const& form) {
  return visit.form_page(form.build(), crumbs(meeting, visit.tr), {access::Matter::meeting});
}

}  // namespace

Response show_meeting_change(Visit& visit) {
  auto const meeting = meeting_of(visit);
  return page_of(visit, meeting, change_form(visit, meeting));
}

Response post_meeting_change(Visit& visit, std::string const& address) {
  auto const meeting = meeting_of(visit);
  auto const filled = visit.read_form<ChangeMeetingDraft>();
  auto form = change_form(visit, meeting);
  if (!filled || form.is_stale(visit.form)) return page_of(visit, meeting, form.filled(filled));
  int told = 0;
  auto const changed = visit.write([&](db::Transaction& tx) {
    auto done = change_meeting(tx, visit.actor(), meeting.id, *filled);
    if (done) told = tell_of_change(tx, visit.actor(), meeting, address, visit.tr);
    return done;
  });
  if (!changed) return page_of(visit, meeting, form.filled(filled, objection_to(changed.error(), visit.tr)));
  return visit.see_other(path_of(meeting.id), told == 0
                                                  ? visit.tr("Bewaard.")
                                                  : visit.tr.n("Bewaard. Wie was uitgenodigd krijgt bericht.",
                                                               "Bewaard. Alle {} genodigden krijgen bericht.", told));
}

Response show_outcome(Visit& visit) {
  auto const meeting = meeting_of(visit);
  return page_of(visit, meeting, outcome_form(visit, meeting));
}

Response post_outcome(Visit& visit) {
  auto const meeting = meeting_of(visit);
  auto const filled = visit.read_form<OutcomeDraft>();
  auto form = outcome_form(visit, meeting);
  if (!filled || form.is_stale(visit.form)) return page_of(visit, meeting, form.filled(filled));
  auto const recorded =
      visit.write([&](db::Transaction& tx) { return record_outcome(tx, visit.actor(), meeting.id, *filled); });
  if (!recorded) return page_of(visit, meeting, form.filled(filled, objection_to(recorded.error(), visit.tr)));
  return visit.see_other(path_of(meeting.id), visit.tr("De opbrengst is bewaard."));
}

}  // namespace lenig::programme::pages
