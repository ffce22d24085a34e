#include <algorithm>

#include "platform/base/collected.hpp"
#include "programme/pages/meeting_fields.hpp"
#include "programme/pages/pages.hpp"
#include "programme/pages/unit_way.hpp"
#include "programme/pages/words.hpp"

namespace lenig::programme::pages {

namespace {

struct Around : UnitWay {
  std::vector<Step> steps;
  std::vector<html::Option> company;  // who can come along
};

Around around_of(Visit& visit) {
  return visit.read([&](db::Reading& reading) {
    Around found{unit_way(reading, visit.id<ParticipationId>()), {}, {}};
    auto const programme = *find_programme(reading, found.way.programme);
    found.steps = steps_of(reading, programme, found.way.version);
    found.company = company_of(reading, programme, found.way, {}, visit.viewer.today);
    return found;
  });
}

std::vector<html::Option> steps_of(Around const& around) {
  return base::collected(around.steps, [](Step const& step) {
    auto const number = std::to_string(step.position);
    return html::Option{number, number + ". " + step.title};
  });
}

html::FormBuilder form_of(Visit const& visit, Around const& around) {
  auto const& tr = visit.tr;
  html::FormBuilder form(tr, tr("Bijeenkomst plannen"), around.path() + "/bijeenkomsten", tr("Plan bijeenkomst"));
  form.intro(tr("De vragen van de stap worden de eerste agenda. School en begeleider passen die daarna samen aan."))
      .options("kind", tr("Wat voor bijeenkomst"),
               kinds_of({MeetingKind::step, MeetingKind::kick_off, MeetingKind::second_year}, tr))
      .optional_choice("step", tr("Stap"), steps_of(around))
      .optional_text("title", tr("Naam"), tr("Leeg: de naam van de stap."));
  add_time_and_place(form, tr);
  if (runs_it(visit.viewer)) {
    form.many("participations", tr("Wie komt er"), around.company,
              tr("Een gezamenlijke bijeenkomst hoort bij alle scholen die u aankruist."));
  }
  form.cancel(around.path());
  return form;
}

}  // namespace

Response show_meeting_new(Visit& visit) {
  auto const around = around_of(visit);
  auto form = form_of(visit, around);
  auto const step = visit.query.value("stap").value_or("");
  auto const asked = std::find_if(around.steps.begin(), around.steps.end(),
                                  [&](Step const& one) { return std::to_string(one.position) == step; });
  int const minutes = asked == around.steps.end() || asked->minutes == 0 ? 120 : asked->minutes;
  form.start("kind", "step")
      .start("step", step)
      .start("minutes", std::to_string(minutes))
      .start("starts_at", two_weeks_on(visit.viewer.today))
      .start("participations", around.way.id.text())
      .start("place", around.unit_name);
  return visit.form_page(form.build(), around.crumbs(visit.tr), {access::Matter::meeting});
}

Response post_meeting(Visit& visit) {
  auto const around = around_of(visit);
  auto const filled = visit.read_form<MeetingDraft>();
  auto form = form_of(visit, around);
  if (!filled) return visit.form_page(form.filled(filled).build(), around.crumbs(visit.tr));
  auto draft = *filled;
  if (!runs_it(visit.viewer)) draft.participations = {around.way.id};  // a school plans for itself alone
  draft.cohort.reset();
  if (std::find(draft.participations.begin(), draft.participations.end(), around.way.id) ==
      draft.participations.end()) {
    draft.participations.push_back(around.way.id);  // the page is this way's own
  }
  auto const planned = visit.write(
      [&](db::Transaction& tx) { return plan_meeting(tx, visit.actor(), around.way.programme, draft, visit.tr); });
  if (!planned)
    return visit.form_page(form.filled(filled, objection_to(planned.error(), visit.tr)).build(),
                           around.crumbs(visit.tr));
  return visit.see_other(path_of(*planned), visit.tr("De bijeenkomst is gepland. Pas de agenda samen aan."));
}

}  // namespace lenig::programme::pages
