#include "programme/participation.hpp"

#include <algorithm>
#include <map>

#include "platform/base/text.hpp"
#include "programme/pages/pages.hpp"
#include "programme/pages/words.hpp"
#include "programme/report.hpp"
#include "programme/rollout.hpp"

namespace lenig::programme::pages {

namespace {

using access::Action;
using access::Matter;

struct ActionView {
  std::string label;
  std::string path;
  bool primary = false;
};
BOOST_DESCRIBE_STRUCT(ActionView, (), (label, path, primary))

struct QuestionView {
  std::string question;
  std::string fate;  // class of the mark
  std::string fate_text;
  std::string answer;
  std::string fate_path;
};
BOOST_DESCRIBE_STRUCT(QuestionView, (), (question, fate, fate_text, answer, fate_path))

struct StepView {
  std::string title;
  std::string aim;
  std::string path;  // of its meeting
  std::string state;
  std::string state_text;
  std::string choose_path;  // to choose a day
  bool done = false;
  bool now = false;
};
BOOST_DESCRIBE_STRUCT(StepView, (), (title, aim, path, state, state_text, choose_path, done, now))

struct LineView {
  std::string title;
  std::string note;
  std::string mark;
  std::string path;
};
BOOST_DESCRIBE_STRUCT(LineView, (), (title, note, mark, path))

struct ParticipationView {
  static constexpr std::string_view view = "programme/participation";
  std::string kicker;
  std::string unit;
  std::string person;
  std::string status;
  std::string status_text;
  std::string about;
  std::string next;
  bool late = false;
  std::vector<ActionView> actions;
  bool sees_questions = false;
  bool has_questions = false;
  std::vector<QuestionView> questions;
  std::string ask_path;
  std::vector<StepView> steps;
  bool sees_approach = false;
  std::string wanted;
  std::string arrangement;
  std::string conditions;
  std::string adopted_on;
  std::string approach_path;
  bool has_other_meetings = false;
  std::vector<LineView> other_meetings;
  std::string plan_path;
  std::string second_year;
  bool has_follow_ups = false;
  std::vector<LineView> follow_ups;
  std::vector<LineView> history;
  std::string cohort;
  std::string cohort_path;
  std::string handed_on_path;
  std::vector<LineView> accounts;  // reports that wait for the school's own words
};
BOOST_DESCRIBE_STRUCT(ParticipationView, (),
                      (kicker, unit, person, status, status_text, about, next, late, actions, sees_questions,
                       has_questions, questions, ask_path, steps, sees_approach, wanted, arrangement, conditions,
                       adopted_on, approach_path, has_other_meetings, other_meetings, plan_path, second_year,
                       has_follow_ups, follow_ups, history, cohort, cohort_path, handed_on_path, accounts))

/// All that the page is made of: read in one transaction.
struct Material {
  Row row;
  std::vector<Step> steps;
  std::vector<Meeting> meetings;
  std::vector<Question> questions;
  std::optional<Approach> approach;
  std::vector<FollowUp> follow_ups;
  std::vector<Taken> history;
  std::map<PersonId, std::string> people;
  std::vector<Report> reports;  // of the programme, for who writes a school's own words
};

Material gather(Visit& visit) {
  return visit.read([&](db::Reading& reading) {
    auto const way = *find_participation(reading, visit.id<ParticipationId>());
    auto const programme = *find_programme(reading, way.programme);
    Material found{.row = rows_of(reading, {way}, visit.viewer.today).front(),
                   .steps = steps_of(reading, programme, way.version),
                   .meetings = meetings_of(reading, way),
                   .questions = questions_of(reading, way),
                   .approach = approach_of(reading, way),
                   .follow_ups = follow_ups_of(reading, way),
                   .history = history_of(reading, way)};
    if (visit.viewer.may(Action::change, Matter::account)) found.reports = reports_of(reading, programme);
    std::vector<PersonId> actors;
    for (auto const& taken : found.history) {
      if (!taken.actor.empty()) actors.push_back(taken.actor);
    }
    for (auto const& person : organisation::people_by_ids(reading, {way.board, way.unit_board}, actors))
      found.people[person.id] = person.name();
    return found;
  });
}

std::string state_text(Cell const& cell, i18n::Words const& tr) {
  auto const day = cell.on_day ? tr.day(*cell.on_day) : "";
  switch (cell.state) {
    case CellState::done: return tr("Gedaan op {}", day);
    case CellState::planned: return tr("Gepland op {}", day);
    case CellState::next: return tr("Aan de beurt");
    case CellState::late:
      return cell.on_day ? tr("Was op {}, nog niet vastgelegd", day) : tr("Te laat: nog geen dag gekozen");
    case CellState::paused: return tr("Gepauzeerd");
    case CellState::later: return tr("Later");
  }
  return {};
}

/// The last meeting of this step that was not called off.
std::string path_of_step(Material const& material, int step) {
  std::string path;
  for (auto const& meeting : material.meetings) {
    if (meeting.step == step && meeting.state != MeetingState::cancelled) path = path_of(meeting.id);
  }
  return path;
}

StepView view_of(Material const& material, Cell const& cell, access::Viewer const& viewer, i18n::Words const& tr) {
  auto const& way = material.row.way;
  auto const& step = material.steps.at(static_cast<std::size_t>(cell.step) - 1);
  bool const may_plan = viewer.may(Action::change, Matter::meeting);
  bool const closed =
      cell.state == CellState::later || cell.state == CellState::next || !viewer.may(Action::see, Matter::meeting);
  bool const open = cell.state == CellState::next || (cell.state == CellState::late && !cell.on_day) ||
                    (cell.state == CellState::later && cell.step == 1 && way.status == Status::committed);
  return {
      .title = step.title,
      .aim = step.aim,
      .path = closed ? "" : path_of_step(material, cell.step),
      .state = std::string(base::name_of(cell.state)),
      .state_text = state_text(cell, tr),
      .choose_path = open && may_plan ? path_of(way.id) + "/bijeenkomsten/nieuw?stap=" + std::to_string(cell.step) : "",
      .done = cell.state == CellState::done,
      .now = open || cell.state == CellState::planned || (cell.state == CellState::late && cell.on_day)};
}

char const* mark_of(Fate fate) {
  switch (fate) {
    case Fate::open: return "next";
    case Fate::planned: return "planned";
    case Fate::answered: return "done";
    case Fate::let_go: return "later";
  }
  return "";
}

void add_actions(ParticipationView& view, Participation const& way, i18n::Words const& tr) {
  for (auto const turn : turns_from(way.status)) {
    auto const path = turn == Turn::completed ? "/afronden" : "/stand/" + std::string(base::name_of(turn));
    view.actions.push_back(
        {invitation_to(turn, tr), path_of(way.id) + path, view.actions.empty() && way.status != Status::active});
  }
}

void add_questions(ParticipationView& view, Material const& material, access::Viewer const& viewer,
                   i18n::Words const& tr) {
  bool const decides = viewer.may(Action::change, Matter::approach);
  view.sees_questions = viewer.may(Action::see, Matter::team_question);
  if (!view.sees_questions) return;
  for (auto const& one : material.questions) {
    view.questions.push_back({one.question, mark_of(one.fate), words_for(one.fate, tr), one.answer,
                              decides ? "/programma/vraag/" + one.id.text() : ""});
  }
  view.has_questions = !view.questions.empty();
  auto const& way = material.row.way;
  bool const ended = way.status == Status::completed || way.status == Status::withdrawn;
  if (!ended && viewer.may(Action::change, Matter::team_question)) view.ask_path = path_of(way.id) + "/vragen/nieuw";
}

void add_approach(ParticipationView& view, Material const& material, access::Viewer const& viewer,
                  i18n::Words const& tr) {
  view.sees_approach = viewer.may(Action::see, Matter::approach);
  if (!view.sees_approach) return;
  if (viewer.may(Action::change, Matter::approach)) view.approach_path = path_of(material.row.way.id) + "/plan";
  if (!material.approach) return;
  view.wanted = material.approach->wanted;
  view.arrangement = material.approach->arrangement;
  view.conditions = material.approach->conditions;
  view.adopted_on = tr.day(material.approach->adopted_on);
}

void add_meetings(ParticipationView& view, Material const& material, access::Viewer const& viewer,
                  i18n::Words const& tr) {
  if (!viewer.may(Action::see, Matter::meeting)) return;
  for (auto const& meeting : material.meetings) {
    if (meeting.step && meeting.state != MeetingState::cancelled) continue;  // it stands at its step
    auto const note = meeting.state == MeetingState::cancelled ? tr("afgezegd") : words_for(meeting.kind, tr);
    view.other_meetings.push_back(
        {meeting.title, tr.day(meeting.starts_at.date) + " · " + note, "", path_of(meeting.id)});
  }
  view.has_other_meetings = !view.other_meetings.empty();
  bool const can_meet = material.row.way.status == Status::active || material.row.way.status == Status::committed ||
                        (material.row.way.status == Status::completed && material.row.way.second_year);
  if (can_meet && viewer.may(Action::change, Matter::meeting))
    view.plan_path = path_of(material.row.way.id) + "/bijeenkomsten/nieuw";
}

void add_history(ParticipationView& view, Material const& material, i18n::Words const& tr) {
  for (auto const& taken : material.history) {
    auto note = tr.day(taken.on_day);
    if (auto const who = material.people.find(taken.actor); who != material.people.end())
      note = tr("{}, door {}", note, who->second);
    auto const title =
        taken.reason ? words_for(taken.kind, tr) + ": " + words_for(*taken.reason, tr) : words_for(taken.kind, tr);
    view.history.push_back({title, note, std::string(base::name_of(status_after(taken.kind))), ""});
  }
}

/// What the cohort hands on, what those before it handed on, and reports that are being written.
void add_handing_on(ParticipationView& view, Material const& material, access::Viewer const& viewer,
                    i18n::Words const& tr) {
  if (!viewer.may(Action::see, Matter::lesson)) return;
  auto const& way = material.row.way;
  view.cohort = way.cohort_name;
  view.cohort_path = path_of(way.cohort);
  view.handed_on_path = path_of(way.id) + "/doorgegeven";
  for (auto const& report : material.reports) {
    if (report.adopted_on || report.school_year < way.school_year) continue;
    view.accounts.push_back(
        {title_of({report.kind, report.school_year}, tr), "", "", path_of(way.id) + "/verslag/" + report.id.text()});
  }
}

std::string about_of(Material const& material, i18n::Words const& tr) {
  auto const& row = material.row;
  auto const done =
      std::count_if(row.cells.begin(), row.cells.end(), [](Cell const& cell) { return cell.state == CellState::done; });
  auto about = tr("sinds {} · {} van {} stappen", tr.day(row.way.since), done, row.cells.size());
  if (row.way.attempt > 1) about += " · " + tr("{}e keer begonnen", row.way.attempt);
  return row.way.reason ? words_for(*row.way.reason, tr) + " · " + about : about;
}

ParticipationView view_of(Material const& material, access::Viewer const& viewer, i18n::Words const& tr) {
  auto const& way = material.row.way;
  ParticipationView view{
      .kicker = way.programme_name + " · " + way.cohort_name + " " + school_year_text(way.school_year),
      .unit = material.row.unit_name,
      .person = material.row.person_name,
      .status = std::string(base::name_of(way.status)),
      .status_text = words_for(way.status, tr),
      .about = about_of(material, tr)};
  if (material.row.next) {
    Wait const wait{.what = material.row.next->what, .whom = material.row.next->whom, .step = material.row.next->step};
    view.next = tr("Nu aan zet: {}. {}, voor {}.", words_for(wait.whom, tr), words_for(wait, tr),
                   tr.day(material.row.next->due));
    view.late = material.row.next->late;
  }
  if (viewer.may(Action::change, Matter::participation)) add_actions(view, way, tr);
  for (auto const& cell : material.row.cells) view.steps.push_back(view_of(material, cell, viewer, tr));
  if (way.second_year)
    view.second_year =
        tr("In {} volgt een tweede jaar, met beperktere begeleiding.", school_year_text(way.school_year + 1));
  add_questions(view, material, viewer, tr);
  add_approach(view, material, viewer, tr);
  add_meetings(view, material, viewer, tr);
  for (auto const& one : material.follow_ups) view.follow_ups.push_back({one.what, tr.day(one.on_day), "", ""});
  view.has_follow_ups = !view.follow_ups.empty();
  add_history(view, material, tr);
  add_handing_on(view, material, viewer, tr);
  return view;
}

}  // namespace

Response show_participation(Visit& visit) {
  auto const material = gather(visit);
  auto const view = view_of(material, visit.viewer, visit.tr);
  auto const& way = material.row.way;
  bool const sees_map = visit.viewer.may(Action::see, Matter::roll_out);
  return visit.page({.title = visit.tr("{} in {}", view.unit, way.programme_name),
                     .crumbs = {{visit.tr("Programma's"), "/programma"},
                                {way.programme_name, path_of(way.programme) + (sees_map ? "" : "/opzet")}},
                     .holds = {Matter::participation, Matter::approach, Matter::team_question, Matter::meeting},
                     .content = visit.render(view)});
}

}  // namespace lenig::programme::pages
