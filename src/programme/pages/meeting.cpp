#include "programme/meeting.hpp"
#include "platform/base/collected.hpp"
#include "programme/evaluation.hpp"

#include <algorithm>
#include <map>

#include "platform/base/text.hpp"
#include "platform/mail/bounce.hpp"
#include "programme/pages/meeting_fields.hpp"
#include "programme/pages/pages.hpp"
#include "programme/pages/trainer_words.hpp"
#include "programme/pages/words.hpp"

namespace lenig::programme::pages {

namespace {

using access::Action;
using access::Matter;

struct ItemView {
  int position = 0;
  std::string title;
  std::string note;
  std::string length;
  std::string change_path;  // when it can be changed
  bool first = false;
};
BOOST_DESCRIBE_STRUCT(ItemView, (), (position, title, note, length, change_path, first))

struct PersonView {
  std::string id;
  std::string name;
  bool present = false;
  bool absent = false;
  bool unknown = false;
};
BOOST_DESCRIBE_STRUCT(PersonView, (), (id, name, present, absent, unknown))

struct SummonedView {
  std::string name;
  std::string answer;
  std::string bounced;  // their address does not work
};
BOOST_DESCRIBE_STRUCT(SummonedView, (), (name, answer, bounced))

struct TrainedView {
  std::string trainer_name;
  std::string did;
};
BOOST_DESCRIBE_STRUCT(TrainedView, (), (trainer_name, did))

struct MeetingView {
  static constexpr std::string_view view = "programme/meeting";
  std::string kicker;
  std::string title;
  std::string path;
  bool cancelled = false;
  bool may_change = false;
  bool may_cancel = false;   // it is still to come: its agenda may change too
  std::string company_path;  // where who comes is changed
  std::string day_number;
  std::string day_month;
  std::string when;
  std::string until;
  std::string place;
  std::string link;
  std::string trainer;
  bool has_units = false;
  std::vector<std::string> units;
  bool has_agenda = false;
  std::vector<ItemView> agenda;
  std::string total;
  std::string preliminary_on;
  std::string preliminary;
  bool has_preliminary = false;
  bool has_materials = false;
  std::vector<std::string> materials;
  bool was_held = false;
  std::string outcome;
  bool may_record = false;
  bool shows_attendance = false;
  std::string attendance_problem;
  std::vector<PersonView> people;
  bool shows_summons = false;
  std::string summons;      // how many come
  std::string summon_path;  // for who may invite
  bool has_summoned = false;
  std::vector<SummonedView> summoned;  // for who leads it
  std::string own_answer;              // of somebody who was invited
  std::string answer_path;
  bool looks_back = false;
  std::string look_back;
  std::string look_back_path;  // for who can answer now
  std::string results_path;
  bool has_trained = false;
  std::vector<TrainedView> trained;
  std::string trainers_path;  // for who runs it
};
BOOST_DESCRIBE_STRUCT(MeetingView, (),
                      (kicker, title, path, cancelled, may_change, may_cancel, company_path, day_number, day_month,
                       when, until, place, link, trainer, has_units, units, has_agenda, agenda, total, preliminary_on,
                       preliminary, has_preliminary, has_materials, materials, was_held, outcome, may_record,
                       shows_attendance, attendance_problem, people, shows_summons, summons, summon_path, has_summoned,
                       summoned, own_answer, answer_path, looks_back, look_back, look_back_path, results_path,
                       has_trained, trained, trainers_path))

struct Material {
  Meeting meeting;
  std::vector<Participation> ways;
  std::map<UnitId, std::string> units;
  std::vector<AgendaItem> agenda;
  std::vector<organisation::PersonSummary> expected;
  std::map<PersonId, Presence> presence;
  bool asks = false;  // its version has questions to look back on a meeting
  std::vector<Summons> summons;
  std::map<PersonId, std::string> invited;  // their names, for who leads it
  std::vector<mail::Bounce> bounces;
  std::vector<MeetingTrainer> trainers;  // for who runs it
  std::map<PersonId, std::string> trainer_names;
};

/// Attendance is for those who run the programme, and for a leader as far as their own unit goes.
std::vector<Participation> ways_with_attendance(db::Reading& reading, access::Viewer const& viewer,
                                                std::vector<Participation> const& ways) {
  if (!viewer.may(Action::see, Matter::attendance)) return {};
  if (runs_it(viewer)) return ways;
  auto const led = organisation::led_by(reading, viewer, base::collected(ways, &Participation::unit));
  std::vector<Participation> own;
  for (auto const& way : ways) {
    if (std::find(led.begin(), led.end(), way.unit) != led.end()) own.push_back(way);
  }
  return own;
}

/// Who was invited is told by name to who leads the meeting alone.
void gather_summons(db::Reading& reading, access::Viewer const& viewer, Material& found) {
  found.summons = summons_to(reading, found.meeting);
  if (found.summons.empty() || !viewer.may(Action::see, Matter::attendance)) return;
  auto boards = base::collected(found.ways, &Participation::unit_board);
  boards.push_back(found.meeting.board);
  for (auto const& person :
       organisation::people_by_ids(reading, boards, base::collected(found.summons, &Summons::person)))
    found.invited[person.id] = person.name();
  found.bounces = mail::bounces(reading, found.meeting.board);
}

/// How trainers grow is told to who runs the programme alone.
void gather_trainers(db::Reading& reading, access::Viewer const& viewer, Material& found) {
  if (!viewer.may(Action::see, Matter::training)) return;
  found.trainers = trainers_at(reading, found.meeting);
  auto const ids = base::collected(found.trainers, &MeetingTrainer::person);
  if (ids.empty()) return;
  for (auto const& person : organisation::people_by_ids(reading, {found.meeting.board}, ids))
    found.trainer_names[person.id] = person.name();
}

Material gather(Visit& visit) {
  return visit.read([&](db::Reading& reading) {
    Material found{.meeting = *find_meeting(reading, visit.id<MeetingId>())};
    found.ways = participations_at(reading, found.meeting);
    for (auto const& unit : organisation::units_by_ids(reading, base::collected(found.ways, &Participation::unit)))
      found.units[unit.id] = unit.name;
    found.agenda = agenda_of(reading, found.meeting);
    bool const held =
        found.meeting.starts_at.date <= visit.viewer.today && found.meeting.state != MeetingState::cancelled;
    auto const counted = held ? ways_with_attendance(reading, visit.viewer, found.ways) : std::vector<Participation>();
    if (!counted.empty()) found.expected = expected_at(reading, counted, visit.viewer.today);
    if (held && found.ways.empty() && runs_it(visit.viewer)) {
      found.expected = expected_at_talk(reading, *find_programme(reading, found.meeting.programme), visit.viewer.today);
    }
    for (auto const& one : attendance_of(reading, found.meeting)) found.presence[one.person] = one.presence;
    gather_summons(reading, visit.viewer, found);
    gather_trainers(reading, visit.viewer, found);
    if (held && visit.viewer.may(Action::see, Matter::evaluation)) found.asks = asks_to_look_back(reading, found.ways);
    return found;
  });
}

std::string kicker_of(Material const& material, i18n::Words const& tr) {
  auto const kind =
      material.meeting.step ? tr("Stap {}", *material.meeting.step) : words_for(material.meeting.kind, tr);
  std::vector<std::string> names{kind};
  for (auto const& [id, name] : material.units) names.push_back(name);
  return base::joined(names, " · ");
}

void add_time(MeetingView& view, Meeting const& meeting, i18n::Words const& tr) {
  auto const calendar = meeting.starts_at.date.calendar();
  view.day_number = std::to_string(static_cast<unsigned>(calendar.day()));
  view.day_month = tr.short_month(meeting.starts_at.date);
  view.when = tr.weekday(meeting.starts_at.date);
  base::LocalTime const end{meeting.starts_at.date, (meeting.starts_at.minute_of_day + meeting.minutes) % (24 * 60)};
  view.until = tr("{} tot {} uur", meeting.starts_at.clock(), end.clock());
}

void add_agenda(MeetingView& view, Material const& material, i18n::Words const& tr) {
  int total = 0;
  for (auto const& item : material.agenda) {
    total += item.minutes;
    view.agenda.push_back({item.position, item.title, item.note, item.minutes == 0 ? "" : duration(item.minutes, tr),
                           view.may_cancel ? "/programma/agendapunt/" + item.id.text() : "", item.position == 1});
  }
  view.has_agenda = !view.agenda.empty();
  if (total > 0) view.total = tr("Totaal {}", duration(total, tr));
}

void add_attendance(MeetingView& view, Material const& material) {
  for (auto const& person : material.expected) {
    auto const noted = material.presence.find(person.id);
    auto const presence = noted == material.presence.end() ? Presence::unknown : noted->second;
    view.people.push_back({person.id.text(), person.name(), presence == Presence::present, presence == Presence::absent,
                           presence == Presence::unknown});
  }
  view.shows_attendance = !view.people.empty();
}

std::string summons_text(std::vector<Summons> const& all, i18n::Words const& tr) {
  auto const count = [&](Attending answer) { return std::ranges::count(all, answer, &Summons::answer); };
  return tr("{} uitgenodigd: {} komen, {} komen niet, {} lieten nog niets weten.", all.size(),
            count(Attending::accepted), count(Attending::declined),
            count(Attending::waiting) + count(Attending::tentative));
}

void add_summons(MeetingView& view, Material const& material, access::Viewer const& viewer, i18n::Words const& tr) {
  bool const to_come =
      material.meeting.state == MeetingState::planned && material.meeting.starts_at.date >= viewer.today;
  bool const leads = viewer.may(Action::see, Matter::attendance);
  if (to_come && viewer.may(Action::change, Matter::meeting)) view.summon_path = view.path + "/uitnodigen";
  if (leads && !material.summons.empty()) view.summons = summons_text(material.summons, tr);
  for (auto const& one : material.summons) {
    auto const bounce = std::ranges::find(material.bounces, one.email, &mail::Bounce::address);
    auto const name = material.invited.find(one.person);
    if (name != material.invited.end())
      view.summoned.push_back({name->second, words_for(one.answer, tr),
                               bounce == material.bounces.end() ? "" : tr("het e-mailadres werkt niet")});
    if (one.person != viewer.person) continue;
    view.own_answer = words_for(one.answer, tr);
    if (to_come) view.answer_path = view.path + "/antwoord";
  }
  std::ranges::sort(view.summoned, {}, &SummonedView::name);
  view.has_summoned = !view.summoned.empty();
  view.shows_summons = !view.summon_path.empty() || view.has_summoned || !view.own_answer.empty();
}

void add_trainers(MeetingView& view, Material const& material, access::Viewer const& viewer, i18n::Words const& tr) {
  for (auto const& one : material.trainers)
    view.trained.push_back({name_in(material.trainer_names, one.person, tr), did(one.part, tr)});
  view.has_trained = !view.trained.empty();
  if (!view.cancelled && viewer.may(Action::change, Matter::training)) view.trainers_path = view.path + "/begeleiders";
}

/// For those who were there as long as it is open, and what came out for all who may read it.
void add_look_back(MeetingView& view, Material const& material, access::Viewer const& viewer, i18n::Words const& tr) {
  view.looks_back = material.asks;
  if (!view.looks_back) return;
  auto const closes = material.meeting.starts_at.date.plus_days(days_to_look_back);
  bool const is_open = viewer.today <= closes;
  view.look_back =
      is_open ? tr("Terugkijken kan tot en met {}.", tr.day(closes)) : tr("Gesloten op {}.", tr.day(closes));
  if (is_open && viewer.may(Action::change, Matter::evaluation)) view.look_back_path = view.path + "/terugblik";
  view.results_path = view.path + "/terugblik/uitkomst";
}

MeetingView view_of(Material const& material, access::Viewer const& viewer, i18n::Words const& tr) {
  auto const& meeting = material.meeting;
  bool const cancelled = meeting.state == MeetingState::cancelled;
  MeetingView view{.kicker = kicker_of(material, tr),
                   .title = meeting.title,
                   .path = path_of(meeting.id),
                   .cancelled = cancelled,
                   .may_change = !cancelled && viewer.may(Action::change, Matter::meeting),
                   .place = meeting.place,
                   .link = meeting.link,
                   .trainer = meeting.trainer,
                   .preliminary = meeting.preliminary,
                   .has_preliminary = meeting.preliminary_on || !meeting.preliminary.empty(),
                   .has_materials = !meeting.materials.empty(),
                   .materials = base::lines(meeting.materials),
                   .was_held = meeting.starts_at.date <= viewer.today && !cancelled,
                   .outcome = meeting.outcome};
  if (meeting.preliminary_on) view.preliminary_on = tr.day(*meeting.preliminary_on);
  view.may_cancel = view.may_change && meeting.state == MeetingState::planned;
  if (view.may_cancel && is_of_participations(meeting.kind) && viewer.may(Action::change, Matter::talk))
    view.company_path = view.path + "/wie";
  view.may_record = view.may_change && view.was_held;
  for (auto const& [id, name] : material.units) view.units.push_back(name);
  view.has_units = !view.units.empty();
  add_time(view, meeting, tr);
  add_agenda(view, material, tr);
  add_attendance(view, material);
  add_summons(view, material, viewer, tr);
  add_look_back(view, material, viewer, tr);
  add_trainers(view, material, viewer, tr);
  return view;
}

std::vector<html::Link> crumbs(Material const& material, i18n::Words const& tr) {
  if (material.ways.size() != 1)
    return {{tr("Programma's"), "/programma"}, {tr("Programma"), path_of(material.meeting.programme) + "/opzet"}};
  auto const& way = material.ways.front();
  auto const unit = material.units.find(way.unit);
  return crumbs_to(way, unit == material.units.end() ? "" : unit->second, tr);
}

Response shown(Visit& visit, std::string const& problem = {}) {
  auto const material = gather(visit);
  auto view = view_of(material, visit.viewer, visit.tr);
  view.attendance_problem = problem;
  return visit.page({.title = view.title,
                     .crumbs = crumbs(material, visit.tr),
                     .holds = {Matter::meeting, Matter::attendance},
                     .content = visit.render(view)},
                    problem.empty() ? 200 : 422);
}

/// Of each person whose answer was sent; the fields are `person-ID`. Only those whom the viewer sees on the page.
std::vector<Attendance> attendance_in(Visit const& visit, Material const& material) {
  std::vector<Attendance> all;
  for (auto const& person : material.expected) {
    auto const sent = visit.form.value("person-" + person.id.text());
    auto const presence = base::enum_from<Presence>(sent.value_or(""));
    if (presence) all.push_back({person.id, *presence});
  }
  return all;
}

}  // namespace

Response show_meeting(Visit& visit) { return shown(visit); }

Response post_attendance(Visit& visit) {
  auto const material = gather(visit);
  auto const attendance = attendance_in(visit, material);
  auto const recorded = visit.write(
      [&](db::Transaction& tx) { return record_attendance(tx, visit.actor(), material.meeting.id, attendance); });
  if (!recorded) return shown(visit, objection_to(recorded.error(), visit.tr).message);
  return visit.see_other(path_of(material.meeting.id), visit.tr("De aanwezigheid is bewaard."));
}

Response post_meeting_cancel(Visit& visit, std::string const& address) {
  auto const id = visit.id<MeetingId>();
  auto const cancelled = visit.write([&](db::Transaction& tx) {
    auto const before = find_meeting(tx, id).value();
    auto undo = cancel_meeting(tx, visit.actor(), id);
    if (undo) tell_of_change(tx, visit.actor(), before, address, visit.tr);
    return undo;
  });
  if (!cancelled) return shown(visit, objection_to(cancelled.error(), visit.tr).message);
  return visit.see_other(path_of(id), visit.tr("De bijeenkomst is afgezegd."), *cancelled);
}

}  // namespace lenig::programme::pages
