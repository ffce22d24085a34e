#include "programme/pages/pages.hpp"
#include "programme/pages/words.hpp"

namespace lenig::programme::pages {

namespace {

html::FormBuilder form_of(i18n::Words const& tr, std::string const& heading, std::string const& action,
                          MeetingId const& meeting) {
  html::FormBuilder form(tr, heading, action, tr("Bewaar punt"));
  form.text("title", tr("Punt"))
      .optional_text("note", tr("Toelichting"))
      .number("minutes", tr("Minuten"))
      .cancel(path_of(meeting));
  return form;
}

html::FormBuilder new_form(Visit const& visit) {
  auto const meeting = visit.id<MeetingId>();
  return form_of(visit.tr, visit.tr("Punt toevoegen"), path_of(meeting) + "/agenda", meeting);
}

html::FormBuilder change_form(Visit const& visit, AgendaItem const& item) {
  auto form = form_of(visit.tr, visit.tr("Punt {} wijzigen", item.position), visit.request.path, item.meeting);
  form.start(AgendaItemDraft{item.title, item.note, item.minutes});
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
  auto form = new_form(visit);
  form.start("minutes", "15");
  return visit.form_page(form.build(), crumbs(visit, visit.id<MeetingId>()));
}

Response post_agenda_item(Visit& visit) {
  auto const meeting = visit.id<MeetingId>();
  auto const filled = visit.read_form<AgendaItemDraft>();
  auto form = new_form(visit);
  if (!filled) return visit.form_page(form.filled(filled).build(), crumbs(visit, meeting));
  auto const added =
      visit.write([&](db::Transaction& tx) { return add_agenda_item(tx, visit.actor(), meeting, *filled); });
  if (!added)
    return visit.form_page(form.filled(filled, objection_to(added.error(), visit.tr)).build(), crumbs(visit, meeting));
  return visit.see_other(path_of(meeting), visit.tr("Het punt staat op de agenda."));
}

Response show_agenda_item_change(Visit& visit) {
  auto const item = item_of(visit);
  return visit.form_page(change_form(visit, item).build(), crumbs(visit, item.meeting));
}

Response post_agenda_item_change(Visit& visit) {
  auto const item = item_of(visit);
  auto const filled = visit.read_form<AgendaItemDraft>();
  auto form = change_form(visit, item);
  if (!filled || form.is_stale(visit.form))
    return visit.form_page(form.filled(filled).build(), crumbs(visit, item.meeting));
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
