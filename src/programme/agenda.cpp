#include "programme/agenda.hpp"

#include <boost/json.hpp>

#include <algorithm>

#include "platform/audit/audit.hpp"
#include "platform/base/text.hpp"
#include "platform/undo/undo.hpp"
#include "programme/queries.hpp"

namespace lenig::programme {

namespace {

constexpr int opening_minutes = 15;
constexpr int closing_minutes = 15;
constexpr int longest_item = 24 * 60;

db::Values key_of(Meeting const& meeting) { return {{"board", meeting.board}, {"meeting", meeting.id}}; }

AgendaItem item_of(AgendaItemDraft const& draft) {
  return {.id = AgendaItemId::make(), .title = draft.title, .note = draft.note, .minutes = draft.minutes};
}

/// Writes the agenda anew, counted from 1.
void write_agenda(db::Transaction& tx, Meeting const& meeting, std::vector<AgendaItem> items) {
  tx.run(sql::delete_agenda, key_of(meeting));
  int position = 0;
  for (auto& item : items) {
    item.position = ++position;
    item.meeting = meeting.id;
    tx.run(sql::insert_agenda_item, db::fields(item, {{"board", meeting.board}}));
  }
}

std::optional<MeetingRefusal> refusal(AgendaItemDraft const& draft) {
  if (draft.title.empty()) return MeetingRefusal::title_missing;
  if (draft.minutes < 0 || draft.minutes > longest_item) return MeetingRefusal::minutes_out_of_range;
  return std::nullopt;
}

struct OpenAgenda {
  Meeting meeting;
  std::vector<AgendaItem> items;
  std::size_t at = 0;
};

Result<OpenAgenda, MeetingRefusal> open_at(db::Transaction& tx, AgendaItemId const& id) {
  auto const item = find_agenda_item(tx, id);
  if (!item) return std::unexpected(MeetingRefusal::not_found);
  auto const meeting = find_meeting(tx, item->meeting);
  if (!meeting) return std::unexpected(MeetingRefusal::not_found);
  if (meeting->state != MeetingState::planned) return std::unexpected(MeetingRefusal::cancelled);
  OpenAgenda open{*meeting, agenda_of(tx, *meeting)};
  auto const found = std::find_if(open.items.begin(), open.items.end(), [&](auto const& one) { return one.id == id; });
  open.at = static_cast<std::size_t>(found - open.items.begin());
  return open;
}

}  // namespace

std::vector<AgendaItemDraft> agenda_from(Step const& step, i18n::Words const& tr) {
  auto const questions = base::lines(step.questions);
  std::vector<AgendaItemDraft> items{
      {tr("Terug naar de vorige keer"), tr("Wat is er van de afspraken gekomen?"), opening_minutes}};
  int const left = std::max(0, step.minutes - opening_minutes - closing_minutes);
  for (auto const& question : questions)
    items.push_back({question, "", left / static_cast<int>(questions.size()) / 5 * 5});
  if (questions.empty()) items.push_back({step.title, step.aim, left / 5 * 5});
  items.push_back({tr("Wat nemen wij mee?"), tr("Afspraken, met wie en wanneer"), closing_minutes});
  return items;
}

void make_agenda(db::Transaction& tx, Meeting const& meeting, Step const& step, i18n::Words const& tr) {
  std::vector<AgendaItem> items;
  for (auto const& draft : agenda_from(step, tr)) items.push_back(item_of(draft));
  write_agenda(tx, meeting, items);
}

std::vector<AgendaItem> agenda_of(db::Reading& reading, Meeting const& meeting) {
  return reading.all<AgendaItem>(sql::agenda_of_meeting, key_of(meeting));
}

std::optional<AgendaItem> find_agenda_item(db::Reading& reading, AgendaItemId const& item) {
  return reading.one<AgendaItem>(sql::agenda_item_by_id, {{"item", item}});
}

Result<AgendaItemId, MeetingRefusal> add_agenda_item(db::Transaction& tx, base::Actor const& actor,
                                                     MeetingId const& meeting, AgendaItemDraft const& draft) {
  auto const found = find_meeting(tx, meeting);
  if (!found) return std::unexpected(MeetingRefusal::not_found);
  if (found->state != MeetingState::planned) return std::unexpected(MeetingRefusal::cancelled);
  if (auto const why = refusal(draft)) return std::unexpected(*why);
  auto items = agenda_of(tx, *found);
  items.push_back(item_of(draft));
  write_agenda(tx, *found, items);
  audit::record(tx, actor, {.act = "agenda.added", .object = meeting.text()});
  return items.back().id;
}

Result<AgendaItemId, MeetingRefusal> change_agenda_item(db::Transaction& tx, base::Actor const& actor,
                                                        AgendaItemId const& item, AgendaItemDraft const& draft) {
  auto open = open_at(tx, item);
  if (!open) return std::unexpected(open.error());
  if (auto const why = refusal(draft)) return std::unexpected(*why);
  auto& changed = open->items[open->at];
  changed.title = draft.title;
  changed.note = draft.note;
  changed.minutes = draft.minutes;
  write_agenda(tx, open->meeting, open->items);
  audit::record(tx, actor, {.act = "agenda.changed", .object = open->meeting.id.text()});
  return item;
}

Result<AgendaItemId, MeetingRefusal> raise_agenda_item(db::Transaction& tx, base::Actor const& actor,
                                                       AgendaItemId const& item) {
  auto open = open_at(tx, item);
  if (!open) return std::unexpected(open.error());
  if (open->at == 0) return std::unexpected(MeetingRefusal::not_found);
  std::swap(open->items[open->at], open->items[open->at - 1]);
  write_agenda(tx, open->meeting, open->items);
  audit::record(tx, actor, {.act = "agenda.raised", .object = open->meeting.id.text()});
  return item;
}

Result<std::string, MeetingRefusal> remove_agenda_item(db::Transaction& tx, base::Actor const& actor,
                                                       AgendaItemId const& item) {
  auto open = open_at(tx, item);
  if (!open) return std::unexpected(open.error());
  auto const removed = open->items[open->at];
  boost::json::object const kept{{"meeting", removed.meeting.text()},
                                 {"at", open->at},
                                 {"title", removed.title},
                                 {"note", removed.note},
                                 {"minutes", removed.minutes}};
  open->items.erase(open->items.begin() + static_cast<std::ptrdiff_t>(open->at));
  write_agenda(tx, open->meeting, open->items);
  audit::record(tx, actor, {.act = "agenda.removed", .object = open->meeting.id.text()});
  return undo::offer(tx, actor, "programme.remove_agenda_item", boost::json::serialize(kept));
}

bool undo_remove_agenda_item(db::Transaction& tx, base::Actor const& actor, std::string const& payload) {
  auto const kept = boost::json::parse(payload).as_object();
  auto const text = [&](char const* key) { return std::string(kept.at(key).as_string()); };
  auto const meeting = find_meeting(tx, MeetingId(text("meeting")));
  if (!meeting || meeting->state != MeetingState::planned) return false;
  auto items = agenda_of(tx, *meeting);
  auto const at = std::min(kept.at("at").to_number<std::size_t>(), items.size());
  items.insert(items.begin() + static_cast<std::ptrdiff_t>(at),
               item_of({text("title"), text("note"), kept.at("minutes").to_number<int>()}));
  write_agenda(tx, *meeting, items);
  audit::record(tx, actor, {.act = "agenda.restored", .object = meeting->id.text()});
  return true;
}

}  // namespace lenig::programme
