#include "programme/pages/meeting_fields.hpp"
#include "programme/pages/pages.hpp"
#include "programme/pages/words.hpp"

namespace lenig::programme::pages {

namespace {

struct Around {
  Meeting meeting;
  CompanyDraft now;
  std::vector<html::Option> possible;
};

Around around_of(Visit& visit) {
  return visit.read([&](db::Reading& reading) {
    Around found{find_meeting(reading, visit.id<MeetingId>()).value(), {}, {}};
    auto const ways = participations_at(reading, found.meeting);
    if (ways.empty()) return found;  // it is of the programme itself
    for (auto const& way : ways) found.now.participations.push_back(way.id);
    found.possible = company_of(reading, *find_programme(reading, found.meeting.programme), ways.front(),
                                found.now.participations, visit.viewer.today);
    return found;
  });
}

html::FormBuilder form_of(i18n::Words const& tr, Around const& around) {
  html::FormBuilder form(tr, tr("Wie komt er?"), path_of(around.meeting.id) + "/wie", tr("Bewaar"));
  form.many("participations", tr("Wie komt er"), around.possible,
            tr("Een gezamenlijke bijeenkomst hoort bij alle scholen die u aankruist."))
      .cancel(path_of(around.meeting.id))
      .start(around.now);
  return form;
}

Response page_of(Visit& visit, Around const& around, html::FormBuilder const& form) {
  return visit.form_page(form.build(),
                         {{visit.tr("Programma's"), "/programma"}, {around.meeting.title, path_of(around.meeting.id)}},
                         {access::Matter::meeting});
}

}  // namespace

Response show_company(Visit& visit) {
  auto const around = around_of(visit);
  if (around.possible.empty()) return visit.not_found();
  return page_of(visit, around, form_of(visit.tr, around));
}

Response post_company(Visit& visit) {
  auto const around = around_of(visit);
  auto const filled = visit.read_form<CompanyDraft>();
  auto form = form_of(visit.tr, around);
  if (!filled || form.is_stale(visit.form)) return page_of(visit, around, form.filled(filled));
  auto const changed =
      visit.write([&](db::Transaction& tx) { return change_company(tx, visit.actor(), around.meeting.id, *filled); });
  if (!changed) return page_of(visit, around, form.filled(filled, objection_to(changed.error(), visit.tr)));
  return visit.see_other(path_of(around.meeting.id), visit.tr("Bewaard."));
}

}  // namespace lenig::programme::pages
