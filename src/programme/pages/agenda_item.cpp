#include "programme/pages/pages.hpp"
#include "programme/pages/words.hpp"

namespace lenig::programme::pages {

namespace {

html::FormBuilder form_of(Visit const& visit, std::string const& heading, MeetingId const& meeting) {
  auto const& tr = visit.tr;
  html::FormBuilder form(tr, heading, visit.request.path, tr("Bewaar punt"));
  form.text("title", tr("Punt"))
      .optional_text("note", tr("Toelichting"))
      .number("minutes", tr("Minuten"))
      .cancel(path_of(meeting));
  return form;
}

std::vector<html::Link> crumbs(Visit& visit, MeetingId const& id) {
  auto const meeting = visit.read([&](db::Reading& reading) { return find_meeting(reading, id); });
  return {{visit.tr("Programma's"), "/programma"}, {meeting->title, path_of(id)}};
}

AgendaItem item_of(Visit& visit) {
  return visit.read([&](db::Reading& reading) { return *find_agenda_item(reading, visit.id<AgendaItemId>()); });
}

}  // namespace

Response show_agenda_item_new(Visit& visit) {
  auto const meeting = visit.id<MeetingId>();
  auto const& tr = visit.tr;
  html::FormBuilder form(tr, tr("Punt toevoegen"), path_of(meeting) + "/agenda", tr("Bewaar punt"));
  form.text("title", tr("Punt"))
      .optional_text("note", tr("Toelichting"))
      .number("minutes", tr("Minuten"))
      .cancel(path_of(meeting))
      .start("minutes", "15");
  return visit.form_page(form.build(), crumbs(visit, meeting));
}

Response post_agenda_item(Visit& visit) {
  auto const meeting = visit.id<MeetingId>();
  auto const filled = visit.read_form<AgendaItemDraft>();
  auto form = form_of(visit, visit.tr("Punt toevoegen"), meeting);
  if (!filled) return visit.form_page(form.filled(filled).build(), crumbs(visit, meeting));
  auto const added =
      visit.write([&](db::Transaction& tx) { return add_agenda_item(tx, visit.actor(), meeting, *filled); });
  if (!added)
    return visit.form_page(form.filled(filled, objection_to(added.error(), visit.tr)).build(), crumbs(visit, meeting));
  return visit.see_other(path_of(meeting), visit.tr("Het punt staat op de agenda."));
}

Response show_agenda_item_change(Visit& visit) {
  auto const item = item_of(visit);
  auto form = form_of(visit, visit.tr("Punt {} wijzigen", item.position), item.meeting);
  form.start("title", item.title).start("note", item.note).start("minutes", std::to_string(item.minutes));
  return visit.form_page(form.build(), crumbs(visit, item.meeting));
}

Response post_agenda_item_change(Visit& visit) {
  auto const item = item_of(visit);
  auto const filled = visit.read_form<AgendaItemDraft>();
  auto form = form_of(visit, visit.tr("Punt {} wijzigen", item.position), item.meeting);
  if (!filled) return visit.form_page(form.filled(filled).build(), crumbs(visit, item.meeting));
  auto const changed =
      visit.write([&](db::Transaction& tx) { return change_agenda_item(tx, visit.actor(), item.id, *filled); });
  if (!changed)
    return visit.form_page(form.filled(filled, objection_to(changed.error(), visit.tr)).build(),
                           crumbs(visit, item.meeting));
  return visit.see_other(path_of(item.meeting), visit.tr("Bewaard."));
}

Response post_agenda_item_raise(Visit& visit) {
  auto const item = item_of(visit);
  auto const raised = visit.write([&](db::Transaction& tx) { return raise_agenda_item(tx, visit.actor(), item.id); });
  return visit.see_other(path_of(item.meeting),
                         raised ? visit.tr("Bewaard.") : objection_to(raised.error(), visit.tr).message);
}

Response post_agenda_item_remove(Visit& visit) {
  auto const item = item_of(visit);
  auto const removed = visit.write([&](db::Transaction& tx) { return remove_agenda_item(tx, visit.actor(), item.id); });
  if (!removed) return visit.see_other(path_of(item.meeting), objection_to(removed.error(), visit.tr).message);
  return visit.see_other(path_of(item.meeting), visit.tr("Het punt is van de agenda."), *removed);
}

}  // namespace lenig::programme::pages
