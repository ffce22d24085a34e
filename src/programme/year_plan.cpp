#include "programme/year_plan.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>

#include "platform/audit/audit.hpp"
#include "platform/base/collected.hpp"
#include "platform/undo/undo.hpp"
#include "programme/queries.hpp"

namespace lenig::programme {

namespace {

using schedule::Hindrance;

constexpr int longest_in_days = 400;
constexpr int most_between = 8 * 60;
constexpr int shortest_meeting = 15;
constexpr int longest_meeting = 12 * 60;
constexpr int most_weeks = 52;

constexpr std::array names_of_hindrances{std::pair(Hindrance::nobody_leads, "nobody_leads"),
                                         std::pair(Hindrance::nobody_grows, "nobody_grows"),
                                         std::pair(Hindrance::no_slot, "no_slot"),
                                         std::pair(Hindrance::trainers_away, "trainers_away"),
                                         std::pair(Hindrance::time, "time"),
                                         std::pair(Hindrance::step_before, "step_before")};

db::Values key_of(Cohort const& cohort) { return {{"board", cohort.board}, {"cohort", cohort.id}}; }

db::Values key_of(Cohort const& cohort, ParticipationId const& participation, int step) {
  auto values = key_of(cohort);
  values.emplace_back("participation", participation);
  values.emplace_back("step", step);
  return values;
}

void keep(db::Transaction& tx, Cohort const& cohort, YearPlan const& plan) {
  tx.run(sql::upsert_year_plan, db::fields(plan, {{"board", cohort.board}, {"cohort", cohort.id}}));
}

void keep(db::Transaction& tx, Cohort const& cohort, YearMeeting const& meeting) {
  tx.run(sql::upsert_year_meeting, db::fields(meeting, {{"board", cohort.board}, {"cohort", cohort.id}}));
}

/// These meetings, in place of what was there.
void keep_all(db::Transaction& tx, Cohort const& cohort, std::vector<YearMeeting> const& meetings) {
  tx.run(sql::delete_year_meetings, key_of(cohort));
  for (auto const& one : meetings) keep(tx, cohort, one);
}

std::vector<YearMeeting> kept(db::Reading& reading, Cohort const& cohort) {
  return reading.all<YearMeeting>(sql::year_meetings_of_cohort, key_of(cohort));
}

boost::json::array as_json(std::vector<YearMeeting> const& meetings) {
  boost::json::array all;
  for (auto const& one : meetings)
    all.push_back(boost::json::object{{"participation", one.participation.text()},
                                      {"step", one.step},
                                      {"starts_at", one.starts_at.text()},
                                      {"minutes", one.minutes},
                                      {"leads", one.leads.text()},
                                      {"grows", one.grows ? one.grows->text() : ""}});
  return all;
}

std::vector<YearMeeting> meetings_from(boost::json::array const& all) {
  return base::collected(all, [](boost::json::value const& value) {
    auto const& one = value.as_object();
    auto const text = [&](char const* key) { return std::string(one.at(key).as_string()); };
    YearMeeting meeting{ParticipationId(text("participation")),
                        static_cast<int>(one.at("step").as_int64()),
                        base::LocalTime::parse(text("starts_at")).value(),
                        static_cast<int>(one.at("minutes").as_int64()),
                        PersonId(text("leads")),
                        {}};
    if (auto const grows = text("grows"); !grows.empty()) meeting.grows = PersonId(grows);
    return meeting;
  });
}

/// A step back holds the plan before and after: it is taken only while the plan is as it was left.
std::string offer_undo(db::Transaction& tx, base::Actor const& actor, Cohort const& cohort,
                       std::vector<YearMeeting> const& before) {
  boost::json::object const payload{
      {"cohort", cohort.id.text()}, {"before", as_json(before)}, {"after", as_json(kept(tx, cohort))}};
  return undo::offer(tx, actor, "programme.year", boost::json::serialize(payload));
}

struct Opened {
  YearSheet sheet;
  std::vector<YearMeeting> before;
};

Result<Opened, YearRefusal> open_year(db::Transaction& tx, base::Actor const& actor, CohortId const& cohort) {
  auto const found = find_cohort(tx, cohort);
  if (!found) return std::unexpected(YearRefusal::not_found);
  return Opened{year_sheet_of(tx, *found, actor.today), kept(tx, *found)};
}

void mark_touched(db::Transaction& tx, YearSheet const& sheet) {
  auto plan = sheet.plan;
  plan.touched = true;
  keep(tx, sheet.cohort, plan);
}

std::optional<int> minute_of(std::string const& typed) {
  auto const at = base::LocalTime::parse("2000-01-01T" + typed);
  return at ? std::optional(at->minute_of_day) : std::nullopt;
}

YearMeeting meeting_from(schedule::Meeting const& one) {
  YearMeeting meeting{ParticipationId(one.unit), std::stoi(one.step), one.start, one.minutes, PersonId(one.leads), {}};
  if (one.grows) meeting.grows = PersonId(*one.grows);
  return meeting;
}

/// What came out, for the page that shows it later.
YearPlan with_outcome(YearPlan plan, schedule::MeetingPlan const& proposal) {
  plan.steps = static_cast<int>(proposal.meetings.size() + proposal.unplaced.size());
  plan.placed = static_cast<int>(proposal.meetings.size());
  plan.in_team_time = static_cast<int>(std::ranges::count(proposal.meetings, true, &schedule::Meeting::regular));
  plan.proven = proposal.stopped == schedule::Stopped::proof && proposal.gap() == 0 ? 1 : 0;
  plan.per_mille_off = static_cast<int>(std::ceil(proposal.gap() * 1000));
  plan.touched = false;
  return plan;
}

std::optional<YearRefusal> refusal(YearSheet const& sheet, YearMeetingDraft const& draft) {
  if (draft.minutes < shortest_meeting || draft.minutes > longest_meeting) return YearRefusal::minutes_out_of_range;
  auto const knows = [&](PersonId const& person) {
    return std::ranges::find(sheet.trainers, person, &YearTrainer::person) != sheet.trainers.end();
  };
  if (!knows(draft.leads) || (draft.grows && !knows(*draft.grows))) return YearRefusal::trainer_unknown;
  if (draft.grows == draft.leads) return YearRefusal::same_trainer;
  return std::nullopt;
}

bool is_to_plan(YearSheet const& sheet, ParticipationId const& participation, int step) {
  auto const* const unit = sheet.unit(participation);
  return unit != nullptr && std::ranges::find(unit->steps, step, &Step::position) != unit->steps.end();
}

}  // namespace

std::string name_of(Hindrance why) {
  return std::ranges::find(names_of_hindrances, why, &std::pair<Hindrance, char const*>::first)->second;
}

Hindrance hindrance_from(std::string const& name) {
  auto const at =
      std::ranges::find_if(names_of_hindrances, [&](auto const& one) { return std::string_view(one.second) == name; });
  return at == names_of_hindrances.end() ? Hindrance::no_slot : at->first;
}

Result<CohortId, YearRefusal> set_year_plan(db::Transaction& tx, base::Actor const& actor, CohortId const& cohort,
                                            YearPlanDraft const& draft) {
  auto const opened = open_year(tx, actor, cohort);
  if (!opened) return std::unexpected(opened.error());
  if (draft.last_day <= draft.first_day) return std::unexpected(YearRefusal::ends_before);
  if (base::days_between(draft.first_day, draft.last_day) > longest_in_days)
    return std::unexpected(YearRefusal::too_long);
  auto const minute = minute_of(draft.other_at);
  if (!minute) return std::unexpected(YearRefusal::time_wrong);
  if (draft.minutes_between < 0 || draft.minutes_between > most_between)
    return std::unexpected(YearRefusal::between_out_of_range);
  auto plan = opened->sheet.plan;
  plan.first_day = draft.first_day;
  plan.last_day = draft.last_day;
  plan.other_minute = *minute;
  plan.minutes_between = draft.minutes_between;
  plan.accompanied = draft.accompanied;
  keep(tx, opened->sheet.cohort, plan);
  audit::record(tx, actor, {.act = "year.planned_with", .object = cohort.text()});
  return cohort;
}

Result<std::string, YearRefusal> take_year_proposal(db::Transaction& tx, base::Actor const& actor,
                                                    CohortId const& cohort, schedule::MeetingPlan const& proposal) {
  auto const opened = open_year(tx, actor, cohort);
  if (!opened) return std::unexpected(opened.error());
  auto const& of = opened->sheet.cohort;
  keep(tx, of, with_outcome(opened->sheet.plan, proposal));
  keep_all(tx, of, base::collected(proposal.meetings, meeting_from));
  tx.run(sql::delete_year_hindrances, key_of(of));
  for (auto const& one : proposal.unplaced) {
    auto values = key_of(of, ParticipationId(one.unit), std::stoi(one.step));
    values.emplace_back("why", name_of(one.why));
    tx.run(sql::insert_year_hindrance, values);
  }
  audit::record(tx, actor,
                {.act = "year.proposed", .object = cohort.text(), .detail = std::to_string(proposal.meetings.size())});
  return offer_undo(tx, actor, of, opened->before);
}

Result<std::string, YearRefusal> put_year_meeting(db::Transaction& tx, base::Actor const& actor, CohortId const& cohort,
                                                  ParticipationId const& participation, int step,
                                                  YearMeetingDraft const& draft) {
  auto const opened = open_year(tx, actor, cohort);
  if (!opened) return std::unexpected(opened.error());
  if (!is_to_plan(opened->sheet, participation, step)) return std::unexpected(YearRefusal::not_found);
  if (auto const why = refusal(opened->sheet, draft)) return std::unexpected(*why);
  keep(tx, opened->sheet.cohort, {participation, step, draft.starts_at, draft.minutes, draft.leads, draft.grows});
  mark_touched(tx, opened->sheet);
  audit::record(tx, actor, {.act = "year.meeting_put", .object = participation.text(), .detail = std::to_string(step)});
  return offer_undo(tx, actor, opened->sheet.cohort, opened->before);
}

Result<std::string, YearRefusal> remove_year_meeting(db::Transaction& tx, base::Actor const& actor,
                                                     CohortId const& cohort, ParticipationId const& participation,
                                                     int step) {
  auto const opened = open_year(tx, actor, cohort);
  if (!opened) return std::unexpected(opened.error());
  if (tx.run(sql::delete_year_meeting, key_of(opened->sheet.cohort, participation, step)) == 0)
    return std::unexpected(YearRefusal::not_found);
  mark_touched(tx, opened->sheet);
  audit::record(tx, actor,
                {.act = "year.meeting_removed", .object = participation.text(), .detail = std::to_string(step)});
  return offer_undo(tx, actor, opened->sheet.cohort, opened->before);
}

Result<std::string, YearRefusal> shift_year(db::Transaction& tx, base::Actor const& actor, CohortId const& cohort,
                                            int weeks) {
  auto const opened = open_year(tx, actor, cohort);
  if (!opened) return std::unexpected(opened.error());
  if (weeks == 0 || std::abs(weeks) > most_weeks) return std::unexpected(YearRefusal::weeks_out_of_range);
  if (opened->sheet.meetings.empty()) return std::unexpected(YearRefusal::nothing_planned);
  auto const shifted = schedule::shifted(model_of(opened->sheet), engine_meetings(opened->sheet), weeks);
  keep_all(tx, opened->sheet.cohort, base::collected(shifted.meetings, meeting_from));
  mark_touched(tx, opened->sheet);
  audit::record(tx, actor, {.act = "year.shifted", .object = cohort.text(), .detail = std::to_string(weeks)});
  return offer_undo(tx, actor, opened->sheet.cohort, opened->before);
}

bool undo_year(db::Transaction& tx, base::Actor const& actor, std::string const& payload) {
  auto const kept_then = boost::json::parse(payload).as_object();
  auto const cohort = find_cohort(tx, CohortId(std::string(kept_then.at("cohort").as_string())));
  if (!cohort || kept(tx, *cohort) != meetings_from(kept_then.at("after").as_array())) return false;
  keep_all(tx, *cohort, meetings_from(kept_then.at("before").as_array()));
  mark_touched(tx, year_sheet_of(tx, *cohort, actor.today));
  audit::record(tx, actor, {.act = "year.undone", .object = cohort->id.text()});
  return true;
}

}  // namespace lenig::programme
